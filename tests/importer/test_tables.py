"""Tables of figures: rows whole and broken, heads once and repeated, names with a slip."""

from __future__ import annotations

import pytest

from handbook.importer import ledger, lines, tables
from handbook.importer.model import Found, TableGuide

SCALE = TableGuide(
    "XQ-3/1#table-2",
    "2",
    {"AA": "湖北国", "BB": "湖南群岛共和国", "CC": "东岸联邦"},
    ("scale", "contribution"),
    heads={"party": "缔约方", "scale": "比额表", "contribution": "2024年的摊款"},
)
BUDGET = TableGuide(
    "XQ-3/1#table-1a",
    "1a",
    {"a": "水位员", "b": "船只", "programme": "方案", "total": "共计（一 + 二）", "net-total": "净额"},
    ("year_2024",),
    {"a": "A", "b": "B", "programme": "I"},
    {"line": "用途", "year_2024": "2024年"},
)
CAPTION = "表 2\t 2024年的摊款分摊\n\n"
HEADS = "缔约方\n比额\n表\n\n2024年\n的摊款\n\n"


def read(text: str, guide: TableGuide) -> Found:
    found = tables.read(lines.split(text), guide)
    account = ledger.account(text, found.pieces, found.asides)
    assert not [run for run in account if run.what == "unread"]
    return found


def rows(found: Found) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (one.at.rpartition("/row-")[2], one.label, one.text, one.figures) for one in found.pieces if one.kind == "row"
    ]


def test_a_table_whole() -> None:
    found = read(
        f"{CAPTION}{HEADS}1 湖北国 0.010 236\n\n2 湖南群岛共和国 0.120 1,236\n\n3 东岸联邦 2.000 58,934\n\n"
        "2.130 60,406\n",
        SCALE,
    )
    assert [(one.at, one.kind, one.label, one.text) for one in found.pieces[:4]] == [
        ("XQ-3/1#table-2", "table", "表2", "2024年的摊款分摊"),
        ("XQ-3/1#table-2/col-party", "column", "", "缔约方"),
        ("XQ-3/1#table-2/col-scale", "column", "", "比额表"),
        ("XQ-3/1#table-2/col-contribution", "column", "", "2024年的摊款"),
    ]
    assert rows(found) == [
        ("aa", "1", "湖北国", ("0.010", "236")),
        ("bb", "2", "湖南群岛共和国", ("0.120", "1,236")),
        ("cc", "3", "东岸联邦", ("2.000", "58,934")),
        ("total", "", "", ("2.130", "60,406")),
    ]
    assert (found.asides, found.remarks) == ((), ())


def test_heads_that_come_again_are_furniture() -> None:
    found = read(
        f"{CAPTION}{HEADS}1 湖北国 0.010 236\n\n {HEADS.replace('比额', '比额3')}"
        "2 湖南群岛共和国 0.120 1,236\n3 东岸联邦 2 5\n",
        SCALE,
    )
    assert [one.what for one in found.asides] == ["column-heads"]
    assert [row[0] for row in rows(found)] == ["aa", "bb", "cc"]


@pytest.mark.parametrize(
    "text",
    [
        "2 湖南群岛\n共和国 0.120 1,236\n",
        "2 湖南群岛共和国\n0.120 1,236\n",
        "2 湖南群岛共和国\n\n 0.120\t1,236 \n",
        "2  湖南群岛 共和国 0.120 1,236\n",
    ],
)
def test_a_row_broken_over_lines(text: str) -> None:
    found = read(f"{CAPTION}{HEADS}1 湖北国 0.010 236\n\n{text}\n3 东岸联邦 2.000 58,934\n", SCALE)
    assert [(id, figures) for id, _, _, figures in rows(found)] == [
        ("aa", ("0.010", "236")),
        ("bb", ("0.120", "1,236")),
        ("cc", ("2.000", "58,934")),
    ]
    assert found.remarks == ()


def test_names_with_a_slip_unknown_ones_and_rows_that_are_missing() -> None:
    found = read(f"{CAPTION}{HEADS}1 湖北国 0.010 236\n2 湖南群岛 0.120 1,236\n3 西岸王国 0.500 2\n", SCALE)
    assert [(row[0], row[2]) for row in rows(found)] == [("aa", "湖北国"), ("bb", "湖南群岛"), ("?1", "西岸王国")]
    assert [one.doubt for one in found.pieces if one.doubt] == ["the name is not quite the row's"]
    assert [(one.code, one.at) for one in found.remarks] == [
        ("row-missing", "XQ-3/1#table-2/row-cc"),
        ("unknown-row", "XQ-3/1#table-2/row-?1"),
    ]


def test_a_row_with_fewer_figures_counts_behind_a_known_name() -> None:
    found = read(f"{CAPTION}{HEADS}1 湖北国 0.010 236\n2 湖南群岛共和国 1,236\n3 东岸联邦 0.500 2\n", SCALE)
    assert rows(found)[1] == ("bb", "2", "湖南群岛共和国", ("1,236",))


def test_a_budget() -> None:
    """Letters, a heading without figures, a unit, minus in brackets, a formula that is part of a name."""
    found = read(
        "表1a. \t 支出\n\n用途 2024年\n\n(千元)\n\n一. 方案:\n\nA. \t 水位员 1,220.50\n\nB．船艇 75.00\n\n"
        "共计(一 + 二) 1,295.50\n\n净额 (251.07)\n",
        BUDGET,
    )
    assert rows(found) == [
        ("programme", "一.", "方案:", ()),
        ("a", "A.", "水位员", ("1,220.50",)),
        ("b", "B．", "船艇", ("75.00",)),
        ("total", "", "共计(一+二)", ("1,295.50",)),
        ("net-total", "", "净额", ("(251.07)",)),
    ]
    assert [one.what for one in found.asides] == ["unit"]
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("表 2\t 摊款", "2"),
        ("表1a. \t 支出", "1a"),
        ("表1a和1b所列目的；", None),
        ("表 2 所载比额", None),
        ("表2按各方分列，", None),
        ("1. 通过表2", None),
    ],
)
def test_a_caption_and_a_sentence_about_a_table(text: str, label: str | None) -> None:
    (line,) = lines.split(text)
    assert tables.begins(line) == label
