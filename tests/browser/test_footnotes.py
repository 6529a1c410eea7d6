"""A footnote stands beside its text on a wide screen, opens in place on a narrow one, and is on paper in any case."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from handbook.languages import LANGUAGES
from tests.browser.conftest import PHONE, WIDE, Open
from tests.browser.places import box, expect_place

pytestmark = pytest.mark.browser

SIZES = pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])


def open_note(page: Page, number: int) -> None:
    if not page.locator(f"#fn-{number}").is_visible():
        page.locator(f"#fnref-{number}").click()


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_notes_stand_beside_the_text(open_page: Open, language: str) -> None:
    page = open_page(f"{language}/decisions/cp-10-10/")
    for number in range(1, 7):
        note, text = page.locator(f"#fn-{number}"), page.locator(f"p:has(#fnref-{number})")
        expect(note).to_be_visible()
        first, second = (note, text) if LANGUAGES[language].rtl else (text, note)
        assert box(second)["x"] >= box(first)["x"] + box(first)["width"], f"note {number} is not beside its text"
        assert box(text)["y"] <= box(note)["y"] + box(note)["height"]
        assert box(note)["y"] <= box(text)["y"] + box(text)["height"], f"note {number} is not level with its text"


def test_a_mark_is_no_part_of_the_number_before_it(open_page: Open) -> None:
    page = open_page("ar/decisions/cp-10-2/")
    expect(page.locator(".hb-mark").first).to_have_css("unicode-bidi", "isolate")


def test_notes_do_not_cover_each_other(open_page: Open) -> None:
    page = open_page("en/decisions/cp-10-10/")
    ends = 0.0
    for number in range(1, 7):
        note = box(page.locator(f"#fn-{number}"))
        assert note["y"] >= ends, f"note {number} covers the one before"
        ends = note["y"] + note["height"]


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_a_note_opens_in_place(open_page: Open, language: str) -> None:
    page = open_page(f"{language}/decisions/cp-10-2/#p5", PHONE, has_touch=True)
    mark, note = page.locator("#fnref-1"), page.locator("#fn-1")
    expect(note).to_be_hidden()
    expect(mark).to_have_attribute("aria-expanded", "false")
    before = box(mark)
    mark.tap()
    expect(note).to_be_visible()
    expect(note).to_be_in_viewport()
    expect(mark).to_have_attribute("aria-expanded", "true")
    assert box(mark) == before, "the page jumped"
    assert box(note)["y"] >= before["y"]
    note.locator("[role=doc-backlink]").tap()
    expect(mark).to_be_focused()
    expect(note).to_be_hidden()
    assert box(mark) == before, "the page jumped on the way back"


@SIZES
def test_a_note_has_an_address(open_page: Open, root: str, size: tuple[int, int]) -> None:
    page = open_page("en/decisions/cp-10-10/#fn-4", size)
    expect_place(page, f"{root}en/decisions/cp-10-10/#fn-4")
    expect(page.locator("#fn-4")).to_be_visible()


@pytest.mark.parametrize(("language", "size"), [("zh", WIDE), ("en", PHONE), ("ar", WIDE)])
def test_a_document_in_a_note_and_back(open_page: Open, root: str, language: str, size: tuple[int, int]) -> None:
    page = open_page(f"{language}/decisions/cp-10-10/", size)
    open_note(page, 2)
    page.locator("#fn-2 a.hb-ref").click()
    expect_place(page, f"{root}{language}/documents/cbd-cp-ra-ahteg-2020-1-5/#annex-i-sec-iii")
    page.locator("#annex-i-sec-iii a[href$='#fn-2']").click()
    expect_place(page, f"{root}{language}/decisions/cp-10-10/#fn-2")
    expect(page.locator("#fn-2")).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_without_a_script_a_note_is_reached_by_its_mark(open_page: Open, root: str, language: str) -> None:
    address = f"{root}{language}/decisions/cp-10-2/"
    page = open_page(f"{language}/decisions/cp-10-2/", PHONE, java_script_enabled=False)
    page.locator("#fnref-1").click()
    expect_place(page, f"{address}#fn-1")
    expect(page.locator("#fn-1")).to_be_visible()
    page.locator("#fn-1").locator("[role=doc-backlink]").click()
    expect_place(page, f"{address}#fnref-1")


@SIZES
@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_print_has_the_notes(open_page: Open, size: tuple[int, int], script: bool) -> None:
    page = open_page("ar/decisions/cp-10-10/", size, java_script_enabled=script)
    page.emulate_media(media="print")
    if script:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
    notes = page.locator("[role=doc-footnote]")
    expect(notes.filter(visible=True)).to_have_count(6)
    assert all(note.inner_text().strip() for note in notes.all())
    expect(page.locator("[role=doc-backlink]").filter(visible=True)).to_have_count(0)


def test_print_moves_the_notes_to_the_end_and_back(open_page: Open) -> None:
    page = open_page("en/decisions/cp-10-10/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    last = box(page.locator("#annex-p2"))
    tops = [box(page.locator(f"#fn-{number}"))["y"] for number in range(1, 7)]
    assert tops == sorted(tops)
    assert tops[0] >= last["y"] + last["height"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("#p1 #fn-1")).to_be_visible()
