"""Every case gives exactly the findings it lists; every check has a wrong case and a right one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook import checks, corpus
from handbook.checks import ALL, Check, run_checks, waivers
from handbook.prose import blocks, parsing, rules
from handbook.record import namelist
from handbook.sources import decoding, fields, yamltree
from tests.casefile import Case, apply, parse

FOLDER = Path(__file__).parent / "cases"
#: The folder of what is found while files are read, before any check looks.
READING = "reading"
CODE = re.compile(r"[A-Z]{2,3}\d{3}")


def _name(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


def _case(path: Path) -> Case:
    return parse(path.read_text(encoding="utf-8"))


PATHS = sorted(FOLDER.rglob("*.case"))
READERS = frozenset(
    value
    for module in (blocks, corpus, rules, namelist, parsing, fields, decoding, waivers, yamltree)
    for value in vars(module).values()
    if isinstance(value, str) and CODE.fullmatch(value)
)


@pytest.mark.parametrize("path", PATHS, ids=_name)
def test_case(path: Path, small: Path) -> None:
    case = _case(path)
    apply(case, small)
    assert [str(finding) for finding in run_checks(corpus.load_corpus(small), ALL)] == list(case.findings)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.name)
def test_check_has_a_wrong_case_and_a_right_one(check: Check) -> None:
    cases = [_case(path) for path in sorted((FOLDER / check.name).glob("*.case"))]
    assert any(check.code in case.codes for case in cases), f"no wrong case in tests/checks/cases/{check.name}"
    assert any(check.code not in case.codes for case in cases), f"no right case in tests/checks/cases/{check.name}"


def test_folders_are_checks() -> None:
    known = {check.name for check in ALL} | {READING}
    assert {path.parent.relative_to(FOLDER).as_posix() for path in PATHS} <= known
    assert {path.suffix for path in FOLDER.rglob("*") if path.is_file()} <= {".case"}


def test_codes_of_cases_are_known() -> None:
    known = READERS | {check.code for check in ALL}
    assert {code for path in PATHS for code in _case(path).codes} <= known


def test_checks_are_sorted_and_differ() -> None:
    codes = [check.code for check in ALL]
    assert codes == sorted(set(codes))
    assert all(CODE.fullmatch(code) for code in codes)
    assert not READERS & set(codes)


@pytest.mark.parametrize("check", ALL, ids=lambda check: check.name)
def test_check_is_named_as_its_module(check: Check) -> None:
    module = check.look.__module__
    assert module == f"{checks.__name__}.{check.name.replace('-', '_')}"
    assert len({other.name for other in ALL}) == len(ALL)
