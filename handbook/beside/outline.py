"""What stands where: the order that the record gives a page, and the order that a page has. Nothing is judged here.

A page is looked at only where its front matter and its file name agree on what it is: a slip there is one finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.changes import Drafted
from handbook.model.corpus import Corpus
from handbook.model.decision import Decision, Part, Section, Unit
from handbook.model.plan import Plan
from handbook.model.prose import Clause, Heading, Page
from handbook.model.record import Record, TextPage
from handbook.targets.paths import prose_name

# --- which pages -----------------------------------------------------------------------------------------------------


def subjects(record: Record) -> Iterator[tuple[str, str]]:
    """What a language whose prose is complete has pages of, as kind and id."""
    yield from (("decision", decision.id) for decision in record.decisions.values() if _has_words(decision))
    for plan in record.plans:
        if any(goal.published and plan in goal.plans for goal in record.goals):
            yield "plan", plan
    yield from (("draft", plan) for plan in record.drafts if plan in record.plans)
    yield from (("page", page) for page in record.pages)


def _has_words(decision: Decision) -> bool:
    """Of a decision that is not published, the record may hold a table or a footnote all the same."""
    return decision.published or bool(decision.units or decision.footnotes or decision.tables)


def decision_pages(corpus: Corpus) -> Iterator[tuple[Page, Decision]]:
    """Every page of a decision that the record knows."""
    for page in corpus.pages.values():
        kind, id = page.subject
        if kind == "decision" and id in corpus.record.decisions and page.name == prose_name(kind, id):
            yield page, corpus.record.decisions[id]


def plan_pages(corpus: Corpus) -> Iterator[tuple[Page, Plan]]:
    """Every page of a plan that the record knows."""
    for page in corpus.pages.values():
        kind, id = page.subject
        if kind == "plan" and id in corpus.record.plans and page.name == prose_name(kind, id):
            yield page, corpus.record.plans[id]


def draft_pages(corpus: Corpus) -> Iterator[tuple[Page, Drafted]]:
    """Every page about a plan's draft that the record knows."""
    for page in corpus.pages.values():
        kind, id = page.subject
        if kind == "draft" and id in corpus.record.drafts and page.name == prose_name(kind, id):
            yield page, corpus.record.drafts[id]


def text_pages(corpus: Corpus) -> Iterator[tuple[Page, TextPage]]:
    """Every page about the handbook that the record knows."""
    for page in corpus.pages.values():
        kind, id = page.subject
        if kind == "page" and id in corpus.record.pages and page.name == prose_name(kind, id):
            yield page, corpus.record.pages[id]


def misread(corpus: Corpus, path: str, *codes: Code) -> bool:
    """Whether reading the file found something wrong, of these codes if any are given: what follows is not reported."""
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


#: Ends the id of a line without a label.
BULLET = "-None"
#: The id of text that no unit has.
NO_UNIT = "?"


@dataclass(frozen=True)
class Node:
    """A heading, or a clause with the sub-paragraphs under it, as it is compared with the record."""

    id: str
    place: Place
    part: str
    items: list[Node] = field(default_factory=list)
    heading: Heading | None = None
    orphan: bool = False


def nodes(page: Page) -> list[Node]:
    """The headings, clauses and paragraphs of a decision page, in its order.

    Sub-paragraphs under no paragraph are orphans: those that follow each other are one node.
    """
    outline: list[Node] = []
    part = ""
    for block in page.blocks:
        if isinstance(block, Heading):
            part = block.address if block.level == 1 else part
            outline.append(Node(block.address, block.place, part, heading=block))
        elif isinstance(block, Clause):
            orphan = not block.address and block.kind != "plain"
            if not (orphan and outline and outline[-1].orphan):
                outline.append(_node(block, block.address or NO_UNIT, part, orphan))
    return outline


def _node(clause: Clause, id: str, part: str, orphan: bool = False) -> Node:
    """Bullets under one unit share an id, as nothing tells them apart."""
    items = clause.items if clause.address else ()
    return Node(
        id,
        clause.place,
        part,
        [_node(item, f"{id}{BULLET}" if item.label is None else f"{id}-{item.label}", part) for item in items],
        orphan=orphan,
    )
