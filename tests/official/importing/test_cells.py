"""An invented plan, printed in narrow lines and torn into single characters: the same pieces come back from both."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from handbook.official.importing import cells, ledger, lines
from handbook.official.model import PlanGuide, StageResult

GUIDE = PlanGuide(
    "XQ-3/2",
    ("aims", "works", "signs", "fruits"),
    {"goal": "长远目标", "aims": "目的", "works": "工程", "signs": "迹象", "fruits": "收获"},
    {"aims": "number", "works": "roman", "signs": "letter", "fruits": "plain"},
    ("A.1", "A.2", "B.1"),
    "湖区护水计划",
)
AIMS = PlanGuide(
    "XQ-3/3",
    ("aims", "fruits"),
    {"goal": "目标", "aims": "目的", "fruits": "收获"},
    {"aims": "goal", "fruits": "plain"},
    ("A.1", "A.10"),
    "岸线计划",
)
#: Goal → its wording, and the cells of its columns.
Table = dict[str, tuple[str, list[list[str]]]]
Form = Callable[[Table], str]
TABLE: Table = {
    "A.1": (
        "各方按照第8(g)条监测湖水的水位和水质变化",
        [
            ["(1) 设立水文站；", "(2) 共享数据。"],
            ["㈠ 培训站员；", "㈡ 提供船只。"],
            ["(a) 设站各方的百分比；", "(b) 共享数据各方的百分比。"],
            ["水位变化为人所知"],
        ],
    ),
    "A.2": (
        "各方防止污水流入湖区和湖岸的湿地",
        [
            ["(1) 修建管道；", "对于上游各方：", "(2) 处理污水。"],
            ["㈠ 交流经验。"],
            ["(a) 达标河段的百分比；"],
            ["湖水清澈。"],
        ],
    ),
    "B.1": (
        "各方有足够的资源开展上述各项工作",
        [["(1) 筹资。"], ["㈠ 举办捐助方会议。"], ["(a) 到位资金。"], ["工作得以持续"]],
    ),
}
EXPECTED = [
    ("a-1", "A.1.", "各方按照第8(g)条监测湖水的水位和水质变化"),
    ("a-1-aims-1", "(1)", "设立水文站；"),
    ("a-1-aims-2", "(2)", "共享数据。"),
    ("a-1-works-i", "㈠", "培训站员；"),
    ("a-1-works-ii", "㈡", "提供船只。"),
    ("a-1-signs-a", "(a)", "设站各方的百分比；"),
    ("a-1-signs-b", "(b)", "共享数据各方的百分比。"),
    ("a-1-fruits-1", "", "水位变化为人所知"),
    ("a-2", "A.2.", "各方防止污水流入湖区和湖岸的湿地"),
    ("a-2-aims-1", "(1)", "修建管道；"),
    ("a-2-aims-lead", "", "对于上游各方："),
    ("a-2-aims-2", "(2)", "处理污水。"),
    ("a-2-works-i", "㈠", "交流经验。"),
    ("a-2-signs-a", "(a)", "达标河段的百分比；"),
    ("a-2-fruits-1", "", "湖水清澈。"),
    ("b-1", "B.1.", "各方有足够的资源开展上述各项工作"),
    ("b-1-aims-1", "(1)", "筹资。"),
    ("b-1-works-i", "㈠", "举办捐助方会议。"),
    ("b-1-signs-a", "(a)", "到位资金。"),
    ("b-1-fruits-1", "", "工作得以持续"),
]
HEADS = "长远目标 目的 工程 迹象 收获\n"
TOP = f"{HEADS}(要达到什么) (怎样达到)\n\n"


def wrapped(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


def narrow(table: Table) -> str:
    """Cells one after the other, a blank line between them."""
    out = [TOP]
    for goal, (words, columns) in table.items():
        if goal.endswith(".1"):
            out.append(f"{goal[0]}.  领域{goal[0]}\n\n")
        for cell in ([f"{goal}. {words}"], *columns):
            out += [f"{line}\n" for item in cell for line in wrapped(item, 9)] + ["\n"]
    return "".join(out)


def torn_up(text: str) -> str:
    """A visual line, its characters each on a line of its own."""
    return "\n".join(text) + "\n\n"


def torn(table: Table, *, again: tuple[str, ...] = ()) -> str:
    """The same in single characters: lines of nine for the goals, of two for the other columns."""
    out: list[str] = []
    for goal, (words, columns) in [*table.items(), *((goal, table[goal]) for goal in again)]:
        out += map(torn_up, wrapped(f"{goal}. {words}", 9))
        out += map(torn_up, wrapped("".join(item for cell in columns for item in cell), 2))
    return "".join(out)


def read(text: str, guide: PlanGuide = GUIDE) -> StageResult:
    found = cells.read_cells(lines.split(text), guide)
    runs = ledger.account(text, found.pieces, found.asides)
    assert not [run for run in runs if run.what == "unread"]
    return found


def told(found: StageResult) -> list[tuple[str, str, str]]:
    return [(one.anchor, one.label, one.text) for one in found.pieces]


@pytest.mark.parametrize("text", [narrow(TABLE), torn(TABLE)], ids=["narrow", "torn"])
def test_every_goal_and_item_comes_back(text: str) -> None:
    found = read(text)
    assert told(found) == EXPECTED
    assert found.remarks == ()


def test_titles_heads_captions_and_areas_are_furniture() -> None:
    found = read(narrow(TABLE) + f" 湖区护水计划\n\n{HEADS}")
    assert sorted({one.what for one in found.asides}) == ["area", "column-captions", "column-heads", "running-title"]
    assert told(found) == EXPECTED


def test_a_cell_cut_by_a_page_is_whole() -> None:
    text = narrow(TABLE)
    cut = text.index("湿地")
    assert told(read(f"{text[:cut]}\n\n 湖区护水计划\n\n{HEADS}\n{text[cut:]}")) == EXPECTED


def test_a_page_that_is_doubled_is_reported_once() -> None:
    found = read(torn(TABLE, again=("A.2",)))
    assert told(found) == EXPECTED
    assert [(one.code, one.address) for one in found.remarks] == [("doubled-page", "XQ-3/2#a-2")]
    assert {(one.fate, one.what) for one in found.asides} == {("reported", "doubled-page")}


def test_a_goal_that_comes_again_with_other_words_is_told() -> None:
    other: Table = {**TABLE, "A.3": ("各方防止污水流入湖区和湖岸的草地", TABLE["A.2"][1])}
    found = read(torn(other).replace("A\n.\n3", "A\n.\n2"))
    assert [one.code for one in found.remarks] == ["differs"]


def test_rows_that_are_lost_and_the_rest_of_one() -> None:
    text = torn(TABLE)
    found = read(text[text.index("各\n\n方\n的") :])
    assert told(found)[0] == ("a-1-signs-a", "", "各方的百分比；")
    assert told(found)[1:] == EXPECTED[6:]
    assert [(one.code, one.address) for one in found.remarks] == [("lost-beginning", "XQ-3/2#a-1-signs-a")]
    assert found.pieces[0].doubt == "its beginning is lost"


def test_whole_rows_that_are_lost() -> None:
    found = read(torn({goal: TABLE[goal] for goal in ("B.1",)}))
    assert told(found) == EXPECTED[15:]
    assert [(one.code, one.message) for one in found.remarks] == [("rows-lost", "no goal A.1, A.2")]


def test_a_first_label_that_is_missing_is_told_by_the_width_of_lines() -> None:
    words, columns = TABLE["A.1"]
    without: Table = {**TABLE, "A.1": (words, [[columns[0][0][4:], columns[0][1]], *columns[1:]])}
    found = read(torn(without))
    assert told(found) == [*EXPECTED[:1], ("a-1-aims-1", "", "设立水文站；"), *EXPECTED[2:]]
    assert [one.code for one in found.remarks] == ["label-missing"]


def test_brackets_that_stand_alone_are_kept_and_told() -> None:
    words, columns = TABLE["B.1"]
    stray: Table = {**TABLE, "B.1": (words, [*columns[:2], ["(a) 到位资金。 ]"], columns[3]])}
    found = read(torn(stray))
    assert told(found)[-2:] == [("b-1-signs-a", "(a)", "到位资金。]"), ("b-1-fruits-1", "", "工作得以持续")]
    assert [one.code for one in found.remarks] == ["stray-bracket"]


def test_labels_with_the_goals_number() -> None:
    text = (
        "目标 目的 收获\n\nA.1. 岸线\n不变\n\nA.1.1. 栽树；\nA.1.2. 按A.1.1的办法\n护坡。\n\n岸线稳定\n\n"
        "A.10. 岸线\n清洁\n\nA.10.1. 清扫。\n\n岸线干净\n"
    )
    assert told(read(text, AIMS)) == [
        ("a-1", "A.1.", "岸线不变"),
        ("a-1-aims-1", "A.1.1.", "栽树；"),
        ("a-1-aims-2", "A.1.2.", "按A.1.1的办法护坡。"),
        ("a-1-fruits-1", "", "岸线稳定"),
        ("a-10", "A.10.", "岸线清洁"),
        ("a-10-aims-1", "A.10.1.", "清扫。"),
        ("a-10-fruits-1", "", "岸线干净"),
    ]


# --- labels -----------------------------------------------------------------------------------------------------------


def table(*cells: list[str], goal: str = "B.1") -> Table:
    """One goal with other cells than its own; None of them are given."""
    words, known = TABLE[goal]
    return {goal: (words, [*cells, *known[len(cells) :]])}


def items(found: StageResult, column: str) -> list[tuple[str, str, str]]:
    """What a column has: the end of the address, label, words."""
    mark = f"-{column}-"
    return [
        (one.anchor.partition(mark)[2], one.label, one.text)
        for one in found.pieces
        if one.kind == "cell" and mark in one.anchor
    ]


@pytest.mark.parametrize("form", [narrow, torn])
def test_words_that_look_like_labels_are_none(form: Form) -> None:
    """A citation, a word in brackets, a label that is not due."""
    found = read(form(table(["(1) 按第(2)段和(STAR)筹资，如(a)项所述；", "(2) 见第3(3)条，用款。"])))
    assert items(found, "aims") == [
        ("1", "(1)", "按第(2)段和(STAR)筹资，如(a)项所述；"),
        ("2", "(2)", "见第3(3)条，用款。"),
    ]


@pytest.mark.parametrize("form", [narrow, torn])
def test_labels_of_other_width_and_signs(form: Form) -> None:
    found = read(
        form(
            table(
                ["（1） 筹资；", "(2）用款。"], ["（一） 开会；", "(ii) 表决。"], ["（a） 到位资金；", "⒝ 用款比例。"]
            )
        )
    )
    assert items(found, "aims") == [("1", "（1）", "筹资；"), ("2", "(2）", "用款。")]
    assert items(found, "works") == [("i", "（一）", "开会；"), ("ii", "(ii)", "表决。")]
    assert items(found, "signs") == [("a", "（a）", "到位资金；"), ("b", "⒝", "用款比例。")]


@pytest.mark.parametrize("form", [narrow, torn])
def test_a_label_that_is_missing_between_two(form: Form) -> None:
    found = read(form(table(["(1) 筹资；", "用款；", "(3) 审计。"])))
    assert items(found, "aims") == [("1", "(1)", "筹资；"), ("2", "", "用款；"), ("3", "(3)", "审计。")]
    assert [(one.code, one.address) for one in found.remarks if one.code != "rows-lost"] == [
        ("label-missing", "XQ-3/2#b-1-aims-2")
    ]
    assert [one.doubt for one in found.pieces if not one.label and "aims" in one.address] == ["its label is missing"]


@pytest.mark.parametrize("form", [narrow, torn])
def test_the_first_label_of_a_later_column_that_is_missing(form: Form) -> None:
    found = read(form(table(["(1) 筹资。"], ["开会；", "㈡ 表决。"])))
    assert items(found, "aims") == [("1", "(1)", "筹资。")]
    assert items(found, "works") == [("i", "", "开会；"), ("ii", "㈡", "表决。")]


@pytest.mark.parametrize("form", [narrow, torn])
def test_a_column_whose_only_label_is_missing(form: Form) -> None:
    found = read(form(table(["(1) 筹资。"], ["举办会议。"])))
    assert items(found, "works") == [("i", "", "举办会议。")]
    assert items(found, "signs") == [("a", "(a)", "到位资金。")]


def test_a_last_label_that_is_missing_is_told_by_a_short_line() -> None:
    found = read(narrow(table(["(1) 向捐助方和开发银行及各国政府筹资；", "按预算用款。"])))
    assert items(found, "aims") == [("1", "(1)", "向捐助方和开发银行及各国政府筹资；"), ("2", "", "按预算用款。")]


def test_semicolons_of_a_list_end_no_item() -> None:
    found = read(narrow(table(["(1) 向以下各方筹资：银行；", "捐助方。"])))
    assert items(found, "aims") == [("1", "(1)", "向以下各方筹资：银行；捐助方。")]


def test_a_label_two_further_does_not_count_and_is_told() -> None:
    found = read(narrow(table(["(1) 筹资；", "(4) 用款。"])))
    assert items(found, "aims") == [("1", "(1)", "筹资；(4)用款。")]
    assert "label-odd" in [one.code for one in found.remarks]


def test_a_label_in_torn_words_counts_only_where_it_is_due() -> None:
    found = read(torn(table(["(1) 筹资(3)用款。"])))
    assert items(found, "aims") == [("1", "(1)", "筹资(3)用款。")]


def test_a_goal_that_words_name_at_the_begin_of_a_line_is_none() -> None:
    text = narrow(TABLE).replace("设立水文站\n；", "设立水文站，参看\nB.1所述；")
    found = read(text)
    expected = [
        ("a-1-aims-1", "(1)", "设立水文站，参看B.1所述；") if one[0] == "a-1-aims-1" else one for one in EXPECTED
    ]
    assert told(found) == expected
    assert found.remarks == ()


def test_an_item_of_a_goal_that_was_there_begins_no_other() -> None:
    text = "A.1.1. 栽树。\n\n岸线稳定\n\nA.10. 岸线清洁\n\nA.10.1. 清扫；照\n\nA.1.2. 的办法。\n\n岸线干净\n"
    assert told(read(text, AIMS)) == [
        ("a-1-aims-1", "A.1.1.", "栽树。"),
        ("a-1-fruits-1", "", "岸线稳定"),
        ("a-10", "A.10.", "岸线清洁"),
        ("a-10-aims-1", "A.10.1.", "清扫；照A.1.2.的办法。"),
        ("a-10-fruits-1", "", "岸线干净"),
    ]


def test_a_goal_whose_wording_is_lost_is_known_by_its_items() -> None:
    text = "A.1. 岸线\n\nA.1.1. 栽树。\n\n岸线稳定\n\nA.10.1. 清扫。\n\n岸线干净\n"
    found = read(text, AIMS)
    assert told(found)[3:] == [("a-10-aims-1", "A.10.1.", "清扫。"), ("a-10-fruits-1", "", "岸线干净")]
    assert [(one.code, one.address) for one in found.remarks] == [("goal-missing", "XQ-3/3#a-10")]


def test_goals_that_changed_places_keep_their_addresses() -> None:
    found = read(torn({goal: TABLE[goal] for goal in ("A.2", "A.1", "B.1")}))
    assert told(found) == [*EXPECTED[8:15], *EXPECTED[:8], *EXPECTED[15:]]


# --- what has no label ------------------------------------------------------------------------------------------------


def test_two_items_without_labels_are_parted_by_a_blank_line() -> None:
    words, known = TABLE["B.1"]
    text = narrow({"B.1": (words, [*known[:3], ["工作得以持续，成果为人所知。"], ["各方满意"]])})
    assert items(read(text), "fruits") == [("1", "", "工作得以持续，成果为人所知。"), ("2", "", "各方满意")]


def test_two_items_that_were_run_together_are_one_piece() -> None:
    found = read(torn(table(*TABLE["B.1"][1][:3], ["工作得以持续", "各方满意"])))
    assert items(found, "fruits") == [("1", "", "工作得以持续各方满意")]


def test_a_blank_line_inside_a_cell_parts_nothing() -> None:
    text = narrow(TABLE).replace("共享数据各方", "共享数\n\n据各方")
    assert told(read(text)) == EXPECTED


def test_no_blank_line_between_two_cells() -> None:
    text = narrow(TABLE).replace("百分比。\n\n水位", "百分比。\n水位")
    assert told(read(text)) == EXPECTED


# --- pages ------------------------------------------------------------------------------------------------------------


def test_a_title_behind_the_last_words_of_a_torn_cell() -> None:
    text = torn(TABLE)
    cut = text.index("A\n.\n2")
    top = torn_up("湖区护水计划") + "".join(torn_up(head) for head in ("长远", "目标", "目的", "工程", "迹象", "收获"))
    found = read(f"{text[:cut].rstrip()}\n {top}{text[cut:]}")
    assert told(found) == EXPECTED
    assert sorted(one.what for one in found.asides) == ["column-heads", "running-title"]


@pytest.mark.parametrize("form", [narrow, torn])
def test_a_page_that_is_doubled_and_begins_in_a_cell(form: Form) -> None:
    """Its first words belong to an item of the page before, its last ones go on behind it."""
    text = form(TABLE).removeprefix(TOP)
    first, second = text.index("船"), text.index("湿")
    top = f"\n\n 湖区护水计划\n\n{HEADS}\n"
    found = read(top.join((text[:first], text[first:second], text[first:second], text[second:])))
    assert told(found) == EXPECTED
    assert [(one.code, one.address) for one in found.remarks] == [("doubled-page", "XQ-3/2#a-2")]
    assert [one.fate for one in found.asides if one.what == "doubled-page"] == ["reported"]


def test_of_a_goal_that_comes_again_only_what_differs_is_kept() -> None:
    text = torn(TABLE)
    begin, end = text.index("A\n.\n2"), text.index("B\n.\n1")
    found = read(text[:end] + text[begin:end].replace("清", "浑") + text[end:])
    again = [one for one in found.pieces if one.doubt]
    assert [(one.anchor, one.text) for one in again] == [("a-2-fruits-1", "湖水浑澈。")]
    assert [(one.code, one.address) for one in found.remarks] == [("differs", "XQ-3/2#a-2")]
    assert told(found)[:15] == EXPECTED[:15]


def test_a_word_that_is_a_heads_is_no_top_of_a_page() -> None:
    text = narrow(TABLE).replace("设立水文站\n；", "设立水文站，\n目的明确；")
    expected = [("a-1-aims-1", "(1)", "设立水文站，目的明确；") if one[0] == "a-1-aims-1" else one for one in EXPECTED]
    assert told(read(text)) == expected


# --- brackets ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", [narrow, torn])
def test_the_brackets_of_a_draft_are_kept(form: Form) -> None:
    found = read(form(table(["(1) 筹[措]资[金]；", "[(2) 用款。]"])))
    assert items(found, "aims") == [("1", "(1)", "筹[措]资[金]；"), ("2", "[(2)", "用款。]")]
    assert [one.code for one in found.remarks if one.code != "rows-lost"] == []


def test_nothing_begins_between_two_brackets() -> None:
    words, known = TABLE["B.1"]
    text = narrow({"B.1": (words, [*known[:3], ["[工作得以持续，成果为人所知。"], ["各方满意]"]])})
    assert items(read(text), "fruits") == [("1", "", "[工作得以持续，成果为人所知。各方满意]")]


def test_what_is_odd_very_often_is_told_in_part() -> None:
    found = read(narrow(TABLE) + "]" * 1000)
    strays = [one.message for one in found.remarks if one.code == "stray-bracket"]
    assert (len(strays), strays[-1]) == (51, "and 950 more")


# --- whatever comes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
def test_a_soup_of_signs_is_accounted_for(seed: int) -> None:
    random = Random(seed)
    whole = random.choice((narrow(TABLE), torn(TABLE)))
    soup = "".join(random.choice("()[]（A.1B2.a；。：㈠\n\n 甲乙") for _ in range(600))
    holes = "".join(sign for sign in whole if random.random() > 0.1)
    for text in (soup, holes, whole[random.randrange(len(whole)) :], whole[: random.randrange(len(whole))] + soup):
        read(text, random.choice((GUIDE, AIMS)))


@pytest.mark.parametrize("text", ["", "\n\n", "甲\n乙\n", "(a)\n", "A.1.\n", torn(TABLE)[::-1], narrow(TABLE)[::-1]])
def test_whatever_it_is_is_accounted_for(text: str) -> None:
    read(text)
