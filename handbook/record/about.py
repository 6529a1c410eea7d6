"""data/pages.yaml and data/glossary.yaml: the pages about the handbook, and the terms of its glossary."""

from __future__ import annotations

from handbook.findings.codes import Code
from handbook.model.record import Term, TextPage
from handbook.record.values import by_id, reference
from handbook.sources.fields import Fields

ID = r"[a-z]+(?:-[a-z0-9]+)*"
#: What a term may be, in the order of the page; their heads are in names.yaml, under `glossary.<group>`.
GROUPS = ("instruments", "bodies", "organisms", "risks", "implementation", "meetings", "resources")


def read_pages(file: Fields) -> dict[str, TextPage]:
    return by_id(file.children("pages", "page", required=True), _page)


def read_terms(file: Fields) -> dict[str, Term]:
    return by_id(file.children("terms", "term", required=True), _term)


def _page(fields: Fields) -> tuple[str, TextPage]:
    id = fields.text("id", r"[a-z]+", says="an id such as introduction")
    sections: dict[str, None] = {}
    for section, place in fields.texts("sections", ID, "an id such as how-to-cite"):
        if section in sections:
            fields.note(place, Code.REC005, f"section {section!r} again", "keep one of the two")
        sections[section] = None
    return id, TextPage(id, tuple(sections), fields.place, fields.places)


def _term(fields: Fields) -> tuple[str, Term]:
    id = fields.text("id", ID, says="an id such as risk-assessment")
    group = fields.choice("group", GROUPS)
    key = fields.text("key", r"[a-z0-9 ]+", says="small Latin letters")
    return id, Term(id, group, key, reference(fields, "defined"), fields.place, fields.places)
