"""The tree that every case starts from has nothing to find."""

from __future__ import annotations

from pathlib import Path

from handbook.checks import ALL, run_checks
from handbook.corpus import load_corpus


def test_small_tree_is_right(small: Path) -> None:
    assert [str(finding) for finding in run_checks(load_corpus(small), ALL)] == []
