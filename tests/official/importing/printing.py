"""A booklet → the lines that an extraction of its printed pages gives, as it does: narrow lines, notes at the foot of
each page in the middle of a sentence, page furniture, labels with tabs, a plan's cells one under another or torn into
single characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from random import Random

from tests.official.importing.booklet import Block, Booklet, Decision, Element, Goal, Note, Plan, Segment, Table

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9./,:%()-]*|\s+|.", re.DOTALL)
_SIGN = re.compile(r"[A-Z]+\.\d*\.?|\d+|\s+|.", re.DOTALL)
#: What may not begin a line.
_CLOSING = "，。；：、）》”！？,.;:)] "


@dataclass(frozen=True)
class Style:
    """How a booklet is printed and extracted. Rates are chances from 0 to 1, `pages` and `width` count lines and
    characters.
    """

    width: int = 30
    height: int = 34
    cell: int = 11
    #: What stands after a label, and how a decision's number and a section's are followed.
    gaps: tuple[str, ...] = ("\t ", "\t")
    dots: tuple[str, ...] = (". ", ".  ", ". \t ")
    #: How the dot of a number or letter stands.
    labels: tuple[str, ...] = (".",)
    #: What begins a page that has no running head.
    feeds: tuple[str, ...] = (" ",)
    #: Chance that a page has its number and running head on top.
    heads: float = 0.25
    #: Chance that no blank line stands between two paragraphs, and that one stands inside a paragraph.
    crowded: float = 0.0
    parted: float = 0.0
    #: Chance that a mark has a blank before it, and that a row of figures is broken.
    spaced: float = 0.0
    broken: float = 0.0
    #: The places of plans, in the order of the booklet, that are torn into characters.
    torn: tuple[int, ...] = ()
    #: Blanks after Chinese commas, as extractions leave them.
    commas: bool = True


@dataclass(frozen=True)
class Row:
    """One line of the extraction: whose words it has, and what it is."""

    text: str
    what: str = "body"
    owners: frozenset[str] = frozenset()
    notes: tuple[tuple[str, Note], ...] = ()
    #: Lines that are printed again where a page begins with this one; and whether it stays with the line before it.
    again: tuple[Row, ...] = ()
    kept: bool = False


BLANK = Row("", "blank")


@dataclass(frozen=True)
class Page:
    """Lines from the top of a page to its foot. `plan` says that a plan's table fills it."""

    rows: tuple[Row, ...]
    plan: bool = False
    decision: str = ""


@dataclass
class _Set:
    """Letters that are being set: each with its owner and the note whose mark it is."""

    letters: list[tuple[str, str, Note | None]] = field(default_factory=list)

    def add(self, text: str, owner: str) -> None:
        self.letters += [(letter, owner, None) for letter in text]

    def mark(self, note: Note, owner: str) -> None:
        self.letters += [(letter, owner, None if place else note) for place, letter in enumerate(note.label)]


def pages(booklet: Booklet, style: Style, random: Random) -> list[Page]:
    """The pages of a booklet, the foreword and the contents first."""
    out = [_front(booklet, random)]
    plans = 0
    for decision in booklet.decisions:
        rows: list[Row] = []
        for element in decision.elements:
            if isinstance(element, Plan):
                out += _paged(decision, rows, booklet, style, random, len(out) == 1)
                rows = []
                out += list(_plan(element, decision, style, plans in style.torn, random))
                plans += 1
            else:
                rows += _element(element, style, random)
        out += _paged(decision, rows, booklet, style, random, len(out) == 1)
    return out


def text(printed: Iterable[Page]) -> str:
    return "".join(f"{row.text}\n" for page in printed for row in page.rows)


# --- pages ------------------------------------------------------------------------------------------------------------


def _front(booklet: Booklet, random: Random) -> Page:
    rows = [Row(" 前言", "furniture"), BLANK]
    for words in booklet.front:
        rows += [one for line in _wrap_plain(words, 30) for one in (Row(line, "furniture"), BLANK)]
    rows += [Row("iv", "furniture"), BLANK, Row(booklet.head, "furniture"), BLANK, Row("决定 页码", "furniture"), BLANK]
    number = 1
    for decision in booklet.decisions:
        title = next(s.text for e in decision.elements if isinstance(e, Block) for s in e.segments)
        *before, last = _wrap_plain(f"{decision.id}. \t {title}", 34)
        rows += [Row(line, "furniture") for line in before]
        rows += [Row(f"{last}.... {'. ' * random.randint(8, 20)}{number}", "furniture"), BLANK]
        number += random.randint(1, 9)
    return Page(tuple(rows))


def _paged(
    decision: Decision, rows: Sequence[Row], booklet: Booklet, style: Style, random: Random, first: bool
) -> Iterator[Page]:
    """Rows set on pages, each with its notes at its foot."""
    waiting = list(rows)
    while waiting:
        taken: list[Row] = []
        height = 0
        while waiting:
            row = waiting[0]
            together = list(takewhile(lambda one: one.kept, waiting[1:]))
            need = sum(_height(one, style) for one in (row, *together))
            if any(one.what == "body" for one in taken) and height + need > style.height and not row.kept:
                break
            need = _height(row, style)
            taken.append(waiting.pop(0))
            height += need
        while taken and taken[-1].what == "blank":
            taken.pop()
        while waiting and waiting[0].what == "blank":
            waiting.pop(0)
        if waiting and waiting[0].again:
            waiting = [*waiting[0].again, *waiting]
        if taken:
            yield Page(tuple(_page(decision, taken, booklet, style, random, first)), decision=decision.id)
        first = False


def _page(
    decision: Decision, taken: list[Row], booklet: Booklet, style: Style, random: Random, first: bool
) -> Iterator[Row]:
    if first or random.random() < style.heads:
        yield from (BLANK, BLANK, Row(str(random.randint(1, 90)), "furniture"), BLANK)
        yield from (Row(booklet.head, "furniture"), BLANK)
    else:
        taken = [replace(taken[0], text=random.choice(style.feeds) + taken[0].text), *taken[1:]]
    yield from taken
    for place, (owner, note) in enumerate([one for row in taken for one in row.notes]):
        if place == 0 or note.label == "*" or random.random() < 0.3:
            yield BLANK
        owners = frozenset((f"{decision.id}#fn-{note.id}", owner))
        yield from (Row(line, "note", owners) for line in _note(note, style))


def _height(row: Row, style: Style) -> int:
    return (row.what != "blank") + sum(len(_note(note, style)) for _, note in row.notes)


def _note(note: Note, style: Style) -> list[str]:
    gap = "\t  " if note.label != "*" else " \t "
    return _wrap_plain(f"{note.label}{gap}{_spaced(note.text, style)}", style.width + 7)


# --- elements ---------------------------------------------------------------------------------------------------------


def _element(element: Element, style: Style, random: Random) -> list[Row]:
    if isinstance(element, Table):
        return list(_table(element, style, random))
    assert isinstance(element, Block)
    return list(_block(element, style, random))


def _block(block: Block, style: Style, random: Random) -> Iterator[Row]:
    kind = block.segments[0].kind
    width = {"title": 22, "opening": 26, "heading": 26}.get(kind, style.width)
    letters = _Set()
    for place, segment in enumerate(block.segments):
        _label(letters, segment, place == 0, style, random)
        _words(letters, segment, style, random)
    lines = list(_wrap(letters.letters, width, first=2 if kind in ("paragraph", "clause", "item") else 0))
    for place, row in enumerate(lines):
        yield replace(row, kept=place > 0 and kind in ("title", "heading"))
        if place + 1 < len(lines) and kind not in ("title", "heading") and random.random() < style.parted:
            yield BLANK
    if kind in ("title", "opening", "heading") or random.random() >= style.crowded:
        yield BLANK


def _label(letters: _Set, segment: Segment, begins: bool, style: Style, random: Random) -> None:
    label = re.sub(r"\.$", random.choice(style.labels), segment.label)
    if segment.kind == "title":
        letters.add(f"{segment.label}{random.choice(style.dots)}", segment.at)
    elif segment.kind == "heading" and re.fullmatch(r"附[件录].*", segment.label):
        letters.add(f"{segment.label}\n\n", segment.at)
    elif segment.kind == "heading" and segment.label:
        letters.add(f"{label}{random.choice((' ', '  '))}", segment.at)
    elif segment.label and begins:
        letters.add(f"{label}{random.choice(style.gaps)}", segment.at)
    elif segment.label:
        letters.add(f"{segment.label}{random.choice(('', ' '))}", segment.at)


def _words(letters: _Set, segment: Segment, style: Style, random: Random) -> None:
    for part in segment.parts:
        if isinstance(part, Note):
            if random.random() < style.spaced:
                letters.add(" ", segment.at)
            letters.mark(part, segment.at)
        else:
            letters.add(_spaced(part, style), segment.at)


def _spaced(words: str, style: Style) -> str:
    return re.sub(r"(?<=[，、。])(?=.)|(?<=[，、])$", " ", words) if style.commas else words


def _wrap(
    letters: Sequence[tuple[str, str, Note | None]], width: float, first: float = 0, *, torn: bool = False
) -> Iterator[Row]:
    """Letters → lines; words of Latin letters and numbers stay whole unless they are torn, closing marks hang."""
    whole = "".join(letter for letter, _, _ in letters)
    line: list[tuple[str, str, Note | None]] = []
    used: float = first
    for found in (_SIGN if torn else _WORD).finditer(whole):
        token = found.group()
        need = sum((0.25 if torn else 0.5) if ord(sign) < 0x2000 else 1 for sign in token)
        if token.startswith("\n"):
            yield _row(line)
            yield from [BLANK] * (len(token) - 1)
            line, used = [], 0
            continue
        carried: list[tuple[str, str, Note | None]] = []
        mark = letters[found.start()][2]
        if line and used + need > width and token[0] not in _CLOSING and not mark:
            while len(line) > 1 and line[-1][0] in "（《“([":
                carried.insert(0, line.pop())
            yield _row(line)
            line, used = carried, len(carried)
        line += letters[found.start() : found.end()]
        used += need
    if line:
        yield _row(line)


def _row(line: Sequence[tuple[str, str, Note | None]]) -> Row:
    return Row(
        "".join(letter for letter, _, _ in line),
        "body",
        frozenset(owner for _, owner, _ in line),
        tuple((owner, note) for _, owner, note in line if note),
    )


def _wrap_plain(words: str, width: float) -> list[str]:
    return [row.text for row in _wrap([(letter, "", None) for letter in words], width)]


# --- tables of figures ------------------------------------------------------------------------------------------------


def _table(table: Table, style: Style, random: Random) -> Iterator[Row]:
    letters = _Set()
    letters.add(f"表{random.choice(('', ' '))}{table.label}{random.choice(style.gaps) or ' '}", table.caption.at)
    _words(letters, table.caption, style, random)
    unit = [BLANK, Row(table.unit, "furniture")] if table.unit else []
    heads = list(_columns(table, style, random))
    again = tuple(replace(row, what="furniture", owners=frozenset(), notes=()) for row in heads)
    top = [*_wrap(letters.letters, style.width), *unit, BLANK, *heads]
    yield from (replace(row, kept=place > 0) for place, row in enumerate(top))
    for segment, figures in table.rows:
        letters = _Set()
        if segment.label:
            letters.add(f"{segment.label}{random.choice((' ', ' ', ' '))}", segment.at)
        _words(letters, segment, style, random)
        if figures and random.random() < style.broken:
            for row in _wrap(letters.letters, max(4, len(segment.text) // 2 + 2)):
                yield replace(row, again=again)
            letters = _Set()
        letters.add(" " * bool(letters.letters) + " ".join(figures), segment.at)
        if "".join(letter for letter, _, _ in letters.letters).strip():
            yield from (replace(row, again=again) for row in _wrap(letters.letters, 200))
        yield BLANK


def _columns(table: Table, style: Style, random: Random) -> Iterator[Row]:
    for column in table.columns:
        letters = _Set()
        _words(letters, column, replace(style, commas=False), random)
        yield from _wrap(letters.letters, 8)
    yield BLANK


# --- plans ------------------------------------------------------------------------------------------------------------


def _plan(plan: Plan, decision: Decision, style: Style, torn: bool, random: Random) -> Iterator[Page]:
    """A plan's pages: its title and heads on each, some goals, cut where the page is full."""
    areas = dict(plan.areas)
    rows: list[Row] = []
    first = True
    for place, goal in enumerate(plan.goals):
        if place in areas and not torn:
            rows += [Row(areas[place], "furniture"), BLANK]
        rows += _torn_goal(goal, random) if torn else _goal(goal, style, random)
        full = sum(row.what != "blank" for row in rows)
        if place + 1 == len(plan.goals) or full > (1200 if torn else style.height * 2):
            top, *heads = _torn_heads(plan, random) if torn else _heads(plan, first)
            top = replace(top, text=random.choice(style.feeds) + top.text)
            yield Page((top, *heads, *rows), plan=True, decision=decision.id)
            rows, first = [], False


def _heads(plan: Plan, first: bool) -> Iterator[Row]:
    if not first:
        yield from (Row(plan.title, "furniture"), BLANK)
    yield from (Row(" ".join(plan.heads), "furniture"), BLANK)


def _goal(goal: Goal, style: Style, random: Random) -> Iterator[Row]:
    for cell in ((goal.words,), *goal.cells):
        for item in cell:
            letters = _Set()
            if item.label:
                letters.add(f"{item.label} ", item.at)
            _words(letters, item, style, random)
            yield from _wrap(letters.letters, style.cell)
        yield BLANK


def _torn_heads(plan: Plan, random: Random) -> Iterator[Row]:
    for words, width in ((plan.title, 40), *((head, 2) for head in plan.heads)):
        letters = _Set()
        letters.add(words, "")
        for row in _wrap(letters.letters, width, torn=True):
            yield from (Row(one.text, "furniture") for one in _tear(row))
            yield BLANK


def _torn_goal(goal: Goal, random: Random) -> Iterator[Row]:
    for place, cell in enumerate(((goal.words,), *goal.cells)):
        letters = _Set()
        for item in cell:
            if letters.letters and not cell[0].label and not item.label:
                letters.add("\n", item.at)
            if item.label:
                gap = "" if random.random() < 0.05 else " "
                letters.add(f"{item.label}{gap}", item.at)
            _words(letters, item, Style(), random)
        for row in _wrap(letters.letters, 9 if place == 0 else 2.3, torn=True):
            yield from _tear(row)
            yield BLANK


def _tear(row: Row) -> Iterator[Row]:
    """A line in lines of a character or two; a blank goes with what follows it."""
    for found in re.finditer(r"[(（][a-z0-9]{1,2}|[A-Z0-9]+[.．]?|\s*\S", row.text):
        if found.group().strip():
            yield replace(row, text=found.group(), notes=())
