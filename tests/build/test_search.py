"""The search index: whole, the same bytes each time, and a failure of Pagefind's program told in its own words."""

from __future__ import annotations

import base64
import json
from pathlib import Path
from typing import Any

import pytest

from handbook.build import search
from handbook.site.view import Indexed, Rendered
from tests import realtree

LANGUAGES = ("zh", "en", "fr", "es", "ru", "ar")


def page(*records: Indexed) -> Rendered:
    return Rendered("Title", "Title", "", (), (), None, "", records)


PAGES = {
    (language, f"page-{number}/"): page(Indexed("", f"Page {number}", "words", "decision"))
    for language in LANGUAGES
    for number in range(20)
}


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shell script in the place of Pagefind's program."""
    path = tmp_path / "program"
    monkeypatch.setattr(search, "get_executable", lambda: str(path))
    return path


def scripted(path: Path, *lines: str) -> None:
    path.write_text("\n".join(("#!/bin/sh", *lines, "")), "utf-8")
    path.chmod(0o755)


def answer(**payload: Any) -> str:
    """A line of the script that gives one answer."""
    return f"printf %s, {base64.b64encode(json.dumps({'message_id': 1, 'payload': payload}).encode()).decode()}"


def test_index_of_each_language(tmp_path: Path) -> None:
    assert search.write_index(tmp_path, PAGES) == len(PAGES)
    entry = json.loads((tmp_path / search.FOLDER / search.ENTRY).read_text("utf-8"))
    assert {code: one["page_count"] for code, one in entry["languages"].items()} == dict.fromkeys(LANGUAGES, 20)
    files = realtree.contents(tmp_path / search.FOLDER)
    assert all(files.values())
    assert not [name for name in files if "ui" in Path(name).name or "highlight" in name]


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("first", "second"):
        search.write_index(tmp_path / name, PAGES)
    assert realtree.contents(tmp_path / "first") == realtree.contents(tmp_path / "second")


def test_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "get_executable", lambda: None)
    with pytest.raises(search.SearchError, match="is not installed"):
        search.write_index(tmp_path, PAGES)


def test_a_program_that_does_not_start(tmp_path: Path, program: Path) -> None:
    program.write_text("no program", "utf-8")
    with pytest.raises(search.SearchError, match="Permission denied"):
        search.write_index(tmp_path, PAGES)


@pytest.mark.parametrize(
    "lines", [("exit 1",), ("head -c 10 > /dev/null", "exit 0"), (answer(type="NewIndex"), "exit 0")]
)
def test_a_program_that_ends_early(tmp_path: Path, program: Path, lines: tuple[str, ...]) -> None:
    scripted(program, *lines)
    with pytest.raises(search.SearchError, match=r"ended early|Broken pipe"):
        search.write_index(tmp_path, PAGES)


def test_an_error_of_the_program(tmp_path: Path, program: Path) -> None:
    scripted(program, answer(type="NewIndex"), answer(type="Error", message="too many words"), "cat > /dev/null")
    with pytest.raises(search.SearchError, match="too many words"):
        search.write_index(tmp_path, PAGES)
    assert not (tmp_path / search.FOLDER).exists()
