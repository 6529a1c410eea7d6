"""What a code means, as text for a terminal and as a page of the manual.

An explanation is written like a check's docstring: what holds, in one paragraph or more, then a bad and a good example.

    Marks run 1, 2, 3 through a decision.

    Bad:  … Parties[^2] … the Secretariat[^1]
    Good: … Parties[^1] … the Secretariat[^2]

An example may have more lines, those with words indented by six spaces.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from handbook.findings.codes import RETIRED, Area, Code, code_called

BAD, GOOD = "Bad:  ", "Good: "
INDENT = " " * len(GOOD)


@dataclass(frozen=True)
class Explanation:
    """The text of one code; `waivable` if a page's front matter may ask for exceptions."""

    code: Code
    text: str
    waivable: bool = False

    @property
    def holds(self) -> str:
        """The text without its examples: what is true where nothing is wrong."""
        return self.text.partition(f"\n{BAD}")[0].strip()

    @property
    def bad(self) -> str:
        return self._example(BAD)

    @property
    def good(self) -> str:
        return self._example(GOOD)

    def _example(self, label: str) -> str:
        lines = self.text.splitlines()
        start = next((at for at, line in enumerate(lines) if line.startswith(label)), len(lines))
        taken = [line.removeprefix(label) for line in lines[start : start + 1]]
        for line in lines[start + 1 :]:
            if line and not line.startswith(INDENT):
                break
            taken.append(line.removeprefix(INDENT))
        return "\n".join(taken).strip("\n")


class UnknownCodeError(Exception):
    """No code has this id or name; the message says which ones are near."""


def explained(called: str, explanations: Mapping[Code, Explanation]) -> str:
    """All there is to say of one code, by its id or its name. Raises UnknownCodeError."""
    code = code_called(called)
    if code is not None:
        explanation = explanations[code]
        waivable = (
            "A page may waive it (docs/prose.md, Exceptions)." if explanation.waivable else "It cannot be waived."
        )
        return f"{code} {code.rule} ({code.area.value})\n{code.wrong}\n\n{explanation.text.strip()}\n\n{waivable}\n"
    if called.upper() in RETIRED:
        return f"{called.upper()} is no longer given. It said: {RETIRED[called.upper()]}\n"
    raise UnknownCodeError(f"no code {called!r}, expected {_near(called)}")


def _near(called: str) -> str:
    by_name = get_close_matches(called.lower(), [code.rule for code in Code], n=3)
    by_id = get_close_matches(called.upper(), list(Code), n=3)
    return " or ".join([*by_id, *by_name]) or "an id such as RF003 or a name such as reference-label"


def listed() -> str:
    """Every code in one line, by area, and then those that are no longer given."""
    width = max(len(code.rule) for code in Code)
    parts = []
    for area in Area:
        lines = [f"  {code:6} {code.rule:{width}}  {code.wrong}\n" for code in Code if code.area is area]
        parts.append(f"{area.value}\n{''.join(lines)}")
    parts.append("No longer given\n" + "".join(f"  {id:6} {said}\n" for id, said in RETIRED.items()))
    return "\n".join(parts)


HEAD = """\
# Codes

Every finding has a code, which never changes its meaning. This page is made from the table in
`handbook/findings/codes.py` and from the docstrings of the checks; write it again with
`handbook explain --markdown > docs/codes.md`. `handbook explain RF003` prints one of them.
"""


def as_markdown(explanations: Mapping[Code, Explanation]) -> str:
    """The manual's page of codes."""
    parts = [HEAD]
    for area in Area:
        parts.append(f"## {area.value}\n")
        parts.extend(_entry(explanations[code]) for code in Code if code.area is area)
    parts.append("## No longer given\n")
    parts.append("".join(f"- {id}: {said}\n" for id, said in RETIRED.items()))
    return "\n".join(parts)


def _entry(explanation: Explanation) -> str:
    code = explanation.code
    examples = explanation.text.strip().removeprefix(explanation.holds).strip("\n")
    waivable = " A page may waive it." if explanation.waivable else ""
    head = f"### {code} {code.rule}\n\n*{code.wrong[:1].upper()}{code.wrong[1:]}.*{waivable}\n"
    return f"{head}\n{explanation.holds}\n\n```\n{examples}\n```\n"
