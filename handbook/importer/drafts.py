"""A document without decisions: the drafts of plans that a meeting had before it. The text of each decision begins with
its title on a line of its own, each annex with its number and a title that is like the plan's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from handbook.importer.flow import EMPTY
from handbook.importer.marks import Marked
from handbook.importer.model import Aside, Guide, Line, Piece, PlanGuide
from handbook.importer.notes import Noted
from handbook.importer.wordmarks import Plain

#: A title may be broken over so many lines.
_TALL = 3
#: A title is the plan's where it is as like it as this.
_LIKE = 0.6
_ANNEX = re.compile(r"\s*附件\s*[一二三四五六七八九十]{0,3}\s*")
_LETTER = re.compile(r"\s*[A-Z]\s*[.．]\s*")
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
    """What stands before the first of them, and the stretches in the file's order."""
    begins: list[tuple[int, int, str, str]] = []
    for place, line in enumerate(lines):
        if line.blank or (begins and place < begins[-1][1]):
            continue
        if found := _begin(lines, place, guide):
            begins.append((place, *found))
    if not begins:
        tables = ((_table(lines, plan), plan.decision) for plan in guide.plans)
        begins = sorted((first, first, id, "annex") for first, id in tables if first is not None)
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


def _recommends(line: Line) -> bool:
    return bool(_RECOMMENDS.fullmatch(line.text))


def _begin(lines: Sequence[Line], place: int, guide: Guide) -> tuple[int, str, str] | None:
    """Where what begins at a line goes on, whose it is, and the part."""
    if _ANNEX.fullmatch(lines[place].text):
        plan = _likest(lines, place + 1, guide)
        return (place + 1, plan.decision, "annex") if plan else None
    for plan in guide.plans:
        joined = ""
        for tall, line in enumerate(lines[place : place + _TALL], 1):
            joined += _key(_LETTER.sub("", line.text, count=1) if tall == 1 else line.text)
            if joined and joined in (_key(plan.heading), _key(plan.title)):
                return place + tall, plan.decision, "" if joined == _key(plan.heading) else "annex"
    return None


def _likest(lines: Sequence[Line], place: int, guide: Guide) -> PlanGuide | None:
    """The plan whose title the next line is like."""
    line = next((line for line in lines[place:] if not line.blank), None)
    if line is None:
        return None
    key = _key(line.text)
    ranked = [(SequenceMatcher(None, _key(plan.title), key).ratio(), order) for order, plan in enumerate(guide.plans)]
    ratio, order = max(ranked, default=(0.0, 0))
    return guide.plans[order] if ratio >= _LIKE else None


def _table(lines: Sequence[Line], plan: PlanGuide) -> int | None:
    """The first line that has the heads of all columns of a plan."""
    heads = [_key(head) for head in plan.heads.values()]
    keys = ((place, _key(line.text)) for place, line in enumerate(lines))
    return next((place for place, key in keys if key and all(head in key for head in heads)), None)


def _key(text: str) -> str:
    return re.sub(r"\W", "", text)


def noted(stretches: Sequence[Stretch], plain: Plain) -> tuple[Noted, ...]:
    """The notes and marks of each stretch, numbered anew through its decision, as the decisions have them."""
    out, numbers = [], Counter[str]()
    for stretch in stretches:
        places = [place for line in stretch.lines for place in line.flow.places]
        low, high = (min(places), max(places) + 1) if places else (0, 0)
        marks, pieces = [], []
        for mark in plain.marks:
            if not low <= mark.start <= high:
                continue
            numbers[stretch.id] += 1
            n = str(numbers[stretch.id])
            marks.append(Marked(n, mark.start, mark.end))
            note = next((one for one in plain.notes if one.n == mark.n), None)
            if note:
                at = f"{stretch.id}#fn-{n}"
                pieces.append(Piece(at, "note", note.words.text, note.ranges, label=note.n))
        out.append(Noted(stretch.lines, tuple(pieces), tuple(marks), ()))
    return tuple(out)
