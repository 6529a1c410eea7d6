"""The heads of a table's columns: torn into lines, once in words and again on each page.

A head is found by its name wherever lines are broken; what is left beside known ones may be one that has another name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate, pairwise

from handbook.official.flow import EMPTY, Flow, Range, fold, joined
from handbook.official.model import Line, Mark, Piece
from handbook.targets.addresses import column_at

#: Heads that come again may have a character too many or too few.
_SAME = 0.9
#: A head whose name is not known has so many characters at most.
_LONGEST = 40
_MARK = re.compile(r"\s*(?P<n>\d{1,2}|[*＊]{1,2})\s*")
OTHER = "the head is not the column's name"


@dataclass(frozen=True)
class Heads:
    """What was found in lines above the rows: a piece for each head, the columns without one, what else stands in the
    same lines, and the lines that have no head at all. `number` is that of the first line with one; `key` tells the
    same heads on another page.
    """

    pieces: tuple[Piece, ...]
    missing: tuple[str, ...]
    rest: Flow
    strange: tuple[Line, ...]
    number: int
    key: str


def same(text: str) -> str:
    """The letters of heads without digits: a note's mark may stand among them."""
    return re.sub(r"\d", "", fold(text))


def heads_in(lines: Sequence[Line], table: str, heads: Mapping[str, str]) -> Heads | None:
    """The heads in lines that have at least one of them."""
    flow = joined(line.flow for line in lines)
    spans = _spans(flow, heads)
    if not spans:
        return None
    starts = [0, *accumulate(len(line.flow) for line in lines)]
    marks = {id: _mark(flow, span, spans, starts) for id, span in spans.items()}
    other = _others(flow, heads, spans, marks)
    all_spans = {**spans, **other}
    pieces = {
        id: _piece(flow, span, marks.get(id), column_at(table, id), id in other) for id, span in all_spans.items()
    }
    taken = {offset for id, (first, end) in all_spans.items() for offset in range(first, _behind(end, marks.get(id)))}
    headed, rest = _headed(starts, taken)
    return Heads(
        tuple(pieces[id] for id in heads if id in pieces),
        tuple(id for id in heads if id not in pieces),
        flow.pick(rest),
        tuple(line for place, line in enumerate(lines) if place not in headed),
        lines[headed[0]].number,
        same("".join(lines[place].text for place in headed)),
    )


def _headed(starts: Sequence[int], taken: set[int]) -> tuple[list[int], list[int]]:
    """The lines that have a head, by their numbers, and the places in them that no head takes."""
    places = [range(first, end) for first, end in pairwise(starts)]
    headed = [place for place, whole in enumerate(places) if not taken.isdisjoint(whole)]
    return headed, [offset for place in headed for offset in places[place] if offset not in taken]


def _piece(flow: Flow, span: Range, mark: re.Match[str] | None, address: str, other: bool) -> Piece:
    """A head and the mark behind it."""
    first, end = span
    words = flow[first:end].clean()
    noted = (Mark(mark["n"], len(words)),) if mark else ()
    ranges = flow[first : _behind(end, mark)].ranges
    return Piece(address, "column", words.text, ranges, marks=noted, doubt=OTHER if other else "")


def _behind(end: int, mark: re.Match[str] | None) -> int:
    return mark.end() if mark else end


def again(lines: Sequence[Line], key: str) -> range | None:
    """The places of the lines that have the heads with a key once more, whatever stands round them."""
    ends = [0, *accumulate(len(same(line.text)) for line in lines)]
    begin = "".join(same(line.text) for line in lines).find(key) if key else -1
    if begin not in ends or begin + len(key) not in ends:
        return None
    return range(len(ends) - 1 - ends[::-1].index(begin), ends.index(begin + len(key)))


def alike(lines: Sequence[Line], key: str) -> bool:
    """Whether lines are the heads with a key once more, but for a character or two."""
    text = same("".join(line.text for line in lines))
    if len(text) > 2 * len(key):  # no heads; comparing a long text would take long
        return False
    return SequenceMatcher(None, key, text, autojunk=False).ratio() >= _SAME


def _spans(flow: Flow, heads: Mapping[str, str]) -> dict[str, Range]:
    """Column → where its name stands, the names one after the other as far as they go."""
    signs = [(sign, offset) for offset, raw in enumerate(flow.text) for sign in fold(raw)]
    text = "".join(sign for sign, _ in signs)
    spans: dict[str, Range] = {}
    used: list[Range] = []
    behind = 0
    for id, head in heads.items():
        key = fold(head)
        place = text.find(key, behind) if key else -1
        if key and place < 0:
            place = text.find(key)
        if place < 0 or any(place < end and start < place + len(key) for start, end in used):
            continue
        used.append((place, place + len(key)))
        behind = max(behind, place + len(key))
        spans[id] = (signs[place][1], signs[place + len(key) - 1][1] + 1)
    return spans


def _mark(flow: Flow, span: Range, spans: Mapping[str, Range], starts: Sequence[int]) -> re.Match[str] | None:
    """A note's mark behind a head: a number that nothing follows in its line."""
    end = next(start for start in (*starts, len(flow)) if start >= span[1])
    mark = _MARK.match(flow.text, span[1], end)
    bounds = {end, *(first for first, _ in spans.values())}
    return mark if mark and (mark.end() in bounds or flow.text[mark.end() - 1].isspace()) else None


def _others(
    flow: Flow, heads: Mapping[str, str], spans: Mapping[str, Range], marks: Mapping[str, re.Match[str] | None]
) -> dict[str, Range]:
    """Columns that are missing alone between two others, and the words that stand there instead."""
    ids = list(heads)
    others: dict[str, Range] = {}
    for order, id in enumerate(ids):
        before = ids[order - 1] if order else None
        after = ids[order + 1] if order + 1 < len(ids) else None
        if id in spans or (before and before not in spans) or (after and after not in spans):
            continue
        mark = marks.get(before) if before else None
        low = mark.end() if mark else spans[before][1] if before else 0
        high = spans[after][0] if after else len(flow)
        words = flow[low:high] if low < high else EMPTY
        blank = len(words.text) - len(words.text.lstrip())
        stripped = words.strip()
        if (
            fold(stripped.text)
            and len(stripped) <= _LONGEST
            and not any(low <= first < high for first, _ in spans.values())
        ):
            others[id] = (low + blank, low + blank + len(stripped))
    return others
