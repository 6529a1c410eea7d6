"""Every page of a site, opened on a phone: it asks nothing of another host, all that it asks is there, and nothing
sticks out sideways. The small tree's at every change, the handbook's in `make audit`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.languages import LANGUAGES
from tests.browser.conftest import PHONE, Open
from tests.browser.serving import serve
from tests.browser.watching import Watch

pytestmark = pytest.mark.browser

#: What makes a page wider than its window: the width, and the elements that stick out.
STICKS_OUT = """() => {
  const {scrollWidth} = document.scrollingElement;
  if (scrollWidth <= innerWidth) return [];
  const out = [...document.body.querySelectorAll("*")].filter((one) => {
    const {left, right} = one.getBoundingClientRect();
    return right > innerWidth || left < 0;
  });
  return [`${scrollWidth} wide`, ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
}"""


@pytest.fixture(params=["small", pytest.param("real", marks=pytest.mark.audit)], scope="module")
def site(request: pytest.FixtureRequest) -> Path:
    return Path(request.getfixturevalue("small_folder" if request.param == "small" else "folder"))


@pytest.fixture(scope="module")
def root(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


def pages_of(folder: Path, language: str) -> list[str]:
    """The addresses of one language's pages, from the site's root."""
    found = (path.parent.relative_to(folder).as_posix() for path in (folder / language).rglob("index.html"))
    return sorted(f"{path}/" for path in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_a_language_ask_their_own_host_alone_and_fit_a_phone(
    open_page: Open, site: Path, root: str, watch: Watch, language: str
) -> None:
    pages = pages_of(site, language)
    assert len(pages) > 20
    page = open_page(pages[0], PHONE)
    wide = {}
    for path in pages:
        page.goto(root + path)
        assert page.locator("html").get_attribute("lang") == LANGUAGES[language].tag
        if found := page.evaluate(STICKS_OUT):
            wide[path] = found
    assert wide == {}
    assert {root + path for path in pages} <= set(watch.asked)


@pytest.mark.parametrize("path", ["", "404.html"])
def test_pages_of_no_language_ask_their_own_host_alone_and_fit_a_phone(open_page: Open, path: str) -> None:
    assert open_page(path, PHONE).evaluate(STICKS_OUT) == []
