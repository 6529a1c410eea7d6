"""Defects of every class, planted one at a time into a copy of the real sources: each gives exactly its finding, at its
place.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.checks import ALL, run_checks
from handbook.corpus import load_corpus
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.prose import Call
from handbook.site import render
from handbook.site.kinds import KINDS
from handbook.site.site import Site
from handbook.site.view import View
from tests.planted import DEFECTS, Defect
from tests.realtree import copy

Found = tuple[str, int, int, str]

#: Looked for on built pages, under preview, with an overlay or with a check of the test's own: in other modules.
ELSEWHERE = {"LNK001", "LNK002", "LNK003", "LNK004", "OVL001", "OVL002", "PRV001", "CK001"}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return copy(tmp_path / "tree", "content", "data")


def found(tree: Path) -> list[Found]:
    return [(one.place.path, one.place.line, one.place.column, one.code) for one in run_checks(load_corpus(tree), ALL)]


def test_the_clean_tree_has_none(tree: Path) -> None:
    assert run_checks(load_corpus(tree), ALL) == []


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_planted_defect(defect: Defect, tree: Path) -> None:
    expected = defect.plant(tree)
    assert found(tree) == [expected]


# --- files ------------------------------------------------------------------------------------------------------------

PAGE = "content/en/decisions/cp-10-2.md"


def _stray(tree: Path) -> None:
    (tree / "content/en/draft.txt").write_text("words", "utf-8")


FILES: dict[str, tuple[Callable[[Path], object], Found]] = {
    "page gone": (lambda tree: (tree / PAGE).unlink(), (PAGE, 1, 1, "PG001")),
    "stray file": (_stray, ("content/en/draft.txt", 1, 1, "PAG003")),
    "not UTF-8": (lambda tree: (tree / PAGE).write_bytes(b"---\n\xff\n"), (PAGE, 2, 1, "SRC001")),
    "empty": (lambda tree: (tree / PAGE).write_bytes(b""), (PAGE, 1, 1, "SRC002")),
    "record gone": (lambda tree: (tree / "data/errata.yaml").unlink(), ("data/errata.yaml", 1, 1, "SRC007")),
    "too large": (lambda tree: (tree / PAGE).write_bytes(b"x" * 5_000_000), (PAGE, 1, 1, "SRC008")),
}


@pytest.mark.parametrize("name", FILES)
def test_defect_of_a_file(name: str, tree: Path) -> None:
    plant, expected = FILES[name]
    plant(tree)
    assert found(tree) == [expected]


# --- rendering --------------------------------------------------------------------------------------------------------


def test_a_macro_that_raises_is_told_at_its_line(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> str:
        raise ValueError("no such thing")

    monkeypatch.setitem(vars(importlib.import_module("handbook.site.macros.run"))["MACROS"], "opening", fails)
    site = Site(load_corpus(tree), KINDS)
    page, problems = render.page(View(site, "en"), site.by_path["decisions/cp-10-2/"])
    assert page is not None
    (problem,) = problems
    calls = [block for block in load_corpus(tree).pages["en", "decisions/cp-10-2"].blocks if isinstance(block, Call)]
    assert (problem.place, problem.code) == (calls[1].place, "MC003")
    assert "no such thing" in problem.message


def test_a_page_that_cannot_be_made_is_told(tree: Path) -> None:
    file = tree / "content/en/names.yaml"
    file.write_text(file.read_text("utf-8").replace("ui.site_name: ", "ui.other: ", 1), "utf-8")
    site = Site(load_corpus(tree), KINDS)
    page, problems = render.page(View(site, "en"), site.by_path[""])
    assert page is None
    assert [(problem.place, problem.code) for problem in problems] == [(Place("handbook/site/templates"), "MC004")]


# --- the set ----------------------------------------------------------------------------------------------------------


def test_every_code_has_a_planted_defect() -> None:
    planted = {defect.code for defect in DEFECTS} | {expected[3] for _, expected in FILES.values()}
    assert set(Code) - planted - ELSEWHERE == {"MC003", "MC004"}
