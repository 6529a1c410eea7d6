"""What does not tell official words and ours apart, and where they part."""

from __future__ import annotations

import pytest

from handbook.official.verifying.folding import folded, places_in, same, unlike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("（第20条）", "(第 20条)"),
        ("名古屋－吉隆坡", "名古屋-吉隆坡"),
        ("2023—2024年", "2023–2024 年"),
        ("１２％", "12%"),
        ("㈠", "(一)"),
        ("总计（一 + 二）", "总计(一+二)"),
    ],
)
def test_blanks_and_widths_do_not_count(one: str, other: str) -> None:
    assert same(one, other)
    assert unlike(one, other) is None


@pytest.mark.parametrize(("one", "other"), [("种子", "种籽"), ("种子", "种子。"), ("1.0", "10"), ("", "种子")])
def test_signs_count(one: str, other: str) -> None:
    assert not same(one, other)
    assert unlike(one, other) is not None


def test_each_sign_knows_its_place() -> None:
    assert folded("第 ㈠ 段") == ("第(一)段", (0, 2, 2, 2, 4))


def test_words_are_found_whatever_stands_between() -> None:
    text = "见表 1 和表１，见图1"
    assert [text[start:end] for start, end in places_in("表1", text)] == ["表 1", "表１"]
    assert list(places_in("", text)) == []
    assert list(places_in("表2", text)) == []


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        ("缔约方大会", "缔约方会议", ("大会", "会议")),
        ("多民族国玻利维亚", "多民族玻利维亚国", ("国玻利维亚", "玻利维亚国")),
        ("种子", "种子，", ("子", "，")),
        ("", "共计", ("", "共计")),
        ("共计", "", ("共计", "")),
    ],
)
def test_the_parts_that_are_unlike(one: str, other: str, parts: tuple[str, str]) -> None:
    found = unlike(one, other)
    assert found is not None
    assert (one[slice(*found[0])], other[slice(*found[1])]) == parts
