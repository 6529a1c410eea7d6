"""The figures of the booklet come out by themselves: sums and shares of budgets, sums of columns, what the scale's rule
gives each Party, and the limit for least developed countries.

Everything is reckoned once more from the official figures. A slip that data/errata.yaml quotes is one all the same: it
is reported and explained.

Bad:  小计 16,170.82 under lines that add up to 16,170.85
Good: 小计 16,170.82 under lines that add up to it
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from handbook.model.erratum import Erratum
from handbook.model.record import Record
from handbook.model.table import Table
from handbook.official.verifying.difference import Compared, Unlike
from handbook.official.verifying.held import Held
from handbook.official.verifying.tables import plain
from handbook.record import budget, scale
from handbook.targets.addresses import TOTAL, row_at

SUM, RULE = "sum", "rule of the scale"
#: No budget has more digits.
LONGEST = 20


def look(held: Held) -> Compared:
    printed = [_printed(held, table) for table in held.record.tables.values() if table.id in held.official]
    budgets = [table for table in printed if table.kind == "budget"]
    scales = [table for table in printed if table.kind == "scale" and _is_whole(table, held.record)]
    known = budget.figures(budgets)
    sums = sum(1 for table in budgets for _ in budget.equations(table, known))
    sums += sum(len(scale.figures(table)) for table in printed if table.kind != "budget")
    unlike = [*_budgets(held, budgets)]
    for table in scales:
        unlike += _scale(held, table)
    shares = sum(len(table.rows) for table in scales)
    return Compared(tuple(unlike), (("sums and shares of budgets", sums), ("shares of the scale", shares)))


def _printed(held: Held, table: Table) -> Table:
    """The record's table with the figures of the booklet."""
    rows = tuple(replace(row, figures=_figures(held, table, row.id, row.figures)) for row in table.rows)
    return replace(table, rows=rows, totals=_figures(held, table, TOTAL, table.totals))


def _figures(held: Held, table: Table, row: str, figures: Mapping[str, str]) -> Mapping[str, str]:
    """Those of a row, where the booklet has as many as the record; what is no number is left as it is."""
    official = held.official.get(row_at(table.id, row))
    columns = [column.id for column in table.figure_columns if column.id in figures]
    read = [plain(one) for one in official.pieces[0].figures] if official else []
    if len(read) != len(columns) or not all(map(_is_number, read)):
        return figures
    return dict(zip(columns, read, strict=True))


def _is_number(text: str) -> bool:
    try:
        return len(text) <= LONGEST and Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _is_whole(table: Table, record: Record) -> bool:
    return scale.is_whole(table, record) and all(key in table.rule for key in scale.RULE)


def _budgets(held: Held, tables: list[Table]) -> Iterator[Unlike]:
    """Two tables that differ say nothing of which of them is right: an erratum at either explains it."""
    by_id = {table.id: table for table in tables}
    record = held.record
    left = {one.id: _wrong(tables, record, (one,)) for one in record.errata if one.address.rpartition("/")[0] in by_id}
    for one in budget.wrong_figures(tables, replace(record, errata=())):
        id, row, column = one.figure.cell
        slip = next((erratum for erratum, wrong in left.items() if one.figure.cell not in wrong), "")
        yield replace(_unlike(held, by_id[id], row, column, one.expected, SUM), slip=slip)


def _wrong(tables: list[Table], record: Record, errata: tuple[Erratum, ...]) -> frozenset[budget.Cell]:
    """The figures that do not come out once these slips are known."""
    return frozenset(one.figure.cell for one in budget.wrong_figures(tables, replace(record, errata=errata)))


def _scale(held: Held, table: Table) -> Iterator[Unlike]:
    record = held.record
    parties = record.parties_of(table)
    for row in table.rows:
        party = parties.get(row.id)
        if party and party.ldc and Decimal(row.figures[scale.CAPPED]) > Decimal(table.rule["ldc_limit"]):
            yield _unlike(held, table, row.id, scale.CAPPED, f"at most {table.rule['ldc_limit']}", RULE)
    for wrong in scale.wrong_rows(table, record):
        for column, expected in wrong.expected.items():
            yield _unlike(held, table, wrong.row.id, column, expected, RULE)
    for column in scale.figures(table):
        if not scale.adds_up(table, column):
            yield _unlike(held, table, TOTAL, column, str(scale.sum_of(table, column)[0]), SUM)
    if Decimal(table.totals[scale.CONTRIBUTION]) != Decimal(table.rule["amount"]):
        yield _unlike(held, table, TOTAL, scale.CONTRIBUTION, table.rule["amount"], RULE)


def _unlike(held: Held, table: Table, row: str, column: str, expected: str, what: str) -> Unlike:
    address = row_at(table.id, row)
    line = table.totals if row == TOTAL and table.totals else (table.row(row) or table.rows[0]).figures
    official = held.official.get(address)
    order = [one.id for one in table.figure_columns if one.id in line].index(column)
    if official is None or order >= len(official.pieces[0].figures):
        return Unlike(address, what, "", expected)
    return Unlike(address, what, official.pieces[0].figures[order], expected, official.figure(order))
