"""A decision: its prose block by block, what refers to it, and places of one that is not there yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from handbook.languages import Language
from handbook.model.decision import Decision, Unit
from handbook.model.prose import Call, Clause, Heading
from handbook.site.anchors import decision_stubs
from handbook.site.macros.runner import run_macro
from handbook.site.parts.goal_list import goal_lines
from handbook.site.parts.leaning import leans_on
from handbook.site.parts.referring import referring
from handbook.site.sheet import ErratumView, LinkView, NoteView, Sheet
from handbook.site.view import Entry, Indexed
from handbook.targets.addresses import unit_target
from handbook.targets.paths import plan_path
from handbook.words.citations import section_number


@dataclass(frozen=True)
class UnitView:
    """A unit as shown."""

    id: str
    kind: str
    label: str
    cite: str
    html: Markup
    tail: Markup
    items: list[UnitView]
    notes: list[NoteView]
    errata: list[ErratumView]
    run_in: bool
    prose: Language
    address: str


def decision_page(sheet: Sheet, decision: Decision) -> Markup:
    blocks: list[Markup] = []
    if sheet.prose is None:
        blocks.append(run_macro(sheet, Call("header", (), decision.place)))
    else:
        for block in sheet.prose.blocks:
            if isinstance(block, Call):
                blocks.append(run_macro(sheet, block))
            elif isinstance(block, Heading):
                blocks.append(heading(sheet, decision, block))
                blocks += plan_here(sheet, decision, block)
            elif block.address in decision.units:
                blocks.append(unit_html(sheet, decision.units[block.address], block))
    return sheet.template(
        "pages/decision.html",
        blocks=blocks,
        cites=leans_on(sheet, decision.id),
        end=referring(sheet, lambda anchor: unit_target(decision.id, anchor), list(decision.units), within=decision.id),
        stubs=[] if decision.published else stubs(sheet, decision),
    )


def decision_header(sheet: Sheet, decision: Decision) -> Markup:
    """Symbol, title, meeting, place, date, articles, page in the booklet, status of the text."""
    view = sheet.view
    part = next((part for part in sheet.record.meetings.get(decision.meeting, ()) if part.id == decision.part), None)
    dates = view.language.span(date.fromisoformat(part.first), date.fromisoformat(part.last)) if part else ""
    return sheet.template(
        "macros/header_decision.html",
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
        address=f"{decision.id}#title",
        partial=bool(decision.tables) and not decision.published,
        language_of_text=view.language_name(sheet.prose_language),
    )


def unit_html(sheet: Sheet, unit: Unit, clause: Clause) -> Markup:
    shown = unit_view(sheet, unit, clause)
    if unit.kind == "paragraph":
        sheet.gathering.contents.append(Entry(unit.label, unit.id, 3, number=True))
    return sheet.template("parts/unit.html", unit=shown)


def unit_view(sheet: Sheet, unit: Unit, clause: Clause | None) -> UnitView:
    """A unit with its words; without, where a preview's page lacks a sub-paragraph."""
    assert sheet.decision is not None
    assert sheet.prose is not None
    language = sheet.view.language
    words, tail = (clause.spans, clause.tail) if clause else ((), ())
    target = unit_target(sheet.decision.id, unit.id)
    cite = sheet.view.cite(target, sheet.decision.id)
    label = "" if unit.kind == "plain" else language.label(unit.label, unit.kind)
    text = f"{sheet.plain(words)} {sheet.plain(tail)}".strip()
    address = f"{sheet.decision.id}#{unit.id}"
    sheet.index(Indexed(unit.id, f"{sheet.decision.id}{language.comma}{cite}", text, "decision"), address)
    return UnitView(
        id=unit.id,
        kind=unit.kind,
        label=label,
        cite=cite,
        html=sheet.spans(words),
        tail=sheet.spans(tail),
        items=[unit_view(sheet, item, sheet.prose.units.get(item.id)) for item in unit.items],
        notes=sheet.notes(unit.id),
        errata=sheet.errata(unit.id),
        run_in=unit.run_in,
        prose=sheet.prose_language,
        address=address,
    )


def heading(sheet: Sheet, decision: Decision, block: Heading) -> Markup:
    anchor = block.address
    if block.level == 1:
        kind = block.id.partition("-")[0]
        number = sheet.view.ui(kind)
    else:
        section = next(
            (candidate for body in decision.body.walk() for candidate in body.sections if candidate.id == anchor), None
        )
        kind = "section"
        number = section_number(section.label, sheet.view.language.code) if section and section.label else ""
    title = sheet.view.names.get(f"{decision.id}#{anchor}")
    sheet.gathering.contents.append(
        Entry(" ".join(filter(None, (number, title))), anchor, 1 if block.level == 1 else 2)
    )
    return sheet.template(
        "parts/heading.html",
        anchor=anchor,
        kind=kind,
        number=number,
        title=title,
        # Under the page's title and, in an annex, under the annex's.
        level=block.level + (not anchor.startswith("sec-")),
        address=f"{decision.id}#{anchor}",
    )


def plan_here(sheet: Sheet, decision: Decision, block: Heading) -> list[Markup]:
    """Under the heading of an appendix that has no text of its own: where its plan's table is, goal by goal."""
    part = next((candidate for candidate in decision.body.walk() if candidate.id == block.id), None)
    if block.level != 1 or part is None or part.paragraphs or part.preamble or part.parts:
        return []
    return [
        sheet.template(
            "parts/plan_here.html",
            plan=LinkView(sheet.view.name(f"plan.{plan.id}"), sheet.to(plan_path(plan.id))),
            areas=goal_lines(sheet, plan),
        )
        for plan in sheet.record.plans.values()
        if plan.decision == decision.id
    ]


def stubs(sheet: Sheet, decision: Decision) -> list[LinkView]:
    """Places of an unpublished decision that others cite: each keeps its address."""
    view = sheet.view
    return [
        LinkView(view.sentence(view.cite(unit_target(decision.id, anchor), decision.id)), "", anchor)
        for anchor in decision_stubs(view.site, decision)
    ]
