"""A page without prose in a language, as a later meeting may have it: shown in the source language, and marked."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from handbook.model.names import Names
from tests.browser.conftest import Open
from tests.browser.places import expect_place
from tests.browser.test_search_dialog import search

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def root(small_root: str) -> str:
    return small_root


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_page_without_prose_says_so(open_page: Open, root: str, names: dict[str, Names], language: str) -> None:
    page = open_page(f"{language}/decisions/cp-1-1/")
    note = names[language]["ui.not_translated"].replace("{language}", names[language]["language.zh"])
    expect(page.get_by_role("note").filter(has_text=note)).to_be_visible()
    prose = page.locator("#p1 p").first
    expect(prose).to_have_attribute("lang", "zh-Hans")
    expect(prose).to_have_attribute("dir", "ltr")
    page.get_by_role("note").filter(has_text=note).get_by_role("link").click()
    expect_place(page, f"{root}zh/decisions/cp-1-1/")


def test_search_engines_are_sent_to_the_page_that_has_the_words(open_page: Open) -> None:
    page = open_page("fr/decisions/cp-1-1/")
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    canonical = page.locator("link[rel=canonical]").get_attribute("href")
    assert canonical is not None
    assert canonical.endswith("/zh/decisions/cp-1-1/")


def test_the_search_of_the_language_still_leads_there(open_page: Open, root: str) -> None:
    page = open_page("fr/about/")
    hits = search(page, "CP-1/1")
    expect(hits.first).to_have_attribute("href", "../../fr/decisions/cp-1-1/")
    hits.first.click()
    expect_place(page, f"{root}fr/decisions/cp-1-1/")


def test_notes_of_the_other_direction_open_in_place(open_page: Open) -> None:
    """Chinese prose on an Arabic page has no margin for notes on the side where they would stand."""
    page = open_page("ar/decisions/cp-1-1/", has_touch=True)
    mark, note = page.locator("#fnref-1"), page.locator("#fn-1")
    expect(note).to_be_hidden()
    mark.tap()
    expect(note).to_be_visible()
