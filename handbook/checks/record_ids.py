"""An id of the record says where its unit stands: handbook/record/positions.py has the rule.

Bad:  {id: p1}, {id: p3}
Good: {id: p1}, {id: p2}
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
    for goal in corpus.record.goals:
        for plan_goal in goal.plans.values():
            for column in plan_goal.cells:
                yield from (Problem(place, message) for place, message in irregular_items(plan_goal, column))


CHECK = Check(Code.RC003, hint="an id is an address: it follows from where the unit stands", look=look)
