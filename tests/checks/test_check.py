"""Running the checks: one that fails is a finding at its line, and what the others find is there all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handbook.checks import ALL, Check, Problem, run_checks
from handbook.cli import main
from handbook.corpus import load_corpus
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus

SOURCE = Path(__file__)
HINT = "a defect of the check, not of the sources: what it looks for is unknown"
PAGE = "content/en/decisions/cp-1-2.md"


def _raise() -> None:
    raise ValueError("no such\nthing")  # here


def fails_at_once(corpus: Corpus) -> Iterator[Problem]:
    yield from ()
    _raise()


def fails_later(corpus: Corpus) -> Iterator[Problem]:
    yield Problem(Place(PAGE, 3), "seen before")
    _ = corpus.record.decisions["no such"]  # later


def _line(comment: str) -> int:
    lines = SOURCE.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.endswith(f"  # {comment}"))


@pytest.mark.parametrize(
    ("look", "comment", "last", "seen"),
    [
        (fails_at_once, "here", "ValueError: no such thing", []),
        (fails_later, "later", "KeyError: 'no such'", [f"{PAGE}:3:1: UN001 seen before (mend it)"]),
    ],
)
def test_a_check_that_fails_is_a_finding(
    small: Path, look: Callable[[Corpus], Iterator[Problem]], comment: str, last: str, seen: list[str]
) -> None:
    """What it saw before it failed, and what the others see, is reported too."""
    (small / PAGE).write_text((small / PAGE).read_text(encoding="utf-8") + "\nNot numbered.\n", encoding="utf-8")
    corpus = load_corpus(small)
    others = [str(finding) for finding in run_checks(corpus, ALL)]
    assert [finding.split(" ")[1] for finding in others] == ["UN001"]
    found = [str(finding) for finding in run_checks(corpus, (Check(Code.UN001, hint="mend it", look=look), *ALL))]
    place = f"tests/checks/test_check.py:{_line(comment)}:1"
    assert found == [*seen, *others, f"{place}: CK001 check 'units' (UN001) failed: {last} ({HINT})"]


def test_what_a_check_that_fails_would_be_asked_to_silence_is_unknown(small: Path) -> None:
    """A waiver of it is not called idle."""
    page = small / "content/en/decisions/cp-1-1.md"
    waiver = "waive: [{check: word-figures, at: p1, reason: of our own making}]"
    page.write_text(page.read_text(encoding="utf-8").replace("\n---\n", f"\n{waiver}\n---\n", 1), encoding="utf-8")
    corpus = load_corpus(small)
    assert [finding.code for finding in run_checks(corpus, ALL)] == [Code.WV004]
    failing = Check(Code.WD001, hint="", look=fails_at_once, waivable=True)
    assert [finding.code for finding in run_checks(corpus, (failing,))] == [Code.CK001]


def test_the_command_reports_a_check_that_fails(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("handbook.checks.units.readings", fails_at_once)
    assert main(["check", "--root", str(small)]) == 1
    out, err = capsys.readouterr()
    assert (out.count("handbook/checks/units.py:"), out.splitlines()[-1], err) == (1, "1 finding in 1 file", "")
