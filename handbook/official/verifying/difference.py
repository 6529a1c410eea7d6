"""What differs between the official text and the handbook: as a comparison finds it, and as it is reported."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.beside.sequence import Kind
from handbook.official.flow import Range
from handbook.targets.grammar import Target


@dataclass(frozen=True)
class Unlike:
    """`address` is spelt as in data/errata.yaml; `what` names the comparison; `official` and `record` are what
    the two have, empty where they have nothing.

    `span` is the part of the words at the address that is unlike; a part of no length is a place between two signs,
    None none at all. `target` is the reference that the record has in its stead, or that nothing in the words cites.
    `slip` is the erratum with which nothing would be unlike, where the comparison itself can tell.
    """

    address: str
    what: str
    official: str
    record: str
    span: Range | None = None
    target: Target | None = None
    slip: str = ""


@dataclass(frozen=True, order=True)
class Difference:
    """The same for a reader: `line` is that of the official file, 0 where the words are not in it; `erratum` the id of
    the one that explains it, empty where none does.
    """

    line: int
    address: str
    what: str
    official: str
    record: str
    erratum: str = ""

    @property
    def explained(self) -> bool:
        return bool(self.erratum)


def instead(kind: Kind, expected: str, again: str = "once") -> str:
    """What the record has in the stead of an id that is too many, there again or elsewhere; `expected` is what the
    comparison of the two sequences says of it.
    """
    if kind is Kind.MOVED:
        return f"after {expected}" if expected else "first"
    return again if kind is Kind.REPEATED else expected


@dataclass(frozen=True)
class Compared:
    """What one comparison gives: what is unlike, and how many things it held against one another, by their name."""

    unlike: tuple[Unlike, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
