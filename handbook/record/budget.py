"""The figures of budgets: what each line is made of, and which figure is wrong where that does not come out.

A line adds up others, is a share of another, or has the figures of a line of another table; a column adds up others.
Figures are rounded where they are printed, so a sum holds within half of the last digit for each addend, a share within
half of the last digit of its own and that share of its base's; two tables agree to the digit.

Where something does not hold, the figure is sought whose correction would mend most and break nothing. A figure that
data/errata.yaml quotes at its line is the source's own slip: what does not hold for that reason is not reported.
"""

from __future__ import annotations

import re
from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from handbook.findings.finding import Place
from handbook.model.record import Record
from handbook.model.table import Row, Table
from handbook.record.scale import rounded
from handbook.targets.addresses import row_at

#: Table, row, column.
Cell = tuple[str, str, str]


@dataclass(frozen=True)
class Figure:
    """A printed figure and half of its last digit."""

    cell: Cell
    value: Fraction
    places: int
    place: Place

    @property
    def half(self) -> Fraction:
        return Fraction(1, 2 * 10**self.places)


@dataclass(frozen=True)
class Equation:
    """`result` is the sum of `terms`, each times its factor, give or take `slack`; `says` names them."""

    result: Cell
    terms: Mapping[Cell, Fraction]
    slack: Fraction
    says: str

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (self.result, *self.terms)

    def off(self, values: Mapping[Cell, Fraction]) -> Fraction:
        """By how much the result is more than its terms give."""
        return values[self.result] - sum((factor * values[cell] for cell, factor in self.terms.items()), Fraction(0))

    def holds(self, values: Mapping[Cell, Fraction]) -> bool:
        return abs(self.off(values)) <= self.slack

    def needs(self, cell: Cell, values: Mapping[Cell, Fraction]) -> Fraction:
        """The value of one of its cells with which it comes out exactly."""
        return (
            values[cell] - self.off(values)
            if cell == self.result
            else values[cell] + self.off(values) / self.terms[cell]
        )


@dataclass(frozen=True)
class Wrong:
    """A figure that does not agree with the others: what it should be, and by what."""

    figure: Figure
    expected: str
    says: str


def is_heading(row: Row) -> bool:
    """A line without figures."""
    return not row.places


def figures(tables: Iterable[Table]) -> dict[Cell, Figure]:
    return {
        (table.id, row.id, column): Figure(
            (table.id, row.id, column), Fraction(text), len(text.partition(".")[2]), row.places[column]
        )
        for table in tables
        for row in table.rows
        for column, text in row.figures.items()
    }


def equations(table: Table, known: Mapping[Cell, Figure]) -> Iterator[Equation]:
    """Everything that must hold in a table, line by line. What lacks a figure is left out, and what a line or a column
    does not have before it.
    """
    above: set[str] = set()
    for row in table.rows:
        before: set[str] = set()
        for position, column in enumerate(table.figure_columns):
            own = (table.id, row.id, column.id)
            if row.sum and above.issuperset(row.sum):
                yield from _sum(own, [(table.id, row_id, column.id) for row_id in row.sum], row.sum, known)
            if row.share and row.share.of in above:
                yield from _share(own, (table.id, row.share.of, column.id), row.share.percent, known)
            if row.same:
                anchor, _, line = row.same.partition("/")
                yield from _same(own, f"{table.decision}#{anchor}", line, position, row.same, known)
            if column.sum and before.issuperset(column.sum):
                yield from _sum(own, [(table.id, row.id, column_id) for column_id in column.sum], column.sum, known)
            before.add(column.id)
        above.add(row.id)


def _sum(own: Cell, cells: list[Cell], names: Iterable[str], known: Mapping[Cell, Figure]) -> Iterator[Equation]:
    if {own, *cells} <= known.keys() and len(set(cells)) == len(cells):
        slack = sum((known[cell].half for cell in cells), Fraction(0))
        yield Equation(own, dict.fromkeys(cells, Fraction(1)), slack, f"the sum of {_listed(names)}")


def _listed(names: Iterable[str]) -> str:
    """All names, or the first and the last of many."""
    all_names = list(names)
    return f"{all_names[0]} to {all_names[-1]}" if len(all_names) > 4 else ", ".join(all_names)


def _share(own: Cell, base: Cell, percent: str, known: Mapping[Cell, Figure]) -> Iterator[Equation]:
    if percent and {own, base} <= known.keys():
        factor = Fraction(percent) / 100
        slack = known[own].half + known[base].half * factor
        yield Equation(own, {base: factor}, slack, f"{percent}% of {base[1]}")


def _same(
    own: Cell, table: str, line: str, position: int, named: str, known: Mapping[Cell, Figure]
) -> Iterator[Equation]:
    """Columns agree by their position: the tables may call them otherwise."""
    found = [cell for cell in known if cell[:2] == (table, line)]
    if own in known and own[0] != table and position < len(found):
        yield Equation(own, {found[position]: Fraction(1)}, Fraction(0), f"as in {named}")


def quoted(table: Table, record: Record) -> set[Cell]:
    """The figures that data/errata.yaml quotes at their line."""
    rows = {row_at(table.id, row.id): row for row in table.rows}
    out: set[Cell] = set()
    for erratum in record.errata:
        row = rows.get(erratum.address)
        printed = _read(erratum.printed) if row else None
        if row and printed is not None:
            out.update((table.id, row.id, column) for column, text in row.figures.items() if Fraction(text) == printed)
    return out


def _read(printed: str) -> Fraction | None:
    """A figure as the booklet prints it: `2,976.8`, `(251.07)`."""
    match = re.fullmatch(r"(\(?)(-?[0-9]+(?:\.[0-9]+)?)(\)?)", printed.replace(",", "").replace(" ", ""))
    return Fraction(match[2]) * (-1 if match[1] and match[3] else 1) if match else None


def _failing(all_equations: list[Equation], values: Mapping[Cell, Fraction], slips: set[Cell]) -> list[Equation]:
    """What does not hold, and is explained neither by a known slip nor by a sum across its line that carries it on."""
    carried = {
        equation.result
        for equation in all_equations
        if equation.holds(values) and any(cell in slips and cell[:2] == equation.result[:2] for cell in equation.terms)
    }
    explained = slips | carried
    return [each for each in all_equations if not each.holds(values) and explained.isdisjoint(each.cells)]


def wrong_figures(tables: Iterable[Table], record: Record) -> list[Wrong]:
    """The figures of these tables that do not come out, each once, with all that follows from it."""
    tables = list(tables)
    known = figures(tables)
    values = {cell: figure.value for cell, figure in known.items()}
    all_equations = [equation for table in tables for equation in equations(table, known)]
    left = _failing(all_equations, values, {cell for table in tables for cell in quoted(table, record)})
    holding = _by_cell(equation for equation in all_equations if left and equation.holds(values))
    wrong = []
    while left:
        cause, cell, value = _likeliest(left, values, known, holding)
        says = cause.says if cell == cause.result else "by the sums that it stands in"
        wrong.append(Wrong(known[cell], rounded(value, known[cell].places), says))
        left = [equation for equation in left if cell not in equation.cells]
    return wrong


def _by_cell(all_equations: Iterable[Equation]) -> dict[Cell, list[Equation]]:
    """The equations that each figure stands in."""
    by_cell: dict[Cell, list[Equation]] = defaultdict(list)
    for equation in all_equations:
        for cell in equation.cells:
            by_cell[cell].append(equation)
    return by_cell


def _likeliest(
    left: list[Equation],
    values: dict[Cell, Fraction],
    known: Mapping[Cell, Figure],
    holding: Mapping[Cell, list[Equation]],
) -> tuple[Equation, Cell, Fraction]:
    """The figure whose correction mends most of what is left and breaks least of what holds, and what it should be.

    Where several in the same sum do equally well, nothing says which of them is wrong: the first result is named then.
    """
    tries: dict[Cell, list[tuple[int, Equation, Fraction]]] = defaultdict(list)
    within = _by_cell(left)
    for cell, failing in within.items():
        for equation in failing:
            value = Fraction(rounded(equation.needs(cell, values), known[cell].places))
            changed = ChainMap({cell: value}, values)
            mended = sum(other.holds(changed) for other in failing)
            broken = sum(not other.holds(changed) for other in holding.get(cell, ()))
            tries[cell].append((mended - broken, equation, value))
    best = {cell: max(tried, key=lambda entry: entry[0]) for cell, tried in tries.items()}
    most = max(score for score, _, _ in best.values())
    alike = {cell: (equation, value) for cell, (score, equation, value) in best.items() if score == most}
    for cell, (equation, value) in alike.items():
        beside = {other for failing in within[cell] for other in failing.cells} - {cell}
        if beside.isdisjoint(alike):
            return equation, cell, value
    first = left[0]
    return first, first.result, first.needs(first.result, values)
