"""The table of codes: each is there once, is given somewhere, and is spelt nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import handbook
from handbook.findings.codes import RETIRED, Area, Code, code_called

PACKAGE = Path(handbook.__file__).parent
TABLE = PACKAGE / "findings/codes.py"
FORM = r"[A-Z]{2,3}\d{3}"
NAME = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


def _sources() -> Iterator[str]:
    """Every module of the package but the table itself."""
    return (path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")) if path != TABLE)


def test_codes_are_their_ids_and_differ() -> None:
    assert [code.name for code in Code] == [code.value for code in Code]
    assert all(re.fullmatch(FORM, code) for code in Code)
    assert len({code.rule for code in Code}) == len(Code)
    assert all(NAME.fullmatch(code.rule) for code in Code)
    assert {code.area for code in Code} == set(Area)


def test_every_code_is_given_somewhere() -> None:
    given = {id for source in _sources() for id in re.findall(rf"\bCode\.({FORM})\b", source)}
    assert given == set(Code)


def test_no_module_spells_a_code_as_a_text() -> None:
    assert [text for source in _sources() for text in re.findall(rf"""["']({FORM})["']""", source)] == []


def test_lines_are_plain() -> None:
    """Lower case, no full stop, and short enough for a list."""
    for code in Code:
        assert code.wrong[0].islower() or code.wrong.startswith("data/"), code
        assert code.wrong[-1] not in ".:;,", code
        assert len(code.wrong) <= 80, code


def test_retired_codes_are_not_used_again() -> None:
    assert not set(RETIRED) & set(Code)


@pytest.mark.parametrize("called", ["RF003", "rf003", "reference-label", "Reference-Label", " rf003 "])
def test_a_code_is_found_by_id_and_by_name(called: str) -> None:
    assert code_called(called) is Code.RF003


@pytest.mark.parametrize("called", ["", "RF", "RF0033", "label"])
def test_what_is_no_code(called: str) -> None:
    assert code_called(called) is None
