"""The slips of data/errata.yaml: where each of them is shown, and the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from handbook.model.erratum import FRONT, Erratum
from handbook.model.plan import Plan
from handbook.model.record import Record
from handbook.site.places import plan_places
from handbook.targets.addresses import unit_target
from handbook.targets.grammar import Target
from handbook.targets.paths import decision_path, plan_path


class Slips:
    """The slips of one record."""

    def __init__(self, record: Record) -> None:
        self.record = record

    @cached_property
    def by_place(self) -> Mapping[str, tuple[Erratum, ...]]:
        """Slips by their addresses: `CP-1/2#table-1/row-af`."""
        by_address: dict[str, tuple[Erratum, ...]] = {}
        for erratum in self.record.errata:
            by_address[erratum.address] = (*by_address.get(erratum.address, ()), erratum)
        return by_address

    @cached_property
    def by_decision(self) -> Mapping[str, tuple[Erratum, ...]]:
        """Slips by the decision that they stand in, in reading order: title, text, plan, tables, notes. Those of a
        volume's foreword and contents come first, by the meeting; by `""` for the first meeting.
        """
        fronts = ("", *self.record.meetings)
        by_decision: dict[str, list[Erratum]] = {id: [] for id in (*fronts, *self.record.decisions)}
        for erratum in self.record.errata:
            by_decision.setdefault(erratum.whole, []).append(erratum)
        for id, slips in by_decision.items():
            if id in fronts:
                slips.sort(key=lambda erratum: FRONT.index(erratum.front))
                continue
            ranks = {anchor: rank for rank, anchor in enumerate(self._reading_order(id))}
            slips.sort(key=lambda erratum: ranks.get(self.place_of(erratum.address)[1], 0))
        return {id: tuple(slips) for id, slips in by_decision.items() if slips}

    def _reading_order(self, id: str) -> Iterator[str]:
        """The anchors of a decision, and of its plan after its text."""
        decision = self.record.decisions.get(id)
        if decision is None:
            return
        yield from ("", "opening", *decision.units)
        for _, places in self._plans.get(id, ()):
            yield from places
        for table_id in decision.tables:
            yield table_id
            table = self.record.tables.get(f"{id}#{table_id}")
            yield from (table.row_anchor(row) for row in table.rows) if table else ()
        yield from (note.id for note in decision.footnotes)

    def place_of(self, address: str) -> tuple[str, str, Target]:
        """Page, anchor and target of a slip's place in a decision; an item of a plan stands on the plan's page, and
        the head of a page has no anchor.
        """
        id, _, anchor = address.partition("#")
        for plan, places in self._plans.get(id, ()):
            if target := places.get(anchor):
                return plan_path(plan.id), anchor, target
        anchor = anchor.replace("/row-", "-").partition("/")[0]
        return decision_path(id), "" if anchor == "title" else anchor, unit_target(id, anchor)

    @cached_property
    def _plans(self) -> Mapping[str, tuple[tuple[Plan, Mapping[str, Target]], ...]]:
        """Decision → its plans, with the addresses in them."""
        out: dict[str, tuple[tuple[Plan, Mapping[str, Target]], ...]] = {}
        for plan in self.record.plans.values():
            out[plan.decision] = (*out.get(plan.decision, ()), (plan, plan_places(self.record, plan)))
        return out
