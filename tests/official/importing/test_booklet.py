"""The booklets that the importer is measured on: alike by the same seed, and every word of their truth is printed."""

from __future__ import annotations

import re
from functools import cache
from random import Random

import pytest

from handbook.corpus import load_corpus
from handbook.official.model import Mark, Piece
from tests.official.importing import damage, invented, measure, printing, rendered
from tests.official.importing.booklet import Block, Booklet, Decision, Expected, Note, Segment, truth
from tests.official.importing.measure import CELLS, NOTES, REFERENCES, ROWS, UNITS, Score
from tests.official.importing.printing import Style
from tests.realtree import ROOT


@cache
def made(name: str) -> Booklet:
    return rendered.of(load_corpus(ROOT), 5) if name == "rendered" else invented.booklet(5)


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", ["rendered", "invented"])
def test_every_word_is_printed_in_its_order(name: str) -> None:
    """Line by line, what a unit owns gives its words; so nothing is expected that is not there."""
    pages = printing.pages(made(name), Style(torn=(1,)), Random(1))
    owned: dict[str, str] = {}
    for row in (row for page in pages for row in page.rows):
        for at in row.owners:
            owned[at] = owned.get(at, "") + bare(row.text)
    for at, one in truth(made(name)).items():
        letters = iter(owned[at])
        assert all(letter in letters for letter in bare(one.text) + "".join(one.figures)), (at, one.text, owned[at])


@pytest.mark.parametrize("name", ["rendered", "invented"])
def test_the_same_seed_gives_the_same_booklet(name: str) -> None:
    kind = damage.KINDS["nearly all at once"]
    one, same, other = (measure.sample(made(name), kind, seed) for seed in (1, 1, 2))
    assert one == same
    assert one.text != other.text


@pytest.mark.parametrize("kind", [name for name in damage.KINDS if name != "none"])
def test_every_damage_does_something(kind: str) -> None:
    booklet = made("rendered")
    assert measure.sample(booklet, damage.KINDS[kind], 3).text != measure.sample(booklet, damage.KINDS["none"], 3).text


# --- the measure itself -----------------------------------------------------------------------------------------------

_NOTE = Note("1", "1", "见第2段。")
_SMALL = Booklet(
    (
        Decision(
            "XQ-3/1",
            (
                Block((Segment("XQ-3/1#title", "title", "XQ-3/1", ("湖区的监测",)),)),
                Block((Segment("XQ-3/1#p1", "paragraph", "1.", ("请各国按照第3条和第4条", _NOTE, "监测。")),)),
                Block((Segment("XQ-3/1#p2", "paragraph", "2.", ("请各国监测上文第1段所列的湖。",)),)),
            ),
        ),
    ),
    "湖区手册",
    (),
)
_RIGHT = (
    Piece("XQ-3/1#title", "title", "湖区的监测", ()),
    Piece("XQ-3/1#p1", "paragraph", "请各国按照第3条和第4条监测。", (), marks=(Mark("1", 12),)),
    Piece("XQ-3/1#p2", "paragraph", "请各国监测上文第1段所列的湖。", ()),
    Piece("XQ-3/1#fn-1", "note", "见第2段。", ()),
)


def scored(*pieces: Piece) -> dict[str, tuple[int, int, int]]:
    sample = measure.sample(_SMALL, damage.KINDS["none"], 1)
    scores = measure.score(sample, pieces)
    return {what: (one.wanted, one.given, one.right) for what, one in scores.items()}


def test_what_is_right_scores_in_full() -> None:
    assert scored(*_RIGHT) == {
        UNITS: (3, 3, 3),
        NOTES: (1, 1, 1),
        REFERENCES: (3, 3, 3),
        CELLS: (0, 0, 0),
        ROWS: (0, 0, 0),
    }


def test_what_is_wrong_missing_or_too_many_scores_less() -> None:
    title, first, second, note = _RIGHT
    assert scored(title, first, note)[UNITS] == (3, 2, 2)
    assert scored(*_RIGHT, Piece("XQ-3/1#p3", "paragraph", "请", ()))[UNITS] == (3, 4, 3)
    assert scored(title, first, Piece(second.address, "paragraph", "请各国监测湖。", ()), note) == {
        UNITS: (3, 3, 2),
        NOTES: (1, 1, 1),
        REFERENCES: (3, 2, 2),
        CELLS: (0, 0, 0),
        ROWS: (0, 0, 0),
    }


def test_a_note_is_right_only_where_its_unit_carries_the_mark() -> None:
    title, first, second, note = _RIGHT
    unmarked = Piece(first.address, first.kind, first.text, ())
    marked = Piece(second.address, second.kind, second.text, (), marks=(Mark("1", 3),))
    assert scored(title, unmarked, marked, note)[NOTES] == (1, 1, 0)


def test_blanks_and_stray_brackets_are_no_difference() -> None:
    title, first, second, note = _RIGHT
    assert scored(title, first, Piece(second.address, "paragraph", "请 各国监测上文第1段所列的[湖。", ()), note)[
        UNITS
    ] == (
        3,
        3,
        3,
    )


def test_what_is_partly_lost_is_not_asked_for() -> None:
    sample = measure.Sample(
        "", {"XQ-3/1#p1": Expected("XQ-3/1#p1", "paragraph", "1.", "请。")}, frozenset({"XQ-3/1#p1"})
    )
    assert measure.score(sample, [])[UNITS] == Score()


def test_recall_and_precision_are_cut_off_not_rounded() -> None:
    assert measure.table({"none": dict.fromkeys(measure.WHAT, Score(3, 2000, 2))}).splitlines()[-1] == (
        "| none | 66.6 / 0.1 | 66.6 / 0.1 | 66.6 / 0.1 | 66.6 / 0.1 | 66.6 / 0.1 |"
    )
