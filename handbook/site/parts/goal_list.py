"""Goals by area."""

from __future__ import annotations

from handbook.model.plan import Adoption, Goal, Plan
from handbook.site.sheet import Sheet
from handbook.targets.addresses import slug
from handbook.targets.paths import goal_path, plan_path


def goal_lines(sheet: Sheet, plan: Plan | None = None) -> list[tuple[str, str, list[dict[str, object]]]]:
    """Goals by area, each with its own page; or those of one plan, each with its row on the plan's page."""
    adoptions = (sheet.record.adoption_of(plan.meeting),) if plan else sheet.record.adoptions
    return [
        (
            area,
            _area(sheet, adoption, area, len(adoptions)),
            [_line(sheet, goal, plan) for goal in adoption.in_area(area)],
        )
        for adoption in adoptions
        for area in adoption.areas
    ]


def _area(sheet: Sheet, adoption: Adoption, area: str, of: int) -> str:
    """The name of an area; where there are those of more than one meeting, with its meeting before it."""
    name = sheet.view.name(adoption.area_name(area))
    return sheet.view.at_meeting(sheet.record.meeting_of(adoption), name) if of > 1 else name


def _line(sheet: Sheet, goal: Goal, plan: Plan | None) -> dict[str, object]:
    return {
        "id": goal.label,
        "handle": sheet.view.name(goal.name) if goal.published else "",
        "href": sheet.to(plan_path(plan.id), slug(goal.id)) if plan else sheet.to(goal_path(goal.label)),
        "published": goal.published,
    }
