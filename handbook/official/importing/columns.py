"""Which signs of a plan's table are labels, and of which goal, column and item.

A label counts by the sequence: where it is the next of its column, one further, the first of a column behind it, or a
goal's own. So `第8(g)条` and `(STAR)` are none, and a goal that its words name is none either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import regex

from handbook.official.flow import Range
from handbook.official.importing.numerals import GOAL, HAN, LETTER, NUMBER, PLAIN, ROMAN, ordinal
from handbook.official.importing.remarks import Remarks
from handbook.official.importing.stream import APART, INSIDE, TAKEN, Stream
from handbook.official.model import PlanGuide
from handbook.targets.addresses import slug

#: The place of a goal's own wording among the columns.
WORDING = -1
#: Where an item may begin, and where one does.
_LIKELY, _SURE = 1, 2
#: A heading of an area is so many signs at most.
_HEADING = 40
_LABEL = re.compile(
    rf"""(?P<letter>[A-Z])\.(?:(?P<goal>\d{{1,2}})(?!\d)(?:\.(?P<item>\d{{1,2}})(?!\d)\.?)?)?
    |(?P<sign>[㈠-㈩⑴-⒇⒜-⒵①-⑳ⅰ-ⅻ])
    |\((?P<full>\d{{1,2}}|[a-z]{{1,5}}|{HAN})\)
    |(?<![A-Za-z0-9.(一二三四五六七八九十])(?P<half>\d{{1,2}}|[a-z]{{1,5}}|{HAN})\)
    |(?<![A-Za-z0-9.(])(?P<dotted>\d{{1,2}}|[a-z])[.、](?![A-Za-z0-9])""",
    re.VERBOSE,
)
#: What an item may end with, and what a goal does; brackets may stand behind it.
_ENDED = re.compile(r"[。;.:,、!?][\])】」”》]*\[*$")
_CLOSED = re.compile(r"[。;.!?][\])】」”》]*\[*$")
#: What stands before a label is looked at so far.
_BEFORE = 6
_CITED_BEFORE = re.compile(r"[\d条款第]$|[上下]文$")
_CITED_BEHIND = regex.compile(r"[段款项条节](?:\P{Han}|[的和与或所下规要中])|至|、?\(|和第")


@dataclass(frozen=True)
class Anchor:
    """A label that counts: `column` is the place of the item's column, `n` which of its items it is."""

    start: int
    end: int
    column: int
    n: int


@dataclass
class Row:
    """A goal and what stands under it up to `end`. `label` is that of its own wording, None where that is lost. What
    stands before the first goal is a row of none.
    """

    goal: str
    start: int
    label: Range | None
    anchors: list[Anchor] = field(default_factory=list)
    end: int = 0


@dataclass(frozen=True)
class Rows:
    """The rows of a table in the order of the file, and the headings of areas."""

    rows: tuple[Row, ...]
    areas: tuple[Range, ...]


@dataclass(frozen=True)
class _Label:
    """What looks like a label. `readings` are the styles and ordinals that it may have; `goal` is set where it names
    one; `bare` says that a bracket is missing, `sure` that it is a sign of its own.
    """

    start: int
    end: int
    readings: Mapping[str, int] = field(default_factory=dict)
    goal: str = ""
    area: str = ""
    bare: bool = False
    sure: bool = False


def read_columns(stream: Stream, plan: PlanGuide, remarks: Remarks) -> Rows:
    """The rows of a table whose pages have lost their tops; what is odd about their labels goes to `remarks`."""
    return _Sequence(stream, plan, remarks).run()


class _Sequence:
    def __init__(self, stream: Stream, plan: PlanGuide, remarks: Remarks) -> None:
        self.stream = stream
        self.plan = plan
        self.styles = [plan.styles.get(column, PLAIN) for column in plan.columns]
        self.labelled = [place for place, style in enumerate(self.styles) if style != PLAIN]
        self.rank = {goal: place for place, goal in enumerate(plan.goals)}
        self.rows: list[Row] = [Row("", 0, None)]
        self.areas: list[Range] = []
        self.remarks = remarks
        self.column, self.n = WORDING, 0
        self.heading: _Label | None = None
        self.seen: set[str] = set()

    def run(self) -> Rows:
        end = 0
        for label in _labels(self.stream.text, self.styles):
            if label.start >= end and self._counts(label):
                end = label.end
        self.rows[-1].end = len(self.stream)
        return Rows(tuple(self.rows), tuple(self.areas))

    def _counts(self, label: _Label) -> bool:
        if label.area:
            if self._at_line(label.start):
                self.heading = label
            return False
        if label.goal and not label.readings:
            return self._goal(label)
        if label.goal and label.goal != self.rows[-1].goal:
            return self._goal_of_item(label)
        return self._item(label)

    # --- goals

    def _goal(self, label: _Label) -> bool:
        """Take a goal's label: the next one where a line begins, any other one where the one before may have ended."""
        if label.goal not in self.rank and (self.rank or not self._at_line(label.start)):
            return False
        before = self.rows[-1].goal
        due = not before or self.rank.get(label.goal) == self.rank.get(before, -1) + 1
        if not (self._at_line(label.start) or (due and self._closed(label.start))):
            return False
        if not due and not (self._dotted(label) and self._settled(label.start)):
            return False
        start = self._opened(label.start)
        self._begin(label.goal, start, (start, label.end + self._dotted(label)))
        return True

    def _dotted(self, label: _Label) -> bool:
        return self.stream.text.startswith(".", label.end)

    def _settled(self, start: int) -> bool:
        """Whether a goal may end here though another than the next one follows."""
        late = bool(self.labelled) and self.column >= self.labelled[-1]
        return late or self._closed(start) or self.stream.begins[start] in (TAKEN, APART)

    def _goal_of_item(self, label: _Label) -> bool:
        """An item that names another goal: that one's wording is lost."""
        last = self.rows[-1]
        if not (last.goal or last.anchors) and self._at_line(label.start):
            last.goal = label.goal
            self.seen.add(label.goal)
            return self._item(label)
        unseen = label.goal in self.rank and label.goal not in self.seen
        if not (unseen and self._at_line(label.start) and self._settled(label.start)):
            return False
        (style, n), *_ = label.readings.items()
        self._begin(label.goal, self._opened(label.start), None)
        message = f"goal {label.goal} has no wording"
        self._remark(label.start, "goal-missing", message, label.goal)
        return self._take(label, self.styles.index(style), n)

    def _begin(self, goal: str, start: int, label: Range | None) -> None:
        last = self.rows[-1]
        last.end = start
        heading = self.heading
        first = goal.endswith(".1") or not any(one.startswith(goal[0]) for one in self.seen)
        if heading and heading.area == goal[0] and start - heading.start <= _HEADING and first:
            last.end = heading.start
            self.areas.append((heading.start, start))
        self.heading = None
        self.seen.add(goal)
        self.rows.append(Row(goal, start, label))
        self.column, self.n = WORDING, 0

    # --- items

    def _item(self, label: _Label) -> bool:
        """Take an item's label where it is due."""
        place = self._place(label)
        if not place:
            return False
        for column, n, skips in self._due(label):
            if place == _SURE or not skips:
                return self._take(label, column, n)
        odd = label.readings.get(self.styles[self.column], 0) if self.column >= 0 else 0
        if place == _SURE and odd:
            self._remark(label.start, "label-odd", f"label {odd} follows {self.n}", self.rows[-1].goal)
        return False

    def _place(self, label: _Label) -> int:
        """How likely an item begins at a label: where the one before ends or a line begins. Lines of a torn table begin
        anywhere.
        """
        before = self.stream.text[max(label.start - _BEFORE, 0) : label.start]
        if _ENDED.search(before) or not before:
            return _SURE if not label.bare or self._at_line(label.start) else 0
        cited = bool(_CITED_BEFORE.search(before)), bool(_CITED_BEHIND.match(self.stream.text, label.end))
        if self._at_line(label.start) and not self.stream.torn(label.start):
            return 0 if all(cited) else _SURE
        if label.bare or any(cited):
            return 0
        return _LIKELY if label.sure or self._at_line(label.start) else 0

    def _due(self, label: _Label) -> Iterator[tuple[int, int, bool]]:
        """Where a label may belong, the likeliest first: column, ordinal, and whether labels before it are missing."""
        later = [
            (place, label.readings[self.styles[place]])
            for place in self.labelled
            if place > self.column and self.styles[place] in label.readings
        ]
        own = label.readings.get(self.styles[self.column], 0) if self.column >= 0 else 0
        if own == self.n + 1:
            yield self.column, own, False
        yield from ((place, n, False) for place, n in later if n == 1)
        if own == self.n + 2 or (label.goal and own > self.n):
            yield self.column, own, True
        if not self.rows[-1].goal and not self.rows[-1].anchors:
            yield from ((place, n, False) for place, n in later if n)
        yield from ((place, n, True) for place, n in later if n == 2 or (label.goal and n))

    def _take(self, label: _Label, column: int, n: int) -> bool:
        self.rows[-1].anchors.append(Anchor(self._opened(label.start), label.end, column, n))
        self.column, self.n = column, n
        return True

    # --- what stands round a label

    def _at_line(self, start: int) -> bool:
        """Whether a line of the file begins with a label, or with the brackets before it."""
        first = self._opened(start)
        return any(self.stream.begins[offset] != INSIDE for offset in range(first, start + 1))

    def _opened(self, start: int) -> int:
        """Where the brackets before a label begin."""
        while start and self.stream.text[start - 1] == "[":
            start -= 1
        return start

    def _closed(self, start: int) -> bool:
        """Whether what stands before an offset has ended."""
        return bool(_CLOSED.search(self.stream.text[max(start - _BEFORE, 0) : start])) or not start

    def _remark(self, start: int, code: str, message: str, goal: str) -> None:
        address = f"{self.plan.decision}#{slug(goal)}" if goal else self.plan.decision
        self.remarks.add(self.stream.number(start), code, message, address)


def _labels(text: str, styles: Sequence[str]) -> Iterator[_Label]:
    """What looks like a label of the styles: `A.5.1` is an item's where items have their goal's number, else it is a
    goal's; 一 is a number where there are no Roman ones.
    """
    han_is = ROMAN if ROMAN in styles else NUMBER
    for match in _LABEL.finditer(text):
        start, end = match.span()
        if match["letter"] and not match["goal"]:
            yield _Label(start, end, area=match["letter"])
        elif match["letter"]:
            whole = GOAL in styles and match["item"]
            readings = {GOAL: int(match["item"])} if whole else {}
            goal = f"{match['letter']}.{int(match['goal'])}"
            yield _Label(start, end if whole else match.end("goal"), readings, goal)
        else:
            inner = match["full"] or match["half"] or match["dotted"] or _inner(match["sign"])
            bare = not (match["full"] or match["sign"])
            readings = {style: n for style, n in _readings(inner, han_is=han_is).items() if style in styles}
            yield _Label(start, end, readings, bare=bare, sure=bool(match["sign"]))


def _inner(sign: str) -> str:
    """㈠ → 一, ⑴ → 1, ⒜ → a, ① → 1, ⅰ → i."""
    return unicodedata.normalize("NFKC", sign).strip("()")


def _readings(inner: str, *, han_is: str) -> dict[str, int]:
    """The styles that a label may have, and which one it is in each."""
    if not inner.isascii():
        return {han_is: ordinal(inner, ROMAN)}
    return {style: n for style in (NUMBER, LETTER, ROMAN) if (n := ordinal(inner, style))}
