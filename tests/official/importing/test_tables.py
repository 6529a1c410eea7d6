"""Tables of figures: each kind of damage once, and the whole list of pieces that the table must come out as."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from handbook.official.importing import ledger, lines, tablerows, tables
from handbook.official.model import Mark, StageResult, TableGuide
from handbook.targets.addresses import TOTAL

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
    {
        "programme": "方案",
        "a": "水位员",
        "b": "船只",
        "support": "支助费用",
        "total": "共计（一 + 二）",
        "net-total": "净额",
    },
    ("year_2024",),
    {"programme": "I", "a": "A", "b": "B", "support": "II"},
    {"line": "用途", "year_2024": "2024年"},
)
CAPTION = "表 2\t 2024年的摊款分摊\n\n"
HEADS = "缔约方\n比额\n表\n\n2024年\n的摊款\n\n"
AA, BB, CC = "1 湖北国 0.010 236\n", "2 湖南群岛共和国 0.120 1,236\n", "3 东岸联邦 2.000 58,934\n"
TOP = [
    ("table-2", "表2", "2024年的摊款分摊", (), ""),
    ("table-2/col-party", "", "缔约方", (), ""),
    ("table-2/col-scale", "", "比额表", (), ""),
    ("table-2/col-contribution", "", "2024年的摊款", (), ""),
]
A = ("table-2/row-aa", "1", "湖北国", ("0.010", "236"), "")
B = ("table-2/row-bb", "2", "湖南群岛共和国", ("0.120", "1,236"), "")
C = ("table-2/row-cc", "3", "东岸联邦", ("2.000", "58,934"), "")
Shown = tuple[str, str, str, tuple[str, ...], str]


def read(text: str, guide: TableGuide = SCALE) -> StageResult:
    """What is found in a table's text. Nothing of it is lost, and a piece's ranges hold its words."""
    found = tables.read_tables(lines.split(text), guide)
    account = ledger.account(text, found.pieces, found.asides)
    assert not [run for run in account if run.what == "unread"]
    for piece in found.pieces:
        held = "".join(text[slice(*part)] for part in piece.ranges)
        assert not set("".join((piece.label, piece.text, *piece.figures))) - {" "} - set(held)
    return found


def shown(found: StageResult) -> list[Shown]:
    return [(one.anchor, one.label, one.text, one.figures, one.doubt) for one in found.pieces]


def asides(found: StageResult) -> list[str]:
    return [one.what for one in found.asides]


def remarks(found: StageResult) -> list[tuple[int, str, str]]:
    return [(one.line, one.code, one.address.partition("#")[2]) for one in found.remarks]


def test_a_table_whole() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}\n{BB}\n{CC}\n2.130 60,406\n")
    assert shown(found) == [*TOP, A, B, C, ("table-2/row-total", "", "", ("2.130", "60,406"), "")]
    assert [one.kind for one in found.pieces] == ["table", "column", "column", "column", "row", "row", "row", "row"]
    assert (found.asides, found.remarks) == ((), ())


def test_a_total_that_the_handbook_has_under_its_name() -> None:
    guide = replace(SCALE, names={**SCALE.names, TOTAL: "共计"})
    for line in ("2.130 60,406\n", "共计 2.130 60,406\n"):
        found = read(f"{CAPTION}{HEADS}{AA}{BB}{CC}{line}", guide)
        assert shown(found)[-1] == ("table-2/row-total", "", line.partition("2")[0].strip(), ("2.130", "60,406"), "")
        assert found.remarks == ()
    assert remarks(read(f"{CAPTION}{HEADS}{AA}{BB}{CC}", guide)) == [(12, "row-missing", "table-2/row-total")]


# --- the caption


@pytest.mark.parametrize(
    "caption",
    ["表 2\t 2024年的\n摊款分摊\n\n", "表2. 2024年的摊款分摊\n", "表 2 2024年的摊款\n\n分摊\n\n"],
)
def test_a_caption_over_lines_and_heads_right_behind_it(caption: str) -> None:
    """Behind a blank line it goes on where its name says so."""
    found = read(f"{caption}{HEADS}{AA}{BB}{CC}", replace(SCALE, title="2024年的摊款分摊"))
    assert shown(found)[0][2:] == ("2024年的摊款分摊", (), "")
    assert shown(found)[1:] == [*TOP[1:], A, B, C]
    assert (found.asides, found.remarks) == ((), ())


def test_a_caption_that_is_continued_is_furniture() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}\n表 2 (续)\n{HEADS}{BB}{CC}")
    assert shown(found) == [*TOP, A, B, C]
    assert sorted(asides(found)) == ["column-heads", "running-title"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("表 2\t 摊款", "2"),
        ("表1a. \t 支出", "1a"),
        ("表 1a：支出", "1a"),
        ("表1a和1b所列目的；", None),
        ("表 2 和 表 3 的比额", None),
        ("表 2 所载比额", None),
        ("表 2 的比额", None),
        ("表2按各方分列，", None),
        ("1. 通过表2", None),
        ("表 2 摊款（续）", None),
        ("", None),
    ],
)
def test_a_caption_and_a_sentence_about_a_table(text: str, label: str | None) -> None:
    (line,) = lines.split(text)
    assert tables.begins(line) == label


# --- the heads


def test_heads_that_come_again_are_furniture() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}\n {HEADS.replace('比额', '比额3')}{BB}{CC}")
    assert shown(found) == [*TOP, A, B, C]
    assert (asides(found), found.remarks) == (["column-heads"], ())


@pytest.mark.parametrize("row", ["2 湖南群岛\n{}\n共和国 0.120 1,236\n", "2 湖南群岛共和国\n{}\n0.120 1,236\n"])
def test_a_page_that_ends_inside_a_row(row: str) -> None:
    found = read(f"{CAPTION}{HEADS}{AA}{row.format(HEADS)}{CC}")
    assert shown(found) == [*TOP, A, B, C]
    assert (asides(found), found.remarks) == (["column-heads"], ())


def test_a_mark_that_was_left_at_a_head() -> None:
    found = read(f"{CAPTION}{HEADS.replace('表', '表 3').replace('方', '方*')}{AA}{BB}{CC}")
    assert shown(found) == [*TOP, A, B, C]
    assert [one.marks for one in found.pieces[1:4]] == [(Mark("*", 3),), (Mark("3", 3),), ()]


def test_a_head_with_another_name_stands_between_its_neighbours() -> None:
    found = read(f"{CAPTION}{HEADS.replace('比额', '分摊')}{AA}{BB}{CC}")
    assert shown(found)[2] == ("table-2/col-scale", "", "分摊表", (), "the head is not the column's name")
    assert found.remarks == ()


def test_a_head_that_is_missing_and_words_that_are_none() -> None:
    found = read(f"{CAPTION}本表只供参考\n缔约方 2024年的摊款\n{AA}{BB}{CC}")
    assert shown(found) == [TOP[0], TOP[1], TOP[3], A, B, C]
    assert asides(found) == ["stray"]
    assert remarks(found) == [(3, "stray", "table-2"), (4, "column-missing", "table-2/col-scale")]


# --- rows


@pytest.mark.parametrize(
    "text",
    [
        "2 湖南群岛\n共和国 0.120 1,236\n",
        "2 湖南群岛共和国\n0.120 1,236\n",
        "2 湖南群岛共和国\n\n 0.120\t1,236 \n",
        "2 湖南群岛共和国 0.120\n1,236\n",
        "2 湖南\n群岛\n共和国\n0.120\n1,236\n",
        "2\n湖南群岛共和国\n0.120\n1,236\n",
        "2\n湖南群岛共和国 0.120 1,236\n",
        "2 湖南群岛 0.120 1,236\n共和国\n",
        "2  湖南群岛 共和国 0.120 1,236\n",
        "2\u3000湖南群岛共和国\u20030.120\t1,236\n",
        "2湖南群岛共和国0.120 1,236\n",
    ],
)
def test_a_row_broken_or_crowded(text: str) -> None:
    found = read(f"{CAPTION}{HEADS}{AA}\n{text}\n{CC}")
    assert shown(found) == [*TOP, A, B, C]
    assert (found.asides, found.remarks) == ((), ())


def test_a_broken_row_with_a_slip_in_its_name() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}\n湖南群\n鸟共和国\n0.120 1,236\n{CC}")
    assert shown(found)[5] == ("table-2/row-bb", "", "湖南群鸟共和国", ("0.120", "1,236"), tablerows.SLIP)
    assert found.remarks == ()


def test_two_rows_on_a_line() -> None:
    found = read(f"{CAPTION}{HEADS}{AA.strip()} {BB.strip()} {CC}")
    assert shown(found) == [*TOP, A, B, C]
    assert found.remarks == ()


def test_rows_without_labels_in_another_order_and_signs_of_another_width() -> None:
    found = read(f"{CAPTION}{HEADS}东岸联邦 2.000 58,934\n１ 湖北国 0.010 236\n湖南群岛共和国 （0.120） 1，236\n")
    assert shown(found) == [
        *TOP,
        ("table-2/row-cc", "", "东岸联邦", ("2.000", "58,934"), ""),
        ("table-2/row-aa", "１", "湖北国", ("0.010", "236"), ""),
        ("table-2/row-bb", "", "湖南群岛共和国", ("（0.120）", "1，236"), ""),
    ]
    assert found.remarks == ()


def test_a_name_with_a_slip_leaves_the_others_theirs() -> None:
    """The row of another's name comes later, and keeps it."""
    guide = replace(SCALE, names={"AA": "南湖国", "BB": "南湖民国"})
    found = read(f"{CAPTION}{HEADS}1 南湖王国 0.010 236\n2 南湖国 0.120 1,236\n", guide)
    assert shown(found)[4:] == [
        ("table-2/row-bb", "1", "南湖王国", ("0.010", "236"), tablerows.SLIP),
        ("table-2/row-aa", "2", "南湖国", ("0.120", "1,236"), ""),
    ]


def test_a_name_that_is_not_known_and_a_row_that_is_missing() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}2 湖南群岛 0.120 1,236\n3 西山王国 0.500 2\n")
    assert shown(found) == [
        *TOP,
        A,
        ("table-2/row-bb", "2", "湖南群岛", ("0.120", "1,236"), tablerows.SLIP),
        ("table-2/row-?1", "3", "西山王国", ("0.500", "2"), ""),
    ]
    assert remarks(found) == [(11, "row-missing", "table-2/row-cc"), (12, "unknown-row", "table-2/row-?1")]


@pytest.mark.parametrize(("text", "name"), [("2 西山王国 0.120 1,236\n", "西山王国"), ("2 0.120 1,236\n", "")])
def test_a_row_between_two_known_ones_is_placed_by_its_order(text: str, name: str) -> None:
    found = read(f"{CAPTION}{HEADS}{AA}{text}{CC}")
    assert shown(found)[5] == ("table-2/row-bb", "2", name, ("0.120", "1,236"), tablerows.ORDER)
    assert found.remarks == ()


def test_a_row_with_fewer_figures_counts_behind_a_known_name() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}2 湖南群岛共和国 1,236\n{CC}")
    assert shown(found)[5] == ("table-2/row-bb", "2", "湖南群岛共和国", ("1,236",), "")
    assert found.remarks == ()


def test_a_lone_figure_behind_a_known_name_is_no_label() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}湖南群岛共和国\n236\n东岸联邦 2.000 58,934\n")
    assert shown(found)[5:] == [
        ("table-2/row-bb", "", "湖南群岛共和国", ("236",), ""),
        ("table-2/row-cc", "", "东岸联邦", ("2.000", "58,934"), ""),
    ]
    assert found.remarks == ()


def test_behind_a_row_that_stands_there_again_none_is_placed_by_its_order() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}1 湖北国 0.010 237\n2 西山王国 0.500 2\n{CC}")
    assert shown(found)[4:] == [
        A,
        ("table-2/row-aa", "1", "湖北国", ("0.010", "237"), tablerows.AGAIN),
        ("table-2/row-?1", "2", "西山王国", ("0.500", "2"), ""),
        C,
    ]
    assert remarks(found) == [
        (10, "row-missing", "table-2/row-bb"),
        (11, "doubled-row", "table-2/row-aa"),
        (12, "unknown-row", "table-2/row-?1"),
    ]


def test_rows_that_stand_there_again() -> None:
    """A doubled page is no wording; a row with other figures is, and says so."""
    found = read(f"{CAPTION}{HEADS}{AA}{BB}{HEADS}{BB}{CC}3 东岸联邦 2.000 58,943\n")
    assert shown(found) == [
        *TOP,
        A,
        B,
        C,
        ("table-2/row-cc", "3", "东岸联邦", ("2.000", "58,943"), tablerows.AGAIN),
    ]
    assert sorted(asides(found)) == ["column-heads", "doubled-row"]
    assert remarks(found) == [(19, "doubled-row", "table-2/row-bb"), (21, "doubled-row", "table-2/row-cc")]


def test_words_among_the_rows_are_said() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}本页的数字未经审计\n{BB}{CC}")
    assert shown(found) == [*TOP, A, B, C]
    assert [(one.fate, one.what) for one in found.asides] == [("reported", "stray")]
    assert remarks(found) == [(11, "stray", "table-2")]


# --- budgets


def test_a_budget() -> None:
    """Letters, a heading without figures, a unit, minus in brackets, a percentage and a formula as parts of a name."""
    found = read(
        "表1a. \t 支出\n\n用途 2024年\n\n(千元)\n\n一. 方案:\n\nA. \t 水位员 1,220.50\n\nB．船艇 75.00\n\n"
        "二. \t 支助\n费用(13%) 168.42\n\n共计(一 + 二) 1,295.50\n\n净额 (251.07)\n",
        BUDGET,
    )
    assert shown(found) == [
        ("table-1a", "表1a.", "支出", (), ""),
        ("table-1a/col-line", "", "用途", (), ""),
        ("table-1a/col-year_2024", "", "2024年", (), ""),
        ("table-1a/row-programme", "一.", "方案:", (), ""),
        ("table-1a/row-a", "A.", "水位员", ("1,220.50",), ""),
        ("table-1a/row-b", "B．", "船艇", ("75.00",), tablerows.SLIP),
        ("table-1a/row-support", "二.", "支助费用(13%)", ("168.42",), ""),
        ("table-1a/row-total", "", "共计(一+二)", ("1,295.50",), ""),
        ("table-1a/row-net-total", "", "净额", ("(251.07)",), ""),
    ]
    assert (asides(found), found.remarks) == (["unit"], ())


def test_letters_and_figures_on_lines_of_their_own() -> None:
    found = read("表1a. \t 支出\n\n用途\n2024年\n\nA.\n水位员\n1,220.50\n\nB.\n\n船只\n75.00\n", BUDGET)
    assert shown(found)[3:] == [
        ("table-1a/row-a", "A.", "水位员", ("1,220.50",), ""),
        ("table-1a/row-b", "B.", "船只", ("75.00",), ""),
    ]
    assert found.asides == ()


def test_a_heading_whose_name_begins_another_row() -> None:
    guide = replace(BUDGET, names={"support": "支助", "support-costs": "支助费用"}, row_labels={})
    found = read("表1a. \t 支出\n\n用途 2024年\n\n支助\n支助\n费用 168.42\n", guide)
    assert shown(found)[3:] == [
        ("table-1a/row-support", "", "支助", (), ""),
        ("table-1a/row-support-costs", "", "支助费用", ("168.42",), ""),
    ]


def test_a_line_of_a_budget_is_told_by_its_letter_where_its_name_is_another() -> None:
    """A Chinese numeral is the record's Roman one; a year in a name is no figure."""
    found = read("表1a. \t 支出\n\n用途 2024年\n\nA. 测量 -20.5\nB. 2024年船只 75.00\n二. 杂项 3.00\n", BUDGET)
    assert shown(found)[3:] == [
        ("table-1a/row-a", "A.", "测量", ("-20.5",), tablerows.SLIP),
        ("table-1a/row-b", "B.", "2024年船只", ("75.00",), tablerows.SLIP),
        ("table-1a/row-support", "二.", "杂项", ("3.00",), tablerows.SLIP),
    ]
    assert [one for one in remarks(found) if one[1] != "row-missing"] == []


# --- anything at all


@pytest.mark.parametrize("seed", range(8))
def test_any_lines_are_accounted_for(seed: int) -> None:
    """Soup of what tables are made of, and whole tables with their lines shuffled, cut and joined."""
    random = Random(seed)
    for _ in range(60):
        soup = "".join(
            random.choices(
                "12 国湖北 \t0.5,，(（)）\n\n\f一二.A东岸表缔约方 236 -–续千元:、联邦1湖", k=random.randint(0, 160)
            )
        )
        for text in (soup, f"{CAPTION}{HEADS}{soup}"):
            read(text, random.choice((SCALE, BUDGET)))
        whole = f"{HEADS}{AA}{BB}{CC}".splitlines()
        random.shuffle(whole)
        cut = [part for line in whole for part in (line[:4], line[4:]) if random.random() < 0.9]
        read(CAPTION + random.choice(("\n", " ")).join(cut))


def test_what_is_too_long_for_a_table_is_reported() -> None:
    found = read(f"{CAPTION}{HEADS}{AA}{BB}{CC}" + "别的文件的一行\n" * 3000)
    assert shown(found) == [*TOP, A, B, C]
    assert set(asides(found)) == {"stray"}
