"""The account of a file: every character is placed, furniture, reported or blank, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from handbook.official.model import Aside, Piece, Run

#: How many characters of a reported stretch are told.
BEGINNING = 40


class DoubleError(Exception):
    """Two stages claim the same character: a fault of the importer."""


def account(text: str, pieces: Iterable[Piece], asides: Iterable[Aside]) -> tuple[Run, ...]:
    """What became of each character of `text`, in runs that follow one another from the first to the last.

    A character that nobody claims is `reported` as `unread`, or blank. Raises DoubleError.
    """
    claims: list[tuple[str, str] | None] = [None] * len(text)
    for fate, what, start, end in _claims(pieces, asides):
        for place in range(start, end):
            if (taken := claims[place]) is not None:
                raise DoubleError(f"character {place} ({text[start:end][:20]!r}): {taken[1]} and {what}")
            claims[place] = (fate, what)
    runs: list[Run] = []
    for place, character in enumerate(text):
        fate, what = claims[place] or (("blank", "") if character.isspace() else ("reported", "unread"))
        if runs and (runs[-1].fate, runs[-1].what) == (fate, what):
            runs[-1] = Run(runs[-1].start, place + 1, fate, what)
        else:
            runs.append(Run(place, place + 1, fate, what))
    return tuple(_described(text, runs))


def _described(text: str, runs: Iterable[Run]) -> Iterator[Run]:
    """The same runs; one that is reported says where it stands and how it begins."""
    line, seen = 1, 0
    for run in runs:
        line += text.count("\n", seen, run.start)
        seen = run.start
        reported = run.fate == "reported"
        yield replace(run, line=line, begins=_beginning(text, run)) if reported else run


def _beginning(text: str, run: Run) -> str:
    return " ".join(text[run.start : min(run.end, run.start + BEGINNING)].split())


def _claims(pieces: Iterable[Piece], asides: Iterable[Aside]) -> Iterator[tuple[str, str, int, int]]:
    for piece in pieces:
        for start, end in piece.ranges:
            yield "placed", piece.address, start, end
    for aside in asides:
        for start, end in aside.ranges:
            yield aside.fate, aside.what, start, end
