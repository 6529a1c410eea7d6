"""Every code is explained, with a bad and a good example; the manual's page of codes says what the table says."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.checks import ALL, explanations
from handbook.cli import main
from handbook.findings import explain
from handbook.findings.codes import RETIRED, Area, Code
from handbook.findings.descriptions import DESCRIPTIONS
from handbook.findings.explain import Explanation
from handbook.prose import parsing
from handbook.sources import yamltree

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = Explanation(
    Code.FN003,
    "Marks run 1, 2, 3.\n\nThey do so in annexes too.\n\nBad:  a\n      b\nGood: c\n      d: e\n\nNo example.",
)


def test_an_explanation_has_three_parts() -> None:
    assert SAMPLE.holds == "Marks run 1, 2, 3.\n\nThey do so in annexes too."
    assert (SAMPLE.bad, SAMPLE.good) == ("a\nb", "c\nd: e")
    assert (Explanation(Code.FN003, "Alone.").bad, Explanation(Code.FN003, "Alone.").good) == ("", "")


@pytest.mark.parametrize("code", Code)
def test_every_code_is_explained(code: Code) -> None:
    explanation = explanations()[code]
    assert explanation.code is code
    assert explanation.holds.endswith(".")
    assert explanation.bad
    assert explanation.good
    assert explanation.bad != explanation.good
    assert max(len(line) for line in explanation.text.splitlines()) <= 120


def test_a_code_is_explained_in_one_place() -> None:
    of_checks = {check.code for check in ALL}
    assert not of_checks & set(DESCRIPTIONS)
    assert of_checks | set(DESCRIPTIONS) == set(Code)
    assert list(explanations()) == list(Code)


@pytest.mark.parametrize("code", [code for code in Code if code.area in (Area.PROSE, Area.MARKUP)])
def test_examples_of_prose_are_true(code: Code) -> None:
    """The bad one gives the code, the good one nothing."""
    explanation = explanations()[code]
    front = "" if code is Code.PRS001 else "---\ndecision: CP-1/7\n---\n"
    for example, expected in ((explanation.bad, {code}), (explanation.good, set())):
        _, found = parsing.parse_page("page.md", "en", "page", f"{front}{example}\n")
        assert {finding.code for finding in found} == expected


@pytest.mark.parametrize("code", [code for code in Code if code.area is Area.YAML])
def test_examples_of_yaml_are_true(code: Code) -> None:
    explanation = explanations()[code]
    for example, expected in ((explanation.bad, {code}), (explanation.good, set())):
        _, found = yamltree.load_yaml("file.yaml", f"{example}\n")
        assert {finding.code for finding in found} == expected


@pytest.mark.parametrize("called", ["RF003", "rf003", "reference-label"])
def test_the_command_explains_a_code(called: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", called]) == 0
    assert capsys.readouterr().out == explain.explained("RF003", explanations())


def test_what_is_said_of_a_code() -> None:
    said = explain.explained("FN003", {Code.FN003: SAMPLE})
    assert said == (
        "FN003 footnote-order (Footnotes)\nfootnote marks do not run 1, 2, 3 through a decision\n\n"
        f"{SAMPLE.text}\n\nIt cannot be waived.\n"
    )
    waivable = Explanation(Code.FN003, SAMPLE.text, waivable=True)
    assert explain.explained("FN003", {Code.FN003: waivable}).endswith(
        "\n\nA page may waive it (docs/prose.md, Exceptions).\n"
    )


def test_a_retired_code_says_so() -> None:
    assert explain.explained("yml008", {}).startswith("YML008 is no longer given. It said: ")


@pytest.mark.parametrize(
    ("called", "near"),
    [
        ("RF033", "RF003"),
        ("reference-lable", "reference-label"),
        ("xyz", "an id such as RF003 or a name such as reference-label"),
    ],
)
def test_an_unknown_code_names_those_near_it(called: str, near: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", called]) == 2
    out, err = capsys.readouterr()
    assert (out, err.startswith(f"handbook: no code {called!r}, expected "), near in err) == ("", True, True)


def test_without_a_code_all_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in lines if line.startswith("  ")} == {*Code, *RETIRED}
    assert [line for line in lines if line and line[0] != " "] == [*(area.value for area in Area), "No longer given"]


def test_a_code_and_the_whole_page_are_not_asked_for_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "RF003", "--markdown"]) == 2
    assert capsys.readouterr().out == ""


def test_the_manuals_page_is_that_of_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--markdown"]) == 0
    same = (ROOT / "docs/codes.md").read_text(encoding="utf-8") == capsys.readouterr().out
    assert same, "docs/codes.md is not that of the table: handbook explain --markdown > docs/codes.md"
