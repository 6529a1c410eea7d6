"""A table of figures: its caption, the heads of its columns, its rows.

A row is a line that ends with a figure for each column, whatever stands before them, or with fewer behind a known name;
a name that is broken over lines is joined, and figures that stand alone belong to the name before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, zip_longest

from handbook.official.flow import EMPTY, Flow, fold, joined
from handbook.official.importing import tableheads
from handbook.official.importing.remarks import Remarks
from handbook.official.importing.tablelines import Part, ends_with_figure, parts
from handbook.official.importing.tablerows import Entry, Names, Seat, labelled, placed
from handbook.official.model import COLUMN_HEADS, Aside, Line, Piece, StageResult, TableGuide
from handbook.targets.addresses import column_at, row_at

_CAPTION = re.compile(
    r"\s*表\s*(?P<label>\d{1,2}[a-z]?)(?:\s*[.．]\s*|[\s：:]+)(?=\S)(?![和及与、至到的所]|中[的，]|[内里]的)"
)
#: What a sentence says of a table is no caption: 表1a和1b所列.
_SPOKEN = re.compile(r"[。；;，,、]\s*$|所列|所载|所示")
#: `表 2 (续)`: the same table on another page.
_CONTINUED = re.compile(r"\s*表\s*\d{1,2}[a-z]?\b.*[(（]续[^()（）]{0,3}[)）]\s*")
#: `(千美元)`: in what a table counts.
_UNIT = re.compile(r"\s*[(（][^()（）]{1,12}[)）]\s*")
#: A name, and a caption, has so many lines at most.
_TALL = 3
#: A table has so many lines for each row at most, and so many rows that the handbook does not know; what follows is
#: something else.
_LINES = 20


def begins(line: Line) -> str | None:
    """The label of the table whose caption a line is, or None."""
    match = _CAPTION.match(line.text)
    return match["label"] if match and not _SPOKEN.search(line.text) and not _CONTINUED.fullmatch(line.text) else None


def read_tables(lines: Sequence[Line], guide: TableGuide) -> StageResult:
    """The pieces of one table in the order of the file; `lines` begin with its caption. Never raises."""
    filled = [line for line in lines if not line.blank]
    return _Table(guide).read(filled, _tall(lines, guide)) if filled else StageResult()


@dataclass
class _Table:
    guide: TableGuide
    names: Names = field(init=False)
    entries: list[Entry] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    remarks: Remarks = field(default_factory=Remarks)
    #: Lines of which it is not yet known what they are, and a row that still lacks figures.
    waiting: list[Line] = field(default_factory=list)
    short: Entry | None = None
    #: What tells the heads once more.
    heads: str = ""
    begin: int = 0

    def __post_init__(self) -> None:
        self.names = Names(self.guide.names, self.guide.row_labels)
        self.wide = len(self.guide.columns)
        self.titles = {fold(head) for head in self.guide.heads.values()}

    def read(self, filled: Sequence[Line], tall: int) -> StageResult:
        self.begin = filled[0].number
        self._caption(filled[:tall])
        most = tall + _LINES * (len(self.guide.names) + _LINES)
        rows = [part for line in filled[tall:most] for part in parts(line, self.names, self.wide)]
        for part, after in zip_longest(rows, rows[1:]):
            self._take(part, after)
        self._complete()
        self._flush()
        self._strange(filled[most:])
        self._rows()
        self.pieces.sort(key=lambda piece: piece.ranges[:1])
        return StageResult(tuple(self.pieces), tuple(self.asides), tuple(self.remarks.all()))

    def _caption(self, lines: Sequence[Line]) -> None:
        match = _CAPTION.match(lines[0].text)
        begin = match.end() if match else 0
        whole = joined(line.flow for line in lines)
        label = whole[:begin].clean().text
        self.pieces.append(Piece(self.guide.id, "table", whole[begin:].clean().text, whole.ranges, label=label))

    # --- lines

    def _take(self, part: Part, after: Part | None) -> None:
        figures = part.figures
        if self.short and part.bare and len(self.short.figures) + len(figures) <= self.wide:
            name = joined([self.short.name, part.name])
            self.short = replace(self.short, name=name, figures=(*self.short.figures, *figures))
            return
        self._complete()
        if not figures:
            if not self._goes_on(part):
                self.waiting.append(part.own)
        elif self._is_label(part, after):
            self.waiting.append(part.own)
        elif len(figures) == self.wide or self._is_short(part, after):
            self.short = self._entry(part)
        else:
            self.waiting.append(part.own)

    def _complete(self) -> None:
        if self.short:
            self.entries.append(self.short)
            self.short = None

    def _is_label(self, part: Part, after: Part | None) -> bool:
        """A row's number on a line of its own."""
        return bool(
            self.wide > 1
            and part.bare
            and len(part.figures) == 1
            and re.fullmatch(r"\d{1,3}", part.figures[0].text)
            and after
            and fold(after.name.text)
            and not labelled(after.name)
            and not self._known(self.waiting[-1:], EMPTY)
        )

    def _is_short(self, part: Part, after: Part | None) -> bool:
        """Whether fewer figures than columns are a row's: its name is known, or the next line has those that lack."""
        if any(self._known(self.waiting[-n:] if n else [], part.name) for n in range(_TALL + 1)):
            return True
        rest = len(after.figures) if after and after.bare else 0
        beside = labelled(part.name) or (part.bare and bool(self.waiting))
        return bool(rest) and beside and len(part.figures) + rest <= self.wide

    def _goes_on(self, part: Part) -> bool:
        """Whether a line is the rest of the name of the row above it, whose figures stand in the middle."""
        if not self.entries or self.names.knows(self.entries[-1].name):
            return False
        last = self.entries[-1]
        name = joined([last.name, *(line.flow for line in self.waiting), part.name])
        if len(self.waiting) >= _TALL - 1 or not self.names.knows(name):
            return False
        self.entries[-1] = replace(last, name=name)
        self.waiting.clear()
        return True

    def _entry(self, part: Part) -> Entry:
        """A row: its name, perhaps begun on lines before."""
        self._lift()
        begun = self._begun(part)
        name = joined([*(line.flow for line in self.waiting[len(self.waiting) - begun :]), part.name])
        if not self.names.parts(name)[0].text and self._numbered(begun):
            begun += 1
        before = self.waiting[len(self.waiting) - begun :]
        self.waiting = self.waiting[: len(self.waiting) - begun]
        self._flush()
        label, name = self.names.parts(joined([*(line.flow for line in before), part.name]))
        return Entry(label, name, part.figures, before[0].number if before else part.line.number)

    def _numbered(self, begun: int) -> bool:
        """Whether a label alone stands on the line before."""
        if begun >= len(self.waiting):
            return False
        label, name = self.names.parts(self.waiting[-begun - 1].flow)
        return bool(label.text.strip()) and not name.text.strip()

    def _begun(self, part: Part) -> int:
        """How many of the lines that wait are the begin of a row's name."""
        most = range(1, min(len(self.waiting), _TALL) + 1)
        if fold(part.name.text) and self._known([], part.name):
            return 0
        for n in most:
            if self._known(self.waiting[-n:], part.name):
                return n
        if labelled(part.name) or not self.waiting:
            return 0
        for n in most:
            if labelled(self.waiting[-n].flow) and fold(self.waiting[-n].text) not in self.titles:
                return n
        likest = max((self._likeness(n, part.name), -n) for n in (0, *most))
        return -likest[1] if likest[0] else 0

    def _known(self, before: Sequence[Line], name: Flow) -> bool:
        return self.names.knows(self.names.parts(joined([*(line.flow for line in before), name]))[1])

    def _likeness(self, n: int, name: Flow) -> float:
        before = self.waiting[len(self.waiting) - n :]
        if any(fold(line.text) in self.titles for line in before):
            return 0.0
        return self.names.likeness(self.names.parts(joined([*(line.flow for line in before), name]))[1])

    # --- lines without figures

    def _flush(self) -> None:
        """Lines that are no part of a row: headings among the rows, units, heads."""
        self._lift()
        other: list[Line] = []
        place = 0
        while place < len(self.waiting):
            tall = self._heading(place)
            line = self.waiting[place]
            if tall or _UNIT.fullmatch(line.text) or _CONTINUED.fullmatch(line.text):
                self._heads(other)
                other = []
            if tall:
                label, name = self.names.parts(joined(part.flow for part in self.waiting[place : place + tall]))
                self.entries.append(Entry(label, name, (), line.number))
            elif _UNIT.fullmatch(line.text):
                self.asides.append(Aside("furniture", "unit", line.flow.ranges))
            elif _CONTINUED.fullmatch(line.text):
                self.asides.append(Aside("furniture", "running-title", line.flow.ranges))
            else:
                other.append(line)
            place += tall or 1
        self._heads(other)
        self.waiting = []

    def _heading(self, place: int) -> int:
        """How many lines from a place on are a row without figures, known by its name: `一. 方案:`."""
        for n in range(1, min(_TALL, len(self.waiting) - place) + 1):
            lines = self.waiting[place : place + n]
            if self._known(lines, EMPTY) and fold("".join(line.text for line in lines)) not in self.titles:
                return n
        return 0

    def _heads(self, lines: Sequence[Line]) -> None:
        """The heads of the columns, once; their repeats; what is left is said."""
        if not lines:
            return
        if self.heads:
            if tableheads.alike(lines, self.heads):
                self._repeat(lines)
            else:
                self._strange(lines)
            return
        heads = tableheads.heads_in(lines, self.guide.id, self.guide.heads)
        if not heads:
            self._strange(lines)
            return
        self.heads = heads.key
        self.pieces += heads.pieces
        for id in heads.missing:
            message = f"no head {self.guide.heads[id]!r}"
            self.remarks.add(heads.number, "column-missing", message, column_at(self.guide.id, id))
        if heads.rest.ranges:
            self.asides.append(Aside("furniture", COLUMN_HEADS, heads.rest.ranges))
        self._strange(heads.strange)

    def _lift(self) -> None:
        """Take heads that come again out of the lines that wait: a page may end inside a row."""
        while self.heads and (place := tableheads.again(self.waiting, self.heads)) is not None:
            self._repeat(self.waiting[place.start : place.stop])
            del self.waiting[place.start : place.stop]

    def _repeat(self, lines: Sequence[Line]) -> None:
        flow = joined(line.flow for line in lines)
        self.asides.append(Aside("furniture", COLUMN_HEADS, flow.ranges))

    def _strange(self, lines: Sequence[Line]) -> None:
        if not lines:
            return
        flow = joined(line.flow for line in lines)
        self.asides.append(Aside("reported", "stray", flow.ranges))
        shown = flow[:60].clean().text[:30]
        self.remarks.add(lines[0].number, "stray", f"{shown!r} is no row and no head", self.guide.id)

    # --- rows

    def _rows(self) -> None:
        unknown = 0
        seats = placed(self.entries, self.names)
        for entry, seat in zip(self.entries, seats, strict=True):
            name = entry.name.clean().text
            if not seat.id:
                unknown += 1
                seat = replace(seat, id=f"?{unknown}")
                message = f"no row is called {name!r}" if name else "a row has no name"
                self.remarks.add(entry.number, "unknown-row", message, self._address(seat.id))
            if seat.again:
                message = f"the row of {name!r} stands there again" + (" with other figures" if seat.doubt else "")
                self.remarks.add(entry.number, "doubled-row", message, self._address(seat.id))
            if seat.again and not seat.doubt:
                self.asides.append(Aside("reported", "doubled-row", entry.whole.ranges))
            else:
                self.pieces.append(self._piece(entry, seat, name))
        numbers = {seat.id: entry.number for entry, seat in zip(self.entries, seats, strict=True) if not seat.again}
        number = self.begin
        for id, name in self.guide.names.items():
            number = numbers.get(id, number)
            if id not in numbers:
                self.remarks.add(number, "row-missing", f"no row of {name!r}", self._address(id))

    def _piece(self, entry: Entry, seat: Seat, name: str) -> Piece:
        return Piece(
            self._address(seat.id),
            "row",
            name,
            entry.whole.ranges,
            label=entry.label.clean().text,
            figures=entry.printed,
            doubt=seat.doubt,
        )

    def _address(self, id: str) -> str:
        return row_at(self.guide.id, id)


def _tall(lines: Sequence[Line], guide: TableGuide) -> int:
    """How many lines that are not blank a caption has: it goes on to a blank one, to the heads, to a row."""
    filled = [place for place, line in enumerate(lines) if not line.blank][: _TALL + 1]
    heads = [fold(head) for head in guide.heads.values() if fold(head)]
    title = fold(guide.title)
    caption = _CAPTION.match(lines[filled[0]].text)
    text = fold(lines[filled[0]].text[caption.end() if caption else 0 :])
    for tall, (before, place) in enumerate(pairwise(filled), 1):
        key = fold(lines[place].text)
        if title and key and title.startswith(text + key):
            text += key
            continue
        joins = place == before + 1 and not (title and text == title)
        head = any(name.startswith(key) or key.startswith(name) for name in heads)
        if not joins or head or ends_with_figure(lines[place]) or _UNIT.fullmatch(lines[place].text) or not key:
            return tall
        text += key
    return min(len(filled), _TALL)
