"""A plan's table: the wording of its goals and the items of their cells.

Everything goes by the sequence of labels, so that the same reader takes a table whose cells follow one another in
narrow lines and one that was torn into single characters. What has no label of its own is known by what stands round
it; where that is no more than a guess, the piece says so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from handbook.official.importing import columns, dividing, heads
from handbook.official.importing.columns import WORDING, Anchor, Row
from handbook.official.importing.numerals import PLAIN, id_of
from handbook.official.importing.remarks import Remarks
from handbook.official.importing.stream import Stream
from handbook.official.model import LOST_BEGINNING, Aside, Line, Piece, PlanGuide, StageResult
from handbook.targets.addresses import LEAD, slug

LOST = "its beginning is lost"
UNLABELLED = "its label is missing"
AGAIN = "it stands there a second time, in other words"
#: Words that lead in what follows are so many signs at most.
_LEADING = 60


def read_cells(lines: Sequence[Line], plan: PlanGuide) -> StageResult:
    """The pieces of one plan's table, each character of which is a piece's or set aside. Never raises."""
    remarks = Remarks()
    cleared = heads.clear(Stream.of(lines), plan, remarks)
    table_columns = columns.read_columns(cleared.stream, plan, remarks)
    table = _Table(cleared.stream, plan, remarks)
    table.read(table_columns.rows)
    for start, end in table_columns.areas:
        table.aside("furniture", "area", start, end)
    return StageResult(tuple(table.pieces), (*cleared.asides, *table.asides), tuple(remarks.all()))


@dataclass(frozen=True)
class _Slot:
    """An item without a label that belongs between two labels; `least` is what the signs of its beginning must give."""

    column: int
    n: int
    least: float


class _Table:
    def __init__(self, stream: Stream, plan: PlanGuide, remarks: Remarks) -> None:
        self.stream = stream
        self.plan = plan
        self.styles = [plan.styles.get(column, PLAIN) for column in plan.columns]
        self.pieces: list[Piece] = []
        self.asides: list[Aside] = []
        self.remarks = remarks

    def read(self, rows: Sequence[Row]) -> None:
        seen: dict[str, Piece] = {}
        first, *rest = rows
        for row in (self._begun(first, rest), *rest):
            made = list(self._row(row)) if row.goal else []
            if any(piece.address in seen for piece in made):
                made = self._again(row, made, seen)
            for piece in made:
                seen.setdefault(piece.address, piece)
            self.pieces += made
        self._missing(rest, {piece.address for piece in self.pieces})
        self._brackets()

    # --- rows

    def _begun(self, row: Row, rest: Sequence[Row]) -> Row:
        """What stands before the first goal belongs to the goal before it, whose beginning is lost; of no goal it is
        set aside.
        """
        if row.goal or row.start == row.end:
            return row
        goal = self._before(rest[0].goal) if rest else ""
        if goal:
            return replace(row, goal=goal)
        self._reported(row.start, row.end, "stray", "is no goal and no item")
        return row

    def _before(self, goal: str) -> str:
        goals = self.plan.goals
        place = goals.index(goal) if goal in goals else 0
        return goals[place - 1] if place else ""

    def _row(self, row: Row) -> Iterator[Piece]:
        anchors = row.anchors
        first = anchors[0].start if anchors else row.end
        if row.label:
            wording = Anchor(*row.label, WORDING, 0)
            yield from self._gap(row, wording, first, anchors[0] if anchors else None)
        elif row.start < first:
            yield from self._lost(row, first)
        for order, anchor in enumerate(anchors):
            after = anchors[order + 1] if order + 1 < len(anchors) else None
            yield from self._gap(row, anchor, after.start if after else row.end, after)

    def _lost(self, row: Row, end: int) -> Iterator[Piece]:
        """The rest of an item before the first label: the one before that label's, or the last of the row."""
        column, n, start = len(self.styles) - 1, 1, row.start
        if row.anchors and row.anchors[0].n > 1:
            column, n = row.anchors[0].column, row.anchors[0].n - 1
        elif row.anchors:
            column = row.anchors[0].column - 1
        elif cuts := dividing.cuts(self.stream, start, start, end):
            start = max(cuts, key=lambda cut: cut.score).offset
        if column < 0 or (self.styles[column] == PLAIN) != (n == 1 and self._is_first(row)):
            start = end
        if row.start < start:
            self._reported(row.start, start, LOST_BEGINNING, f"goal {row.goal} has lost its beginning")
        if start < end:
            piece = self._piece(start, start, end, self._address(row.goal, column, n), LOST)
            self._remark(start, LOST_BEGINNING, f"goal {row.goal} has lost its beginning", piece.address)
            yield piece

    def _is_first(self, row: Row) -> bool:
        """Whether nothing says which item is lost but that it stands before another column's first."""
        return not row.anchors or row.anchors[0].n == 1

    def _again(self, row: Row, made: Sequence[Piece], seen: dict[str, Piece]) -> list[Piece]:
        """A row that stands there a second time: what is the same is set aside, what differs is kept."""
        kept = [
            replace(piece, doubt=AGAIN)
            for piece in made
            if piece.address not in seen
            or (piece.label, piece.text) != (seen[piece.address].label, seen[piece.address].text)
        ]
        apart = {piece.ranges for piece in kept}
        same = [piece for piece in made if piece.ranges not in apart]
        self.asides += [Aside("reported", "doubled-page", piece.ranges) for piece in same]
        code, how = ("differs", " in other words") if kept else ("doubled-page", "")
        self._remark(row.start, code, f"goal {row.goal} stands there again{how}", self._address(row.goal, WORDING, 0))
        return kept

    # --- between two labels

    def _gap(self, row: Row, anchor: Anchor, end: int, after: Anchor | None) -> Iterator[Piece]:
        """The item of a label, and what without a label stands between it and the next one."""
        wording = anchor.column == WORDING
        cuts = dividing.cuts(self.stream, anchor.start, anchor.end, end, wording=wording)
        lead = self._lead(cuts, end) if after else end
        slots = list(self._slots(anchor, after))
        places = dividing.chosen(
            [cut for cut in cuts if cut.offset < lead], [self._least(slot, after) for slot in slots]
        )
        bounds = [*(place for place in places if place is not None), lead]
        own = self._address(row.goal, anchor.column, anchor.n)
        more = self._own_end(anchor, after, cuts, bounds[0])
        yield self._piece(anchor.start, anchor.end, more, own, kind="goal" if wording else "cell")
        if more < bounds[0]:
            yield self._unlabelled_item(row.goal, anchor.column, anchor.n + 1, more, bounds[0])
        for slot, start in zip(slots, places, strict=True):
            if start is None:
                self._unfilled(anchor.start, row.goal, slot)
            else:
                stop = next(bound for bound in bounds if bound > start)
                yield from self._unlabelled(row.goal, slot, start, stop, cuts)
        if after and lead < end:
            address = f"{self._address(row.goal, WORDING, 0)}-{self.plan.columns[after.column]}-{LEAD}"
            yield self._piece(lead, lead, end, address)

    def _own_end(self, anchor: Anchor, after: Anchor | None, cuts: Sequence[dividing.Cut], end: int) -> int:
        """Where the words of a label's item end: the last of its cell may have one without a label behind it."""
        if anchor.column == WORDING or (after and after.column == anchor.column):
            return end
        return dividing.paused(self.stream, [cut for cut in cuts if cut.offset < end], anchor.end) or end

    def _lead(self, cuts: Sequence[dividing.Cut], end: int) -> int:
        """Where words that lead in the next item begin: behind the end of the one before them."""
        if not self.stream.text.endswith((":", ":]"), 0, end):
            return end
        least = max(end - _LEADING, 0)
        return max((cut.offset for cut in cuts if cut.offset >= least and cut.score >= dividing.LABEL), default=end)

    def _slots(self, anchor: Anchor, after: Anchor | None) -> Iterator[_Slot]:
        """What the sequence of labels leaves out."""
        if after and after.column == anchor.column:
            yield from (_Slot(after.column, n, dividing.LABEL) for n in range(anchor.n + 1, after.n))
            return
        for column in range(anchor.column + 1, after.column if after else len(self.styles)):
            yield _Slot(column, 1, dividing.PLAIN if self.styles[column] == PLAIN else dividing.COLUMN)
        if after:
            yield from (_Slot(after.column, n, dividing.LABEL) for n in range(1, after.n))

    def _least(self, slot: _Slot, after: Anchor | None) -> float:
        if slot.least == dividing.COLUMN and after and self.stream.torn(after.start):
            return dividing.TORN_COLUMN
        return slot.least

    def _unlabelled(
        self, goal: str, slot: _Slot, start: int, end: int, cuts: Sequence[dividing.Cut]
    ) -> Iterator[Piece]:
        if self.styles[slot.column] != PLAIN:
            yield self._unlabelled_item(goal, slot.column, slot.n, start, end)
            return
        bounds = [start, *dividing.again([cut for cut in cuts if start < cut.offset < end]), end]
        for n, (begin, stop) in enumerate(pairwise(bounds), 1):
            yield self._piece(begin, begin, stop, self._address(goal, slot.column, n))

    def _unlabelled_item(self, goal: str, column: int, n: int, start: int, end: int) -> Piece:
        piece = self._piece(start, start, end, self._address(goal, column, n), UNLABELLED)
        self._remark(start, "label-missing", f"{piece.anchor} has no label", piece.address)
        return piece

    def _unfilled(self, start: int, goal: str, slot: _Slot) -> None:
        address = self._address(goal, slot.column, slot.n)
        self._remark(start, "cell-missing", f"nothing says where {address.partition('#')[2]} begins", address)

    # --- pieces

    def _piece(self, start: int, words: int, end: int, address: str, doubt: str = "", kind: str = "cell") -> Piece:
        """A piece from `start` on, whose words begin behind its label."""
        text = self.stream.flow(words, end).clean().text
        label = self.stream.flow(start, words).clean().text
        return Piece(address, kind, text, self.stream.flow(start, end).all_ranges, label=label, doubt=doubt)

    def _address(self, goal: str, column: int, n: int) -> str:
        own = f"{self.plan.decision}#{slug(goal)}"
        if column == WORDING:
            return own
        return f"{own}-{self.plan.columns[column]}-{id_of(n, self.styles[column])}"

    # --- asides and remarks

    def aside(self, fate: str, what: str, start: int, end: int) -> None:
        self.asides.append(Aside(fate, what, self.stream.flow(start, end).all_ranges))

    def _reported(self, start: int, end: int, what: str, message: str) -> None:
        self.aside("reported", what, start, end)
        words = self.stream.flow(start, end).clean().text[:30]
        self._remark(start, what, f"{words!r}: {message}", self.plan.decision)

    def _missing(self, rows: Sequence[Row], there: set[str]) -> None:
        """Say which goals the table has lost."""
        known = {row.goal for row in rows} | {goal for goal in self.plan.goals if self._is_there(goal, there)}
        if missing := [goal for goal in self.plan.goals if goal not in known]:
            self._remark(0, "rows-lost", f"no goal {', '.join(missing)}", self.plan.decision)

    def _is_there(self, goal: str, there: set[str]) -> bool:
        own = self._address(goal, WORDING, 0)
        return any(address == own or address.startswith(f"{own}-") for address in there)

    def _brackets(self) -> None:
        """Say which brackets nothing opens or closes; they stay where they are."""
        opened: list[int] = []
        alone: list[int] = []
        for place, sign in enumerate(self.stream.text):
            if sign in "[【":
                opened.append(place)
            elif sign in "]】":
                if opened:
                    opened.pop()
                else:
                    alone.append(place)
        if not (opened or alone):
            return
        starts = sorted((start, piece.address) for piece in self.pieces for start, _ in piece.ranges)
        for place in sorted((*opened, *alone)):
            order = bisect_right(starts, (self.stream.places[place], "\uffff")) - 1
            address = starts[order][1] if order >= 0 else self.plan.decision
            self._remark(place, "stray-bracket", f"{self.stream.raw[place]!r} stands alone", address)

    def _remark(self, start: int, code: str, message: str, address: str) -> None:
        self.remarks.add(self.stream.number(start), code, message, address)
