"""Ids of the record that do not follow from where they stand, as places and messages. An id is an address, so it must.

p1, p2, p3 through a part; a, b, c, or i, ii, iii, or 1, 2, 3 under a paragraph; a part's name before its ids, as in
`annex-p1` and `annex-sec-1`. A plan item's id is its label, or its column and position; a line that leads in the
labelled items after it is `lead`, since its position is the label of one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.findings.finding import Place
from handbook.languages.numerals import LETTERS, ROMANS
from handbook.model.decision import Decision, Part, Unit
from handbook.model.plan import PlanGoal
from handbook.model.record import Record
from handbook.targets.addresses import LEAD, goal_anchor, item_anchor, item_part

#: How far a wrong number may jump ahead and still be reported once.
SPARE = 40
_LABELS = {"1": tuple(map(str, range(1, 1000))), "i": tuple(ROMANS), "a": tuple(LETTERS)}


def irregular(decision: Decision) -> Iterator[tuple[Place, str]]:
    """Ids of a decision's units and sections that are not what their position gives."""
    for part in decision.body.walk():
        yield from _part(part)


def is_regular(decision: Decision) -> bool:
    """Whether every unit has its address, so that a page can be compared with the record."""
    return all(decision.units) and next(irregular(decision), None) is None


def _part(part: Part) -> Iterator[tuple[Place, str]]:
    prefix = f"{part.id}-" if part.id else ""
    for section in part.sections:
        if section.id and not section.id.startswith(f"{prefix}sec-"):
            yield section.places.get("id", section.place), f"id {section.id!r}, expected '{prefix}sec-…'"
    for units, kind in ((part.preamble, "pre-"), (part.paragraphs, "p")):
        yield from _units(units, [f"{prefix}{kind}{number + 1}" for number in range(len(units) + SPARE)])


def _units(units: Sequence[Unit], ids: list[str], above: str = "") -> Iterator[tuple[Place, str]]:
    """One finding for each place where the ids stop following each other."""
    ahead = 0
    for number, unit in enumerate(units):
        fitting = [ids[index] for index in (number + ahead, number) if index < len(ids)]
        # An id that does not even begin with its parent's was reported when the record was read.
        if unit.id and unit.id.startswith(above) and unit.id not in fitting:
            expected = repr(fitting[0]) if fitting else "no more"
            yield unit.places.get("id", unit.place), f"id {unit.id!r}, expected {expected}"
        if unit.id in ids:
            ahead = ids.index(unit.id) - number
        if unit.items:
            first = unit.items[0].label
            labels = _LABELS.get("1" if first.isdigit() else first, _LABELS["a"])[: len(unit.items) + SPARE]
            yield from _units(unit.items, [f"{unit.id}-{label}" for label in labels], f"{unit.id}-")


def irregular_items(goal: PlanGoal, column: str) -> Iterator[tuple[Place, str]]:
    """Ids of a cell's items that are neither their label nor their position."""
    items = goal.cells.get(column, ())
    labels = [item.label for item in items]
    for number, item in enumerate(items, 1):
        part = item_part(item.label, number, labels)
        expected = part if item.label or part == LEAD else f"{column}-{part}"
        place = item.places.get("id", item.place)
        if item.id and item.id != expected:
            yield place, f"id {item.id!r}, expected {expected!r}"
        elif item.kind == "goal" and item.id and not item.id.startswith(f"{goal.goal}."):
            yield place, f"id {item.id!r} under goal {goal.goal!r}, expected one that begins with it"


def plan_places(record: Record, decision: str) -> frozenset[str]:
    """Anchors of the goals and items of a decision's plan, which stand on a page of their own."""
    return frozenset(
        anchor
        for plan in record.plans.values()
        if plan.decision == decision
        for goal in record.goals_of(plan.id).values()
        if plan.id in goal.plans
        for anchor in (
            goal_anchor(goal.id),
            *(
                item_anchor(goal.id, column, item.part)
                for column, items in goal.plans[plan.id].cells.items()
                for item in items
            ),
        )
    )
