"""Two wordings as one: nothing is lost of either, and what both have stands once."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from handbook.site.worddiff import GONE, NEW, SAME, worddiff


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", []),
        ("湖水清", "湖水清", [(SAME, "湖水清")]),
        ("", "湖", [(NEW, "湖")]),
        ("湖", "", [(GONE, "湖")]),
        ("数鱼[和数鸟]的人", "数鱼的人", [(SAME, "数鱼"), (GONE, "[和数鸟]"), (SAME, "的人")]),
        ("count the carp", "count all carp", [(SAME, "count "), (GONE, "the"), (NEW, "all"), (SAME, " carp")]),
        ("至2030年止", "至2031年止", [(SAME, "至"), (GONE, "2030"), (NEW, "2031"), (SAME, "年止")]),
        ("大鱼吃虾", "小鱼吃米", [(GONE, "大"), (NEW, "小"), (SAME, "鱼吃"), (GONE, "虾"), (NEW, "米")]),
    ],
)
def test_runs(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert worddiff(old, new) == expected


def test_a_lone_sign_between_two_changes_is_told_as_changed() -> None:
    assert worddiff("天天数大鱼和小虾过日子", "天天养大猪和肥羊过日子") == [
        (SAME, "天天"),
        (GONE, "数大鱼和小虾"),
        (NEW, "养大猪和肥羊"),
        (SAME, "过日子"),
    ]


@pytest.mark.parametrize("seed", range(60))
def test_both_wordings_can_be_read_out_of_it(seed: int) -> None:
    chance = random.Random(seed)
    old, new = ("".join(chance.choices("湖水鱼鸟 ab1，。[]\n", k=chance.randrange(40))) for _ in range(2))
    runs = worddiff(old, new)
    assert "".join(text for kind, text in runs if kind != NEW) == old
    assert "".join(text for kind, text in runs if kind != GONE) == new
    assert all(text for _, text in runs)
    assert all(one[0] != other[0] for one, other in pairwise(runs))


def test_signs_that_stand_there_often_are_compared_too() -> None:
    often = "湖水" * 150
    assert worddiff(often * 2, f"{often}鸟{often}") == [(SAME, often), (NEW, "鸟"), (SAME, often)]


def test_long_texts_are_told_whole() -> None:
    old, new = "鱼" * 3000, "鸟" * 3000
    assert worddiff(old, new) == [(GONE, old), (NEW, new)]
    assert worddiff(old, old) == [(SAME, old)]
