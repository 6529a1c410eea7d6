"""data/tables.yaml: tables of figures, of Parties' contributions and of budgets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.table import Column, Row, Share, Table
from handbook.record.values import UNIT, by_id
from handbook.sources.fields import Fields
from handbook.targets.grammar import DECISION

FIGURE = r"-?\d{1,15}(?:\.\d{1,10})?"
#: Types of the columns of each kind of table.
COLUMN_TYPES = {"scale": ("party", "percent", "amount"), "budget": ("line", "amount")}


def read_tables(file: Fields) -> dict[str, Table]:
    return by_id(file.children("tables", "table"), _table)


def _table(fields: Fields) -> tuple[str, Table]:
    id = fields.text("id", rf"{DECISION}#[a-z0-9-]+", says="an id such as CP-1/2#table-3")
    kind = fields.choice("kind", tuple(COLUMN_TYPES))
    is_budget = kind == "budget"
    columns = tuple(_columns(fields, kind or "scale"))
    figures = tuple(column.id for column in columns if column.type not in ("party", "line"))
    rows = []
    for row in fields.children("rows", "row", required=True):
        rows.append(_line(row, figures) if is_budget else _row(row, figures, r"[A-Za-z0-9-]+"))
        row.done()
    totals, total_places = ({}, {}) if is_budget else _figures(fields, "totals")
    rule, _ = ({}, {}) if is_budget else _figures(fields, "rule")
    return id, Table(
        id=id,
        kind=kind,
        label=fields.text("label"),
        page=fields.number("page"),
        currency=fields.text("currency", r"[A-Z]{3}"),
        columns=columns,
        rows=tuple(rows),
        totals=totals,
        total_places=total_places,
        rule=rule,
        place=fields.place,
        places=fields.places,
        unit=fields.choice("unit", ("thousands",), ""),
    )


def _columns(fields: Fields, kind: str) -> Iterator[Column]:
    for column in fields.children("columns", "column", required=True):
        yield Column(
            column.text("id", r"[a-z]+(?:_[a-z0-9]+)*"),
            column.choice("type", COLUMN_TYPES[kind]),
            column.place,
            tuple(text for text, _ in column.texts("sum")) if kind == "budget" else (),
            column.places,
        )
        column.done()


def _row(fields: Fields, figures: tuple[str, ...], form: str) -> Row:
    values, places = {}, {}
    id = fields.text("id", form, says="an id such as BR, or net-total in a budget")
    for figure in figures:
        value = fields.text(figure, FIGURE, required=False, says="a plain figure such as 2765.93")
        if fields.has(figure):
            places[figure] = fields.node.entries[figure].place
        if value:
            values[figure] = value
    return Row(id, values, places, fields.place)


def _line(fields: Fields, figures: tuple[str, ...]) -> Row:
    """A line of a budget. One with a letter is addressed by it, so that its words have a key of their own."""
    row = _row(fields, figures, UNIT)
    share = fields.child("share", "share", required=False)
    return replace(
        row,
        label=fields.text("label", r"[A-Z]|[IVX]+", required=False, says="a capital letter or a Roman numeral") or None,
        line=fields.text("line", r"[a-z]+(?:_[a-z0-9]+)*") if re.fullmatch("[a-z]", row.id) else "",
        sum=tuple(text for text, _ in fields.texts("sum", UNIT)),
        share=_share(share) if share else None,
        same=fields.text("same", rf"{UNIT}/{UNIT}", required=False, says="a line such as table-1/total") or None,
        keys=fields.places,
    )


def _share(fields: Fields) -> Share:
    share = Share(
        fields.text("of", UNIT), fields.text("percent", r"\d{1,3}(?:\.\d{1,6})?", says="a percentage"), fields.place
    )
    fields.done()
    return share


def _figures(fields: Fields, key: str) -> tuple[dict[str, str], dict[str, Place]]:
    """Figures by column, and where they stand."""
    values, places = {}, {}
    for name, (value, place) in fields.pairs(key).items():
        places[name] = place
        if re.fullmatch(FIGURE, value, re.ASCII):
            values[name] = value
        else:
            fields.note(place, Code.REC004, f"{name!r} is {value!r}, expected a plain figure such as 2765.93")
    return values, places
