"""The page of a target outside the handbook: what it is, and where the decisions refer to it."""

from __future__ import annotations

from handbook.site.sheet import LinkView, Sheet
from handbook.site.site import decision_path
from handbook.targets.grammar import INSTRUMENTS, Target, parse_target


def target(sheet: Sheet) -> str:
    view = sheet.view
    target = parse_target(sheet.at.id)
    assert isinstance(target, Target)
    outside = sheet.record.outside.get(target)
    instrument = target.scheme in INSTRUMENTS
    kind = "article" if instrument else {
        "dec": "decision", "cop": "cop_decision", "doc": "document", "ga": "ga_resolution", "proc": "procedure",
        "meeting": "meeting", "sdg": "sdg", "target": "target",
    }[target.scheme]  # fmt: skip
    concerns = [
        LinkView(view.name(decision.id), sheet.to(decision_path(decision.id)), decision.id)
        for decision in sheet.record.decisions.values()
        if any(reference.target.whole == target for reference in decision.articles)
    ]
    return sheet.template(
        "target.html",
        kind=view.ui(f"kind_{kind}"),
        cite=view.sentence(view.cite(target)),
        title=view.names.get(str(target)) if instrument else "",
        instrument=view.name(f"instrument.{target.scheme}") if instrument else "",
        year=outside.year if outside else None,
        places=sheet.referring(sheet.at.path, None),
        concerns=concerns,
    )
