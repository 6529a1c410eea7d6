"""Bytes → text: what no source may hold is found at its place, and what is left can be read."""

from __future__ import annotations

import random
import re

import pytest

from handbook.findings.codes import Code
from handbook.sources.decoding import LARGEST, MOST, decode

CRLF = "f:{}:1: SRC003 line ends with CR, expected LF alone (save with Unix line ends)"
BOM = "f:{}: SRC003 byte-order mark U+FEFF (save as UTF-8 without a byte-order mark)"
CONTROL = "f:{}: SRC004 control character U+{} (take it out)"
BIDI = "f:{}: SRC005 bidirectional control U+{} (take it out; U+200E and U+200F are allowed)"
DIGIT = "f:{}: SRC006 full-width digit '{}' (write {})"
UTF8 = "f:{}: SRC001 byte 0x{} is not UTF-8 (save the file as UTF-8)"
EMPTY = "f:1:1: SRC002 file is empty (write it, or take it out)"
LARGE = "f:1:1: SRC008 file of more than 4,000,000 bytes (split it, or take it out)"


def found(data: bytes) -> list[str]:
    return [str(finding) for finding in decode("f", data)[1]]


#: Bytes → the text that is read, and the whole list of findings.
CASES: dict[str, tuple[bytes, str | None, list[str]]] = {
    "plain": (b"a\nb", "a\nb", []),
    "tab": (b"a\tb\n", "a\tb\n", []),
    "six languages": ("欧 é ñ ж ع\u200f\u200e\n".encode(), "欧 é ñ ж ع\u200f\u200e\n", []),
    "joiners": ("\u200c\u200d\u061c\n".encode(), "\u200c\u200d\u061c\n", []),
    "nothing": (b"", None, [EMPTY]),
    "white": (" \n\t\u3000\n".encode(), None, [EMPTY]),
    "latin": (b"ab\ncd\xe9f\n", None, [UTF8.format("2:3", "e9")]),
    "first byte": (b"\xff\xfea\x00", None, [UTF8.format("1:1", "ff")]),
    "cut off": ("ab\né".encode()[:-1], None, [UTF8.format("2:1", "c3")]),
    "surrogate": (b"a\xed\xa0\x80", None, [UTF8.format("1:2", "ed")]),
    "overlong": (b"\xc0\xaf", None, [UTF8.format("1:1", "c0")]),
    "crlf": (b"a\r\nb\r\n", "a\nb\n", [CRLF.format(1)]),
    "later crlf": (b"a\nb\r\nc\r\n", "a\nb\nc\n", [CRLF.format(2)]),
    "cr alone": (b"a\rb\r", "a\nb\n", [CRLF.format(1)]),
    "mark": ("\ufeffa\nb\n".encode(), "a\nb\n", [BOM.format("1:1")]),
    "mark inside": ("a\nb\ufeffc\n".encode(), "a\nb c\n", [BOM.format("2:2")]),
    "nul": (b"a\x00b\n", "a b\n", [CONTROL.format("1:2", "0000")]),
    "escape": (b"a\n\x1b[1m\n", "a\n [1m\n", [CONTROL.format("2:1", "001B")]),
    "form feed": (b"a\x0cb\x0bc\n", "a b c\n", [CONTROL.format("1:2", "000C"), CONTROL.format("1:4", "000B")]),
    "delete": (b"a\x7f\n", "a \n", [CONTROL.format("1:2", "007F")]),
    "next line": ("a\u0085b\n".encode(), "a b\n", [CONTROL.format("1:2", "0085")]),
    "separators": (
        "a\u2028b\u2029c\n".encode(),
        "a b c\n",
        [CONTROL.format("1:2", "2028"), CONTROL.format("1:4", "2029")],
    ),
    "no characters": (
        "\ufffe\uffff\n".encode(),
        "  \n",
        [CONTROL.format("1:1", "FFFE"), CONTROL.format("1:2", "FFFF")],
    ),
    "embedding": ("\u202ba\u202c\n".encode(), " a \n", [BIDI.format("1:1", "202B"), BIDI.format("1:3", "202C")]),
    "override": ("a\n\u202db\u202e\n".encode(), "a\n b \n", [BIDI.format("2:1", "202D"), BIDI.format("2:3", "202E")]),
    "isolates": (
        "\u2066\u2067\u2068\u2069\n".encode(),
        "    \n",
        [BIDI.format(f"1:{column}", f"20{65 + column}") for column in range(1, 5)],
    ),
    "digits": ("第１０条\n".encode(), "第  条\n", [DIGIT.format("1:2", "１", 1), DIGIT.format("1:3", "０", 0)]),
    "after crlf": (
        "a\r\n\u202eb\r\n".encode(),
        "a\n b\n",
        [CRLF.format(1), BIDI.format("2:1", "202E")],
    ),
    "large": (b"a" * (LARGEST + 1), None, [LARGE]),
    "as large as may be": (b"a" * LARGEST, "a" * LARGEST, []),
}


@pytest.mark.parametrize("name", CASES)
def test_read(name: str) -> None:
    data, text, findings = CASES[name]
    assert decode("f", data)[0] == text
    assert found(data) == findings


def test_every_code_has_a_case() -> None:
    """But that of a file that is missing, which is found where files are opened."""
    codes = {code for code in Code if code.startswith("SRC")}
    shown = {re.findall(r"SRC\d{3}", finding)[0] for _, _, findings in CASES.values() for finding in findings}
    assert codes - shown == {Code.SRC007}


def test_many_of_them_end_in_reason() -> None:
    """A file of nothing else: no more than so many findings, at the right places, in time that grows with the file."""
    findings = decode("f", b"\x00" * LARGEST)[1]
    assert len(findings) == MOST
    assert [finding.place.column for finding in findings] == list(range(1, MOST + 1))
    findings = decode("f", b"a\x00\n" * (LARGEST // 3))[1]
    assert [(finding.place.line, finding.place.column) for finding in findings] == [(n, 2) for n in range(1, MOST + 1)]


def test_soup() -> None:
    """What is read holds nothing that is refused, has the file's lines, and is read again without a finding."""
    dice = random.Random(3)
    signs = "ab1 \n\n\r\t\x00\x1b\x7f\x85\ufeff\u200f\u202a\u202e\u2066\u2028\uff11é欧\U0001f600\ufffe"
    for _ in range(500):
        text = "a" + "".join(dice.choices(signs, k=dice.randrange(60)))
        got, findings = decode("f", text.encode())
        assert got is not None
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert len(got.split("\n")) == len(lines)
        assert decode("f", got.encode()) == (got, [])
        for finding in findings:
            if "CR" not in finding.message:
                sign = lines[finding.place.line - 1][finding.place.column - 1]
                assert f"U+{ord(sign):04X}" in finding.message or repr(sign) in finding.message


def test_random_bytes() -> None:
    dice = random.Random(5)
    for _ in range(500):
        data = dice.randbytes(dice.randrange(200))
        text, findings = decode("f", data)
        assert (text is None) <= bool(findings)
        assert all(finding.place.line >= 1 and finding.place.column >= 1 for finding in findings)
