"""data/plans.yaml: plans that meetings adopted, the goals that they share, and the items of each goal's cells.

The plans of the first meeting stand at the top of the file, with their areas and goals; those of each later one in an
entry of `later`, which names its meeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from handbook.findings.codes import Code
from handbook.model.plan import Adoption, Goal, Item, Plan, PlanGoal, of_meeting
from handbook.record.values import UNIT, WORDS, by_id, references
from handbook.sources.fields import Fields
from handbook.sources.yamltree import Mapping
from handbook.targets.addresses import item_kind, slug
from handbook.targets.grammar import DECISION

GOAL = r"[A-Z]\.\d+"
SOURCES = ("booklet", "draft")


def read_adoptions(file: Fields) -> tuple[Adoption, ...]:
    """The first adoption, then the later ones."""
    first = _adoption(file, "")
    return first, *by_id(file.children("later", "adoption"), _later).values()


def _later(fields: Fields) -> tuple[str, Adoption]:
    meeting = fields.text("meeting", UNIT)
    return meeting, _adoption(fields, meeting)


def _adoption(fields: Fields, meeting: str) -> Adoption:
    plans = by_id(fields.children("plans", "plan"), partial(_plan, meeting=meeting))
    areas = tuple(text for text, _ in fields.texts("areas", r"[A-Z]", "a capital letter"))
    goals = by_id(fields.children("goals", "goal"), partial(_goal, plans=plans, meeting=meeting))
    by_their_ids = {plan.id: plan for plan in plans.values()}
    return Adoption(meeting, by_their_ids, areas, goals, fields.place, fields.places)


def _plan(fields: Fields, meeting: str) -> tuple[str, Plan]:
    id = fields.text("id", WORDS)
    columns = tuple(text for text, _ in fields.texts("columns", WORDS))
    plan = Plan(
        of_meeting(meeting, id), fields.text("decision", DECISION), columns, fields.place, fields.places, meeting
    )
    return id, plan


def _goal(fields: Fields, plans: dict[str, Plan], meeting: str) -> tuple[str, Goal]:
    """A goal in each of the plans, which `plans` has by their ids in the file."""
    id = fields.text("id", GOAL, says="a goal such as A.1")
    published = fields.flag("published", True)
    in_plans = {}
    for written, plan in plans.items():
        child = fields.child(written, f"goal {id} of {written}", required=published)
        if child is not None:
            in_plans[plan.id] = _plan_goal(child, id, plan)
            child.done()
    area = fields.text("area", r"[A-Z]")
    return id, Goal(id, area, published, in_plans, fields.place, fields.places, meeting)


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
