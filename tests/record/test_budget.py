"""Budgets: what does not come out is reported once, at the figure that is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from handbook.model.erratum import Erratum
from handbook.model.record import Record
from handbook.model.table import Table
from handbook.record.budget import quoted, wrong_figures


def budgets(record: Record) -> list[Table]:
    return [table for table in record.tables.values() if table.kind == "budget"]


def with_figure(tables: list[Table], id: str, row: str, column: str, text: str) -> list[Table]:
    """The same tables with another figure at one place."""
    out = []
    for table in tables:
        rows = tuple(
            replace(one, figures={**one.figures, column: text}) if (table.id, one.id) == (id, row) else one
            for one in table.rows
        )
        out.append(replace(table, rows=rows))
    return out


def told(tables: list[Table], record: Record) -> list[tuple[str, str, str, str]]:
    """Table, line, column, and what is expected there."""
    return [(*one.figure.cell, one.expected) for one in wrong_figures(tables, record)]


def test_lines_of_small_budgets_come_out(record: Record) -> None:
    assert told(budgets(record), record) == []


@pytest.mark.parametrize(
    ("row", "column", "text", "right"),
    [
        ("a", "year_2025", "11.0", "10.0"),
        ("b", "year_2026", "9.0", "6.0"),
        ("subtotal", "year_2025", "51.5", "15.5"),
        ("subtotal", "total", "35.3", "33.5"),
        ("support", "total", "4.3", "3.4"),
        ("host-country", "year_2026", "2.0", "-2.0"),
        ("net-total", "year_2025", "11.5", "15.1"),
    ],
)
def test_a_wrong_figure_is_told_once_and_at_its_place(
    record: Record, row: str, column: str, text: str, right: str
) -> None:
    tables = with_figure(budgets(record), "CP-1/2#table-2", row, column, text)
    (found,) = told(tables, record)
    assert found[:3] == ("CP-1/2#table-2", row, column)
    assert abs(Fraction(found[3]) - Fraction(right)) <= Fraction("0.1")


def test_two_wrong_figures_are_both_told(record: Record) -> None:
    tables = with_figure(budgets(record), "CP-1/2#table-2", "a", "year_2025", "11.0")
    tables = with_figure(tables, "CP-1/2#table-3", "barn", "year_2026", "8.9")
    assert told(tables, record) == [
        ("CP-1/2#table-2", "a", "year_2025", "10.0"),
        ("CP-1/2#table-3", "barn", "year_2026", "9.8"),
    ]


def test_an_erratum_explains_the_figure_that_it_quotes(record: Record) -> None:
    place = record.errata[0].place
    tables = with_figure(budgets(record), "CP-1/2#table-2", "net-total", "year_2025", "1151.5")
    assert told(tables, record) != []
    for printed, explained in (("1,151.5", True), ("1151.5", True), ("(1,151.5)", False), ("151.5", False)):
        erratum = Erratum("x", "CP-1/2#table-2/row-net-total", "figure", printed, None, "certain", place)
        errata = replace(record, errata=(*record.errata, erratum))
        assert bool(quoted(tables[0], errata)) == explained
        assert (told(tables, errata) == []) == explained


def mutations(tables: list[Table]) -> Iterator[tuple[str, str, str, str]]:
    """Each figure with its first digit changed."""
    for table in tables:
        for row in table.rows:
            for column, text in row.figures.items():
                at = next(place for place, sign in enumerate(text) if sign.isdigit())
                yield table.id, row.id, column, f"{text[:at]}{int(text[at]) % 9 + 1}{text[at + 1 :]}"


def test_no_mistyped_figure_stays_unseen(record: Record) -> None:
    tables = budgets(record)
    every = list(mutations(tables))
    seen = [told(with_figure(tables, *one), record) for one in every]
    assert [one for one, found in zip(every, seen, strict=True) if not found] == []
    exact = [len(found) == 1 and found[0][:3] == one[:3] for one, found in zip(every, seen, strict=True)]
    assert sum(exact) > len(exact) * 0.8
