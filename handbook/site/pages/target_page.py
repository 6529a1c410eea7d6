"""The page of a target outside the handbook: what it is, and where the decisions refer to it. One of a meeting stays
when the handbook takes in the meeting's decisions, and lists them.
"""

from __future__ import annotations

from markupsafe import Markup

from handbook.site.parts.referring import referring
from handbook.site.sheet import LinkView, Sheet
from handbook.targets.addresses import anchor_of
from handbook.targets.grammar import INSTRUMENTS, Target
from handbook.targets.paths import decision_path

#: The word of the interface for what a target of a scheme is, where that is not the scheme's own name.
WORDS = {
    **dict.fromkeys(INSTRUMENTS, "article"),
    "dec": "decision",
    "cop": "cop_decision",
    "doc": "document",
    "ga": "ga_resolution",
    "proc": "procedure",
}


def target_page(sheet: Sheet, target: Target) -> Markup:
    view = sheet.view
    outside = sheet.record.outside.get(target)
    instrument = target.scheme in INSTRUMENTS
    held = sheet.record.holds_meeting(target)
    decisions = [
        LinkView(view.name(decision.id), sheet.to(decision_path(decision.id)), decision.id)
        for decision in sheet.record.decisions.values()
        if (held and decision.meeting == target.id)
        or any(reference.target.whole == target for reference in decision.articles)
    ]
    parts = [Target(target.scheme, target.id, parts) for parts in view.site.crossrefs.targets[target]]

    def place_of(anchor: str) -> Target:
        return next((part for part in parts if anchor_of(part) == anchor), target)

    return sheet.template(
        "pages/target.html",
        kind=view.ui(f"kind_{WORDS.get(target.scheme, target.scheme)}"),
        cite=view.sentence(view.cite(target)),
        title=view.names.get(str(target)) if instrument else "",
        instrument=view.name(f"instrument.{target.scheme}") if instrument else "",
        year=outside.year if outside else None,
        notice="" if held else view.ui("article_text_elsewhere" if instrument else "outside_page"),
        places=referring(sheet, place_of),
        decisions=decisions,
    )
