"""A plan's page has each goal that is published, once, in the record's order, and each has its wording.

Bad:  ## A.6 before ## A.5; ## A.5 with nothing between it and ### objectives
Good: ## A.5, its wording, its columns, ## A.6
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.model import Corpus, Record
from handbook.outline import goals, misread, plan_pages
from handbook.sequence import Kind, compare

#: A heading whose id the parser could not read.
GARBLED = "PRS004"


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, plan in plan_pages(corpus):
        texts = goals(page)
        found = [(goal.heading.id, goal.heading.place) for goal in texts]
        for one in compare(found, published(corpus.record, plan.id), page.named).differences:
            if not (one.kind is Kind.MISSING and misread(corpus, page.path, GARBLED)):
                known = one.id in corpus.record.goals and one.kind is Kind.ADDED
                unpublished = f"goal {one.id!r}, which is not published, expected none such"
                yield Problem(one.place, unpublished if known and not one.expected else one.says("goal"))
        for goal in texts:
            if goal.heading.id in corpus.record.goals and not goal.wording:
                yield Problem(
                    goal.heading.place, f"goal {goal.heading.id!r} has no wording, expected it below this line"
                )


def published(record: Record, plan: str) -> list[str]:
    return [goal.id for goal in record.goals.values() if goal.published and plan in goal.plans]


CHECK = Check(
    code="TB002",
    name="plan-goals",
    hint="set the goals as data/plans.yaml has them, each as ## and its wording",
    look=look,
)
