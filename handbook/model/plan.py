"""Plans that meetings adopted, their goals, and the items of a goal in one plan, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.findings.finding import Place
from handbook.model.reference import Reference
from handbook.targets.addresses import slug


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
