"""The search: what is typed in a language leads to the paragraph, in that language."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from handbook.model.names import Names
from tests.browser.conftest import PHONE, Open
from tests.browser.places import expect_place
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser


def search(page: Page, query: str) -> Locator:
    """Type into the dialog, which is opened first; gives the links of the hits."""
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    dialog.get_by_role("searchbox").fill(query)
    return dialog.get_by_role("listitem").get_by_role("link")


@pytest.mark.parametrize(
    ("language", "query", "end"),
    [
        pytest.param("zh", "四年任期", "decisions/cp-10-2/#p1", id="zh: words in a sentence"),
        pytest.param("zh", "里程碑", "decisions/cp-10-3/#annex-p15", id="zh: a word in a sentence"),
        pytest.param("zh", "蚊子为重点", "decisions/cp-10-10/#annex-p1-c", id="zh: across words"),
        pytest.param("zh", "赞比亚", "decisions/cp-10-1/#table-2-zm", id="zh: a Party"),
        pytest.param("zh", "格鲁吉亚", "decisions/cp-10-1/#table-2-ge", id="zh: a Party of many parts"),
        pytest.param("zh", "疫情", "decisions/cp-10-10/#fn-3", id="zh: a word that a dictionary cuts otherwise"),
        pytest.param("zh", "COVID-19大流行", "decisions/cp-10-1/#fn-s1", id="zh: letters and characters"),
        pytest.param("zh", "第15条", "articles/15/", id="zh: an article"),
        pytest.param("zh", "CP-10/10", "decisions/cp-10-10/", id="zh: a symbol"),
        pytest.param("en", "letter", "decisions/cp-10-9/#p16", id="en: one of what is written in the plural"),
        pytest.param("en", "surveys", "decisions/cp-10-2/#p6-b", id="en: many of what is written in the singular"),
        pytest.param("en", "Barbados Kyrgyzstan Morocco", "decisions/cp-10-2/#fn-1", id="en: a footnote"),
        pytest.param("en", "Cote d'Ivoire", "decisions/cp-10-1/#table-2-ci", id="en: without its accent"),
        pytest.param("en", "cp-10/1", "decisions/cp-10-1/", id="en: a symbol"),
        pytest.param("en", "A.5", "goals/a-5/", id="en: a goal"),
        pytest.param("zh", "CP-10/9 第5段", "decisions/cp-10-9/#p5", id="zh: a paragraph by its citation"),
        pytest.param("en", "CP-10/9 paragraph 5", "decisions/cp-10-9/#p5", id="en: a paragraph by its citation"),
        pytest.param("ar", "زامبيا", "decisions/cp-10-1/#table-2-zm", id="ar: a Party"),
        pytest.param("ar", "اسبانيا", "decisions/cp-10-1/#table-2-es", id="ar: without its hamza"),
        pytest.param("ar", "إسبانيا", "decisions/cp-10-1/#table-2-es", id="ar: with its hamza"),
        pytest.param("ar", "المادة 26", "articles/26/", id="ar: an article"),
        pytest.param("ru", "Перу", "decisions/cp-10-1/#table-2-pe", id="ru: a Party"),
        pytest.param("es", "India", "decisions/cp-10-1/#table-2-in", id="es: a Party"),
    ],
)
def test_the_first_hit_leads_to_the_place(open_page: Open, root: str, language: str, query: str, end: str) -> None:
    page = open_page(f"{language}/about/")
    hits = search(page, query)
    expect(hits.first).to_have_attribute("href", f"../../{language}/{end}")
    assert all(hit.evaluate("link => link.href").startswith(f"{root}{language}/") for hit in hits.all())
    hits.first.click()
    expect_place(page, f"{root}{language}/{end}")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_a_chinese_word_is_found_wherever_it_stands(open_page: Open) -> None:
    page = open_page("zh/about/")
    search(page, "缔约方")
    expect(page.get_by_role("status").filter(visible=True)).to_have_text(re.compile("找到[3-9][0-9]{2}条"))
    # Characters are indexed one by one; readers see them as they are written.
    assert " " not in page.get_by_role("dialog").locator("li p").nth(3).inner_text().replace("CP-", "")


@pytest.mark.parametrize(
    ("language", "query", "end"),
    [
        pytest.param("zh", "四年任期", "decisions/cp-10-2/#p1", id="zh: a paragraph"),
        pytest.param("en", "Fifth national report", "deadlines/", id="en: an occasion"),
    ],
)
def test_a_hit_says_nothing_twice(open_page: Open, language: str, query: str, end: str) -> None:
    page = open_page(f"{language}/about/")
    hit = search(page, query).and_(page.locator(f"[href*='{end}']")).first
    title = hit.locator("strong").inner_text()
    for other in hit.locator("small, p").all_inner_texts():
        assert other not in title
        assert title not in other


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_no_hit_is_told_and_escape_closes(open_page: Open, names: dict[str, Names], language: str) -> None:
    page = open_page(f"{language}/decisions/cp-10-2/")
    hits = search(page, "zzzzxqj")
    told = names[language]["ui.search_none"].replace("{query}", "zzzzxqj")
    expect(page.get_by_role("status").filter(visible=True)).to_have_text(told)
    expect(hits).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_keyboard_alone(open_page: Open, root: str) -> None:
    page = open_page("en/")
    hits = search(page, "letter of commitment")
    expect(hits).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("Enter")
    expect_place(page, f"{root}en/decisions/cp-10-9/#p16")


def test_a_slash_is_a_slash_where_one_types(open_page: Open) -> None:
    page = open_page("en/decisions/cp-10-1/")
    field = page.get_by_role("main").get_by_role("searchbox")
    field.press_sequentially("a/b")
    expect(field).to_have_value("a/b")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_button_opens_it_on_a_phone(open_page: Open, names: dict[str, Names]) -> None:
    page = open_page("ar/", PHONE, has_touch=True)
    page.get_by_role("button", name=names["ar"]["ui.search"]).tap()
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()
    page.get_by_role("dialog").get_by_role("button", name=names["ar"]["ui.close"]).tap()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_nothing_of_the_index_is_fetched_before_it_is_opened(open_page: Open, watch: Watch) -> None:
    page = open_page("en/")
    assert not [address for address in watch.asked if "pagefind" in address]
    search(page, "mosquito").first.wait_for()
    assert [address for address in watch.asked if "pagefind" in address]
