"""Slips of the published texts, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handbook.findings.finding import Place
from handbook.model.reference import Reference

#: What a slip is of: a reference; a number, sum or share; the name of a body, plan or text; a word too many, too few or
#: wrong; a mark or bracket; something that ought to stand there and does not.
ERRATUM_KINDS = ("citation", "figure", "name", "word", "punctuation", "missing")


#: How sure it is what is meant.
SURENESS = ("certain", "likely", "unknown")


#: Parts of the published volume that belong to no decision.
FRONT = ("foreword", "contents")


@dataclass(frozen=True)
class Erratum:
    """A slip of the published text. `address` is a decision and what is in it (`CP-1/2#p3`), or one of `FRONT`, with
    the meeting before it if that is not the first (`cp-11#contents`).
    """

    id: str
    address: str
    kind: str
    printed: str
    meant: Reference | None
    sure: str
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)

    @property
    def front(self) -> str:
        """The part of a volume that it stands in, empty for a decision."""
        part = self.address.rpartition("#")[2]
        return part if part in FRONT else ""

    @property
    def whole(self) -> str:
        """The decision that it stands in; for the front of a volume the meeting, empty for the first."""
        return self.address.partition("#")[0] if self.address != self.front else ""
