"""An entry of data/changes.yaml does not contradict itself or the plan. What became of a part fits its ids (a part that
was added has none in the draft, one that moved has two that differ), its brackets, and the source that the plan gives
for it.

Bad:  {draft: a, item: b, change: kept}
      {draft: c, change: reworded}
Good: {draft: a, item: b, change: moved}
      {draft: c, change: dropped}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.changes import Bracket, Change, Drafted
from handbook.model.corpus import Corpus
from handbook.model.record import Record

#: Kind of change → the fates that a bracket in such a part may have; any, where the kind is not listed.
FITTING = {
    "kept": ("lifted", "printed"),
    "moved": ("lifted", "printed"),
    "added": (),
    "dropped": ("dropped",),
    "unknown": ("unknown",),
}


def look(corpus: Corpus) -> Iterator[Problem]:
    for draft in corpus.record.drafts.values():
        sources = _sources(draft, corpus.record)
        for change in draft.changes:
            yield from _ids(change)
            yield from _brackets(change, draft)
            yield from _source(change, sources)


def _ids(change: Change) -> Iterator[Problem]:
    wanted = {"added": (False, True), "dropped": (True, False)}.get(change.change, (True, True))
    place = change.places.get("change", change.place)
    if change.change and (bool(change.draft), bool(change.item)) != wanted:
        has = " and ".join(key for key, there in zip(("draft", "item"), wanted, strict=True) if there)
        yield Problem(place, f"change {change.change!r} with the wrong ids, expected {has} alone")
    elif change.change in ("kept", "unknown") and change.is_elsewhere:
        message = f"change {change.change!r} from {change.draft!r} to {change.item!r}, expected the same id or 'moved'"
        yield Problem(place, message)
    elif change.change == "moved" and not change.is_elsewhere:
        yield Problem(place, f"change 'moved' with one id {change.item!r}, expected two that differ")


def _brackets(change: Change, draft: Drafted) -> Iterator[Problem]:
    fitting = FITTING.get(change.change)
    cell = [other for other in draft.group(change.group) if other.column == change.column]
    for bracket in change.brackets:
        if fitting is not None and bracket.fate and bracket.fate not in fitting:
            expected = " or ".join(fitting) or "no bracket"
            message = f"bracket {bracket.fate!r} in a part that is {change.change}, expected {expected}"
            yield Problem(bracket.places.get("fate", bracket.place), message)
        if (bracket.fate == "parted") != bool(bracket.into):
            yield Problem(bracket.place, "bracket with `into` or 'parted' alone, expected both or neither")
        yield from _ends(bracket, change, cell)


def _ends(bracket: Bracket, change: Change, cell: list[Change]) -> Iterator[Problem]:
    after = [other.draft for other in cell[cell.index(change) + 1 :]]
    if bracket.through and bracket.through not in after:
        message = f"bracket through {bracket.through!r}, expected an item of the draft after {change.draft!r}"
        yield Problem(bracket.places["through"], message)
    if bracket.into and bracket.into not in [other.item for other in cell]:
        yield Problem(bracket.places["into"], f"bracket into {bracket.into!r}, expected an item of the same cell")


def _sources(draft: Drafted, record: Record) -> dict[str, str]:
    """Address of each item → the text that the record has it from."""
    goals = [goal.plans[draft.plan] for goal in record.goals if draft.plan in goal.plans]
    items = {
        (goal.goal, column, item.id): item.source
        for goal in goals
        for column, row in goal.cells.items()
        for item in row
    }
    return {
        change.anchor: items[change.group, change.column, change.item]
        for change in draft.changes
        if (change.group, change.column, change.item) in items
    }


def _source(change: Change, sources: dict[str, str]) -> Iterator[Problem]:
    """Of an item that the record has from the draft, as the booklet lost it, what became of it is unknown."""
    source = sources.get(change.anchor, "")
    if source and change.change and (change.change == "unknown") != (source == "draft"):
        expected = "'unknown'" if source == "draft" else "what became of it"
        message = f"change {change.change!r} of an item whose source is the {source}, expected {expected}"
        yield Problem(change.places.get("change", change.place), message)


CHECK = Check(
    Code.DR003,
    hint="mend the entry in data/changes.yaml; its head says what each word means",
    look=look,
)
