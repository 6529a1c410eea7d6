"""Decisions as the home page and the list of decisions have them: under the part of the meeting that took them."""

from __future__ import annotations

from datetime import date

from handbook.site.paths import decision_path
from handbook.site.sheet import Sheet


def decision_lines(sheet: Sheet) -> list[dict[str, object]]:
    view = sheet.view
    return [
        {
            "id": decision.id,
            "title": view.name(decision.id),
            "href": sheet.to(decision_path(decision.id)),
            "published": decision.published,
            "partial": bool(decision.tables) and not decision.published,
            "articles": [sheet.article(reference.target) for reference in decision.articles],
            "part": decision.part,
        }
        for decision in sheet.record.decisions.values()
    ]


def meeting_parts(sheet: Sheet) -> list[tuple[str, str, list[dict[str, object]]]]:
    """Decisions under the part of the meeting that took them."""
    view = sheet.view
    out = []
    lines = decision_lines(sheet)
    for parts in sheet.record.meetings.values():
        for part in parts:
            dates = view.language.span(date.fromisoformat(part.first), date.fromisoformat(part.last))
            mine = [line for line in lines if line["part"] == part.id]
            out.append((view.name(f"place.{part.id}"), dates, mine))
    return out
