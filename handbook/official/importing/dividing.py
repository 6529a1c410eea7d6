"""Where words without a label begin: the signs of it, from a blank line to a line that is shorter than the others.

None of them is certain. A blank line may stand inside a cell, a full stop inside an item, and a torn table has only the
stops and the width of its lines; so each sign counts for something, and the best place is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.official.flow import Range
from handbook.official.importing.stream import APART, LINE, Stream

#: What an item ends with, and what may close behind it.
_END = re.compile(r"([。;])[\])】」”》]*")
#: So many signs tell how wide lines are.
_BEHIND = 20
#: What the signs count for.
_STOP, _PAUSE, _BLANK, _NEW, _SHORT, _ALONE, _WIDTH = 2.0, 1.5, 2.0, 0.5, 1.0, 1.0, 6.0
#: A line is short where it has so much of the widest one.
_PART = 0.75
#: Lines of a goal's wording are so much wider than those of the other columns in a torn table.
_WIDER = 1.8
#: What a place needs at least: where a cell without labels must begin, where a label is known to be missing, where a
#: whole column seems to be, and where a second item without label begins.
PLAIN, LABEL, COLUMN, AGAIN = 1.0, 1.5, 3.5, 3.5
#: What a semicolon needs to end an item that has no label behind it.
PAUSED = 3.0
#: In a torn table a full stop must do, where something follows that has a label.
TORN_COLUMN = 2.0


@dataclass(frozen=True)
class Cut:
    """An offset at which something may begin, and what speaks for it."""

    offset: int
    score: float


def cuts(stream: Stream, begin: int, start: int, end: int, *, wording: bool = False) -> list[Cut]:
    """Every place strictly between `start` and `end` at which something may begin. `begin` is where the label before
    `start` does, which takes room in its line; `wording` says that the words are a goal's, whose column is wider.
    """
    scores: dict[int, float] = {}
    for match in _END.finditer(stream.text, start, end):
        stands = stream.begins[match.end()] >= LINE if match.end() < end else False
        weak = not stands and not stream.torn(match.start())
        scores[match.end()] = (_STOP if match[1] == "。" else _PAUSE) / (2 if weak else 1)
    lines = list(stream.lines(begin, end))
    widths = [stream.width(*line) for line in lines]
    widest = max(widths, default=0)
    for order, (offset, _) in enumerate(lines[1:], 1):
        score = (
            _alone(widths[order - 1])
            if stream.torn(offset)
            else _line(stream, offset, widths[order - 1] <= widest * _PART)
        )
        if score and (offset in scores or score > _NEW):
            scores[offset] = scores.get(offset, 0.0) + score
    if wording and (offset := _narrower(stream, end, lines, widths)):
        scores[offset] = scores.get(offset, 0.0) + _WIDTH
    closed = _bracketed(stream.text, start, end)
    return [
        Cut(offset, score) for offset, score in sorted(scores.items()) if start < offset < end and offset not in closed
    ]


def _bracketed(text: str, start: int, end: int) -> frozenset[int]:
    """The offsets between a square bracket and the one that closes it: nothing begins there."""
    opened: list[int] = []
    inside: set[int] = set()
    for offset in range(start, end):
        if text[offset] == "[":
            opened.append(offset)
        elif text[offset] == "]" and opened:
            first = opened.pop()
            if not opened:
                inside.update(range(first + 1, offset + 1))
    return frozenset(inside)


def _line(stream: Stream, offset: int, short: bool) -> float:
    return _NEW + (_BLANK if stream.begins[offset] == APART else 0) + (_SHORT if short else 0)


def _alone(width: float) -> float:
    """A torn line of a single character is a cell's last."""
    return _ALONE if width <= 1 else 0.0


def _narrower(stream: Stream, end: int, lines: Sequence[Range], widths: Sequence[float]) -> int:
    """Where the torn lines of a goal's wording give way to those of the next column, which are as narrow as those
    behind `end`; 0 where they do not.
    """
    behind = sorted(stream.width(*line) for line in stream.lines(end, min(end + _BEHIND, len(stream))))
    usual = behind[len(behind) * 3 // 4] if behind else 0
    last = max((order for order, width in enumerate(widths) if width > usual * _WIDER), default=-1)
    order = last + 1
    while order < len(lines) and widths[order] > usual:
        order += 1
    if last < 0 or order >= len(lines) or not stream.torn(lines[order][0]):
        return 0
    return lines[order][0]


def chosen(candidates: Sequence[Cut], least: Sequence[float]) -> list[int | None]:
    """A place for each of several things that follow one another, of which the i-th needs `least[i]`; None for those
    that find none: first those that need most.
    """
    ranked = sorted(candidates, key=lambda cut: (-cut.score, cut.offset))[: len(least)]
    remaining = list(range(len(least)))
    while remaining:
        best = sorted(ranked[: len(remaining)], key=lambda cut: cut.offset)
        if len(best) == len(remaining) and all(
            cut.score >= least[index] for cut, index in zip(best, remaining, strict=True)
        ):
            taken = dict(zip(remaining, (cut.offset for cut in best), strict=True))
            return [taken.get(index) for index in range(len(least))]
        remaining.remove(max(reversed(remaining), key=lambda index: least[index]))
    return [None] * len(least)


def again(candidates: Sequence[Cut]) -> Iterator[int]:
    """Where further items begin in a cell without labels."""
    return (cut.offset for cut in candidates if cut.score >= AGAIN)


def paused(stream: Stream, candidates: Sequence[Cut], start: int) -> int:
    """Where, behind a semicolon and a short line, a column seems to go on with an item that lost its label; 0 where it
    does not, or the semicolons are those of a list that the item leads in.
    """
    for cut in candidates:
        if cut.score >= PAUSED and stream.text[cut.offset - 1] == ";" and not stream.torn(cut.offset):
            return 0 if ":" in stream.text[start : cut.offset] else cut.offset
    return 0
