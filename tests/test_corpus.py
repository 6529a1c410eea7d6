"""A tree read again and again: what has not changed is not read again, and nothing that has is missed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.corpus import Memory, load_corpus
from handbook.findings.finding import Finding
from handbook.model.prose import Page
from handbook.prose import parsing

PAGE, OTHER = "content/en/decisions/cp-1-1.md", "content/en/decisions/cp-1-2.md"


def _written(name: str, change: Callable[[str], str]) -> Callable[[Path], object]:
    return lambda tree: (tree / name).write_text(change((tree / name).read_text("utf-8")), "utf-8")


#: Each edit comes on top of those before it.
EDITS: dict[str, Callable[[Path], object]] = {
    "a page": _written(PAGE, lambda text: text + "\n[^9]: More.\n"),
    "a name": _written("content/en/names.yaml", lambda text: text.replace("\nCP-1/2: ", "\nCP-1/2: New ")),
    "a name's file broken": _written("content/en/names.yaml", lambda text: text + "{"),
    "the record": _written("data/decisions.yaml", lambda text: text.replace("CP-1/2", "CP-1/3")),
    "a record that cannot be read": _written("data/decisions.yaml", lambda text: "{" + text),
    "a record that is empty": lambda tree: (tree / "data/errata.yaml").write_text("# none\n", "utf-8"),
    "a record that is gone": lambda tree: (tree / "data/errata.yaml").unlink(),
    "a page that is gone": lambda tree: (tree / PAGE).unlink(),
    "a page under another name": lambda tree: (tree / OTHER).rename(tree / PAGE),
    "a page in another language": lambda tree: (tree / PAGE).rename(tree / "content/fr/decisions/cp-1-2.md"),
}


def test_a_reading_that_remembers_reads_the_same(small: Path) -> None:
    memory = Memory()
    before = load_corpus(small, memory)
    for name, edit in EDITS.items():
        (small / "content/fr/decisions").mkdir(parents=True, exist_ok=True)
        edit(small)
        now = load_corpus(small, memory)
        assert now == load_corpus(small), name
        assert now != before, name
        before = now


def test_what_has_not_changed_is_not_read_again(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    parse = parsing.parse_page

    def told(path: str, language: str, name: str, text: str) -> tuple[Page | None, list[Finding]]:
        parsed.append(path)
        return parse(path, language, name, text)

    monkeypatch.setattr(parsing, "parse_page", told)
    memory = Memory()
    before = load_corpus(small, memory)
    parsed.clear()
    EDITS["a page"](small)
    now = load_corpus(small, memory)
    assert parsed == [PAGE]
    assert now.record is before.record
    assert now.names["en"] is before.names["en"]


def test_what_no_reading_asks_for_any_more_is_forgotten(small: Path) -> None:
    memory = Memory()
    load_corpus(small, memory)
    kept = len(memory)
    for line in "\n\n\n":
        (small / PAGE).write_text((small / PAGE).read_text("utf-8") + line, "utf-8")
        load_corpus(small, memory)
    assert len(memory) == kept
