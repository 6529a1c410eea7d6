"""A plan's table: the wording of its goals and the items of their cells.

Everything goes by the sequence of labels, so that the same reader takes a table whose cells follow one another in
narrow lines and one that was torn into single characters. A label counts where it is the next of its column, the first
of a later column, or a goal's. What has no label of its own is told by the signs that end an item, by blank lines
between cells and, in a torn table, by the width of its lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from handbook.figures import han
from handbook.importer.flow import Flow, joined, ranges
from handbook.importer.lines import torn
from handbook.importer.model import Aside, Found, Line, Piece, PlanGuide, Remark
from handbook.languages import ROMANS, roman
from handbook.references import slug

#: The lines of a torn table have so many characters, but those of the goals' column, which is wider.
_NARROW = 2
#: So many labels may be missing before the next one.
_SKIP = 1
_ENDS = re.compile(r"[。；;]\s*[\]】]?\s*")
_LEAD = re.compile(r"[：:]\s*$")
_GOAL = re.compile(r"(?P<area>[A-Z])\s*[.．]\s*(?P<n>\d{1,2})(?!\d)(?!\s*[.．]\s*\d)\s*[.．]?\s*")
_AREA = re.compile(
    r"(?P<area>[A-Z])\s*[.．]\s*(?P<words>[^\d.．。；;，,]{2,24}?)(?=(?P=area)\s*[.．]\s*1\s*[.．])"
)
#: The first label of a table: an area's or a goal's.
_FIRST = re.compile(r"[A-Z][.．]")
#: Captions under the heads of columns are so many characters at most.
_CAPTIONS = 400
_HAN = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_LABELS = {
    "number": re.compile(r"[(（]\s*(?P<n>\d{1,2})\s*[)）]\s*"),
    "roman": re.compile(rf"(?P<han>[{_HAN}])\s*|[(（]\s*(?P<n>[ivx]{{1,5}}|[一二三四五六七八九十]{{1,3}})\s*[)）]\s*"),
    "letter": re.compile(r"[(（]\s*(?P<n>[a-z])\s*[)）]\s*"),
    "goal": re.compile(r"(?P<goal>[A-Z]\s*[.．]\s*\d{1,2})\s*[.．]\s*(?P<n>\d{1,2})\s*[.．]?(?!\d)\s*"),
}


@dataclass(frozen=True)
class _Stream:
    """The table's characters one after the other. `starts` are the offsets at which lines begin, `cells` those at which
    something begins behind a blank line, `narrow` those at which a torn table's narrow lines follow wide ones.
    """

    flow: Flow
    starts: frozenset[int]
    cells: frozenset[int]
    narrow: frozenset[int]
    numbers: tuple[tuple[int, int], ...]

    def line(self, offset: int) -> int:
        """The number of the file's line at an offset of the stream."""
        place = bisect_right(self.numbers, (offset, 1 << 60)) - 1
        return self.numbers[max(place, 0)][1] if self.numbers else 0


@dataclass(frozen=True)
class _Label:
    """A label in the stream; `column` is -1 for a goal's own."""

    start: int
    end: int
    goal: str
    column: int
    n: int


def read(lines: Sequence[Line], plan: PlanGuide) -> Found:
    """The pieces of one plan's table. Never raises."""
    return _Reader(plan, lines).read()


@dataclass(frozen=True)
class _Visual:
    """A line as it was printed: one of the file, or the characters of one that was torn."""

    flow: Flow
    number: int
    torn: bool
    apart: bool


def _visuals(lines: Sequence[Line]) -> Iterator[_Visual]:
    """Characters of torn lines are joined up to the next blank line."""
    places = torn(lines)
    kept: list[Line] = []
    apart = True
    for place, line in enumerate(lines):
        if place in places:
            kept.append(line)
            continue
        if kept:
            yield _Visual(joined(one.flow for one in kept), kept[0].number, True, False)
            kept = []
        if line.blank:
            apart = True
            continue
        yield _Visual(line.flow, line.number, False, apart)
        apart = False
    if kept:
        yield _Visual(joined(one.flow for one in kept), kept[0].number, True, False)


class _Reader:
    def __init__(self, plan: PlanGuide, lines: Sequence[Line]) -> None:
        self.plan = plan
        self.pieces: list[Piece] = []
        self.asides: list[Aside] = []
        self.remarks: list[Remark] = []
        self.areas: list[tuple[int, int]] = []
        self.stream = self._stream(list(_visuals(lines)))
        self.narrow_places = frozenset(self.stream.flow.places[place] for place in self.stream.narrow)
        self.cell_places = frozenset(self.stream.flow.places[place] for place in self.stream.cells)

    # --- titles and heads

    def _stream(self, visuals: Sequence[_Visual]) -> _Stream:
        """The table without titles and heads of columns."""
        title = _key(self.plan.title)
        kept = []
        for visual in visuals:
            if title and _key(visual.flow.text) == title:
                self.asides.append(Aside("furniture", "running-title", visual.flow.ranges))
                kept.append(replace(visual, flow=visual.flow[:0], apart=False))
            else:
                kept.append(visual)
        gone = self._heads(joined(visual.flow for visual in kept))
        parts, starts, cells, narrow, numbers, at = [], [], [], [], [], 0
        before, after, last = (False, False), False, 0
        for visual in kept:
            flow = _without(visual.flow, gone)
            if not flow.text.strip():
                after = after or bool(visual.flow.text.strip()) or not visual.flow.text
                continue
            wide = len(flow.text.strip())
            starts.append(at)
            numbers.append((at, visual.number))
            if visual.apart and not after and not visual.torn:
                cells.append(at)
            if visual.torn and wide <= _NARROW and before == (True, False):
                narrow.append(last)
            before, after, last = (wide <= _NARROW and visual.torn, before[0]), False, at
            parts.append(flow)
            at += len(flow)
        return _Stream(joined(parts), frozenset(starts), frozenset(cells), frozenset(narrow), tuple(numbers))

    def _heads(self, flow: Flow) -> frozenset[int]:
        """The places in the file of the columns' heads, wherever they stand, and of their captions once."""
        kept = [place for place, sign in enumerate(flow.text) if not sign.isspace()]
        text = "".join(flow.text[place] for place in kept)
        heads = "".join(_key(head) for head in self.plan.heads.values())
        gone: set[int] = set()
        at = text.find(heads) if heads else -1
        while at >= 0:
            end = at + len(heads)
            if text[end : end + 1] in ("(", "（"):
                label = next((one.start() for one in _FIRST.finditer(text, end, end + _CAPTIONS)), end)
                self._aside("furniture", "column-captions", flow, kept, end, label)
                gone.update(flow.places[place] for place in kept[end:label])
            self._aside("furniture", "column-heads", flow, kept, at, end)
            gone.update(flow.places[place] for place in kept[at:end])
            at = text.find(heads, end)
        return frozenset(gone)

    def _aside(self, fate: str, what: str, flow: Flow, kept: Sequence[int], start: int, end: int) -> None:
        places = tuple(flow.places[place] for place in kept[start:end])
        if places:
            self.asides.append(Aside(fate, what, ranges(places)))

    # --- labels

    def read(self) -> Found:
        labels = self._begun(list(self._labels()))
        bounds = [*(label.start for label in labels[1:]), len(self.stream.flow)][: len(labels)]
        for begin, end in self._between(0, labels[0].start if labels else len(self.stream.flow)):
            self._stray(begin, end)
        group: list[tuple[_Label, int]] = []
        seen: dict[str, str] = {}
        for label, end in zip(labels, bounds, strict=True):
            if label.column < 0 and group:
                self._goal(group, seen)
                group = []
            group.append((label, end))
        if group:
            self._goal(group, seen)
        self._missing(labels)
        self._brackets()
        return Found(tuple(self.pieces), tuple(self.asides), tuple(self.remarks))

    def _candidates(self) -> list[tuple[int, re.Match[str], str]]:
        text = self.stream.flow.text
        styles = dict.fromkeys(style for style in self.plan.styles.values() if style in _LABELS)
        found = [(one.start(), one, "area") for one in _AREA.finditer(text)]
        found += [(one.start(), one, "own") for one in _GOAL.finditer(text)]
        found += [(one.start(), one, style) for style in styles for one in _LABELS[style].finditer(text)]
        return sorted(found, key=lambda one: (one[0], one[2]))

    def _labels(self) -> Iterator[_Label]:
        """The labels that count, in order."""
        goal, column, n, end = "", -1, 0, 0
        first = True
        for start, found, style in self._candidates():
            if start < end:
                continue
            if style == "area":
                if self._at_line(start):
                    end = found.end()
                    self.asides.append(Aside("furniture", "area", self.stream.flow[start:end].ranges))
                    self.areas.append((start, end))
                continue
            if style == "own":
                name = f"{found['area']}.{found['n']}"
                if name in self.plan.goals and self._at_line(start):
                    goal, column, n, end, first = name, -1, 0, found.end(), False
                    yield _Label(start, end, goal, column, n)
                continue
            own = _n(found)
            due = self._due(style, own, column, n, found, goal, first=first)
            if due is None or not self._may_begin(start):
                continue
            if own > (n if due == column else 0) + 1 and not first:
                at = self._at(goal, due, own)
                self.remarks.append(
                    Remark(
                        self.stream.line(start), "label-missing", f"label {own} follows {n if due == column else 0}", at
                    )
                )
            column, n, end, first = due, own, found.end(), False
            yield _Label(start, end, goal, column, n)

    def _due(
        self, style: str, own: int, column: int, n: int, found: re.Match[str], goal: str, *, first: bool
    ) -> int | None:
        """The column in which a label is due: the present one, or one behind it."""
        if not own or (style == "goal" and re.sub(r"\s", "", found["goal"]).replace("．", ".") != goal):
            return None
        columns = [place for place, id in enumerate(self.plan.columns) if self.plan.styles.get(id) == style]
        if first:
            return columns[0]
        if column in columns and n < own <= n + 1 + _SKIP:
            return column
        return next((place for place in columns if place > column and own <= 1 + _SKIP), None)

    def _at_line(self, start: int) -> bool:
        return start in self.stream.starts or not self.stream.flow.text[max(self._line_start(start), 0) : start].strip()

    def _line_start(self, offset: int) -> int:
        place = bisect_right(self.stream.numbers, (offset, 1 << 60)) - 1
        return self.stream.numbers[place][0] if place >= 0 else 0

    def _may_begin(self, start: int) -> bool:
        """At a line's begin, or behind what ends an item."""
        before = self.stream.flow.text[max(start - 6, 0) : start].rstrip()
        return self._at_line(start) or before[-1:] in "。；;：:]】"

    # --- goals and their cells

    def _begun(self, labels: list[_Label]) -> list[_Label]:
        """Labels before the first goal's are those of the goal before it, whose beginning is lost: so is the label of
        the words before them.
        """
        first = next((order for order, label in enumerate(labels) if label.column < 0), len(labels))
        if not first:
            return labels
        order = self.plan.goals.index(labels[first].goal) - 1 if first < len(labels) else -1
        if order < 0:
            return labels[first:]
        goal = self.plan.goals[order]
        begun = [replace(label, goal=goal) for label in labels[:first]]
        if begun[0].n > 1:
            begun.insert(0, replace(begun[0], start=0, end=0, n=begun[0].n - 1))
        at = self._at(goal, begun[0].column, begun[0].n)
        self.remarks.append(Remark(self.stream.line(0), "lost-beginning", f"goal {goal} has lost its beginning", at))
        return [*begun, *labels[first:]]

    def _between(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A stretch without the headings of areas."""
        for begin, stop in self.areas:
            if start <= begin < end:
                yield start, begin
                start = stop
        yield start, max(start, end)

    def _goal(self, group: Sequence[tuple[_Label, int]], seen: dict[str, str]) -> None:
        """A goal and its items; one that stands there again is told, and kept out where it says the same."""
        made: list[Piece] = []
        for order, (label, end) in enumerate(group):
            after = group[order + 1][0] if order + 1 < len(group) else None
            made += self._cut(label, end, after)
        name = group[0][0].goal
        text = "".join(piece.text for piece in made)
        if name in seen:
            code = "doubled-page" if text == seen[name] else "differs"
            fate = "reported"
            number = self.stream.line(group[0][0].start)
            self.remarks.append(Remark(number, code, f"goal {name} stands there again", self._at(name, -1, 0)))
            self.asides += [Aside(fate, code, piece.ranges) for piece in made]
            return
        seen[name] = text
        self.pieces += made

    def _cut(self, label: _Label, end: int, after: _Label | None) -> list[Piece]:
        """The pieces between a label and the next one."""
        inside = self._parts(label, end)
        if label.column < 0:
            first, rest = self._split_goal(inside, label, after)
            out = [self._piece(label, first, self._at(label.goal, -1, 0), "goal")]
            if rest.text.strip() and after:
                at = self._at(label.goal, after.column, after.n - 1 if after.n > 1 else 0)
                doubt = "its label is missing" if after.n > 1 else ""
                out.append(self._unlabelled(rest, at, doubt))
            elif rest.text.strip():
                out[0] = self._piece(label, inside, out[0].at, "goal")
            return out
        plain = self._plain_columns(label.column, after.column if after else len(self.plan.columns))
        at = self._at(label.goal, label.column, label.n)
        if plain:
            first, rest = self._split_item(inside)
            out = [self._piece(label, first, at, "cell")]
            if rest.text.strip():
                out += self._plain(rest, label.goal, plain[0])
            else:
                self.remarks.append(
                    Remark(
                        self.stream.line(label.start),
                        "cell-missing",
                        "no words behind the last item",
                        self._at(label.goal, plain[0], 1),
                    )
                )
            return out
        found = _ENDS.search(inside.text)
        lead = inside[found.end() :] if found else inside[len(inside) :]
        if after and after.column == label.column and lead.text.strip() and _LEAD.search(lead.text):
            at_lead = f"{self.plan.decision}#{slug(label.goal)}-{self.plan.columns[after.column]}-lead"
            return [
                self._piece(label, inside[: found.end() if found else 0], at, "cell"),
                self._unlabelled(lead, at_lead, ""),
            ]
        return [self._piece(label, inside, at, "cell")]

    def _parts(self, label: _Label, end: int) -> Flow:
        """The words behind a label, without the headings of areas."""
        return joined(self.stream.flow[begin:stop] for begin, stop in self._between(label.end, end))

    def _split_goal(self, inside: Flow, label: _Label, after: _Label | None) -> tuple[Flow, Flow]:
        """A goal's wording and what of the first column follows it without a label."""
        tell = (self.narrow_places if after and after.n > 1 else frozenset()) | self.cell_places
        cut = next((order for order, place in enumerate(inside.places) if order and place in tell), len(inside))
        return (inside[:cut], inside[cut:]) if after else (inside, inside[len(inside) :])

    def _split_item(self, inside: Flow) -> tuple[Flow, Flow]:
        """The last item with a label, and the cell behind it: after a blank line, else after what ends an item."""
        cut = next((order for order, place in enumerate(inside.places) if order and place in self.cell_places), None)
        if cut is None:
            found = _ENDS.search(inside.text)
            cut = found.end() if found else len(inside)
        return inside[:cut], inside[cut:]

    def _plain(self, rest: Flow, goal: str, column: int) -> Iterator[Piece]:
        """The items of a cell without labels: one, or more where blank lines part them."""
        cuts = [
            0,
            *(order for order, place in enumerate(rest.places) if order and place in self.cell_places),
            len(rest),
        ]
        for n, (start, end) in enumerate(pairwise(cuts), 1):
            yield self._unlabelled(rest[start:end], self._at(goal, column, n), "")

    def _plain_columns(self, column: int, before: int) -> list[int]:
        columns = self.plan.columns
        return [place for place in range(column + 1, before) if self.plan.styles.get(columns[place]) == "plain"]

    # --- the small things

    def _piece(self, label: _Label, words: Flow, at: str, kind: str) -> Piece:
        own = self.stream.flow[label.start : label.end]
        doubt = "" if label.end else "its beginning is lost"
        return Piece(at, kind, words.clean().text, (own + words).ranges, label=own.clean().text, doubt=doubt)

    def _unlabelled(self, words: Flow, at: str, doubt: str) -> Piece:
        return Piece(at, "cell", words.clean().text, words.ranges, doubt=doubt)

    def _at(self, goal: str, column: int, n: int) -> str:
        own = f"{self.plan.decision}#{slug(goal)}"
        if column < 0:
            return own
        id = self.plan.columns[column]
        style = self.plan.styles.get(id)
        part = "lead" if not n else roman(n) if style == "roman" else chr(96 + n) if style == "letter" else str(n)
        return f"{own}-{id}-{part}"

    def _stray(self, start: int, end: int) -> None:
        flow = self.stream.flow[start:end]
        if flow.ranges:
            self.asides.append(Aside("reported", "stray", flow.ranges))
            message = f"{flow.clean().text[:30]!r} is no goal and no item"
            self.remarks.append(Remark(self.stream.line(start), "stray", message, self.plan.decision))

    def _missing(self, labels: Sequence[_Label]) -> None:
        there = {label.goal for label in labels}
        missing = [goal for goal in self.plan.goals if goal not in there]
        if missing:
            number = self.stream.line(labels[0].start) if labels else 0
            self.remarks.append(Remark(number, "rows-lost", f"no goal {', '.join(missing)}", self.plan.decision))

    def _brackets(self) -> None:
        """Brackets that nothing closes or opens."""
        text, open_ = self.stream.flow.text, []
        for place, sign in enumerate(text):
            if sign in "[【":
                open_.append(place)
            elif sign in "]】":
                if open_:
                    open_.pop()
                else:
                    self._bracket(place)
        for place in open_:
            self._bracket(place)

    def _bracket(self, place: int) -> None:
        message = f"{self.stream.flow.text[place]!r} stands alone"
        self.remarks.append(Remark(self.stream.line(place), "stray-bracket", message, self.plan.decision))


def _n(found: re.Match[str]) -> int:
    """The number that a label says."""
    groups = found.groupdict()
    if groups.get("han"):
        return _HAN.index(groups["han"]) + 1
    text = groups["n"]
    if text.isdigit():
        return int(text)
    if not text.isascii():
        return int(han(text))
    return ROMANS.get(text, 0) if "han" in groups else ord(text) - 96


def _without(flow: Flow, gone: frozenset[int]) -> Flow:
    if gone.isdisjoint(flow.places):
        return flow
    kept = [(sign, place) for sign, place in zip(flow.text, flow.places, strict=True) if place not in gone]
    return Flow("".join(sign for sign, _ in kept), tuple(place for _, place in kept))


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
