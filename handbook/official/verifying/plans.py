"""The plans have the record's columns, goals and items, in its order, each item under its printed label; what the
record takes from the draft is not in the booklet.

Bad:  (a) … (c) … in a cell (the record: a, b, c)
Good: (a) … (b) … (c) …
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbook.beside.sequence import Kind, compare
from handbook.findings.finding import Place
from handbook.model.plan import Plan
from handbook.official.model import COLUMN_HEADS, LOST_BEGINNING
from handbook.official.verifying import places
from handbook.official.verifying.difference import Compared, Unlike, instead
from handbook.official.verifying.folding import places_in
from handbook.official.verifying.held import Held
from handbook.official.verifying.places import Cell
from handbook.official.verifying.units import LABEL, agree

GOAL, ITEM, COLUMN = "goal", "item", "column"


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    goals = items = columns = 0
    for plan in held.record.plans.values():
        cells = list(places.cells(plan, held.record))
        unlike += _order(held, plan, cells)
        unlike += (one for cell in cells for one in _label(held, cell))
        unlike += _columns(held, plan)
        goals += sum(1 for cell in cells if not cell.item)
        items += sum(1 for cell in cells if cell.item)
        columns += len(plan.columns)
    return Compared(tuple(unlike), (("goals", goals), ("items", items), ("columns of plans", columns)))


def _order(held: Held, plan: Plan, cells: Sequence[Cell]) -> Iterator[Unlike]:
    name = held.imported.source.name
    expected = [cell.address for cell in cells]
    # What is left of an item that lost its beginning is none: the record takes the whole of it from the draft.
    lost = {remark.address for remark in held.imported.remarks if remark.code == LOST_BEGINNING} - set(expected)
    actual = [
        (piece.address, Place(name, held.line(piece.address)))
        for piece in held.imported.pieces
        if piece.decision == plan.decision and piece.kind in ("goal", "cell") and piece.address not in lost
    ]
    goals = {cell.address for cell in cells if not cell.item}
    for difference in compare(actual, expected, Place(name)).differences:
        what = GOAL if difference.id in goals else ITEM
        official = held.official.get(difference.id)
        if difference.kind is Kind.MISSING or official is None:
            yield Unlike(difference.id, what, "", difference.id.partition("#")[2])
            continue
        yield Unlike(
            difference.id, what, official.words, instead(difference.kind, difference.expected.partition("#")[2])
        )


def _label(held: Held, cell: Cell) -> Iterator[Unlike]:
    official = held.official.get(cell.address)
    label = cell.goal if not cell.item else cell.item.label or ""
    if official and not agree(official.label, label):
        yield Unlike(cell.address, LABEL, official.label, label, (0, 0))


def _columns(held: Held, plan: Plan) -> Iterator[Unlike]:
    """Their heads stand one behind the other, in order, above the table or wherever it goes on. Of a table of which no
    head is left nothing can be said.
    """
    decision = [piece for piece in held.imported.pieces if piece.decision == plan.decision]
    spans = [span for piece in decision for span in piece.ranges]
    if not spans:
        return
    first, last = min(spans)[0], max(spans)[1]
    runs = [run for run in held.imported.runs if run.what == COLUMN_HEADS and first <= run.start < last]
    printed = " ".join(held.text[run.start : run.end] for run in runs)
    names = [held.names.get(f"column.{column}") for column in plan.columns]
    offset = 0
    for name in names if printed else ():
        place = next((start for start, _ in places_in(name, printed) if start >= offset), None)
        if place is None:
            yield Unlike(f"{plan.decision}#appendix", COLUMN, "", name)
        else:
            offset = place
