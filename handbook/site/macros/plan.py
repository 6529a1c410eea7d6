"""`plan()`: a plan as a table, and one goal of it, as the goal pages show it too."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.prose import Page
from handbook.model.record import Item, Plan, PlanGoal
from handbook.site.sheet import Sheet
from handbook.site.site import draft_path, item_anchor
from handbook.site.view import Entry, Indexed
from handbook.targets.addresses import slug


def plan(sheet: Sheet) -> str:
    return plan_table(sheet, sheet.at.id)


def plan_table(sheet: Sheet, plan_id: str) -> str:
    view = sheet.view
    plan = sheet.record.plans[plan_id]
    areas = []
    for area in sheet.record.areas:
        goals = []
        for goal in sheet.record.goals.values():
            if goal.area != area:
                continue
            if goal.published:
                goals.append(goal_view(sheet, goal.plans[plan_id], plan_id, anchors=True))
                title = f"{goal.id} {view.name(f'goal.{goal.id}')}"
                sheet.gathering.contents.append(Entry(title, slug(goal.id), 1))
        later = [goal for goal in sheet.record.goals.values() if goal.area == area and not goal.published]
        missing = [(goal.id, view.site.goal_stubs(plan, goal)) for goal in later]
        areas.append((area, view.name(f"area.{area}"), goals, missing))
    columns = [
        (column, view.name(f"column.{column}"), view.name(f"column.{column}.caption"))
        for column in ("goal", *plan.columns)
    ]
    return sheet.template("plan_table.html", areas=areas, columns=columns, plan=plan)


def goal_view(sheet: Sheet, entry: PlanGoal, plan_id: str, anchors: bool) -> dict[str, object]:
    """One goal in one plan: wording, cells by column, source. Anchors are the plan page's own, or the goal page's."""
    plan = sheet.record.plans[plan_id]
    prose = sheet.view.corpus.prose(sheet.view.language.code, "plan", plan_id)
    sheet.prose = prose
    sheet.own = prose is None or prose.language == sheet.view.language.code
    goal_slug = slug(entry.goal)
    wording = prose.units.get(goal_slug) if prose else None
    cells = []
    for column in plan.columns:
        items = [
            item_view(sheet, entry.goal, column, item, prose, plan, anchors, entry.sources == "mixed")
            for item in entry.cells.get(column, ())
        ]
        cells.append((column, sheet.view.name(f"column.{column}"), items))
    at = f"{plan.decision}#{goal_slug}"
    if anchors and wording:
        title = f"{entry.goal} {sheet.view.name(f'goal.{entry.goal}')}"
        sheet.index(Indexed(goal_slug, title, sheet.plain(wording.spans), "plan"), at)
    return {
        "id": entry.goal,
        "slug": goal_slug,
        "handle": sheet.view.name(f"goal.{entry.goal}"),
        "href": sheet.to(f"goals/{goal_slug}/"),
        "html": sheet.spans(wording.spans) if wording else Markup(),
        "errata": sheet.errata_at(at),
        "official": sheet.official_at(at),
        "cells": cells,
        "draft": sheet.to(draft_path(plan), goal_slug) if plan_id in sheet.record.drafts else "",
        "source": sheet.view.ui(f"source_{entry.sources}"),
        "sources": entry.sources,
        "prose": sheet.prose_language,
        "plan": plan,
    }


def item_view(
    sheet: Sheet, goal: str, column: str, item: Item, prose: Page | None, plan: Plan, anchors: bool, mixed: bool
) -> dict[str, object]:
    anchor = item_anchor(goal, column, item)
    words = prose.units.get(anchor) if prose else None
    label = ""
    if item.label:
        label = sheet.view.language.label(item.label, item.kind)
    named = sheet.view.column_item(column, label.rstrip(".") or item.part)
    cite = f"{goal}{sheet.view.language.comma}{named}"
    at = f"{plan.decision}#{anchor}"
    if anchors and words:
        sheet.index(Indexed(anchor, cite, sheet.plain(words.spans), "plan"), at)
    return {
        "id": anchor if anchors else f"{plan.slug}-{anchor}",
        "label": label,
        "kind": item.kind,
        "cite": cite,
        "html": sheet.spans(words.spans) if words else Markup(),
        # Where a goal's items come from two texts, those of the draft say so; elsewhere the goal does.
        "source": sheet.view.ui("source_draft") if mixed and item.source == "draft" else "",
        "errata": sheet.errata_at(at),
        "official": sheet.official_at(at),
        "prose": sheet.prose_language,
    }
