"""What is the same in every language, as frozen values: the whole record, and the small things in it.

`place` is where a thing begins, `places` where the values of its keys stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from handbook.findings.finding import Place
from handbook.model.changes import Drafted
from handbook.model.decision import Decision
from handbook.model.erratum import Erratum
from handbook.model.plan import Adoption, Goal, Plan
from handbook.model.reference import Reference
from handbook.model.table import Table
from handbook.targets.grammar import Target


@dataclass(frozen=True)
class Party:
    """A Party to the Protocol, and whether it is a least developed country. `since` is the first meeting of the record
    that it took part in, empty for all; `ldc_until` the first at which it was no such country any more.
    """

    id: str
    ldc: bool
    place: Place
    since: str = ""
    ldc_until: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Article:
    """An article or annex of an instrument. `paragraphs` is None where the count is not sure, 0 for unnumbered text."""

    paragraphs: int | None
    letters: Mapping[int, str]
    place: Place


@dataclass(frozen=True)
class Outside:
    """A target that the handbook does not hold, with the parts that may be cited."""

    target: Target
    year: str | None
    parts: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class MeetingPart:
    id: str
    first: str
    last: str


@dataclass(frozen=True)
class TextPage:
    """A page about the handbook: its id, which is its address, and the ids of its sections, in order."""

    id: str
    sections: tuple[str, ...]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Term:
    """A term of the glossary. `key` is what Chinese sorts it by; `defined` the provision that says what it means, if
    one does. Its names are in names.yaml: `term_forms`.
    """

    id: str
    group: str
    key: str
    defined: Reference | None
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Record:
    """Everything that is the same in every language."""

    meetings: Mapping[str, tuple[MeetingPart, ...]]
    decisions: Mapping[str, Decision]
    adoptions: tuple[Adoption, ...]
    tables: Mapping[str, Table]
    parties: Mapping[str, Party]
    instruments: Mapping[str, Mapping[str, Article]]
    outside: Mapping[Target, Outside]
    errata: tuple[Erratum, ...]
    acts: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
    prose: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    pages: Mapping[str, TextPage] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    #: Plans of which a draft is known.
    drafts: Mapping[str, Drafted] = field(default_factory=dict)
    #: Names that stand in Latin letters in every language.
    latin: tuple[str, ...] = ()

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """The plans of all meetings by id."""
        return {plan.id: plan for adoption in self.adoptions for plan in adoption.plans.values()}

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals of all meetings."""
        return tuple(goal for adoption in self.adoptions for goal in adoption.goals.values())

    def adoption_of(self, meeting: str) -> Adoption:
        """What was adopted at the meeting of a plan or a goal."""
        return next(adoption for adoption in self.adoptions if adoption.meeting == meeting)

    def meeting_of(self, adoption: Adoption) -> str:
        """The meeting that adopted it: of the first adoption, that of the first plan's decision."""
        decisions = (self.decisions.get(plan.decision) for plan in adoption.plans.values())
        return adoption.meeting or next((decision.meeting for decision in decisions if decision), "")

    def goals_of(self, plan: str) -> Mapping[str, Goal]:
        """The goals of a plan's adoption by their printed numbers; none of a plan that the record does not have."""
        return self.adoption_of(self.plans[plan].meeting).goals if plan in self.plans else {}

    def parties_of(self, table: Table) -> Mapping[str, Party]:
        """The Parties at the meeting that took a table's decision, as they were then."""
        decision = self.decisions.get(table.decision)
        held = [*self.meetings]
        if decision and decision.meeting in held:
            held = held[: held.index(decision.meeting) + 1]
        return {
            id: replace(party, ldc=party.ldc and party.ldc_until not in held)
            for id, party in self.parties.items()
            if party.since in ("", *held)
        }

    def holds_meeting(self, target: Target) -> bool:
        """Whether a target is a meeting whose decisions are here."""
        return target.scheme == "meeting" and target.id in self.meetings

    def taken_at(self, meeting: str) -> Record:
        """The record of one meeting alone: its decisions, the plans that these adopted, their tables and slips."""
        if len(self.meetings) < 2:
            return self
        own = {id: decision for id, decision in self.decisions.items() if decision.meeting == meeting}
        front = "" if meeting == next(iter(self.meetings)) else meeting
        return replace(
            self,
            decisions=own,
            adoptions=tuple(adoption for adoption in self.adoptions if self.meeting_of(adoption) == meeting),
            tables={id: table for id, table in self.tables.items() if table.decision in own},
            errata=tuple(
                erratum for erratum in self.errata if erratum.whole in own or (erratum.front and erratum.whole == front)
            ),
        )

    def plan_cited(self, written: str) -> Plan | None:
        """The plan that a target names."""
        return next((plan for plan in self.plans.values() if plan.cited == written), None)
