"""No page asks anything of another host, and whatever a page asks is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.languages import LANGUAGES
from tests.browser.conftest import Open
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser


def pages_of(folder: Path, language: str) -> list[str]:
    """The addresses of one language's pages, from the site's root."""
    found = (path.parent.relative_to(folder).as_posix() for path in (folder / language).rglob("index.html"))
    return sorted(f"{path}/" for path in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_a_language_ask_their_own_host_alone(
    open_page: Open, folder: Path, root: str, watch: Watch, language: str
) -> None:
    pages = pages_of(folder, language)
    assert len(pages) > 40
    page = open_page(pages[0])
    for path in pages[1:]:
        page.goto(root + path)
        assert page.locator("html").get_attribute("lang") == LANGUAGES[language].tag
    assert {root + path for path in pages} <= set(watch.asked)
