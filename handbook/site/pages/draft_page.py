"""From draft to decision: what the meeting made of a plan's draft, in numbers, then part by part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from markupsafe import Markup

from handbook.languages import Language
from handbook.model.changes import ANNEX, COLUMNS, DECISION, GROUPS, Change, Drafted, counted, fates
from handbook.model.plan import Goal, Plan, goal_label
from handbook.site.macros.runner import run_macros
from handbook.site.sheet import Sheet
from handbook.site.view import Entry, Indexed
from handbook.targets.addresses import LEAD, drafted_anchor, item_kind, slug, unit_target
from handbook.targets.paths import decision_path, plan_path


@dataclass(frozen=True)
class ChangeView:
    """A part with its change in words. `was` is its label in the draft, where that is another; `compared` are both
    official wordings as one, where they are at hand.
    """

    id: str
    label: str
    cite: str
    kind: str
    was: str
    href: str
    html: Markup
    fates: list[tuple[str, int]]
    compared: Markup


@dataclass(frozen=True)
class QuietView:
    """Parts that need no more than one word: kept as drafted, or not known. Each is an address, a label and a link."""

    kind: str
    parts: list[tuple[str, str, str]]


@dataclass(frozen=True)
class GroupView:
    """What stands under one head: first what changed, then the rest. Without `ids`, its address is the head's of the
    goal above it.
    """

    head: str
    changes: list[ChangeView]
    quiet: list[QuietView]
    ids: bool = True


def draft_page(sheet: Sheet, plan: Plan) -> Markup:
    drafted = sheet.record.drafts[plan.id]
    shown = _Shown(sheet, plan, drafted)
    adopted = [id for id, goal in sheet.record.goals_of(plan.id).items() if plan.id in goal.plans]
    return sheet.template(
        "pages/draft.html",
        calls=run_macros(sheet),
        counts=_counts(drafted),
        brackets=fates(drafted.changes),
        in_order=[id for id, _ in drafted.goals] == adopted,
        captions=_captions(sheet, drafted),
        areas=shown.areas(),
        texts=shown.texts(),
        plan=sheet.to(plan_path(plan.id)),
        prose=sheet.prose_language,
    )


def draft_header(sheet: Sheet, _: Plan) -> Markup:
    return sheet.template("macros/header_draft.html", title=sheet.view.title(sheet.page).whole)


def _counts(drafted: Drafted) -> list[tuple[str, dict[str, int]]]:
    """How many items and paragraphs met what. The items of a column that is gone whole are not counted again."""
    goals = [id for id, _ in drafted.goals]
    items = [change for change in drafted.group(*goals) if change.column not in drafted.columns_dropped]
    columns, text = drafted.group(COLUMNS), drafted.group(DECISION, ANNEX)
    return [(key, counted(found)) for key, found in (("items", items), ("columns", columns), ("text", text)) if found]


def _captions(sheet: Sheet, drafted: Drafted) -> list[tuple[str, list[str]]]:
    """The captions under the heads of columns, by what became of them."""
    out: dict[str, list[str]] = {}
    for change in drafted.group(COLUMNS):
        out.setdefault(change.caption, []).append(sheet.view.name(f"column.{change.item or change.draft}"))
    return list(out.items())


class _Shown:
    """The parts of one draft on its page."""

    def __init__(self, sheet: Sheet, plan: Plan, drafted: Drafted) -> None:
        self.sheet = sheet
        self.view = sheet.view
        self.plan = plan
        self.drafted = drafted

    def areas(self) -> list[tuple[str, str, list[dict[str, object]]]]:
        """Area, its name, and its goals in the order of the draft."""
        out = []
        adoption = self.sheet.record.adoption_of(self.plan.meeting)
        for area in adoption.areas:
            known = {goal.id: goal for goal in adoption.in_area(area)}
            goals = [known[id] for id, _ in self.drafted.goals if id in known]
            for goal in goals:
                self.sheet.gathering.contents.append(Entry(f"{goal.id} {self.view.name(goal.name)}", slug(goal.id), 1))
            out.append((area, self.view.name(adoption.area_name(area)), [self.goal(goal) for goal in goals]))
        return out

    def texts(self) -> list[tuple[str, str, GroupView]]:
        """What stands outside the goals: columns, decision and annex, each with its head."""
        out = []
        for key in (COLUMNS, DECISION, ANNEX):
            if changes := self.drafted.group(key):
                head = self.view.ui(f"draft_{key}")
                self.sheet.gathering.contents.append(Entry(head, drafted_anchor(key), 1))
                out.append((key, head, self.group("", changes)))
        return out

    def goal(self, goal: Goal) -> dict[str, object]:
        changes = self.drafted.group(goal.id)
        columns = dict.fromkeys(change.column for change in changes if change.column)
        wording = self.view.ui("goal_wording")
        whole = self.group(wording, [change for change in changes if not change.column])
        # The goal's head has the wording's address; that it is kept needs no label.
        groups = [replace(whole, quiet=[QuietView(quiet.kind, []) for quiet in whole.quiet], ids=False)]
        for column in columns:
            head = self.view.name(f"column.{column}")
            groups.append(self.group(head, [change for change in changes if change.column == column]))
        return {
            "id": goal.id,
            "slug": slug(goal.id),
            "handle": self.view.name(goal.name),
            "href": self.sheet.to(plan_path(self.plan.id), slug(goal.id)),
            "groups": groups,
        }

    def group(self, head: str, changes: Iterable[Change]) -> GroupView:
        shown: list[ChangeView] = []
        quiet: dict[str, list[tuple[str, str, str]]] = {}
        changes = list(changes)
        for change in changes:
            if self.drafted.needs_words(change) or change.change == "moved":
                shown.append(self.change(change))
            else:
                parts = quiet.setdefault(change.change, [])
                label = self.label(change, change.item or change.draft)
                # A lone item without a label is called as its column is.
                lone = (
                    change.column
                    and len(changes) == 1
                    and not item_label(self.view.language, change.column, change.item)
                )
                parts.append((change.anchor, "" if lone else label, self.href(change)))
        return GroupView(head, shown, [QuietView(kind, parts) for kind, parts in quiet.items()])

    def change(self, change: Change) -> ChangeView:
        words = self.sheet.prose.units.get(change.anchor) if self.sheet.prose else None
        label = self.label(change, change.item or change.draft)
        cite = self.cite(change, label)
        if words and self.sheet.own:
            title = f"{self.view.ui('draft')}{self.view.language.colon}{cite}"
            self.sheet.gathering.search.append(Indexed(change.anchor, title, self.sheet.plain(words.spans), "draft"))
        return ChangeView(
            id=change.anchor,
            label=label,
            cite=cite,
            kind=change.change,
            was=self.label(change, change.draft) if change.is_elsewhere else "",
            href=self.href(change),
            html=self.sheet.spans(words.spans) if words else Markup(),
            fates=list(fates([change]).items()),
            compared=self.view.official.compared(
                self.address_of(change.draft_anchor), self.address_of(change.item_anchor)
            ),
        )

    def label(self, change: Change, id: str) -> str:
        """What a part is called under its head: `(b)`, `paragraph 5`, a column's name."""
        if change.group == COLUMNS:
            return self.view.name(f"column.{id}")
        if change.group in (DECISION, ANNEX):
            return self.view.sentence(self.part(id))
        if not change.column:
            return change.group
        if id == LEAD:
            return self.view.ui("draft_lead")
        own = item_label(self.view.language, change.column, id)
        return own.removesuffix(".") or self.view.ui("item_n", n=id.rpartition("-")[2])

    def part(self, id: str) -> str:
        """A paragraph or section of the decision or its annex. One without a number is called by its heading."""
        name = f"{self.plan.decision}#{id}"
        if "-sec-" in id and not id.rpartition("-")[2].isdigit() and name in self.view.names:
            return self.view.name(name)
        return self.view.cite(unit_target(self.plan.decision, id), self.plan.decision)

    def cite(self, change: Change, label: str) -> str:
        """The same for those who see no heads."""
        if change.group in GROUPS:
            return label
        goal = goal_label(self.plan.meeting, change.group)
        if not change.column:
            return goal
        return f"{goal}{self.view.language.comma}{self.view.column_item(change.column, label.rstrip('.'))}"

    def href(self, change: Change) -> str:
        """Where the part stands in the decision, or nowhere."""
        if not change.item or change.group == COLUMNS:
            return ""
        if change.group in (DECISION, ANNEX):
            anchor = "" if change.item == "title" else change.item_anchor
            return self.sheet.to(decision_path(self.plan.decision), anchor)
        return self.sheet.to(plan_path(self.plan.id), change.item_anchor)

    def address_of(self, anchor: str) -> str:
        """The place of a part of the plan's decision; empty where there is none."""
        return f"{self.plan.decision}#{anchor}" if anchor else ""


def item_label(language: Language, column: str, id: str) -> str:
    """The label of an item as a language shows it; empty where the id is a position."""
    return "" if id in ("", LEAD) or "-" in id else language.label(id, item_kind(id, column))
