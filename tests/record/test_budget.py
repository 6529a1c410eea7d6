"""Budgets: what does not come out is told once, at the figure that is wrong; and lines as pages show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.languages import LANGUAGES
from handbook.model.corpus import Corpus
from handbook.model.record import Erratum, Record, Table
from handbook.record.budget import equations, figures, quoted, wrong_figures
from handbook.site.kinds import KINDS
from handbook.site.render import render_page
from handbook.site.site import Site
from handbook.site.view import View
from handbook.targets.addresses import slug
from handbook.words.citations import line_label

ROOT = Path(__file__).resolve().parents[2]


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT)


@pytest.fixture
def record(small: Path) -> Record:
    return load_corpus(small).record


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


# --- the handbook's own -----------------------------------------------------------------------------------------------


def test_published_budgets_come_out() -> None:
    """All sums, shares and lines of two tables: the errata explain what the source has wrong, and no more is."""
    record = corpus().record
    tables = budgets(record)
    known = figures(tables)
    every = [equation for table in tables for equation in equations(table, known)]
    values = {cell: figure.value for cell, figure in known.items()}
    open_ones = {equation.cells for equation in every if not equation.holds(values)}
    assert len(tables) >= 4
    assert len(every) > 100
    assert told(tables, record) == []
    explained = set().union(*(quoted(table, record) for table in tables))
    assert all(any(cell[:2] in {one[:2] for one in explained} for cell in cells) for cells in open_ones)


def mutations(tables: list[Table]) -> Iterator[tuple[str, str, str, str]]:
    """Each figure with its first digit changed."""
    for table in tables:
        for row in table.rows:
            for column, text in row.figures.items():
                at = next(place for place, sign in enumerate(text) if sign.isdigit())
                yield table.id, row.id, column, f"{text[:at]}{int(text[at]) % 9 + 1}{text[at + 1 :]}"


def test_no_mistyped_figure_stays_unseen() -> None:
    record = corpus().record
    tables = budgets(record)
    every = list(mutations(tables))
    seen = [told(with_figure(tables, *one), record) for one in every]
    assert [one for one, found in zip(every, seen, strict=True) if not found] == []
    exact = [found[0][:3] == one[:3] and len(found) == 1 for one, found in zip(every, seen, strict=True)]
    assert sum(exact) > len(exact) * 0.8


# --- pages ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_budgets_on_their_pages(language: str) -> None:
    """Each line with its address, words and figures; marks and errata at their lines."""
    site = Site(corpus(), KINDS)
    view = View(site, language)
    for table in budgets(site.record):
        page = site.by_path[f"decisions/{slug(table.decision)}/"]
        rendered, problems = render_page(view, page)
        assert problems == []
        assert rendered is not None
        assert view.name(f"currency.{table.currency}.{table.unit}") in rendered.html
        indexed = {one.anchor: one for one in rendered.search}
        for row in table.rows:
            anchor = table.row_anchor(row)
            assert rendered.html.count(f'id="{anchor}"') == 1
            assert indexed[anchor].title.startswith(view.name(row.name))
            for text in row.figures.values():
                assert view.language.figure(text) in indexed[anchor].text


@pytest.mark.parametrize(
    ("label", "lettered", "shown"),
    [
        ("H", True, "H H H H H ح"),
        ("I", True, "I I I I I ط"),
        ("I", False, "一 I I I I أولا"),
        ("III", False, "三 III III III III ثالثا"),
    ],
)
def test_labels_of_lines(label: str, lettered: bool, shown: str) -> None:
    assert [line_label(label, lettered, language) for language in LANGUAGES] == shown.split()
