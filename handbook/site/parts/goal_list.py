"""Goals by area."""

from __future__ import annotations

from handbook.model.record import Plan
from handbook.site.paths import goal_path, plan_path
from handbook.site.sheet import Sheet
from handbook.targets.addresses import slug


def goal_lines(sheet: Sheet, plan: Plan | None = None) -> list[tuple[str, str, list[dict[str, object]]]]:
    """Goals by area, each with its own page, or with its row on the page of a plan."""
    view = sheet.view
    out = []
    for area in sheet.record.areas:
        goals: list[dict[str, object]] = []
        for goal in sheet.record.goals.values():
            if goal.area == area:
                handle = view.name(f"goal.{goal.id}") if goal.published else ""
                goals.append(
                    {
                        "id": goal.id,
                        "handle": handle,
                        "href": sheet.to(plan_path(plan), slug(goal.id)) if plan else sheet.to(goal_path(goal.id)),
                        "published": goal.published,
                    }
                )
        out.append((area, view.name(f"area.{area}"), goals))
    return out
