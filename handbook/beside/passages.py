"""The words of a page piece by piece, each with the unit that it belongs to, and the links in them beside the record's
references.

A bullet is a list of the translator's own making: its links are those of the unit that it stands under. Nothing is
judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.beside.outline import NO_UNIT, decision_pages, plan_pages
from handbook.beside.readings import reading_of
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.prose import Clause, Page, Span
from handbook.model.record import Record
from handbook.model.reference import Reference
from handbook.targets.addresses import anchor_of, goal_anchor, item_anchor
from handbook.targets.grammar import Target, parse_target
from handbook.targets.paths import decision_path, page_of, plan_path, subject_path


@dataclass(frozen=True)
class Passage:
    """Own words and closing words of a clause, or a footnote's text.

    `unit` is an address; a footnote's is `fn-1`, and that of words which no unit has `NO_UNIT`. `listed` are footnotes,
    bullets and cells of a plan: no sentences that a label would have to fit into.
    """

    unit: str
    spans: tuple[Span, ...]
    place: Place
    listed: bool = False
    note: bool = False

    @property
    def last_line(self) -> int:
        return max((self.place.line, *(span.place.line for span in self.spans)))


def passages(page: Page) -> Iterator[Passage]:
    """Every passage of a page, footnotes last."""
    return iter(page.once(_passages))


def _passages(page: Page) -> tuple[Passage, ...]:
    return tuple(_all_passages(page))


def _all_passages(page: Page) -> Iterator[Passage]:
    for block in page.blocks:
        if isinstance(block, Clause):
            yield from passages_of(page, block)
    seen: set[str] = set()
    for note in page.notes:
        unit = NO_UNIT if note.mark in seen else note.address
        yield Passage(unit, note.spans, note.place, listed=True, note=True)
        seen.add(note.mark)


def passages_of(page: Page, clause: Clause, above: str = "") -> Iterator[Passage]:
    """The passages of a clause and of what stands under it. `above` is the unit that it stands under, if any."""
    bullet = clause.kind == "bullet"
    in_plan = page.subject[0] == "plan"
    unit = above if bullet and above and not in_plan else clause.address or NO_UNIT
    if not above and page.units.get(unit, clause) is not clause:
        unit = NO_UNIT  # a unit that is there again
    yield Passage(unit, clause.words, clause.place, listed=bullet or (in_plan and clause.kind != "plain"))
    for item in clause.items:
        yield from passages_of(page, item, unit)


def spoiled(corpus: Corpus, passage: Passage) -> bool:
    """Whether reading found something wrong in these words: what seems to be missing there follows from that."""
    lines = range(passage.place.line, passage.last_line + 1)
    return any(one.place.path == passage.place.path and one.place.line in lines for one in corpus.findings)


# --- links ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Link:
    """A link and where it stands. `target` is a text where the target cannot be read: why."""

    span: Span
    target: Target | str
    passage: Passage


def decision_of(page: Page) -> str | None:
    """The decision that `par:` means on a page."""
    return page.subject[1] if page.subject[0] == "decision" else None


def links(page: Page) -> Iterator[Link]:
    """Every link of a page, footnotes' last."""
    return iter(page.once(_links))


def _links(page: Page) -> tuple[Link, ...]:
    return tuple(link for passage in passages(page) for link in links_of(page, passage))


def links_of(page: Page, passage: Passage) -> Iterator[Link]:
    """The links of one passage of a page."""
    decision = decision_of(page)
    for span in passage.spans:
        if span.kind == "link":
            yield Link(span, parse_target(span.target, decision), passage)


def shown(target: Target, decision: str | None) -> str:
    """A target as a source of this decision would write it: `par:8` for its own paragraph."""
    own = target.scheme == "dec" and target.id == decision and target.parts
    return f"par:{'/'.join(target.parts)}" if own else str(target)


def is_own(target: Target, page: str, unit: str) -> bool:
    """Whether a target is the unit at this address itself. A range is not: it has other members."""
    several = target.range or (target.scheme == "goal" and "-" in target.id.partition("/")[2])
    return anchor_of(target) == unit and page_of(target) == page and not several


def address(page: Page) -> str:
    """Where a page's units are shown: `decisions/cp-10-2/`."""
    return subject_path(*page.subject)


# --- the record's side ------------------------------------------------------------------------------------------------


def known_units(corpus: Corpus) -> Iterator[tuple[Page, Mapping[str, tuple[Reference, ...]]]]:
    """Each page with the record's references of what both have: units that are surely the same, footnotes, items."""
    return iter(corpus.once(_known_units))


def _known_units(corpus: Corpus) -> list[tuple[Page, Mapping[str, tuple[Reference, ...]]]]:
    out: list[tuple[Page, Mapping[str, tuple[Reference, ...]]]] = []
    for page, decision in decision_pages(corpus):
        shared = reading_of(corpus, page).shared
        units = {id: unit.references for id, unit in decision.units.items() if id in shared}
        out.append((page, units | {note.id: note.cites for note in decision.footnotes}))
    for page, plan in plan_pages(corpus):
        out.append((page, {id: found for id, found in _plan(corpus.record, plan.id).items() if id in page.units}))
    return out


def _plan(record: Record, plan: str) -> dict[str, tuple[Reference, ...]]:
    out = {}
    for goal in record.goals_of(plan).values():
        if found := goal.plans.get(plan):
            out[goal_anchor(goal.id)] = found.references
            for column, items in found.cells.items():
                out.update({item_anchor(goal.id, column, item.part): item.references for item in items})
    return out


@dataclass(frozen=True)
class Cited:
    """A reference of the record, as its source writes it, and the address of the unit that has it; '' if none has."""

    reference: Reference
    written: str
    page: str = ""
    unit: str = ""


def record_references(record: Record) -> Iterator[Cited]:
    """Every reference that the record has."""
    for decision in record.decisions.values():
        page = decision_path(decision.id)
        units = {"": decision.articles}
        units |= {unit.id: unit.references for unit in decision.units.values()}
        units |= {note.id: note.cites for note in decision.footnotes}
        for unit, references in units.items():
            yield from (Cited(reference, shown(reference.target, decision.id), page, unit) for reference in references)
    for plan in record.plans.values():
        for unit, references in _plan(record, plan.id).items():
            yield from (Cited(reference, str(reference.target), plan_path(plan.id), unit) for reference in references)
    yield from (Cited(erratum.meant, str(erratum.meant.target)) for erratum in record.errata if erratum.meant)
    yield from (Cited(term.defined, str(term.defined.target)) for term in record.terms.values() if term.defined)
