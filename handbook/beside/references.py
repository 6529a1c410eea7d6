"""The links of a unit beside the references that the record gives it: as two sets, each difference reported once.

A link that cannot be read, that leads nowhere or to its own unit, that has the label of another, and a citation that
is no link are told by checks of their own: the reference that each stands for does not count as missing here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.beside.passages import (
    Link,
    Passage,
    address,
    decision_of,
    is_own,
    known_units,
    links,
    passages,
    shown,
    spoiled,
)
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.prose import Page, Span
from handbook.model.record import Record
from handbook.model.reference import Reference
from handbook.record import existence
from handbook.targets.grammar import Target
from handbook.words.labels import Token, label_differs, label_tokens, target_tokens
from handbook.words.unlinked import Citation, carried_on, citations_in


@dataclass(frozen=True)
class Difference:
    """`actual` is a target that the record does not have here, `expected` the one that it has instead; '' is none."""

    passage: Passage
    place: Place
    actual: str
    expected: str


@dataclass(frozen=True)
class _Unit:
    """What one page has of one unit."""

    page: Page
    passages: list[Passage]
    links: list[Link]


def differences(corpus: Corpus) -> Iterator[Difference]:
    """Over every unit, footnote and plan item that a page and the record have both."""
    return iter(corpus.once(_differences))


def _differences(corpus: Corpus) -> list[Difference]:
    return list(_all_differences(corpus))


def _all_differences(corpus: Corpus) -> Iterator[Difference]:
    for page, known in known_units(corpus):
        units: dict[str, _Unit] = {}
        for passage in passages(page):
            units.setdefault(passage.unit, _Unit(page, [], [])).passages.append(passage)
        for link in links(page):
            units[link.passage.unit].links.append(link)
        for id, references in known.items():
            if id in units:
                yield from _compare(corpus, units[id], references)


def _compare(corpus: Corpus, unit: _Unit, references: tuple[Reference, ...]) -> Iterator[Difference]:
    decision = decision_of(unit.page)
    missing, extra = _unmatched(corpus, unit, list(dict.fromkeys(reference.target for reference in references)))
    missing = _not_in_plain_text(corpus.record, unit, missing)
    for link in extra:
        instead = _take(missing, link, unit.page.language)
        yield Difference(link.passage, link.span.place, link.span.target, shown(instead, decision) if instead else "")
    if not any(spoiled(corpus, passage) for passage in unit.passages):
        first = unit.passages[0]
        yield from (Difference(first, first.place, "", shown(target, decision)) for target in missing)


def _unmatched(corpus: Corpus, unit: _Unit, due: list[Target]) -> tuple[list[Target], list[Link]]:
    """The references that no link of a unit has, and the links that are none of them."""
    there = {link.target for link in unit.links}
    missing = [target for target in due if target not in there]
    extra = []
    for link in unit.links:
        if link.target in due:
            _drop(missing, link.span.text, unit.page.language)
        elif is_told(corpus, unit.page, link):
            _take(missing, link, unit.page.language)
        else:
            extra.append(link)
    return missing, extra


def _not_in_plain_text(record: Record, unit: _Unit, missing: list[Target]) -> list[Target]:
    """The references that the unit's plain text does not say either: a citation without a link is another finding."""
    language = unit.page.language
    citations = [citation for passage in unit.passages for _, citation in unlinked(passage, language)]
    tokens = [token for citation in citations for token in label_tokens(citation.text, language)]
    return [target for target in missing if not _says(tokens, target, printed(record, target))]


def is_told(corpus: Corpus, page: Page, link: Link) -> bool:
    """Whether a link is wrong by itself, whatever the record has."""
    target = link.target
    if isinstance(target, str):
        return True
    return existence.expected(corpus.record, target) is not None or is_own(target, address(page), link.passage.unit)


def printed(record: Record, target: Target) -> str:
    """The booklet's words for a target that it does not resolve."""
    if target.scheme != "unresolved":
        return ""
    return next((erratum.printed for erratum in record.errata if erratum.id == target.id), "")


def unlinked(passage: Passage, language: str) -> Iterator[tuple[Span, Citation]]:
    """The citations in a passage's plain text, each with its span; a number that carries on a link's list is one."""
    after_link = False
    for span in passage.spans:
        if span.kind == "text":
            found = list(citations_in(span.text, language))
            on = carried_on(span.text, language) if after_link else None
            if on and all(other.start > on.start for other in found):
                found.insert(0, on)
            yield from ((span, citation) for citation in found)
        after_link = span.kind == "link"


def _says(tokens: list[Token], target: Target, words: str) -> bool:
    """Whether a citation in plain text ends where the target does."""
    expected, _ = target_tokens(target, words)
    return bool(expected) and any(expected[-1].agrees(token) for token in tokens)


def _fits(label: str, language: str, target: Target) -> bool:
    return bool(label_tokens(label, language)) and label_differs(label, language, target) is None


def _drop(missing: list[Target], label: str, language: str) -> None:
    """A label that says a missing target, on a link to another one: the label is the finding."""
    fitting = next((target for target in missing if _fits(label, language, target)), None)
    if fitting:
        missing.remove(fitting)


def _take(missing: list[Target], link: Link, language: str) -> Target | None:
    """The missing target that a wrong link stands for: that of its label, else one of its scheme, else any."""
    scheme = link.span.target.partition(":")[0].replace("par", "dec")
    tests = (
        lambda target: _fits(link.span.text, language, target),
        lambda target: target.scheme == scheme,
        lambda target: True,
    )
    for test in tests:
        if taken := next(filter(test, missing), None):
            missing.remove(taken)
            return taken
    return None
