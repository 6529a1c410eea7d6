"""A plan whole: its macro lines are all its prose asks for."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.plan import Plan
from handbook.site.macros.runner import run_macros
from handbook.site.sheet import Sheet
from handbook.targets.grammar import Target
from handbook.targets.paths import draft_path


def plan_page(sheet: Sheet, plan: Plan) -> Markup:
    return sheet.template("pages/plan.html", blocks=run_macros(sheet))


def plan_header(sheet: Sheet, plan: Plan) -> Markup:
    decision = sheet.record.decisions.get(plan.decision)
    return sheet.template(
        "macros/header_plan.html",
        title=sheet.view.name(f"plan.{plan.id}"),
        decision=sheet.link(Target("dec", plan.decision)),
        decision_title=sheet.view.names.get(plan.decision),
        symbol=decision.symbol if decision else "",
        draft=sheet.to(draft_path(plan.id)) if plan.id in sheet.record.drafts else "",
        language_of_text=sheet.view.language_name(sheet.prose_language),
    )
