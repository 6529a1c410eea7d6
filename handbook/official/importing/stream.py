"""The lines of a plan's table as one string without blanks: what a label is does not depend on where lines break."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from handbook.official.flow import Flow, Range
from handbook.official.importing.lines import torn
from handbook.official.model import Line

#: What begins with a sign: nothing, a line of a torn one, a line, a line behind what was taken out, one behind a blank.
INSIDE, TORN, LINE, TAKEN, APART = range(5)
#: Signs of full width as those of half width: `（` is `(`, `．` is `.`.
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_WORD = re.compile(r"\S+")
_CHINESE = re.compile(r"[々〇㐀-鿿]")
_LINES = re.compile(rb"[\x%02x-\xff]" % LINE)


@dataclass(frozen=True)
class Stream:
    """`raw` are the signs, `places` theirs in the file, `begins` what begins with each; `blanks` are the places of
    blanks by the offset of the sign before them. `rows` are offset, number and tornness of each line. Offsets count
    signs from 0.
    """

    raw: str
    places: Sequence[int]
    begins: bytes
    blanks: Mapping[int, int]
    rows: Sequence[tuple[int, int, bool]]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Stream:
        build = _Build()
        cut = torn(lines)
        apart, within = True, False
        for order, line in enumerate(lines):
            if line.blank:
                apart, within = True, False
                continue
            begins = TORN if within and order in cut else LINE if order in cut or not apart else APART
            build.line(line, begins, torn=order in cut)
            apart, within = False, order in cut
        return build.stream()

    @staticmethod
    def spelled(words: str) -> str:
        """Words as they would stand in `text`."""
        return re.sub(r"\s+", "", words).translate(_HALF)

    def __len__(self) -> int:
        return len(self.raw)

    @cached_property
    def text(self) -> str:
        """Every sign in its half width, so that labels have one form."""
        return self.raw.translate(_HALF)

    def number(self, offset: int) -> int:
        """The number of the file's line at an offset; 0 where there is none."""
        return self._row(offset)[1]

    def torn(self, offset: int) -> bool:
        """Whether the line at an offset is torn."""
        return self._row(offset)[2]

    def _row(self, offset: int) -> tuple[int, int, bool]:
        place = bisect_right(self.rows, (offset, 1 << 60)) - 1
        return self.rows[place] if place >= 0 else (0, 0, False)

    def flow(self, start: int, end: int) -> Flow:
        """The words between two offsets, with one blank where the file has some."""
        text: list[str] = []
        places: list[int] = []
        begin = start
        for offset in self.parted(start, end - 1):
            text += (self.raw[begin : offset + 1], " ")
            places += (*self.places[begin : offset + 1], self.blanks[offset])
            begin = offset + 1
        text.append(self.raw[begin:end])
        places += self.places[begin:end]
        return Flow("".join(text), tuple(places))

    def parted(self, start: int, end: int) -> list[int]:
        """The offsets between two that blanks follow."""
        return self._parted[bisect_left(self._parted, start) : bisect_left(self._parted, end)]

    @cached_property
    def _parted(self) -> list[int]:
        return list(self.blanks)

    def lines(self, start: int, end: int) -> list[Range]:
        """The printed lines between two offsets; the characters of one that was torn are one line."""
        inside = self._begun[bisect_right(self._begun, start) : bisect_left(self._begun, end)]
        return list(pairwise((start, *inside, end)))

    @cached_property
    def _begun(self) -> list[int]:
        return [match.start() for match in _LINES.finditer(self.begins)]

    def width(self, start: int, end: int) -> float:
        """How much room signs take: those of Chinese script one each, others and punctuation half of it."""
        return (end - start + len(_CHINESE.findall(self.raw, start, end))) / 2

    def without(self, parts: Sequence[Range]) -> Stream:
        """The rest. `parts` follow one another; what stands behind one begins a line."""
        build = _Build()
        ends = [0, *(end for _, end in parts)]
        starts = [*(start for start, _ in parts), len(self)]
        for end, start in zip(ends, starts, strict=True):
            build.copy(self, end, start)
        return build.stream()


class _Build:
    """A stream that grows."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.places: list[int] = []
        self.begins = bytearray()
        self.blanks: dict[int, int] = {}
        self.rows: list[tuple[int, int, bool]] = []

    def line(self, line: Line, begins: int, *, torn: bool) -> None:
        """Add a line. Of blanks in a row one is kept."""
        text, places = line.flow.text, line.flow.places
        self.rows.append((len(self.places), line.number, torn))
        for match in _WORD.finditer(text):
            start, end = match.span()
            self.text.append(match.group())
            self.places += places[start:end]
            self.begins += bytes([begins]) + bytes(end - start - 1)
            begins = INSIDE
            if end < len(text):
                self.blanks[len(self.places) - 1] = places[end]

    def copy(self, stream: Stream, start: int, end: int) -> None:
        """Add what stands between two offsets of another stream."""
        if start >= end:
            return
        base = len(self.places)
        self.text.append(stream.raw[start:end])
        self.places += stream.places[start:end]
        self.begins += stream.begins[start:end]
        if start:
            self.begins[base] = TAKEN
        first = bisect_right(stream.rows, (start, 1 << 60)) - 1
        for order in range(first, len(stream.rows)):
            offset, number, cut = stream.rows[order]
            if offset >= end:
                break
            self.rows.append((max(offset - start, 0) + base, number, cut))
        for offset in stream.parted(start, end):
            self.blanks[offset - start + base] = stream.blanks[offset]

    def stream(self) -> Stream:
        return Stream("".join(self.text), self.places, bytes(self.begins), self.blanks, self.rows)
