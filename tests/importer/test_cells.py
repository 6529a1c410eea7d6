"""An invented plan, printed in narrow lines and torn into single characters: the same pieces come back from both."""

from __future__ import annotations

import pytest

from handbook.importer import cells, ledger, lines
from handbook.importer.model import Found, PlanGuide

GUIDE = PlanGuide(
    "water",
    "XQ-3/2",
    ("aims", "works", "signs", "fruits"),
    {"goal": "长远目标", "aims": "目的", "works": "工程", "signs": "迹象", "fruits": "收获"},
    {"aims": "number", "works": "roman", "signs": "letter", "fruits": "plain"},
    ("A.1", "A.2", "B.1"),
    "湖区护水计划",
)
AIMS = PlanGuide(
    "shore",
    "XQ-3/3",
    ("aims", "fruits"),
    {"goal": "目标", "aims": "目的", "fruits": "收获"},
    {"aims": "goal", "fruits": "plain"},
    ("A.1", "A.10"),
    "岸线计划",
)
#: Goal → its wording, and the cells of its columns.
Table = dict[str, tuple[str, list[list[str]]]]
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


def wrapped(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)]


def narrow(table: Table) -> str:
    """Cells one after the other, a blank line between them."""
    out = [HEADS, "(要达到什么) (怎样达到)\n\n"]
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


def read(text: str, guide: PlanGuide = GUIDE) -> Found:
    found = cells.read(lines.split(text), guide)
    runs = ledger.account(text, found.pieces, found.asides)
    assert not [run for run in runs if run.what == "unread"]
    return found


def told(found: Found) -> list[tuple[str, str, str]]:
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
    assert [(one.code, one.at) for one in found.remarks] == [("doubled-page", "XQ-3/2#a-2")]
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
    assert [(one.code, one.at) for one in found.remarks] == [("lost-beginning", "XQ-3/2#a-1-signs-a")]
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


@pytest.mark.parametrize("text", ["", "\n\n", "甲\n乙\n", "(a)\n", "A.1.\n", torn(TABLE)[::-1], narrow(TABLE)[::-1]])
def test_whatever_it_is_is_accounted_for(text: str) -> None:
    read(text)
