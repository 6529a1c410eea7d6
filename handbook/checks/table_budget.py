"""The figures of a budget agree: lines and columns add up, a share is that part of its line, and a line that stands in
two tables has the same figures in both. Each sum may differ by half of the last digit for each addend.

A figure that is wrong in the source, and that data/errata.yaml quotes at its line, is not reported.

Bad:  A "10.0", B "5.5", subtotal "16.5"
Good: A "10.0", B "5.5", subtotal "15.5"
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.record.budget import wrong_figures


def look(corpus: Corpus) -> Iterator[Problem]:
    record = corpus.record
    budgets = [table for table in record.tables.values() if table.kind == "budget"]
    texts = {
        (table.id, row.id, column): text
        for table in budgets
        for row in table.rows
        for column, text in row.figures.items()
    }
    for wrong in wrong_figures(budgets, record):
        _, row, column = wrong.figure.cell
        message = f"line {row!r} has {column} {texts[wrong.figure.cell]}, expected {wrong.expected}, {wrong.says}"
        yield Problem(wrong.figure.place, message)


CHECK = Check(
    Code.TB008,
    hint="look up the figures in the source; a slip of the source goes into data/errata.yaml",
    look=look,
)
