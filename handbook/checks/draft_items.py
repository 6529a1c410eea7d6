"""The entries of data/changes.yaml cover the plan: each goal, column and item has one entry, and no entry names
something that the plan does not have. The same is true of clauses, paragraphs and sections, where the draft had the
decision's text too.

Bad:  {draft: b, item: k, change: moved}   in a cell with the items a and b
Good: {draft: b, item: b, change: kept}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.changes import ANNEX, COLUMNS, DECISION, Change, Drafted
from handbook.model.corpus import Corpus
from handbook.model.decision import Decision
from handbook.model.plan import PlanGoal
from handbook.model.record import Record
from handbook.record.positions import irregular_items, is_regular


def look(corpus: Corpus) -> Iterator[Problem]:
    record = corpus.record
    for draft in record.drafts.values():
        plan = record.plans.get(draft.plan)
        if plan is None:
            place = draft.places.get("plan", draft.place)
            yield Problem(place, f"plan {draft.plan!r}, expected one of {', '.join(record.plans)}")
            continue
        yield from _covered("column", draft.group(COLUMNS), ("goal", *plan.columns), draft.place)
        yield from _texts(draft, record.decisions.get(plan.decision))
        yield from _goals(draft, record)


def _covered(what: str, changes: Sequence[Change], known: Sequence[str], otherwise: Place) -> Iterator[Problem]:
    """Each known id is the `item` of one entry, and no other is. An unknown one stands for a missing one."""
    there = {change.item for change in changes}
    missing = [id for id in known if id not in there]
    seen: set[str] = set()
    for change in changes:
        place = change.places.get("item", change.place)
        if change.item and change.item in seen:
            yield Problem(place, f"{what} {change.item!r} again, expected it once")
        elif change.item and change.item not in known:
            instead = repr(missing.pop(0)) if missing else "one of the record"
            yield Problem(place, f"{what} {change.item!r}, expected {instead}")
        seen.add(change.item)
    for id in missing:
        yield Problem(changes[0].place if changes else otherwise, f"no entry for {what} {id!r}, expected one")


def _texts(draft: Drafted, decision: Decision | None) -> Iterator[Problem]:
    """The decision's text and that of its annex; a draft may have had neither."""
    if decision is None or not decision.published or not is_regular(decision):
        return
    body, *parts = decision.body.walk()
    wanted = {DECISION: ["title", *(unit.id for unit in (*body.preamble, *body.paragraphs))]}
    for part in parts[:1]:
        units = [unit.id for unit in (*part.preamble, *part.paragraphs)]
        wanted[ANNEX] = [part.id, *(section.id for section in part.sections), *units]
    for group, ids in wanted.items():
        if changes := draft.group(group):
            yield from _covered("part", changes, ids, draft.place)


def _goals(draft: Drafted, record: Record) -> Iterator[Problem]:
    known = {id: goal for id, goal in record.goals_of(draft.plan).items() if draft.plan in goal.plans}
    entries = dict(draft.goals)
    for id, place in draft.goals:
        if id and id not in known:
            yield Problem(place, f"goal {id!r}, expected one of the record")
    for id, goal in known.items():
        if id in entries:
            yield from _cells(draft, goal.plans[draft.plan], entries[id])
        else:
            yield Problem(draft.place, f"no entry for goal {id!r}, expected one")


def _cells(draft: Drafted, goal: PlanGoal, entry: Place) -> Iterator[Problem]:
    """The items of one goal, column by column."""
    changes = [change for change in draft.group(goal.goal) if change.column]
    for column in dict.fromkeys((*goal.cells, *(change.column for change in changes))):
        own = [change for change in changes if change.column == column]
        if column not in (*goal.cells, *draft.columns_dropped):
            yield Problem(own[0].place, f"column {column!r}, expected one of {', '.join(goal.cells)}")
        # Where an id of the plan is wrong, nothing says which entry is about it.
        elif next(irregular_items(goal, column), None) is None:
            items = [item.id for item in goal.cells.get(column, ())]
            yield from _covered(f"{column}: item", own, items, entry)


CHECK = Check(
    Code.DR001,
    hint="give each part of the plan one entry in data/changes.yaml",
    look=look,
)
