"""Files `*.case`: what is changed in the tree `tests/small`, and the whole list of findings that must come of it.

    # one line that says what is wrong (or right)
    @@ content/en/decisions/cp-1-1.md
    -1. *Welcomes* the report on seeds;[^1]
    +1. *Welcomes* the report on seeds;[^2]
    @@ delete content/zh/decisions/cp-1-2.md
    @@ findings
    content/en/decisions/cp-1-1.md:7:35: FN003 … (…)

`-` lines that follow each other are one block: it must stand exactly once in the file, in whole lines, and is replaced
by the `+` lines after it, or by nothing. `+` lines without a `-` before them are the whole of a file. `@@ findings`
comes last; what follows it may be empty, but it may not be absent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FINDINGS = "findings"
DELETE = "delete "


class BadCaseError(Exception):
    """A case that does not say what it means; the message names the line or the path."""


@dataclass(frozen=True)
class Edit:
    """`old` lines become `new` ones; without `old` the file is `new`; with neither it goes."""

    path: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    about: str
    edits: tuple[Edit, ...]
    findings: tuple[str, ...]

    @property
    def codes(self) -> frozenset[str]:
        """`content/…:7:3: FN001 message` → `FN001`."""
        return frozenset(finding.split(": ", 1)[1].split(" ", 1)[0] for finding in self.findings)


def parse(text: str) -> Case:
    """Read one case. BadCaseError where a line has no meaning or `@@ findings` is absent."""
    lines = text.split("\n")
    if not lines[0].startswith("# "):
        raise BadCaseError("line 1: expected `# ` and what the case is about")
    edits: list[Edit] = []
    path = ""
    old: list[str] = []
    new: list[str] = []

    def close() -> None:
        if path and (old or new):
            edits.append(Edit(path, tuple(old), tuple(new)))
        old.clear()
        new.clear()

    for number, line in enumerate(lines[1:], 2):
        if line.startswith("@@ "):
            close()
            path = line.removeprefix("@@ ")
            if path == FINDINGS:
                return Case(lines[0].removeprefix("# "), tuple(edits), tuple(_stripped(lines[number:])))
            if path.startswith(DELETE):
                edits.append(Edit(path.removeprefix(DELETE)))
                path = ""
        elif line[:1] in ("-", "+") and path:
            if line[0] == "-" and new:
                close()
            (old if line[0] == "-" else new).append(line[1:])
        elif line.strip():
            raise BadCaseError(f"line {number}: {line!r}, expected `@@ path`, `-…` or `+…`")
    raise BadCaseError("no `@@ findings`")


def _stripped(lines: list[str]) -> Iterator[str]:
    return (line for line in lines if line.strip())


def apply(case: Case, root: Path) -> None:
    """Change the tree under `root`. BadCaseError where a block does not stand in its file exactly once."""
    for edit in case.edits:
        file = root / edit.path
        if not edit.old and not edit.new:
            file.unlink()
        elif not edit.old:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("".join(f"{line}\n" for line in edit.new), encoding="utf-8")
        else:
            file.write_text(_changed(edit, file.read_text(encoding="utf-8")), encoding="utf-8")


def _changed(edit: Edit, text: str) -> str:
    lines = text.split("\n")
    size = len(edit.old)
    found = [at for at in range(len(lines) - size + 1) if tuple(lines[at : at + size]) == edit.old]
    if len(found) != 1:
        raise BadCaseError(f"{edit.path}: {edit.old[0]!r} stands {len(found)} times, expected once")
    return "\n".join((*lines[: found[0]], *edit.new, *lines[found[0] + size :]))
