"""A document without decisions: the drafts of plans that a meeting had before it. The text of each decision begins with
its title on a line of its own, each annex with its number and a title that is like the plan's.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from handbook.official.flow import EMPTY, fold
from handbook.official.importing.marks import Marked
from handbook.official.importing.notes import Noted
from handbook.official.importing.numerals import HAN
from handbook.official.importing.wordmarks import Plain, Said
from handbook.official.model import Aside, Guide, Line, Piece, PlanGuide

#: A title may be broken over so many lines.
_TALL = 3
#: A title is the plan's where it is as like it as this.
_LIKE = 0.6
_ANNEX = re.compile(rf"\s*附件\s*+(?:{HAN})?\s*")
_LETTER = re.compile(r"^\s*[A-Z]\s*[.．]\s*")
#: What a body recommends before the text that it recommends: `1. 建议…：`.
_RECOMMENDS = re.compile(r"\s*\d{1,2}\s*[.．].*[：:]\s*")


@dataclass(frozen=True)
class Stretch:
    """The lines of a decision's text (`part` is empty), or of its annex, under the decision's id."""

    id: str
    part: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Drafts:
    before: tuple[Line, ...]
    stretches: tuple[Stretch, ...]
    asides: tuple[Aside, ...] = ()


def cut(lines: Sequence[Line], guide: Guide) -> Drafts:
    """What stands before the first of them, the stretches in the file's order, and what they only recommend."""
    begins = _begins(lines, guide)
    ends = [*(place for place, *_ in begins[1:]), len(lines)][: len(begins)]
    stretches, asides = [], []
    for (place, behind, id, part), end in zip(begins, ends, strict=True):
        inside = list(lines[place:end])
        if not part:
            asides += [
                Aside("furniture", "recommendation", line.flow.ranges)
                for line in lines[behind:end]
                if _recommends(line)
            ]
            text = [line for line in lines[behind:end] if not _recommends(line)]
            inside = [*lines[place:behind], Line(lines[place].number, EMPTY), *text]
        stretches.append(Stretch(id, part, tuple(inside)))
    return Drafts(tuple(lines[: begins[0][0]] if begins else lines), tuple(stretches), tuple(asides))


def _begins(lines: Sequence[Line], guide: Guide) -> list[tuple[int, int, str, str]]:
    """Where a stretch begins, where its head ends, whose it is, and the part; of tables alone, where each begins."""
    begins: list[tuple[int, int, str, str]] = []
    for place, line in enumerate(lines):
        if line.blank or (begins and place < begins[-1][1]):
            continue
        if stretch := _begin(lines, place, guide):
            begins.append((place, *stretch))
    if begins:
        return begins
    tables = ((_table(lines, plan), plan.decision) for plan in guide.plans)
    return sorted((first, first, id, "annex") for first, id in tables if first is not None)


def _recommends(line: Line) -> bool:
    return bool(_RECOMMENDS.fullmatch(line.text))


def _begin(lines: Sequence[Line], place: int, guide: Guide) -> tuple[int, str, str] | None:
    """Where what begins at a line goes on, whose it is, and the part."""
    if _ANNEX.fullmatch(lines[place].text):
        plan = _likest(lines, place + 1, guide)
        return (place + 1, plan.decision, "annex") if plan else None
    for plan in guide.plans:
        words, heading, title = "", fold(plan.heading), fold(plan.title)
        for tall, line in enumerate(lines[place : place + _TALL], 1):
            words += fold(_LETTER.sub("", line.text, count=1) if tall == 1 else line.text)
            if words and words in (heading, title):
                return place + tall, plan.decision, "" if words == heading else "annex"
    return None


def _likest(lines: Sequence[Line], place: int, guide: Guide) -> PlanGuide | None:
    """The plan whose title the next line is like."""
    while place < len(lines) and lines[place].blank:
        place += 1
    key = fold(lines[place].text) if place < len(lines) else ""
    ranked = [(SequenceMatcher(None, fold(plan.title), key).ratio(), order) for order, plan in enumerate(guide.plans)]
    ratio, order = max(ranked, default=(0.0, 0))
    return guide.plans[order] if ratio >= _LIKE else None


def _table(lines: Sequence[Line], plan: PlanGuide) -> int | None:
    """The first line that has the heads of all columns of a plan."""
    heads = [fold(head) for head in plan.heads.values()]
    keys = ((place, fold(line.text)) for place, line in enumerate(lines))
    return next((place for place, key in keys if key and all(head in key for head in heads)), None)


def noted(stretches: Sequence[Stretch], plain: Plain) -> tuple[Noted, ...]:
    """The notes and marks of each stretch, numbered anew through its decision, as the decisions have them. Of several
    marks with one number each has a note of its own while there are some, then the last one's.
    """
    result, numbers = [], Counter[str]()
    given: dict[tuple[str, str], str] = {}
    left: dict[str, deque[Said]] = defaultdict(deque)
    for note in plain.notes:
        left[note.n].append(note)
    starts = [mark.start for mark in plain.marks]
    for stretch in stretches:
        places = [place for line in stretch.lines for place in line.flow.places]
        # A mark may be the last thing that stands in a stretch, directly behind its words.
        first, last = (bisect_left(starts, places[0]), bisect_right(starts, places[-1] + 1)) if places else (0, 0)
        marks, pieces = [], []
        for mark in plain.marks[first:last]:
            own = left[mark.n].popleft() if left[mark.n] else None
            if own or (stretch.id, mark.n) not in given:
                numbers[stretch.id] += 1
                given[stretch.id, mark.n] = str(numbers[stretch.id])
            n = given[stretch.id, mark.n]
            marks.append(Marked(n, mark.start, mark.end))
            if own:
                pieces.append(Piece(f"{stretch.id}#fn-{n}", "note", own.words.text, own.ranges, label=own.n))
        result.append(Noted(stretch.lines, tuple(pieces), tuple(marks), ()))
    return tuple(result)
