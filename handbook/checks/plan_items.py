"""A cell of a plan has the record's items: all of them, each once, in order, with their labels, under the right goal
and column.

Bad:  (a) …
      (c) …
Good: (a) …
      (b) …
      (c) …
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.beside.outline import plan_pages
from handbook.beside.plantext import UNLABELLED, Cell, GoalText, keys, plan_text
from handbook.beside.sequence import Comparison, Difference, Kind, compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.plan import PlanGoal
from handbook.record.positions import irregular_items

TOO_MANY = (Kind.ADDED, Kind.REPEATED)
FORMS = {"plain": "a line without a bullet", "goal": "a goal's number", "bullet": "a bullet"}


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, plan in plan_pages(corpus):
        for goal in plan_text(page, plan, corpus.record).goals:
            known = corpus.record.goals_of(plan.id).get(goal.heading.id)
            if known and plan.id in known.plans:
                yield from _goal(goal, known.plans[plan.id])


def _goal(goal: GoalText, record: PlanGoal) -> Iterator[Problem]:
    differences: list[tuple[str, Difference]] = []
    columns = {id: cell for id, cell in goal.columns.items() if id in record.cells}
    for column, cell in columns.items():
        if next(irregular_items(record, column), None) is None:
            both = _compared(cell, record, column)
            differences += [
                (column, difference)
                for difference in both.differences
                if goal.wording or not _is_plain(cell, difference)
            ]
            yield from _forms(cell, both, record, column)
    absent = [key for column, items in record.cells.items() if column not in columns for key in keys(items)]
    yield from _problems(_without_those_of(absent, differences) if absent else [*differences, *_outside(goal)])


def _without_those_of(absent: list[str], differences: list[tuple[str, Difference]]) -> list[tuple[str, Difference]]:
    """What is too many may belong to a column that is missing: then the column is the finding."""
    return [
        (column, difference)
        for column, difference in differences
        if not (difference.kind in TOO_MANY and _is_among(difference.id, absent))
    ]


def _outside(goal: GoalText) -> list[tuple[str, Difference]]:
    """Items under the goal's heading, before any column."""
    return [("", Difference(Kind.ADDED, clause.label, clause.place)) for clause in goal.before if clause.label]


def _compared(cell: Cell, record: PlanGoal, column: str) -> Comparison:
    actual = [(line.key, line.clause.place) for line in cell.lines]
    return compare(actual, list(keys(record.cells[column])), cell.heading.place)


def _is_plain(cell: Cell, difference: Difference) -> bool:
    """Whether a difference is a text without label or bullet; where the goal has no wording, it is that."""
    return difference.kind is Kind.ADDED and cell.lines[difference.index].clause.kind == "plain"


def _is_among(key: str, wanted: Iterable[str]) -> bool:
    """Whether an item's label is one of these; items without a label are all alike."""
    return key in wanted or (key.startswith(UNLABELLED) and any(one.startswith(UNLABELLED) for one in wanted))


def _forms(cell: Cell, both: Comparison, record: PlanGoal, column: str) -> Iterator[Problem]:
    lines = cell.lines
    for key, item in keys(record.cells[column]).items():
        clause = lines[both.both[key]].clause if key in both.both else None
        if clause and clause.kind != item.kind:
            actual, expected = (FORMS.get(kind, f"a {kind}") for kind in (clause.kind, item.kind))
            yield Problem(clause.place, f"{column}: item {key!r} is {actual}, expected {expected}")


def _problems(differences: list[tuple[str, Difference]]) -> Iterator[Problem]:
    """An item that one column lacks and another has too many of is one defect."""
    missing = [(column, difference) for column, difference in differences if difference.kind is Kind.MISSING]
    for column, difference in differences:
        if difference.kind is Kind.ADDED and not difference.expected:
            home = next(
                (pair for pair in missing if pair[0] != column and _is_among(difference.id, [pair[1].id])), None
            )
            if home:
                missing.remove(home)
                where = f"under {column!r}" if column else "under no column"
                yield Problem(difference.place, f"item {difference.id!r} {where}, expected under {home[0]!r}")
            else:
                yield Problem(difference.place, difference.says(f"{column}: item" if column else "item"))
        elif difference.kind is not Kind.MISSING:
            yield Problem(difference.place, difference.says(f"{column}: item"))
    for column, difference in missing:
        yield Problem(difference.place, difference.says(f"{column}: item"))


CHECK = Check(Code.TB003, hint="set the items as data/plans.yaml has them", look=look)
