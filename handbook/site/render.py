"""Site pages → HTML of their main part, and what the frame and the search index are told of them."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.site.macros.run import HINT, STUMBLES
from handbook.site.pages import PAGES
from handbook.site.pages.indexes import INDEXES
from handbook.site.sheet import Sheet
from handbook.site.site import SitePage
from handbook.site.view import Crumb, Indexed, Rendered, View


def page(view: View, page: SitePage) -> tuple[Rendered | None, list[Finding]]:
    """Render one page; what a macro or a template stumbles over is a finding, at the macro's line where there is
    one.
    """
    sheet = Sheet(view, page)
    try:
        rendered = _rendered(sheet)
    except STUMBLES as error:
        place = sheet.prose.place if sheet.prose else Place("handbook/site/templates")
        what = f"page {page.path!r} in {view.language.code} cannot be made: {error}"
        return None, [*sheet.problems, Finding(place, Code.MC004, what, HINT)]
    return rendered, sheet.problems


def _rendered(sheet: Sheet) -> Rendered:
    title, short = sheet.view.title(sheet.at)
    headline = f"{short} {title}" if sheet.at.kind in ("decision", "goal") else title
    html = PAGES[sheet.at.kind](sheet)
    prose = None if sheet.own or sheet.prose is None else sheet.prose.language
    return Rendered(
        title=title,
        short=short,
        html=html,
        contents=tuple(sheet.gathering.contents),
        crumbs=tuple(_crumbs(sheet)),
        prose=prose,
        description=_description(sheet),
        search=(Indexed("", headline, _description(sheet), sheet.at.kind), *sheet.gathering.search),
    )


def _description(sheet: Sheet) -> str:
    view = sheet.view
    if sheet.decision:
        return f"{sheet.decision.symbol} · {view.name(sheet.decision.id)}"
    return view.ui("site_tagline") if sheet.at.kind == "home" else view.title(sheet.at)[0]


def _crumbs(sheet: Sheet) -> Iterable[Crumb]:
    view = sheet.view
    parents = {
        "decision": "decisions",
        "plan": "plans",
        "draft": "plans",
        "goal": "goals",
        **dict.fromkeys(INDEXES, "indexes"),
    }
    if sheet.at.kind == "home":
        return
    yield Crumb(view.ui("home"), view.href("", page=sheet.at.path))
    parent = parents.get(sheet.at.kind)
    if sheet.at.kind == "target":
        parent = {"art": "articles", "dec": "decisions"}.get(sheet.at.id.partition(":")[0])
    if parent:
        yield Crumb(view.title(SitePage(f"{parent}/", parent))[1], view.href(f"{parent}/", page=sheet.at.path))
