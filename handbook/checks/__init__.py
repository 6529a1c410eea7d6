"""Every check of the sources, in one explicit list."""

from __future__ import annotations

from handbook.checks.check import Check, Problem, run

ALL: tuple[Check, ...] = ()

__all__ = ["ALL", "Check", "Problem", "run"]
