"""A file's bytes → its text, or a plain word about why it is none."""

from __future__ import annotations

import codecs
import re

import regex

from handbook.languages import LANGUAGES

#: A booklet of decisions has a hundred kilobytes or three; what is far larger is another file.
LIMIT = 500_000
#: One whose tables are torn into single characters has ten thousand lines or fifty.
LINES = 100_000
_MARKS = {codecs.BOM_UTF16_LE: "UTF-16", codecs.BOM_UTF16_BE: "UTF-16"}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


class UnreadableError(Exception):
    """The file is no text that could be imported; the message says what it is instead and what to do."""


def check_size(size: int, name: str) -> None:
    """Refuse a file by its size alone, before it is read. Raises UnreadableError."""
    if size > LIMIT:
        raise UnreadableError(
            f"{name} has {size / 1e6:,.1f} MB, expected at most {LIMIT / 1e6}: give the booklet's text alone"
        )
    if not size:
        raise UnreadableError(f"{name} is empty")


def decode(data: bytes, name: str) -> str:
    """The text of a UTF-8 file, character for character. Raises UnreadableError."""
    check_size(len(data), name)
    marked = next((form for mark, form in _MARKS.items() if data.startswith(mark)), None)
    if marked:
        raise UnreadableError(f"{name} is {marked}, expected UTF-8: save it again as UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"byte 0x{data[error.start]:02x} at {error.start}"
        raise UnreadableError(f"{name} is not UTF-8 ({byte}){_guess(data)}: save it again as UTF-8") from None
    if (lines := text.count("\n")) > LINES:
        raise UnreadableError(f"{name} has {lines:,} lines, expected at most {LINES:,}: give the booklet's text alone")
    if not text.strip().strip("\ufeff"):
        raise UnreadableError(f"{name} has nothing but blanks")
    if len(_CONTROL.findall(text)) * 100 > len(text):
        raise UnreadableError(f"{name} is no plain text: extract the booklet's text first")
    return text


def check_language(text: str, language: str, name: str) -> None:
    """Refuse a text of which most letters are of another script than the language's. Raises UnreadableError."""
    own = len(regex.findall(LANGUAGES[language].script.letters, text))
    scripts = dict.fromkeys(known.script.letters for known in LANGUAGES.values())
    every = len(regex.findall("|".join(scripts), text))
    if own * 2 < every:
        raise UnreadableError(f"{name} is not in {language!r}, by its letters: --lang names the file's language")


def _guess(data: bytes) -> str:
    """GB18030 takes nearly any bytes; the text is Chinese where most of what it makes of them is."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    chinese = len(regex.findall(r"\p{Han}", text))
    return ", it reads as GB18030" if chinese * 2 > len(text) else ""
