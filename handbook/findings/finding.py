"""What is wrong, and where: the one value that every stage hands on."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.findings.codes import Code, Severity


@dataclass(frozen=True, order=True)
class Place:
    """A point in a source: path from the tree's root, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Finding:
    """One thing to mend. Ordered by place, so that a sorted list reads like the tree.

    `message` says what was found and what was expected; `hint` says how to mend it.
    """

    place: Place
    code: Code
    message: str
    hint: str = ""

    @property
    def severity(self) -> Severity:
        return self.code.severity

    def __str__(self) -> str:
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {self.code} {self.message}{hint}"


def in_order(findings: list[Finding]) -> list[Finding]:
    """Each finding once, sorted by place, then code."""
    return sorted(set(findings))
