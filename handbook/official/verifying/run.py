"""All comparisons, and what they found in the order of the official file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handbook.model.corpus import Corpus
from handbook.official.model import Imported
from handbook.official.verifying import (
    acts,
    addressees,
    contents,
    dues,
    errata,
    figures,
    headings,
    notes,
    plans,
    references,
    sums,
    tables,
    units,
)
from handbook.official.verifying.difference import Compared, Difference
from handbook.official.verifying.explained import explaining
from handbook.official.verifying.held import Held

Comparison = Callable[[Held], Compared]

ALL: tuple[Comparison, ...] = (
    contents.look,
    units.look,
    headings.look,
    notes.look,
    references.look,
    figures.look,
    acts.look,
    addressees.look,
    dues.look,
    plans.look,
    tables.look,
    sums.look,
    errata.look,
)


@dataclass(frozen=True)
class Verified:
    """`counts` says how many things were held against one another, by their name."""

    differences: tuple[Difference, ...]
    counts: tuple[tuple[str, int], ...]

    @property
    def unexplained(self) -> tuple[Difference, ...]:
        return tuple(one for one in self.differences if not one.explained)


def verify(corpus: Corpus, imported: Imported, text: str, comparisons: tuple[Comparison, ...] = ALL) -> Verified:
    """Hold record and prose against an import; `text` is that of the file that was imported."""
    held = Held(corpus, imported, text)
    compared = [look(held) for look in comparisons]
    differences = {
        Difference(
            held.line(unlike.address, unlike.span[0] if unlike.span else 0),
            unlike.address,
            unlike.what,
            unlike.official,
            unlike.record,
            explaining(held, unlike),
        )
        for of in compared
        for unlike in of.unlike
    }
    return Verified(tuple(sorted(differences)), tuple(count for of in compared for count in of.counts))
