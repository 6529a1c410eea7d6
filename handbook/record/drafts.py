"""data/changes.yaml: what became of each part of the plans' drafts."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.changes import ANNEX, CHANGES, COLUMNS, DECISION, FATES, Bracket, Change, Drafted
from handbook.record.plans import GOAL
from handbook.record.values import PLAN, by_id
from handbook.sources.fields import Fields
from handbook.sources.yamltree import Mapping

ID = r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*"


def read_drafts(file: Fields) -> dict[str, Drafted]:
    """The drafts of plans, by their plan."""
    return by_id(file.children("changes", "draft", required=True), _draft)


def _draft(fields: Fields) -> tuple[str, Drafted]:
    plan = fields.text("plan", PLAN)
    changes = [
        *_changes(fields, "columns", COLUMNS, ""),
        *_changes(fields, "decision", DECISION, ""),
        *_changes(fields, "annex", ANNEX, ""),
    ]
    goals: dict[str, Place] = {}
    for goal in fields.children("goals", "goal", required=True):
        id = goal.text("id", GOAL, says="a goal such as A.1")
        changes += _goal(goal, id)
        goal.done()
        if id in goals:
            goal.note(goal.place, Code.REC005, f"goal {id!r} again", "keep one of the two")
        goals[id] = goal.place
    return plan, Drafted(plan, tuple(goals.items()), tuple(changes), fields.place, fields.places)


def _goal(goal: Fields, id: str) -> Iterator[Change]:
    wording = goal.child("wording", "wording of a goal", required=True)
    if wording is not None:
        yield _change(wording, id, "", id, id)
    node = goal.get("cells", required=True)
    if isinstance(node, Mapping):
        cells = Fields(node, f"cells of goal {id}", goal.findings, goal.place.path)
        for column in node.entries:
            yield from _changes(cells, column, id, column)
    elif node is not None:
        goal.note(node.place, Code.REC002, "'cells' is not a mapping", "write one key a column")


def _changes(fields: Fields, key: str, group: str, column: str) -> Iterator[Change]:
    for child in fields.children(key, "change"):
        draft = child.text("draft", ID, required=False, says="an id of the draft")
        yield _change(child, group, column, draft, child.text("item", ID, required=False, says="an id of the record"))


def _change(fields: Fields, group: str, column: str, draft: str, item: str) -> Change:
    change = Change(
        group=group,
        column=column,
        draft=draft,
        item=item,
        change=fields.choice("change", CHANGES),
        caption=fields.choice("caption", CHANGES) if group == COLUMNS else "",
        brackets=tuple(map(_bracket, fields.children("brackets", "bracket"))),
        place=fields.place,
        places=fields.places,
    )
    fields.done()
    return change


def _bracket(fields: Fields) -> Bracket:
    bracket = Bracket(
        fields.choice("fate", FATES),
        fields.text("through", ID, required=False, says="an id of the draft"),
        fields.text("into", ID, required=False, says="an id of the record"),
        fields.flag("unpaired", False),
        fields.place,
        fields.places,
    )
    fields.done()
    return bracket
