"""What cites what: read out of the record, and turned round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from handbook.beside.passages import links
from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.model.record import Record
from handbook.targets.addresses import anchor_of, natural, unit_target
from handbook.targets.grammar import INSTRUMENTS, Target
from handbook.targets.paths import FOLDERS, page_of


class CrossReferences:
    """The citations of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.record: Record = corpus.record

    @cached_property
    def citations(self) -> list[tuple[Target, Target]]:
        """Every citation of the record as (who cites, what), in the order of the record; each pair once."""
        return list(dict.fromkeys((*self._of_decisions(), *self._of_goals())))

    def _of_decisions(self) -> Iterator[tuple[Target, Target]]:
        for decision in self.record.decisions.values():
            for unit in decision.units.values():
                for reference in unit.references:
                    yield unit_target(decision.id, unit.id), reference.target
            for note in decision.footnotes:
                for reference in note.cites:
                    yield unit_target(decision.id, note.id), reference.target

    def _of_goals(self) -> Iterator[tuple[Target, Target]]:
        for goal in self.record.goals:
            for plan, entry in goal.plans.items():
                where = Target("goal", f"{self.record.plans[plan].cited}/{goal.id}")
                for reference in entry.references:
                    yield where, reference.target
                for column, items in entry.cells.items():
                    for item in items:
                        for reference in item.references:
                            yield Target("goal", where.id, (column, item.part)), reference.target

    @cached_property
    def mentions(self) -> list[tuple[Target, Target]]:
        """The same of pages about the handbook and of terms of its glossary, where they name what lies outside: it has
        a page too, on which they stand. Their links to decisions are no citations.
        """
        pairs: dict[tuple[Target, Target], None] = {}
        for term in self.record.terms.values():
            if term.defined:
                pairs[Target("page", "glossary", (term.id,)), term.defined.target] = None
        for id in self.record.pages:
            page = self.corpus.page(SOURCE, "page", id)
            for link in links(page) if page else ():
                target = link.target
                if isinstance(target, Target) and target.scheme in FOLDERS and target.id not in self.record.decisions:
                    section = link.passage.unit.rpartition("-")[0] if link.passage.unit.startswith("sec-") else ""
                    pairs[Target("page", id, (section,) if section else ()), target] = None
        return list(pairs)

    @cached_property
    def backlinks(self) -> Mapping[str, Mapping[str, tuple[Target, ...]]]:
        """Page path → anchor (empty for the whole) → who refers there."""
        out: dict[str, dict[str, list[Target]]] = defaultdict(lambda: defaultdict(list))
        for source, target in (*self.citations, *self.mentions):
            sources = out[page_of(target)][anchor_of(target)]
            if source not in sources:
                sources.append(source)
        return {page: {anchor: tuple(sources) for anchor, sources in anchors.items()} for page, anchors in out.items()}

    @cached_property
    def targets(self) -> Mapping[Target, tuple[tuple[str, ...], ...]]:
        """What lies outside the handbook and is cited or concerned: the whole → the parts that are cited, in order."""
        cited_parts: dict[Target, dict[tuple[str, ...], None]] = defaultdict(dict)
        cited: Iterable[Target] = (target for _, target in self.citations)
        decisions = self.record.decisions.values()
        concerned = (reference.target.whole for decision in decisions for reference in decision.articles)
        for target in (*cited, *concerned, *(target for _, target in self.mentions)):
            if target.scheme in FOLDERS and not (target.scheme == "dec" and target.id in self.record.decisions):
                cited_parts[target.whole][target.parts] = None
        order = {scheme: place for place, scheme in enumerate(FOLDERS)}
        whole = sorted(
            cited_parts, key=lambda target: (order[target.scheme], target.scheme not in INSTRUMENTS, natural(target.id))
        )
        return {
            target: tuple(sorted(filter(None, cited_parts[target]), key=lambda parts: natural("/".join(parts))))
            for target in whole
        }
