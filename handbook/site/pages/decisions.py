"""The list of decisions."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Record
from handbook.site.parts.decision_list import meeting_parts
from handbook.site.sheet import Sheet
from handbook.site.view import Entry
from handbook.targets.addresses import slug


def decisions_page(sheet: Sheet, record: Record) -> Markup:
    for place, _, lines in meeting_parts(sheet):
        if lines:
            sheet.gathering.contents.append(Entry(place, f"part-{slug(str(lines[0]['part']))}", 1))
    return sheet.template("pages/decisions.html", parts=meeting_parts(sheet))
