"""A unit has closing words after its sub-paragraphs where the record says so (`tail`), and nowhere else.

Bad:  (a) … (b) …, then at the margin: whether guidance is needed,
Good: (a) … (b) …, then with an indent: whether guidance is needed,
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.model import Corpus
from handbook.reading import readings


def look(corpus: Corpus) -> Iterator[Problem]:
    for reading in readings(corpus):
        page, decision = reading.page, reading.decision
        for id, node in reading.unindented.items():
            yield Problem(node.place, f"closing words of {id!r} at the margin, expected an indent", "indent them")
        for id in sorted(reading.shared - reading.unindented.keys()):
            unit, words = decision.units[id], page.units.get(id)
            if words is None:
                continue
            if words.tail and not unit.tail:
                yield Problem(words.tail[0].place, f"closing words of {id!r}, expected none")
            items = [place for other, place in page.order if other.startswith(f"{id}-")]
            if unit.tail and not words.tail and items:
                yield Problem(items[-1], f"closing words of {id!r} are missing, expected after its last sub-paragraph")


CHECK = Check(
    code="UN004",
    name="unit-tail",
    hint="closing words are an indented line without a label; the record marks their unit with `tail: true`",
    look=look,
)
