"""Bytes of a source file → text, with a finding for everything that no source may hold.

What is found here would make places wrong (CR, byte-order mark) or show a reader something else than the editor saw
(bidirectional embeddings and overrides, Unicode UAX #9; look-alike digits), so it is refused in prose, names and data
alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place

#: In bytes. No source comes near this; a larger file is of another kind, or made to do harm.
LARGEST = 4_000_000

#: Findings in one file; more would add nothing.
MOST = 1000

_REFUSED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\uff10-\uff19]")


def decode(path: str, data: bytes) -> tuple[str | None, list[Finding]]:
    """Decode one file. Text is None where nothing can be read; else it is the file's, with line ends made `\\n`."""
    if len(data) > LARGEST:
        return None, [
            Finding(Place(path), Code.SRC008, f"file of more than {LARGEST:,} bytes", "split it, or take it out")
        ]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        message = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return None, [Finding(Place(path, line, column), Code.SRC001, message, "save the file as UTF-8")]
    if not text.strip():
        return None, [Finding(Place(path), Code.SRC002, "file is empty", "write it, or take it out")]
    findings = []
    if text.startswith("\ufeff"):
        findings.append(_refusal(Place(path), text[0]))
        text = text[1:]
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        findings.append(
            Finding(Place(path, line), Code.SRC003, "line ends with CR, expected LF alone", "save with Unix line ends")
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    findings.extend(_refusals(path, text))
    return _REFUSED.sub(" ", text) if findings else text, findings


def _refusals(path: str, text: str) -> Iterator[Finding]:
    line, start, seen = 1, 0, 0
    for match in islice(_REFUSED.finditer(text), MOST):
        at = match.start()
        line += text.count("\n", seen, at)
        start = text.rfind("\n", seen, at) + 1 or start
        seen = at
        yield _refusal(Place(path, line, at - start + 1), text[at])


def _refusal(place: Place, sign: str) -> Finding:
    name = f"U+{ord(sign):04X}"
    if sign == "\ufeff":
        return Finding(place, Code.SRC003, f"byte-order mark {name}", "save as UTF-8 without a byte-order mark")
    if "\uff10" <= sign <= "\uff19":
        return Finding(place, Code.SRC006, f"full-width digit {sign!r}", f"write {ord(sign) - 0xFF10}")
    if not "\u202a" <= sign <= "\u2069":
        return Finding(place, Code.SRC004, f"control character {name}", "take it out")
    return Finding(place, Code.SRC005, f"bidirectional control {name}", "take it out; U+200E and U+200F are allowed")
