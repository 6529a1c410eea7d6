"""A decision's page has the record's clauses, paragraphs and sub-paragraphs: all of them, each once, in its order.

Bad:  2. …
      2. …
      4. …
Good: 2. …
      3. …
      4. …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.beside.outline import BULLET
from handbook.beside.readings import readings
from handbook.beside.sequence import Difference, Kind
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for reading in readings(corpus):
        for one in reading.compared.differences:
            if one.id != "?":
                left = reading.left_at(one.id) if one.kind is Kind.MISSING else None
                yield Problem(left or one.place, one.says(_kind(one.id)))
        moved = [one.id for one in reading.compared.differences if one.kind is Kind.MOVED]
        under = {unit: list(reading.sub(unit)) for unit in reading.compared.both}
        yield from _strayed(under, moved)
        for found in under.values():
            yield from _under(found)


def _strayed(under: dict[str, list[Difference]], moved: list[str]) -> Iterator[Problem]:
    """Sub-paragraphs that one paragraph lacks and another has too many of; they are taken out of the lists.

    Where a paragraph's own line has moved, they only seem to have.
    """
    for owner, lacking in under.items():
        for missing in [difference for difference in lacking if difference.kind is Kind.MISSING]:
            label = missing.id.removeprefix(owner)
            for other, having in under.items():
                extra = next(
                    (
                        difference
                        for difference in having
                        if difference.kind is Kind.ADDED and difference.id == other + label
                    ),
                    None,
                )
                if other != owner and extra and not extra.expected:
                    lacking.remove(missing)
                    having.remove(extra)
                    if not {owner, other} & set(moved):
                        yield Problem(extra.place, f"sub-paragraph {extra.id!r}, expected {missing.id!r}")
                    break


def _under(differences: list[Difference]) -> Iterator[Problem]:
    """Sub-paragraphs of one paragraph; a bullet takes the place of one that is missing."""
    missing = [difference for difference in differences if difference.kind is Kind.MISSING]
    taken: list[str] = []
    for difference in differences:
        if difference.id.endswith(BULLET):
            lost = difference.expected or (missing.pop(0).id if missing else "")
            taken.append(lost)
            unit = difference.id.removesuffix(BULLET)
            yield Problem(
                difference.place,
                f"bullet under {unit!r}, expected {lost!r}" if lost else f"bullet under {unit!r}, expected none",
            )
    for difference in differences:
        if difference.id not in taken and not difference.id.endswith(BULLET):
            yield Problem(difference.place, difference.says(_kind(difference.id)))


def _kind(id: str) -> str:
    last = id.rpartition("-")[2]
    if re.fullmatch(r"(?:.*-)?pre-\d+", id):
        return "preambular clause"
    return "paragraph" if re.fullmatch(r"p\d+", last) else "sub-paragraph"


CHECK = Check(
    Code.UN001,
    hint="number the page as data/decisions.yaml has it, or mend the record",
    look=look,
)
