"""`plan()`: a plan as a table, goal by goal."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Plan
from handbook.prose.signatures import PlanCall
from handbook.site.anchors import goal_stubs
from handbook.site.parts.goal_in_plan import goal_view
from handbook.site.sheet import Sheet
from handbook.site.view import Entry
from handbook.targets.addresses import slug


def plan_macro(sheet: Sheet, _: PlanCall) -> Markup:
    view, plan = sheet.view, sheet.page.shows
    if not isinstance(plan, Plan):
        raise ValueError("only the page of a plan shows it as a table")
    areas = []
    for area in sheet.record.areas:
        goals = [goal for goal in sheet.record.goals.values() if goal.area == area]
        shown = []
        for goal in goals:
            if goal.published:
                shown.append(goal_view(sheet, goal.plans[plan.id], plan))
                title = f"{goal.id} {view.name(f'goal.{goal.id}')}"
                sheet.gathering.contents.append(Entry(title, slug(goal.id), 1))
        missing = [(goal.id, goal_stubs(view.site, plan, goal)) for goal in goals if not goal.published]
        areas.append((area, view.name(f"area.{area}"), shown, missing))
    columns = [
        (column, view.name(f"column.{column}"), view.name(f"column.{column}.caption"))
        for column in ("goal", *plan.columns)
    ]
    return sheet.template("macros/plan.html", areas=areas, columns=columns, plan=plan)
