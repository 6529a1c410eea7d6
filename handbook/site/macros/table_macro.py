"""`table("2")`: a table of figures of the decision, with its totals and notes: one of Parties, or a budget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from handbook.model.table import Row, Table
from handbook.prose.signatures import TableCall
from handbook.site.sheet import ErratumView, Sheet
from handbook.site.view import Entry, Indexed
from handbook.targets.addresses import TOTAL, column_at, row_at, table_anchor
from handbook.words.citations import line_label


@dataclass(frozen=True)
class LineView:
    """A line of a budget. Its `kind` is heading, line, sum (of lines before it), total (a sum that no other adds up) or
    net, the last total; a cell is a figure and whether it is deducted.
    """

    anchor: str
    kind: str
    label: str
    words: str
    percent: str
    mark: Markup
    cells: list[tuple[str, bool]]
    errata: list[ErratumView]
    address: str


def table_macro(sheet: Sheet, call: TableCall) -> Markup:
    if sheet.decision is None:
        raise ValueError("only the page of a decision shows tables")
    table = sheet.record.tables.get(f"{sheet.decision.id}#{table_anchor(call.label)}")
    if table is None:
        return Markup()
    return budget(sheet, table) if table.kind == "budget" else figures(sheet, table)


def figures(sheet: Sheet, table: Table) -> Markup:
    """A table of Parties."""
    view = sheet.view
    title = view.name(table.id)
    rows = []
    errata = sheet.errata(table.anchor)
    heads = [view.name(f"column.{column.id}") for column in table.columns[1:]]
    marks = _marks(sheet, table, "row")
    parties = sheet.record.parties_of(table)
    for row in table.rows:
        party = view.name(f"party.{row.id}")
        cells = [_figure(sheet, row.figures.get(column.id)) for column in table.columns[1:]]
        row_errata = sheet.errata(row_at(table.anchor, row.id))
        errata += row_errata
        ldc = row.id in parties and parties[row.id].ldc
        address = row_at(table.id, row.id)
        rows.append((table.row_anchor(row), party, cells, ldc, marks.get(row.id.lower(), ""), row_errata, address))
        _index(sheet, table, row, party, zip(heads, cells, strict=True))
    return sheet.template(
        "macros/table_parties.html",
        **_frame(sheet, table, title),
        currency=view.name(f"currency.{table.currency}"),
        rows=rows,
        total_address=row_at(table.id, TOTAL),
        totals=[_figure(sheet, table.totals.get(column.id)) for column in table.columns[1:]],
        errata=errata,
    )


def budget(sheet: Sheet, table: Table) -> Markup:
    """A budget: its lines in groups, each up to a total."""
    view = sheet.view
    currency = f"currency.{table.currency}.{table.unit}" if table.unit else f"currency.{table.currency}"
    heads = [view.name(f"column.{column.id}") for column in table.figure_columns]
    groups: list[list[LineView]] = [[]]
    marks = _marks(sheet, table, "row")
    for row in table.rows:
        line = _line(sheet, table, row, marks.get(row.id, Markup()))
        groups[-1].append(line)
        if line.kind == "total":
            groups.append([])
        _index(sheet, table, row, line.words + line.percent, zip(heads, (text for text, _ in line.cells), strict=False))
    return sheet.template(
        "macros/table_budget.html",
        **_frame(sheet, table, view.name(table.id)),
        currency=view.name(currency),
        groups=[group for group in groups if group],
        errata=[
            *sheet.errata(table.anchor),
            *(erratum for group in groups for line in group for erratum in line.errata),
        ],
        deducts=any(less for group in groups for line in group for _, less in line.cells),
    )


def _line(sheet: Sheet, table: Table, row: Row, mark: Markup) -> LineView:
    view = sheet.view
    label = f"{line_label(row.label, len(row.id) == 1, view.language.code)}." if row.label else ""
    percent = ""
    if row.share:
        shown = view.ui("percent_n", n=view.language.figure(row.share.percent))
        percent = view.language.typography.bracketed.format(n=shown)
    texts = [row.figures.get(column.id) for column in table.figure_columns]
    return LineView(
        anchor=table.row_anchor(row),
        kind=_kind(table, row),
        label=label,
        words=view.name(row.name),
        percent=percent,
        mark=mark,
        cells=[(_figure(sheet, text), (text or "").startswith("-")) for text in texts] if row.figures else [],
        errata=sheet.errata(row_at(table.anchor, row.id)),
        address=row_at(table.id, row.id),
    )


def _kind(table: Table, row: Row) -> str:
    if not row.figures:
        return "heading"
    if not row.sum:
        return "line"
    if row is table.rows[-1]:
        return "net"
    return "sum" if any(row.id in other.sum for other in table.rows) else "total"


def _frame(sheet: Sheet, table: Table, title: str) -> dict[str, object]:
    """What both kinds of table show round their rows."""
    view = sheet.view
    number = view.ui("table_n", n=table.label)
    sheet.gathering.contents.append(Entry(f"{number} {title}", table.anchor, 1))
    marks = _marks(sheet, table, "col")
    columns = [
        (column.id, view.name(f"column.{column.id}"), marks.get(column.id, ""), column_at(table.id, column.id))
        for column in table.columns
    ]
    return {
        "anchor": table.anchor,
        "number": number,
        "title": title,
        "columns": columns,
        "address": table.id,
        "notes": sheet.notes(table.anchor),
    }


def _marks(sheet: Sheet, table: Table, kind: str) -> dict[str, Markup]:
    """Marks of footnotes at rows (`row`) or columns (`col`), by the id of these."""
    start = f"{table.anchor}/{kind}-"
    notes = sheet.decision.footnotes if sheet.decision else ()
    by_id: dict[str, Markup] = {}
    for note in notes:
        if note.carrier.startswith(start):
            id = note.carrier.removeprefix(start)
            by_id[id] = by_id.get(id, Markup()) + sheet.mark(note.mark)
    return by_id


def _figure(sheet: Sheet, text: str | None) -> str:
    return sheet.view.language.figure(text) if text else ""


def _index(sheet: Sheet, table: Table, row: Row, name: str, cells: Iterable[tuple[str, str]]) -> None:
    """A row as a record of the search."""
    words = sheet.view.language.list_comma.join(f"{head} {cell}" for head, cell in cells if cell)
    title = f"{name} · {sheet.view.name(table.id)}"
    record = Indexed(table.row_anchor(row), title, words, "table", named=True)
    sheet.index(record, row_at(table.id, row.id))
