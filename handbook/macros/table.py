"""`table("2")`: a table of figures of the decision, with its totals and notes."""

from __future__ import annotations

from handbook.model import Table
from handbook.sheet import ErratumView, Sheet
from handbook.view import Entry, Indexed


def table(sheet: Sheet, label: str) -> str:
    assert sheet.decision is not None
    table = sheet.record.tables.get(f"{sheet.decision.id}#table-{label}")
    return figures(sheet, table) if table else ""


def figures(sheet: Sheet, table: Table) -> str:
    view = sheet.view
    title = view.name(table.id)
    sheet.gathering.contents.append(Entry(f"{view.ui('table_n', n=table.label)} {title}", table.anchor, 1))
    rows = []
    errata: list[ErratumView] = []
    for row in table.rows:
        party = view.name(f"party.{row.id}")
        cells = [
            view.language.figure(row.figures[column.id]) if column.id in row.figures else ""
            for column in table.columns[1:]
        ]
        anchor = f"{table.anchor}-{row.id.lower()}"
        found = sheet.errata(f"{table.anchor}/row-{row.id.lower()}")
        errata += found
        ldc = sheet.record.parties[row.id].ldc if row.id in sheet.record.parties else False
        rows.append((anchor, party, cells, ldc, found))
        heads = [view.name(f"column.{column.id}") for column in table.columns[1:]]
        words = view.language.list_comma.join(f"{head} {cell}" for head, cell in zip(heads, cells, strict=True) if cell)
        sheet.gathering.search.append(Indexed(anchor, f"{party} · {title}", words, "table"))
    marks = {
        note.at.partition("/col-")[2]: note
        for note in (sheet.decision.footnotes if sheet.decision else ())
        if note.at.startswith(f"{table.anchor}/col-")
    }
    return sheet.template(
        "figures.html",
        anchor=table.anchor,
        number=view.ui("table_n", n=table.label),
        title=title,
        currency=view.name(f"currency.{table.currency}"),
        columns=[
            (
                column.id,
                view.name(f"column.{column.id}"),
                sheet.mark(marks[column.id].mark) if column.id in marks else "",
            )
            for column in table.columns
        ],
        rows=rows,
        totals=[
            view.language.figure(table.totals[column.id]) if column.id in table.totals else ""
            for column in table.columns[1:]
        ],
        notes=sheet.notes(table.anchor),
        errata=errata,
        kind=table.kind,
    )
