"""`handbook verify` as it is called: what it says where there is nothing to look at, and its exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.cli import main
from handbook.official.verifying import report
from handbook.official.verifying.difference import Difference
from handbook.official.verifying.run import Verified


@pytest.fixture(autouse=True)
def _unnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HANDBOOK_OFFICIAL", raising=False)


def test_it_says_that_it_was_skipped(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--root", str(small)]) == 0
    assert capsys.readouterr().out == "verify: skipped, as no file is given and HANDBOOK_OFFICIAL is not set\n"


def test_a_file_that_is_not_there(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = small / "booklet.txt"
    assert main(["verify", str(missing), "--root", str(small)]) == 2
    assert capsys.readouterr().err == f"handbook: {missing}: No such file or directory\n"


def test_a_file_that_the_environment_names(
    small: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDBOOK_OFFICIAL", str(small / "booklet.txt"))
    assert main(["verify", "--root", str(small)]) == 2
    assert capsys.readouterr().err == f"handbook: {small / 'booklet.txt'}: No such file or directory\n"


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"Another text altogether.\n"])
def test_a_file_that_is_no_booklet(small: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    file = small / "booklet.txt"
    file.write_bytes(data)
    assert main(["verify", str(file), "--root", str(small)]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("handbook: booklet.txt ")
    assert shown.out == ""


@pytest.mark.parametrize("command", ["verify", "import"])
@pytest.mark.parametrize("language", ["fr", "de"])
def test_a_language_without_a_grammar(
    small: Path, capsys: pytest.CaptureFixture[str], command: str, language: str
) -> None:
    file = small / "booklet.txt"
    file.write_text("CP-1/1. Semences\n\nLa Conférence des Parties,\n\n1. Se félicite du rapport;\n", "utf-8")
    assert main([command, str(file), "--lang", language, "--root", str(small)]) == 2
    shown = capsys.readouterr()
    assert shown.err == f"handbook: --lang {language!r}: the importer has a grammar for zh alone\n"
    assert (shown.out, (small / "official").exists()) == ("", False)


def test_a_booklet_that_differs(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = small / "booklet.txt"
    file.write_text("CP-1/1.\t种子\n\n缔约方会议，\n\n回顾第3条，\n\n1. 欢迎报告；\n", "utf-8")
    assert main(["verify", str(file), "--root", str(small)]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert "line 5: CP-1/1#pre-1 reference: official '第3条', record 'art:2/2/c': UNEXPLAINED" in shown
    assert shown[-2].startswith("compared: 21 units, ")
    assert shown[-1].endswith(" unexplained")


DIFFERENCES = (
    Difference(0, "CP-1/1#p1", "unit", "", "p1"),
    Difference(7, "CP-1/1#p3", "reference", "第3段", "par:2", "cp-1-1-p3"),
    Difference(9, "CP-1/1#p4", "unit", "一二三四五六七八九十" * 5, ""),
)
VERIFIED = Verified(DIFFERENCES, (("units", 21), ("figures", 3)))
SUMMARY = """\
compared: 21 units, 3 figures
differences: 1 explained by data/errata.yaml, 2 unexplained
"""


def test_each_difference_is_a_line() -> None:
    assert report.shown(VERIFIED) == (
        "CP-1/1#p1 unit: official has none, record 'p1': UNEXPLAINED\n"
        "line 7: CP-1/1#p3 reference: official '第3段', record 'par:2': explained by cp-1-1-p3\n"
        "line 9: CP-1/1#p4 unit: official '一二三四五六七八九十一二三四五六七八九十"
        "一二三四五六七八九十一二三四五六七八九…', record has none: UNEXPLAINED\n" + SUMMARY
    )


def test_explained_ones_can_be_left_out() -> None:
    shown = report.shown(VERIFIED, unexplained=True).splitlines()
    assert [line.rpartition(": ")[2] for line in shown[:-2]] == ["UNEXPLAINED", "UNEXPLAINED"]
    assert "\n".join((*shown[-2:], "")) == SUMMARY
