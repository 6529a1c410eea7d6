"""The frame of a page: the pages before and after, and the title of its window."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.build.building import Building
from handbook.build.frame import Frame, PageFrame
from handbook.corpus import load_corpus
from handbook.site.kinds import KINDS
from handbook.site.site import Site
from handbook.site.view import View
from tests.conftest import SMALL
from tests.site.conftest import keyed, rendered


@pytest.fixture(scope="module")
def building() -> Building:
    building = Building(Path("nowhere"), ("en",), "https://example.org/handbook")
    building.site = Site(keyed(load_corpus(SMALL)), KINDS)
    building.views["en"] = view = View(building.site, "en")
    building.pages = {("en", page.path): rendered(view, page.path) for page in building.site.pages}
    return building


def frame(building: Building, path: str) -> PageFrame:
    assert building.site is not None
    return Frame(building).page("en", building.site.by_path[path])


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("decisions/cp-1-1/", None, ("../../decisions/cp-1-2/", "CP-1/2 Budget")),
        ("decisions/cp-1-2/", ("../../decisions/cp-1-1/", "CP-1/1 Seeds"), None),
        ("plans/capacity-building/", ("../../plans/implementation/", "Implementation plan"), None),
        ("goals/a-1/", None, ("../../goals/a-2/", "A.2 Sowing")),
        ("plans/implementation/draft/", None, None),
        ("articles/2/", None, None),
        ("", None, None),
    ],
)
def test_the_pages_before_and_after_are_of_the_same_kind(
    building: Building, path: str, before: tuple[str, str] | None, after: tuple[str, str] | None
) -> None:
    shown = frame(building, path)
    assert (shown.previous, shown.next) == (before, after)


@pytest.mark.parametrize(
    ("path", "headline"),
    [
        ("", "[ui.site_name]"),
        ("decisions/cp-1-1/", "CP-1/1 Seeds"),
        ("goals/a-2/", "A.2 Sowing"),
        ("about/", "About the handbook"),
    ],
)
def test_a_number_stands_before_the_title(building: Building, path: str, headline: str) -> None:
    assert frame(building, path).headline == headline


def test_addresses_of_a_page(building: Building) -> None:
    shown = frame(building, "goals/a-1/")
    assert (shown.canonical, shown.root) == ("https://example.org/handbook/en/goals/a-1/", "../../../")
    assert shown.href("decisions/") == "../../decisions/"
