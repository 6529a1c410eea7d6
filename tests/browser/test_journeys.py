"""What readers do: change the language on a paragraph, follow a reference and come back, open a footnote, read a plan,
search.
"""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from handbook.languages import LANGUAGES
from handbook.model import Names
from tests.browser.conftest import PHONE, Open
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser


def switch(page: Page, language: str) -> None:
    page.locator("[data-hb-languages] summary").click()
    page.locator(f"[data-hb-languages] a[hreflang={LANGUAGES[language].tag}]").click()


def expect_target(page: Page, anchor: str) -> None:
    expect(page.locator(":target")).to_have_id(anchor)
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["en", "ar", "fr"])
def test_switching_language_keeps_page_and_paragraph(open_page: Open, root: str, language: str) -> None:
    page = open_page("zh/decisions/cp-10-2/#p6-a")
    switch(page, language)
    page.wait_for_url(f"{root}{language}/decisions/cp-10-2/#p6-a")
    expect_target(page, "p6-a")
    html = page.locator("html")
    expect(html).to_have_attribute("lang", LANGUAGES[language].tag)
    expect(html).to_have_attribute("dir", LANGUAGES[language].dir)


def test_a_page_without_prose_says_so(open_page: Open, names: dict[str, Names]) -> None:
    page = open_page("ar/decisions/cp-10-2/")
    note = names["ar"]["ui.not_translated"].replace("{language}", names["ar"]["language.zh"])
    expect(page.get_by_role("note").filter(has_text=note)).to_be_visible()
    words = page.locator("#p1 .hb-words")
    expect(words).to_have_attribute("lang", "zh-Hans")
    expect(words).to_have_attribute("dir", "ltr")


@pytest.mark.parametrize(
    ("start", "place", "link", "end"),
    [
        ("decisions/cp-10-10/", "p7", "#p6", "decisions/cp-10-10/#p6"),
        ("decisions/cp-10-10/", "p2", "cp-9-13/#annex-i", "decisions/cp-9-13/#annex-i"),
        ("decisions/cp-10-2/", "p4", "articles/17/", "articles/17/"),
        ("decisions/cp-10-2/", "p1", "compliance/#sec-ii-4", "procedures/compliance/#sec-ii-4"),
        ("decisions/cp-10-2/", "p3", "errata/", "errata/#cp-10-2-p3"),
    ],
)
def test_a_reference_leads_to_its_place_and_back(
    open_page: Open, root: str, start: str, place: str, link: str, end: str
) -> None:
    page = open_page(f"en/{start}")
    page.locator(f"#{place} a.hb-ref[href$='{link}'], #{place} a.hb-ref[href*='{link}#']").first.click()
    page.wait_for_url(f"{root}en/{end}")
    if "#" in end:
        expect_target(page, end.partition("#")[2])
    back = f"a[href$='#{place}']"
    page.locator(f".hb-back {back}, main h2 {back}").first.click()
    page.wait_for_url(f"{root}en/{start}#{place}")
    expect_target(page, place)


def test_footnotes_stand_beside_the_text(open_page: Open) -> None:
    page = open_page("en/decisions/cp-10-2/")
    note, words = page.locator("#fn-1"), page.locator("#p5 .hb-words")
    expect(note).to_be_visible()
    beside, text = note.bounding_box(), words.bounding_box()
    assert beside is not None
    assert text is not None
    assert beside["x"] >= text["x"] + text["width"]
    assert abs(beside["y"] - text["y"]) < 60


def test_a_footnote_opens_in_place_on_a_phone(open_page: Open) -> None:
    page = open_page("en/decisions/cp-10-2/#p5", size=PHONE, has_touch=True)
    mark, note = page.locator("#fnref-1"), page.locator("#fn-1")
    expect(note).to_be_hidden()
    before = mark.bounding_box()
    mark.tap()
    expect(note).to_be_visible()
    assert mark.bounding_box() == before, "the page jumped"
    note.locator("[role=doc-backlink]").tap()
    expect(mark).to_be_focused()


def test_without_a_script_a_footnote_is_reached_by_its_mark(open_page: Open) -> None:
    page = open_page("en/decisions/cp-10-2/", size=PHONE, java_script_enabled=False)
    page.locator("#fnref-1").click()
    expect(page.locator("#fn-1")).to_be_visible()


def test_print_has_the_notes(open_page: Open) -> None:
    page = open_page("en/decisions/cp-10-2/", size=PHONE)
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("#fn-1")).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_a_plan_table_and_its_goal_page(open_page: Open, root: str, names: dict[str, Names], language: str) -> None:
    page = open_page(f"{language}/plans/implementation/")
    heads = page.locator("table thead th")
    for at, column in enumerate(("goal", "objectives", "indicators", "outcomes")):
        expect(heads.nth(at)).to_contain_text(names[language][f"column.{column}"])
    expect(page.locator("#a-5 .hb-item")).to_have_count(7)
    expect(page.locator("#a-5")).to_contain_text(names[language]["ui.source_booklet"])
    page.locator("#a-5 a.hb-goal__id").click()
    page.wait_for_url(f"{root}{language}/goals/a-5/")
    plans = page.locator("main section")
    expect(plans).to_have_count(2)
    first, second = plans.nth(0).bounding_box(), plans.nth(1).bounding_box()
    assert first is not None
    assert second is not None
    assert first["y"] == second["y"], "the plans do not stand side by side"
    assert (first["x"] < second["x"]) == (language != "ar")
    plans.nth(0).locator("h2 a").click()
    page.wait_for_url(f"{root}{language}/plans/implementation/#a-5")


def search(page: Page, query: str) -> Locator:
    page.keyboard.press("/")
    field = page.get_by_role("dialog").get_by_role("searchbox")
    expect(field).to_be_focused()
    field.fill(query)
    return page.locator(".hb-search__hits a")


@pytest.mark.parametrize(
    ("language", "query", "end"),
    [
        ("zh", "面对面", "decisions/cp-10-10/#p10-e"),
        ("zh", "四年任期", "decisions/cp-10-2/#p1"),
        ("en", "mosquito", "decisions/cp-10-10/#annex-p1-c"),
        ("en", "Barbados Kyrgyzstan Morocco", "decisions/cp-10-2/#fn-1"),
        ("ar", "زامبيا", "decisions/cp-10-1/#table-2-zm"),
    ],
)
def test_search_leads_to_the_paragraph(open_page: Open, root: str, language: str, query: str, end: str) -> None:
    page = open_page(f"{language}/")
    hits = search(page, query)
    hit = page.locator(f".hb-search__hits a[href$='{end}']")
    expect(hit).to_be_visible()
    assert all(f"{root}{language}/" in one.evaluate("link => link.href") for one in hits.all())
    hit.click()
    page.wait_for_url(f"{root}{language}/{end}")
    expect_target(page, end.partition("#")[2])


def test_search_finds_nothing_and_closes(open_page: Open, names: dict[str, Names]) -> None:
    page = open_page("en/decisions/cp-10-2/")
    search(page, "zzzzxqj")
    expect(page.get_by_role("status")).to_have_text(names["en"]["ui.search_none"].replace("{query}", "zzzzxqj"))
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_table_of_parties(open_page: Open) -> None:
    page = open_page("en/decisions/cp-10-1/")
    table = page.locator("#table-2 table")
    expect(table.locator("tbody tr")).to_have_count(173)
    expect(table.locator("tfoot")).to_contain_text("2,357,364")
    edges = table.locator("tbody td:last-child").evaluate_all(
        "cells => [...new Set(cells.map((cell) => cell.getBoundingClientRect().right))]"
    )
    assert len(edges) == 1, "figures do not end at one edge"
    page.locator("#table-2 input[type=search]").fill("cote")
    expect(table.locator("tbody tr:visible")).to_have_count(1)
    expect(table.locator("tbody tr:visible")).to_contain_text("Côte d’Ivoire")
    page.locator("#table-2 input[type=search]").fill("")
    page.locator("#table-2-zw").scroll_into_view_if_needed()
    expect(table.locator("thead th").first).to_be_in_viewport()


def test_404_speaks_the_language_of_the_address(open_page: Open, root: str, watch: Watch) -> None:
    address = f"{root}ar/decisions/no-such-page/"
    watch.expect_lost(address)
    page = open_page("ar/decisions/no-such-page/")
    sections = page.locator("section[lang]")
    expect(sections).to_have_count(len(LANGUAGES))
    expect(sections.first).to_have_attribute("lang", "ar")
    link = sections.first.locator("a").first.get_attribute("href")
    assert link is not None
    assert re.search(r"/ar/$", link)
