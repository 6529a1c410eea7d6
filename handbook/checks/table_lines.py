"""The lines of a budget are well made. The id of a line with a letter is that letter; letters run on from A; a line
without figures is a heading. What a line adds up or is a share of stands above it; what a column adds up stands before
it.

Bad:  {id: b, label: A, …}, {id: total, sum: [c], …}
Good: {id: a, label: A, …}, {id: total, sum: [a], …}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.languages.numerals import LETTERS
from handbook.model.corpus import Corpus
from handbook.model.record import Record
from handbook.model.table import Row, Table
from handbook.record.budget import is_heading


def look(corpus: Corpus) -> Iterator[Problem]:
    for table in corpus.record.tables.values():
        if table.kind == "budget":
            yield from _columns(table)
            yield from _ids(table)
            yield from _rows(table, corpus.record)


def _columns(table: Table) -> Iterator[Problem]:
    place = table.places.get("columns", table.place)
    if [column.type for column in table.columns[:1]] != ["line"] or len(table.figure_columns) != len(table.columns) - 1:
        yield Problem(place, "columns of a budget, expected one of type 'line' and then amounts", "mend the columns")
    before: list[str] = []
    for column in table.figure_columns:
        if column.id in before:
            yield Problem(column.place, f"column {column.id!r} again, expected it once")
        yield from _known(column.sum, before, column.places.get("sum", column.place), "a column before it")
        before.append(column.id)


def _ids(table: Table) -> Iterator[Problem]:
    letters = iter(LETTERS)
    seen: set[str] = set()
    for row in table.rows:
        place = row.keys.get("id", row.place)
        if row.id and row.id in seen:
            yield Problem(place, f"line {row.id!r} again, expected it once")
        elif len(row.id) == 1:
            expected = next(letters)
            if row.id != expected:
                yield Problem(place, f"line {row.id!r}, expected {expected!r}", "letters run on from a")
            elif row.label != row.id.upper():
                label = repr(row.label) if row.label else "none"
                yield Problem(place, f"line {row.id!r} with label {label}, expected {row.id.upper()!r}")
        seen.add(row.id)


def _rows(table: Table, record: Record) -> Iterator[Problem]:
    columns = [column.id for column in table.figure_columns]
    above: list[str] = []
    for row in table.rows:
        made = (*row.sum, *([row.share.of] if row.share else []))
        place = row.keys.get("sum", row.keys.get("share", row.place))
        yield from _known(made, above, place, "a line above it that has figures")
        if row.same and not _is_there(row, table, record):
            yield Problem(row.keys["same"], f"line {row.same!r}, expected one of another table of {table.decision}")
        if is_heading(row):
            if made or row.same:
                yield Problem(row.place, f"line {row.id!r} has no figures, expected {', '.join(columns)}")
            continue
        above.append(row.id)
        for column in columns:
            if column not in row.places:
                yield Problem(row.place, f"line {row.id!r} lacks {column!r}, expected a figure", f'add `{column}: "…"`')


def _known(ids: tuple[str, ...], known: list[str], place: Place, expected: str) -> Iterator[Problem]:
    for id in dict.fromkeys(ids):
        if id not in known:
            yield Problem(place, f"{id!r}, expected {expected}")
        elif ids.count(id) > 1:
            yield Problem(place, f"{id!r} again, expected it once")


def _is_there(row: Row, table: Table, record: Record) -> bool:
    """The line of the other table has figures, as many as this one."""
    anchor, _, id = (row.same or "").partition("/")
    other = record.tables.get(f"{table.decision}#{anchor}")
    line = other.row(id) if other and other is not table else None
    return line is not None and len(line.places) == len(row.places)


CHECK = Check(
    Code.TB009,
    hint="mend the id, or the line, in data/tables.yaml",
    look=look,
)
