"""axe-core finds nothing on any kind of page, and no page scrolls sideways on a phone."""

from __future__ import annotations

from importlib import resources

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, Open

pytestmark = pytest.mark.browser

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
KINDS = {
    "home": "",
    "decisions": "decisions/",
    "decision": "decisions/cp-10-10/",
    "decision with a table": "decisions/cp-10-1/",
    "decision to come": "decisions/cp-10-3/",
    "plans": "plans/",
    "plan": "plans/capacity-building/",
    "goals": "goals/",
    "goal": "goals/a-5/",
    "articles": "articles/",
    "article": "articles/26/",
    "decision outside": "decisions/cp-9-13/",
    "document": "documents/cbd-cp-ra-ahteg-2020-1-5/",
    "meeting": "meetings/cp-11/",
    "errata": "errata/",
    "about": "about/",
}


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run()")["violations"]
    return [f"{page.url} {one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_no_violation_on_any_kind_of_page(open_page: Open, root: str, language: str, scheme: str) -> None:
    page = open_page(f"{language}/", color_scheme=scheme)
    found = []
    for path in KINDS.values():
        page.goto(f"{root}{language}/{path}")
        found += violations(page)
    assert found == []


def test_no_violation_on_the_pages_of_no_language(open_page: Open, root: str) -> None:
    page = open_page("")
    found = violations(page)
    page.goto(f"{root}404.html")
    assert found + violations(page) == []


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_no_violation_in_an_open_search(open_page: Open, language: str) -> None:
    page = open_page(f"{language}/")
    page.keyboard.press("/")
    page.get_by_role("dialog").get_by_role("searchbox").fill("CP-10/2")
    page.locator(".hb-search__hits a").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_no_page_scrolls_sideways_on_a_phone(open_page: Open, root: str, language: str) -> None:
    page = open_page(f"{language}/", size=PHONE)
    wide = []
    for path in KINDS.values():
        page.goto(f"{root}{language}/{path}")
        if page.evaluate("document.scrollingElement.scrollWidth > innerWidth"):
            wide.append(path)
    assert wide == []
