"""What readers do: change the language on a paragraph, follow a reference and come back, read a plan, get lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from handbook.languages import LANGUAGES
from handbook.model.names import Names
from tests.browser.conftest import PHONE, WIDE, Open
from tests.browser.places import box, expect_place
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser


def switch(page: Page, language: str) -> None:
    page.locator("[data-hb-languages] summary").click()
    page.locator(f"[data-hb-languages] a[hreflang={LANGUAGES[language].tag}]").click()


def expect_language(page: Page, language: str) -> None:
    html = page.locator("html")
    expect(html).to_have_attribute("lang", LANGUAGES[language].tag)
    expect(html).to_have_attribute("dir", LANGUAGES[language].dir)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_switching_language_keeps_page_and_paragraph(open_page: Open, root: str, size: tuple[int, int]) -> None:
    page = open_page("zh/decisions/cp-10-2/#p6-a", size)
    for language in ("en", "ar", "fr", "zh"):
        switch(page, language)
        expect_place(page, f"{root}{language}/decisions/cp-10-2/#p6-a")
        expect_language(page, language)


def test_switching_language_keeps_the_paragraph_that_was_chosen_on_the_page(open_page: Open, root: str) -> None:
    page = open_page("en/decisions/cp-10-10/")
    page.locator("#p12 > a").first.click()
    expect_place(page, f"{root}en/decisions/cp-10-10/#p12")
    switch(page, "ar")
    expect_place(page, f"{root}ar/decisions/cp-10-10/#p12")


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("decisions/cp-10-10/#p7", "decisions/cp-10-10/#p6", id="own paragraph"),
        pytest.param("decisions/cp-10-10/#annex-p2", "decisions/cp-10-10/#p10-c", id="from the annex"),
        pytest.param("decisions/cp-10-10/#p6", "decisions/cp-10-10/#annex", id="own annex"),
        pytest.param("decisions/cp-10-10/#pre-1", "decisions/cp-9-13/#p7", id="paragraph of another decision"),
        pytest.param("decisions/cp-10-2/#p4", "articles/17/", id="article"),
        pytest.param("decisions/cp-10-2/#p1", "procedures/compliance/#sec-ii-4", id="procedure"),
        pytest.param("decisions/cp-10-2/#p3", "errata/#cp-10-2-p3", id="erratum"),
        pytest.param("plans/implementation/#a-5-indicators-c", "articles/15/", id="from a plan"),
    ],
)
def test_a_reference_leads_to_its_place_and_back(
    open_page: Open, root: str, language: str, start: str, end: str
) -> None:
    page = open_page(f"{language}/{start}")
    path, _, place = start.partition("#")
    same = end.partition("#")[0] == path
    address = f"#{end.partition('#')[2]}" if same else f"../../{end}"
    page.locator(f"#{place} a.hb-ref[href='{address}']").first.click()
    expect_place(page, f"{root}{language}/{end}")
    # The list of what refers here is that of the place itself, not only of its page.
    back = f"a[href$='#{place}']"
    if same:
        listed = page.locator(f"#references div:has(> dt a[href='{address}'])")
    elif "#" in end:
        listed = page.locator(f"#{end.partition('#')[2]}")
    else:
        listed = page.get_by_role("main")
    listed.locator(back).first.click()
    expect_place(page, f"{root}{language}/{start}")


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_a_plan_table_and_its_goal_page(open_page: Open, root: str, names: dict[str, Names], language: str) -> None:
    own = names[language]
    page = open_page(f"{language}/plans/implementation/")
    heads = page.get_by_role("columnheader")
    columns = ("goal", "objectives", "indicators", "outcomes")
    expect(heads.filter(visible=True)).to_have_count(len(columns))
    for place, column in enumerate(columns):
        expect(heads.nth(place)).to_contain_text(own[f"column.{column}"])
    row = page.locator("#a-5")
    for column, items in {"objectives": 2, "indicators": 4, "outcomes": 1}.items():
        expect(row.locator(f"[id^=a-5-{column}-]")).to_have_count(items)
    expect(row.get_by_text(own["ui.source_booklet"])).to_be_visible()
    row.get_by_role("rowheader").get_by_role("link").first.click()
    expect_place(page, f"{root}{language}/goals/a-5/")
    plans = page.get_by_role("main").locator("section")
    expect(plans).to_have_count(2)
    first, second = box(plans.nth(0)), box(plans.nth(1))
    assert first["y"] == second["y"], "the plans do not stand side by side"
    assert (first["x"] < second["x"]) == (language != "ar")
    for column in ("objectives", "indicators", "outcomes"):
        expect(plans.nth(0).get_by_role("heading", name=own[f"column.{column}"], exact=True)).to_be_visible()
    plans.nth(0).get_by_role("heading", level=2).get_by_role("link").click()
    expect_place(page, f"{root}{language}/plans/implementation/#a-5")


@pytest.mark.parametrize("language", ["zh", "en", "ru", "ar"])
@pytest.mark.parametrize("width", [960, 1360])
def test_an_item_of_a_plan_stands_below_the_head_of_its_table(open_page: Open, language: str, width: int) -> None:
    page = open_page(f"{language}/plans/implementation/#a-5-objectives-1", (width, 900))
    lowest = max(box(head)["y"] + box(head)["height"] for head in page.get_by_role("columnheader").all())
    assert box(page.locator("#a-5-objectives-1"))["y"] >= lowest


@pytest.mark.parametrize("language", LANGUAGES)
def test_404_speaks_the_language_of_the_address_first(open_page: Open, root: str, watch: Watch, language: str) -> None:
    watch.expect_lost(f"{root}{language}/decisions/no-such-page/")
    page = open_page(f"{language}/decisions/no-such-page/")
    sections = page.locator("section[lang]")
    expect(sections).to_have_count(len(LANGUAGES))
    expect(sections.first).to_have_attribute("lang", LANGUAGES[language].tag)
    expect(page.locator("html")).to_have_attribute("lang", LANGUAGES[language].tag)
    sections.first.get_by_role("link").first.click()
    expect_place(page, f"{root}{language}/")


def test_the_root_offers_the_six(open_page: Open, root: str) -> None:
    page = open_page("")
    for language in LANGUAGES.values():
        page.get_by_role("link", name=language.own).click()
        expect_place(page, f"{root}{language.code}/")
        page.go_back()
