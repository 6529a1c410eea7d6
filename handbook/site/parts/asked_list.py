"""Acts decision by decision, each with whom it asks, by when, and its first words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.languages import LANGUAGES, Language
from handbook.model.decision import Unit
from handbook.model.prose import Page, Span
from handbook.record.asked import Asked
from handbook.site.sheet import LinkView, Sheet
from handbook.targets.addresses import slug, unit_target
from handbook.targets.grammar import Target
from handbook.targets.paths import decision_path, page_of

#: How much of a paragraph an index shows, in characters that are as wide as a Latin letter; a Chinese one is two.
EXCERPT = 150


@dataclass(frozen=True)
class LineView:
    """One act: where it is, its verb, whom it addresses, its first words, and by when."""

    place: LinkView
    act: str
    to: str
    through: str
    words: str
    prose: Language
    due: list[LinkView]


@dataclass(frozen=True)
class ActView:
    """The paragraphs of one decision under one head."""

    decision: LinkView
    lines: list[LineView]


def asked_lines(sheet: Sheet, acts: Sequence[Asked], omitted: set[str]) -> list[ActView]:
    """Acts under their decisions. Under the heading of an addressee (`omitted`), the others it is asked with stand in
    the words of the act alone.
    """
    view = sheet.view
    by_decision: dict[str, list[LineView]] = {}
    for asked in acts:
        target = unit_target(asked.decision, asked.unit)
        words, prose = _words(sheet, asked)
        to = view.language.list_comma.join(view.name(f"addressee.{addressee}") for addressee in asked.act.to)
        line = LineView(
            place=LinkView(
                view.sentence(view.cite(target, asked.decision)), sheet.to(decision_path(asked.decision), asked.unit)
            ),
            act=view.sentence(view.name(f"act.{asked.act.act}")),
            to="" if omitted else view.sentence(to),
            through=to if omitted & set(asked.act.by) else "",
            words=words,
            prose=prose,
            due=[
                LinkView(occasion(sheet, due).title, sheet.to("deadlines/", occasion_anchor(due)))
                for due in (asked.due if omitted else ())
            ],
        )
        by_decision.setdefault(asked.decision, []).append(line)
    return [
        ActView(LinkView(id, sheet.to(decision_path(id)), view.name(id)), lines) for id, lines in by_decision.items()
    ]


def occasion_anchor(due: str) -> str:
    return slug(due) if ":" in due else f"day-{due}"


def occasion(sheet: Sheet, due: str) -> LinkView:
    """A day, a meeting, which has a page, or an event; in a list of acts it leads to the index by occasion."""
    view = sheet.view
    scheme, _, id = due.partition(":")
    if not id:
        return LinkView(view.day(due), "")
    name = view.name(f"{scheme}.{id}")
    path = page_of(Target("meeting", id)) if scheme == "meeting" else ""
    return LinkView(name, sheet.to(path) if path in view.site.by_path else "")


def _words(sheet: Sheet, asked: Asked) -> tuple[str, Language]:
    """What the act says, from its verb on into its items, cut to a line or two."""
    prose = sheet.view.corpus.prose(sheet.view.language.code, "decision", asked.decision)
    language = LANGUAGES[prose.language] if prose else sheet.view.language
    clause = prose.units.get(asked.unit) if prose else None
    if prose is None or clause is None:
        return "", language
    spans = clause.spans if asked.turn is None else _from_act(clause.spans, asked.turn)
    text = "".join(_with_items(sheet, prose, sheet.record.decisions[asked.decision].units[asked.unit], spans))
    return cut(language.typeset(text)), language


def _with_items(sheet: Sheet, prose: Page, unit: Unit, spans: Sequence[Span]) -> Iterator[str]:
    """The words of a unit and, after them, its items with their labels, for as long as an excerpt can take them."""
    language = LANGUAGES[prose.language]
    gap = " " if language.spaced else ""
    text = sheet.plain(spans)
    yield text
    for item in unit.items if len(text) < EXCERPT else ():
        words = prose.units.get(item.id)
        yield f"{gap}{language.label(item.label, item.kind)}{gap}"
        yield from _with_items(sheet, prose, item, words.spans if words else ())


def _from_act(spans: Sequence[Span], turn: int) -> Sequence[Span]:
    """The spans from one act on: what it asks may stand after the next act, which shares it."""
    starts = [place for place, span in enumerate(spans) if span.kind == "act"]
    return spans[starts[turn] :] if turn < len(starts) else spans


#: A comma and a word that would join on what is cut off: `, and`, `，并`, `, et`.
_JOINT = re.compile(r"[,，、،;；؛:：]\s*\S{0,4}$")


def cut(text: str) -> str:
    """The first words of a text, whole ones, as many as fit; an ellipsis says that there are more."""
    text = _JOINT.sub("", text.strip())
    width = 0
    for place, sign in enumerate(text):
        width += 2 if sign > "\u2e7f" else 1
        if width > EXCERPT:
            short = text[:place]
            return _JOINT.sub("", short.rsplit(" ", 1)[0] if " " in short else short).rstrip() + "…"
    return text
