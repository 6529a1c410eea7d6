"""Addresses and paths: what is made of an id here is read back here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbook.languages.numerals import LETTERS, ROMANS, roman
from handbook.targets.grammar import Target

#: The record as one document for programs, which belongs to no language.
DATA = "handbook.json"


#: A line without a label in a plan's cell that leads in the items after it.
LEAD = "lead"


def slug(text: str) -> str:
    """An id as it stands in an address: `CP-10/2` → `cp-10-2`, `CBD/SBI/3/3/Add.1` → `cbd-sbi-3-3-add-1`."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


#: The id of a scale's row under all others, whose figures are the table's totals. It may have no name.
TOTAL = "total"


def row_at(table: str, row: str) -> str:
    """The address of a table's row, by the table's and the row's id: `CP-10/1#table-2/row-af`."""
    return f"{table}/row-{row.lower()}"


def column_at(table: str, column: str) -> str:
    """The address of the head of a table's column: `CP-10/1#table-2/col-scale`."""
    return f"{table}/col-{column}"


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
    after = {(one or "").rpartition(".")[2] for one in labels[position:]}
    return LEAD if forms & after else str(position)


#: Folder of each scheme's pages. Decisions of the Parties to the Protocol share one, whichever meeting took them, so
#: that a meeting added to the record later keeps the addresses that its pages had as targets.
FOLDERS = {
    "art": "articles",
    "sup": "supplementary-protocol",
    "conv": "convention",
    "dec": "decisions",
    "cop": "cop",
    "doc": "documents",
    "ga": "ga",
    "proc": "procedures",
    "sdg": "sdg",
    "target": "targets",
    "meeting": "meetings",
}


def page_of(target: Target) -> str:
    """The page that shows a target, from the language's root: `decisions/cp-9-13/`."""
    if target.scheme == "goal":
        plan, _, _ = target.id.partition("/")
        return f"plans/{slug(plan)}/"
    if target.scheme == "unresolved":
        return "errata/"
    if target.scheme == "page":
        return f"../{DATA}" if target.id == DATA else "" if target.id == "home" else f"{target.id}/"
    return f"{FOLDERS[target.scheme]}/{slug(target.id)}/"


def anchor_of(target: Target) -> str:
    """The id on that page: `annex-p1-d`, `p8`, `annex-i`, `sec-ii-4`, `a-5-indicators-b`; empty for the whole."""
    if target.scheme == "goal":
        goal = target.id.partition("/")[2].partition("-")[0]
        return "-".join(filter(None, (slug(goal), *map(slug, target.parts))))
    if target.scheme == "unresolved":
        return target.id
    parts = list(target.parts)
    if parts and (span := target.range):
        parts[-1] = str(span[0])
    numbered = False
    out: list[str] = []
    for part in parts:
        if part.isdigit() and not numbered and not part_is_section(out):
            out.append(f"p{part}")
            numbered = True
        else:
            out.append(slug(part))
    return "-".join(out)


def part_is_section(before: list[str]) -> bool:
    """A number after a section of a document, or after a preambular clause, is that one's own point (`sec-ii-4`), not a
    paragraph of the whole.
    """
    return bool(before) and before[-1].startswith(("sec-", "pre-"))
