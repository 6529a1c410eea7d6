"""The lines of a plan's table as one string without blanks: what a label is does not depend on where lines break."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from handbook.importer.flow import Flow
from handbook.importer.lines import torn
from handbook.importer.model import Line

#: What begins with a character: nothing, a line of a torn one, a line, a line after something that was taken out, a
#: line after a blank one.
INSIDE, TORN, LINE, TAKEN, APART = range(5)
#: Characters of full width as those of half width: `（` is `(`, `．` is `.`.
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


@dataclass(frozen=True)
class Sign:
    """One character that is no blank, with its place in the file and those of the blanks that follow it in its line."""

    text: str
    place: int
    line: int
    begins: int
    torn: bool
    blanks: tuple[int, ...] = ()


@dataclass(frozen=True)
class Stream:
    """Offsets count signs from 0."""

    signs: tuple[Sign, ...]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Stream:
        return cls(tuple(_signs(lines)))

    def __len__(self) -> int:
        return len(self.signs)

    @cached_property
    def text(self) -> str:
        """Every sign in its half width, so that labels have one form."""
        return "".join(sign.text for sign in self.signs).translate(_HALF)

    def number(self, offset: int) -> int:
        """The number of the file's line at an offset; the last one's behind the end."""
        return self.signs[min(offset, len(self.signs) - 1)].line if self.signs else 0

    def begins(self, offset: int) -> int:
        """What begins at an offset."""
        return self.signs[offset].begins if offset < len(self.signs) else APART

    def flow(self, start: int, end: int) -> Flow:
        """The words between two offsets, with a blank where the file has some."""
        text: list[str] = []
        places: list[int] = []
        for sign in self.signs[start:end]:
            text += (sign.text, " " * len(sign.blanks))
            places += (sign.place, *sign.blanks)
        return Flow("".join(text), tuple(places)).strip()

    def lines(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The printed lines between two offsets; the characters of one that was torn are one line."""
        begins = [start, *(at for at in range(start + 1, end) if self.signs[at].begins >= LINE), end]
        return pairwise(begins)

    def width(self, start: int, end: int) -> float:
        """How much room signs take: those of Chinese type one each, others and punctuation half of it."""
        return sum(1 if sign.text.isalnum() and sign.text > "\u2fff" else 0.5 for sign in self.signs[start:end])

    def without(self, parts: Sequence[tuple[int, int]]) -> Stream:
        """The rest. `parts` follow one another; what stands behind one begins a line."""
        ends = [0, *(end for _, end in parts)]
        starts = [*(start for start, _ in parts), len(self.signs)]
        out: list[Sign] = []
        for end, start in zip(ends, starts, strict=True):
            kept = self.signs[end:start]
            if end and kept:
                out.append(_taken(kept[0]))
                kept = kept[1:]
            out += kept
        return Stream(tuple(out))


def _taken(sign: Sign) -> Sign:
    return Sign(sign.text, sign.place, sign.line, TAKEN, sign.torn, sign.blanks)


def _signs(lines: Sequence[Line]) -> Iterator[Sign]:
    places = torn(lines)
    apart, within = True, False
    for order, line in enumerate(lines):
        if line.blank:
            apart, within = True, False
            continue
        cut = order in places
        begins = TORN if within and cut else LINE if cut or not apart else APART
        yield from _line(line, begins, torn=cut)
        apart, within = False, cut


def _line(line: Line, begins: int, *, torn: bool) -> Iterator[Sign]:
    """The signs of one line. Of blanks in a row one is kept, those before the first sign are not."""
    text, places = line.flow.text, line.flow.places
    waiting: tuple[str, int] | None = None
    blank: tuple[int, ...] = ()
    for sign, place in zip(text, places, strict=True):
        if not sign.isspace():
            if waiting:
                yield Sign(*waiting, line.number, begins, torn, blank)
                begins = INSIDE
            waiting, blank = (sign, place), ()
        elif waiting and not blank:
            blank = (place,)
    if waiting:
        yield Sign(*waiting, line.number, begins, torn, blank)
