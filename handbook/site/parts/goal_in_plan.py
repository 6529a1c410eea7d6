"""One goal in one plan, as the plan and the goal's own page show it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from handbook.languages import Language
from handbook.model.plan import Goal, Item, Plan
from handbook.site.sheet import ErratumView, Sheet
from handbook.site.view import Indexed
from handbook.targets.addresses import goal_anchor, item_anchor
from handbook.targets.paths import draft_path, goal_path


@dataclass(frozen=True)
class ItemView:
    """An item of a cell. `source` is empty where it is that of the whole goal."""

    id: str
    label: str
    kind: str
    cite: str
    html: Markup
    source: str
    errata: list[ErratumView]
    address: str
    prose: Language


@dataclass(frozen=True)
class GoalView:
    """A goal: its wording, its cells as column, head and items, and where its words come from."""

    id: str
    slug: str
    handle: str
    href: str
    html: Markup
    errata: list[ErratumView]
    address: str
    cells: list[tuple[str, str, list[ItemView]]]
    draft: str
    source: str
    sources: str
    prose: Language
    plan: Plan


def goal_view(sheet: Sheet, goal: Goal, plan: Plan) -> GoalView:
    """On a sheet with the plan's prose. The plan's own page has the addresses and the search; on another, the plan's
    slug stands before them.
    """
    view, entry = sheet.view, goal.plans[plan.id]
    goal_slug = goal_anchor(goal.id)
    address = f"{plan.decision}#{goal_slug}"
    cells = [
        (
            column,
            view.name(f"column.{column}"),
            [_item(sheet, goal, plan, column, item) for item in entry.cells.get(column, ())],
        )
        for column in plan.columns
    ]
    wording = sheet.prose.units.get(goal_slug) if sheet.prose else None
    if wording and _is_own(sheet, plan):
        title = f"{goal.label} {view.name(goal.name)}"
        sheet.index(Indexed(goal_slug, title, sheet.plain(wording.spans), "plan"), address)
    return GoalView(
        id=goal.id,
        slug=goal_slug,
        handle=view.name(goal.name),
        href=sheet.to(goal_path(goal.label)),
        html=sheet.spans(wording.spans) if wording else Markup(),
        errata=sheet.errata_at(address),
        address=address,
        cells=cells,
        draft=sheet.to(draft_path(plan.id), goal_slug) if plan.id in sheet.record.drafts else "",
        source=view.ui(f"source_{entry.sources}"),
        sources=entry.sources,
        prose=sheet.prose_language,
        plan=plan,
    )


def _is_own(sheet: Sheet, plan: Plan) -> bool:
    return sheet.page.shows is plan


def _item(sheet: Sheet, goal: Goal, plan: Plan, column: str, item: Item) -> ItemView:
    view = sheet.view
    anchor = item_anchor(goal.id, column, item.part)
    address = f"{plan.decision}#{anchor}"
    words = sheet.prose.units.get(anchor) if sheet.prose else None
    label = view.language.label(item.label, item.kind) if item.label else ""
    cite = f"{goal.label}{view.language.comma}{view.column_item(column, label.rstrip('.') or item.part)}"
    if words and _is_own(sheet, plan):
        sheet.index(Indexed(anchor, cite, sheet.plain(words.spans), "plan"), address)
    return ItemView(
        id=anchor if _is_own(sheet, plan) else f"{plan.slug}-{anchor}",
        label=label,
        kind=item.kind,
        cite=cite,
        html=sheet.spans(words.spans) if words else Markup(),
        # Where a goal's items come from two texts, those of the draft say so; elsewhere the goal does.
        source=view.ui("source_draft") if goal.plans[plan.id].sources == "mixed" and item.source == "draft" else "",
        errata=sheet.errata_at(address),
        address=address,
        prose=sheet.prose_language,
    )
