"""Cut units and found marks → pieces: clean words, each mark at its place in them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from handbook.official.flow import Flow, ranges
from handbook.official.importing.marks import Marked
from handbook.official.importing.outline import Cutting
from handbook.official.model import Mark, Piece


def piece(cutting: Cutting) -> Piece:
    """A unit's piece, still without marks."""
    whole = cutting.label + cutting.words
    return Piece(
        cutting.address,
        cutting.kind,
        cutting.words.clean().text,
        whole.ranges,
        label=cutting.label.clean().text,
    )


def with_marks(text: str, pieces: Sequence[Piece], marks: Iterable[Marked]) -> tuple[Piece, ...]:
    """Give each mark to the piece whose words it stands behind; the piece's ranges take its characters in."""
    starts = sorted((start, order) for order, one in enumerate(pieces) for start, _ in one.ranges)
    firsts = [start for start, _ in starts]
    of: dict[int, list[Marked]] = defaultdict(list)
    for mark in marks:
        place = bisect_left(firsts, mark.start) - 1
        if place >= 0:
            of[starts[place][1]].append(mark)
    return tuple(_marked(text, one, of[order]) if order in of else one for order, one in enumerate(pieces))


def _marked(text: str, one: Piece, marks: Sequence[Marked]) -> Piece:
    """Marks of the piece, in order; the offset of each counts the characters of the clean words before it."""
    words = words_of(text, one)
    kept = [place for start, end in one.ranges for place in range(start, end)]
    placed = tuple(Mark(mark.n, bisect_right(words.places, mark.start)) for mark in marks)
    claimed = sorted({*kept, *(place for mark in marks for place in range(mark.start, mark.end))})
    return replace(one, marks=placed, ranges=ranges(tuple(claimed)))


def words_of(text: str, one: Piece) -> Flow:
    """The clean words of a piece without marks, with their places: what stands behind its label."""
    kept = tuple(place for start, end in one.ranges for place in range(start, end))
    raw = Flow("".join(text[place] for place in kept), kept)
    clean = raw.clean()
    begin = clean.text.find(one.text) if one.text else len(clean)
    return clean[max(begin, 0) :]
