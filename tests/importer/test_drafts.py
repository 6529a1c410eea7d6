"""A document without decisions is cut where its plans begin."""

from __future__ import annotations

import pytest

from handbook.importer import drafts, lines
from handbook.importer.model import Guide, PlanGuide

WATER = PlanGuide(
    "water", "XQ-3/2", ("aims", "signs"), {"goal": "目标", "aims": "目的", "signs": "迹象"}, {}, (), "《湖区护水计划》"
)
SHORE = PlanGuide(
    "shore", "XQ-3/3", ("works", "signs"), {"goal": "目标", "works": "工程", "signs": "迹象"}, {}, (), "岸线计划"
)
GUIDE = Guide("zh", (WATER, SHORE), ())


def cut(text: str) -> list[tuple[str, int]]:
    _, cuts = drafts.cut(lines.split(text), GUIDE)
    return [(one.id, one.lines[0].number) for one in cuts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建议\n\n湖区护水\n计划\n\n目标 目的 迹象\n甲\n\n岸线计划\n乙\n", [("XQ-3/2", 3), ("XQ-3/3", 9)]),
        ("建议通过岸线计划。\n\n目标 工程 迹象\n乙\n", [("XQ-3/3", 3)]),
        ("岸线计划\n乙\n湖区护水计划\n甲\n", [("XQ-3/3", 1), ("XQ-3/2", 3)]),
        ("别的文件\n目标与迹象\n", []),
        ("", []),
    ],
)
def test_plans_begin_with_their_titles_or_heads(text: str, expected: list[tuple[str, int]]) -> None:
    assert cut(text) == expected
