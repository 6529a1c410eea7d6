"""What a printer puts round the text: page numbers, running heads, what stands before the first decision.

Page numbers stand on lines of their own beside a running head, which repeats. What cannot be told from text is left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handbook.official.model import Aside, Line

_NUMBER = re.compile(r"\s*+(?:[-–—]\s*+)?(?:\d{1,4}|[ivxlc]{1,6})\s*+(?:[-–—]\s*+)?")
#: Dots that lead to a page number in a table of contents.
_LEADERS = re.compile(r"(?:\.\s*){4,}\s*\d{1,4}\s*$")
#: What ends like a sentence, or begins like a footnote or a label, is no running head.
_SAID = re.compile(r"[。；;，,：:]$|^\d|^[*＊(（]")
#: So many signs a running head has: more than a number, no more than a line.
_HEAD = range(3, 41)
#: So many signs at the end of a line tell whether dots lead to a number; a line may be a whole file.
_WIDE = 200


@dataclass(frozen=True)
class Cleared:
    lines: tuple[Line, ...]
    asides: tuple[Aside, ...]


def clear(lines: Sequence[Line]) -> Cleared:
    """The lines without page numbers and running heads; the line after them begins a page."""
    filled = [place for place, line in enumerate(lines) if not line.blank]
    heads = _heads(lines, filled)
    gone: dict[int, str] = {}
    for order, place in enumerate(filled):
        if not _NUMBER.fullmatch(lines[place].text):
            continue
        for beside in (order - 1, order + 1):
            if 0 <= beside < len(filled) and _key(lines[filled[beside]]) in heads:
                gone[place] = "page-number"
                gone[filled[beside]] = "running-head"
    kept, asides, fresh = [], [], False
    for place, line in enumerate(lines):
        if place in gone:
            asides.append(Aside("furniture", gone[place], line.flow.ranges))
            fresh = True
        elif line.blank:
            kept.append(line)
        else:
            kept.append(replace(line, fresh=True) if fresh else line)
            fresh = False
    return Cleared(tuple(kept), tuple(asides))


def _key(line: Line) -> str:
    return re.sub(r"\s+", "", line.text)


def _heads(lines: Sequence[Line], filled: Sequence[int]) -> set[str]:
    """Lines that stand beside a page number more than once."""
    beside: Counter[str] = Counter()
    for order, place in enumerate(filled):
        if _NUMBER.fullmatch(lines[place].text):
            near = {_key(lines[filled[one]]) for one in (order - 1, order + 1) if 0 <= one < len(filled)}
            beside.update(one for one in near if len(one) in _HEAD and not _SAID.search(one))
    return {head for head, times in beside.items() if times > 1}


def is_leader(line: Line) -> bool:
    """Whether a line of the contents leads to its page number with dots."""
    return bool(_LEADERS.search(line.text[-_WIDE:]))


def front(lines: Sequence[Line]) -> tuple[Aside, ...]:
    """What stands before the first decision: a foreword, then the contents from the page of their first leading dots
    on.
    """
    leader = next((place for place, line in enumerate(lines) if is_leader(line)), None)
    first = len(lines)
    if leader is not None:
        first = next((place for place in range(leader, 0, -1) if lines[place].fresh), leader)
    return tuple(
        Aside("furniture", "foreword" if place < first else "contents", line.flow.ranges)
        for place, line in enumerate(lines)
        if not line.blank
    )
