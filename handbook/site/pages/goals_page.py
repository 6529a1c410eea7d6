"""The list of goals."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Record
from handbook.site.parts.goal_list import goal_lines
from handbook.site.sheet import Sheet


def goals_page(sheet: Sheet, record: Record) -> Markup:
    return sheet.template("pages/goals.html", areas=goal_lines(sheet))
