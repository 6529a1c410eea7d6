"""Units of the real Chinese prose beside sentences as the languages to come would write them: no figure differs, and a
figure that is changed is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.languages import LANGUAGES, SOURCE
from handbook.words.figures import figures_beyond, figures_in
from handbook.words.wording import wordings
from tests.realtree import ROOT

FILE = Path(__file__).parent / "figures.txt"


def _cases() -> Iterator[tuple[str, str, str, str]]:
    """Page, unit, language and text."""
    page = unit = ""
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            page, unit = line.removeprefix("## ").split()
        elif line and not line.startswith("#"):
            language, _, text = line.partition(": ")
            yield page, unit, language, text


CORPUS = load_corpus(ROOT)
CASES = list(_cases())


def _differ(page: str, unit: str, language: str, text: str) -> set[str]:
    """The values that one side has and the other has not."""
    source = next(one for one in wordings(CORPUS.pages[SOURCE, page]) if one.unit == unit)
    expected, found = figures_in(source.unlinked, SOURCE), figures_in(text, language)
    apart = [*figures_beyond(found, expected), *figures_beyond(expected, found)]
    return {figure.value for figure in apart}


@pytest.mark.parametrize(("page", "unit", "language", "text"), CASES)
def test_unit_in_another_language(page: str, unit: str, language: str, text: str) -> None:
    assert _differ(page, unit, language, text) == set()


@pytest.mark.parametrize(("page", "unit", "language", "text"), CASES)
def test_changed_figure_is_seen(page: str, unit: str, language: str, text: str) -> None:
    for found in re.finditer(r"(?<![-\d])[0-9٠-٩][0-9٠-٩., ]*[0-9٠-٩]", text):
        changed = f"{text[: found.start()]}9{text[found.start() :]}"
        assert _differ(page, unit, language, changed), changed


def test_every_language_has_every_unit() -> None:
    units = {case[:2] for case in CASES}
    others = LANGUAGES.keys() - {SOURCE, "en"}
    assert {case[:3] for case in CASES} == {(*unit, language) for unit in units for language in others}
