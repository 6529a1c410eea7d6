"""The list of plans, with their goals."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Record
from handbook.site.parts.goal_list import goal_lines
from handbook.site.sheet import LinkView, Sheet
from handbook.targets.grammar import Target
from handbook.targets.paths import plan_path


def plans_page(sheet: Sheet, record: Record) -> Markup:
    plans = [
        (
            LinkView(sheet.view.name(f"plan.{plan.id}"), sheet.to(plan_path(plan.id))),
            sheet.link(Target("dec", plan.decision)),
        )
        for plan in record.plans.values()
    ]
    # Plans stand side by side where they share goals: those of two meetings do not.
    head = "both_plans" if len(record.adoptions) == 1 else "list_of_goals"
    return sheet.template("pages/plans.html", plans=plans, head=head, areas=goal_lines(sheet))
