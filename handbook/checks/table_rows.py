"""A table by Parties has a row for each Party of its meeting, in the order of data/parties.yaml, with all figures, and
a total for each column.

Bad:  {id: BR, …}, {id: AF, …}
Good: {id: AF, …}, {id: BR, …}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.sequence import compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.record import Record
from handbook.model.table import Table
from handbook.record.scale import figures, lacks


def look(corpus: Corpus) -> Iterator[Problem]:
    for table in corpus.record.tables.values():
        if corpus.record.parties and table.kind != "budget":
            yield from _rows(table, corpus.record)


def _rows(table: Table, record: Record) -> Iterator[Problem]:
    actual = [(row.id, row.place) for row in table.rows]
    for difference in compare(actual, list(record.parties_of(table)), table.place).differences:
        yield Problem(difference.place, difference.says("row"))
    for row in table.rows:
        for column in lacks(table, row):
            yield Problem(row.place, f"row {row.id!r} lacks {column!r}, expected a figure", f'add `{column}: "…"`')
    for column in figures(table):
        if column not in table.total_places:
            place = table.places.get("totals", table.place)
            yield Problem(place, f"no total of {column!r}, expected one", f'add `{column}: "…"` to the totals')


CHECK = Check(
    Code.TB004,
    hint="a row for each Party of data/parties.yaml, in its order",
    look=look,
)
