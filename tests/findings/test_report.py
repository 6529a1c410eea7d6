"""The four forms of findings."""

from __future__ import annotations

import json

import pytest

from handbook.findings import report
from handbook.findings.codes import Code, Severity
from handbook.findings.finding import Finding, Place

PLAIN = Finding(Place("content/en/a.md", 3, 5), Code.UN001, "paragraph 'p2' again, expected 'p3'", "number it")
BARE = Finding(Place("data/b, c.yaml"), Code.REC001, "lacks 100% of: it", "", Severity.WARNING)
ODD = Finding(Place("content/en/\udcff\x1b[31m.md", 1, 2), Code.SRC003, "two\nlines\r \u202e", "ha\u2028lf")


def test_text() -> None:
    assert report.text([PLAIN, BARE]) == (
        "content/en/a.md:3:5: UN001 paragraph 'p2' again, expected 'p3' (number it)\n"
        "data/b, c.yaml:1:1: REC001 lacks 100% of: it\n"
        "2 findings in 2 files\n"
    )


@pytest.mark.parametrize(
    ("findings", "count"),
    [([], "no findings"), ([PLAIN], "1 finding in 1 file"), ([PLAIN, PLAIN], "2 findings in 1 file")],
)
def test_count(findings: list[Finding], count: str) -> None:
    assert report.text(findings).splitlines()[-1] == count


def test_json() -> None:
    assert json.loads(report.as_json([BARE])) == {
        "count": 1,
        "findings": [
            {
                "path": "data/b, c.yaml",
                "line": 1,
                "column": 1,
                "code": "REC001",
                "severity": "warning",
                "message": "lacks 100% of: it",
                "hint": "",
            }
        ],
    }


def test_json_keeps_every_script() -> None:
    assert "序言" in report.as_json([Finding(Place("a"), Code.PRS005, "序言")])


def test_github() -> None:
    assert report.github([PLAIN, BARE]) == (
        "::error file=content/en/a.md,line=3,col=5,title=UN001::paragraph 'p2' again, expected 'p3' (number it)\n"
        "::warning file=data/b%2C c.yaml,line=1,col=1,title=REC001::lacks 100%25 of: it\n"
    )


def test_sarif() -> None:
    log = json.loads(report.sarif([PLAIN, BARE, PLAIN]))
    (run,) = log["runs"]
    assert (log["version"], log["$schema"]) == ("2.1.0", "https://json.schemastore.org/sarif-2.1.0.json")
    assert run["tool"]["driver"] == {"name": "handbook", "rules": [{"id": "REC001"}, {"id": "UN001"}]}
    assert run["columnKind"] == "unicodeCodePoints"
    assert [(one["ruleId"], one["ruleIndex"], one["level"]) for one in run["results"]] == [
        ("UN001", 1, "error"),
        ("REC001", 0, "warning"),
        ("UN001", 1, "error"),
    ]
    assert run["results"][0]["message"] == {"text": "paragraph 'p2' again, expected 'p3' (number it)"}
    assert run["results"][1]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "data/b%2C%20c.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 1, "startColumn": 1},
            }
        }
    ]


def test_sarif_of_nothing_is_a_run() -> None:
    (run,) = json.loads(report.sarif([]))["runs"]
    assert run["results"] == []


@pytest.mark.parametrize("form", report.FORMATS)
def test_nothing_unseen_is_printed(form: str) -> None:
    """A file's name or a message may hold anything; what is printed is UTF-8 and one line stays one line."""
    printed = report.FORMATS[form]([ODD])
    assert printed.encode()
    assert not set(printed) & set("\x1b\r\u202e\u2028\udcff")
    if form in ("text", "github"):
        assert printed.count("\n") == (2 if form == "text" else 1)
