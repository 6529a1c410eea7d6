"""The list of decisions."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Record
from handbook.site.parts.decision_list import meeting_parts
from handbook.site.sheet import Sheet
from handbook.site.view import Entry


def decisions_page(sheet: Sheet, record: Record) -> Markup:
    parts = meeting_parts(sheet)
    for part in parts:
        if part.decisions:
            sheet.gathering.contents.append(Entry(part.place, f"part-{part.id}", 1))
    return sheet.template("pages/decisions.html", parts=parts)
