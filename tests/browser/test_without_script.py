"""Without JavaScript a page is whole: text, links, lists, languages, menu; what needs a script is not offered."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from handbook.languages import LANGUAGES
from handbook.model.names import Names
from tests.browser.conftest import PHONE, Open
from tests.browser.places import expect_place

pytestmark = pytest.mark.browser

IN_LANGUAGES = pytest.mark.parametrize("language", ["zh", "en", "ar"])


@IN_LANGUAGES
def test_text_and_languages(open_page: Open, root: str, names: dict[str, Names], language: str) -> None:
    page = open_page(f"{language}/decisions/cp-10-2/", java_script_enabled=False)
    for place in ("opening", "p1", "p6", "p6-a-i", "p6-c"):
        expect(page.locator(f"#{place}")).to_be_visible()
    expect(page.locator("#fn-1")).to_have_count(1)
    # Looked for by its place: what is inside is no text to get_by_text.
    expect(page.locator("noscript p")).to_have_text(names[language]["ui.search_needs_script"])
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.get_by_role("button", name=names[language]["ui.search"])).to_have_count(0)
    page.locator("[data-hb-languages] summary").click()
    links = page.locator("[data-hb-languages] a").filter(visible=True)
    expect(links).to_have_text([one.own for one in LANGUAGES.values()])
    links.filter(has_text=LANGUAGES["fr"].own).click()
    expect_place(page, f"{root}fr/decisions/cp-10-2/")


@IN_LANGUAGES
def test_lists_and_tables(open_page: Open, root: str, names: dict[str, Names], language: str) -> None:
    page = open_page(f"{language}/", java_script_enabled=False)
    main = page.get_by_role("main")
    for place in ("decision", "article", "goal", "party"):
        expect(main.locator(f"#{place}").get_by_role("link").first).to_be_visible()
    expect(main.locator("#decision li")).to_have_count(14)
    expect(main.locator("#party li")).to_have_count(173)
    expect(main.get_by_role("searchbox")).to_have_count(0)
    main.locator("#party").get_by_role("link", name=names[language]["party.ZM"], exact=True).click()
    expect_place(page, f"{root}{language}/decisions/cp-10-1/#table-2-zm")
    expect(page.locator("#table-2 tbody tr").filter(visible=True)).to_have_count(173)
    page.goto(f"{root}{language}/plans/implementation/")
    expect(page.locator("#a-5").get_by_role("link").first).to_be_visible()


@IN_LANGUAGES
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_menu_is_reached_on_a_phone(
    open_page: Open, root: str, names: dict[str, Names], language: str, script: bool
) -> None:
    page = open_page(f"{language}/decisions/cp-10-2/", PHONE, java_script_enabled=script, has_touch=True)
    menu = page.get_by_role("navigation", name=names[language]["ui.menu"])
    expect(menu).to_be_hidden()
    page.get_by_role("button", name=names[language]["ui.menu"]).tap()
    expect(menu).to_be_visible()
    expect(menu.locator("[aria-current=page]")).to_be_visible()
    menu.get_by_role("link", name=names[language]["CP-10/10"]).tap()
    expect_place(page, f"{root}{language}/decisions/cp-10-10/")
    expect(menu).to_be_hidden()


def test_the_menu_closes_over_the_place_that_it_led_to(open_page: Open, root: str, names: dict[str, Names]) -> None:
    page = open_page("en/decisions/cp-10-2/", PHONE, has_touch=True)
    menu = page.get_by_role("navigation", name=names["en"]["ui.menu"])
    page.get_by_role("button", name=names["en"]["ui.menu"]).tap()
    menu.locator("a[href='#p6']").tap()
    expect_place(page, f"{root}en/decisions/cp-10-2/#p6")
    expect(menu).to_be_hidden()
    page.get_by_role("button", name=names["en"]["ui.menu"]).tap()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
