"""Symbols and spans of numbers on Arabic pages."""

from __future__ import annotations

import pytest

from handbook.languages import LANGUAGES
from handbook.site.bidi import isolate


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("المقرر CP-10/4، المرفق", 'المقرر <bdi dir="ltr">CP-10/4</bdi>، المرفق'),
        ("للفترة 2011-2020،", 'للفترة <span class="hb-nowrap">2011-2020</span>،'),
        ("(2011-2020)", '(<span class="hb-nowrap">2011-2020</span>)'),
        ("بنسبة 72:15:13 و2,765,932", "بنسبة 72:15:13 و2,765,932"),
        ("CBD/CP/MOP/10/5", '<bdi dir="ltr">CBD/CP/MOP/10/5</bdi>'),
    ],
)
def test_arabic(text: str, shown: str) -> None:
    assert isolate(text, LANGUAGES["ar"]) == shown


def test_other_languages_are_left_alone() -> None:
    assert isolate("CP-10/4 <2011-2020>", LANGUAGES["en"]) == "CP-10/4 &lt;2011-2020&gt;"
