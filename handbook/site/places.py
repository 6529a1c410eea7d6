"""The places in a decision and a plan: addresses on their pages, and what these are as targets."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.model.decision import Decision
from handbook.model.plan import Goal, Plan
from handbook.model.record import Record
from handbook.targets.addresses import goal_anchor, item_anchor, unit_target
from handbook.targets.grammar import Target


def decision_places(decision: Decision) -> Mapping[str, Target]:
    """Units and footnotes."""
    anchors = (*decision.units, *(note.id for note in decision.footnotes))
    return {anchor: unit_target(decision.id, anchor) for anchor in anchors}


def plan_places(record: Record, plan: Plan) -> Mapping[str, Target]:
    """Goals that are published, and their items."""
    published = (goal for goal in record.goals_of(plan.id).values() if goal.published)
    return {anchor: target for goal in published for anchor, target in goal_places(plan, goal).items()}


def goal_places(plan: Plan, goal: Goal) -> Mapping[str, Target]:
    """A goal and its items on a plan's page."""
    whole = Target("goal", f"{plan.cited}/{goal.id}")
    out = {goal_anchor(goal.id): whole}
    for column in plan.columns:
        for item in goal.plans[plan.id].cells.get(column, ()):
            out[item_anchor(goal.id, column, item.part)] = Target("goal", whole.id, (column, item.part))
    return out
