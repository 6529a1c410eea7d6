"""The tables of figures have the record's columns and rows, in its order, each row under its printed label, and every
figure of the record, to the digit.

Bad:  阿富汗 0.007 0.010 263 (the record: 236)
Good: 阿富汗 0.007 0.010 236
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.sequence import Kind, compare
from handbook.findings.finding import Place
from handbook.model.table import Row, Table
from handbook.official.verifying.difference import Compared, Unlike, instead
from handbook.official.verifying.held import Held, Official
from handbook.official.verifying.units import LABEL, agree
from handbook.targets.addresses import TOTAL, column_at, row_at

TABLE, COLUMN, ROW, FIGURE = "table", "column", "row", "figure of a table"


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    rows = figures = columns = 0
    for table in held.record.tables.values():
        if table.id not in held.official:
            unlike.append(Unlike(table.id, TABLE, "", table.label))
            continue
        unlike += _order(held, table)
        columns += len(table.figure_columns)
        for row in lines(table):
            if official := held.official.get(row_at(table.id, row.id)):
                rows += 1
                figures += len(official.pieces[0].figures)
                unlike += _row(table, row, official)
    known = held.record.tables
    unlike += (
        Unlike(address, TABLE, official.words, "")
        for address, official in held.official.items()
        if official.kind == "table" and address not in known
    )
    counts = (("columns of tables", columns), ("rows", rows), ("figures of tables", figures))
    return Compared(tuple(unlike), counts)


def lines(table: Table) -> Iterator[Row]:
    """Rows in order, and that of the totals where the table has them apart."""
    yield from table.rows
    if table.totals:
        yield Row(TOTAL, table.totals, table.total_places, table.place)


def _order(held: Held, table: Table) -> Iterator[Unlike]:
    name = held.imported.source.name
    for what, kind, expected in (
        (COLUMN, "column", [column_at(table.id, column.id) for column in table.figure_columns]),
        (ROW, "row", [row_at(table.id, row.id) for row in lines(table)]),
    ):
        actual = [
            (piece.address, Place(name, held.line(piece.address)))
            for piece in held.imported.pieces
            if piece.kind == kind and piece.address.startswith(f"{table.id}/")
        ]
        beside = {column_at(table.id, column.id) for column in table.columns} - set(expected)
        actual = [entry for entry in actual if entry[0] not in beside]
        for difference in compare(actual, expected, Place(name)).differences:
            official = held.official.get(difference.id)
            if difference.kind is Kind.MISSING or official is None:
                yield Unlike(difference.id, what, "", difference.id.rpartition("/")[2])
            else:
                yield Unlike(
                    difference.id,
                    what,
                    official.words,
                    instead(difference.kind, difference.expected.rpartition("/")[2]),
                )


def _row(table: Table, row: Row, official: Official) -> Iterator[Unlike]:
    """A line of a budget has its label, a Party only its number in the list, which the record does not have."""
    if table.kind == "budget" and not agree(official.label, row.label or ""):
        yield Unlike(official.address, LABEL, official.label, row.label or "", (0, 0))
    printed = official.pieces[0].figures
    ours = [row.figures[column.id] for column in table.figure_columns if column.id in row.figures]
    if len(printed) != len(ours):
        yield Unlike(official.address, FIGURE, " ".join(printed), " ".join(ours))
        return
    for order, (one, own) in enumerate(zip(printed, ours, strict=True)):
        if plain(one) != own:
            yield Unlike(official.address, FIGURE, one, own, official.figure(order))


def plain(figure: str) -> str:
    """A printed figure as the record writes it: no separators, a minus for brackets."""
    bare = "".join(sign for sign in figure.replace("−", "-").replace("–", "-") if sign in "-.0123456789")
    return f"-{bare}" if figure.strip()[:1] in ("(", "（") else bare
