"""Two sequences of ids side by side: what stands in a source, and what the record expects; each defect once.

An id in the place of a missing one is one difference, not two; an id that is elsewhere than expected has moved, and is
neither missing nor too many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from handbook.findings.finding import Place


class Kind(Enum):
    MISSING = "missing"
    ADDED = "added"
    REPEATED = "repeated"
    MOVED = "moved"


@dataclass(frozen=True)
class Difference:
    """`id` is what was found, or what is missing. `place` of a missing one is that of what stands where it should.

    `after` is what it was found after, and for a missing one what it should follow; '' at the beginning. `expected` is
    the missing id whose place an added or repeated one takes; for a moved one what it should follow. `index` counts
    the found ids from 0.
    """

    kind: Kind
    id: str
    place: Place
    after: str = ""
    expected: str = ""
    index: int = -1

    def says(self, what: str) -> str:
        """The message: what was found, then what was expected. `what` names the kind of thing."""
        if self.kind is Kind.MISSING:
            return f"{what} {self.id!r} is missing, expected {_after(self.after)}"
        if self.kind is Kind.MOVED:
            return f"{what} {self.id!r} stands {_after(self.after)}, expected {_after(self.expected)}"
        again = " again" if self.kind is Kind.REPEATED else ""
        wanted = repr(self.expected) if self.expected else "it once" if again else "none such"
        return f"{what} {self.id!r}{again}, expected {wanted}"


def _after(id: str) -> str:
    return f"after {id!r}" if id else "first"


@dataclass(frozen=True)
class Comparison:
    """`both` tells where each id that both sequences have was found; of a repeated id, the one that counts."""

    both: dict[str, int]
    differences: tuple[Difference, ...]


def compare(actual: Sequence[tuple[str, Place]], expected: Sequence[str], start: Place) -> Comparison:
    """Compare what was found with the expected ids, all different. `start` is the place where nothing is."""
    ids = [id for id, _ in actual]
    pairs = _align(ids, expected)
    both = {ids[at]: at for at, to in pairs if at is not None and to is not None and ids[at] == expected[to]}
    surplus = _surplus(actual, expected, pairs, both)
    taken = {one.expected for one in surplus if one.kind is not Kind.MOVED}
    missing = _missing(actual, expected, pairs, {*both, *taken}, start)
    return Comparison(both, (*surplus, *missing))


def _surplus(
    actual: Sequence[tuple[str, Place]], expected: Sequence[str], pairs: Sequence[_Pair], both: dict[str, int]
) -> list[Difference]:
    """What was found elsewhere than expected, again, or without being expected. A moved id is added to `both`."""
    rank = {id: position for position, id in enumerate(expected)}
    differences: list[Difference] = []
    for index, to in pairs:
        if index is None or both.get(actual[index][0]) == index:
            continue
        id, place = actual[index]
        before = actual[index - 1][0] if index else ""
        instead = expected[to] if to is not None else ""
        if id in both:
            differences.append(Difference(Kind.REPEATED, id, place, before, instead, index))
        elif id not in rank:
            differences.append(Difference(Kind.ADDED, id, place, before, instead, index))
        else:
            both[id] = index
            follows = expected[rank[id] - 1] if rank[id] else ""
            # Of a run that moved only the first is reported.
            if not (differences and differences[-1].kind is Kind.MOVED and before == follows):
                differences.append(Difference(Kind.MOVED, id, place, before, follows, index))
    return differences


def _missing(
    actual: Sequence[tuple[str, Place]],
    expected: Sequence[str],
    pairs: Sequence[_Pair],
    accounted: set[str],
    start: Place,
) -> Iterator[Difference]:
    """Expected ids that are not accounted for, each at the place of what was found next."""
    last = actual[-1][1] if actual else start
    for position, (index, to) in enumerate(pairs):
        if index is None and to is not None and expected[to] not in accounted:
            place = next((actual[later][1] for later, _ in pairs[position:] if later is not None), last)
            yield Difference(Kind.MISSING, expected[to], place, expected[to - 1] if to else "")


_Pair = tuple[int | None, int | None]


def _align(actual: Sequence[str], expected: Sequence[str]) -> list[_Pair]:
    """Indexes of what stands at the same place in both, None where one has nothing: the fewest differences."""
    first = 0
    while first < min(len(actual), len(expected)) and actual[first] == expected[first]:
        first += 1
    head: list[_Pair] = [(index, index) for index in range(first)]
    actual, expected = actual[first:], expected[first:]
    rows, columns = len(actual), len(expected)
    known, present = frozenset(expected), Counter(actual)

    def swap(row: int, column: int) -> int:
        # An id that only changed places is cheaper taken out here and put in there.
        return 5 if expected[column] in present or (actual[row] in known and present[actual[row]] == 1) else 2

    cost = [[2 * (columns - column) for column in range(columns + 1)] for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        cost[row][columns] = 2 * (rows - row)
        for column in range(columns - 1, -1, -1):
            same = cost[row + 1][column + 1] + (0 if actual[row] == expected[column] else swap(row, column))
            cost[row][column] = min(same, cost[row + 1][column] + 2, cost[row][column + 1] + 2)
    row = column = 0
    while row < rows and column < columns:
        best = cost[row][column]
        if best == cost[row + 1][column + 1] + (0 if actual[row] == expected[column] else swap(row, column)):
            head.append((first + row, first + column))
            row, column = row + 1, column + 1
        elif best == cost[row + 1][column] + 2:
            head.append((first + row, None))
            row += 1
        else:
            head.append((None, first + column))
            column += 1
    head += [(first + later, None) for later in range(row, rows)]
    head += [(None, first + later) for later in range(column, columns)]
    return head
