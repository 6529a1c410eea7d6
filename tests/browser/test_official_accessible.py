"""axe-core finds nothing on pages that show the official text, wherever the reader has it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests import smallsite
from tests.browser.conftest import PHONE, Open
from tests.browser.serving import serve
from tests.browser.test_accessible import violations
from tests.browser.test_official import WAYS, built_with_overlay
from tests.sharing import shared

pytestmark = pytest.mark.browser

#: Pages of the small tree that have official words, from the language's root.
KINDS = {
    "decision with annex and notes": "decisions/cp-1-1/",
    "decision with tables": "decisions/cp-1-2/",
    "plan": "plans/capacity-building/",
    "goal": "goals/a-1/",
    "errata": "errata/",
    "page without any": "about/",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    tree = shared(tmp_path_factory, "small-official-tree", lambda tree: built_with_overlay(smallsite.copy(tree)))
    with serve(tree / "site-official") as address:
        yield address


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_of_page_is_accessible(open_page: Open, root: str, kind: str) -> None:
    page = open_page("")
    found = []
    for language in ("zh", "en", "ar"):
        for way in WAYS:
            page.evaluate("(way) => localStorage.setItem('hb-official', way)", way)
            page.goto(f"{root}{language}/{KINDS[kind]}")
            found += violations(page, ("light", "dark") if way == "under" else ("light",))
    assert found == []


def test_a_phone_is_accessible(open_page: Open, root: str) -> None:
    page = open_page("", PHONE, has_touch=True, is_mobile=True)
    found = []
    for language in ("zh", "en", "ar"):
        for path in KINDS.values():
            page.goto(f"{root}{language}/{path}")
            found += violations(page, ["light"])
    assert found == []
