"""The handbook's own tree against the file that HANDBOOK_OFFICIAL names: nothing unexplained, and every defect told."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from handbook.cli import main
from handbook.corpus import load_corpus
from handbook.official.importing import stages
from handbook.official.importing.text import decode
from handbook.official.verifying.run import Verified, verify
from tests.realtree import ROOT, copy, edit

NAMED = os.environ.get("HANDBOOK_OFFICIAL", "")
pytestmark = pytest.mark.skipif(not NAMED, reason="HANDBOOK_OFFICIAL names no file")

DECISIONS, PLANS, TABLES, ERRATA = (f"data/{name}.yaml" for name in ("decisions", "plans", "tables", "errata"))
NOTES = "{id: p45, section: sec-k, acts: [{act: notes}]}"
#: A defect in each: the file, what stands in it once, what is put there instead.
PLANTED = (
    ("content/zh/decisions/cp-10-14.md", "2,989,700", "2,998,700"),
    ("content/zh/decisions/cp-10-1.md", "的15%", "的16%"),
    ("content/zh/names.yaml", "CP-10/2: 履约\n", "CP-10/2: 遵约\n"),
    (DECISIONS, "      - {id: p41, section: sec-j, acts: [{act: recognizes}]}\n", ""),
    (DECISIONS, "      - {id: fn-1, n: 1, at: p5}", "      - {id: fn-1, n: 1, at: p4}"),
    (DECISIONS, "refs: [dec:BS-V/1]}", "refs: [dec:BS-V/2]}"),
    (DECISIONS, "cites: [dec:CP-VIII/15]", "cites: [dec:CP-VIII/14]"),
    (DECISIONS, NOTES, NOTES.replace("notes", "welcomes")),
    (DECISIONS, "due: [meeting:compliance-18]", "due: [meeting:cp-12]"),
    (DECISIONS, "to: [parties, international_organizations]", "to: [parties]"),
    (TABLES, 'capped: "4.212"', 'capped: "4.221"'),
    (PLANS, "          - {id: A.7.1, label: A.7.1}\n", ""),
    (ERRATA, r"  - \{id: cp-10-2-p1,.*\n", ""),
    (ERRATA, "printed: 第1\\(f\\)段", "printed: 第1(g)段"),
)
#: What must be told of them, in the order of the booklet.
TOLD = [
    ("contents", "title in the contents"),
    ("CP-10/1#p1", "figure"),
    ("CP-10/1#table-2/row-br", "figure of a table"),
    ("CP-10/2#title", "name"),
    ("CP-10/2#p1", "reference"),
    ("CP-10/2#fn-1", "mark"),
    ("CP-10/2#p6-c", "due"),
    ("CP-10/2#p6-c", "due"),
    ("CP-10/3#a-7-objectives-1", "item"),
    ("CP-10/7#p41", "unit"),
    ("CP-10/7#p42", "reference"),
    ("CP-10/7#p45", "act"),
    ("CP-10/7#fn-5", "reference"),
    ("CP-10/10#p12", "erratum"),
    ("CP-10/10#p12", "reference"),
    ("CP-10/11#p6", "addressee"),
    ("CP-10/14#p3", "figure"),
]


def verified(tree: Path) -> Verified:
    corpus = load_corpus(tree)
    data = Path(NAMED).read_bytes()
    return verify(corpus, stages.imported(data, "booklet.txt", corpus, "zh"), decode(data, "booklet.txt"))


def test_the_tree_has_nothing_unexplained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", NAMED, "--unexplained", "--root", str(ROOT)]) == 0, capsys.readouterr().out
    shown = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in shown] == ["compared", "differences"]
    assert shown[1].endswith("by data/errata.yaml, 0 unexplained")


def test_everything_was_compared() -> None:
    """A comparison that finds nothing to compare proves nothing."""
    assert [name for name, count in verified(ROOT).counts if not count] == []


def test_planted_defects_are_told(tmp_path: Path) -> None:
    tree = copy(tmp_path / "tree", "content", "data")
    for path, old, new in PLANTED:
        expression = old if path == ERRATA else re.escape(old)
        (there,) = re.findall(expression, (tree / path).read_text("utf-8"))
        edit(tree / path, there, new)
    assert sorted((one.address, one.what) for one in verified(tree).unexplained) == sorted(TOLD)
