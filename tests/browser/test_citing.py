"""A number that is clicked offers its citation and its address, ready to paste."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from handbook.languages import LANGUAGES
from handbook.model.names import Names
from tests.browser.conftest import PHONE, WIDE, Open
from tests.browser.places import expect_place
from tests.browser.test_accessible import violations

pytestmark = pytest.mark.browser

ALLOWED = ("clipboard-read", "clipboard-write")


def bar(page: Page, names: Names) -> Locator:
    return page.get_by_role("complementary", name=names["ui.permalink_title"])


def pasted(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


@pytest.mark.parametrize(
    ("path", "number", "cited"),
    [
        pytest.param("en/decisions/cp-10-9/", "p5", "CP-10/9, paragraph 5", id="en: a paragraph"),
        pytest.param("zh/decisions/cp-10-9/", "p13-b", "CP-10/9，第13(b)段", id="zh: a sub-paragraph"),
        pytest.param("ar/decisions/cp-10-9/", "p5", "CP-10/9، الفقرة 5", id="ar: a paragraph"),
        pytest.param("en/decisions/cp-10-3/", "annex-p1", "CP-10/3, annex, paragraph 1", id="en: of an annex"),
        pytest.param(
            "en/plans/implementation/",
            "a-5-indicators-a",
            "Implementation Plan, A.5, indicators (a)",
            id="en: an item of a plan",
        ),
    ],
)
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_a_number_gives_its_citation(
    open_page: Open, root: str, names: dict[str, Names], size: tuple[int, int], path: str, number: str, cited: str
) -> None:
    own = names[path[:2]]
    page = open_page(path, size, permissions=ALLOWED)
    expect(bar(page, own)).to_be_hidden()
    page.locator(f"#{number} > a").first.click()
    expect_place(page, f"{root}{path}#{number}")
    expect(bar(page, own).get_by_role("status")).to_have_text(cited)
    bar(page, own).get_by_role("button", name=own["ui.copy_citation"]).click()
    expect(bar(page, own).get_by_text(own["ui.copied"])).to_be_visible()
    said = f"{own['ui.site_name']} – {own['ui.source_of_text']}"
    assert pasted(page) == f"{cited} – {said} {root}{path}#{number}"
    bar(page, own).get_by_role("button", name=own["ui.copy_link"]).click()
    page.wait_for_function(
        "async (end) => (await navigator.clipboard.readText()) === end", arg=f"{root}{path}#{number}"
    )


def test_the_keyboard_alone(open_page: Open, names: dict[str, Names]) -> None:
    own = names["en"]
    page = open_page("en/decisions/cp-10-9/")
    label = page.locator("#p5 > a").first
    label.focus()
    page.keyboard.press("Enter")
    expect(bar(page, own).get_by_role("button", name=own["ui.copy_citation"])).to_be_focused()
    expect(page.locator("#p5")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(bar(page, own)).to_be_hidden()
    expect(label).to_be_focused()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_has_room_for_it(open_page: Open, names: dict[str, Names], language: str) -> None:
    page = open_page(f"{language}/decisions/cp-10-9/", PHONE)
    page.locator("#p13-a > a").first.click()
    expect(bar(page, names[language])).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page, ["light", "dark"]) == []
    bar(page, names[language]).get_by_role("button", name=names[language]["ui.close"]).click()
    expect(bar(page, names[language])).to_be_hidden()


def test_paper_has_nothing_of_it(open_page: Open, names: dict[str, Names]) -> None:
    page = open_page("en/decisions/cp-10-9/")
    page.locator("#p5 > a").first.click()
    expect(bar(page, names["en"])).to_be_visible()
    page.emulate_media(media="print")
    expect(bar(page, names["en"])).to_be_hidden()
