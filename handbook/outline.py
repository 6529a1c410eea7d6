"""What stands where: the order that the record gives a page, and the order that a page has. Nothing is judged here.

A page is looked at only where its front matter and its file name agree on what it is: a slip there is told once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.finding import Place
from handbook.model import Clause, Corpus, Decision, Heading, Page, Part, Plan, Section, Unit
from handbook.positions import is_regular
from handbook.references import slug
from handbook.sequence import Comparison, Difference, Kind, compare

# --- which pages -----------------------------------------------------------------------------------------------------


def page_name(kind: str, id: str) -> str:
    """Path of a subject's file inside a language's folder, without `.md`."""
    return f"decisions/{slug(id)}" if kind == "decision" else f"plans/{slug(id)}"


def decision_pages(corpus: Corpus) -> Iterator[tuple[Page, Decision]]:
    """Every page of a decision that the record knows."""
    for page in corpus.pages.values():
        kind, id = page.subject
        if kind == "decision" and id in corpus.record.decisions and page.name == page_name(kind, id):
            yield page, corpus.record.decisions[id]


def plan_pages(corpus: Corpus) -> Iterator[tuple[Page, Plan]]:
    """Every page of a plan that the record knows."""
    for page in corpus.pages.values():
        kind, id = page.subject
        if kind == "plan" and id in corpus.record.plans and page.name == page_name(kind, id):
            yield page, corpus.record.plans[id]


def misread(corpus: Corpus, path: str, *codes: str) -> bool:
    """Whether reading the file found something wrong, of these codes if any are given: what follows is no news."""
    return any(one.place.path == path and (not codes or one.code in codes) for one in corpus.findings)


# --- a decision in the record ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Title:
    """A heading that the record asks for: of a part or a section. `written` is its line on a page."""

    id: str
    level: int
    written: str


def titles(decision: Decision) -> dict[str, Title]:
    """Headings by id, in the order of the page."""
    out: dict[str, Title] = {}
    for part in decision.body.walk():
        if part.id:
            out[part.id] = Title(part.id, 1, f"# {part.id}")
        for section in part.sections:
            level = 2 + len(_above(section, part))
            own = section.id.removeprefix(f"{part.id}-" if part.id else "").removeprefix("sec-")
            out[section.id] = Title(section.id, level, f"{'#' * level} {own}")
    return out


def _above(section: Section, part: Part) -> list[str]:
    """The sections that a section lies in, nearest first; each once, whatever the record says."""
    parents = {one.id: one.parent for one in part.sections}
    out: list[str] = []
    parent = section.parent
    while parent and parent in parents and parent not in out:
        out.append(parent)
        parent = parents[parent]
    return out


def order(decision: Decision) -> list[str]:
    """Ids of headings, clauses and paragraphs as a page should have them, without sub-paragraphs."""
    out = []
    for part in decision.body.walk():
        if part.id:
            out.append(part.id)
        known = [section.id for section in part.sections]
        lies = {**_sections_of(part.preamble, known), **_sections_of(part.paragraphs, known)}
        for section in (None, *known):
            out += [section] if section else []
            out += [unit for unit, own in lies.items() if own == section]
    return out


def _sections_of(units: tuple[Unit, ...], known: list[str]) -> dict[str, str | None]:
    """The section of each unit; one that the part does not have is taken for that of the next unit."""
    out: dict[str, str | None] = {}
    following = None
    for unit in reversed(units):
        following = unit.section if unit.section is None or unit.section in known else following
        out[unit.id] = following
    return dict(reversed(out.items()))


def part_of(decision: Decision) -> dict[str, str]:
    """The part of each clause and paragraph; '' is the decision itself."""
    return {unit.id: part.id for part in decision.body.walk() for unit in (*part.preamble, *part.paragraphs)}


def preambular(decision: Decision) -> frozenset[str]:
    """Ids of preambular clauses and what is under them."""
    return frozenset(unit.id for part in decision.body.walk() for clause in part.preamble for unit in clause.walk())


# --- a decision on a page --------------------------------------------------------------------------------------------


#: How the parser ends the id of a line without a label.
BULLET = "-None"


@dataclass(frozen=True)
class Node:
    """A heading, or a clause with the sub-paragraphs under it. Text that no unit has is `?`."""

    id: str
    place: Place
    part: str
    items: list[Node] = field(default_factory=list)
    heading: Heading | None = None


def nodes(page: Page) -> list[Node]:
    """The headings, clauses and paragraphs of a decision page, in its order."""
    headings = {block.place: block for block in page.blocks if isinstance(block, Heading)}
    out: list[Node] = []
    above: list[Node] = []
    part = ""
    for id, place in page.order:
        heading = headings.get(place)
        if heading:
            part = id if heading.level == 1 else part
            above = []
        while above and not id.startswith(f"{above[-1].id}-"):
            above.pop()
        node = Node(id, place, part, heading=heading)
        (above[-1].items if above else out).append(node)
        if not heading:
            above.append(node)
    return out


def readings(corpus: Corpus) -> Iterator[Reading]:
    """Every decision page beside its record, where the record's own ids are right."""
    regular = {id: is_regular(decision) for id, decision in corpus.record.decisions.items()}
    for page, decision in decision_pages(corpus):
        if regular[decision.id]:
            yield Reading(page, decision)


@dataclass(frozen=True)
class Reading:
    """A decision page beside its record."""

    page: Page
    decision: Decision

    @cached_property
    def all(self) -> list[Node]:
        return nodes(self.page)

    @cached_property
    def unindented(self) -> Mapping[str, Node]:
        """Units whose closing words start at the margin, so that they look like a clause of their own: unit → words."""
        out = {}
        for node, following in zip(self.all, self.all[1:], strict=False):
            own = self.page.units.get(following.id)
            plain = following.id == "?" or (own is not None and _is_clause(following))
            if node.heading or following.heading or not plain or not node.items:
                continue
            owner = next((one for one in reversed(list(_walk(node))) if self._lacks_tail(one)), None)
            if owner:
                out[owner.id] = following
        return out

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
                less[node.part] = less.get(node.part, 0) + (node.id != "?")
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
        lost = self._behind(id)
        for one in self._sub(self.clauses[self.compared.both[id]], self.decision.units[id]):
            if not (one.kind is Kind.MISSING and one.id in lost):
                yield one

    def _behind(self, id: str) -> list[str]:
        """What comes after closing words at the margin: the page gives it to those, and it only seems to be missing."""
        ids = [unit.id for unit in self.decision.units[id].walk()]
        return next((ids[ids.index(owner) + 1 :] for owner in self.unindented if owner in ids), [])

    def _sub(self, node: Node, unit: Unit) -> Iterator[Difference]:
        items = {item.id: item for item in unit.items}
        found = compare([(item.id, item.place) for item in node.items], list(items), node.place)
        yield from found.differences
        for id, at in found.both.items():
            yield from self._sub(node.items[at], items[id])

    @cached_property
    def shared(self) -> frozenset[str]:
        """Units whose words may be compared with the record's: in both, and surely the same one.

        Preambular clauses have no labels: where their number differs, nobody can tell which is which. Of a unit with
        bullets nobody can tell which of its words are its own.
        """
        out: set[str] = set()
        if not is_regular(self.decision):
            return frozenset()
        mine = part_of(self.decision)
        uneven = {
            part.id
            for part in self.decision.body.walk()
            if len(part.preamble) != sum(node.part == part.id and _is_clause(node) for node in self.all)
        }
        for id, at in self.compared.both.items():
            if mine[id] in self.parts and not (mine[id] in uneven and _is_clause(self.clauses[at])):
                out |= {node.id for node in _walk(self.clauses[at]) if not any(map(is_bullet, node.items))}
        return frozenset(out & self.decision.units.keys())


def is_bullet(node: Node) -> bool:
    """Whether a node is a line of a list without labels, which no address has."""
    return node.id.endswith(BULLET)


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


# --- a plan on a page ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cell:
    """A column's heading under a goal, and the lines in it, each as label or bullet."""

    heading: Heading
    clauses: list[Clause] = field(default_factory=list)


@dataclass(frozen=True)
class GoalText:
    """A goal's heading, whether a wording stands under it, and its columns."""

    heading: Heading
    cells: list[Cell] = field(default_factory=list)
    wording: list[Clause] = field(default_factory=list)


def goals(page: Page) -> list[GoalText]:
    """The goals of a plan page in its order. What stands before the first one is left out."""
    out: list[GoalText] = []
    for block in page.blocks:
        if isinstance(block, Heading):
            if block.level == 2:
                out.append(GoalText(block))
            elif out:
                out[-1].cells.append(Cell(block))
        elif isinstance(block, Clause) and out:
            cells = out[-1].cells
            (cells[-1].clauses if cells else out[-1].wording).append(block)
    return out
