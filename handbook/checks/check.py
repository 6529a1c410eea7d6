"""What a check is, and how all of them are run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from handbook.checks.waivers import Waivers
from handbook.findings.finding import Finding, Place, Severity, in_order
from handbook.model.corpus import Corpus


@dataclass(frozen=True)
class Problem:
    """What a check saw, where. `hint` stands in for the check's own where that says too little; `unit` is the address
    by which a waiver finds it.
    """

    place: Place
    message: str
    hint: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Check:
    """One rule: a code that never changes its meaning, a name equal to its module's, a hint, and the function that
    looks. `waivable` are checks of the words: a page's front matter may ask for exceptions.
    """

    code: str
    name: str
    hint: str
    look: Callable[[Corpus], Iterator[Problem]]
    severity: Severity = Severity.ERROR
    waivable: bool = False


def run_checks(corpus: Corpus, checks: Iterable[Check]) -> list[Finding]:
    """The findings of reading and of all checks, sorted, each once, without those that a page waives.

    What follows from a finding of reading is not told again: nothing is checked against a record of which a file could
    not be read, and nothing is said of a place where reading found something wrong, or of the words on that line.
    """
    found = list(corpus.findings)
    if corpus.unread:
        return in_order(found)
    told = {finding.place for finding in found}
    spoiled = {(place.path, place.line) for place in told}
    listed = tuple(checks)
    waivers = Waivers(corpus, listed)
    for check in listed:
        found.extend(
            Finding(problem.place, check.code, problem.message, problem.hint or check.hint, check.severity)
            for problem in check.look(corpus)
            if problem.place not in told
            and not (check.waivable and (problem.place.path, problem.place.line) in spoiled)
            and not waivers.silences(problem.place, check.code, problem.unit)
        )
    return in_order([*found, *waivers.told()])
