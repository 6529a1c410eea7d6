"""Pages that an extraction gives twice: the second copy is reported, and what stands round it goes on as one text.

A torn table is left to those who read it: its pages begin alike, so that lines alone do not tell where a copy ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.official.flow import ranges
from handbook.official.importing.lines import torn
from handbook.official.model import Aside, Line, Remark

#: A page has so many lines and characters at least; the heads of a table, which are repeated too, have fewer.
_LINES = 12
_CHARACTERS = 150


@dataclass(frozen=True)
class Single:
    """The lines without second copies."""

    lines: tuple[Line, ...]
    asides: tuple[Aside, ...]
    remarks: tuple[Remark, ...]


def clear(lines: Sequence[Line]) -> Single:
    """Take out every run of lines that stands there before, word for word."""
    shreds = torn(lines)
    filled = [place for place, line in enumerate(lines) if not line.blank and place not in shreds]
    gone: set[int] = set()
    asides, remarks = [], []
    for start, end, before in _copies([lines[place] for place in filled]):
        run = [lines[place] for place in filled[start:end]]
        places = tuple(place for line in run for first, last in line.flow.ranges for place in range(first, last))
        asides.append(Aside("reported", "doubled-page", ranges(places)))
        message = f"{len(run)} lines stand there again, first from line {lines[filled[before]].number}"
        remarks.append(Remark(run[0].number, "doubled-page", message))
        # The blank lines between them go too.
        between = range(filled[start], filled[end - 1])
        gone.update(filled[start:end], (place for place in between if lines[place].blank))
    return Single(tuple(_left(lines, gone)), tuple(asides), tuple(remarks))


def _copies(lines: Sequence[Line]) -> Iterator[tuple[int, int, int]]:
    """Runs of lines as (first, behind the last, first of those that they repeat); no line is in two."""
    keys = [" ".join(line.text.split()) for line in lines]
    sizes = [len(line.text.strip()) for line in lines]
    first: dict[tuple[str, ...], int] = {}
    start = 0
    while start + _LINES <= len(keys):
        before = first.setdefault(tuple(keys[start : start + _LINES]), start)
        end = _end(keys, before, start) if before + _LINES <= start else start
        if sum(sizes[start:end]) >= _CHARACTERS:
            yield start, end, before
            start = end
        else:
            start += 1


def _end(keys: Sequence[str], before: int, start: int) -> int:
    """Where lines that begin alike at two places are no longer alike, or the second copy would repeat itself."""
    tall = _LINES
    while start + tall < len(keys) and before + tall < start and keys[before + tall] == keys[start + tall]:
        tall += 1
    return start + tall


def _left(lines: Sequence[Line], gone: set[int]) -> Iterator[Line]:
    """The other lines; the first with words after a gap begins a page."""
    fresh = False
    for place, line in enumerate(lines):
        if place in gone:
            fresh = True
        else:
            yield replace(line, fresh=True) if fresh and not line.blank else line
            fresh = fresh and line.blank
