"""The lines of the file that official words stand in."""

from __future__ import annotations

from pathlib import Path

from handbook.official.model import Imported, Piece, Run, Source
from handbook.official.verifying.held import Held
from tests.official.verifying import booklet

TEXT = "目录\n种子\n\n1. 种子\n在 田\n里。\n(a) 谷仓\n也有。\n"


def held(small: Path) -> Held:
    """A paragraph over three lines with closing words over two, behind contents over two."""
    pieces = (
        Piece("CP-1/1#p1", "paragraph", "种子在田里。", ((7, 19),), "1."),
        Piece("CP-1/1#p1", "tail", "谷仓也有。", ((24, 30),)),
    )
    runs = (Run(0, 2, "furniture", "contents"), Run(3, 5, "furniture", "contents"))
    return Held(booklet.corpus(small), Imported(Source("a", "", len(TEXT), "zh", "decisions"), pieces, runs), TEXT)


def test_each_word_knows_its_line(small: Path) -> None:
    one = held(small)
    words = one.official["CP-1/1#p1"].words
    assert words == "种子在田里。\n谷仓也有。"
    assert [one.line("CP-1/1#p1", place) for place in range(len(words))] == [4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8]


def test_what_stands_before_the_decisions_has_lines_too(small: Path) -> None:
    one = held(small)
    assert one.printed("contents") == "目录\n种子"
    assert [one.line("contents", place) for place in (0, 1, 3, 4)] == [1, 1, 2, 2]


def test_words_that_the_file_does_not_have_stand_in_no_line(small: Path) -> None:
    assert held(small).line("CP-1/1#p2") == 0
