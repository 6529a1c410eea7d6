"""Tables of figures, of Parties and of budgets, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.findings.finding import Place
from handbook.targets.addresses import line_anchor


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
        return line_anchor(self.anchor, row.id)

    @property
    def decision(self) -> str:
        return self.id.partition("#")[0]

    @property
    def anchor(self) -> str:
        return self.id.partition("#")[2]
