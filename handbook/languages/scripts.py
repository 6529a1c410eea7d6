"""What in a text is of another script than its language's: letters, words, digits and marks. Only the text itself
is read, and the names that may stand in Latin letters everywhere.

Left alone are symbols (CP-10/3, A.5), labels ((a), 8 j), 1a, section H) and Roman numerals. Scripts are Unicode's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import regex

from handbook.languages.punctuation import Slip

WORDS = "words of this language"

#: Classes of signs. WIDE are marks and letters as wide as a Chinese sign, and Chinese marks; WIDE_LATIN those letters.
HAN, LATIN, CYRILLIC, ARABIC = r"\p{Han}", r"\p{Latin}", r"\p{Cyrillic}", r"\p{scx=Arabic}"
WIDE = r"\u3000-\u303f\uff01-\uff65"
WIDE_LATIN = "\uff21-\uff3a\uff41-\uff5a"

_WORD = r"[A-Za-z][A-Za-z0-9]*(?:[-./'’_][A-Za-z0-9]+)*-?"
#: Symbols and Roman numerals, which need no place in a list.
_FREE = regex.compile(r"(?=[^\d\s]*\d)[A-Z][A-Za-z0-9]*(?:[-./][A-Za-z0-9]+)*|[IVX]+")
_LABEL = regex.compile(r"[ivxIVX]+|[A-Z]{2,}-|[a-z]{1,2}|[A-Z]")


def others(*own: str) -> str:
    """A class of the letters that are of none of these scripts, with the marks that stand on them."""
    return rf"[[\p{{L}}\p{{M}}]--[{''.join(own)}\p{{Common}}\p{{Inherited}}]]"


@dataclass(frozen=True, kw_only=True, eq=False)
class Script:
    """One language. `letters` is the class of its own letters, `foreign` that of signs that it has no use for; `words`
    says that Latin words are foreign to it too. `marks` are expressions for a mark of another script, with what is
    meant: `,` → `，`. `alike` is an expression for letters that only look right; `tells` are the signs without which no
    such mark or letter can be. `label_ends` are the signs that make a bare letter before them a label (a款).
    """

    letters: str
    foreign: str
    words: bool
    marks: Mapping[str, str]
    alike: str
    tells: str
    label_ends: str

    @cached_property
    def form(self) -> regex.Pattern[str]:
        """What may be wrong; the group's name says how."""
        parts = {"alike": self.alike, "foreign": f"[{self.foreign}]+", "mark": "|".join(self.marks)}
        if self.words:
            parts["word"] = rf"(?<![A-Za-z]){_WORD}"
        whole = "|".join(f"(?P<{name}>{form})" for name, form in parts.items() if form)
        return regex.compile(whole, regex.V1)

    @cached_property
    def suspect(self) -> regex.Pattern[str]:
        """A sign that something wrong may begin with or be told by."""
        return regex.compile(f"[{self.foreign}{self.tells}{'A-Za-z' if self.words else ''}]", regex.V1)

    def meant(self, text: str, start: int) -> str:
        """The mark that is meant where one of `marks` stands."""
        return next(sign for form, sign in self.marks.items() if regex.compile(form, regex.V1).match(text, start))


class Strays:
    """What is of another script in the texts of one language. `names` may stand in Latin letters in every one."""

    def __init__(self, script: Script, names: Iterable[str]) -> None:
        self.script = script
        self.names = frozenset(word for name in names for word in (name, *name.split()))
        #: Signs that were looked at and tell nothing wrong: most texts have no other.
        self._right: set[str] = set()

    def find(self, text: str) -> Iterator[Slip]:
        """Each run of it once, in order."""
        new = set(text) - self._right
        self._right.update(sign for sign in new if not self.script.suspect.match(sign))
        if new <= self._right:
            return
        for match in self.script.form.finditer(text):
            kind, shown = match.lastgroup, match[0]
            if kind == "alike":
                yield Slip(match.start(), shown, "letters of one alphabet")
            elif kind == "foreign":
                yield Slip(match.start(), shown, "none of another script")
            elif kind == "mark":
                yield Slip(match.start(), _round(text, match), repr(self.script.meant(text, match.start())))
            elif not self._may_stand(text, match):
                yield Slip(match.start(), shown, WORDS)

    def _may_stand(self, text: str, match: regex.Match[str]) -> bool:
        word = match[0]
        if word in self.names or word.rstrip("-") in self.names or _FREE.fullmatch(word):
            return True
        if not _LABEL.fullmatch(word):
            return False
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        cited = before.isdigit() or before == "(" or after == ")" or (after and after in self.script.label_ends)
        return not word.islower() or bool(cited)


def _round(text: str, match: regex.Match[str]) -> str:
    """A mark with a few signs round it."""
    return text[max(0, match.start() - 3) : match.end() + 3].replace("\n", " ").strip()
