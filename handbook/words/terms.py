"""Where the terms of the glossary are used: found in prose by their forms, the longest first.

`国家主管当局` is no use of `主管当局`: no word counts for two terms.

Chinese is compared sign by sign, without brackets of titles, hyphens and spaces; the other languages word by word, each
cut down to what stays the same when it is inflected. That is rougher than a grammar: what it takes for one word
(`новый`, `новая`) hardly ever means another.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping

from handbook.model.names import Names
from handbook.model.prose import Page, Span

_WORD = re.compile(r"\w+")
_ZH_LOOSE = re.compile(r"[\s《》‐‑–—－-]")
_RU_END = re.compile(
    r"(?<=\w{3})(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ием|ией|ия|ии|ию|ие|ах|ях|ам|ям|ов|ев|ей|ой|ый|ий|ая|яя|"
    r"ое|ее|ые|ую|юю|ых|их|ым|им|ом|ем|а|я|о|е|ы|и|у|ю|ь)$"
)
_AR_START = re.compile(r"^(?:ال|لل)(?=\w{3})")
#: Conjunctions and prepositions that are written together with the next word; many a word begins so itself.
_AR_JOINED = "وفبكل"
_AR_END = re.compile(r"(?<=\w{3})(?:ات|ين|ون|ان|ة|ه|ي|ا)$")


def _english(word: str) -> str:
    for plural, one in (("ies", "y"), ("oes", "o")):
        if len(word) > 4 and word.endswith(plural):
            return word.removesuffix(plural) + one
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _romance(word: str) -> str:
    """Without accents, feminine and plural."""
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
    return re.sub(r"(?<=\w{3})(?:es|as|os|s|x|e|a|o)$", "", plain)


def _russian(word: str) -> str:
    return _RU_END.sub("", word.replace("ё", "е"))


def _arabic(word: str) -> str:
    """Without vowel signs, the article and the commonest endings."""
    plain = "".join(sign for sign in word if not unicodedata.combining(sign))
    return _AR_END.sub("", _AR_START.sub("", plain))


_STEMS: Mapping[str, Callable[[str], str]] = {
    "en": _english,
    "fr": _romance,
    "es": _romance,
    "ru": _russian,
    "ar": _arabic,
}


class Finder:
    """The terms of one language."""

    def __init__(self, names: Names, terms: Iterable[str]) -> None:
        self.stem = _STEMS.get(names.language)
        self.stems: dict[str, str] = {}
        #: First sign or word → what may begin there, the longest first, with its term.
        self.starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.known: set[str] = set()
        self.joined = _AR_JOINED if names.language == "ar" else ""
        for term in terms:
            for form in names.term_forms(term):
                pieces = self.pieces(form)
                if pieces:
                    self.known.update(pieces)
                    self.starts.setdefault(pieces[0], []).append((pieces, term))
        for known in self.starts.values():
            known.sort(key=lambda one: -len(one[0]))

    def pieces(self, text: str) -> tuple[str, ...]:
        """Signs of a Chinese text, stems of any other."""
        if self.stem is None:
            return tuple(_ZH_LOOSE.sub("", text))
        return tuple(map(self._stemmed, _WORD.findall(text.casefold())))

    def _stemmed(self, word: str) -> str:
        """Prose has few different words: each is cut once. What is joined to an Arabic word is cut off where a known
        one is left.
        """
        if word not in self.stems:
            assert self.stem is not None
            tries = [word]
            while tries[-1][:1] and tries[-1][0] in self.joined:
                tries.append(tries[-1][1:])
            stems = list(map(self.stem, tries))
            self.stems[word] = next((stem for stem in stems if stem in self.known), stems[0])
        return self.stems[word]

    def found(self, text: str) -> dict[str, None]:
        """The terms in a text, in its order, each once."""
        pieces = self.pieces(text)
        out: dict[str, None] = {}
        at = 0
        while at < len(pieces):
            size = 1
            for form, term in self.starts.get(pieces[at], ()):
                if pieces[at : at + len(form)] == form:
                    out[term] = None
                    size = len(form)
                    break
            at += size
        return out


def of_page(page: Page, finder: Finder) -> Mapping[str, tuple[str, ...]]:
    """Term → the addresses of the units, items and footnotes of a page that use it, in its order."""
    out: dict[str, list[str]] = {}
    for anchor, text in _passages(page):
        for term in finder.found(text):
            out.setdefault(term, []).append(anchor)
    return {term: tuple(anchors) for term, anchors in out.items()}


def _passages(page: Page) -> Iterator[tuple[str, str]]:
    for id, words in page.units.items():
        yield id, f"{_text(words.spans)}\n{_text(words.tail)}"
    for note in page.notes:
        yield f"fn-{note.mark}", _text(note.spans)


def _text(spans: Iterable[Span]) -> str:
    return "".join(span.text for span in spans if span.kind != "mark")
