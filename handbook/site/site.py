"""The pages of the site, their addresses, and what refers to what. Plain values from the record; nothing is rendered
here.

Every language has the same pages at the same addresses: `/<language>/<path>#<anchor>`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.beside.passages import links
from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.model.prose import Page
from handbook.model.record import FRONT, Decision, Erratum, Goal, Item, Plan, Record, Unit
from handbook.targets.addresses import DATA, FOLDERS, anchor_of, page_of, slug
from handbook.targets.grammar import INSTRUMENTS, Target
from handbook.words.citations import unit_parts
from handbook.words.terms import TermFinder, terms_of_page


@dataclass(frozen=True)
class SitePage:
    """`path` from the language's root (`decisions/cp-10-2/`, empty for the home page); `kind` chooses the template;
    `id` what it shows.
    """

    path: str
    kind: str
    id: str = ""


def decision_path(id: str) -> str:
    return f"{FOLDERS['dec']}/{slug(id)}/"


def draft_path(plan: Plan) -> str:
    """The page that tells what became of a plan's draft."""
    return f"plans/{plan.slug}/draft/"


def unit_target(decision: str, anchor: str) -> Target:
    """An address in a decision as a target: `p6-a` → `dec:CP-10/2#6/a`."""
    return Target("dec", decision, unit_parts(anchor) if anchor else ())


class Site:
    """The site of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.record: Record = corpus.record
        self._finders: dict[str, TermFinder] = {}
        self._terms: dict[str, Mapping[str, tuple[Target, ...]]] = {}
        self._uses: dict[tuple[str, ...], Mapping[str, tuple[Target, ...]]] = {}
        self._found_places: dict[tuple[str, str], Mapping[str, Target]] = {}

    @cached_property
    def citations(self) -> list[tuple[Target, Target]]:
        """Every citation of the record as (who cites, what), in the order of the record; each pair once."""
        return list(dict.fromkeys(self._citations()))

    def _citations(self) -> Iterator[tuple[Target, Target]]:
        for decision in self.record.decisions.values():
            for unit in decision.units.values():
                yield from self._of_unit(decision, unit)
            for note in decision.footnotes:
                for reference in note.cites:
                    yield unit_target(decision.id, note.id), reference.target
        for goal in self.record.goals.values():
            for plan, entry in goal.plans.items():
                where = Target("goal", f"{plan.replace('_', '-')}/{goal.id}")
                for reference in entry.references:
                    yield where, reference.target
                for column, items in entry.cells.items():
                    for item in items:
                        for reference in item.references:
                            yield Target("goal", where.id, (column, item.part)), reference.target

    @staticmethod
    def _of_unit(decision: Decision, unit: Unit) -> Iterator[tuple[Target, Target]]:
        for reference in unit.references:
            yield unit_target(decision.id, unit.id), reference.target

    @cached_property
    def backlinks(self) -> Mapping[str, Mapping[str, tuple[Target, ...]]]:
        """Page path → anchor (empty for the whole) → who refers there."""
        out: dict[str, dict[str, list[Target]]] = defaultdict(lambda: defaultdict(list))
        for source, target in (*self.citations, *self._told):
            found = out[page_of(target)][anchor_of(target)]
            if source not in found:
                found.append(source)
        return {page: {anchor: tuple(found) for anchor, found in anchors.items()} for page, anchors in out.items()}

    def in_order(self, sources: Iterable[Target]) -> list[Target]:
        """Places that cite, each once, page by page, in the order of the record."""
        return sorted(set(sources), key=self._ranks.__getitem__)

    @cached_property
    def _ranks(self) -> Mapping[Target, tuple[int, int]]:
        pages = {path: place for place, path in enumerate(self.by_path)}
        sources = dict.fromkeys(source for source, _ in (*self.citations, *self._told))
        return {source: (pages[page_of(source)], place) for place, source in enumerate(sources)}

    @cached_property
    def targets(self) -> Mapping[Target, tuple[tuple[str, ...], ...]]:
        """What lies outside the handbook and is cited or concerned: the whole → the parts that are cited, in order."""
        found: dict[Target, dict[tuple[str, ...], None]] = defaultdict(dict)
        cited: Iterable[Target] = (target for _, target in self.citations)
        decisions = self.record.decisions.values()
        concerned = (reference.target.whole for decision in decisions for reference in decision.articles)
        for target in (*cited, *concerned, *(target for _, target in self._told)):
            if target.scheme in FOLDERS and not (target.scheme == "dec" and target.id in self.record.decisions):
                found[target.whole][target.parts] = None
        order = {scheme: place for place, scheme in enumerate(FOLDERS)}
        whole = sorted(
            found, key=lambda target: (order[target.scheme], target.scheme not in INSTRUMENTS, natural(target.id))
        )
        return {
            target: tuple(sorted(filter(None, found[target]), key=lambda parts: natural("/".join(parts))))
            for target in whole
        }

    @cached_property
    def _told(self) -> list[tuple[Target, Target]]:
        """What pages about the handbook and terms of its glossary name that lies outside: it has a page too, on which
        they stand. Their links to decisions are no citations.
        """
        found: dict[tuple[Target, Target], None] = {}
        for term in self.record.terms.values():
            if term.defined:
                found[Target("page", "glossary", (term.id,)), term.defined.target] = None
        for id in self.record.pages:
            page = self.corpus.page(SOURCE, "page", id)
            for link in links(page) if page else ():
                target = link.target
                if isinstance(target, Target) and target.scheme in FOLDERS and target.id not in self.record.decisions:
                    section = link.passage.unit.rpartition("-")[0] if link.passage.unit.startswith("sec-") else ""
                    found[Target("page", id, (section,) if section else ()), target] = None
        return list(found)

    def uses(self, language: str) -> Mapping[str, tuple[Target, ...]]:
        """Term → where it is used: as the language's prose has it, or the source's where it has none. A term that is
        not found in the language's words at all has the source's places too.
        """
        subjects = [("decision", id) for id in self.record.decisions] + [("plan", id) for id in self.record.plans]
        pages = [page for kind, id in subjects if (page := self.corpus.prose(language, kind, id))]
        key = tuple(page.path for page in pages)
        if key not in self._uses:
            found: dict[str, list[Target]] = {term: [] for term in self.record.terms}
            for page in pages:
                for term, targets in self._of_page(page).items():
                    found[term] += targets
            others = self.uses(SOURCE) if any(page.language != SOURCE for page in pages) else {}
            self._uses[key] = {term: tuple(targets) or others.get(term, ()) for term, targets in found.items()}
        return self._uses[key]

    def _of_page(self, page: Page) -> Mapping[str, tuple[Target, ...]]:
        if page.path not in self._terms:
            if page.language not in self._finders:
                self._finders[page.language] = TermFinder(self.corpus.names[page.language], self.record.terms)
            places = self._places(*page.subject)
            self._terms[page.path] = {
                term: tuple(places[anchor] for anchor in anchors if anchor in places)
                for term, anchors in terms_of_page(page, self._finders[page.language]).items()
            }
        return self._terms[page.path]

    def _places(self, kind: str, id: str) -> Mapping[str, Target]:
        """Addresses of units, footnotes and items on the page of a decision or a plan → targets."""
        if (kind, id) not in self._found_places:
            self._found_places[kind, id] = self._find_places(kind, id)
        return self._found_places[kind, id]

    def _find_places(self, kind: str, id: str) -> Mapping[str, Target]:
        if kind == "decision":
            decision = self.record.decisions[id]
            anchors = (*decision.units, *(note.id for note in decision.footnotes))
            return {anchor: unit_target(id, anchor) for anchor in anchors}
        plan = self.record.plans[id]
        out = {}
        for goal in self.record.goals.values():
            if goal.published:
                whole = Target("goal", f"{plan.slug}/{goal.id}")
                out[slug(goal.id)] = whole
                for column, items in goal.plans[id].cells.items():
                    for item in items:
                        out[item_anchor(goal.id, column, item)] = Target("goal", whole.id, (column, item.part))
        return out

    def place_of(self, at: str) -> tuple[str, str, Target]:
        """Page, anchor and target of an erratum's place in a decision; an item of a plan stands on the plan's page, and
        the head of a page has no anchor.
        """
        id, _, anchor = at.partition("#")
        for plan in self.record.plans.values():
            if plan.decision == id and (target := self._places("plan", plan.id).get(anchor)):
                return f"plans/{plan.slug}/", anchor, target
        anchor = anchor.replace("/row-", "-").partition("/")[0]
        return decision_path(id), "" if anchor == "title" else anchor, unit_target(id, anchor)

    @cached_property
    def errata(self) -> Mapping[str, tuple[Erratum, ...]]:
        """Slips by the decision that they stand in, `""` for those of the volume's foreword and contents, in reading
        order: title, text, plan, tables, notes.
        """
        record = self.record
        out: dict[str, list[Erratum]] = {"": [], **{id: [] for id in record.decisions}}
        for erratum in record.errata:
            out.setdefault("" if erratum.at in FRONT else erratum.at.partition("#")[0], []).append(erratum)
        for id, found in out.items():
            ranks = {anchor: rank for rank, anchor in enumerate(self._reading_order(id))}
            found.sort(
                key=lambda erratum: ranks.get(self.place_of(erratum.at)[1], 0) if id else FRONT.index(erratum.at)
            )
        return {id: tuple(found) for id, found in out.items() if found}

    def _reading_order(self, id: str) -> Iterator[str]:
        """The anchors of a decision, and of its plan after its text."""
        decision = self.record.decisions.get(id)
        if decision is None:
            return
        yield from ("", "opening", *decision.units)
        for page in self.pages:
            if page.kind == "plan" and self.record.plans[page.id].decision == id:
                yield from self.anchors(page)
        for table_id in decision.tables:
            yield table_id
            table = self.record.tables.get(f"{id}#{table_id}")
            yield from (table.row_anchor(row) for row in table.rows) if table else ()
        yield from (note.id for note in decision.footnotes)

    @cached_property
    def pages(self) -> tuple[SitePage, ...]:
        """All pages, in the order of the menu."""
        record = self.record
        out = [SitePage("", "home"), SitePage("decisions/", "decisions")]
        out += [SitePage(decision_path(id), "decision", id) for id in record.decisions]
        out += [SitePage("plans/", "plans")]
        out += [SitePage(f"plans/{plan.slug}/", "plan", plan.id) for plan in record.plans.values()]
        out += [
            SitePage(draft_path(plan), "draft", plan.id) for plan in record.plans.values() if plan.id in record.drafts
        ]
        out += [SitePage("goals/", "goals")]
        out += [
            SitePage(f"goals/{slug(goal.id)}/", "goal", goal.id) for goal in record.goals.values() if goal.published
        ]
        out += [SitePage("indexes/", "indexes")]
        out += [SitePage(f"{kind}/", kind) for kind in ("articles", "cited", "addressees", "deadlines")]
        out += [SitePage(page_of(target), "target", str(target)) for target in self.targets]
        out += [SitePage("glossary/", "glossary")] if record.terms else []
        out += [SitePage("errata/", "errata")]
        out += [SitePage(f"{id}/", "text", id) for id in record.pages]
        return tuple(out)

    @cached_property
    def by_path(self) -> Mapping[str, SitePage]:
        return {page.path: page for page in self.pages}

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Every address that may be cited, from the language's root, sorted: pages and the anchors in them."""
        out: set[str] = set()
        for page in self.pages:
            out.add(page.path)
            out.update(f"{page.path}#{anchor}" for anchor in self.anchors(page))
        return tuple(sorted(out, key=natural))

    def anchors(self, page: SitePage) -> Iterator[str]:
        """The ids of one page that stay for ever."""
        record = self.record
        if page.kind == "decision":
            decision = record.decisions[page.id]
            yield from decision.anchors if decision.published else self._held(decision)
            yield from self._rows(decision) if decision.published else self.stubs(decision)
        elif page.kind == "plan":
            plan = record.plans[page.id]
            for goal in record.goals.values():
                if not goal.published:
                    yield from self.goal_stubs(plan, goal)
                    continue
                yield slug(goal.id)
                for column in plan.columns:
                    items = goal.plans[plan.id].cells.get(column, ())
                    yield from (item_anchor(goal.id, column, item) for item in items)
        elif page.kind == "draft":
            yield from (change.anchor for change in record.drafts[page.id].changes)
        elif page.kind == "target":
            whole = next(target for target in self.targets if str(target) == page.id)
            yield from dict.fromkeys(anchor_of(Target(whole.scheme, whole.id, parts)) for parts in self.targets[whole])
        elif page.kind == "errata":
            yield from (erratum.id for erratum in record.errata)
        elif page.kind == "text":
            yield from (f"sec-{section}" for section in record.pages[page.id].sections)
        elif page.kind == "glossary":
            yield from record.terms

    def _rows(self, decision: Decision) -> Iterator[str]:
        for table_id in decision.tables:
            table = self.record.tables.get(f"{decision.id}#{table_id}")
            if table is not None:
                yield from (table.row_anchor(row) for row in table.rows)

    def _held(self, decision: Decision) -> Iterator[str]:
        """What the page of a decision shows that is not published yet: its tables and their notes."""
        yield from (note.id for note in decision.footnotes)
        yield from decision.tables
        yield from self._rows(decision)

    def stubs(self, decision: Decision) -> tuple[str, ...]:
        """Places of a decision that is not published yet which others cite, and which its page would not have."""
        held = set(self._held(decision))
        cited = self.backlinks.get(decision_path(decision.id), {})
        return tuple(anchor for anchor in cited if anchor and anchor not in held)

    def goal_stubs(self, plan: Plan, goal: Goal) -> tuple[str, ...]:
        """The same of a goal that is not published yet, on a plan's page."""
        own = slug(goal.id)
        cited = self.backlinks.get(f"plans/{plan.slug}/", {})
        return tuple(anchor for anchor in cited if anchor == own or anchor.startswith(f"{own}-"))

    def prose_of(self, page: SitePage, language: str) -> str:
        """The language of a page's prose: its own, or the source's where its own has none. A page without prose is in
        its own.
        """
        if page.kind in ("decision", "plan", "draft"):
            subjects = [(page.kind, page.id)]
        elif page.kind == "goal":
            subjects = [("plan", plan) for plan in self.record.plans]
        elif page.kind == "text":
            subjects = [("page", page.id)]
        else:
            return language
        for kind, id in subjects:
            if self.corpus.page(language, kind, id) is None and self.corpus.page(SOURCE, kind, id) is not None:
                return SOURCE
        return language

    def link(self, target: Target) -> tuple[str, str] | None:
        """Page and anchor where a target is shown, or None where the site has no such page."""
        page = page_of(target)
        return (page, anchor_of(target)) if page in self.by_path or target.id == DATA else None


def item_anchor(goal: str, column: str, item: Item) -> str:
    return f"{slug(goal)}-{column}-{item.part}"


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that puts 2 before 10."""
    return tuple(
        (0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in re.split(r"(\d+)", text) if piece
    )
