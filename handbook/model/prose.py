"""One prose file as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from handbook.findings.finding import Place
from handbook.model.memoized import Memoized


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

    def at(self, offset: int) -> Place:
        """Where a character of `text` stands."""
        start, place = 0, self.place
        for begins, turned in self.turns:
            if begins > offset:
                break
            start, place = begins, turned
        return replace(place, column=place.column + offset - start)


@dataclass(frozen=True)
class Words:
    """The words of one unit in one language."""

    id: str
    spans: tuple[Span, ...]
    tail: tuple[Span, ...]
    place: Place

    @property
    def all(self) -> tuple[Span, ...]:
        return self.spans + self.tail


@dataclass(frozen=True)
class Call:
    """A macro line: name, arguments as literals."""

    name: str
    arguments: tuple[str | int, ...]
    place: Place


@dataclass(frozen=True)
class Clause:
    """A block with words: a preambular clause or plain paragraph (no label), a paragraph, a sub-paragraph or a bulleted
    item.

    `kind` is plain, paragraph, letter, roman, number, goal or bullet.
    """

    label: str | None
    kind: str
    spans: tuple[Span, ...]
    items: tuple[Clause, ...]
    tail: tuple[Span, ...]
    place: Place


@dataclass(frozen=True)
class Heading:
    level: int
    id: str
    place: Place


@dataclass(frozen=True)
class Note:
    """A footnote's text."""

    mark: str
    spans: tuple[Span, ...]
    place: Place


Block = Call | Clause | Heading


@dataclass(frozen=True)
class Waiver:
    """An exception that a page asks for: `check` is a check's name or code, `at` the address of a unit, `fn-1` of a
    footnote.
    """

    check: str
    at: str
    reason: str
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Page(Memoized):
    """One prose file: `subject` is what its front matter names (`decision`, `plan` or `page`, and its id); `named` is
    where.
    """

    path: str
    language: str
    name: str
    subject: tuple[str, str]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    units: Mapping[str, Words]
    order: tuple[tuple[str, Place], ...]
    place: Place
    named: Place
    waivers: tuple[Waiver, ...] = ()
