"""What stands round a page's main part: menu, language switcher, addresses for search engines. Values for the theme's
templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from handbook.build.building import Alternate, Building
from handbook.findings.finding import Finding
from handbook.languages import LANGUAGES, Language
from handbook.site.pages.indexes import INDEXES
from handbook.site.site import SitePage
from handbook.site.view import Rendered, View


@dataclass(frozen=True)
class MenuItem:
    title: str
    path: str
    id: str
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

    def href(self, path: str) -> str:
        """Address of a page of this language from this page."""
        return self.view.href(path, page=self.page.path)


class Frame:
    def __init__(self, building: Building) -> None:
        self.building = building
        self.menus: dict[str, tuple[MenuItem, ...]] = {}

    def look(self) -> None:
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
        """Previous and next page of the same kind."""
        assert self.building.site is not None
        if page.kind not in ("decision", "goal", "plan"):
            return None, None
        same = [one for one in self.building.site.pages if one.kind == page.kind]
        place = same.index(page)
        view = self.building.views[language]

        def shown(one: SitePage) -> tuple[str, str]:
            title, short = view.title(one)
            return view.href(one.path, page=page.path), title if short == title else f"{short} {title}"

        before = shown(same[place - 1]) if place else None
        after = shown(same[place + 1]) if place + 1 < len(same) else None
        return before, after


def menu(view: View) -> tuple[MenuItem, ...]:
    """The menu of one language: two levels, everything the handbook holds.

    The first of the pages about the handbook comes first, for those who are new; the last stands over the others.
    """
    site = view.site
    record = view.record

    def item(page: SitePage, items: tuple[MenuItem, ...] = (), muted: bool = False) -> MenuItem:
        title, short = view.title(page)
        numbered = page.kind in ("decision", "goal")
        if page.kind == "draft":
            short = title
        return MenuItem(title if numbered else short, page.path, page.id if numbered else short, items, muted)

    def of(kind: str) -> tuple[SitePage, ...]:
        return tuple(page for page in site.pages if page.kind == kind)

    decisions = tuple(
        item(page, muted=not record.decisions[page.id].published and not record.decisions[page.id].tables)
        for page in of("decision")
    )
    plans = tuple(item(page) for page in (*of("plan"), *of("draft")))
    goals = tuple(item(page) for page in of("goal"))
    indexes = tuple(MenuItem(view.title(page)[0], page.path, "") for kind in INDEXES for page in of(kind))
    first, *about = of("text") or (None,)
    last = tuple(item(page) for page in (*about[:-1], *of("errata")))
    return (
        *((item(first),) if first else ()),
        *(item(page, decisions) for page in of("decisions")),
        *(item(page, plans) for page in of("plans")),
        *(item(page, goals) for page in of("goals")),
        *(item(page, indexes) for page in of("indexes")),
        *(item(page) for page in of("glossary")),
        *((MenuItem(view.ui("about"), about[-1].path, "", last),) if about else last),
    )
