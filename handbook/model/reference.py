"""A citation in the record."""

from __future__ import annotations

from dataclasses import dataclass

from handbook.findings.finding import Place
from handbook.targets.grammar import Target


@dataclass(frozen=True)
class Reference:
    """A citation and where it stands."""

    target: Target
    place: Place
