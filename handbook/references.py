"""The grammar of targets: `scheme:id[#part[/part…]]`, as prose links and the record write them.

`art:26`, `art:14/1`, `dec:CP-9/13#annex-I`, `par:annex/1/d`, `goal:implementation/A.5#indicators/b`. A target says what
is cited; whether it exists is a matter of checks, and where it is shown one of `address`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handbook.languages import LETTERS, ROMANS, roman

#: Instruments whose articles are numbered from one: their targets put paragraphs after a slash, not after `#`.
INSTRUMENTS = ("art", "sup", "conv")

#: What leads into a whole: after `#`, and after `par:`.
PART = r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)*"
#: What may stand after the colon, scheme by scheme. The part after `#` has one form for all of them.
FORMS = {
    **dict.fromkeys(INSTRUMENTS, r"(?:\d+|annex-[IVX]+)(?:/(?:\d+|[a-z]))*"),
    "dec": r"[A-Z]+(?:-[A-Z0-9]+)+/\d+",
    "cop": r"(?:\d+|[IVX]+)/\d+",
    "doc": r"[A-Z]+(?:/[A-Za-z0-9.]+)+",
    "ga": r"\d+/\d+",
    "proc": r"[a-z]+(?:-[a-z]+)*",
    "par": PART,
    "goal": r"[a-z]+(?:-[a-z]+)*(?:/[A-Z]\.\d+(?:-[A-Z]\.\d+)?)?",
    "sdg": r"\d+",
    "target": r"\d+",
    "meeting": r"[a-z]+(?:-[a-z0-9]+)+",
    "unresolved": r"[a-z0-9]+(?:-[a-z0-9]+)*",
    "page": r"[a-z]+|handbook\.json",
}
#: Pages of the handbook that a `page:` target may name besides those of data/pages.yaml; the home page is `home`.
LISTS = tuple("home decisions plans goals indexes articles cited addressees deadlines glossary errata".split())
#: The record as one document for programs, which belongs to no language.
DATA = "handbook.json"
#: A line without a label in a plan's cell that leads in the items after it.
LEAD = "lead"
#: No citation comes near this; numbers in a target stay small enough to be counted with.
LONGEST = 200
_TARGET = re.compile(r"([a-z]+):([^#]*)(?:#(.*))?", re.DOTALL)
_FORMS = {scheme: re.compile(form, re.ASCII) for scheme, form in FORMS.items()}
_PART = re.compile(PART)


@dataclass(frozen=True, order=True)
class Target:
    """A cited thing: `scheme`, the `id` of the whole, and the `parts` that lead into it, outermost first."""

    scheme: str
    id: str
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        if self.scheme in INSTRUMENTS:
            return f"{self.scheme}:{'/'.join((self.id, *self.parts))}"
        return f"{self.scheme}:{self.id}" + (f"#{'/'.join(self.parts)}" if self.parts else "")

    @property
    def whole(self) -> Target:
        """The same target without its parts: the page that shows it."""
        return Target(self.scheme, self.id)

    @property
    def range(self) -> tuple[int, int] | None:
        """First and last number of a last part such as `35-44`, or None."""
        found = re.fullmatch(r"(\d+)-(\d+)", self.parts[-1]) if self.parts else None
        return (int(found[1]), int(found[2])) if found else None


def parse(text: str, decision: str | None = None) -> Target | str:
    """Read a target, or say in a few words why it is none.

    `par:8` is a place in the decision that cites it, so it becomes `dec:<decision>#8`: two spellings of one citation
    compare equal.
    """
    found = _TARGET.fullmatch(text) if len(text) <= LONGEST else None
    if not found:
        return "is not of the form scheme:id"
    scheme, name, part = found.groups()
    if scheme not in FORMS:
        return f"has the unknown scheme {scheme!r}"
    if not _FORMS[scheme].fullmatch(name):
        return f"has no well-formed id after {scheme}:"
    if part is not None and not _PART.fullmatch(part):
        return "has no well-formed part after #"
    parts = tuple(part.split("/")) if part else ()
    if scheme in INSTRUMENTS:
        head, *rest = name.split("/")
        return "takes its paragraph after a slash, not after #" if parts else Target(scheme, head, tuple(rest))
    if scheme == "par":
        if parts:
            return "takes its sub-paragraph after a slash, not after #"
        return Target("dec", decision, tuple(name.split("/"))) if decision else "stands outside a decision"
    return Target(scheme, name, parts)


def slug(text: str) -> str:
    """An id as it stands in an address: `CP-10/2` → `cp-10-2`, `CBD/SBI/3/3/Add.1` → `cbd-sbi-3-3-add-1`."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


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
        return f"plans/{plan}/"
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
