"""The ids that pages have for ever, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.model.decision import Decision
from handbook.model.plan import Goal, Plan
from handbook.model.record import Record, TextPage
from handbook.site.places import goal_places
from handbook.site.site import Site
from handbook.targets.addresses import anchor_of, goal_anchor, section_anchor
from handbook.targets.grammar import Target
from handbook.targets.paths import decision_path, plan_path


def decision_anchors(site: Site, decision: Decision) -> Iterator[str]:
    if decision.published:
        yield from decision.anchors
        yield from _row_anchors(site.record, decision)
    else:
        yield from _held(site.record, decision)
        yield from decision_stubs(site, decision)


def _row_anchors(record: Record, decision: Decision) -> Iterator[str]:
    """Rows of the decision's tables."""
    for table_id in decision.tables:
        table = record.tables.get(f"{decision.id}#{table_id}")
        if table is not None:
            yield from (table.row_anchor(row) for row in table.rows)


def _held(record: Record, decision: Decision) -> Iterator[str]:
    """What the page of a decision shows that is not published yet: its tables and their notes."""
    yield from (note.id for note in decision.footnotes)
    yield from decision.tables
    yield from _row_anchors(record, decision)


def decision_stubs(site: Site, decision: Decision) -> tuple[str, ...]:
    """Places of a decision that is not published yet which others cite, and which its page would not have."""
    held = set(_held(site.record, decision))
    cited = site.crossrefs.backlinks.get(decision_path(decision.id), {})
    return tuple(anchor for anchor in cited if anchor and anchor not in held)


def plan_anchors(site: Site, plan: Plan) -> Iterator[str]:
    for goal in site.record.goals_of(plan.id).values():
        yield from goal_places(plan, goal) if goal.published else goal_stubs(site, plan, goal)


def goal_stubs(site: Site, plan: Plan, goal: Goal) -> tuple[str, ...]:
    """Places of a goal that is not published yet which others cite, on a plan's page."""
    own = goal_anchor(goal.id)
    cited = site.crossrefs.backlinks.get(plan_path(plan.id), {})
    return tuple(anchor for anchor in cited if anchor == own or anchor.startswith(f"{own}-"))


def draft_anchors(site: Site, plan: Plan) -> Iterable[str]:
    return (change.anchor for change in site.record.drafts[plan.id].changes)


def target_anchors(site: Site, target: Target) -> Iterable[str]:
    """Parts that are cited."""
    parts = site.crossrefs.targets[target]
    return dict.fromkeys(anchor_of(Target(target.scheme, target.id, part)) for part in parts)


def text_anchors(_: Site, page: TextPage) -> Iterable[str]:
    return map(section_anchor, page.sections)


def errata_anchors(_: Site, record: Record) -> Iterable[str]:
    return (erratum.id for erratum in record.errata)


def term_anchors(_: Site, record: Record) -> Iterable[str]:
    return record.terms
