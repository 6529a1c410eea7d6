"""What a plan's table has on top of every page: the running title, the heads of its columns, their captions. A page
that stands there twice, word for word, is taken out once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.official.flow import Range
from handbook.official.importing.remarks import Remarks
from handbook.official.importing.stream import INSIDE, LINE, Stream
from handbook.official.model import COLUMN_HEADS, Aside, PlanGuide
from handbook.targets.addresses import slug

#: Captions under the heads: words in brackets, which no label is.
_CAPTION = re.compile(r"\[?\([^()]{4,60}\)\]?")
_GOAL = re.compile(r"(?<![A-Za-z0-9.])([A-Z])\.(\d{1,2})\.")
#: A title runs over so many lines at most.
_TALL = 3
#: A page that has less is too little to be told from another.
_LEAST = 40


@dataclass(frozen=True)
class Cleared:
    stream: Stream
    asides: tuple[Aside, ...]


@dataclass(frozen=True)
class _Top:
    """The top of a page: where it begins and ends, and what stands in it."""

    start: int
    end: int
    parts: tuple[tuple[str, Range], ...]


def clear(stream: Stream, plan: PlanGuide, remarks: Remarks) -> Cleared:
    """The table's words without the tops of its pages."""
    tops = list(_tops(stream, plan))
    asides = [aside for top in tops for what, span in top.parts for aside in _aside(stream, "furniture", what, span)]
    gone = [(top.start, top.end) for top in tops]
    begins = [0, *(top.end for top in tops)]
    ends = [*(top.start for top in tops), len(stream)]
    seen: dict[str, int] = {}
    for begin, end in zip(begins, ends, strict=True):
        words = stream.text[begin:end]
        first = seen.setdefault(words, begin)
        if first == begin or len(words) < _LEAST:
            continue
        asides += _aside(stream, "reported", "doubled-page", (begin, end))
        message = f"the page that begins in line {stream.number(first)} stands there again"
        remarks.add(stream.number(begin), "doubled-page", message, _first_address(words, plan))
        gone.append((begin, end))
    return Cleared(stream.without(_merged(gone)), tuple(asides))


def _first_address(words: str, plan: PlanGuide) -> str:
    """The address of the first goal on a page."""
    goal = next((goal_id for match in _GOAL.finditer(words) if (goal_id := f"{match[1]}.{match[2]}") in plan.goals), "")
    return f"{plan.decision}#{slug(goal) or 'appendix'}"


def _merged(parts: Sequence[Range]) -> list[Range]:
    """Ranges in order, those that touch as one."""
    merged: list[Range] = []
    for start, end in sorted(parts):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _aside(stream: Stream, fate: str, what: str, span: Range) -> Iterator[Aside]:
    if ranges := stream.flow(*span).all_ranges:
        yield Aside(fate, what, ranges)


def _tops(stream: Stream, plan: PlanGuide) -> Iterator[_Top]:
    """Every title, every row of heads, or the one with the other behind it."""
    title = Stream.spelled(plan.title)
    heads = [Stream.spelled(head) for head in plan.heads.values()]
    begins = [re.escape(name) for name in (title, *heads[:2]) if name]
    if not begins:
        return
    end = 0
    for match in re.finditer(f"(?={'|'.join(begins)})", stream.text):
        start = match.start()
        if start < end or stream.begins[start] == INSIDE:
            continue
        parts: list[tuple[str, Range]] = []
        offset = start
        if title and stream.text.startswith(title, offset):
            offset += len(title)
            parts.append(("running-title", (start, offset)))
        row = _heads(stream.text, offset, heads)
        parts += row
        if row or (parts and _alone(stream, start, offset)):
            end = parts[-1][1][1]
            yield _Top(start, end, tuple(parts))


def _heads(text: str, start: int, heads: Sequence[str]) -> list[tuple[str, Range]]:
    """The heads of the columns, in order, one of them missing at most, and the captions behind them."""
    offset, count = start, 0
    parts: list[tuple[str, Range]] = []
    for head in heads:
        if head and text.startswith(f"[{head}]", offset):
            head = f"[{head}]"
        if not head or not text.startswith(head, offset):
            continue
        count += 1
        parts.append((COLUMN_HEADS, (offset, offset + len(head))))
        offset += len(head)
        while caption := _CAPTION.match(text, offset):
            parts.append(("column-captions", caption.span()))
            offset = caption.end()
    return _joined(parts) if count >= max(2, len(heads) - 1) else []


def _joined(parts: Sequence[tuple[str, Range]]) -> list[tuple[str, Range]]:
    """Neighbours that are the same thing as one."""
    joined: list[tuple[str, Range]] = []
    for what, (start, end) in parts:
        if joined and joined[-1][0] == what:
            joined[-1] = (what, (joined[-1][1][0], end))
        else:
            joined.append((what, (start, end)))
    return joined


def _alone(stream: Stream, start: int, end: int) -> bool:
    """Whether words have lines of their own."""
    if stream.begins[start] < LINE or (end < len(stream) and stream.begins[end] < LINE):
        return False
    return sum(stream.begins[offset] >= LINE for offset in range(start, end)) <= _TALL
