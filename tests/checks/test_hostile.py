"""Sources that no editor would write on purpose: each is found, at its place, and nothing is raised.

Those that a text file can show are cases in `cases/reading/`; here are the bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.checks import ALL, run_checks
from handbook.corpus import NoTreeError, load_corpus
from handbook.sources.decoding import LARGEST

PAGE = "content/en/decisions/cp-1-2.md"
NAMES = "content/es/names.yaml"
RECORD = "data/errata.yaml"


def found(root: Path) -> list[str]:
    """Place, code and message of every finding, without the hints."""
    return [f"{one.place} {one.code} {one.message}" for one in run_checks(load_corpus(root), ALL)]


def bytes_of(text: bytes) -> Callable[[bytes], bytes]:
    return lambda _: text


CHANGES: list[tuple[str, str, Callable[[bytes], bytes], list[str]]] = [
    ("empty", PAGE, bytes_of(b""), [f"{PAGE}:1:1 SRC002 file is empty"]),
    ("blank", PAGE, bytes_of(b" \n\t\n"), [f"{PAGE}:1:1 SRC002 file is empty"]),
    ("latin", PAGE, bytes_of(b"---\ndecision: CP-1/2\n---\ncaf\xe9\n"), [f"{PAGE}:4:4 SRC001 byte 0xe9 is not UTF-8"]),
    ("utf16", PAGE, lambda old: old.decode().encode("utf-16"), [f"{PAGE}:1:1 SRC001 byte 0xff is not UTF-8"]),
    ("surrogate", PAGE, lambda old: old + b"\xed\xa0\x80", [f"{PAGE}:15:1 SRC001 byte 0xed is not UTF-8"]),
    (
        "crlf",
        PAGE,
        lambda old: old.replace(b"\n", b"\r\n"),
        [f"{PAGE}:1:1 SRC003 line ends with CR, expected LF alone"],
    ),
    ("cr", PAGE, lambda old: old.replace(b"\n", b"\r"), [f"{PAGE}:1:1 SRC003 line ends with CR, expected LF alone"]),
    (
        "one-crlf",
        PAGE,
        lambda old: old.replace(b"}}\n\n{{", b"}}\r\n\n{{"),
        [f"{PAGE}:4:1 SRC003 line ends with CR, expected LF alone"],
    ),
    ("bom", PAGE, lambda old: b"\xef\xbb\xbf" + old, [f"{PAGE}:1:1 SRC003 byte-order mark U+FEFF"]),
    ("nul", PAGE, lambda old: old.replace(b"See ", b"See\0 "), [f"{PAGE}:8:10 SRC004 control character U+0000"]),
    ("escape", PAGE, lambda old: old.replace(b"See", b"\x1bSee"), [f"{PAGE}:8:7 SRC004 control character U+001B"]),
    (
        "line-separator",
        PAGE,
        lambda old: old.replace(b"See ", "See\u2028 ".encode()),
        [f"{PAGE}:8:10 SRC004 control character U+2028"],
    ),
    ("bytes", PAGE, bytes_of(bytes(range(256)) * 40), [f"{PAGE}:2:118 SRC001 byte 0x80 is not UTF-8"]),
    ("large", PAGE, bytes_of(b"a" * (LARGEST + 9)), [f"{PAGE}:1:1 SRC008 file of more than 4,000,000 bytes"]),
    ("names-empty", NAMES, bytes_of(b""), [f"{NAMES}:1:1 SRC002 file is empty"]),
    ("names-bom", NAMES, lambda old: b"\xef\xbb\xbf" + old, [f"{NAMES}:1:1 SRC003 byte-order mark U+FEFF"]),
    ("names-list", NAMES, bytes_of(b"- a\n- b\n"), [f"{NAMES}:1:1 REC002 names are not a mapping"]),
    ("names-comment", NAMES, bytes_of(b"# later\n"), [f"{NAMES}:1:1 SRC002 file is empty but for comments"]),
    (
        "names-tab",
        NAMES,
        bytes_of(b"a:\n\tb: c\n"),
        [f"{NAMES}:2:1 YML001 found character that cannot start any token"],
    ),
    ("record-empty", RECORD, bytes_of(b""), [f"{RECORD}:1:1 SRC002 file is empty"]),
    (
        "record-comment",
        RECORD,
        bytes_of(b"# nothing yet\n"),
        [f"{RECORD}:1:1 SRC002 file is empty but for comments"],
    ),
    ("record-text", RECORD, bytes_of(b"errata"), [f"{RECORD}:1:1 REC002 errata.yaml is a text, expected a mapping"]),
    (
        "record-nul",
        RECORD,
        lambda old: old.replace("3段".encode(), "\0段".encode()),
        [f"{RECORD}:2:62 SRC004 control character U+0000"],
    ),
]


@pytest.mark.parametrize(
    ("path", "change", "expected"), [change[1:] for change in CHANGES], ids=[one[0] for one in CHANGES]
)
def test_bytes(small: Path, path: str, change: Callable[[bytes], bytes], expected: list[str]) -> None:
    file = small / path
    file.write_bytes(change(file.read_bytes()))
    assert found(small) == expected


def test_folder_in_the_place_of_a_file(small: Path) -> None:
    for path in (NAMES, RECORD):
        (small / path).unlink()
        (small / path).mkdir()
    assert found(small) == [f"{NAMES}:1:1 SRC007 is not a file", f"{RECORD}:1:1 SRC007 is not a file"]


def test_pipe_in_the_place_of_a_page(small: Path) -> None:
    """Reading it would wait for ever."""
    (small / PAGE).unlink()
    os.mkfifo(small / PAGE)
    assert found(small) == [f"{PAGE}:1:1 SRC007 is not a file"]


def test_links_to_elsewhere(small: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("---\ndecision: CP-1/2\n---\n", encoding="utf-8")
    (small / PAGE).unlink()
    (small / PAGE).symlink_to(tmp_path / "secret")
    (small / "content/en/decisions/round.md").symlink_to("round.md")
    assert found(small) == [
        "content/en/decisions/cp-1-2.md:1:1 PAG003 file is not a page",
        "content/en/decisions/round.md:1:1 PAG003 file is not a page",
    ]


def test_language_that_is_not_there(small: Path) -> None:
    for path in sorted((small / "content/ar").rglob("*"), reverse=True):
        path.unlink()
    (small / "content/ar").rmdir()
    assert found(small) == ["content/ar/names.yaml:1:1 SRC007 file is missing"]


@pytest.mark.parametrize("folder", ["data", "content"])
def test_no_tree(small: Path, folder: str) -> None:
    (small / folder).rename(small / "elsewhere")
    with pytest.raises(NoTreeError, match="has no data/ and content/"):
        load_corpus(small)


@pytest.mark.parametrize(
    ("path", "line", "codes"),
    [
        (PAGE, "{{ table(" + "(" * 3000 + ") }}", {"PRS003"}),
        (PAGE, "{{ table(" + "-" * 20000 + "1) }}", {"PRS003"}),
        (PAGE, '{{ table("' + "1" * 20000 + '") }}', {"TB007"}),
        (PAGE, "{{ table(" + "9" * 20000 + ") }}", {"PRS003"}),
        (PAGE, "9" * 20000 + ". What is this?", {"UN001"}),
        (PAGE, "(٣) ٤. ²", {"UN003"}),
        (PAGE, "[" * 5000 + "](" * 5000, {"UN001", "UN003", "PRS006"}),
        (PAGE, "*" * 5000, {"UN001", "UN003", "PRS007"}),
        (PAGE, "<" * 5000, {"UN001", "UN003", "MRK001"}),
        (PAGE, "[x](dec:CP-1/1#" + "1" * 9000 + "-" + "2" * 9000 + ")", {"UN001", "UN003", "RF001"}),
        (
            RECORD,
            "  - {id: a, at: CP-1/" + "1" * 5000 + ", kind: citation, printed: x, sure: certain}",
            {"REC004", "NM001"},
        ),
        (RECORD, "  - " + "{a: " * 400 + "b" + "}" * 400, {"YML007"}),
    ],
    ids=range(12),
)
def test_long_and_deep(small: Path, path: str, line: str, codes: set[str]) -> None:
    """Nothing that is long or deep enough to break a parser breaks this one."""
    file = small / path
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    seen = {one.code for one in run_checks(load_corpus(small), ALL)}
    assert seen
    assert seen <= codes
