"""Table 2 of CP-10/1: Parties and a total, filtered by name, figures one under the other, its head always in view."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from handbook.model.names import Names
from tests.browser.conftest import PHONE, Open
from tests.browser.places import box

pytestmark = pytest.mark.browser

PAGE = "decisions/cp-10-1/"
IN_LANGUAGES = pytest.mark.parametrize("language", ["zh", "en", "ar"])


@IN_LANGUAGES
def test_rows_and_totals(open_page: Open, names: dict[str, Names], language: str) -> None:
    table = open_page(f"{language}/{PAGE}").locator("#table-2 table")
    expect(table.locator("tbody tr")).to_have_count(173)
    total = table.locator("tfoot tr")
    expect(total).to_have_count(1)
    expect(total.get_by_role("rowheader")).to_have_text(names[language]["ui.total"])
    assert [cell.inner_text() for cell in total.get_by_role("cell").all()] == ["68.263", "100.000", "2,357,364"]


@IN_LANGUAGES
def test_figures_stand_one_under_the_other(open_page: Open, language: str) -> None:
    page = open_page(f"{language}/{PAGE}")
    for column in (2, 3, 4):
        figures = page.locator(f"#table-2 :is(tbody, tfoot) td:nth-child({column}) bdi")
        # Whole numbers end at one edge; the others have equally many decimals, so that their points meet too.
        edges = figures.evaluate_all("all => all.map((one) => one.getBoundingClientRect().right)")
        assert len(edges) > 170
        assert max(edges) - min(edges) < 0.5, f"column {column}"
        decimals = {len(text.partition(".")[2]) for text in figures.all_inner_texts()}
        assert decimals == ({0} if column == 4 else {3})


@IN_LANGUAGES
def test_the_head_stays_in_view(open_page: Open, language: str) -> None:
    page = open_page(f"{language}/{PAGE}#table-2-zw")
    heads = page.locator("#table-2 thead th")
    for head in heads.all():
        expect(head).to_be_in_viewport(ratio=1)
        covered = head.evaluate(
            """head => {
              const {left, top, width, height} = head.getBoundingClientRect();
              return !head.contains(document.elementFromPoint(left + width / 2, top + height - 3));
            }"""
        )
        assert not covered
    row = box(page.locator("#table-2-zw"))
    assert row["y"] >= box(heads.first)["y"] + box(heads.first)["height"] - 1, "the head covers the row"


@pytest.mark.parametrize(
    ("language", "typed", "rows"),
    [
        ("zh", "赞比亚", ["table-2-zm"]),
        ("en", "cote d", ["table-2-ci"]),
        ("en", "GUINEA", ["table-2-gn", "table-2-gw", "table-2-pg"]),
        ("ar", "اسبانيا", ["table-2-es"]),
    ],
)
def test_the_filter_leaves_what_matches(
    open_page: Open, names: dict[str, Names], language: str, typed: str, rows: list[str]
) -> None:
    page = open_page(f"{language}/{PAGE}")
    field = page.get_by_label(names[language]["ui.rows_filter"])
    shown = page.locator("#table-2 tbody tr").filter(visible=True)
    field.fill(typed)
    expect(shown).to_have_count(len(rows))
    assert sorted(row.get_attribute("id") or "" for row in shown.all()) == sorted(rows)
    told = names[language]["ui.rows_shown"].replace("{n}", str(len(rows))).replace("{total}", "173")
    expect(page.locator("#table-2 output")).to_have_text(told)
    field.fill("zzzz")
    expect(shown).to_have_count(0)
    expect(page.locator("#table-2 output")).to_have_text(names[language]["ui.rows_none"])
    field.fill("")
    expect(shown).to_have_count(173)


@IN_LANGUAGES
def test_rows_are_cards_on_a_phone(open_page: Open, language: str) -> None:
    page = open_page(f"{language}/{PAGE}#table-2-zm", PHONE)
    row = page.locator("#table-2-zm")
    expect(row).to_be_in_viewport()
    cells = [box(cell) for cell in row.locator("th, td").all()]
    assert [cell["y"] for cell in cells] == sorted({cell["y"] for cell in cells}), "cells are not one under the other"
    for figure in row.locator("td bdi").all():
        expect(figure).to_be_visible()
    # Each figure says what it is, as the head is gone.
    heads = row.locator("td").evaluate_all("all => all.map((one) => getComputedStyle(one, '::before').content)")
    assert all(len(head) > 4 for head in heads)
