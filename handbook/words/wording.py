"""The words of a unit as one text that readers see, each character with its place in the source. Nothing is judged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handbook.findings.finding import Place
from handbook.model.prose import Page, Span

#: Stands for words that are not looked at: a label that the handbook fills in itself, any label where labels are
#: held by checks of their own.
HIDDEN = "\ufffc"
#: Between a unit's own words and its closing words: sub-paragraphs stand there.
GAP = "\n"


@dataclass(frozen=True)
class Wording:
    """Own words and closing words of a unit, or the text of a footnote (`fn-1`); marks are left out."""

    page: Page
    unit: str
    place: Place
    spans: tuple[Span, ...]
    tail: tuple[Span, ...] = ()

    @cached_property
    def _pieces(self) -> list[tuple[str, Span | None]]:
        own, tail = _shown(self.spans), _shown(self.tail)
        return [*own, (GAP, None), *tail] if tail else own

    @cached_property
    def text(self) -> str:
        return "".join(text for text, _ in self._pieces)

    @cached_property
    def unlinked(self) -> str:
        """The same text, character for character, with the labels of links hidden."""
        return "".join(HIDDEN * len(text) if span and span.kind == "link" else text for text, span in self._pieces)

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for text, _ in self._pieces[:-1]:
            starts.append(starts[-1] + len(text))
        return starts

    def start(self, span: Span) -> int:
        """The offset of a span in `text`."""
        return next(start for start, (_, one) in zip(self._starts, self._pieces, strict=True) if one is span)

    def place_at(self, offset: int) -> Place:
        """Where a character of `text` stands."""
        index = bisect_right(self._starts, offset) - 1
        span = self._pieces[index][1] if self._pieces else None
        return span.place_at(offset - self._starts[index]) if span else self.place


def _shown(spans: tuple[Span, ...]) -> list[tuple[str, Span | None]]:
    return [(span.text or HIDDEN, span) for span in spans if span.kind != "mark"]


def wordings(page: Page) -> tuple[Wording, ...]:
    """Every unit of a page that has an address, then its footnotes."""
    return page.once(_wordings)


def _wordings(page: Page) -> tuple[Wording, ...]:
    return tuple(_each(page))


def _each(page: Page) -> Iterator[Wording]:
    for id, words in page.units.items():
        yield Wording(page, id, words.place, words.spans, words.tail)
    for note in page.notes:
        yield Wording(page, note.address, note.place, note.spans)
