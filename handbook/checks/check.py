"""What a check is, and how all of them are run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from handbook.finding import Finding, Place, Severity, in_order
from handbook.model import Corpus


@dataclass(frozen=True)
class Problem:
    """What a check saw, where. `hint` stands in for the check's own where that says too little."""

    place: Place
    message: str
    hint: str = ""


@dataclass(frozen=True)
class Check:
    """One rule: a code that never changes its meaning, a name equal to its module's, a hint, and the function that
    looks.
    """

    code: str
    name: str
    hint: str
    look: Callable[[Corpus], Iterator[Problem]]
    severity: Severity = Severity.ERROR


def run(corpus: Corpus, checks: Iterable[Check]) -> list[Finding]:
    """The findings of reading and of all checks, sorted, each once.

    What follows from a finding of reading is not told again: nothing is checked against a record of which a file could
    not be read, and nothing is said of a place where reading found something wrong.
    """
    found = list(corpus.findings)
    told = {finding.place for finding in found}
    for check in checks if not corpus.unread else ():
        found.extend(
            Finding(problem.place, check.code, problem.message, problem.hint or check.hint, check.severity)
            for problem in check.look(corpus)
            if problem.place not in told
        )
    return in_order(found)
