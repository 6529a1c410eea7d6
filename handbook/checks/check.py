"""What a check is, and how all of them are run."""

from __future__ import annotations

import inspect
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from handbook.checks.waivers import Waivers
from handbook.findings.codes import Code
from handbook.findings.explain import Explanation
from handbook.findings.finding import Finding, Place, in_order
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
    """One rule: its code, whose `rule` is the module's name, a hint, and the function that looks. `waivable` are checks
    of the words: a page's front matter may ask for exceptions.
    """

    code: Code
    hint: str
    look: Callable[[Corpus], Iterator[Problem]]
    waivable: bool = False

    @property
    def explanation(self) -> Explanation:
        """What the docstring of the check's module says."""
        return Explanation(self.code, inspect.getdoc(sys.modules[self.look.__module__]) or "", self.waivable)


def run_checks(corpus: Corpus, checks: Iterable[Check]) -> list[Finding]:
    """The findings of reading and of all checks, sorted, each once, without those that a page waives.

    What follows from a finding of reading is not reported again: nothing is checked against a record of which a file
    could not be read, and nothing is said of a place where reading found something wrong, or of the words on that line.

    A check that raises is a finding too, CK001 at the line of the check; the others are run all the same.
    """
    findings = list(corpus.findings)
    if corpus.unread:
        return in_order(findings)
    places = {finding.place for finding in findings}
    lines = {(place.path, place.line) for place in places}
    listed = tuple(checks)
    waivers = Waivers(corpus, [check.code for check in listed if check.waivable])
    for check in listed:
        try:
            for problem in check.look(corpus):
                place = problem.place
                if place in places or (check.waivable and (place.path, place.line) in lines):
                    continue
                if not waivers.silences(place, check.code, problem.unit):
                    findings.append(Finding(place, check.code, problem.message, problem.hint or check.hint))
        except Exception as error:  # noqa: BLE001 — whatever it was, what the other checks find is wanted
            waivers.ignore(check.code)
            findings.append(_failure(check, error))
    return in_order([*findings, *waivers.findings()])


def _failure(check: Check, error: Exception) -> Finding:
    """At the last line of the check's own module that was running, whatever it called from there."""
    module = check.look.__module__
    file = check.look.__code__.co_filename
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    place = Place(f"{module.replace('.', '/')}.py", (lines and lines[-1]) or 1)
    last = " ".join(traceback.format_exception_only(error)[-1].split())
    message = f"check {check.code.rule!r} ({check.code}) failed: {last}"
    return Finding(
        place, Code.CK001, message, "a defect of the check, not of the sources: what it looks for is unknown"
    )
