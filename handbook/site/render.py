"""A page in one language → the HTML of its main part, and what the frame and the search index need of it."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.site.kind import SitePage
from handbook.site.macros.runner import FAILURES, HINT
from handbook.site.sheet import Sheet
from handbook.site.view import Crumb, Indexed, Rendered, View


def render_page(view: View, page: SitePage) -> tuple[Rendered | None, list[Finding]]:
    """Render one page. Where a macro or the page itself fails, that is a finding: at the macro's line, or at the page's
    prose, and then there is no page.
    """
    sheet = Sheet(view, page)
    try:
        rendered = _rendered(sheet)
    except FAILURES as error:
        place = sheet.prose.place if sheet.prose else Place("handbook/site/templates")
        what = f"page {page.path!r} in {view.language.code} cannot be made: {error}"
        return None, [*sheet.problems, Finding(place, Code.MC004, what, HINT)]
    return rendered, sheet.problems


def _rendered(sheet: Sheet) -> Rendered:
    view, kind, shown = sheet.view, sheet.page.kind, sheet.page.shows
    title = view.title(sheet.page)
    html = kind.make(sheet, shown)
    description = kind.description(view, shown) if kind.description else title.whole
    return Rendered(
        title=title.whole,
        short=title.short,
        html=html,
        contents=tuple(sheet.gathering.contents),
        crumbs=tuple(_crumbs(view, sheet.page)),
        prose=None if sheet.own or sheet.prose is None else sheet.prose.language,
        description=description,
        search=(Indexed("", kind.headline(title), description, kind.name), *sheet.gathering.search),
    )


def _crumbs(view: View, page: SitePage) -> Iterable[Crumb]:
    """Home, and the page above this one."""
    if page.path:
        for path in ("", *filter(None, (page.parent,))):
            yield Crumb(view.title(view.site.by_path[path]).short, view.href(path, page=page.path))
