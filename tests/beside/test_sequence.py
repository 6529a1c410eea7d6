"""Found ids beside expected ones: each defect is reported once, at the place that is wrong."""

from __future__ import annotations

import pytest

from handbook.beside.sequence import compare
from handbook.findings.finding import Place


def told(found: str, expected: str) -> list[str]:
    """`line message` of each difference; ids stand on lines 1, 2, 3, and what is missing altogether on line 9."""
    ids = [(id, Place("f", line)) for line, id in enumerate(found.split(), 1)]
    compared = compare(ids, expected.split(), Place("f", 9))
    return [f"{one.place.line} {one.says('unit')}" for one in compared.differences]


@pytest.mark.parametrize(
    ("found", "expected", "differences"),
    [
        ("a b c", "a b c", []),
        ("", "", []),
        ("", "a b", ["9 unit 'a' is missing, expected first", "9 unit 'b' is missing, expected after 'a'"]),
        ("a b d", "a b c d", ["3 unit 'c' is missing, expected after 'b'"]),
        ("a b c", "a b c d", ["3 unit 'd' is missing, expected after 'c'"]),
        ("a x b", "a b", ["2 unit 'x', expected none such"]),
        ("a x c", "a b c", ["2 unit 'x', expected 'b'"]),
        ("a b b d", "a b c d", ["3 unit 'b' again, expected 'c'"]),
        ("a c c d", "a b c d", ["2 unit 'c' again, expected 'b'"]),
        ("a b b c", "a b c", ["3 unit 'b' again, expected it once"]),
        ("a c b d", "a b c d", ["2 unit 'c' stands after 'a', expected after 'b'"]),
        ("b c d a", "a b c d", ["4 unit 'a' stands after 'd', expected first"]),
        ("c d a b", "a b c d", ["1 unit 'c' stands first, expected after 'b'"]),
        (
            "a c b b d",
            "a b c d",
            ["2 unit 'c' stands after 'a', expected after 'b'", "4 unit 'b' again, expected it once"],
        ),
    ],
)
def test_differences(found: str, expected: str, differences: list[str]) -> None:
    assert told(found, expected) == differences


def test_both_counts_the_right_one() -> None:
    ids = [(id, Place("f", line)) for line, id in enumerate("a c c d".split(), 1)]
    assert compare(ids, "a b c d".split(), Place("f")).both == {"a": 0, "c": 2, "d": 3}
