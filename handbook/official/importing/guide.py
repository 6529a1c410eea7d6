"""What the importer knows beforehand: the names that the handbook has of plans, columns, Parties and budget lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from handbook.model.changes import COLUMNS
from handbook.model.corpus import Corpus
from handbook.model.names import Names
from handbook.model.plan import Goal, Plan
from handbook.model.record import Record
from handbook.model.table import Row, Table
from handbook.official.importing.numerals import GOAL, LETTER, NUMBER, PLAIN, ROMAN
from handbook.official.model import Guide, PlanGuide, TableGuide
from handbook.targets.addresses import TOTAL
from handbook.words.acts import PREAMBLE, ActForms

_STYLES = (
    (GOAL, re.compile(r"[A-Z]\.\d+\.\d+")),
    (NUMBER, re.compile(r"\d+")),
    (ROMAN, re.compile(r"[ivx]+")),
    (LETTER, re.compile(r"[a-z]")),
)


def guide_of(corpus: Corpus, language: str) -> Guide:
    """The guide to booklets in one language."""
    record, names = corpus.record, corpus.names[language]
    return Guide(
        tuple(_plan(plan, record, names) for plan in record.plans.values()),
        tuple(_table(table, names) for table in record.tables.values()),
        tuple(ActForms(record.acts, PREAMBLE, language).named),
        tuple(_plan(plan, record, names, _drafted(plan, record)) for plan in record.plans.values()),
    )


def _drafted(plan: Plan, record: Record) -> tuple[str, ...]:
    """The columns of a plan's draft."""
    draft = record.drafts.get(plan.id)
    columns = tuple(change.draft for change in draft.group(COLUMNS) if change.draft) if draft else ()
    return tuple(column for column in columns if column != "goal") or plan.columns


def _plan(plan: Plan, record: Record, names: Names, columns: tuple[str, ...] = ()) -> PlanGuide:
    columns = columns or plan.columns
    return PlanGuide(
        plan.decision,
        columns,
        {column: names.get(f"column.{column}") for column in ("goal", *columns)},
        {column: _style(plan.id, column, record.goals) for column in columns},
        tuple(record.goals_of(plan.id)),
        names.get(f"{plan.decision}#appendix"),
        names.get(plan.decision),
    )


def _style(plan: str, column: str, goals: Iterable[Goal]) -> str:
    """The commonest form of the labels in a column: `i` alone may be a letter too."""
    cells = [goal.plans[plan].cells.get(column, ()) for goal in goals if plan in goal.plans]
    labels = [[item.label for item in cell if item.label] for cell in cells]
    forms = Counter(next((name for name, form in _STYLES if form.fullmatch(cell[0])), PLAIN) for cell in labels if cell)
    return forms.most_common(1)[0][0] if forms else PLAIN


def _table(table: Table, names: Names) -> TableGuide:
    return TableGuide(
        table.id,
        table.label,
        {row.id: _row(table, row, names) for row in table.rows} | _total(table, names),
        tuple(column.id for column in table.figure_columns),
        {row.id: row.label for row in table.rows if row.label},
        {column.id: names.get(f"column.{column.id}") for column in table.columns},
        names.get(table.id),
    )


def _total(table: Table, names: Names) -> dict[str, str]:
    """The row below all others, where the table has totals of its own."""
    return {TOTAL: names.get(f"line.{TOTAL}")} if table.totals else {}


def _row(table: Table, row: Row, names: Names) -> str:
    return names.get(f"party.{row.id}" if table.kind == "scale" else row.name)
