"""axe-core finds nothing on any kind of page: in light and in dark, wide and on a phone, with the search open."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from handbook.model.names import Names
from tests.browser.conftest import PHONE, Open

pytestmark = pytest.mark.browser

#: One page of each kind on the small tree's site, from the language's root.
KINDS = {
    "home": "",
    "decisions": "decisions/",
    "decision with annex, sections, notes and erratum": "decisions/cp-1-1/",
    "decision with tables": "decisions/cp-1-2/",
    "plans": "plans/",
    "plan": "plans/implementation/",
    "plan with four columns": "plans/capacity-building/",
    "draft of a plan": "plans/implementation/draft/",
    "goals": "goals/",
    "goal": "goals/a-1/",
    "indexes": "indexes/",
    "articles": "articles/",
    "index of what is cited": "cited/",
    "index by addressee": "addressees/",
    "index by occasion": "deadlines/",
    "article": "articles/2/",
    "decision outside": "decisions/em-i-3/",
    "document": "documents/cbd-cp-1-2/",
    "meeting": "meetings/cp-2/",
    "errata": "errata/",
    "glossary": "glossary/",
    "page about the handbook": "about/",
}
ON_A_PHONE = (
    "decision with annex, sections, notes and erratum",
    "decision with tables",
    "plan",
    "draft of a plan",
    "articles",
    "index by addressee",
)

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
#: Rules that look at colours; what the others look at is the same in light and in dark.
OF_COLOUR = ["color-contrast", "link-in-text-block"]
#: Runs all rules but those that axe itself leaves off, or those that are named.
RUN = """async (rules) => {
  const options = {resultTypes: ["violations"], ...(rules ? {runOnly: {type: "rule", values: rules}} : {})};
  const {violations} = await axe.run(document, options);
  return violations.flatMap(({id, nodes}) => nodes.map(({html, any, all, none}) =>
    `${id}: ${html.slice(0, 160)}: ${[...any, ...all, ...none].map(({message}) => message).join("; ")}`));
}"""

Scheme = Literal["light", "dark"]


def violations(page: Page, schemes: Sequence[Scheme] = ("light", "dark")) -> list[str]:
    page.evaluate(AXE)
    found = []
    for place, scheme in enumerate(schemes):
        page.emulate_media(color_scheme=scheme)
        found += [f"{page.url}, {scheme}: {one}" for one in page.evaluate(RUN, OF_COLOUR if place else None)]
    return found


@pytest.fixture(scope="module")
def root(small_root: str) -> str:
    return small_root


def test_what_is_wrong_is_seen(open_page: Open) -> None:
    page = open_page("en/about/")
    style = "<style>@media (prefers-color-scheme: dark) { #main h1 { color: #222 } }</style>"
    page.locator("#main h1").evaluate(
        "(head, style) => head.insertAdjacentHTML('beforebegin', style + '<img src>')", style
    )
    found = [one.split(", ", 1)[1].split(": ")[:2] for one in violations(page)]
    assert found == [["light", "image-alt"], ["dark", "color-contrast"]]


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page(open_page: Open, root: str, kind: str) -> None:
    page = open_page("")
    found = []
    for language in ("zh", "en", "ar"):
        page.goto(f"{root}{language}/{KINDS[kind]}")
        found += violations(page)
    assert found == []


@pytest.mark.parametrize("path", ["", "404.html"])
def test_a_page_of_no_language(open_page: Open, path: str) -> None:
    assert violations(open_page(path)) == []


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_on_a_phone(open_page: Open, root: str, language: str) -> None:
    page = open_page("", PHONE, has_touch=True, is_mobile=True)
    found = []
    for kind in ON_A_PHONE:
        page.goto(f"{root}{language}/{KINDS[kind]}")
        found += violations(page, ["light"])
    page.locator("[popovertarget=menu]").first.tap()
    expect(page.locator("#menu")).to_be_visible()
    assert found + violations(page) == []


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_in_an_open_search(open_page: Open, names: dict[str, Names], language: str) -> None:
    page = open_page(f"{language}/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("CP-1/1")
    dialog.locator("ol a").first.wait_for()
    found = violations(page)
    dialog.get_by_role("searchbox").fill("zzzzxqj")
    expect(dialog.get_by_role("status")).to_have_text(names[language]["ui.search_none"].replace("{query}", "zzzzxqj"))
    assert found + violations(page) == []
