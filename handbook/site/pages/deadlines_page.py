"""The index by occasion or deadline."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Record
from handbook.record.asked import by_occasion
from handbook.site.parts.asked_list import asked_lines, occasion, occasion_anchor
from handbook.site.sheet import Sheet
from handbook.site.view import Entry, Indexed


def deadlines_page(sheet: Sheet, record: Record) -> Markup:
    view = sheet.view
    title = view.title(sheet.page).whole
    groups = []
    for due, requests in by_occasion(record).items():
        name, anchor = occasion(sheet, due).title, occasion_anchor(due)
        groups.append((anchor, name, occasion(sheet, due).href, asked_lines(sheet, requests, set())))
        sheet.gathering.contents.append(Entry(name, anchor, 1))
        sheet.gathering.search.append(Indexed(anchor, f"{name} · {title}", "", "index", named=True))
    return sheet.template("pages/deadlines.html", groups=groups)
