"""The field over an index leaves the entries that have all the words typed, in them or in the heads above them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from handbook.model.names import Names
from tests.browser.conftest import PHONE, WIDE, Open

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("path", "typed", "group", "line"),
    [
        ("en/addressees/", "executive secretary requests cp-10/2", "executive-secretary", "cp-10-2/#p6"),
        ("zh/addressees/", "履约委员会", "compliance-committee", "cp-10-3/#p8"),
        ("ar/deadlines/", "CP-10/6", "meeting-cp-11", "cp-10-6/#p7"),
        ("en/cited/", "CP-9/13 cp-10/10", "kind-dec", "cp-10-10/#"),
        ("en/articles/", "article 26", "art", "articles/26/"),
    ],
)
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_what_matches_is_left(
    open_page: Open, names: dict[str, Names], size: tuple[int, int], path: str, typed: str, group: str, line: str
) -> None:
    page = open_page(path, size)
    words = names[path[:2]]
    field = page.get_by_label(words["ui.entries_filter"])
    lines = page.locator("[data-hb-rows] > *").filter(visible=True)
    whole = lines.count()
    field.fill(typed)
    told = words["ui.rows_shown"].replace("{total}", str(whole))
    expect(page.get_by_role("status").filter(has_text=str(whole))).to_have_text(told.replace("{n}", str(lines.count())))
    assert 0 < lines.count() < whole
    expect(page.locator(f"#{group}")).to_be_visible()
    expect(page.locator(f"#{group} a[href*='{line}']").filter(visible=True).first).to_be_visible()
    for one in page.locator("[data-hb-group]").filter(visible=True).all():
        expect(one.locator("[data-hb-rows] > *").filter(visible=True).first).to_be_visible()
    field.fill("zzzz")
    expect(lines).to_have_count(0)
    expect(page.locator("[data-hb-group]").filter(visible=True)).to_have_count(0)
    expect(page.get_by_text(words["ui.entries_none"])).to_be_visible()
    field.fill("")
    expect(lines).to_have_count(whole)


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_choices_leave_what_is_both(open_page: Open, names: dict[str, Names], size: tuple[int, int]) -> None:
    page = open_page("ar/errata/", size)
    words = names["ar"]
    lines = page.locator("[data-hb-rows] > *").filter(visible=True)
    whole = lines.count()
    page.get_by_label(words["ui.errata_kind"], exact=True).select_option("citation")
    some = lines.count()
    page.get_by_label(words["ui.how_sure"], exact=True).select_option("unknown")
    assert 0 < lines.count() < some < whole
    for line in lines.all():
        expect(line).to_contain_text(words["ui.erratum_citation"])
        expect(line).to_contain_text(words["ui.unknown"])
    told = words["ui.rows_shown"].replace("{n}", str(lines.count())).replace("{total}", str(whole))
    expect(page.get_by_role("status").filter(has_text=str(whole))).to_have_text(told)
    for one in page.locator("[data-hb-group]").filter(visible=True).all():
        expect(one.locator("[data-hb-rows] > *").filter(visible=True).first).to_be_visible()
