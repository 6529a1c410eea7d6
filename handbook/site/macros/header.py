"""`header()`: the block that says what a page is: a decision, a plan, its draft, or a page about the handbook."""

from __future__ import annotations

from datetime import date

from handbook.site.sheet import Sheet
from handbook.site.site import draft_path
from handbook.targets.grammar import Target


def header(sheet: Sheet) -> str:
    """Symbol, title, meeting, place, date, articles, page in the booklet, status of the text."""
    decision = sheet.decision
    if sheet.at.kind == "text":
        return sheet.template("text_header.html", title=sheet.view.title(sheet.at)[0])
    if sheet.at.kind == "draft":
        return sheet.template("draft_header.html", title=sheet.view.title(sheet.at)[0])
    if decision is None:
        return plan_header(sheet)
    view = sheet.view
    part = next((one for one in sheet.record.meetings.get(decision.meeting, ()) if one.id == decision.part), None)
    dates = view.language.span(date.fromisoformat(part.first), date.fromisoformat(part.last)) if part else ""
    return sheet.template(
        "header.html",
        symbol=decision.symbol,
        id=decision.id,
        title=view.name(decision.id),
        meeting=view.names.get(f"meeting.{decision.meeting}"),
        place=view.names.get(f"place.{decision.part}"),
        dates=dates,
        articles=[sheet.article(reference.target) for reference in decision.articles],
        page_number=decision.page,
        published=decision.published,
        notes=sheet.notes("title"),
        errata=sheet.errata("title"),
        official=sheet.official("title"),
        partial=bool(decision.tables) and not decision.published,
        language_of_text=view.name(f"language.{sheet.prose_language.code}"),
    )


def plan_header(sheet: Sheet) -> str:
    plan = sheet.record.plans[sheet.at.id]
    decision = sheet.record.decisions.get(plan.decision)
    return sheet.template(
        "plan_header.html",
        title=sheet.view.name(f"plan.{plan.id}"),
        decision=sheet.link(Target("dec", plan.decision)),
        decision_title=sheet.view.names.get(plan.decision),
        symbol=decision.symbol if decision else "",
        draft=sheet.to(draft_path(plan)) if plan.id in sheet.record.drafts else "",
        language_of_text=sheet.view.name(f"language.{sheet.prose_language.code}"),
    )
