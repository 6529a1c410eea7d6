"""Each share and contribution, and each total of them, is what the table's `rule` gives: handbook/record/scale.py has
it.

Bad:  {id: BR, scale: "2.948", capped: "4.122", contribution: "99296"}
Good: {id: BR, scale: "2.948", capped: "4.212", contribution: "99296"}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.record import Record
from handbook.model.table import Table
from handbook.record.scale import (
    CAPPED,
    CONTRIBUTION,
    RULE,
    SCALE,
    Wrong,
    adds_up,
    is_whole,
    missing_columns,
    sum_of,
    wrong_rows,
)

#: If more rows are wrong than these, the mistake is in something that all shares depend on.
FEW = 3


def look(corpus: Corpus) -> Iterator[Problem]:
    for table in corpus.record.tables.values():
        lacking = [key for key in RULE if key not in table.rule]
        if table.kind == "scale" and lacking:
            place = table.places.get("rule", table.place)
            yield Problem(place, f"rule lacks {', '.join(map(repr, lacking))}, expected {', '.join(RULE)}", "add it")
        elif table.kind == "scale" and (absent := missing_columns(table)):
            place = table.places.get("columns", table.place)
            yield Problem(place, f"columns lack {', '.join(map(repr, absent))}, expected them in a scale", "add them")
        elif table.kind == "scale" and is_whole(table, corpus.record):
            yield from _table(table, corpus.record)


def _table(table: Table, record: Record) -> Iterator[Problem]:
    wrong = wrong_rows(table, record)
    total = table.totals[CONTRIBUTION]
    if wrong and len(wrong_rows(replace(table, rule={**table.rule, "amount": total}), record)) < len(wrong):
        message = f"rule has the amount {table.rule['amount']}, expected {total}, the total of {CONTRIBUTION!r}"
        yield Problem(table.places.get("rule", table.place), message, "mend the amount, or the total")
    elif len(wrong) > max(FEW, len(table.rows) // 2):
        message = f"rule does not give the figures of {len(wrong)} rows out of {len(table.rows)}"
        yield Problem(table.places.get("rule", table.place), message, "mend the rule, or the total of the scale")
    elif len(wrong) > FEW:
        yield _row(max(wrong, key=lambda slip: slip.off), f"; {len(wrong) - 1} other rows differ with it")
    else:
        yield from (_row(slip) for slip in wrong)
    if wrong:
        return
    expected = {
        SCALE: sum_of(table, SCALE)[0],
        CAPPED: Decimal(100),
        CONTRIBUTION: Decimal(table.rule["amount"]),
    }
    for column, value in expected.items():
        if Decimal(table.totals[column]) != value and adds_up(table, column):
            message = f"total of {column!r} is {table.totals[column]}, expected {value}"
            yield Problem(table.total_places[column], message, "mend the total, or the rule")


def _row(slip: Wrong, more: str = "") -> Problem:
    """Where share and contribution both differ, the mistake is most likely in the scale that they follow from."""
    column = next(iter(slip.expected)) if len(slip.expected) == 1 or SCALE not in slip.row.places else SCALE
    actual = " and ".join(f"{name} {slip.row.figures[name]}" for name in slip.expected)
    expected = " and ".join(slip.expected.values())
    return Problem(slip.row.places[column], f"row {slip.row.id!r} has {actual}, expected {expected} by the rule{more}")


CHECK = Check(
    Code.TB006,
    hint="look up the row in the source; a slip of the source goes into data/errata.yaml",
    look=look,
)
