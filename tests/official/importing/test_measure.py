"""How much of a damaged booklet the importer finds, and how much of what it gives is right.

The README has the figures; `make measure` writes them there.
"""

from __future__ import annotations

import pytest

from tests.official.importing import damage, measure, tables

#: Kind of damage → the least recall and precision, in per cent, of units, footnotes, references, cells and rows.
FLOORS = {
    "none": (100, 100, 100, 99, 100),
    "paragraphs over pages": (99, 99, 99, 99, 100),
    "furniture in mid-sentence": (99, 99, 99, 99, 100),
    "form feeds": (100, 100, 100, 99, 100),
    "wide blanks and tabs": (100, 100, 100, 99, 100),
    "labels without a blank": (100, 100, 100, 99, 100),
    "blank lines inside paragraphs": (99, 100, 99, 99, 100),
    "no blank lines between them": (100, 100, 100, 99, 100),
    "half width and full width": (99, 96, 100, 99, 100),
    "sub-paragraphs run in": (100, 100, 100, 99, 100),
    "marks at other signs": (100, 100, 100, 99, 100),
    "note numbers doubled": (99, 97, 100, 99, 100),
    "doubled characters": (100, 100, 100, 99, 100),
    "stray brackets": (100, 100, 100, 99, 100),
    "labels missing": (86, 90, 90, 98, 100),
    "rows broken over lines": (99, 97, 99, 99, 95),
    "plans torn": (100, 100, 100, 99, 100),
    "plans torn, a page doubled": (100, 100, 100, 99, 100),
    "plans torn, first rows lost": (100, 100, 100, 99, 100),
    "pages of prose doubled": (99, 100, 100, 99, 100),
    "pages shuffled": (80, 93, 92, 92, 83),
    "file truncated": (99, 100, 100, 99, 100),
    "nearly all at once": (98, 96, 99, 99, 100),
}


@pytest.mark.parametrize("kind", damage.KINDS)
def test_no_less_of_made_up_booklets_is_found(kind: str) -> None:
    least = dict(zip(measure.WHAT, FLOORS[kind], strict=True))
    for what, score in tables.invented_scores(tables.INVENTED)[kind].items():
        assert min(score.recall, score.precision) >= least[what], (what, score)


@pytest.mark.audit
@pytest.mark.parametrize("kind", damage.KINDS)
def test_no_less_is_found_than_before(kind: str) -> None:
    least = dict(zip(measure.WHAT, FLOORS[kind], strict=True))
    for name, rows in tables.scores().items():
        for what, score in rows[kind].items():
            assert min(score.recall, score.precision) >= least[what], (name, what, score)


def test_every_kind_has_its_floor() -> None:
    assert list(FLOORS) == list(damage.KINDS)


@pytest.mark.audit
def test_every_thing_is_looked_for_in_numbers() -> None:
    """A share of few things says little."""
    for name, rows in tables.scores().items():
        for kind, scores in rows.items():
            few = {what: one.wanted for what, one in scores.items() if one.wanted < 15}
            assert not few, (name, kind, few)


@pytest.mark.audit
def test_the_readme_has_what_is_measured() -> None:
    text = tables.README.read_text("utf-8")
    assert tables.written(text) == text, "run `make measure`"
