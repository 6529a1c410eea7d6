"""The record of the made-up tree, read once: no test changes it."""

from __future__ import annotations

import pytest

from handbook.corpus import load_corpus
from handbook.model.record import Record
from tests.conftest import SMALL


@pytest.fixture(scope="session")
def record() -> Record:
    return load_corpus(SMALL).record
