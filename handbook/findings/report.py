"""Findings → text in one of four forms. Each takes findings in order and gives what is to be printed, line ends too."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import quote

from handbook.findings.codes import Code, Severity
from handbook.findings.explain import Explanation
from handbook.findings.finding import Finding

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
#: Not printed as they are: control characters, bidirectional formats, lone surrogates, line ends.
_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def text(findings: Sequence[Finding]) -> str:
    """One line a finding, then how many there are."""
    lines = [_plain(str(finding)) for finding in findings]
    return "".join(f"{line}\n" for line in (*lines, count(findings)))


def count(findings: Sequence[Finding]) -> str:
    """`3 findings in 2 files`."""
    files = len({finding.place.path for finding in findings})
    if not findings:
        return "no findings"
    return f"{_many(len(findings), 'finding')} in {_many(files, 'file')}"


def as_json(findings: Sequence[Finding]) -> str:
    """An object with `count` and `findings`, each with all its parts."""
    listed = [
        {
            "path": _plain(finding.place.path),
            "line": finding.place.line,
            "column": finding.place.column,
            "code": finding.code,
            "severity": _LEVELS[finding.severity],
            "message": _plain(finding.message),
            "hint": _plain(finding.hint),
        }
        for finding in findings
    ]
    return _dumped({"count": len(listed), "findings": listed})


def github(findings: Sequence[Finding]) -> str:
    """Workflow commands of GitHub Actions, which show each finding at its line of a pull request.

    Escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    lines = []
    for finding in findings:
        place = finding.place
        where = f"file={_property(place.path)},line={place.line},col={place.column},title={_property(finding.code)}"
        lines.append(f"::{_LEVELS[finding.severity]} {where}::{_data(_said(finding))}\n")
    return "".join(lines)


def sarif(findings: Sequence[Finding], explanations: Mapping[Code, Explanation] = MappingProxyType({})) -> str:
    """SARIF 2.1.0 (OASIS standard), as code scanning services read it. Columns count characters.

    The rules are those of which there is a finding, in full where they are explained.
    """
    codes = sorted({finding.code for finding in findings})
    results = [
        {
            "ruleId": finding.code,
            "ruleIndex": codes.index(finding.code),
            "level": _LEVELS[finding.severity],
            "message": {"text": _plain(_said(finding))},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": quote(finding.place.path, errors="surrogateescape"),
                            "uriBaseId": "%SRCROOT%",
                        },
                        "region": {"startLine": finding.place.line, "startColumn": finding.place.column},
                    }
                }
            ],
        }
        for finding in findings
    ]
    run = {
        "tool": {"driver": {"name": "handbook", "rules": [_rule(code, explanations.get(code)) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return _dumped({"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]})


def _rule(code: Code, explanation: Explanation | None) -> dict[str, object]:
    """A `reportingDescriptor` (SARIF 2.1.0, 3.49)."""
    rule: dict[str, object] = {
        "id": code,
        "name": code.rule,
        "shortDescription": {"text": code.wrong},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
        "properties": {"tags": [code.area.value]},
    }
    if explanation:
        examples = f"Bad:\n{explanation.bad}\n\nGood:\n{explanation.good}"
        rule["fullDescription"] = {"text": explanation.holds}
        rule["help"] = {"text": f"{explanation.holds}\n\n{examples}"}
    return rule


FORMATS: Mapping[str, Callable[[Sequence[Finding]], str]] = {
    "text": text,
    "json": as_json,
    "github": github,
    "sarif": sarif,
}


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _said(finding: Finding) -> str:
    return f"{finding.message} ({finding.hint})" if finding.hint else finding.message


def _plain(said: str) -> str:
    """Characters that cannot be seen are written as escapes, so that a finding stays one line."""
    return "".join(
        sign if unicodedata.category(sign) not in _UNSEEN else sign.encode("unicode_escape").decode() for sign in said
    )


def _data(said: str) -> str:
    return _plain(said).replace("%", "%25")


def _property(said: str) -> str:
    return _data(said).replace(":", "%3A").replace(",", "%2C")


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
