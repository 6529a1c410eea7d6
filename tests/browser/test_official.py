"""The official text on the pages of a build that holds it: where the reader wants it, findable, named on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from handbook.model.names import Names
from tests import laid, realtree
from tests.browser.conftest import PHONE, Open, built
from tests.browser.places import box, expect_place
from tests.browser.serving import serve
from tests.laid import LEFT_OUT
from tests.sharing import shared

pytestmark = pytest.mark.browser

DECISION = "decisions/cp-10-2/"
#: Pages that have official words, from the language's root.
KINDS = {
    "decision": DECISION,
    "decision with annex and notes": "decisions/cp-10-10/",
    "decision with tables": "decisions/cp-10-1/",
    "plan": "plans/capacity-building/",
    "goal": "goals/a-5/",
    "errata": "errata/",
    "page without any": "introduction/",
}
WAYS = ("under", "beside", "instead")


def built_with_overlay(tree: Path) -> None:
    laid.lay(tree, tree / "official")
    built(tree, HANDBOOK_OVERLAY="official")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a build with an overlay."""
    tree = shared(tmp_path_factory, "official-tree", lambda tree: built_with_overlay(realtree.copy(tree)))
    with serve(tree / "site-official") as address:
        yield address


def choose(page: Page, names: Names, way: str) -> None:
    page.get_by_role("radio", name=names[f"ui.official_{way}"]).check()


def both(page: Page, unit: str = "p1") -> tuple[Locator, Locator]:
    """Rendering and official wording of a unit."""
    two = page.locator(f"#{unit} > .hb-unit__body > .hb-two")
    return two.locator(".hb-rendering"), two.locator(".hb-official")


def test_the_reader_chooses(open_page: Open, root: str, names: Mapping[str, Names]) -> None:
    page = open_page(f"en/{DECISION}")
    ours, official = both(page)
    expect(page.get_by_role("radio", name=names["en"]["ui.official_under"])).to_be_checked()
    assert box(official)["y"] >= box(ours)["y"] + box(ours)["height"]
    choose(page, names["en"], "beside")
    assert box(official)["x"] >= box(ours)["x"] + box(ours)["width"]
    assert box(official)["y"] == box(ours)["y"]
    choose(page, names["en"], "instead")
    expect(official).to_be_visible()
    expect(ours).to_be_hidden()


def test_what_the_file_lacks_stays_in_our_words(open_page: Open, names: Mapping[str, Names]) -> None:
    page = open_page(f"en/{DECISION}")
    choose(page, names["en"], "instead")
    ours, official = both(page, LEFT_OUT)
    expect(ours).to_be_visible()
    expect(official).to_contain_text(names["en"]["ui.official_missing"])


def test_the_choice_is_kept(open_page: Open, root: str, names: Mapping[str, Names]) -> None:
    page = open_page(f"en/{DECISION}")
    choose(page, names["en"], "instead")
    for path in ("en/goals/a-5/", "ar/decisions/cp-10-1/", f"zh/{DECISION}"):
        page.goto(root + path)
        language = names[path[:2]]
        expect(page.get_by_role("radio", name=language["ui.official_instead"])).to_be_checked()
        expect(page.locator(".hb-two:not(.hb-two--missing) > .hb-rendering:visible")).to_have_count(0)


@pytest.mark.parametrize("kept", ["sideways", ""])
def test_a_choice_that_is_none(open_page: Open, names: Mapping[str, Names], kept: str) -> None:
    page = open_page("en/about/")
    page.evaluate("(kept) => localStorage.setItem('hb-official', kept)", kept)
    page.goto(page.url.replace("about/", DECISION))
    expect(page.get_by_role("radio", name=names["en"]["ui.official_under"])).to_be_checked()


def test_no_choice_where_nothing_is_laid(open_page: Open, names: Mapping[str, Names]) -> None:
    page = open_page("en/about/")
    expect(page.get_by_text(names["en"]["ui.official_private"])).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(0)


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_without_script_it_stands_under(open_page: Open, names: Mapping[str, Names], language: str) -> None:
    page = open_page(f"{language}/{DECISION}", java_script_enabled=False)
    expect(page.get_by_text(names[language]["ui.official_private"])).to_be_visible()
    expect(page.get_by_role("radio")).to_have_count(0)
    ours, official = both(page)
    assert box(official)["y"] >= box(ours)["y"] + box(ours)["height"]


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_on_a_phone_beside_is_under(open_page: Open, root: str, names: Mapping[str, Names], language: str) -> None:
    page = open_page(f"{language}/{DECISION}", PHONE)
    page.evaluate("localStorage.setItem('hb-official', 'beside')")
    page.reload()
    expect(page.get_by_role("radio")).to_have_count(2)
    expect(page.get_by_role("radio", name=names[language]["ui.official_under"])).to_be_checked()
    ours, official = both(page)
    assert box(official)["y"] >= box(ours)["y"] + box(ours)["height"]
    for way in WAYS:
        page.evaluate("(way) => localStorage.setItem('hb-official', way)", way)
        for path in KINDS.values():
            page.goto(f"{root}{language}/{path}")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (way, path)


@pytest.mark.parametrize("path", ["goals/a-5/", "plans/implementation/"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_stands_beside_items_has_one_edge(
    open_page: Open, names: Mapping[str, Names], language: str, path: str
) -> None:
    page = open_page(f"{language}/{path}")
    choose(page, names[language], "beside")
    official = page.get_by_role("main").locator(".hb-two:not(.hb-two--line) > .hb-official")
    edges = official.evaluate_all("all => all.map((one) => one.getBoundingClientRect().left)")
    assert len(edges) > 10
    assert max(edges) - min(edges) < 1


def test_instead_a_label_stands_once(open_page: Open, names: Mapping[str, Names]) -> None:
    page = open_page(f"en/{DECISION}")
    same, other = (page.locator(f"#{unit} > .hb-unit__body > .hb-two .hb-official__label") for unit in ("p6", "p1"))
    expect(same).to_be_visible()
    choose(page, names["en"], "instead")
    expect(same).to_be_hidden()
    # One that is printed otherwise is part of what is printed.
    expect(other).to_be_visible()


def test_notes_can_be_read_where_their_marks_are_not(open_page: Open, names: Mapping[str, Names]) -> None:
    page = open_page("en/decisions/cp-10-9/", PHONE)
    expect(page.locator("#fn-1")).to_be_hidden()
    choose(page, names["en"], "instead")
    expect(page.locator("#fn-1")).to_be_visible()


def test_paper_says_which_is_which(open_page: Open, names: Mapping[str, Names]) -> None:
    page = open_page(f"en/{DECISION}")
    ours, official = both(page)
    for text, place in ((names["en"]["ui.rendering"], ours), (names["en"]["ui.official_text"], official)):
        expect(place).to_contain_text(text)
        name = place.get_by_text(text)
        page.emulate_media(media="screen")
        before = name.bounding_box()
        assert before is None or before["width"] <= 1
        page.emulate_media(media="print")
        assert box(name)["width"] > 20
    expect(page.get_by_role("radio")).to_have_count(0)
    expect(page.get_by_text(names["en"]["ui.official_private"])).to_be_visible()


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_search_finds_the_words(open_page: Open, root: str, language: str) -> None:
    page = open_page(f"{language}/")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill(laid.words("CP-10/2#p1"))
    link = dialog.locator(f"ol a[href$='{language}/{DECISION}#p1']")
    link.click()
    expect_place(page, f"{root}{language}/{DECISION}#p1")
    page.keyboard.press("/")
    dialog.get_by_role("searchbox").fill(laid.SIGN)
    expect(dialog.get_by_role("listitem")).to_have_count(12)
