"""An id of the record is what its position gives (handbook/record/positions.py).

Bad:  p1, p3; p6-a, p6-c; p2 in an annex
Good: p1, p2; p6-a, p6-b; annex-p2
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.record.positions import irregular, irregular_items


def look(corpus: Corpus) -> Iterator[Problem]:
    for decision in corpus.record.decisions.values():
        yield from (Problem(place, message) for place, message in irregular(decision))
    for goal in corpus.record.goals.values():
        for plan_goal in goal.plans.values():
            for column in plan_goal.cells:
                yield from (Problem(place, message) for place, message in irregular_items(plan_goal, column))


CHECK = Check(Code.RC003, hint="an id is an address: it follows from where the unit stands", look=look)
