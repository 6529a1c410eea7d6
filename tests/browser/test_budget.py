"""Tables 1a and 1b of CP-10/14: lines and totals, decimals one under the other, and the words above the figures on a
phone.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from handbook.model.names import Names
from tests.browser.conftest import PHONE, Open
from tests.browser.places import box

pytestmark = pytest.mark.browser

PAGE = "decisions/cp-10-14/"
IN_LANGUAGES = pytest.mark.parametrize("language", ["zh", "en", "ar"])
#: Where the decimal point of each figure stands: the left edge of the text from it on.
POINTS = """all => all.map((one) => {
  const text = one.firstChild, range = document.createRange();
  range.setStart(text, text.data.search(/[.,]\\d+\\)?$/));
  range.setEnd(text, text.length);
  return range.getBoundingClientRect().left;
})"""


@IN_LANGUAGES
def test_lines_and_totals(open_page: Open, names: dict[str, Names], language: str) -> None:
    table = open_page(f"{language}/{PAGE}").locator("#table-1a table")
    expect(table.locator("tbody")).to_have_count(2)
    net = table.locator("#table-1a-net-total")
    expect(net.get_by_role("rowheader")).to_contain_text(names[language]["line.net_total"])
    assert [cell.inner_text() for cell in net.get_by_role("cell").all()] == ["2,713.9", "2,976.8", "5,690.7"]
    expect(table.locator("#table-1a-host-country-contribution td").last).to_have_text("(494.7)")


@IN_LANGUAGES
@pytest.mark.parametrize("size", [(1280, 900), PHONE], ids=["wide", "phone"])
def test_decimals_stand_one_under_the_other(open_page: Open, language: str, size: tuple[int, int]) -> None:
    page = open_page(f"{language}/{PAGE}", size)
    for column in (2, 3, 4):
        points = page.locator(f"#table-1a td:nth-child({column}) bdi").evaluate_all(POINTS)
        assert len(points) == 23
        assert max(points) - min(points) < 1.5, f"column {column}"


@IN_LANGUAGES
def test_a_line_is_marked_and_cited(open_page: Open, root: str, language: str) -> None:
    page = open_page(f"{language}/{PAGE}")
    line = page.locator("#table-1a-h")
    expect(line.locator("sup a[href='#fn-s1']")).to_be_visible()
    line.locator("a.hb-row").click()
    page.wait_for_url(f"{root}{language}/{PAGE}#table-1a-h")


@IN_LANGUAGES
def test_words_stand_above_the_figures_on_a_phone(open_page: Open, language: str) -> None:
    page = open_page(f"{language}/{PAGE}#table-1a-l", PHONE)
    row = page.locator("#table-1a-l")
    words = box(row.locator("th"))
    figures = [box(one) for one in row.locator("td").all()]
    assert len({figure["y"] for figure in figures}) == 1
    assert figures[0]["y"] >= words["y"] + words["height"] - 1
    for head in page.locator("#table-1a thead th.hb-number").all():
        expect(head).to_be_in_viewport()
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
