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


def compare(found: Sequence[tuple[str, Place]], expected: Sequence[str], start: Place) -> Comparison:
    """Compare what was found with the expected ids, all different. `start` is the place where nothing is."""
    ids = [id for id, _ in found]
    pairs = _align(ids, expected)
    both = {ids[at]: at for at, to in pairs if at is not None and to is not None and ids[at] == expected[to]}
    surplus = _surplus(found, expected, pairs, both)
    taken = {one.expected for one in surplus if one.kind is not Kind.MOVED}
    missing = _missing(found, expected, pairs, {*both, *taken}, start)
    return Comparison(both, (*surplus, *missing))


def _surplus(
    found: Sequence[tuple[str, Place]], expected: Sequence[str], pairs: Sequence[_Pair], both: dict[str, int]
) -> list[Difference]:
    """What was found elsewhere than expected, again, or without being expected. A moved id is added to `both`."""
    rank = {id: position for position, id in enumerate(expected)}
    differences: list[Difference] = []
    for index, to in pairs:
        if index is None or both.get(found[index][0]) == index:
            continue
        id, place = found[index]
        before = found[index - 1][0] if index else ""
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
    found: Sequence[tuple[str, Place]],
    expected: Sequence[str],
    pairs: Sequence[_Pair],
    accounted: set[str],
    start: Place,
) -> Iterator[Difference]:
    """Expected ids that are not accounted for, each at the place of what was found next."""
    last = found[-1][1] if found else start
    for position, (index, to) in enumerate(pairs):
        if index is None and to is not None and expected[to] not in accounted:
            place = next((found[later][1] for later, _ in pairs[position:] if later is not None), last)
            yield Difference(Kind.MISSING, expected[to], place, expected[to - 1] if to else "")


_Pair = tuple[int | None, int | None]


def _align(found: Sequence[str], expected: Sequence[str]) -> list[_Pair]:
    """Indexes of what stands at the same place in both, None where one has nothing: the fewest differences."""
    first = 0
    while first < min(len(found), len(expected)) and found[first] == expected[first]:
        first += 1
    head: list[_Pair] = [(at, at) for at in range(first)]
    found, expected = found[first:], expected[first:]
    rows, columns = len(found), len(expected)
    known, present = frozenset(expected), Counter(found)

    def swap(at: int, to: int) -> int:
        # An id that only changed places is cheaper taken out here and put in there.
        return 5 if expected[to] in present or (found[at] in known and present[found[at]] == 1) else 2

    cost = [[2 * (columns - to) for to in range(columns + 1)] for _ in range(rows + 1)]
    for at in range(rows - 1, -1, -1):
        cost[at][columns] = 2 * (rows - at)
        for to in range(columns - 1, -1, -1):
            same = cost[at + 1][to + 1] + (0 if found[at] == expected[to] else swap(at, to))
            cost[at][to] = min(same, cost[at + 1][to] + 2, cost[at][to + 1] + 2)
    at = to = 0
    while at < rows and to < columns:
        best = cost[at][to]
        if best == cost[at + 1][to + 1] + (0 if found[at] == expected[to] else swap(at, to)):
            head.append((first + at, first + to))
            at, to = at + 1, to + 1
        elif best == cost[at + 1][to] + 2:
            head.append((first + at, None))
            at += 1
        else:
            head.append((None, first + to))
            to += 1
    head += [(first + one, None) for one in range(at, rows)]
    head += [(None, first + one) for one in range(to, columns)]
    return head
