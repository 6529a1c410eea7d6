"""Every case gives exactly the findings it lists; every check has a wrong case and a right one."""

from __future__ import annotations

from pathlib import Path

import pytest

import handbook
from handbook import checks
from handbook.checks import ALL, Check, run_checks
from handbook.corpus import Memory, load_corpus
from tests.casefile import Case, apply, parse

FOLDER = Path(__file__).parent / "cases"
#: The folder of what is found while files are read, before any check looks.
READING = "reading"


def _name(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


def _case(path: Path) -> Case:
    return parse(path.read_text(encoding="utf-8"))


PATHS = sorted(FOLDER.rglob("*.case"))


@pytest.fixture(scope="module")
def memory() -> Memory:
    """What does not change from case to case is read once."""
    return Memory()


@pytest.mark.parametrize("path", PATHS, ids=_name)
def test_case(path: Path, small: Path, memory: Memory) -> None:
    case = _case(path)
    apply(case, small)
    assert [str(finding) for finding in run_checks(load_corpus(small, memory), ALL)] == list(case.findings)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code.rule)
def test_check_has_a_wrong_case_and_a_right_one(check: Check) -> None:
    cases = [_case(path) for path in sorted((FOLDER / check.code.rule).glob("*.case"))]
    assert any(check.code in case.codes for case in cases), f"no wrong case in tests/checks/cases/{check.code.rule}"
    assert any(check.code not in case.codes for case in cases), f"no right case in tests/checks/cases/{check.code.rule}"


def test_folders_are_checks() -> None:
    known = {check.code.rule for check in ALL} | {READING}
    assert {path.parent.relative_to(FOLDER).as_posix() for path in PATHS} <= known
    assert {path.suffix for path in FOLDER.rglob("*") if path.is_file()} <= {".case"}


def test_no_check_has_the_name_of_a_module_that_it_reads() -> None:
    """Else a search for one finds the other."""
    package = Path(handbook.__file__).parent
    rooms = [
        path.stem for room in ("beside", "words", "record", "prose") for path in (package / room).glob("[a-z]*.py")
    ]
    assert not set(rooms) & {check.code.rule.replace("-", "_") for check in ALL}


def test_checks_are_sorted_and_differ() -> None:
    codes = [check.code for check in ALL]
    assert codes == sorted(set(codes))


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.code.rule)
def test_check_is_named_as_its_module(check: Check) -> None:
    assert check.look.__module__ == f"{checks.__name__}.{check.code.rule.replace('-', '_')}"
