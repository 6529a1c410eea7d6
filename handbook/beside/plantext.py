"""What stands where on the page of a plan: goals, their wordings, columns and lines. Nothing is judged here.

A heading that is missing or stands twice must not make everything below it wrong, so texts are put where they would
belong without that one defect.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.findings.finding import Place
from handbook.model.plan import Item, Plan
from handbook.model.prose import Clause, Heading, Page
from handbook.model.record import Record

#: Begins the key of a line without a label.
UNLABELLED = "- "


def published(record: Record, plan: str) -> list[str]:
    """The goals that a plan's page should have, in order."""
    return [goal.id for goal in record.goals_of(plan).values() if goal.published and plan in goal.plans]


@dataclass(frozen=True)
class Line:
    """A line of a cell. `key` is its label; of one without, a dash and its number among those of the cell."""

    key: str
    clause: Clause


@dataclass(frozen=True)
class Cell:
    """A column under a goal."""

    heading: Heading
    clauses: list[Clause] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return list(_lines(self.clauses))


@dataclass(frozen=True)
class GoalText:
    """A goal on a page: the text under its heading before any column, then its columns."""

    heading: Heading
    before: list[Clause] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)

    @property
    def wording(self) -> Clause | None:
        return next((clause for clause in self.before if clause.kind == "plain"), None)

    @property
    def columns(self) -> dict[str, Cell]:
        """Columns by id, the first of each that has lines, else the first."""
        out: dict[str, Cell] = {}
        for cell in self.cells:
            if not (cell.heading.id in out and out[cell.heading.id].clauses):
                out[cell.heading.id] = cell
        return out

    @property
    def place(self) -> Place:
        return self.heading.place


@dataclass(frozen=True)
class PlanText:
    """A plan's page. `strays` stand before any goal; `lost` tells where the text of goals without a heading begins."""

    headings: list[Heading]
    goals: list[GoalText]
    strays: list[Clause]
    lost: dict[str, Place]


def plan_text(page: Page, plan: Plan, record: Record) -> PlanText:
    """Sort a page's blocks by goal and column."""
    headings = [block for block in page.blocks if isinstance(block, Heading) and block.level == 2]
    ids = [heading.id for heading in headings]
    missing = [id for id in published(record, plan.id) if id not in ids]
    text = PlanText(headings, [], [], {})
    for block in page.blocks:
        if isinstance(block, Heading) and block.level == 2:
            _open_goal(text, block)
        elif isinstance(block, Heading):
            _open_column(text, block, _following(text.goals, missing, text.lost, record, plan))
        elif isinstance(block, Clause):
            _put(text, block)
    return text


def _open_goal(text: PlanText, heading: Heading) -> None:
    """A goal begins, unless its heading stands twice with nothing between."""
    last = text.goals[-1] if text.goals else None
    if not (last and last.heading.id == heading.id and not last.before and not last.cells):
        text.goals.append(GoalText(heading))


def _open_column(text: PlanText, heading: Heading, goal: str) -> None:
    """A column begins. One that its goal has already, or that stands before any, is of `goal`, which is missing."""
    if goal and (not text.goals or heading.id in text.goals[-1].columns):
        before = _taken(text.goals, text.strays)
        text.lost[goal] = before[0].place if before else heading.place
        text.goals.append(GoalText(Heading(2, goal, text.lost[goal]), before))
    if text.goals:
        text.goals[-1].cells.append(Cell(heading))


def _put(text: PlanText, clause: Clause) -> None:
    if not text.goals:
        text.strays.append(clause)
        return
    goal = text.goals[-1]
    (goal.cells[-1].clauses if goal.cells else goal.before).append(clause)


def _following(texts: list[GoalText], missing: list[str], lost: dict[str, Place], record: Record, plan: Plan) -> str:
    """The missing goal that should follow what was read so far, or ''."""
    wanted = published(record, plan.id)
    last = texts[-1].heading.id if texts else ""
    at = wanted.index(last) + 1 if last in wanted else 0 if not texts else len(wanted)
    return wanted[at] if at < len(wanted) and wanted[at] in missing and wanted[at] not in lost else ""


def _taken(texts: list[GoalText], strays: list[Clause]) -> list[Clause]:
    """The wording of a goal whose heading is missing: the plain text just before its first column."""
    pool = texts[-1].cells[-1].clauses if texts and texts[-1].cells else strays
    out: list[Clause] = []
    while pool and (pool[-1].kind == "plain" or pool is strays):
        out.insert(0, pool.pop())
    return out


def _lines(clauses: list[Clause]) -> Iterator[Line]:
    """Lines in order; the parser may have put some under others."""
    bullets = 0
    waiting = clauses[::-1]
    while waiting:
        clause = waiting.pop()
        bullets += not clause.label
        yield Line(clause.label or f"{UNLABELLED}{bullets}", clause)
        waiting.extend(clause.items[::-1])


def keys(items: tuple[Item, ...]) -> dict[str, Item]:
    """The record's items by the key of their line."""
    out: dict[str, Item] = {}
    bullets = 0
    for item in items:
        bullets += not item.label
        out.setdefault(item.label or f"{UNLABELLED}{bullets}", item)
    return out
