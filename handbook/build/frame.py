"""What stands round a page's main part: menu, language switcher, addresses for search engines. Values for the theme's
templates.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handbook.build.building import Alternate, Building
from handbook.findings.finding import Finding
from handbook.languages import LANGUAGES, Language
from handbook.site.kind import MenuPlace, SitePage, Title
from handbook.site.view import Rendered, View


@dataclass(frozen=True)
class MenuItem:
    title: str
    path: str
    id: str = ""
    items: tuple[MenuItem, ...] = ()
    muted: bool = False


@dataclass(frozen=True)
class PageFrame:
    """Everything `overrides/` asks of a page."""

    page: SitePage
    language: Language
    view: View
    rendered: Rendered
    menu: tuple[MenuItem, ...]
    alternates: list[Alternate]
    canonical: str
    indexed: bool
    findings: list[Finding]
    previous: tuple[str, str] | None
    next: tuple[str, str] | None
    root: str
    private: bool

    @property
    def headline(self) -> str:
        """The page's title with its number before it, where it has one."""
        return self.page.kind.headline(Title(self.rendered.title, self.rendered.short))

    def href(self, path: str) -> str:
        """Address of a page of this language from this page."""
        return self.view.href(path, page=self.page.path)


class Frame:
    def __init__(self, building: Building) -> None:
        self.building = building
        self.menus: dict[str, tuple[MenuItem, ...]] = {}

    def make_all(self) -> None:
        """Make every frame once: a preview learns here, before MkDocs does, whether one cannot be made."""
        for language, path in self.building.pages:
            assert self.building.site is not None
            self.page(language, self.building.site.by_path[path])

    def page(self, language: str, page: SitePage) -> PageFrame:
        building = self.building
        assert building.site is not None
        view = building.views[language]
        before, after = self._neighbours(language, page)
        return PageFrame(
            page=page,
            language=LANGUAGES[language],
            view=view,
            rendered=building.pages[language, page.path],
            menu=self.menus.setdefault(language, menu(view)),
            alternates=building.alternates(language, page),
            canonical=building.canonical(language, page),
            indexed=building.overlay is None and building.site.prose_of(page, language) == language,
            findings=building.of_page(language, page),
            previous=before,
            next=after,
            root="../" * (page.path.count("/") + 1),
            private=building.overlay is not None,
        )

    def _neighbours(self, language: str, page: SitePage) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
        """Address and title of the pages before and after, of the same kind."""
        assert self.building.site is not None
        if not page.kind.neighbours:
            return None, None
        same = self.building.site.of_kind(page.kind.name)
        place = same.index(page)
        view = self.building.views[language]

        def shown(neighbour: SitePage) -> tuple[str, str]:
            return view.href(neighbour.path, page=page.path), neighbour.kind.headline(view.title(neighbour))

        before = shown(same[place - 1]) if place else None
        after = shown(same[place + 1]) if place + 1 < len(same) else None
        return before, after


def menu(view: View) -> tuple[MenuItem, ...]:
    """The menu of one language: two levels, everything the handbook holds."""
    lines: list[tuple[SitePage, MenuPlace]] = []
    under: dict[str, list[tuple[SitePage, MenuPlace]]] = {}
    for page in view.site.pages:
        place = page.kind.menu(view.site, page.shows)
        if place:
            (lines if place.under is None else under.setdefault(place.under, [])).append((page, place))
    if lost := under.keys() - {page.path for page, _ in lines}:
        raise ValueError(f"the menu has two levels, and its first has no line for {min(lost)!r}")
    return tuple(
        MenuItem(
            view.ui(place.label) if place.label else view.title(page).short,
            page.path,
            items=tuple(_inner(view, *inner) for inner in _ranked(under.get(page.path, ()))),
        )
        for page, place in _ranked(lines)
    )


def _ranked(lines: Iterable[tuple[SitePage, MenuPlace]]) -> list[tuple[SitePage, MenuPlace]]:
    return sorted(lines, key=lambda line: line[1].rank)


def _inner(view: View, page: SitePage, place: MenuPlace) -> MenuItem:
    """A line of the second level: the whole title, and before it the number, where there is one."""
    title = view.title(page)
    return MenuItem(title.whole, page.path, title.short if page.kind.numbered else "", muted=place.muted)
