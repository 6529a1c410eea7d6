"""Decisions as the home page and the list of decisions have them: under the part of the meeting that took them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handbook.site.sheet import Sheet
from handbook.targets.paths import decision_path


@dataclass(frozen=True)
class MeetingPartView:
    """A part of a meeting. Its `id` names the meeting if that is not the first; `place` does where there are more."""

    id: str
    place: str
    dates: str
    decisions: list[dict[str, object]]


def _decisions(sheet: Sheet, meeting: str, part: str) -> list[dict[str, object]]:
    view = sheet.view
    return [
        {
            "id": decision.id,
            "title": view.name(decision.id),
            "href": sheet.to(decision_path(decision.id)),
            "published": decision.published,
            "partial": bool(decision.tables) and not decision.published,
            "articles": [sheet.article(reference.target) for reference in decision.articles],
        }
        for decision in sheet.record.decisions.values()
        if (decision.meeting, decision.part) == (meeting, part)
    ]


def meeting_parts(sheet: Sheet) -> list[MeetingPartView]:
    """Decisions under the part of the meeting that took them."""
    view, meetings = sheet.view, sheet.record.meetings
    views = []
    for number, (meeting, parts) in enumerate(meetings.items()):
        for part in parts:
            place = view.name(f"place.{part.id}")
            views.append(
                MeetingPartView(
                    id=f"{meeting}-{part.id}" if number else part.id,
                    place=view.at_meeting(meeting, place) if len(meetings) > 1 else place,
                    dates=view.language.span(date.fromisoformat(part.first), date.fromisoformat(part.last)),
                    decisions=_decisions(sheet, meeting, part.id),
                )
            )
    return views
