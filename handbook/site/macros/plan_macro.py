"""`plan()`: a plan as a table, goal by goal."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.plan import Plan
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
    adoption = sheet.record.adoption_of(plan.meeting)
    areas = []
    for area in adoption.areas:
        goals = adoption.in_area(area)
        shown = []
        for goal in goals:
            if goal.published:
                shown.append(goal_view(sheet, goal, plan))
                title = f"{goal.id} {view.name(goal.name)}"
                sheet.gathering.contents.append(Entry(title, slug(goal.id), 1))
        missing = [(goal.id, goal_stubs(view.site, plan, goal)) for goal in goals if not goal.published]
        areas.append((area, view.name(adoption.area_name(area)), shown, missing))
    columns = [
        (column, view.name(f"column.{column}"), view.name(f"column.{column}.caption"))
        for column in ("goal", *plan.columns)
    ]
    return sheet.template("macros/plan.html", areas=areas, columns=columns, plan=plan)
