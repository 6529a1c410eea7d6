"""Where each decision begins: a line with its number and title that is no line of the contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handbook.official.importing.furniture import is_leader
from handbook.official.model import Line, Remark

#: An expression for the id of a decision: `CP-10/3`, `BS-V/1` is none, as a booklet has its own meeting's alone.
ID = r"[A-Z][A-Z0-9]*-(?:[A-Z0-9]+-)*\d{1,3}/\d{1,3}"
#: `CP-10/3.  《…》`: an id, a full stop, words.
_HEADING = re.compile(rf"\s*(?P<id>{ID})\s*[.．]\s*\S.*")
#: A heading runs over so many lines at most.
_TALL = 4


@dataclass(frozen=True)
class Cut:
    """The lines of one decision, its heading first."""

    id: str
    lines: tuple[Line, ...]


def cut(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Cut, ...], tuple[Remark, ...]]:
    """What stands before the first decision, the decisions in the file's order, and what is odd about them.

    A decision that begins twice is kept twice: which one counts is for who reads it to say.
    """
    begins = [(place, match["id"]) for place, line in enumerate(lines) if (match := _heading(lines, place, line))]
    cuts, remarks, seen = [], [], set()
    for order, (place, id) in enumerate(begins):
        end = begins[order + 1][0] if order + 1 < len(begins) else len(lines)
        cuts.append(Cut(id, tuple(lines[place:end])))
        if id in seen:
            remarks.append(Remark(lines[place].number, "decision-again", f"{id} begins a second time", id))
        seen.add(id)
    first = begins[0][0] if begins else len(lines)
    return tuple(lines[:first]), tuple(cuts), tuple(remarks)


def _heading(lines: Sequence[Line], place: int, line: Line) -> re.Match[str] | None:
    match = _HEADING.fullmatch(line.text)
    if not match:
        return None
    for after in lines[place : place + _TALL]:
        if is_leader(after):
            return None
        if after.blank:
            break
    return match
