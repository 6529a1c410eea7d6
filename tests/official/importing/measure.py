"""What an importer found, against what a booklet says: recall and precision, by what is looked for and by kind of
damage.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from handbook.official.model import Piece
from handbook.words.unlinked import citations_in
from tests.official.importing import damage, printing
from tests.official.importing.booklet import Booklet, Expected, truth
from tests.official.importing.damage import Damage
from tests.official.importing.printing import Page, Style

UNITS, NOTES, REFERENCES, CELLS, ROWS = "units", "footnotes", "references", "cells", "rows"
WHAT = (UNITS, NOTES, REFERENCES, CELLS, ROWS)
_KINDS = {"note": NOTES, "goal": CELLS, "cell": CELLS, "table": ROWS, "column": ROWS, "row": ROWS}
#: A stray bracket may be kept or reported.
_LOOSE = re.compile(r"[\s\[\]]+")


@dataclass(frozen=True)
class Score:
    """`right` of the `wanted` ones, among the `given` ones."""

    wanted: int = 0
    given: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.wanted + other.wanted, self.given + other.given, self.right + other.right)

    @property
    def recall(self) -> float:
        return 100 * self.right / self.wanted if self.wanted else 100.0

    @property
    def precision(self) -> float:
        return 100 * self.right / self.given if self.given else 100.0


Scores = dict[str, Score]


@dataclass(frozen=True)
class Sample:
    """A damaged text, what an import of it should give, and the addresses of which only a part is left."""

    text: str
    expected: Mapping[str, Expected]
    torn_off: frozenset[str]


def sample(booklet: Booklet, kind: Damage, seed: int) -> Sample:
    """Print a booklet with a kind of damage. What the damage destroyed is not expected."""
    random = Random(seed)
    damaged = kind.words(booklet, random)
    whole = printing.pages(damaged, kind.style(Style(torn=(1,))), random)
    left = kind.pages(whole, random)
    before, after = _owned(whole), _owned(left)
    expected = {at: one for at, one in truth(damaged).items() if after[at] or not before[at]}
    parts = frozenset(at for at in before if after[at] < before[at])
    text = printing.text(left)
    return Sample(text[:-1] if left and left[-1].rows[-1].what == "cut" else text, expected, parts)


def _owned(pages: Iterable[Page]) -> Counter[str]:
    return Counter(owner for page in pages for row in page.rows for owner in row.owners)


def score(sample: Sample, pieces: Sequence[Piece]) -> Scores:
    """Every unit with its words, every note with its words and the unit that carries it, every citation of a unit,
    every cell, every row with its figures.
    """
    given = _given(pieces)
    out = dict.fromkeys(WHAT, Score())
    said: Counter[tuple[str, str]] = Counter()
    read: Counter[tuple[str, str]] = Counter()
    for at in {*sample.expected, *given}:
        wanted, got = sample.expected.get(at), given.get(at)
        if at in sample.torn_off or (wanted and wanted.carrier in sample.torn_off):
            continue
        what = _what(wanted.kind if wanted else got.kind if got else "")
        right = bool(wanted and got and _matches(wanted, got, given))
        out[what] += Score(bool(wanted), bool(got), right)
        said.update(_cited(at, wanted.text if wanted else ""))
        read.update(_cited(at, got.text if got else ""))
    out[REFERENCES] = Score(said.total(), read.total(), (said & read).total())
    return out


def _given(pieces: Sequence[Piece]) -> dict[str, Expected]:
    """The pieces by address, the parts of an interrupted one together."""
    out: dict[str, Expected] = {}
    for one in pieces:
        marks = tuple(mark.n for mark in one.marks)
        known = out.get(one.address)
        out[one.address] = (
            Expected(one.address, known.kind, known.label, known.text + one.text, known.notes + marks, known.figures)
            if known
            else Expected(one.address, one.kind, one.label, one.text, marks, one.figures)
        )
    return out


def _what(kind: str) -> str:
    return _KINDS.get(kind, UNITS)


def _matches(wanted: Expected, got: Expected, given: Mapping[str, Expected]) -> bool:
    carried = given.get(wanted.carrier)
    mark = wanted.at.rpartition("#fn-")[2]
    return (
        bare(wanted.text) == bare(got.text)
        and wanted.figures == got.figures
        and (not wanted.carrier or (carried is not None and mark in carried.notes))
    )


def bare(text: str) -> str:
    return _LOOSE.sub("", text)


def _cited(at: str, text: str) -> list[tuple[str, str]]:
    return [(at, one.text) for one in citations_in(bare(text), "zh")]


# --- the table --------------------------------------------------------------------------------------------------------

Make = Callable[[int], Booklet]
Read = Callable[[str], Sequence[Piece]]


def measured(make: Make, read: Read, seeds: Sequence[int]) -> dict[str, Scores]:
    """Kind of damage → scores over all seeds."""
    out: dict[str, Scores] = {}
    for name, kind in damage.KINDS.items():
        total = dict.fromkeys(WHAT, Score())
        for seed in seeds:
            made = sample(make(seed), kind, seed)
            for what, one in score(made, read(made.text)).items():
                total[what] += one
        out[name] = total
    return out


def table(rows: Mapping[str, Scores]) -> str:
    """A table in Markdown: recall and precision in per cent, cut off behind the first decimal."""
    heads = ["damage", *WHAT]
    out = [f"| {' | '.join(heads)} |", f"| --- |{' ---: |' * len(WHAT)}"]
    for name, scores in rows.items():
        out.append(f"| {' | '.join((name, *(_shown(scores[what]) for what in WHAT)))} |")
    return "".join(f"{line}\n" for line in out)


def _shown(one: Score) -> str:
    return f"{_cut(one.recall)} / {_cut(one.precision)}" if one.wanted else "–"


def _cut(percent: float) -> str:
    return f"{int(percent * 10) / 10:.1f}"
