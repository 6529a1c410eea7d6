"""A plan whole, and one goal in both plans."""

from __future__ import annotations

from handbook.model.prose import Call
from handbook.site.macros.plan import goal_view
from handbook.site.macros.run import run_macro
from handbook.site.sheet import Sheet
from handbook.site.view import Entry
from handbook.targets.addresses import slug


def plan(sheet: Sheet) -> str:
    calls = [block for block in sheet.prose.blocks if isinstance(block, Call)] if sheet.prose else []
    return sheet.template("plain.html", blocks=[run_macro(sheet, call) for call in calls], end=[])


def goal(sheet: Sheet) -> str:
    goal = sheet.record.goals[sheet.at.id]
    plans = []
    for plan_id, entry in goal.plans.items():
        shown = goal_view(sheet, entry, plan_id, anchors=False)
        plan = sheet.record.plans[plan_id]
        title = sheet.view.name(f"plan.{plan_id}")
        sheet.gathering.contents.append(Entry(title, plan.slug, 1))
        back = sheet.view.site.backlinks.get(f"plans/{plan.slug}/", {})
        own = slug(goal.id)
        found = [sources for anchor, sources in back.items() if anchor == own or anchor.startswith(f"{own}-")]
        sources = sheet.by_page(sheet.view.site.in_order(source for sources in found for source in sources))
        plans.append((plan, title, sheet.to(f"plans/{plan.slug}/", slug(goal.id)), shown, sources))
    published = [one.id for one in sheet.record.goals.values() if one.published]
    place = published.index(goal.id)
    return sheet.template("goal.html", goal=goal, plans=plans, area=sheet.view.name(f"area.{goal.area}"), place=place)
