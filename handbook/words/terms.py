"""Where the terms of the glossary are used: found in prose by their forms, the longest first.

`国家主管当局` is no use of `主管当局`: no word counts for two terms. How texts are cut up and words compared is each
language's own (`Language.stems`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from handbook.languages import LANGUAGES
from handbook.model.names import Names
from handbook.model.prose import Page, Span


class TermFinder:
    """The terms of one language."""

    def __init__(self, names: Names, terms: Iterable[str]) -> None:
        self.own = LANGUAGES[names.language].stems
        self.stems: dict[str, str] = {}
        #: First sign or word → what may begin there, the longest first, with its term.
        self.starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.known: set[str] = set()
        for term in terms:
            for form in names.term_forms(term):
                pieces = self.pieces(form)
                if pieces:
                    self.known.update(pieces)
                    self.starts.setdefault(pieces[0], []).append((pieces, term))
        for known in self.starts.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def pieces(self, text: str) -> tuple[str, ...]:
        """Signs of a text whose words are not inflected, stems of any other."""
        pieces = self.own.pieces(text)
        stem = self.own.stem
        return tuple(pieces) if stem is None else tuple(self._stemmed(word, stem) for word in pieces)

    def _stemmed(self, word: str, stem: Callable[[str], str]) -> str:
        """Prose has few different words: each is cut once. What is joined to a word is cut off where a known one is
        left.
        """
        if word not in self.stems:
            tries = [word]
            while tries[-1][:1] and tries[-1][0] in self.own.joined:
                tries.append(tries[-1][1:])
            stems = list(map(stem, tries))
            self.stems[word] = next((one for one in stems if one in self.known), stems[0])
        return self.stems[word]

    def terms_in(self, text: str) -> dict[str, None]:
        """The terms in a text, in its order, each once."""
        pieces = self.pieces(text)
        terms: dict[str, None] = {}
        index = 0
        while index < len(pieces):
            size = 1
            for form, term in self.starts.get(pieces[index], ()):
                if pieces[index : index + len(form)] == form:
                    terms[term] = None
                    size = len(form)
                    break
            index += size
        return terms


def terms_of_page(page: Page, finder: TermFinder) -> Mapping[str, tuple[str, ...]]:
    """Term → the addresses of the units, items and footnotes of a page that use it, in its order."""
    out: dict[str, list[str]] = {}
    for anchor, text in _passages(page):
        for term in finder.terms_in(text):
            out.setdefault(term, []).append(anchor)
    return {term: tuple(anchors) for term, anchors in out.items()}


def _passages(page: Page) -> Iterator[tuple[str, str]]:
    for id, words in page.units.items():
        yield id, f"{_text(words.spans)}\n{_text(words.tail)}"
    for note in page.notes:
        yield note.address, _text(note.spans)


def _text(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans if span.kind != "mark")
