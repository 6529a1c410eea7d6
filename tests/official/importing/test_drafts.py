"""A document without decisions is cut where the drafts of its plans begin; what a word processor left is taken out."""

from __future__ import annotations

from random import Random

import pytest

from handbook.official.importing import drafts, ledger, lines, stages, wordmarks
from handbook.official.model import Guide, PlanGuide

WATER = PlanGuide(
    "XQ-3/2",
    ("aims", "signs"),
    {"goal": "目标", "aims": "目的", "signs": "迹象"},
    {"aims": "number", "signs": "plain"},
    ("A.1",),
    "《湖区护水计划》",
    "《湖区护水计划》及其资金",
)
SHORE = PlanGuide(
    "XQ-3/3", ("works", "signs"), {"goal": "目标", "works": "工程", "signs": "迹象"}, {}, (), "湖区岸线计划"
)
GUIDE = Guide((WATER, SHORE), (), openers=("回顾", "又回顾"))


def cut(text: str) -> list[tuple[str, str, int]]:
    return [(one.id, one.part, one.lines[0].number) for one in drafts.cut(lines.split(text), GUIDE).stretches]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建议\n\n湖区护水\n计划\n\n甲\n\n湖区岸线计划\n乙\n", [("XQ-3/2", "annex", 3), ("XQ-3/3", "annex", 8)]),
        ("A. 湖区护水计划及其资金\n甲\n附件一\n护水计划草案\n乙\n", [("XQ-3/2", "", 1), ("XQ-3/2", "annex", 3)]),
        ("附件二\n湖区岸线计划（草案）\n乙\n", [("XQ-3/3", "annex", 1)]),
        ("附件\n别的事项\n", []),
        ("建议通过湖区岸线计划。\n\n目标 工程 迹象\n乙\n", [("XQ-3/3", "annex", 3)]),
        ("别的文件\n目标与迹象\n", []),
        ("", []),
    ],
)
def test_parts_begin_with_their_titles_or_heads(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert cut(text) == expected


def test_bookmarks_and_footnotes_of_a_word_processor() -> None:
    text = (
        "[bookmark: _H1]测量[footnoteRef:2] 水位[footnoteRef:3]。 [2: 第5/1号决定[草案]。] [3:  视天气。]\n[甲]：[4]\n"
    )
    found = wordmarks.clear(lines.split(text))
    assert [line.text.strip() for line in found.lines if not line.blank] == ["测量 水位。", "[甲]：[4]"]
    assert [(one.n, one.words.text) for one in found.notes] == [("2", "第5/1号决定[草案]。"), ("3", "视天气。")]
    assert [(one.n, text[one.start : one.end]) for one in found.marks] == [
        ("2", "[footnoteRef:2]"),
        ("3", "[footnoteRef:3]"),
    ]
    assert [(one.fate, one.what) for one in found.asides] == [("furniture", "bookmark")]


def test_cells_and_paragraphs_are_set_apart() -> None:
    """Inside a table each cell, behind it each paragraph again."""
    found = wordmarks.clear(lines.split("甲\n乙\n\t丙\n其余\n\t丁\n附件二\n戊\n己\n"))
    text = "".join(f"{line.text}\n" for line in found.lines)
    assert text == "\n甲\n\n乙\n\n\t丙\n其余\n\n\t丁\n\n附件二\n\n戊\n\n己\n"


DRAFT = """湖区机构通过的建议
A.  湖区护水计划及其资金
1. 建议湖区公约缔约方大会通过以下决定：
湖区公约缔约方大会，
回顾上次会议[footnoteRef:7]的报告，  [7:  第XQ-2/1号决定。]
又回顾水文站的意见，
[1.\t通过附件一所载计划；]
2.\t[请秘书处测量水位，]并公布结果。

附件一
湖区护水计划（草案）
一.\t目的
1. 护水为了后人。

附件一附录
\t目标
\t目的
\t迹象

\t[bookmark: _H2]A.1. 湖水清澈
\t(1) 治污；
[(2) 种树。]
\t各方[都]饮用湖水
"""


def test_a_note_that_two_marks_call_is_placed_once() -> None:
    """Of two notes with one number each mark has its own; a third mark has the last one's."""
    text = (
        "湖区护水计划及其资金\n1.\t测量[footnoteRef:7]水位[footnoteRef:2]。 [7: 甲。] [2: 乙。]\n"
        "2.\t取样[footnoteRef:2]并送交[footnoteRef:2]各站[footnoteRef:9]。 [2: 丙。]\n"
    )
    reading = stages.read_stages(text, GUIDE)
    pieces = stages.finished(reading, reading.result.pieces)
    assert [(one.anchor, one.label, one.text, [mark.n for mark in one.marks]) for one in pieces] == [
        ("title", "", "湖区护水计划及其资金", []),
        ("p1", "1.", "测量水位。", ["1", "2"]),
        ("p2", "2.", "取样并送交各站。", ["3", "3", "4"]),
        ("fn-1", "7", "甲。", []),
        ("fn-2", "2", "乙。", []),
        ("fn-3", "2", "丙。", []),
    ]
    assert not [run for run in ledger.account(text, pieces, reading.result.asides) if run.fate == "reported"]


def test_a_draft_is_read_by_the_parts_that_read_decisions_and_keeps_its_brackets() -> None:
    reading = stages.read_stages(DRAFT, GUIDE)
    pieces = stages.finished(reading, reading.result.pieces)
    assert [(one.address, one.label, one.text, [mark.n for mark in one.marks]) for one in pieces] == [
        ("XQ-3/2#title", "A.", "湖区护水计划及其资金", []),
        ("XQ-3/2#opening", "", "湖区公约缔约方大会，", []),
        ("XQ-3/2#pre-1", "", "回顾上次会议的报告，", ["1"]),
        ("XQ-3/2#pre-2", "", "又回顾水文站的意见，", []),
        ("XQ-3/2#p1", "[1.", "通过附件一所载计划；]", []),
        ("XQ-3/2#p2", "2.", "[请秘书处测量水位，]并公布结果。", []),
        ("XQ-3/2#fn-1", "7", "第XQ-2/1号决定。", []),
        ("XQ-3/2#annex", "附件一", "湖区护水计划（草案）", []),
        ("XQ-3/2#annex-sec-1", "一.", "目的", []),
        ("XQ-3/2#annex-p1", "1.", "护水为了后人。", []),
        ("XQ-3/2#appendix", "附件一附录", "", []),
        ("XQ-3/2#a-1", "A.1.", "湖水清澈", []),
        ("XQ-3/2#a-1-aims-1", "(1)", "治污；", []),
        ("XQ-3/2#a-1-aims-2", "[(2)", "种树。]", []),
        ("XQ-3/2#a-1-signs-1", "", "各方[都]饮用湖水", []),
    ]
    runs = ledger.account(DRAFT, pieces, reading.result.asides)
    assert {run.what for run in runs if run.fate == "furniture"} == {
        "foreword",
        "recommendation",
        "bookmark",
        "column-heads",
    }
    assert not [run for run in runs if run.fate == "reported"]


@pytest.mark.parametrize("seed", range(6))
def test_a_spoiled_draft_is_accounted_for(seed: int) -> None:
    """Lines that are lost, doubled or change places, and signs that are put in: no character is claimed twice."""
    random = Random(seed)
    for _ in range(40):
        spoiled = DRAFT.splitlines()
        for _ in range(random.randrange(8)):
            spoiled.insert(random.randrange(len(spoiled)), spoiled.pop(random.randrange(len(spoiled))))
            spoiled.insert(random.randrange(len(spoiled)), random.choice(spoiled))
            del spoiled[random.randrange(len(spoiled))]
        letters = list("\n".join(spoiled))
        for _ in range(random.randrange(9)):
            letters.insert(
                random.randrange(len(letters)), random.choice(["[", "]", "\n", "\t", "\f", "[footnoteRef:7]"])
            )
        text = "".join(letters)
        reading = stages.read_stages(text, GUIDE)
        pieces = stages.finished(reading, reading.result.pieces)
        runs = ledger.account(text, pieces, reading.result.asides)
        assert [run.start for run in runs] == [0, *(run.end for run in runs)][: len(runs)]
        assert runs[-1].end == len(text)
