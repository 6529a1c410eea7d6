"""A goal on a plan's page has the plan's columns, all of them, once, in their order.

Bad:  ### indicators before ### objectives
Good: ### objectives, ### indicators, ### outcomes
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.model import Corpus
from handbook.outline import goals, misread, plan_pages
from handbook.sequence import Kind, compare

#: A heading whose id the parser could not read.
GARBLED = "PRS004"


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, plan in plan_pages(corpus):
        garbled = misread(corpus, page.path, GARBLED)
        for goal in goals(page):
            found = [(cell.heading.id, cell.heading.place) for cell in goal.cells]
            for one in compare(found, plan.columns, goal.heading.place).differences:
                if not (garbled and one.kind is Kind.MISSING):
                    yield Problem(one.place, one.says(f"goal {goal.heading.id}: column"))
            for cell in goal.cells:
                if cell.heading.id in plan.columns and cell.heading.level != 3:
                    written = f"{'#' * cell.heading.level} {cell.heading.id}"
                    yield Problem(cell.heading.place, f"heading {written!r}, expected '### {cell.heading.id}'")


CHECK = Check(
    code="TB001",
    name="plan-columns",
    hint="set ### headings as the plan's `columns` in data/plans.yaml",
    look=look,
)
