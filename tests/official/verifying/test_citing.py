"""Where official words cite a target, and where they only seem to."""

from __future__ import annotations

import pytest

from handbook.official.verifying.citing import Cited, Context
from handbook.targets.grammar import Target, parse_target

CONTEXT = Context("CP-1/1", ("annex", "1", "b"), (("执行计划", ("CP-1/2", "implementation/A.1")),))
NAME = "缔约方第二次会议"


def target(written: str) -> Target:
    found = parse_target(written, "CP-1/1")
    assert isinstance(found, Target), found
    return found


def cited(words: str, written: str) -> list[str]:
    return [words[slice(*span)] for span in Cited(words, "zh", CONTEXT).spans(target(written), NAME)]


@pytest.mark.parametrize(
    ("words", "written", "expected"),
    [
        ("根据第26条", "art:26", ["26"]),
        ("根据《议定书》第26条第2款", "art:26/2", ["26", "2"]),
        ("根据《公约》第26条", "conv:26", ["26"]),
        ("根据《公约》，特别是第26条", "conv:26", ["26"]),
        ("根据第22和28条", "art:28", ["28"]),
        ("第CP-9/13号决定第7段", "dec:CP-9/13#7", ["CP-9/13", "7"]),
        ("第CP-9/13号决定附件一", "dec:CP-9/13#annex-I", ["CP-9/13", "一"]),
        ("第CP-9/13号决定，附件", "dec:CP-9/13#annex", ["CP-9/13", "附件"]),
        ("第CP-9/14号决定的前言", "dec:CP-9/14#preamble", ["CP-9/14", "前言"]),
        ("第15/34号决定第4至6段、第8至17段", "cop:15/34#8-17", ["15/34", "8至17"]),
        ("上文第7和第8段", "par:8", ["8"]),
        ("根据第CP-9/13号决定，上文第7段", "par:7", ["7"]),
        ("上文(a)段", "par:annex/1/a", ["(a)"]),
        ("本决定附件", "par:annex", ["附件"]),
        ("下文表1a和1b", "par:table-1b", ["1b"]),
        ("CBD/SBI/3/3，附件一和二", "doc:CBD/SBI/3/3#annex-II", ["CBD/SBI/3/3", "二"]),
        ("见CBD/SBI/2/INF/1和INF/2", "doc:CBD/SBI/2/INF/2", ["INF/2"]),
        ("执行计划第3段", "dec:CP-1/2#3", ["3"]),
        ("执行计划目标A.1", "goal:implementation/A.1", ["A.1"]),
        ("执行计划目标A.6至A.8", "goal:implementation/A.6-A.8", ["A.6至A.8"]),
        ("可持续发展目标，例如目标2", "sdg:2", ["2"]),
        ("第二次或第三次会议", "meeting:cp-2", ["第二次或第三次会议"]),
        ("缔约方第二次会议的续会", "meeting:cp-resumed", ["缔约方第二次会议"]),
    ],
)
def test_what_is_cited(words: str, written: str, expected: list[str]) -> None:
    assert cited(words, written) == expected


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("根据第27条", "art:26"),
        ("根据第26条第2款", "art:26/3"),
        ("根据第2条第26款", "art:26/2"),
        ("根据《公约》第26条", "art:26"),
        ("根据《议定书》第26条", "conv:26"),
        ("根据第26条", "conv:26"),
        ("根据《补充议定书》第5条", "art:5"),
        ("第CP-9/14号决定第7段", "dec:CP-9/13#7"),
        ("第CP-9/13号决定和第CP-9/14号决定第7段", "dec:CP-9/13#7"),
        ("第CP-9/13号决定附件二", "dec:CP-9/13#annex-I"),
        ("第CP-9/13号决定附件一", "dec:CP-9/13#annex"),
        ("第CP-9/13号决定，附件", "par:annex"),
        ("第CP-9/13号决定第7段", "par:7"),
        ("第7段", "dec:CP-9/13#7"),
        ("第15/34号决定第4至6段", "cop:15/34#4-7"),
        ("上文(a)段", "par:annex/2/a"),
        ("下文表1a", "par:table-1b"),
        ("见INF/2", "doc:CBD/SBI/2/INF/2"),
        ("计划第3段", "dec:CP-1/2#3"),
        ("第三次会议", "meeting:cp-2"),
        ("2026年", "art:26"),
    ],
)
def test_what_is_not(words: str, written: str) -> None:
    assert cited(words, written) == []


def test_a_meeting_is_of_the_body_that_stands_before_it() -> None:
    bodies = ("科学咨询附属机构", "执行问题附属机构", "履约委员会")
    cited = Cited("由科学咨询附属机构第三次会议审议，再提交委员会第八次会议", "zh", Context("CP-1/1", bodies=bodies))
    meeting = Target("meeting", "science-3")
    assert cited.spans(meeting, "科学咨询附属机构第三次会议")
    assert not cited.spans(Target("meeting", "sbi-3"), "执行问题附属机构第三次会议")
    assert cited.spans(Target("meeting", "compliance-8"), "履约委员会第八次会议")
