"""One goal in one plan, as the plan and the goal's own page show it."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.prose import Page
from handbook.model.record import Item, Plan, PlanGoal
from handbook.site.paths import draft_path, goal_path, item_anchor
from handbook.site.sheet import Sheet
from handbook.site.view import Indexed
from handbook.targets.addresses import slug


def goal_view(sheet: Sheet, entry: PlanGoal, plan: Plan, anchors: bool) -> dict[str, object]:
    """One goal in one plan: wording, cells by column, source. Anchors are the plan page's own, or the goal page's."""
    prose = sheet.view.corpus.prose(sheet.view.language.code, "plan", plan.id)
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
        "href": sheet.to(goal_path(entry.goal)),
        "html": sheet.spans(wording.spans) if wording else Markup(),
        "errata": sheet.errata_at(at),
        "official": sheet.official_at(at),
        "cells": cells,
        "draft": sheet.to(draft_path(plan), goal_slug) if plan.id in sheet.record.drafts else "",
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
