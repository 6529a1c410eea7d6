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

from handbook.citations import unit_parts
from handbook.languages import SOURCE
from handbook.model import Corpus, Decision, Goal, Item, Plan, Record, Unit
from handbook.references import FOLDERS, INSTRUMENTS, Target, anchor_of, page_of, slug


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


def unit_target(decision: str, anchor: str) -> Target:
    """An address in a decision as a target: `p6-a` → `dec:CP-10/2#6/a`."""
    return Target("dec", decision, unit_parts(anchor) if anchor else ())


class Site:
    """The site of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.record: Record = corpus.record

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
        for source, target in self.citations:
            found = out[page_of(target)][anchor_of(target)]
            if source not in found:
                found.append(source)
        return {page: {anchor: tuple(found) for anchor, found in anchors.items()} for page, anchors in out.items()}

    @cached_property
    def targets(self) -> Mapping[Target, tuple[tuple[str, ...], ...]]:
        """What lies outside the handbook and is cited or concerned: the whole → the parts that are cited, in order."""
        found: dict[Target, dict[tuple[str, ...], None]] = defaultdict(dict)
        cited: Iterable[Target] = (target for _, target in self.citations)
        decisions = self.record.decisions.values()
        concerned = (reference.target.whole for decision in decisions for reference in decision.articles)
        for target in (*cited, *concerned):
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
    def pages(self) -> tuple[SitePage, ...]:
        """All pages, in the order of the menu."""
        record = self.record
        out = [SitePage("", "home"), SitePage("decisions/", "decisions")]
        out += [SitePage(decision_path(id), "decision", id) for id in record.decisions]
        out += [SitePage("plans/", "plans")]
        out += [SitePage(f"plans/{plan.slug}/", "plan", plan.id) for plan in record.plans.values()]
        out += [SitePage("goals/", "goals")]
        out += [
            SitePage(f"goals/{slug(goal.id)}/", "goal", goal.id) for goal in record.goals.values() if goal.published
        ]
        out += [SitePage("articles/", "articles")]
        out += [SitePage(page_of(target), "target", str(target)) for target in self.targets]
        out += [SitePage("errata/", "errata"), SitePage("about/", "about")]
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
        elif page.kind == "target":
            whole = next(target for target in self.targets if str(target) == page.id)
            yield from dict.fromkeys(anchor_of(Target(whole.scheme, whole.id, parts)) for parts in self.targets[whole])
        elif page.kind == "errata":
            yield from (erratum.id for erratum in record.errata)

    def _rows(self, decision: Decision) -> Iterator[str]:
        for table_id in decision.tables:
            table = self.record.tables.get(f"{decision.id}#{table_id}")
            if table is not None:
                yield from (f"{table_id}-{row.id.lower()}" for row in table.rows)

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
        if page.kind in ("decision", "plan"):
            subjects = [(page.kind, page.id)]
        elif page.kind == "goal":
            subjects = [("plan", plan) for plan in self.record.plans]
        else:
            return language
        for kind, id in subjects:
            if self.corpus.page(language, kind, id) is None and self.corpus.page(SOURCE, kind, id) is not None:
                return SOURCE
        return language

    def link(self, target: Target) -> tuple[str, str] | None:
        """Page and anchor where a target is shown, or None where the site has no such page."""
        page = page_of(target)
        return (page, anchor_of(target)) if page in self.by_path else None


def item_anchor(goal: str, column: str, item: Item) -> str:
    return f"{slug(goal)}-{column}-{item.part}"


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that puts 2 before 10."""
    return tuple(
        (0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in re.split(r"(\d+)", text) if piece
    )
