"""Decisions as frozen values: their parts, sections, units, acts and footnotes.

`place` is where a thing begins, `places` where the values of its keys stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.findings.finding import Place
from handbook.model.reference import Reference


@dataclass(frozen=True)
class Act:
    """What the meeting does in a paragraph: the verb's id, `also` or `further`, whom it addresses, and by when.

    `by` says who is to act in the end, where that is another than the addressee, who passes it on. `due` holds ISO
    dates, `meeting:<id>` or `event:<id>`.
    """

    act: str
    also: str | None
    to: tuple[str, ...]
    by: tuple[str, ...]
    due: tuple[str, ...]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Unit:
    """A preambular clause, paragraph or sub-paragraph. `id` is its address in the page; `label` its neutral label.

    `due` is set where a sub-paragraph has an occasion of its own that its paragraph's act does not have.
    """

    id: str
    label: str
    kind: str
    place: Place
    acts: tuple[Act, ...] = ()
    references: tuple[Reference, ...] = ()
    items: tuple[Unit, ...] = ()
    run_in: bool = False
    tail: bool = False
    section: str | None = None
    due: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def walk(self) -> Iterator[Unit]:
        """This unit, then everything under it, in order."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True)
class Section:
    id: str
    label: str | None
    parent: str | None
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Footnote:
    """`n` is a number or `*`; `carrier` the unit, column or row that carries the mark."""

    id: str
    n: str
    carrier: str
    cites: tuple[Reference, ...]
    place: Place

    @property
    def mark(self) -> str:
        """As written between `[^` and `]`."""
        return self.id.removeprefix("fn-")


@dataclass(frozen=True)
class Part:
    """The body of a decision, an annex or an appendix: what one sequence of paragraph numbers runs through."""

    id: str
    place: Place
    preamble: tuple[Unit, ...] = ()
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[Unit, ...] = ()
    parts: tuple[Part, ...] = ()

    def walk(self) -> Iterator[Part]:
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class Decision:
    id: str
    symbol: str
    meeting: str
    part: str
    page: int
    articles: tuple[Reference, ...]
    published: bool
    opening: str
    body: Part
    footnotes: tuple[Footnote, ...]
    tables: tuple[str, ...]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every clause, paragraph and sub-paragraph by id, in the order of the page."""
        return {
            unit.id: unit
            for part in self.body.walk()
            for top in (*part.preamble, *part.paragraphs)
            for unit in top.walk()
        }

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id that the decision's page can be addressed by."""
        return frozenset(
            (
                "opening",
                *self.units,
                *(note.id for note in self.footnotes),
                *self.tables,
                *(part.id for part in self.body.walk() if part.id),
                *(section.id for part in self.body.walk() for section in part.sections),
            )
        )
