"""How a language cites, as it is read: the words before a number or round it, the joints of a list, the letters.

The words are those of the documents of the United Nations; what `handbook.words.citations` writes is read by them
again. Used to read labels (`handbook.words.labels`) and to find citations in plain text (`handbook.words.unlinked`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

#: Look-alikes of one character each, so that places stay what they are: brackets, dashes, spaces, directional marks,
#: Arabic digits.
_PLAIN = str.maketrans("（）‐‑–—\u00a0\u202f\u200e\u200f٠١٢٣٤٥٦٧٨٩", "()----    0123456789")

SYMBOL = r"(?<![A-Za-z/-])(?=[A-Za-z/.-]*\d)[A-Z]{2,}(?:-[A-Z0-9]+)*(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)+"
SLASHED = r"(?<![\d/])(?:\d+|[IVX]+)/\d+(?![\d/])"
#: A symbol of digits or of few letters: 14/33, VII/5.
SYMBOLIC = r"(?:[A-Z]+(?:-[A-Z0-9]+)*|[IVX]+|\d+)/\d+(?![\d/])"
GOAL = r"(?<![A-Za-z])[A-ZАВ]\.\d+(?:\.\d+)?"
ROMAN = r"(?<![A-Za-z])[IVX]+(?![A-Za-z])"
BRACKETED = r"\(?(?:[^\W\d_]|[ivx]{2,5}|هـ|\d{1,2})\)"
#: What a language has no expression for: it matches nowhere.
NOTHING = "(?!)"


def plain(text: str) -> str:
    """The same text, character for character, with look-alikes made one."""
    return text.translate(_PLAIN)


@dataclass(frozen=True, kw_only=True, eq=False)
class Citing:
    """One language; all but the mappings are expressions, NOTHING where a language has none.

    Reading labels: `words` are the citing words that stand before a number, by kind; `kind_behind` and `kind_ahead` the
    ones right behind and right before it, as groups named by kind. `noun_first` says that a noun stands before its
    ordinal, so that it tells what the ordinal counts; `number_suffix` makes a number an ordinal. `bare_letter` is a
    letter without brackets, as the group `bare`. `letters` are the language's own, with the Latin ones that they stand
    for, `shapes` those that look like Latin ones, `numerals` the language's own. `aside` is what looks like a number
    that cites and is none; `part_of_meeting` is the part of a meeting, whose number is not the meeting's.

    Finding citations: `number_sign` may stand between a word and its number (No.); `and_to` are the joints of a list;
    `article_ordinal` is an ordinal that an article may have, `counted` what besides may count annexes, sections and
    paragraphs. `round` is what cites with words behind or round a number, `carrying` a number that carries a list on,
    as the group `item`.
    """

    words: Mapping[str, str]
    kind_behind: str
    kind_ahead: str
    noun_first: bool
    number_suffix: str
    bare_letter: str
    letters: Mapping[str, str]
    shapes: dict[int, int]
    numerals: Mapping[str, int]
    aside: str
    part_of_meeting: str
    number_sign: str
    and_to: str
    article_ordinal: str
    counted: str
    round: str
    carrying: str

    @cached_property
    def _word(self) -> re.Pattern[str]:
        words = "|".join(f"(?P<{kind}>{form})" for kind, form in self.words.items())
        return re.compile(words or NOTHING, re.IGNORECASE)

    @cached_property
    def _near(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        return re.compile(self.kind_behind), re.compile(f"(?:{self.kind_ahead})$")

    def kind(self, text: str, start: int, end: int) -> str | None:
        """The kind of the citing word to which a number between `start` and `end` of a plain text belongs."""
        behind, ahead = self._near
        if near := behind.match(text, end) or ahead.search(text[:start]):
            return near.lastgroup
        last = None
        for word in self._word.finditer(text, 0, start):
            last = word.lastgroup
        return last


def any_letter(letters: Iterable[str]) -> str:
    """An expression for a language's own letters and their names, as words."""
    return rf"(?:{'|'.join(sorted(letters, key=len, reverse=True))})(?!\w)"


def letter_after(words: str) -> str:
    """An expression for a bare Latin letter after its word. What may be a word itself (`a`, `y`) is a letter only where
    nothing follows it.
    """
    letter = r"[b-df-hj-np-tv-xz](?!\w)|[a-z](?=\s*(?:$|[,;.)]))"
    return rf"(?<!\w)(?i:{words})\s+(?P<bare>{letter})"


def carried_on(and_to: str, above: str) -> str:
    """An expression for a number after a joint, before `above` or where the list ends."""
    return rf"(?:{and_to})(?P<item>\d{{1,3}}(?:\s?{BRACKETED})*)(?=\s(?:{above})\b|[;,.،؛]|$)"
