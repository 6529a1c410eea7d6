"""axe-core finds nothing on any page of the handbook, in six languages, light and dark, wide and on a phone."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.languages import LANGUAGES
from tests.browser.conftest import PHONE, WIDE, Open
from tests.browser.test_accessible import violations
from tests.browser.test_requests import pages_of

pytestmark = [pytest.mark.browser, pytest.mark.audit]


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("part", range(8))
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_a_language(
    open_page: Open, folder: Path, root: str, language: str, part: int, size: tuple[int, int]
) -> None:
    """An eighth of them, so that processes share the work."""
    page = open_page("", size)
    wrong = []
    for path in pages_of(folder, language)[part::8]:
        page.goto(root + path)
        wrong += violations(page)
    assert wrong == []
