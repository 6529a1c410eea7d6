"""The emphasised words of a unit are its acts in the record, all of them and nothing else, in that order, each in a
form that the termbase has, with *also* or *further* where the record has it and only there.

Bad:  3. *Invites* Parties …   where the record has `{act: requests, also: also}`
Good: 3. *Also requests* Parties …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.beside.outline import plan_pages, preambular
from handbook.beside.readings import Reading, readings
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.decision import Act
from handbook.model.prose import Span
from handbook.words.acts import ACTS, PREAMBLE, ActForms, Named
from handbook.words.wording import Wording, wordings


@dataclass(frozen=True)
class _Said:
    """An emphasised text, and the acts that it can be."""

    text: str
    place: Place
    acts: frozenset[Named]


def look(corpus: Corpus) -> Iterator[Problem]:
    termbase = corpus.record.acts
    written = {language for language, _ in corpus.pages}
    forms = {(group, code): ActForms(termbase, group, code) for group in (ACTS, PREAMBLE) for code in written}
    for reading in readings(corpus):
        yield from _decision(reading, forms)
    for page, _ in plan_pages(corpus):
        for own in wordings(page):
            yield from _none(own)


def _decision(reading: Reading, forms: dict[tuple[str, str], ActForms]) -> Iterator[Problem]:
    clauses = preambular(reading.decision)
    for own in wordings(reading.page):
        unit = reading.decision.units.get(own.unit)
        if unit and own.unit in reading.shared:
            group = PREAMBLE if own.unit in clauses else ACTS
            yield from _unit(own, unit.acts, forms[group, reading.page.language])
        elif own.unit.startswith("fn-"):
            yield from _none(own)


def _none(own: Wording) -> Iterator[Problem]:
    for span in (*own.spans, *own.tail):
        if span.kind == "act":
            yield Problem(span.place, f"act {span.text!r}, expected none here", unit=own.unit)


def _unit(own: Wording, acts: Sequence[Act], forms: ActForms) -> Iterator[Problem]:
    said = [emphasis for spans in (own.spans, own.tail) for emphasis in _said(spans, forms)]
    expected = [Named(act.act, act.also) for act in acts]
    if not own.text.strip() or not forms.known or any(act.act not in forms.forms for act in acts):
        return  # reported by other checks
    for emphasis, act in _paired(said, expected):
        if emphasis is None and act is not None:
            offset = forms.offset_of(act, own.unlinked)
            place = own.place if offset is None else own.place_at(offset)
            yield Problem(place, f"act {forms.best(act)!r} is missing, expected it between asterisks", unit=own.unit)
        elif emphasis is not None and act is None:
            yield Problem(emphasis.place, f"act {emphasis.text!r}, expected none here", unit=own.unit)
        elif emphasis is not None and act is not None and act not in emphasis.acts:
            shown = forms.best(act)
            shown = shown[:1].lower() + shown[1:] if emphasis.text[:1].islower() else shown
            yield Problem(emphasis.place, f"act {emphasis.text!r}, expected {shown!r}", unit=own.unit)


def _said(spans: Sequence[Span], forms: ActForms) -> Iterator[_Said]:
    for span, after in zip(spans, (*spans[1:], None), strict=False):
        if span.kind == "act":
            follows = after.text if after and after.kind == "text" else ""
            yield _Said(span.text, span.place, forms.acts_in(span.text, follows))


def _paired(said: Sequence[_Said], expected: Sequence[Named]) -> list[tuple[_Said | None, Named | None]]:
    """Acts of the page and of the record side by side; where one has fewer, what fits stays together."""
    if len(said) == len(expected):
        return list(zip(said, expected, strict=True))
    if not said or not expected:
        return [*((emphasis, None) for emphasis in said), *((None, act) for act in expected)]
    if expected[0] in said[0].acts:
        return [(said[0], expected[0]), *_paired(said[1:], expected[1:])]
    if len(said) > len(expected):
        return [(said[0], None), *_paired(said[1:], expected)]
    return [(None, expected[0]), *_paired(said, expected[1:])]


CHECK = Check(
    Code.WD002,
    hint="write the act as data/terms.yaml has it, or mend data/decisions.yaml",
    look=look,
    waivable=True,
)
