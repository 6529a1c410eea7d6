"""What is the same in every language, as frozen values: decisions, plans, tables, Parties, instruments, errata.

`place` is where a thing begins, `places` where the values of its keys stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from handbook.findings.finding import Place
from handbook.model.changes import Drafted
from handbook.targets.addresses import slug
from handbook.targets.grammar import Target


@dataclass(frozen=True)
class Reference:
    """A citation and where it stands."""

    target: Target
    place: Place


@dataclass(frozen=True)
class Act:
    """What the meeting does in a paragraph: the verb's id, `also` or `further`, whom it addresses, and by when.

    `by` says who is to act in the end, where that is another than the addressee, who passes it on. `due` holds ISO
    dates, `meeting:<id>` or `event:<id>`.
    """

    act: str
    also: str | None
    to: tuple[str, ...]
    by: tuple[str, ...]
    due: tuple[str, ...]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Unit:
    """A preambular clause, paragraph or sub-paragraph. `id` is its address in the page; `label` its neutral label.

    `due` is set where a sub-paragraph has an occasion of its own that its paragraph's act does not have.
    """

    id: str
    label: str
    kind: str
    place: Place
    acts: tuple[Act, ...] = ()
    references: tuple[Reference, ...] = ()
    items: tuple[Unit, ...] = ()
    run_in: bool = False
    tail: bool = False
    section: str | None = None
    due: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def walk(self) -> Iterator[Unit]:
        """This unit, then everything under it, in order."""
        yield self
        for item in self.items:
            yield from item.walk()


@dataclass(frozen=True)
class Section:
    id: str
    label: str | None
    parent: str | None
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Footnote:
    """`n` is a number or `*`; `at` the unit, column or row that carries the mark."""

    id: str
    n: str
    at: str
    cites: tuple[Reference, ...]
    place: Place

    @property
    def mark(self) -> str:
        """As written between `[^` and `]`."""
        return self.id.removeprefix("fn-")


@dataclass(frozen=True)
class Part:
    """The body of a decision, an annex or an appendix: what one sequence of paragraph numbers runs through."""

    id: str
    place: Place
    preamble: tuple[Unit, ...] = ()
    sections: tuple[Section, ...] = ()
    paragraphs: tuple[Unit, ...] = ()
    parts: tuple[Part, ...] = ()

    def walk(self) -> Iterator[Part]:
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True)
class Decision:
    id: str
    symbol: str
    meeting: str
    part: str
    page: int
    articles: tuple[Reference, ...]
    published: bool
    opening: str
    body: Part
    footnotes: tuple[Footnote, ...]
    tables: tuple[str, ...]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    @cached_property
    def units(self) -> dict[str, Unit]:
        """Every clause, paragraph and sub-paragraph by id, in the order of the page."""
        return {
            unit.id: unit
            for part in self.body.walk()
            for top in (*part.preamble, *part.paragraphs)
            for unit in top.walk()
        }

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id that the decision's page can be addressed by."""
        return frozenset(
            (
                "opening",
                *self.units,
                *(note.id for note in self.footnotes),
                *self.tables,
                *(part.id for part in self.body.walk() if part.id),
                *(section.id for part in self.body.walk() for section in part.sections),
            )
        )


@dataclass(frozen=True)
class Item:
    """An item of a plan cell. `part` is what its address adds to the goal's and the column's."""

    id: str
    label: str | None
    kind: str
    source: str
    references: tuple[Reference, ...]
    part: str
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class PlanGoal:
    """One goal in one plan: items by column."""

    goal: str
    plan: str
    source: str
    references: tuple[Reference, ...]
    cells: Mapping[str, tuple[Item, ...]]
    place: Place

    @property
    def sources(self) -> str:
        """`booklet`, `draft`, or `mixed` where the items differ."""
        found = {item.source for items in self.cells.values() for item in items}
        return found.pop() if len(found) == 1 else "mixed" if found else self.source


@dataclass(frozen=True)
class Goal:
    """A goal that all plans of an adoption share. `id` is its printed number, which another meeting's goals may have
    too; `meeting` that of the adoption.
    """

    id: str
    area: str
    published: bool
    plans: Mapping[str, PlanGoal]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    meeting: str = ""

    @property
    def label(self) -> str:
        """What it is called among the goals of all meetings: `A.1`, `CP-11/A.1`."""
        return goal_label(self.meeting, self.id)

    @property
    def name(self) -> str:
        """The key of its words in names.yaml."""
        return f"goal.{of_meeting(self.meeting, self.id)}"


def goal_label(meeting: str, goals: str) -> str:
    """What readers call a goal, or a range of them, that a later meeting adopted."""
    return f"{meeting.upper()}/{goals}" if meeting else goals


def of_meeting(meeting: str, id: str) -> str:
    """The id of a plan, an area or a goal among those of all meetings: `A.1`, `cp-11.A.1`."""
    return f"{meeting}.{id}" if meeting else id


@dataclass(frozen=True)
class Plan:
    """A plan that a decision adopted. The id of one that a later meeting adopted names it: `cp-11.action_plan`."""

    id: str
    decision: str
    columns: tuple[str, ...]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    meeting: str = ""

    @property
    def cited(self) -> str:
        """As targets write it: `cp-11.action-plan`."""
        return self.id.replace("_", "-")

    @property
    def slug(self) -> str:
        """As it stands in addresses: `cp-11-action-plan`."""
        return slug(self.id)


@dataclass(frozen=True)
class Adoption:
    """Plans that a meeting adopted together: they have the same areas and goals.

    `meeting` is empty for the first, whose plans and goals were alone when they were published: names and addresses of
    theirs are without a meeting, while those of every later adoption carry it. `goals` are by their printed numbers.
    """

    meeting: str
    plans: Mapping[str, Plan]
    areas: tuple[str, ...]
    goals: Mapping[str, Goal]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def area_name(self, area: str) -> str:
        """The key of an area's words in names.yaml."""
        return f"area.{of_meeting(self.meeting, area)}"

    def in_area(self, area: str) -> tuple[Goal, ...]:
        return tuple(goal for goal in self.goals.values() if goal.area == area)


@dataclass(frozen=True)
class Column:
    """A column of a table. `sum` names the columns that it adds up."""

    id: str
    type: str
    place: Place
    sum: tuple[str, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Share:
    """So many per cent of another line of the same table."""

    of: str
    percent: str
    place: Place


@dataclass(frozen=True)
class Row:
    """A row of figures: of a Party, or a line of a budget.

    A line has its printed `label` (A, II), the key of its words, and what it is made of: the lines that it adds up, the
    share it is of another one, and the line of another table (`table-1a/total`) that has the same figures. One without
    figures is a heading. `places` are those of the figures.
    """

    id: str
    figures: Mapping[str, str]
    places: Mapping[str, Place]
    place: Place
    label: str | None = None
    line: str = ""
    sum: tuple[str, ...] = ()
    share: Share | None = None
    same: str | None = None
    keys: Mapping[str, Place] = field(default_factory=dict, compare=False)

    @property
    def name(self) -> str:
        """The key of a line's words in names.yaml; a line without a letter has them by its id."""
        return f"line.{self.line or self.id.replace('-', '_')}"


@dataclass(frozen=True)
class Table:
    """A table of figures. `id` is `CP-10/1#table-2`; figures are plain decimal strings as printed, without
    separators, in units of the currency or, by `unit`, in thousands. `kind` is scale or budget.
    """

    id: str
    kind: str
    label: str
    page: int
    currency: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    totals: Mapping[str, str]
    total_places: Mapping[str, Place]
    rule: Mapping[str, str]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    unit: str = ""

    @property
    def figure_columns(self) -> tuple[Column, ...]:
        return tuple(column for column in self.columns if column.type not in ("party", "line"))

    def row(self, id: str) -> Row | None:
        return next((row for row in self.rows if row.id == id), None)

    def row_anchor(self, row: Row) -> str:
        """The address of a row in the decision's page."""
        return f"{self.anchor}-{row.id.lower()}"

    @property
    def decision(self) -> str:
        return self.id.partition("#")[0]

    @property
    def anchor(self) -> str:
        return self.id.partition("#")[2]


@dataclass(frozen=True)
class Party:
    id: str
    ldc: bool
    place: Place


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


#: What a slip is of: a reference; a number, sum or share; the name of a body, plan or text; a word too many, too few or
#: wrong; a mark or bracket; something that ought to stand there and does not.
ERRATUM_KINDS = ("citation", "figure", "name", "word", "punctuation", "missing")


#: How sure it is what is meant.
SURENESS = ("certain", "likely", "unknown")


#: Parts of the published volume that belong to no decision.
FRONT = ("foreword", "contents")


@dataclass(frozen=True)
class Erratum:
    """A slip of the published text. `at` is a decision and what is in it (`CP-1/2#p3`), or one of `FRONT`, with the
    meeting before it if that is not the first (`cp-11#contents`).
    """

    id: str
    at: str
    kind: str
    printed: str
    meant: Reference | None
    sure: str
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    @property
    def front(self) -> str:
        """The part of a volume that it stands in, empty for a decision."""
        part = self.at.rpartition("#")[2]
        return part if part in FRONT else ""

    @property
    def whole(self) -> str:
        """The decision that it stands in; for the front of a volume the meeting, empty for the first."""
        return self.at.partition("#")[0] if self.at != self.front else ""


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
            adoptions=tuple(one for one in self.adoptions if self.meeting_of(one) == meeting),
            tables={id: table for id, table in self.tables.items() if table.decision in own},
            errata=tuple(one for one in self.errata if one.whole in own or (one.front and one.whole == front)),
        )

    def plan_cited(self, written: str) -> Plan | None:
        """The plan that a target names."""
        return next((plan for plan in self.plans.values() if plan.cited == written), None)
