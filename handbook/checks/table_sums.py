"""The figures of a column of Parties add up to its total, give or take half of the last digit for each addend.

Bad:  "1.0", "2.0", total "4.0"
Good: "1.0", "2.0", total "3.1"
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.record.scale import RULE, adds_up, figures, is_whole, sum_of, wrong_rows


def look(corpus: Corpus) -> Iterator[Problem]:
    record = corpus.record
    for table in record.tables.values():
        # A figure that the rule does not give is reported by table-scale, not again for the sum.
        if (
            table.kind != "budget"
            and is_whole(table, record)
            and not (all(key in table.rule for key in RULE) and wrong_rows(table, record))
        ):
            for column in figures(table):
                if not adds_up(table, column):
                    total, slack = sum_of(table, column)
                    message = f"total of {column!r} is {table.totals[column]}, expected {total}, give or take {slack}"
                    yield Problem(table.total_places[column], message)


CHECK = Check(
    Code.TB005,
    hint="look up the figures and the total in the source; a slip of the source goes into data/errata.yaml",
    look=look,
)
