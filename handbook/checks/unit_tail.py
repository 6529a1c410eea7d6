"""A unit has closing words after its sub-paragraphs where the record marks it with `tail: true`, and nowhere else.

Bad:  2. *Requests* the Executive Secretary:
          (a) To ask every Party;
      and to list the answers.
Good: 2. *Requests* the Executive Secretary:
          (a) To ask every Party;
          and to list the answers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from handbook.beside.readings import readings
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.decision import Unit
from handbook.model.prose import Page


def look(corpus: Corpus) -> Iterator[Problem]:
    for reading in readings(corpus):
        page, decision = reading.page, reading.decision
        for id, node in reading.unindented.items():
            yield Problem(node.place, f"closing words of {id!r} at the margin, expected an indent", "indent them")
        there = Counter(node.address for node in page.walk())
        for id in sorted(reading.shared - reading.unindented.keys()):
            # Where a label stands twice, it cannot be told whose closing words these are.
            if there[id] == 1:
                yield from _tail(decision.units[id], page)


def _tail(unit: Unit, page: Page) -> Iterator[Problem]:
    words = page.units[unit.id]
    items = [item.place for item in list(words.walk())[1:]]
    lost = any(item.tail and item.id not in page.units for item in unit.items)
    if lost:
        return
    if words.tail and not unit.tail:
        yield Problem(words.tail[0].place, f"closing words of {unit.id!r}, expected none")
    elif words.tail and items and words.tail[0].place < items[-1]:
        yield Problem(
            words.tail[0].place, f"closing words of {unit.id!r} before a sub-paragraph, expected after the last"
        )
    elif unit.tail and not words.tail and items:
        yield Problem(items[-1], f"closing words of {unit.id!r} are missing, expected after its last sub-paragraph")


CHECK = Check(
    Code.UN004,
    hint="closing words are an indented line without a label; the record marks their unit with `tail: true`",
    look=look,
)
