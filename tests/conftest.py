"""What several tests start from: the made-up tree, whole and right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of `tests/small` that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "tree"))
