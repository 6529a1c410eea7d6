"""Addresses inside pages: the ids of units, notes, tables, goals and items, made here and read back here.

The handbook's pages, the booklet's overlay and the record use the same ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from handbook.languages.numerals import LETTERS, ROMANS, roman
from handbook.targets.grammar import Target

#: A line without a label in a plan's cell that leads in the items after it.
LEAD = "lead"
#: The id of a scale's row under all others, whose figures are the table's totals. It may have no name.
TOTAL = "total"
_OTHERS = re.compile(r"[^a-z0-9]+")
_GOAL_ANCHOR = re.compile(r"([a-z])-(\d+)(?:-([a-z]+)-([a-z0-9-]+))?")


# Few ids, asked for again and again by checks and pages.
@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """An id as it stands in an address: `CP-10/2` → `cp-10-2`, `CBD/SBI/3/3/Add.1` → `cbd-sbi-3-3-add-1`."""
    return _OTHERS.sub("-", text.lower()).strip("-")


# --- in a decision ----------------------------------------------------------------------------------------------------


def in_part(part: str, anchor: str) -> str:
    """An address in an annex or appendix; '' is the decision itself."""
    return f"{part}-{anchor}" if part else anchor


def clause_anchor(part: str, number: int) -> str:
    """A preambular clause: `pre-2`, `annex-pre-1`."""
    return in_part(part, f"pre-{number}")


def paragraph_anchor(part: str, label: str) -> str:
    """A paragraph: `p6`, `annex-p1`."""
    return in_part(part, f"p{label}")


def below(anchor: str, label: str) -> str:
    """What stands under a unit: `p6-a`."""
    return f"{anchor}-{label}"


def section_anchor(id: str, part: str = "") -> str:
    """A section of a decision, or of a page about the handbook: `sec-a`, `annex-sec-1`."""
    return in_part(part, f"sec-{slug(id)}")


def note_anchor(mark: str) -> str:
    """A footnote by its mark: `fn-3`, `fn-s1`."""
    return f"fn-{mark}"


def table_anchor(label: str) -> str:
    return f"table-{label}"


def line_anchor(table: str, row: str) -> str:
    """A row on a decision's page, by the table's address: `table-2-br`."""
    return f"{table}-{row.lower()}"


def row_part(row: str) -> str:
    return f"row-{row.lower()}"


def column_part(column: str) -> str:
    return f"col-{column}"


def row_at(table: str, row: str) -> str:
    """The place of a table's row in the record, by the table's and the row's id: `CP-10/1#table-2/row-af`."""
    return f"{table}/{row_part(row)}"


def column_at(table: str, column: str) -> str:
    """The place of the head of a table's column: `CP-10/1#table-2/col-scale`."""
    return f"{table}/{column_part(column)}"


def anchor_parts(anchor: str) -> tuple[str, ...]:
    """An address in a decision's page as parts of a target: `annex-p1-d` → `annex/1/d`, `p6-a-i` → `6/a/i`."""
    parts: list[str] = []
    rest = anchor.split("-") if anchor else []
    while rest:
        head = rest.pop(0)
        if head in ("pre", "fn", "table", "sec") and rest:
            parts.append(f"{head}-{rest.pop(0)}")
            if head == "table" and rest:
                return (*parts, "-".join(rest))
        elif head[:1] == "p" and head[1:].isdigit():
            parts.append(head[1:])
        else:
            parts.append(head)
    return tuple(parts)


def unit_target(decision: str, anchor: str) -> Target:
    """An address in a decision as a target: `p6-a` → `dec:CP-10/2#6/a`."""
    return Target("dec", decision, anchor_parts(anchor))


# --- in a plan --------------------------------------------------------------------------------------------------------


def goal_anchor(goal: str) -> str:
    """A goal on its plan's page: `A.5` → `a-5`."""
    return slug(goal)


def cell_anchor(goal: str, column: str) -> str:
    """A column under a goal: `a-5-indicators`."""
    return f"{slug(goal)}-{column}"


def item_anchor(goal: str, column: str, part: str) -> str:
    """An item under a goal, by what it adds to the column's address (`item_part`): `a-5-indicators-b`."""
    return f"{cell_anchor(goal, column)}-{slug(part)}"


def read_goal_anchor(anchor: str) -> tuple[str, str, str] | None:
    """Goal, column and part of an address on a plan's page: `a-5-indicators-b` → `A.5`, `indicators`, `b`. Column and
    part of a goal's own are empty; None where it is the address of neither.
    """
    match = _GOAL_ANCHOR.fullmatch(anchor)
    return (f"{match[1].upper()}.{match[2]}", match[3] or "", match[4] or "") if match else None


def drafted_anchor(anchor: str) -> str:
    """On the page of a plan's draft, a part of the draft that the decision does not have."""
    return f"draft-{anchor}"


def kind_of(label: str, parent: str) -> str:
    """Kind of a sub-paragraph's label under a parent of some kind: letters under paragraphs, Roman numerals under
    letters.
    """
    if label.isdigit():
        return "number"
    return "roman" if parent == "letter" and label in ROMANS else "letter"


def item_kind(label: str, column: str) -> str:
    """Kind of the label of an item in a plan's column."""
    return "goal" if "." in label else kind_of(label, "letter" if column == "activities" else "paragraph")


def item_part(label: str | None, position: int, labels: Sequence[str | None]) -> str:
    """What an item of a plan's cell adds to the address of its column: its label, or its position where it has none;
    `lead` where an item after it has the label of that position (2, ii or b for the second), so that none is missing.
    """
    if label:
        return label
    forms = {str(position), roman(position), *LETTERS[position - 1 : position]}
    after = {(later or "").rpartition(".")[2] for later in labels[position:]}
    return LEAD if forms & after else str(position)


# --- of a target ------------------------------------------------------------------------------------------------------


def anchor_of(target: Target) -> str:
    """The id on that page: `annex-p1-d`, `p8`, `annex-i`, `sec-ii-4`, `a-5-indicators-b`; empty for the whole."""
    if target.scheme == "goal":
        goal = target.id.partition("/")[2].partition("-")[0]
        return "-".join(filter(None, (goal_anchor(goal), *map(slug, target.parts))))
    if target.scheme == "unresolved":
        return target.id
    parts = list(target.parts)
    if parts and (span := target.range):
        parts[-1] = str(span[0])
    numbered = False
    anchors: list[str] = []
    for part in parts:
        if part.isdigit() and not numbered and not part_is_section(anchors):
            anchors.append(f"p{part}")
            numbered = True
        else:
            anchors.append(slug(part))
    return "-".join(anchors)


def part_is_section(before: list[str]) -> bool:
    """A number after a section of a document, or after a preambular clause, is that one's own point (`sec-ii-4`), not a
    paragraph of the whole.
    """
    return bool(before) and before[-1].startswith(("sec-", "pre-"))


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key of ids and addresses that puts 2 before 10."""
    return tuple(
        (0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in re.split(r"(\d+)", text) if piece
    )
