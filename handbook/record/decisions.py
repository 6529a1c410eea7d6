"""data/decisions.yaml: meetings and their decisions, with every unit, act, reference and footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.findings.codes import Code
from handbook.languages import LANGUAGES
from handbook.model.decision import Act, Decision, Footnote, Part, Section, Unit
from handbook.model.record import MeetingPart
from handbook.record.values import OCCASION, UNIT, WORDS, by_id, occasions, references
from handbook.sources.fields import Fields
from handbook.targets.addresses import kind_of
from handbook.targets.grammar import DECISION


def read_meetings(file: Fields) -> dict[str, tuple[MeetingPart, ...]]:
    return by_id(file.children("meetings", "meeting"), _meeting)


def read_decisions(file: Fields) -> dict[str, Decision]:
    return by_id(file.children("decisions", "decision", required=True), _decision)


def read_prose_languages(file: Fields) -> tuple[str, ...]:
    """The languages that should have prose of their own."""
    return tuple(text for text, _ in file.texts("prose", "|".join(LANGUAGES), "a language of the handbook"))


def read_occasions(file: Fields) -> tuple[str, ...]:
    """Meetings and events in the order in which they are due."""
    return tuple(text for text, _ in file.texts("occasions", OCCASION, "meeting:… or event:…"))


def _meeting(fields: Fields) -> tuple[str, tuple[MeetingPart, ...]]:
    id = fields.text("id", UNIT)
    parts = []
    for part in fields.children("parts", "part of a meeting", required=True):
        parts.append(MeetingPart(part.text("id", UNIT), part.date("from"), part.date("to")))
        part.done()
    return id, tuple(parts)


def _decision(fields: Fields) -> tuple[str, Decision]:
    id = fields.text("id", DECISION, says="an id such as CP-1/2")
    opening = fields.child("opening", "opening")
    text = opening.text("text", WORDS) if opening else ""
    if opening:
        opening.done()
    published = fields.flag("published", True)
    body = _part(fields, "", id)
    decision = Decision(
        id=id,
        symbol=fields.text("symbol"),
        meeting=fields.text("meeting", UNIT),
        part=fields.text("part", UNIT),
        page=fields.number("page"),
        articles=references(fields, "articles", id),
        published=published,
        opening=text,
        body=body,
        footnotes=tuple(_footnotes(fields, id)),
        tables=tuple(text for text, _ in fields.texts("tables", UNIT)),
        place=fields.place,
        places=fields.places,
    )
    if published and not text and id:
        fields.note(fields.place, Code.REC004, f"decision {id!r} has no opening", "add `opening: {text: …}`")
    return id, decision


def _part(fields: Fields, id: str, decision: str) -> Part:
    """The body, whose `id` is empty and which may have annexes; or one of those, which may have appendices."""
    sections = tuple(_sections(fields))
    preamble = tuple(_units(fields, "preamble", "preambular clause", decision, "plain"))
    paragraphs = tuple(_units(fields, "paragraphs", "paragraph", decision, "paragraph"))
    parts = []
    key, what = ("appendices", "appendix") if id else ("annexes", "annex")
    for child in fields.children(key, what):
        parts.append(_part(child, child.text("id", UNIT), decision))
        child.done()
    return Part(id, fields.place, preamble, sections, paragraphs, tuple(parts))


def _sections(fields: Fields) -> Iterator[Section]:
    for section in fields.children("sections", "section"):
        yield Section(
            section.text("id", UNIT),
            section.text("label", required=False) or None,
            section.text("parent", UNIT, required=False) or None,
            section.place,
            section.places,
        )
        section.done()


def _units(fields: Fields, key: str, what: str, decision: str, kind: str, above: str = "") -> Iterator[Unit]:
    """Clauses and paragraphs; or sub-paragraphs, of which `kind` and `above` are the kind and the id that they are
    under.
    """
    for child in fields.children(key, what):
        id = child.text("id", UNIT, says="an address such as p6-a")
        label = id.rsplit("-", 1)[-1]
        if kind != "plain":
            label = re.sub(r"^(p|pre)(?=\d)", "", label)
        own = kind_of(label, kind) if key == "items" else kind
        if key == "items" and id and not id.startswith(f"{above}-"):
            child.note(child.place, Code.REC004, f"sub-paragraph {id!r} stands under {above!r}", "ids nest")
        yield Unit(
            id=id,
            label=label,
            kind=own,
            place=child.place,
            acts=tuple(_acts(child)),
            references=references(child, "refs", decision),
            items=tuple(_units(child, "items", "sub-paragraph", decision, own, id)),
            run_in=child.flag("run_in", False),
            tail=child.flag("tail", False),
            section=child.text("section", UNIT, required=False) or None,
            due=occasions(child),
            places=child.places,
        )
        child.done()


def _acts(fields: Fields) -> Iterator[Act]:
    for act in fields.children("acts", "act"):
        yield Act(
            act=act.text("act", WORDS),
            also=act.choice("also", ("also", "further"), "") or None,
            to=tuple(text for text, _ in act.texts("to", WORDS)),
            by=tuple(text for text, _ in act.texts("by", WORDS)),
            due=occasions(act),
            place=act.place,
            places=act.places,
        )
        act.done()


def _footnotes(fields: Fields, decision: str) -> Iterator[Footnote]:
    for note in fields.children("footnotes", "footnote"):
        n = note.text("n", r"\d+|\*", says="a number or *")
        yield Footnote(
            id=note.text("id", r"fn-(?:\d+|s\d+)", says="fn-1, or fn-s1 for an asterisk note"),
            n=n,
            carrier=note.text("at", r"[a-z0-9-]+(?:/[a-z0-9-]+)?"),
            cites=references(note, "cites", decision),
            place=note.place,
        )
        note.done()
