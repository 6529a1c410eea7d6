"""The parts between a text and its pieces, on made-up decisions: each kind of damage beside the nearest right one."""

from __future__ import annotations

import pytest

from handbook.official.flow import Flow
from handbook.official.importing import assemble, decisions, doubled, furniture, ledger, lines, notes, outline
from handbook.official.importing.notes import Noted
from handbook.official.importing.outline import Outlined
from handbook.official.model import Guide, Piece

GUIDE = Guide((), (), openers=("注意到", "回顾", "又回顾"))
HEAD = "XQ-3/1.  湖区的监测\n\n湖区公约缔约方大会，\n\n"


def outlined(text: str) -> tuple[Noted, Outlined]:
    _, (cut,), _ = decisions.cut(furniture.clear(lines.split(text)).lines)
    taken = notes.take(cut.id, cut.lines)
    return taken, outline.outline_of(cut.id, taken.lines, GUIDE)


def pieces(text: str) -> list[Piece]:
    taken, drawn = outlined(text)
    made = [*(assemble.piece(one) for one in drawn.cuttings), *taken.notes]
    found = assemble.with_marks(text, made, taken.marks)
    for one in found:  # what a piece says stands in its ranges, in order
        kept = iter("".join(text[start:end] for start, end in one.ranges))
        assert all(sign in kept for sign in one.text if not sign.isspace())
    ledger.account(text, found, ())
    return list(found)


def units(text: str) -> list[tuple[str, str]]:
    return [(one.anchor, one.text) for one in pieces(text)]


def body(text: str) -> list[tuple[str, str]]:
    """Without the title and the opening."""
    found = units(HEAD + text)
    assert found[:2] == [("title", "湖区的监测"), ("opening", "湖区公约缔约方大会，")]
    return found[2:]


# --- furniture --------------------------------------------------------------------------------------------------------


def test_page_numbers_and_running_heads_are_furniture() -> None:
    text = "甲乙\n\n7\n\n湖区手册\n\n丙丁\n\n8\n\n湖区手册\n\n12\n\n戊己\n"
    cleared = furniture.clear(lines.split(text))
    assert [(one.what, text[slice(*one.ranges[0])]) for one in cleared.asides] == [
        ("page-number", "7"),
        ("running-head", "湖区手册"),
        ("page-number", "8"),
        ("running-head", "湖区手册"),
        ("page-number", "12"),
    ]
    assert [(line.text, line.fresh) for line in cleared.lines if not line.blank] == [
        ("甲乙", False),
        ("丙丁", True),
        ("戊己", True),
    ]


def test_a_number_beside_a_line_that_stands_there_once_is_none() -> None:
    cleared = furniture.clear(lines.split("甲乙\n\n7\n\n湖区手册\n\n丙丁\n"))
    assert cleared.asides == ()


def test_a_footnote_is_no_running_head() -> None:
    text = "甲乙\n\n1\t 见第2段。\n\n7\n\n湖区手册\n\n丙丁\n\n1\t 见第2段。\n\n8\n\n湖区手册\n\n戊己\n"
    assert [one.what for one in furniture.clear(lines.split(text)).asides] == ["page-number", "running-head"] * 2


def test_a_line_as_long_as_a_paragraphs_is_no_running_head() -> None:
    long = "湖区各站每月上旬测量水位并把结果送交秘书处" * 2
    text = f"甲乙\n\n7\n\n{long}\n\n丙丁\n\n8\n\n{long}\n\n戊己\n"
    assert furniture.clear(lines.split(text)).asides == ()


def page(first: int) -> str:
    return "".join(f"第{number}站测得的水位比上一年同期高出若干厘米\n" for number in range(first, first + 14))


def test_a_page_that_comes_twice_is_reported_and_the_text_goes_on() -> None:
    single = doubled.clear(lines.split(f"{page(1)}{page(1)} 丁\n"))
    assert [(one.fate, one.what) for one in single.asides] == [("reported", "doubled-page")]
    assert [(one.line, one.code) for one in single.remarks] == [(15, "doubled-page")]
    assert "".join(f"{line.text}\n" for line in single.lines) == f"{page(1)} 丁\n"


def test_a_page_that_comes_three_times_is_reported_twice() -> None:
    single = doubled.clear(lines.split(page(1) * 3))
    assert [(one.line, one.message) for one in single.remarks] == [
        (15, "14 lines stand there again, first from line 1"),
        (29, "14 lines stand there again, first from line 1"),
    ]
    assert "".join(f"{line.text}\n" for line in single.lines) == page(1)


@pytest.mark.parametrize(
    "lines_of_it",
    [page(1)[:120], "".join(f"第{number}站水位\n" for number in range(10, 23))],
    ids=["few lines", "few characters"],
)
def test_lines_that_come_twice_are_no_page(lines_of_it: str) -> None:
    assert doubled.clear(lines.split(lines_of_it * 2 + page(30))).asides == ()


def test_a_torn_table_is_told_by_its_lines_not_by_blank_ones() -> None:
    assert lines.torn(lines.split("甲\n\n" * 29)) == frozenset()
    assert lines.torn(lines.split("甲\n\n" * 30)) == frozenset(range(0, 60, 2))


def test_a_form_feed_begins_a_page() -> None:
    found = lines.split("甲\f乙\r\n 丙\n丁")
    assert [(line.number, line.text, line.flow.places[0], line.fresh) for line in found] == [
        (1, "甲", 0, False),
        (1, "乙", 2, True),
        (2, " 丙", 5, True),
        (3, "丁", 8, False),
    ]


def test_the_contents_are_no_decisions() -> None:
    text = f"前言\n\nXQ-3/1. 湖区的\n监测 . . . . . . . 5\n\nXQ-3/2. 预算 ........ 9\n\n{HEAD}1. 通过预算。\n"
    before, cuts, remarks = decisions.cut(lines.split(text))
    assert [cut.id for cut in cuts] == ["XQ-3/1"]
    assert [one.what for one in furniture.front(before)] == ["foreword", "foreword", "contents", "contents"]
    assert remarks == ()


def test_a_decision_that_begins_twice_is_said() -> None:
    _, cuts, remarks = decisions.cut(lines.split(f"{HEAD}1. 通过预算。\n\n{HEAD}1. 通过预算。\n"))
    assert len(cuts) == 2
    assert [(one.code, one.line) for one in remarks] == [("decision-again", 7)]


# --- units ------------------------------------------------------------------------------------------------------------


def test_clauses_paragraphs_and_sub_paragraphs() -> None:
    assert body(
        "回顾上次会议，\n\n又回顾水文站的建议，\n\n1.\t 请秘书处：\n\n(a)\t 编写报告；\n\n(b) 邀请各方：\n\n"
        "(i)\t 提出意见；\n\n(二) 派出专家；\n\n2. 决定闭会。\n"
    ) == [
        ("pre-1", "回顾上次会议，"),
        ("pre-2", "又回顾水文站的建议，"),
        ("p1", "请秘书处："),
        ("p1-a", "编写报告；"),
        ("p1-b", "邀请各方："),
        ("p1-b-i", "提出意见；"),
        ("p1-b-ii", "派出专家；"),
        ("p2", "决定闭会。"),
    ]


def test_a_blank_line_inside_a_sentence_parts_nothing() -> None:
    assert body("回顾上次会议\n\n的报告，\n\n1. 决定\n\n闭会。\n") == [
        ("pre-1", "回顾上次会议的报告，"),
        ("p1", "决定闭会。"),
    ]


def test_without_a_blank_line_a_clause_begins_with_its_act_behind_a_short_line() -> None:
    full = "回顾湖区各方在上次会议上就水位测量提出的意见以及随后收到的书面材料"
    assert body(f"{full}\n和报告，\n注意到{full}\n和附图，\n\n1. 决定闭会。\n") == [
        ("pre-1", f"{full}和报告，"),
        ("pre-2", f"注意到{full}和附图，"),
        ("p1", "决定闭会。"),
    ]


def test_a_page_may_begin_inside_a_clause_behind_a_comma() -> None:
    assert body("回顾各国监测湖水，拨出394,974美元，\n 占预算的47%，\n 注意到湖水变清，\n\n1. 决定闭会。\n") == [
        ("pre-1", "回顾各国监测湖水，拨出394,974美元，占预算的47%，"),
        ("pre-2", "注意到湖水变清，"),
        ("p1", "决定闭会。"),
    ]


def test_a_page_may_begin_with_a_clause_behind_one_that_has_ended() -> None:
    assert body("回顾上次会议的报告；\n 湖水变清，\n\n1. 决定闭会。\n") == [
        ("pre-1", "回顾上次会议的报告；"),
        ("pre-2", "湖水变清，"),
        ("p1", "决定闭会。"),
    ]


def test_without_any_blank_lines_a_clause_begins_with_its_act() -> None:
    """All lines are as long as one another."""
    clauses = [f"{act}湖区各方就水位测量提出的意见以及收到的材料，" for act in ("又回顾", "注意到", "又回顾", "注意到")]
    assert body(f"{''.join(f'{clause}{chr(10)}' for clause in clauses)}\n1. 决定闭会。\n") == [
        *((f"pre-{n}", clause) for n, clause in enumerate(clauses, 1)),
        ("p1", "决定闭会。"),
    ]


def test_words_behind_a_paragraph_that_has_ended_belong_to_it() -> None:
    text = f"{HEAD}1. 决定开会。\n\n湖水清澈。\n\n水鸟归来。\n\n2. 决定闭会。\n"
    assert units(text)[2:] == [("p1", "决定开会。湖水清澈。水鸟归来。"), ("p2", "决定闭会。")]
    joined = "words without a label are joined to what stands before them"
    assert [(one.line, one.code, one.message, one.address) for one in outlined(text)[1].remarks] == [
        (7, "joined", joined, "XQ-3/1#p1"),
        (9, "joined", joined, "XQ-3/1#p1"),
    ]


def test_a_short_line_that_goes_on_is_no_heading() -> None:
    assert body("附件\n\n测站\n\n1. 由以下各站测量：\n\n甲站、\n\n2. 由乙站取样。\n") == [
        ("annex", "测站"),
        ("annex-p1", "由以下各站测量：甲站、"),
        ("annex-p2", "由乙站取样。"),
    ]


def test_a_letter_alone_in_a_sentence_is_no_sub_paragraph() -> None:
    assert body("1. 决定测量(a)类水位，取样：(a) 每月一次；\n\n2. 决定闭会。\n")[0] == (
        "p1",
        "决定测量(a)类水位，取样：(a)每月一次；",
    )
    assert body("1. 决定测量(a)类水位；\n\n2. 决定取样：(a) 每月一次；\n") == [
        ("p1", "决定测量(a)类水位；"),
        ("p2", "决定取样："),
        ("p2-a", "每月一次；"),
    ]


def test_a_number_further_on_counts_where_a_line_stands_apart() -> None:
    assert body("1. 决定按公约第2条第\n3. 款测量；\n\n2. 决定闭会。\n") == [
        ("p1", "决定按公约第2条第3.款测量；"),
        ("p2", "决定闭会。"),
    ]


def test_labels_count_by_their_sequence() -> None:
    """Citations in brackets, years and a line that begins with a number are none."""
    assert body(
        "1. 请秘书处按第4(b)段、上文(c)段和第8(j)条\n2021年的报告，编写 (a)草案和\n(b)摘要；\n\n2. 决定闭会。\n"
    ) == [
        ("p1", "请秘书处按第4(b)段、上文(c)段和第8(j)条2021年的报告，编写"),
        ("p1-a", "草案和"),
        ("p1-b", "摘要；"),
        ("p2", "决定闭会。"),
    ]


def test_a_label_that_is_missing_is_said_and_the_next_one_kept() -> None:
    _, drawn = outlined(f"{HEAD}1. 决定开会。\n\n3. 决定闭会。\n")
    assert [one.address for one in drawn.cuttings][2:] == ["XQ-3/1#p1", "XQ-3/1#p3"]
    assert [(one.code, one.message) for one in drawn.remarks] == [("label-missing", "paragraph 3 follows paragraph 1")]


def test_a_section_that_is_missing_is_said_once() -> None:
    _, drawn = outlined(f"{HEAD}A. 水位\n\n1. 决定测量。\n\nC. 水质\n\n2. 决定取样。\n\n三. 水鸟\n\n3. 决定闭会。\n")
    assert [one.address.partition("#")[2] for one in drawn.cuttings][2:] == [
        "sec-a",
        "p1",
        "sec-c",
        "p2",
        "sec-3",
        "p3",
    ]
    assert [(one.line, one.code, one.message) for one in drawn.remarks] == [
        (9, "label-missing", "section C follows the one before 1 missing"),
        (13, "label-missing", "section 三 follows the one before 2 missing"),
    ]


def test_sections_and_annexes() -> None:
    assert body(
        "A.  水位\n\n回顾上次会议，\n\n1. 决定测量。\n\nB . 水质\n与气味\n\n注意到湖水变清，\n\n2. 决定取样。\n"
        " 附件\n\n取样方案\n\n一.  目的\n\n1. 取样为了分析。\n\n谁来取样\n\n2. 由各站取样。\n附录\n\n表格\n"
    ) == [
        ("sec-a", "水位"),
        ("pre-1", "回顾上次会议，"),
        ("p1", "决定测量。"),
        ("sec-b", "水质与气味"),
        ("pre-2", "注意到湖水变清，"),
        ("p2", "决定取样。"),
        ("annex", "取样方案"),
        ("annex-sec-1", "目的"),
        ("annex-p1", "取样为了分析。"),
        ("annex-sec-?1", "谁来取样"),
        ("annex-p2", "由各站取样。"),
        ("appendix", "表格"),
    ]


# --- notes ------------------------------------------------------------------------------------------------------------


def marked(text: str) -> list[tuple[str, str]]:
    """Address and words, with each mark in brackets at its place."""
    out = []
    for one in pieces(HEAD + text)[2:]:
        words = one.text
        for mark in reversed(one.marks):
            words = f"{words[: mark.offset]}[{mark.n}]{words[mark.offset :]}"
        out.append((one.anchor, words))
    return out


def test_notes_stand_out_of_the_sentence_that_they_interrupt() -> None:
    assert marked(
        "1. 请四个缔约方1和第2条所指的各方， 2 最\n\n1\t 甲国和乙国。\n2\t  第XQ-2/1号\n决定。\n"
        " 迟在2024年提交意见；3\n\n"
        "2. 决定闭会 *。\n\n3\t 见第2段。\n\n* \t 更正。\n"
    ) == [
        ("p1", "请四个缔约方[1]和第2条所指的各方，[2]最迟在2024年提交意见；[3]"),
        ("p2", "决定闭会[s1]。"),
        ("fn-1", "甲国和乙国。"),
        ("fn-2", "第XQ-2/1号决定。"),
        ("fn-3", "见第2段。"),
        ("fn-s1", "更正。"),
    ]


def test_a_number_that_is_cited_or_counted_is_no_mark() -> None:
    """表1, 附件 1, 1年, 1个, 1.5 come before the mark itself."""
    (unit, _) = marked("1. 按表1、附件 1 和目标1，用1年、1个站、1.5米，测量水位1；\n\n1\t 视天气而定。\n")
    assert unit == ("p1", "按表1、附件 1 和目标1，用1年、1个站、1.5米，测量水位[1]；".replace(" 1 ", "1"))


def test_a_number_that_begins_a_line_is_a_mark_last_of_all() -> None:
    assert marked("1. 请湖区内共计\n1 以上的站测量水位 1 的变化；\n\n1\t 视天气而定。\n")[0] == (
        "p1",
        "请湖区内共计1以上的站测量水位[1]的变化；",
    )


def test_a_mark_behind_a_comma_of_half_width() -> None:
    assert marked("1. 监测湖水,1拨出1,100元；\n\n1\t 视天气而定。\n")[0] == ("p1", "监测湖水,[1]拨出1,100元；")


def test_notes_without_a_mark_and_with_a_number_again_are_said() -> None:
    taken, _ = outlined(f"{HEAD}1. 测量水位1；\n\n1\t 甲。\n1\t 乙。\n\n2. 闭会。\n")
    assert [(one.address, one.label, one.text) for one in taken.notes] == [
        ("XQ-3/1#fn-1", "1", "甲。"),
        ("XQ-3/1#fn-2", "1", "乙。"),
    ]
    assert [(one.code, one.address) for one in taken.remarks] == [
        ("note-again", "XQ-3/1#fn-2"),
        ("mark-missing", "XQ-3/1#fn-2"),
    ]


def test_a_number_that_two_notes_have_marks_both() -> None:
    assert marked("1. 测量水位1；取样1，送交1个站；\n\n1\t 甲。\n1\t 乙。\n") == [
        ("p1", "测量水位[1]；取样[2]，送交1个站；"),
        ("fn-1", "甲。"),
        ("fn-2", "乙。"),
    ]


def test_a_note_that_is_missing_is_said_and_the_next_one_kept() -> None:
    text = f"{HEAD}1. 测量水位1；取样3；\n\n1\t 甲。\n3\t 乙。\n"
    taken, _ = outlined(text)
    assert [(one.address, one.text) for one in taken.notes] == [("XQ-3/1#fn-1", "甲。"), ("XQ-3/1#fn-3", "乙。")]
    assert [(one.code, one.message, one.address) for one in taken.remarks] == [
        ("note-missing", "note 3 follows note 1", "XQ-3/1#fn-3")
    ]


def test_notes_without_a_blank_behind_their_number() -> None:
    """A number that counts something begins none, though it is due."""
    assert marked("1. 请四个缔约方1按期测量；\n\n1甲国和乙国。\n\n2. 由\n\n2名站员取样。\n") == [
        ("p1", "请四个缔约方[1]按期测量；"),
        ("p2", "由2名站员取样。"),
        ("fn-1", "甲国和乙国。"),
    ]


def test_rows_of_a_table_are_no_notes() -> None:
    taken, _ = outlined(f"{HEAD}1. 通过下表。\n\n1 甲国 0.010 236\n\n2 乙国 0.120 1,236\n")
    assert taken.notes == ()


# --- flow and ledger --------------------------------------------------------------------------------------------------


def test_clean_takes_the_extractions_blanks_alone() -> None:
    flow = Flow.of("  《 水位 》，\u2003按 UN Water 2021 年\t的 “方案” 。 ").clean()
    assert flow.text == "《水位》，按UN Water 2021年的“方案”。"
    assert len(flow.places) == len(flow.text)


def test_a_character_that_two_claim_is_a_fault() -> None:
    twice = [Piece(f"X-1/1#p{n}", "paragraph", "乙", ((n, 3),)) for n in (1, 2)]
    with pytest.raises(ledger.DoubleError, match=r"character 2 \('丙'\): X-1/1#p1 and X-1/1#p2"):
        ledger.account("甲乙丙", twice, ())


def test_the_account_adds_up() -> None:
    text = "甲 乙\n丙"
    runs = ledger.account(text, [Piece("X-1/1#p1", "paragraph", "甲", ((0, 1),))], ())
    assert [(run.start, run.end, run.fate, run.what) for run in runs] == [
        (0, 1, "placed", "X-1/1#p1"),
        (1, 2, "blank", ""),
        (2, 3, "reported", "unread"),
        (3, 4, "blank", ""),
        (4, 5, "reported", "unread"),
    ]
