"""Units side by side: those of a page and the same ones of the source language's page, where both surely have them."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import decision_pages, draft_pages, plan_pages, text_pages
from handbook.beside.passages import Passage
from handbook.beside.readings import reading_of
from handbook.beside.references import unlinked
from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.model.prose import Page
from handbook.words.wording import HIDDEN, Wording, wordings


def pairs(corpus: Corpus) -> Iterator[tuple[Wording, Wording]]:
    """Each unit and footnote of a page with the source language's."""
    sources: dict[tuple[str, str], dict[str, Wording]] = {}
    for page, sure in _sure(corpus):
        if page.language == SOURCE:
            sources[page.subject] = {one.unit: one for one in wordings(page) if one.unit in sure}
    for page, sure in _sure(corpus):
        if page.language != SOURCE:
            known = sources.get(page.subject, {})
            yield from ((one, known[one.unit]) for one in wordings(page) if one.unit in sure and one.unit in known)


def uncited(own: Wording) -> str:
    """The text with its citations hidden, whether they are links, as they should be, or not."""
    text = own.unlinked
    for span, citation in unlinked(Passage(own.unit, own.spans + own.tail, own.place), own.page.language):
        start = own.start(span) + citation.start
        text = f"{text[:start]}{HIDDEN * len(citation.text)}{text[start + len(citation.text) :]}"
    return text


def _sure(corpus: Corpus) -> Iterator[tuple[Page, frozenset[str]]]:
    """Each page with the addresses that surely are those of the record's units."""
    for page, _ in decision_pages(corpus):
        yield page, reading_of(corpus, page).shared | {note.address for note in page.notes}
    for page, _ in plan_pages(corpus):
        yield page, frozenset(page.units)
    for page, _ in draft_pages(corpus):
        yield page, frozenset(page.units)
    for page, _ in text_pages(corpus):
        yield page, frozenset(page.units)
