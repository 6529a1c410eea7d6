"""A plan's page has each goal that is published, once, in the record's order, and under its heading the goal's wording.

Bad:  ## A.6 … ## A.5
Good: ## A.5 … ## A.6
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import misread, plan_pages
from handbook.beside.plantext import plan_text, published
from handbook.beside.sequence import Kind, compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, plan in plan_pages(corpus):
        text = plan_text(page, plan, corpus.record)
        known = corpus.record.goals_of(plan.id)
        actual = [(heading.id, heading.place) for heading in text.headings]
        for difference in compare(actual, published(corpus.record, plan.id), page.named).differences:
            if difference.kind is Kind.MISSING:
                if not misread(corpus, page.path, Code.PRS004):
                    yield Problem(text.lost.get(difference.id, difference.place), difference.says("goal"))
            elif difference.kind is Kind.ADDED and difference.id in known and not difference.expected:
                yield Problem(
                    difference.place, f"goal {difference.id!r}, which is not published, expected only those that are"
                )
            else:
                yield Problem(difference.place, difference.says("goal"))
        for goal in text.goals:
            if goal.heading.id in known and not goal.wording:
                yield Problem(goal.place, f"goal {goal.heading.id!r} has no wording, expected it below this line")


CHECK = Check(
    Code.TB002,
    hint="set the goals as data/plans.yaml has them, each as ## and its wording",
    look=look,
)
