"""Units of Chinese prose beside sentences as the languages to come would write them: no figure differs, and one that is
changed is seen.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.languages import LANGUAGES, SOURCE
from handbook.words.figures import figures_beyond, figures_in

FILE = Path(__file__).parent / "figures.txt"


def _units() -> dict[str, dict[str, str]]:
    """Unit → language → text."""
    units: dict[str, dict[str, str]] = {}
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            unit = units.setdefault(line.removeprefix("## "), {})
        elif line and not line.startswith("#"):
            language, _, text = line.partition(": ")
            unit[language] = text
    return units


UNITS = _units()
OTHERS = LANGUAGES.keys() - {SOURCE, "en"}
CASES = [(unit, language) for unit, texts in UNITS.items() for language in texts if language != SOURCE]


def _unlike(unit: str, language: str, text: str) -> set[str]:
    """The values that only one side has."""
    expected, found = figures_in(UNITS[unit][SOURCE], SOURCE), figures_in(text, language)
    return {figure.value for figure in (*figures_beyond(found, expected), *figures_beyond(expected, found))}


@pytest.mark.parametrize(("unit", "language"), CASES)
def test_unit_in_another_language(unit: str, language: str) -> None:
    assert _unlike(unit, language, UNITS[unit][language]) == set()


@pytest.mark.parametrize(("unit", "language"), CASES)
def test_changed_figure_is_seen(unit: str, language: str) -> None:
    text = UNITS[unit][language]
    for found in re.finditer(r"(?<![-\d])[0-9٠-٩][0-9٠-٩., ]*[0-9٠-٩]", text):
        changed = f"{text[: found.start()]}9{text[found.start() :]}"
        assert _unlike(unit, language, changed), changed


def test_every_language_has_every_unit() -> None:
    assert {unit: set(texts) for unit, texts in UNITS.items()} == {unit: {SOURCE, *OTHERS} for unit in UNITS}
