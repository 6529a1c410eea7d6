"""What an import gives: the pieces of the official wording under the handbook's ids, and an account of the whole file.

Nothing here opens a file. Offsets count characters of the file's text from 0; `end` is the first one behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handbook.official.flow import Flow, Range
from handbook.targets.addresses import slug

#: What a piece may be; `tail` is what closes a paragraph after its sub-paragraphs, at the paragraph's own address.
KINDS = (
    "title",
    "opening",
    "clause",
    "paragraph",
    "item",
    "tail",
    "heading",
    "note",
    "goal",
    "cell",
    "table",
    "column",
    "row",
)
#: What may become of a character.
FATES = ("placed", "furniture", "reported", "blank")
#: What a file may be: the decisions as taken, or the draft of a plan.
DECISIONS = "decisions"
DRAFT = "draft"
DOCUMENTS = (DECISIONS, DRAFT)
#: What the heads of columns are called among what is furniture, and a remark on an item whose beginning is lost.
COLUMN_HEADS = "column-heads"
LOST_BEGINNING = "lost-beginning"


@dataclass(frozen=True)
class Line:
    """One line of the file: its number from 1, and its text without the line break. `fresh` says that a page begins
    with it.
    """

    number: int
    flow: Flow
    fresh: bool = False

    @property
    def text(self) -> str:
        return self.flow.text

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True)
class Mark:
    """A footnote's mark: its number or `*`, and the offset in the piece's text before which it stands."""

    n: str
    offset: int


@dataclass(frozen=True)
class Piece:
    """A part of the official wording that has an address.

    `address` is the one that errata.yaml would give it: `CP-10/7#p36-a`, `CP-10/7#title`, `CP-10/7#opening`,
    `CP-10/7#sec-a`, `CP-10/3#annex`, `CP-10/9#fn-3`, `CP-10/1#table-2/row-af`, `CP-10/1#table-2/col-capped`,
    `CP-10/3#a-5` (a goal's wording), `CP-10/3#a-5-indicators-b` (an item of its cell).

    `kind` is one of `KINDS`: an item is a clause's or paragraph's, a cell an item of a plan's cell, a table its
    caption. `label` is as printed (`6.`, `(a)`, `㈠`, `A.5.1.`), empty where there is none. `text` are the words
    without label and marks, clean of the extraction's blanks. `figures` are those of a table's row, as printed.
    `doubt` says why the place or the bounds are a guess, and is empty where they are not.
    """

    address: str
    kind: str
    text: str
    ranges: tuple[Range, ...]
    label: str = ""
    marks: tuple[Mark, ...] = ()
    figures: tuple[str, ...] = ()
    doubt: str = ""

    @property
    def decision(self) -> str:
        return self.address.partition("#")[0]

    @property
    def anchor(self) -> str:
        return self.address.partition("#")[2]


def meeting_of(address: str) -> str:
    """The meeting that the decision of a place was taken at: `CP-10/7#p3` → `cp-10`."""
    return slug(address.partition("/")[0])


@dataclass(frozen=True)
class Aside:
    """A part of the file that is no wording. Its `fate` and `what` it is: furniture (`foreword`, `contents`,
    `page-number`, `running-head`, `running-title`, `column-heads`, `column-captions`, `area`, `unit`, `recommendation`,
    `bookmark`), or reported (`doubled-page`, `doubled-row`, `lost-beginning`, `stray`).
    """

    fate: str
    what: str
    ranges: tuple[Range, ...]


@dataclass(frozen=True)
class Remark:
    """What a reader of the import should know of a place in the file. `code` is a word (`lost-beginning`,
    `doubled-page`, `label-missing`), `line` that of the file.
    """

    line: int
    code: str
    message: str
    address: str = ""


@dataclass(frozen=True)
class Run:
    """A stretch of the file and what became of it: `fate` is placed (`what` is the address), furniture, reported or
    blank. One that is reported has the number of its `line`, and how it `begins`.
    """

    start: int
    end: int
    fate: str
    what: str
    line: int = 0
    begins: str = ""


@dataclass(frozen=True)
class StageResult:
    """What one stage found in its part of the file."""

    pieces: tuple[Piece, ...] = ()
    asides: tuple[Aside, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @classmethod
    def together(cls, parts: Iterable[StageResult]) -> StageResult:
        """What several stages found, one behind the other."""
        every = tuple(parts)
        return cls(
            tuple(piece for one in every for piece in one.pieces),
            tuple(aside for one in every for aside in one.asides),
            tuple(remark for one in every for remark in one.remarks),
        )


@dataclass(frozen=True)
class Source:
    """The file that was read: its name without folders, what it is (`decisions` or `draft`), its language."""

    name: str
    sha256: str
    characters: int
    language: str
    document: str


@dataclass(frozen=True)
class Imported:
    """The whole of one file. `runs` follow one another from its first character to its last."""

    source: Source
    pieces: tuple[Piece, ...]
    runs: tuple[Run, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def meeting(self) -> str:
        """The meeting whose decisions the file holds, or whose decisions its draft became: `cp-10`."""
        return meeting_of(self.pieces[0].address)


@dataclass(frozen=True)
class PlanGuide:
    """How a plan's table is printed: `decision` holds it; `columns` are ids in order, `heads` their printed names, and
    `styles` the labels of their items: `goal` (A.5.1), `number` (1), `roman` (㈠, (i)), `letter` (a), `plain` (none).
    `title` stands over the table, `heading` over the decision.
    """

    decision: str
    columns: tuple[str, ...]
    heads: Mapping[str, str]
    styles: Mapping[str, str]
    goals: tuple[str, ...]
    title: str = ""
    heading: str = ""


@dataclass(frozen=True)
class TableGuide:
    """How a table of figures is printed: `label` (1a) of its caption, `names` the printed names of its rows by row id
    (`AF`, `total-1-2-3`), `columns` the ids of its columns of figures in order, `row_labels` the record's labels of
    rows by row id (`A`, `II`) where they have one, `heads` the printed heads of all columns by id, `title` what the
    caption says behind its label.
    """

    id: str
    label: str
    names: Mapping[str, str]
    columns: tuple[str, ...]
    row_labels: Mapping[str, str] = field(default_factory=dict)
    heads: Mapping[str, str] = field(default_factory=dict)
    title: str = ""


@dataclass(frozen=True)
class Guide:
    """What the importer may know beforehand: names that the handbook has of things, and the words that preambular
    clauses begin with (`openers`). No number of units, no text.
    """

    plans: tuple[PlanGuide, ...]
    tables: tuple[TableGuide, ...]
    openers: tuple[str, ...] = ()
    #: The same plans as their drafts had them, with columns that were dropped.
    drafts: tuple[PlanGuide, ...] = ()
