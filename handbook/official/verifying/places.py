"""What the record has, by the addresses of the official text: `CP-10/2#p6-a-i`, `CP-10/4#a-5-activities-i`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.beside.outline import order
from handbook.model.decision import Decision
from handbook.model.plan import Item, Plan, PlanGoal
from handbook.model.record import Record
from handbook.targets.addresses import slug
from handbook.targets.grammar import Target

#: What the record says of an item that the booklet has, and the draft need not fill in.
BOOKLET = "booklet"


@dataclass(frozen=True)
class Cell:
    """An item of a plan's cell, or a goal's wording where there is no item."""

    address: str
    plan: Plan
    goal: str
    column: str = ""
    item: Item | None = None


def ids(decision: Decision) -> Iterator[str]:
    """Title, opening, headings and units of a decision, in the order of its page."""
    yield "title"
    if decision.opening:
        yield "opening"
    for id in order(decision):
        if id in decision.units:
            yield from (unit.id for unit in decision.units[id].walk())
        else:
            yield id


def cells(plan: Plan, record: Record) -> Iterator[Cell]:
    """Goals and items that the booklet has, goal by goal, column by column."""
    for goal in record.goals:
        own = goal.plans.get(plan.id)
        if own is None:
            continue
        if has_wording(own):
            yield Cell(f"{plan.decision}#{slug(goal.id)}", plan, goal.id)
        for column in plan.columns:
            for item in own.cells.get(column, ()):
                if item.source == BOOKLET:
                    yield Cell(f"{plan.decision}#{slug(goal.id)}-{column}-{item.part}", plan, goal.id, column, item)


def has_wording(goal: PlanGoal) -> bool:
    """Whether the booklet has the goal's own words: it has where it has the first item."""
    first = next((item for items in goal.cells.values() for item in items), None)
    return first is not None and first.source == BOOKLET


def is_lost(plan: Plan, record: Record) -> bool:
    """Whether the booklet lost the beginning of a plan's table, and with it the title that stands above it."""
    goal = next((goal.plans[plan.id] for goal in record.goals if plan.id in goal.plans), None)
    return goal is not None and not has_wording(goal)


def references(record: Record) -> Iterator[tuple[str, tuple[Target, ...]]]:
    """Every unit, footnote, goal and item that the booklet has, with what the record says it cites."""
    for decision in record.decisions.values():
        for unit in decision.units.values():
            yield f"{decision.id}#{unit.id}", tuple(one.target for one in unit.references)
        for note in decision.footnotes:
            yield f"{decision.id}#{note.id}", tuple(one.target for one in note.cites)
    for plan in record.plans.values():
        for cell in cells(plan, record):
            of = cell.item.references if cell.item else record.goals_of(plan.id)[cell.goal].plans[plan.id].references
            yield cell.address, tuple(one.target for one in of)
