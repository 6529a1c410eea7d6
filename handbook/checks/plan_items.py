"""A cell of a plan has the record's items: all of them, once, in order, with their labels, under their goal and column.

Bad:  (a) (c), or a bullet for (b), or A.6.1 under goal A.5
Good: (a) (b) (c)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from handbook.checks.check import Check, Problem
from handbook.model import Clause, Corpus, Item, PlanGoal
from handbook.outline import Cell, GoalText, goals, plan_pages
from handbook.positions import irregular_items
from handbook.sequence import Difference, Kind, compare


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, plan in plan_pages(corpus):
        for goal in goals(page):
            known = corpus.record.goals.get(goal.heading.id)
            if known and plan.id in known.plans:
                yield from _goal(goal, known.plans[plan.id])


def _goal(goal: GoalText, record: PlanGoal) -> Iterator[Problem]:
    found: list[tuple[str, Difference]] = []
    for cell in goal.cells:
        column = cell.heading.id
        regular = next(irregular_items(record, column), None) is None
        if column in record.cells and regular and cell is next(one for one in goal.cells if one.heading.id == column):
            items = list(_items(cell))
            expected = {
                key: item.kind for key, item in zip(_keys(record.cells[column]), record.cells[column], strict=True)
            }
            both = compare([(key, clause.place) for key, clause in items], list(expected), cell.heading.place)
            found += [(column, one) for one in both.differences]
            for key, at in both.both.items():
                kind = items[at][1].kind
                if kind != expected[key]:
                    yield Problem(
                        items[at][1].place, f"{column}: item {key!r} is {_form(kind)}, expected {_form(expected[key])}"
                    )
    yield from _told(found)


def _items(cell: Cell) -> Iterator[tuple[str, Clause]]:
    """Lines of a cell as the record's ids would be; the parser may have put some under others."""
    bullets = count(1)

    def walk(clause: Clause) -> Iterator[tuple[str, Clause]]:
        yield clause.label or f"- {next(bullets)}", clause
        for item in clause.items:
            yield from walk(item)

    for clause in cell.clauses:
        yield from walk(clause)


def _keys(items: tuple[Item, ...]) -> list[str]:
    bullets = count(1)
    return [item.label or f"- {next(bullets)}" for item in items]


def _form(kind: str) -> str:
    return {"plain": "a line without a bullet", "goal": "a goal's number", "bullet": "a bullet"}.get(kind, f"a {kind}")


def _told(found: list[tuple[str, Difference]]) -> Iterator[Problem]:
    """An item that one column lacks and another has too many of is one defect."""
    strays = {one.id: column for column, one in found if one.kind is Kind.ADDED and not one.expected}
    absent = {one.id: column for column, one in found if one.kind is Kind.MISSING}
    for column, one in found:
        if one.kind is Kind.MISSING and one.id in strays:
            continue
        if strays.get(one.id) == column and one.id in absent and one.kind is Kind.ADDED:
            yield Problem(one.place, f"item {one.id!r} under {column!r}, expected under {absent[one.id]!r}")
        else:
            yield Problem(one.place, one.says(f"{column}: item"))


CHECK = Check(code="TB003", name="plan-items", hint="set the items as data/plans.yaml has them", look=look)
