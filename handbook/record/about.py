"""data/pages.yaml and data/glossary.yaml: the pages about the handbook, and the terms of its glossary."""

from __future__ import annotations

from handbook.findings.codes import Code
from handbook.model.record import Reference, Term, TextPage
from handbook.sources.fields import Fields
from handbook.targets.grammar import parse_target

ID = r"[a-z]+(?:-[a-z0-9]+)*"
#: What a term may be, in the order of the page; their heads are in names.yaml, under `glossary.<group>`.
GROUPS = ("instruments", "bodies", "organisms", "risks", "implementation", "meetings", "resources")


def page(fields: Fields) -> tuple[str, TextPage]:
    id = fields.text("id", r"[a-z]+", says="an id such as introduction")
    sections: dict[str, None] = {}
    for section, place in fields.texts("sections", ID, "an id such as how-to-cite"):
        if section in sections:
            fields.note(place, Code.REC005, f"section {section!r} again", "keep one of the two")
        sections[section] = None
    return id, TextPage(id, tuple(sections), fields.place, fields.places)


def term(fields: Fields) -> tuple[str, Term]:
    id = fields.text("id", ID, says="an id such as risk-assessment")
    group = fields.choice("group", GROUPS)
    key = fields.text("key", r"[a-z0-9 ]+", says="small Latin letters")
    return id, Term(id, group, key, _defined(fields), fields.place, fields.places)


def _defined(fields: Fields) -> Reference | None:
    text = fields.text("defined", required=False)
    if not text:
        return None
    target, place = parse_target(text), fields.places["defined"]
    if isinstance(target, str):
        fields.note(place, Code.REC004, f"reference {text!r} {target}", "see docs/prose.md, References")
        return None
    return Reference(target, place)
