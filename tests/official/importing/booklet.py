"""A booklet as somebody would have written it, before a printer and an extraction: what its text must come back as.

Nothing here is any meeting's wording: a booklet is made of the handbook's own prose, or invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Note:
    """A footnote where its mark stands. `id` is `1` or `s1`, `label` what is printed."""

    id: str
    label: str
    text: str


Part = str | Note


@dataclass(frozen=True)
class Segment:
    """Words of one unit, its label before them. A unit whose sentence is interrupted has more than one."""

    at: str
    kind: str
    label: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(part for part in self.parts if isinstance(part, Note))


@dataclass(frozen=True)
class Block:
    """What is printed as one paragraph: several segments where sub-paragraphs run into a sentence."""

    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Table:
    """A table of figures. `columns` are the heads of all columns, `unit` the line that says in what it counts."""

    caption: Segment
    label: str
    unit: str
    columns: tuple[Segment, ...]
    rows: tuple[tuple[Segment, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Goal:
    words: Segment
    cells: tuple[tuple[Segment, ...], ...]


@dataclass(frozen=True)
class Plan:
    """A plan's table. `areas` are headings by the place of the goal that they stand before."""

    title: str
    heads: tuple[str, ...]
    goals: tuple[Goal, ...]
    areas: tuple[tuple[int, str], ...] = ()


Element = Block | Table | Plan


@dataclass(frozen=True)
class Decision:
    id: str
    elements: tuple[Element, ...]


@dataclass(frozen=True)
class Booklet:
    """`head` is printed on top of pages, `front` before the contents."""

    decisions: tuple[Decision, ...]
    head: str
    front: tuple[str, ...]


@dataclass(frozen=True)
class Expected:
    """What an import must give for one address."""

    at: str
    kind: str
    label: str
    text: str
    notes: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    carrier: str = ""


def segments(element: Element) -> Iterator[tuple[Segment, tuple[str, ...]]]:
    """Every segment in the order of the page, with the figures of its row."""
    if isinstance(element, Block):
        yield from ((segment, ()) for segment in element.segments)
    elif isinstance(element, Table):
        yield element.caption, ()
        yield from ((column, ()) for column in element.columns)
        yield from element.rows
    else:
        for goal in element.goals:
            yield goal.words, ()
            yield from ((item, ()) for cell in goal.cells for item in cell)


def truth(booklet: Booklet) -> dict[str, Expected]:
    """What every address must come back as, footnotes included."""
    out: dict[str, Expected] = {}
    for decision in booklet.decisions:
        for element in decision.elements:
            for segment, figures in segments(element):
                marks = tuple(note.id for note in segment.notes)
                known = out.get(segment.at)
                out[segment.at] = (
                    replace(known, text=known.text + segment.text, notes=known.notes + marks)
                    if known
                    else Expected(segment.at, segment.kind, segment.label, segment.text, marks, figures)
                )
                for note in segment.notes:
                    at = f"{decision.id}#fn-{note.id}"
                    out[at] = Expected(at, "note", note.label, note.text, carrier=segment.at)
    return out
