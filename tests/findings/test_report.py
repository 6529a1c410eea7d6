"""The four forms of findings."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from handbook.checks import explanations
from handbook.findings import report
from handbook.findings.codes import Code, Severity
from handbook.findings.explain import Explanation
from handbook.findings.finding import Finding, Place

PLAIN = Finding(Place("content/en/a.md", 3, 5), Code.UN001, "paragraph 'p2' again, expected 'p3'", "number it")
BARE = Finding(Place("data/b, c.yaml"), Code.REC001, "lacks 100% of: it")
ODD = Finding(Place("content/en/\udcff\x1b[31m.md", 1, 2), Code.SRC003, "two\nlines\r \u202e", "ha\u2028lf")


@pytest.fixture(autouse=True)
def _warning(monkeypatch: pytest.MonkeyPatch) -> None:
    """No code is a warning so far."""
    monkeypatch.setattr(Code.REC001, "severity", Severity.WARNING)


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
    assert run["tool"]["driver"]["name"] == "handbook"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["REC001", "UN001"]
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


def test_sarif_explains_its_rules() -> None:
    log = json.loads(
        report.sarif([PLAIN], {Code.UN001: Explanation(Code.UN001, "All stand.\n\nBad:  2. 2.\nGood: 2. 3.")})
    )
    assert log["runs"][0]["tool"]["driver"]["rules"] == [
        {
            "id": "UN001",
            "name": "units",
            "shortDescription": {"text": Code.UN001.wrong},
            "defaultConfiguration": {"level": "error"},
            "properties": {"tags": ["Paragraphs, clauses and sections"]},
            "fullDescription": {"text": "All stand."},
            "help": {"text": "All stand.\n\nBad:\n2. 2.\n\nGood:\n2. 3."},
        }
    ]


#: Of each object that is written: the members that SARIF 2.1.0 requires, and those that it allows and we use.
OBJECTS: dict[str, tuple[set[str], set[str]]] = {
    "log": ({"version", "runs"}, {"$schema"}),
    "run": ({"tool"}, {"columnKind", "results"}),
    "tool": ({"driver"}, set()),
    "driver": ({"name"}, {"rules"}),
    "rule": (
        {"id"},
        {"name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"},
    ),
    "text": ({"text"}, set()),
    "defaultConfiguration": (set(), {"level"}),
    "properties": (set(), {"tags"}),
    "result": ({"message"}, {"ruleId", "ruleIndex", "level", "locations"}),
    "location": (set(), {"physicalLocation"}),
    "physicalLocation": (set(), {"artifactLocation", "region"}),
    "artifactLocation": (set(), {"uri", "uriBaseId"}),
    "region": (set(), {"startLine", "startColumn"}),
}
LEVELS = {"none", "note", "warning", "error"}


def check_object(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    required, allowed = OBJECTS[kind]
    assert required <= value.keys() <= required | allowed, kind
    assert all(value[key] for key in required), kind
    return value


def test_sarif_is_what_the_standard_requires() -> None:
    """Every object has what SARIF 2.1.0 requires and nothing that it does not know; indexes and levels are right."""
    findings = [Finding(Place("content/en/a.md", 3, 5), code, f"message of {code}", "hint") for code in Code]
    log = check_object("log", json.loads(report.sarif([*findings, BARE, ODD], explanations())))
    (run,) = (check_object("run", run) for run in log["runs"])
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    rules = check_object("driver", check_object("tool", run["tool"])["driver"])["rules"]
    assert [rule["id"] for rule in rules] == sorted(Code)
    for rule in rules:
        check_object("rule", rule)
        for key in ("shortDescription", "fullDescription", "help"):
            check_object("text", rule[key])
        assert check_object("defaultConfiguration", rule["defaultConfiguration"])["level"] in LEVELS
        assert len(set(check_object("properties", rule["properties"])["tags"])) == 1
    for result in run["results"]:
        check_object("result", result)
        check_object("text", result["message"])
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in LEVELS
        for location in result["locations"]:
            place = check_object("physicalLocation", check_object("location", location)["physicalLocation"])
            uri = check_object("artifactLocation", place["artifactLocation"])["uri"]
            assert re.fullmatch(r"(?:[A-Za-z0-9._~/!$&'()*+,;=:@-]|%[0-9A-F]{2})+", uri), (
                "RFC 3986, a relative reference"
            )
            assert all(number >= 1 for number in check_object("region", place["region"]).values())


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
