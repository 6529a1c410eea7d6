"""From draft to decision: what a meeting made of each part of a plan's draft. Facts alone; their words are prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handbook.findings.finding import Place
from handbook.targets.addresses import column_part, drafted_anchor, goal_anchor, item_anchor

#: What became of a part: the same words; the same words under another label; other words; put in; taken out; the
#: published text has lost the place.
CHANGES = ("kept", "moved", "reworded", "added", "dropped", "unknown")

#: What became of a bracket of the draft: it is gone and its words stand; gone with its words; one of several
#: alternatives that was taken, or was not; other words stand in its place; its words are a part of their own; the sign
#: was left standing; the published text has lost the place.
FATES = ("lifted", "dropped", "chosen", "passed_over", "replaced", "parted", "printed", "unknown")

#: The groups of a draft before its goals: heads of columns, the text of the decision, that of its annex.
COLUMNS, DECISION, ANNEX = GROUPS = ("columns", "decision", "annex")


@dataclass(frozen=True)
class Bracket:
    """A bracket of the draft. `through` is the item of the draft in which one ends that holds several, `into` the
    record's item that its words became; one that is `unpaired` has no other half.
    """

    fate: str
    through: str
    into: str
    unpaired: bool
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Change:
    """One part of the draft, or of the decision, or of both. `draft` and `item` are its ids there, empty where it is
    not.

    `group` is one of `GROUPS` or a goal's id; `column` that of an item, empty for a goal's wording, whose ids are the
    goal's. `caption` is what became of the caption under a column's head.
    """

    group: str
    column: str
    draft: str
    item: str
    change: str
    caption: str
    brackets: tuple[Bracket, ...]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    @property
    def anchor(self) -> str:
        """Its address on the page: that of the record's part, or that of the draft's with `draft-` before it."""
        return self.item_anchor or drafted_anchor(self.draft_anchor)

    @property
    def item_anchor(self) -> str:
        """Where the record's part stands: `a-5-indicators-b`, `annex-p4`; empty where it has none."""
        return self.anchor_of(self.item)

    @property
    def draft_anchor(self) -> str:
        """Where the draft's part stood, in the same form."""
        return self.anchor_of(self.draft)

    def anchor_of(self, id: str) -> str:
        """The address of another part of the same cell or text."""
        if not id or self.group in (DECISION, ANNEX):
            return id
        if self.group == COLUMNS:
            return column_part(id)
        if not self.column:
            return goal_anchor(id)
        part = id.removeprefix(f"{self.group}.").removeprefix(f"{self.column}-")
        return item_anchor(self.group, self.column, part)

    @property
    def is_elsewhere(self) -> bool:
        """Whether it stands in the decision under another label than in the draft."""
        return bool(self.draft and self.item and self.draft != self.item)


@dataclass(frozen=True)
class Drafted:
    """A plan's draft: `goals` in its order, `changes` in the order of columns, decision, annex and goals."""

    plan: str
    goals: tuple[tuple[str, Place], ...]
    changes: tuple[Change, ...]
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    def group(self, *groups: str) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.group in groups)

    @property
    def columns_dropped(self) -> tuple[str, ...]:
        return tuple(change.draft for change in self.group(COLUMNS) if change.change == "dropped")

    def needs_words(self, change: Change) -> bool:
        """Whether our words tell of it: not where the same words stand, nor where the published text lost them, nor in
        a column that is gone whole.
        """
        if change.change == "unknown" or change.column in self.columns_dropped:
            return False
        return change.change in ("reworded", "added", "dropped") or bool(change.brackets)


def counted(changes: Iterable[Change]) -> dict[str, int]:
    """How many parts met each kind of change, in the order of `CHANGES`; what none met is left out."""
    found = Counter(change.change for change in changes)
    return {kind: found[kind] for kind in CHANGES if found[kind]}


def fates(changes: Iterable[Change]) -> dict[str, int]:
    """The same of brackets, in the order of `FATES`."""
    found = Counter(bracket.fate for change in changes for bracket in change.brackets)
    return {fate: found[fate] for fate in FATES if found[fate]}
