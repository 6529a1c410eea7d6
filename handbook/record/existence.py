"""Whether a target exists in the record: the article and its paragraph, the decision and its annex, what lies outside
and is listed.

What the record cannot know is accepted: paragraphs of an article whose count it leaves out, parts of what is not
published yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbook.languages.numerals import LETTERS
from handbook.model.plan import Goal, PlanGoal
from handbook.model.record import Article, Record
from handbook.targets.addresses import anchor_of, section_anchor
from handbook.targets.grammar import INSTRUMENTS, LISTS, Target
from handbook.targets.paths import DATA

OUTSIDE = "data/outside.yaml"


def expected(record: Record, target: Target) -> str | None:
    """None if the target exists; else what there is in its place, in words for a finding."""
    if target.scheme in INSTRUMENTS:
        return _instrument(record, target)
    if target.scheme == "goal":
        return _goal(record, target)
    if target.scheme == "unresolved":
        known = [erratum.id for erratum in record.errata]
        return None if target.id in known else "an erratum of data/errata.yaml"
    if target.scheme == "page":
        return _page(record, target)
    if target.scheme == "dec" and target.id in record.decisions:
        return _decision(record, target)
    if record.holds_meeting(target) and not target.parts:
        return None
    return _outside(record, target)


def _outside(record: Record, target: Target) -> str | None:
    """What the handbook does not hold, and the parts of it that may be cited."""
    outside = record.outside.get(target.whole)
    if outside is None:
        return f"one that {OUTSIDE} lists"
    part = "/".join(target.parts)
    if part and part not in outside.parts:
        listed = " or ".join(f"#{known}" for known in outside.parts) or "no part of it"
        return f"{listed} as {OUTSIDE} lists it"
    return None


def _page(record: Record, target: Target) -> str | None:
    """A page about the handbook, a list or the data; a section of the first, a term, a slip."""
    known = (*record.pages, *LISTS, DATA)
    if target.id not in known:
        return f"one of {', '.join(known)}"
    page = record.pages.get(target.id)
    places = {
        "glossary": list(record.terms),
        "errata": [erratum.id for erratum in record.errata],
    }.get(target.id, [section_anchor(section) for section in page.sections] if page else [])
    if not target.parts or target.parts in [(place,) for place in places]:
        return None
    listed = ", ".join(f"#{place}" for place in places) if page else "an id that it has"
    return f"{listed} on that page" if places else "the whole page"


def _instrument(record: Record, target: Target) -> str | None:
    articles = record.instruments.get(target.scheme)
    if articles is None:
        return f"one of {', '.join(record.instruments)}"
    article = articles.get(target.id)
    if article is None:
        annex = target.id.startswith("annex-")
        there = [id for id in articles if id.startswith("annex-") == annex]
        if annex:
            return f"one of {', '.join(there)}" if there else "no annex"
        return f"an article from {there[0]} to {there[-1]}" if there else "no article"
    return _paragraph(article, target.parts)


def _paragraph(article: Article, parts: tuple[str, ...]) -> str | None:
    """Number, then letter; a letter right away where the text has no numbers."""
    if not parts or (article.paragraphs is None and not article.letters):
        return None
    numbered = parts[0].isdigit()
    number, rest = (int(parts[0]), parts[1:]) if numbered else (0, parts)
    if numbered and article.paragraphs is not None and not 1 <= number <= article.paragraphs:
        if article.paragraphs:
            return f"a paragraph from 1 to {article.paragraphs}"
        return "no paragraph: its text is not numbered"
    if not rest or (article.paragraphs is None and number not in article.letters):
        return None
    return _letter(article.letters.get(number, ""), rest)


def _letter(letters: str, parts: Sequence[str]) -> str | None:
    """One letter of a paragraph that has these, as `a-c`."""
    first, _, last = letters.partition("-")
    if not first:
        return "no letter"
    last = last or first
    inside = len(parts) == 1 and parts[0] in LETTERS and first <= parts[0] <= last
    return None if inside else f"a letter from {first} to {last}"


def _decision(record: Record, target: Target) -> str | None:
    decision = record.decisions[target.id]
    if not target.parts or not decision.published:
        return None
    ends = [target]
    if bounds := target.range:
        if bounds[0] >= bounds[1]:
            return "a range that rises"
        ends.append(Target(target.scheme, target.id, (*target.parts[:-1], str(bounds[1]))))
    rows = {
        table.row_anchor(row) for table in record.tables.values() if table.decision == target.id for row in table.rows
    }
    there = all(anchor_of(end) in decision.anchors or anchor_of(end) in rows for end in ends)
    return None if there else f"a unit that decision {target.id} has"


def _goal(record: Record, target: Target) -> str | None:
    written, _, id = target.id.partition("/")
    plan = record.plan_cited(written)
    if plan is None:
        return f"one of {', '.join(plan.cited for plan in record.plans.values())}"
    known = record.goals_of(plan.id)
    goals = [known.get(goal) for goal in re.findall(r"[A-Z]\.\d+", id)]
    if None in goals:
        return f"a goal from {', '.join(known)}"
    first = goals[0] if goals else None
    if not target.parts or first is None:
        return "a goal before its column" if target.parts else None
    if target.parts[0] not in plan.columns:
        return f"a column: {', '.join(plan.columns)}"
    return _item(first, first.plans.get(plan.id), target.parts)


def _item(goal: Goal, entry: PlanGoal | None, parts: tuple[str, ...]) -> str | None:
    if not goal.published or entry is None or len(parts) == 1:
        return None
    items = [item.part for item in entry.cells.get(parts[0], ())]
    return None if len(parts) == 2 and parts[1] in items else f"an item: {', '.join(items)}"
