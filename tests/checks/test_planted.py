"""Defects of every class, planted into copies of the small tree: each gives exactly its finding, at its place.

Many are planted at once, at most one in a file: the whole list of findings is compared, so none hides or doubles
another. A few are planted into the real sources too, at places that are found by their form.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.checks import ALL, run_checks
from handbook.corpus import load_corpus
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.prose import Call
from handbook.site.kinds import KINDS
from handbook.site.render import render_page
from handbook.site.site import Site
from handbook.site.view import View
from tests.planted import DEFECTS, EN1, EN2, ENABOUT, ENPLAN, Defect, groups
from tests.realtree import ROOT, copy

Found = tuple[str, int, int, str]

#: Looked for on built pages, under preview, with an overlay or with a check of the test's own: in other modules.
ELSEWHERE = {"LNK001", "LNK002", "LNK003", "LNK004", "OVL001", "OVL002", "PRV001", "CK001"}


def found(tree: Path) -> list[Found]:
    return [(one.place.path, one.place.line, one.place.column, one.code) for one in run_checks(load_corpus(tree), ALL)]


GROUPS = groups(DEFECTS)


@pytest.mark.parametrize("group", GROUPS, ids=[f"{group[0].code} and {len(group) - 1} more" for group in GROUPS])
def test_planted_defects(group: list[Defect], small: Path) -> None:
    expected = sorted(defect.plant(small) for defect in group)
    assert found(small) == expected


# --- files ------------------------------------------------------------------------------------------------------------

STRAY = "content/en/draft.txt"
FILES: dict[str, tuple[str, Callable[[Path], object], Found]] = {
    "page gone": (EN1, Path.unlink, (EN1, 1, 1, "PG001")),
    "stray file": (STRAY, lambda file: file.write_text("words", "utf-8"), (STRAY, 1, 1, "PAG003")),
    "not UTF-8": (ENPLAN, lambda file: file.write_bytes(b"---\n\xff\n"), (ENPLAN, 2, 1, "SRC001")),
    "empty": (EN2, lambda file: file.write_bytes(b""), (EN2, 1, 1, "SRC002")),
    "too large": (ENABOUT, lambda file: file.write_bytes(b"x" * 5_000_000), (ENABOUT, 1, 1, "SRC008")),
}


def test_defects_of_files(small: Path) -> None:
    for path, plant, _ in FILES.values():
        plant(small / path)
    assert found(small) == sorted(expected for _, _, expected in FILES.values())


def test_record_file_that_is_gone(small: Path) -> None:
    (small / "data/errata.yaml").unlink()
    assert found(small) == [("data/errata.yaml", 1, 1, "SRC007")]


# --- the real sources -------------------------------------------------------------------------------------------------

#: A decision's first paragraph, as far as it stands on its line.
FIRST = re.compile(r"^1\. .*$", re.MULTILINE)
#: Code, language, and what is put before (`< `) or behind (`> `) the line, with `¦` at the finding.
REAL = (
    ("UN001", "en", "< ¦77. "),
    ("PRS005", "zh", "< ¦> "),
    ("UN003", "en", "> \n\n¦Not numbered."),
    ("FN002", "zh", "> ¦[^77]"),
    ("FN005", "zh", "> ¦[^x]"),
    ("MRK001", "zh", "> ¦<b>"),
    ("MRK002", "en", ">  ¦[here](https://example.org)"),
    ("MRK003", "zh", "> ¦`"),
    ("PRS002", "zh", "> ¦{{"),
    ("PRS006", "zh", "> ¦["),
    ("PRS007", "zh", "> ¦**"),
    ("RF001", "en", ">  ¦[here](nowhere:1)"),
    ("RF002", "en", ">  ¦[paragraph 777](par:777)"),
    ("RF004", "en", ">  ¦[Article 1](art:1)"),
    ("RF006", "en", ">  under ¦Article 1"),
    ("SRC004", "zh", "> ¦\x00"),
    ("SRC005", "zh", "> ¦\u202e"),
    ("WD001", "en", ">  ¦77,777"),
    ("WD002", "en", ">  ¦*plainly*"),
    ("WD003", "zh", "> ¦draft"),
    ("WD004", "en", ">  ¦(also"),
)


def test_planted_into_the_real_sources(tmp_path: Path) -> None:
    """One to a page, at the first paragraph, whatever it says: all of them are found, and nothing else."""
    tree = copy(tmp_path / "tree", "content", "data")
    pages = {code: sorted(tree.glob(f"content/{code}/decisions/*.md")) for code in ("en", "zh")}
    planted = [_planted(tree, pages[language].pop(), code, put) for code, language, put in REAL]
    assert found(tree) == sorted(planted)


def _planted(tree: Path, page: Path, code: str, put: str) -> Found:
    text = page.read_text("utf-8")
    line = FIRST.search(text)
    assert line, page
    at = line.start() if put.startswith("<") else line.end()
    marked = text[:at] + put[2:] + text[at:]
    before = marked[: marked.index("¦")]
    page.write_text(marked.replace("¦", ""), "utf-8")
    path = page.relative_to(tree).as_posix()
    return (path, before.count("\n") + 1, len(before) - before.rfind("\n"), code)


# --- rendering --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def real() -> Corpus:
    return load_corpus(ROOT)


def test_a_macro_that_raises_is_told_at_its_line(real: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> str:
        raise ValueError("no such thing")

    monkeypatch.setitem(vars(importlib.import_module("handbook.site.macros.runner"))["MACROS"], "opening", fails)
    site = Site(real, KINDS)
    page, problems = render_page(View(site, "en"), site.by_path["decisions/cp-10-2/"])
    assert page is not None
    (problem,) = problems
    calls = [block for block in real.pages["en", "decisions/cp-10-2"].blocks if isinstance(block, Call)]
    assert (problem.place, problem.code) == (calls[1].place, "MC003")
    assert "no such thing" in problem.message


def test_a_page_that_cannot_be_made_is_told(real: Corpus) -> None:
    names = real.names["en"]
    fewer = replace(names, texts={key: name for key, name in names.texts.items() if key != "ui.site_name"})
    site = Site(replace(real, names={**real.names, "en": fewer}), KINDS)
    page, problems = render_page(View(site, "en"), site.by_path[""])
    assert page is None
    assert [(problem.place, problem.code) for problem in problems] == [(Place("handbook/site/templates"), "MC004")]


# --- the set ----------------------------------------------------------------------------------------------------------


def test_every_code_has_a_planted_defect() -> None:
    planted = {defect.code for defect in DEFECTS} | {expected[3] for _, _, expected in FILES.values()}
    unplanted = set(Code) - planted - ELSEWHERE
    assert unplanted == {"MC003", "MC004", "SRC007"}, "each code has a Defect in tests/planted.py"
