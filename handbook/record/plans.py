"""data/plans.yaml: plans that decisions adopted, their goals, and the items of each goal's cells."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.findings.codes import Code
from handbook.model.record import Goal, Item, Plan, PlanGoal
from handbook.record.values import DECISION, WORDS, by_id, references
from handbook.sources.fields import Fields
from handbook.sources.yamltree import Mapping
from handbook.targets.addresses import item_kind, slug

GOAL = r"[A-Z]\.\d+"
SOURCES = ("booklet", "draft")


def read_plans(file: Fields) -> dict[str, Plan]:
    return by_id(file.children("plans", "plan"), _plan)


def read_areas(file: Fields) -> tuple[str, ...]:
    """The areas that goals are grouped by, in order."""
    return tuple(text for text, _ in file.texts("areas", r"[A-Z]", "a capital letter"))


def read_goals(file: Fields, plans: dict[str, Plan]) -> dict[str, Goal]:
    return by_id(file.children("goals", "goal"), lambda fields: _goal(fields, plans))


def _plan(fields: Fields) -> tuple[str, Plan]:
    id = fields.text("id", WORDS)
    columns = tuple(text for text, _ in fields.texts("columns", WORDS))
    return id, Plan(id, fields.text("decision", DECISION), columns, fields.place, fields.places)


def _goal(fields: Fields, plans: dict[str, Plan]) -> tuple[str, Goal]:
    id = fields.text("id", GOAL, says="a goal such as A.1")
    published = fields.flag("published", True)
    in_plans = {}
    for plan in plans.values():
        child = fields.child(plan.id, f"goal {id} of {plan.id}", required=published)
        if child is not None:
            in_plans[plan.id] = _plan_goal(child, id, plan)
            child.done()
    return id, Goal(id, fields.text("area", r"[A-Z]"), published, in_plans, fields.place, fields.places)


def _plan_goal(fields: Fields, goal: str, plan: Plan) -> PlanGoal:
    source = fields.choice("source", SOURCES)
    cells = _cells(fields, goal, plan, source)
    return PlanGoal(goal, plan.id, source, references(fields, "refs", None), cells, fields.place)


def _cells(fields: Fields, goal: str, plan: Plan, source: str) -> dict[str, tuple[Item, ...]]:
    """The items of each of the plan's columns, in order."""
    node = fields.get("cells", required=True)
    if node is None:
        return {}
    if not isinstance(node, Mapping):
        fields.note(node.place, Code.REC002, "'cells' is not a mapping", "write one key a column")
        return {}
    if tuple(node.entries) != plan.columns:
        message = f"columns {', '.join(node.entries)}, expected {', '.join(plan.columns)}"
        fields.note(node.place, Code.REC004, message, "in that order")
    cells = Fields(node, f"cells of goal {goal}", fields.findings, fields.place.path)
    return {column: tuple(_items(cells, column, goal, source)) for column in node.entries}


def _items(fields: Fields, column: str, goal: str, source: str) -> Iterator[Item]:
    seen: set[str] = set()
    for child in fields.children(column, "item"):
        id = child.text("id", r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
        label = child.text("label", required=False) or None
        if id in seen:
            child.note(child.place, Code.REC005, f"item {id!r} again in {column!r}", "keep one of the two")
        seen.add(id)
        yield Item(
            id=id,
            label=label,
            kind=item_kind(label, column) if label else "bullet",
            source=child.choice("source", SOURCES, source),
            references=references(child, "refs", None),
            part=slug(id.removeprefix(f"{goal}.").removeprefix(f"{column}-")),
            place=child.place,
            places=child.places,
        )
        child.done()
