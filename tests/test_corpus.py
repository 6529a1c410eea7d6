"""A tree read again and again: what has not changed is not read again, and nothing that has is missed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.corpus import Memory, load_corpus
from handbook.findings.finding import Finding
from handbook.model.prose import Page
from handbook.prose import parsing
from tests import realtree

PAGE, OTHER = "content/en/decisions/cp-10-2.md", "content/en/decisions/cp-10-4.md"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    return realtree.copy(tmp_path / "tree")


def _written(name: str, change: Callable[[str], str]) -> Callable[[Path], object]:
    return lambda tree: (tree / name).write_text(change((tree / name).read_text("utf-8")), "utf-8")


#: Each edit comes on top of those before it.
EDITS: dict[str, Callable[[Path], object]] = {
    "a page": _written(PAGE, lambda text: text + "\n[^9]: More.\n"),
    "a name": _written("content/en/names.yaml", lambda text: text.replace("\nCP-10/2: ", "\nCP-10/2: New ")),
    "a name's file broken": _written("content/en/names.yaml", lambda text: text + "{"),
    "the record": _written("data/decisions.yaml", lambda text: text.replace("CP-10/14", "CP-10/15")),
    "a record that cannot be read": _written("data/decisions.yaml", lambda text: "{" + text),
    "a record that is empty": lambda tree: (tree / "data/errata.yaml").write_text("# none\n", "utf-8"),
    "a record that is gone": lambda tree: (tree / "data/errata.yaml").unlink(),
    "a page that is gone": lambda tree: (tree / PAGE).unlink(),
    "a page under another name": lambda tree: (tree / OTHER).rename(tree / PAGE),
    "a page in another language": lambda tree: (tree / PAGE).rename(tree / "content/fr/decisions/cp-10-4.md"),
}


def test_a_reading_that_remembers_reads_the_same(tree: Path) -> None:
    memory = Memory()
    before = load_corpus(tree, memory)
    for name, edit in EDITS.items():
        (tree / "content/fr/decisions").mkdir(parents=True, exist_ok=True)
        edit(tree)
        now = load_corpus(tree, memory)
        assert now == load_corpus(tree), name
        assert now != before, name
        before = now


def test_what_has_not_changed_is_not_read_again(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = parsing.parse_page

    def told(path: str, language: str, name: str, text: str) -> tuple[Page | None, list[Finding]]:
        parsed.append(path)
        return parse(path, language, name, text)

    monkeypatch.setattr(parsing, "parse_page", told)
    memory = Memory()
    before = load_corpus(tree, memory)
    parsed.clear()
    EDITS["a page"](tree)
    now = load_corpus(tree, memory)
    assert parsed == [PAGE]
    assert now.record is before.record
    assert now.names["en"] is before.names["en"]


def test_what_no_reading_asks_for_any_more_is_forgotten(tree: Path) -> None:
    memory = Memory()
    load_corpus(tree, memory)
    kept = len(memory)
    for line in "\n\n\n":
        (tree / PAGE).write_text((tree / PAGE).read_text("utf-8") + line, "utf-8")
        load_corpus(tree, memory)
    assert len(memory) == kept
