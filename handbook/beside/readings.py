"""A decision page beside its record: what both have, and where they differ, each defect once. Nothing is judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from handbook.beside.outline import BULLET, NO_UNIT, Node, decision_pages, nodes, order, part_of
from handbook.beside.sequence import Comparison, Difference, Kind, compare
from handbook.findings.finding import Place
from handbook.languages.numerals import LETTERS, ROMANS
from handbook.model.corpus import Corpus
from handbook.model.decision import Decision, Unit
from handbook.model.prose import Page
from handbook.record.positions import is_regular

#: What a page has too many of.
EXTRA = (Kind.ADDED, Kind.REPEATED)


def readings(corpus: Corpus) -> Iterator[Reading]:
    """Every decision page beside its record, where the record's own ids are right."""
    return (reading for reading in corpus.once(_all).values() if reading.regular)


def reading_of(corpus: Corpus, page: Page) -> Reading:
    """One decision page beside its record."""
    return corpus.once(_all)[page.path]


def _all(corpus: Corpus) -> Mapping[str, Reading]:
    regular = {id: is_regular(decision) for id, decision in corpus.record.decisions.items()}
    return {page.path: Reading(page, decision, regular[decision.id]) for page, decision in decision_pages(corpus)}


@dataclass(frozen=True)
class Reading:
    """A decision page beside its record. `regular`: the record's own ids are right."""

    page: Page
    decision: Decision
    regular: bool

    @cached_property
    def all(self) -> list[Node]:
        return nodes(self.page)

    @cached_property
    def unindented(self) -> Mapping[str, Node]:
        """Units whose closing words start at the margin, so that they look like a clause of their own: unit → words."""
        out = {}
        for node, following in zip(self.all, self.all[1:], strict=False):
            surplus = _is_clause(following) and following.part in self._crowded
            plain = surplus or (following.id == NO_UNIT and not following.orphan)
            if node.heading or following.heading or not plain or not node.items:
                continue
            owner = next((one for one in reversed(list(_walk(node))) if self._lacks_tail(one)), None)
            if owner:
                out[owner.id] = following
        return out

    @cached_property
    def _crowded(self) -> frozenset[str]:
        """Parts with more preambular clauses on the page than in the record."""
        return frozenset(
            part.id
            for part in self.decision.body.walk()
            if len(part.preamble) < sum(node.part == part.id and _is_clause(node) for node in self.all)
        )

    def _lacks_tail(self, node: Node) -> bool:
        unit, words = self.decision.units.get(node.id), self.page.units.get(node.id)
        return bool(unit and unit.tail and node.items and words and not words.tail)

    @cached_property
    def clauses(self) -> list[Node]:
        """Clauses and paragraphs; preambular clauses are counted anew where closing words were taken for one."""
        stray = [node.place for node in self.unindented.values()]
        out = []
        less: dict[str, int] = {}
        for node in self.all:
            if node.place in stray:
                less[node.part] = less.get(node.part, 0) + (node.id != NO_UNIT)
            elif not node.heading:
                out.append(_renumbered(node, less.get(node.part, 0)) if _is_clause(node) else node)
        return out

    @cached_property
    def parts(self) -> frozenset[str]:
        """Parts that both have: where a part's heading is wrong, its units are not looked at."""
        known = {part.id for part in self.decision.body.walk()}
        return frozenset(known & {"", *(node.id for node in self.all if node.heading and node.heading.level == 1)})

    @cached_property
    def _whole(self) -> Comparison:
        units = part_of(self.decision)
        found = [(node.id, node.place) for node in self.clauses]
        return compare(found, [id for id in order(self.decision) if id in units], self.page.place)

    def place_of(self, id: str) -> Place | None:
        """Where a clause or paragraph of the record stands, be it under a wrong label."""
        if id in self._whole.both:
            return self.clauses[self._whole.both[id]].place
        return next(
            (one.place for one in self._whole.differences if one.expected == id and one.kind is not Kind.MOVED), None
        )

    @cached_property
    def compared(self) -> Comparison:
        """Clauses and paragraphs of the parts that both have; their sub-paragraphs are `sub`."""
        mine = part_of(self.decision)
        whole = self._whole

        def counts(one: Difference) -> bool:
            parts = {mine.get(one.id), mine.get(one.expected)} - {None}
            own = {self.clauses[one.index].part} if one.index >= 0 else set()
            return all(part in self.parts for part in parts | own)

        return Comparison(whole.both, tuple(filter(counts, whole.differences)))

    def sub(self, id: str) -> Iterator[Difference]:
        """Differences of the sub-paragraphs of a clause or paragraph that both have."""
        node = _meant(self.clauses[self.compared.both[id]], self.clauses, self.decision.units[id])
        if _is_clause(node) and node.part in self._uneven(self.clauses):
            return
        lost, theirs = self._behind(id), self._left_by_the_next(id)
        differences = [
            difference
            for difference in self._sub(node, self.decision.units[id])
            if not (difference.kind is Kind.MISSING and difference.id in lost)
            and not (difference.kind in EXTRA and _label(difference.id) in theirs)
        ]
        yield from _told_once(differences)

    def left_at(self, id: str) -> Place | None:
        """Where the sub-paragraphs of a missing paragraph begin, under the one before it."""
        wanted = [one for one in order(self.decision) if one in self.decision.units]
        before = wanted[wanted.index(id) - 1] if wanted.index(id) else ""
        if before not in self.compared.both:
            return None
        node, unit = self.clauses[self.compared.both[before]], self.decision.units[before]
        labels = [item.label for item in self.decision.units[id].items]
        extra = [one for one in self._sub(node, unit) if one.kind in EXTRA]
        return next((one.place for one in extra if _label(one.id) in labels), None)

    def _left_by_the_next(self, id: str) -> frozenset[str]:
        """Labels of the sub-paragraphs of missing paragraphs that follow: the page gives those to this one."""
        missing = {one.id for one in self.compared.differences if one.kind is Kind.MISSING}
        wanted = [one for one in order(self.decision) if one in self.decision.units]
        out: set[str] = set()
        for following in wanted[wanted.index(id) + 1 :]:
            if following not in missing:
                break
            out.update(item.label for item in self.decision.units[following].items)
        return frozenset(out)

    def _behind(self, id: str) -> list[str]:
        """What comes after closing words at the margin: the page gives it to those, and it only seems to be missing."""
        ids = [unit.id for unit in self.decision.units[id].walk()]
        return next((ids[ids.index(owner) + 1 :] for owner in self.unindented if owner in ids), [])

    def _sub(self, node: Node, unit: Unit) -> Iterator[Difference]:
        items = {item.id: item for item in unit.items}
        found = compare([(item.id, item.place) for item in node.items], list(items), node.place)
        yield from _with_a_level_lost(list(found.differences), [items[id] for id in items if id not in found.both])
        for id, at in found.both.items():
            yield from self._sub(_meant(node.items[at], node.items, items[id]), items[id])

    def _uneven(self, found: list[Node]) -> frozenset[str]:
        """Parts where it is unknown which preambular clause is which, as they have no labels."""
        return frozenset(
            part.id
            for part in self.decision.body.walk()
            if len(part.preamble) != sum(node.part == part.id and _is_clause(node) for node in found)
            or any(node.orphan and node.part == part.id for node in found)
        )

    @cached_property
    def shared(self) -> frozenset[str]:
        """Units whose words may be compared with the record's: in both, and surely the same one.

        Of a unit with bullets it is unknown which of its words are its own.
        """
        units: set[str] = set()
        if not self.regular:
            return frozenset()
        mine = part_of(self.decision)
        uneven = self._uneven(self.all)
        for id, index in self.compared.both.items():
            if mine[id] in self.parts and not (mine[id] in uneven and _is_clause(self.clauses[index])):
                units |= {node.id for node in _walk(self.clauses[index]) if not any(map(is_bullet, node.items))}
        return frozenset(units & self.decision.units.keys())


def is_bullet(node: Node) -> bool:
    """Whether a node is a line of a list without labels, which no address has."""
    return node.id.endswith(BULLET)


def _label(id: str) -> str:
    return id.rpartition("-")[2]


def _meant(node: Node, among: list[Node], unit: Unit) -> Node:
    """Of a label that stands twice, the one that has the sub-paragraphs."""
    if node.items or not unit.items:
        return node
    return next((one for one in among if one.id == node.id and one.items), node)


def _with_a_level_lost(found: list[Difference], absent: list[Unit]) -> list[Difference]:
    """Where (a) is missing, its (i) and (ii) seem to lie under the paragraph: one difference, at the first of them."""
    for unit in absent:
        labels = [item.label for item in unit.items]
        theirs = [
            one for one in found if one.expected in ("", unit.id) and one.kind in EXTRA and _label(one.id) in labels
        ]
        if theirs:
            left = [one for one in found if one not in theirs and one.id != unit.id]
            found = [Difference(Kind.MISSING, unit.id, theirs[0].place, theirs[0].after), *left]
    return found


def _told_once(found: list[Difference]) -> list[Difference]:
    """`(i)` is a letter or a Roman numeral by what stands before it: where (h) is missing it is not told as well."""
    missing = {_label(one.id): one for one in found if one.kind is Kind.MISSING}
    added = {_label(one.id): one for one in found if one.kind is Kind.ADDED and _label(one.id) in LETTERS}
    both = {label for label in missing.keys() & added.keys() if label in ROMANS}
    left = [one for one in found if one not in [some[label] for label in both for some in (missing, added)]]
    return left or [replace(added[label], expected=missing[label].id) for label in sorted(both)]


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for item in node.items:
        yield from _walk(item)


def _is_clause(node: Node) -> bool:
    """Whether a top-level node is a clause without a label, known by its position only."""
    return node.heading is None and node.id.removeprefix(f"{node.part}-").startswith("pre-")


def _renumbered(node: Node, less: int) -> Node:
    if not less:
        return node
    head, _, number = node.id.rpartition("-")
    return _renamed(node, node.id, f"{head}-{int(number) - less}")


def _renamed(node: Node, old: str, new: str) -> Node:
    items = [_renamed(item, old, new) for item in node.items]
    return Node(new + node.id.removeprefix(old), node.place, node.part, items)
