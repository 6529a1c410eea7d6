"""One goal, in each plan that has it."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.plan import Goal
from handbook.site.parts.goal_in_plan import goal_view
from handbook.site.parts.referring import by_page
from handbook.site.sheet import Sheet
from handbook.site.view import Entry
from handbook.targets.addresses import slug
from handbook.targets.paths import plan_path


def goal_page(sheet: Sheet, goal: Goal) -> Markup:
    plans = []
    for plan_id in goal.plans:
        plan = sheet.record.plans[plan_id]
        shown = goal_view(sheet.of_subject("plan", plan.id), goal, plan)
        title = sheet.view.name(f"plan.{plan_id}")
        sheet.gathering.contents.append(Entry(title, plan.slug, 1))
        back = sheet.view.site.crossrefs.backlinks.get(plan_path(plan.id), {})
        own = slug(goal.id)
        citing = [sources for anchor, sources in back.items() if anchor == own or anchor.startswith(f"{own}-")]
        sources = by_page(sheet, sheet.view.site.in_order(source for sources in citing for source in sources))
        plans.append((plan, title, sheet.to(plan_path(plan.id), slug(goal.id)), shown, sources))
    area = sheet.view.name(sheet.record.adoption_of(goal.meeting).area_name(goal.area))
    return sheet.template("pages/goal.html", goal=goal, plans=plans, area=area)
