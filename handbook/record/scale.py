"""The scale of contributions: what each Party's share and contribution are by the table's rule, in exact fractions.

The rule, in order; its figures are the table's own: the European Union pays a fixed share; the rest is shared in
proportion to the United Nations scale; no Party pays more than the ceiling, and no least developed country more than
the limit; what is cut off so is shared among the others, again in proportion. Shares are rounded last, and
contributions come of the unrounded shares.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from handbook.model.record import Record
from handbook.model.table import Row, Table
from handbook.targets.addresses import row_at

UNION = "EU"
RULE = ("european_union", "ceiling", "ldc_limit", "amount")
SCALE, CAPPED, CONTRIBUTION = "scale", "capped", "contribution"


@dataclass(frozen=True)
class Wrong:
    """A row whose figures the rule does not give: column → what it gives. `off` is the worst, relatively."""

    row: Row
    expected: Mapping[str, str]
    off: Fraction


def figures(table: Table) -> list[str]:
    """The columns that hold figures."""
    return [column.id for column in table.columns if column.type != "party"]


def missing_columns(table: Table) -> list[str]:
    """Columns without which there is no scale."""
    return [column for column in (SCALE, CAPPED, CONTRIBUTION) if column not in figures(table)]


def lacks(table: Table, row: Row) -> list[str]:
    """Figures that a row lacks. One is not expected: the European Union is not on the United Nations scale."""
    expected = [column for column in figures(table) if (row.id, column) != (UNION, SCALE)]
    return [column for column in expected if column not in row.places]


def is_whole(table: Table, record: Record) -> bool:
    """Whether rows, figures and totals are all there, so that sums and shares can be looked at."""
    rows = [row.id for row in table.rows]
    read = all(column in row.figures for row in table.rows for column in row.places)
    complete = read and not any(lacks(table, row) for row in table.rows) and not missing_columns(table)
    return (
        rows == list(record.parties_of(table)) and complete and all(column in table.totals for column in figures(table))
    )


def digits(table: Table, column: str) -> int:
    """Decimal places of a column."""
    return max((len(row.figures[column].partition(".")[2]) for row in table.rows if column in row.figures), default=0)


def sum_of(table: Table, column: str) -> tuple[Decimal, Decimal]:
    """What a column adds up to, and how far off its total may be: half of the last digit for each addend."""
    with localcontext() as context:
        context.prec = 60
        values = [Decimal(row.figures[column]) for row in table.rows if column in row.figures]
        slack = sum((Decimal(5).scaleb(-places(value) - 1) for value in values), Decimal(0))
        return sum(values, Decimal(0)), slack


def places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def adds_up(table: Table, column: str) -> bool:
    total, slack = sum_of(table, column)
    return abs(total - Decimal(table.totals[column])) <= slack


def shares(table: Table, record: Record, beside: Fraction = Fraction(0)) -> dict[str, Fraction]:
    """Per cent of each Party. `beside` is a part of the scale that no row shows.

    A row that data/errata.yaml lists (`…/row-zm`) has escaped the limit for least developed countries in the source.
    """
    rule = {key: Fraction(table.rule[key]) for key in RULE}
    scale = {row.id: Fraction(row.figures[SCALE]) for row in table.rows if SCALE in row.figures and row.id != UNION}
    limited = _limited(table, record)
    fixed: dict[str, Fraction] = {}
    while True:
        free = {id: own for id, own in scale.items() if id not in fixed}
        pool = 100 - rule["european_union"] - sum(fixed.values())
        whole = sum(free.values(), beside)
        given = {id: pool * own / whole if whole else Fraction(0) for id, own in free.items()}
        over = _over(given, given, rule["ceiling"]) or _over(given, limited, rule["ldc_limit"])
        if not over:
            return {**given, **fixed, UNION: rule["european_union"]}
        fixed |= over


def _limited(table: Table, record: Record) -> set[str]:
    """The least developed countries whose rows data/errata.yaml does not list."""
    listed = {erratum.address for erratum in record.errata}
    return {id for id, party in record.parties_of(table).items() if party.ldc and row_at(table.id, id) not in listed}


def _over(given: Mapping[str, Fraction], among: Container[str], limit: Fraction) -> dict[str, Fraction]:
    """The Parties whose share is above a limit, each with the limit in its place."""
    return {id: limit for id, share in given.items() if id in among and share > limit}


def rounded(value: Fraction, count: int) -> str:
    """Half up, with that many decimal places."""
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return str(exact.quantize(Decimal(1).scaleb(-count), ROUND_HALF_UP))


def wrong_rows(table: Table, record: Record) -> list[Wrong]:
    """Rows whose share or contribution the rule does not give.

    Where the scale does not add up to its total, either may be wrong: the one that leaves fewer rows wrong is believed.
    """
    beside = Fraction(table.totals[SCALE]) - Fraction(sum_of(table, SCALE)[0])
    found = _wrong(table, shares(table, record))
    if beside:
        found = min(found, _wrong(table, shares(table, record, beside)), key=len)
    return found


def _wrong(table: Table, given: Mapping[str, Fraction]) -> list[Wrong]:
    amount = Fraction(table.rule["amount"])
    count = {column: digits(table, column) for column in (CAPPED, CONTRIBUTION)}
    out = []
    for row in table.rows:
        exact = {CAPPED: given[row.id], CONTRIBUTION: given[row.id] * amount / 100}
        expected = {column: rounded(value, count[column]) for column, value in exact.items()}
        wrong = {column: value for column, value in expected.items() if Decimal(row.figures[column]) != Decimal(value)}
        if wrong:
            off = max(abs(Fraction(row.figures[column]) - exact[column]) / (exact[column] or 1) for column in wrong)
            out.append(Wrong(row, wrong, off))
    return out
