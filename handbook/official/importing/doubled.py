"""Pages that an extraction gives twice: the second copy is reported, and what stands round it goes on as one text.

A torn table is left to those who read it: its pages begin alike, so that lines alone do not tell where a copy ends.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    keys = [" ".join(lines[place].text.split()) for place in filled]
    first: dict[tuple[str, ...], int] = {}
    gone: set[int] = set()
    asides, remarks = [], []
    at = 0
    while at < len(keys):
        window = tuple(keys[at : at + _LINES])
        before = first.setdefault(window, at) if len(window) == _LINES else at
        if before + _LINES > at:
            at += 1
            continue
        tall = _LINES
        while at + tall < len(keys) and before + tall < at and keys[before + tall] == keys[at + tall]:
            tall += 1
        run = [lines[place] for place in filled[at : at + tall]]
        if sum(len(line.text.strip()) for line in run) < _CHARACTERS:
            at += 1
            continue
        places = tuple(place for line in run for start, end in line.flow.ranges for place in range(start, end))
        asides.append(Aside("reported", "doubled-page", ranges(places)))
        message = f"{tall} lines stand there again, first from line {lines[filled[before]].number}"
        remarks.append(Remark(run[0].number, "doubled-page", message))
        gone.update(filled[at : at + tall])
        gone.update(place for place in range(filled[at], filled[at + tall - 1]) if lines[place].blank)
        at += tall
    kept, fresh = [], False
    for place, line in enumerate(lines):
        if place in gone:
            fresh = True
            continue
        kept.append(replace(line, fresh=True) if fresh and not line.blank else line)
        fresh = fresh and line.blank
    return Single(tuple(kept), tuple(asides), tuple(remarks))
