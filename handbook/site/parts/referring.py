"""Who refers to a place: the places that cite it, under the pages they stand on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from handbook.site.sheet import LinkView, Sheet
from handbook.targets.addresses import anchor_of, natural
from handbook.targets.grammar import Target
from handbook.targets.paths import page_of

#: A page, None for the one that is being made, and the places on it that cite.
Group = tuple[LinkView | None, list[LinkView]]


@dataclass(frozen=True)
class ReferringView:
    """A place and who refers to it, page by page."""

    place: LinkView
    groups: list[Group]


def referring(
    sheet: Sheet, place_of: Callable[[str], Target], units: Sequence[str] = (), within: str | None = None
) -> list[ReferringView]:
    """What refers to the sheet's page and its anchors, which `place_of` turns into targets. They stand in the order of
    `units`, an annex where its first unit does; `within` is the decision whose own places are cited without its name.
    """
    view = sheet.view
    cited = view.site.crossrefs.backlinks.get(sheet.page.path, {})

    def rank(anchor: str) -> int:
        return next((rank for rank, unit in enumerate(units) if f"{unit}-".startswith(f"{anchor}-")), len(units))

    views = []
    for anchor in sorted(cited, key=lambda anchor: (anchor != "", rank(anchor), natural(anchor))):
        title = view.sentence(view.cite(place_of(anchor), within))
        place = LinkView(title, f"#{anchor}" if anchor else "", anchor)
        views.append(ReferringView(place, by_page(sheet, cited[anchor])))
    return views


def by_page(sheet: Sheet, sources: Iterable[Target]) -> list[Group]:
    """Sources under the page they stand on, each named by its place there; `note` is that name inside a line."""
    view = sheet.view
    groups: dict[str, list[LinkView]] = {}
    for source in sources:
        path = page_of(source)
        cited = view.cite(source, source.id if source.parts else None)
        link = LinkView(view.sentence(cited), sheet.to(path, anchor_of(source)), view.inside(source, cited))
        groups.setdefault(path, []).append(link)
    return [(None if path == sheet.page.path else owner(sheet, path), links) for path, links in groups.items()]


def owner(sheet: Sheet, path: str) -> LinkView:
    """A page by its short title; `note` is the whole one, where that is another."""
    title = sheet.view.title(sheet.view.site.by_path[path])
    return LinkView(title.short, sheet.to(path), title.whole if title.whole != title.short else "")
