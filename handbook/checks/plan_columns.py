"""Under each goal, a plan's page has the plan's columns, all of them, each once, in their order, as ### headings.

Bad:  ### indicators … ### objectives … ### outcomes
Good: ### objectives … ### indicators … ### outcomes
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import misread, plan_pages
from handbook.beside.plantext import GoalText, plan_text
from handbook.beside.sequence import Kind, compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.plan import Plan


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, plan in plan_pages(corpus):
        garbled = misread(corpus, page.path, Code.PRS004)
        for goal in plan_text(page, plan, corpus.record).goals:
            actual = [(cell.heading.id, cell.heading.place) for cell in goal.cells]
            for difference in compare(actual, plan.columns, goal.place).differences:
                if difference.kind is not Kind.MISSING:
                    yield Problem(difference.place, difference.says(f"goal {goal.heading.id}: column"))
                elif not garbled:
                    place = _first_line(goal, plan, difference.id) or difference.place
                    yield Problem(place, difference.says(f"goal {goal.heading.id}: column"))
            for cell in goal.cells:
                if cell.heading.id in plan.columns and cell.heading.level != 3:
                    written = f"{'#' * cell.heading.level} {cell.heading.id}"
                    yield Problem(cell.heading.place, f"heading {written!r}, expected '### {cell.heading.id}'")


def _first_line(goal: GoalText, plan: Plan, column: str) -> Place | None:
    """Where the lines of a missing column begin: at the first whose kind of label differs from those before it."""
    at = plan.columns.index(column)
    before = goal.columns.get(plan.columns[at - 1]) if at else None
    lines = [clause for clause in goal.before if clause.kind != "plain"] if not at else before.clauses if before else []
    if not at:
        return lines[0].place if lines else None
    return next((line.place for line in lines if line.kind != lines[0].kind), None)


CHECK = Check(
    Code.TB001,
    hint="set ### headings as the plan's `columns` in data/plans.yaml",
    look=look,
)
