"""A cell of a plan has the record's items: all of them, once, in order, with their labels, under their goal and column.

Bad:  (a) (c), or a bullet for (b), or A.6.1 under goal A.5
Good: (a) (b) (c)
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.model import Corpus, PlanGoal
from handbook.outline import plan_pages
from handbook.plantext import Cell, GoalText, Line, keys, read
from handbook.positions import irregular_items
from handbook.sequence import Comparison, Difference, Kind, compare


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, plan in plan_pages(corpus):
        for goal in read(page, plan, corpus.record).goals:
            known = corpus.record.goals.get(goal.heading.id)
            if known and plan.id in known.plans:
                yield from _goal(goal, known.plans[plan.id])


def _goal(goal: GoalText, record: PlanGoal) -> Iterator[Problem]:
    found: list[tuple[str, Difference]] = []
    columns = {id: cell for id, cell in goal.columns.items() if id in record.cells}
    for column, cell in columns.items():
        if next(irregular_items(record, column), None) is None:
            lines = cell.lines
            both = _compared(lines, cell, record, column)
            found += [(column, one) for one in both.differences]
            yield from _forms(lines, both, record, column)
    gone = {key for column, items in record.cells.items() if column not in columns for key in keys(items)}
    strays = [clause for clause in goal.before if clause.label]
    yield from _told(found, gone, {clause.label or "": clause.place for clause in strays} if not gone else {})


def _compared(lines: list[Line], cell: Cell, record: PlanGoal, column: str) -> Comparison:
    found = [(line.key, line.clause.place) for line in lines]
    return compare(found, list(keys(record.cells[column])), cell.heading.place)


def _forms(lines: list[Line], both: Comparison, record: PlanGoal, column: str) -> Iterator[Problem]:
    for key, item in keys(record.cells[column]).items():
        clause = lines[both.both[key]].clause if key in both.both else None
        if clause and clause.kind != item.kind:
            yield Problem(
                clause.place, f"{column}: item {key!r} is {_form(clause.kind)}, expected {_form(item.kind)}"
            )


def _form(kind: str) -> str:
    return {"plain": "a line without a bullet", "goal": "a goal's number", "bullet": "a bullet"}.get(kind, f"a {kind}")
