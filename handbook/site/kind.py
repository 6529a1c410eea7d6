"""What a kind of page is, and one page of it. The kinds that there are stand in `kinds.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from markupsafe import Markup

if TYPE_CHECKING:
    # Types alone: what a kind's functions are given stands above this module, which they all need.
    from handbook.site.sheet import Sheet
    from handbook.site.site import Site
    from handbook.site.view import View

Shown = TypeVar("Shown")


class Title(NamedTuple):
    """What a page is called, and what it is called where there is little room: its number, where it has one."""

    whole: str
    short: str


@dataclass(frozen=True)
class MenuPlace:
    """A line of the menu: on the first level, or under the line of the page `under`. Lines stand in the order of the
    pages, those of a lower `rank` first; `label` is a word of the interface that stands there instead of the title.
    """

    under: str | None = None
    rank: int = 0
    label: str | None = None
    muted: bool = False


def _none(*_: object) -> None:
    return None


def _nothing(*_: object) -> tuple[()]:
    return ()


@dataclass(frozen=True)
class Kind(Generic[Shown]):
    """All that a kind of page is. Each of its pages shows one thing: a decision, a goal, or, where the handbook has but
    one page of the kind, the whole record. Paths are from the language's root: `decisions/cp-10-2/`.
    """

    #: Of the classes `hb-page--<name>`, and what the search says that a page is.
    name: str
    #: The main part of the page as HTML.
    make: Callable[[Sheet, Shown], Markup]
    #: What there is a page of, in the order of the pages.
    shown: Callable[[Site], Iterable[Shown]]
    path: Callable[[Shown], str]
    title: Callable[[View, Shown], Title]
    #: The ids of a page that stay for ever.
    anchors: Callable[[Site, Shown], Iterable[str]] = _nothing
    #: What its prose is of, as front matter names it: kind and id. Of several, the page shows each one's.
    subjects: Callable[[Shown], tuple[tuple[str, str], ...]] = _nothing
    #: What the macro `header()` prints, for kinds whose prose may call it.
    header: Callable[[Sheet, Shown], Markup] | None = None
    #: For search engines and the search index; the title where it has none.
    description: Callable[[View, Shown], str] | None = None
    #: The page above it, as the crumbs show it.
    parent: Callable[[Shown], str | None] = _none
    menu: Callable[[Site, Shown], MenuPlace | None] = _none
    #: Its short title is a number, which stands before the title.
    numbered: bool = False
    #: Links at its foot lead to the page before and the one after.
    neighbours: bool = False
    #: A click on the label of a place gives a citation of it.
    citable: bool = False
    #: It shows what lies outside the handbook: a link to it says so.
    outside: bool = False

    def headline(self, title: Title) -> str:
        """The title with the number before it."""
        return f"{title.short} {title.whole}" if self.numbered else title.whole


@dataclass(frozen=True)
class SitePage:
    """One page: `path` from the language's root, empty for the home page, and what it `shows`."""

    path: str
    kind: Kind[Any]
    shows: Any = field(default=None, compare=False)

    @property
    def parent(self) -> str | None:
        return self.kind.parent(self.shows)

    @property
    def subjects(self) -> tuple[tuple[str, str], ...]:
        return self.kind.subjects(self.shows)
