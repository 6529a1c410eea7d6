"""Articles by instrument."""

from __future__ import annotations

from handbook.site.parts.referring import ReferringView, by_page
from handbook.site.sheet import LinkView, Sheet
from handbook.targets.addresses import slug
from handbook.targets.grammar import INSTRUMENTS, Target
from handbook.targets.paths import decision_path, page_of


def _places(sheet: Sheet, target: Target) -> tuple[int, ReferringView]:
    """How many places cite an article, and which, page by page."""
    backlinks = sheet.view.site.crossrefs.backlinks.get(page_of(target), {})
    sources = sheet.view.site.in_order(one for sources in backlinks.values() for one in sources)
    return len(sources), ReferringView(sheet.article(target), by_page(sheet, sources))


def article_lines(sheet: Sheet, with_places: bool = False) -> list[tuple[str, str, list[dict[str, object]]]]:
    """Articles of each instrument that the handbook cites or that a decision concerns, and where."""
    view = sheet.view
    groups = []
    for instrument, articles in sheet.record.instruments.items():
        lines: list[dict[str, object]] = []
        for n in articles:
            target = Target(instrument, n)
            cited = target in view.site.crossrefs.targets
            if instrument != INSTRUMENTS[0] and not cited:
                continue
            lines.append(
                {
                    "id": slug(n),
                    # Under the instrument's name an article is cited as those of the first one are: by its number.
                    "cite": view.sentence(view.cite(Target(INSTRUMENTS[0], n))),
                    "title": view.names.get(str(target)),
                    "href": sheet.to(page_of(target)) if cited else "",
                    "concerns": [
                        LinkView(decision.id, sheet.to(decision_path(decision.id)), view.name(decision.id))
                        for decision in sheet.record.decisions.values()
                        if any(reference.target.whole == target for reference in decision.articles)
                    ],
                    "places": _places(sheet, target) if cited and with_places else None,
                }
            )
        if lines:
            groups.append((instrument, view.name(f"instrument.{instrument}"), lines))
    return groups
