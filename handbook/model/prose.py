"""One prose file as frozen values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from handbook.findings.finding import Place
from handbook.model.memoized import Memoized
from handbook.targets.addresses import note_anchor


@dataclass(frozen=True)
class Span:
    """A run of prose: `kind` is text, act, link or mark. `target` is a link's, as written; a mark's `text` is its
    number. `turns` are the offsets of `text` that do not stand in the column after the one before: a line began there,
    or a backslash was taken off.
    """

    kind: str
    text: str
    place: Place
    target: str = ""
    turns: tuple[tuple[int, Place], ...] = field(default=(), compare=False)

    def place_at(self, offset: int) -> Place:
        """Where a character of `text` stands."""
        start, place = 0, self.place
        for begins, turned in self.turns:
            if begins > offset:
                break
            start, place = begins, turned
        return replace(place, column=place.column + offset - start)


@dataclass(frozen=True)
class Call:
    """A macro line: name, arguments as literals."""

    name: str
    arguments: tuple[str | int, ...]
    place: Place


@dataclass(frozen=True)
class Clause:
    """A block with words: a preambular clause or plain paragraph (no label), a paragraph, a sub-paragraph or a bulleted
    item, with what stands under it.

    `kind` is plain, paragraph, letter, roman, number, goal or bullet. `address` is that of its unit; empty where no
    unit has these words. Bullets and the paragraphs of pages about the handbook are counted, so that languages can be
    compared; nothing links to them.
    """

    label: str | None
    kind: str
    spans: tuple[Span, ...]
    items: tuple[Clause, ...]
    tail: tuple[Span, ...]
    place: Place
    address: str = ""

    @property
    def words(self) -> tuple[Span, ...]:
        """Its own words, those after its items too."""
        return self.spans + self.tail

    def walk(self) -> Iterator[Clause]:
        """This clause, then everything under it, in the order of the page."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True)
class Heading:
    """`id` as written; `address` is that of what it opens: a part, a section, a goal, a column, a change."""

    level: int
    id: str
    place: Place
    address: str = ""


@dataclass(frozen=True)
class Note:
    """A footnote's text."""

    mark: str
    spans: tuple[Span, ...]
    place: Place

    @property
    def address(self) -> str:
        return note_anchor(self.mark)


Block = Call | Clause | Heading


@dataclass(frozen=True)
class Waiver:
    """An exception that a page asks for: `check` is a check's name or code, `unit` the address of a unit, `fn-1` of a
    footnote.
    """

    check: str
    unit: str
    reason: str
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Page(Memoized):
    """One prose file as a tree: blocks in the order of the file, clauses with what stands under them, then the texts of
    footnotes. Each node carries its address.

    `subject` is what its front matter names (`decision`, `plan`, `draft` or `page`, and its id); `named` is where.
    """

    path: str
    language: str
    name: str
    subject: tuple[str, str]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    place: Place
    named: Place
    waivers: tuple[Waiver, ...] = ()

    def walk(self) -> Iterator[Heading | Clause]:
        """Headings and clauses, those under others too, in the order of the file."""
        for block in self.blocks:
            if isinstance(block, Heading):
                yield block
            elif isinstance(block, Clause):
                yield from block.walk()

    @cached_property
    def units(self) -> Mapping[str, Clause]:
        """Clauses by address; where one address stands twice, the first."""
        units: dict[str, Clause] = {}
        for node in self.walk():
            if isinstance(node, Clause) and node.address:
                units.setdefault(node.address, node)
        return units

    @property
    def calls(self) -> list[Call]:
        """The macro lines, in the order of the file."""
        return [block for block in self.blocks if isinstance(block, Call)]
