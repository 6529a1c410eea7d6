"""What in a text is of another script than its language's: letters, words, digits and marks. Nothing is read but the
text itself, and the names that may stand in Latin letters everywhere.

Left alone are symbols (CP-10/3, A.5), labels ((a), 8 j), 1a, section H) and Roman numerals.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.languages.punctuation import Slip

WORDS = "words of this language"

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_CYRILLIC = "\u0400-\u052f"
_ARABIC = "\u0620-\u0652\u0671-\u06d3"
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏ"
_OTHER = "\u0370-\u03ff\u0530-\u05ff\u0700-\u1fff\u3040-\u30ff\uac00-\ud7af"
#: Marks and letters as wide as a Chinese sign, and Chinese punctuation.
_WIDE = "\u3000-\u303f\uff01-\uff65"
_WIDE_LETTER = "\uff21-\uff3a\uff41-\uff5a"
_ARABIC_MARKS = "،؛؟٪٫٬٠-٩"

#: Latin letters that look like Cyrillic ones, as a word of one letter at the beginning of a sentence.
_LIKE_CYRILLIC = "ABCEHKMOPTXY"
#: Letters of Persian and Urdu that look like Arabic ones.
_LIKE_ARABIC = "\u06cc\u06a9\u06c1\u06d5\u06be"
_WORD = r"[A-Za-z][A-Za-z0-9]*(?:[-./'’_][A-Za-z0-9]+)*-?"
#: Symbols and Roman numerals, which need no place in a list.
_FREE = re.compile(r"(?=[^\d\s]*\d)[A-Z][A-Za-z0-9]*(?:[-./][A-Za-z0-9]+)*|[IVX]+")
_LABEL = re.compile(r"[ivxIVX]+|[A-Z]{2,}-|[a-z]{1,2}|[A-Z]")


@dataclass(frozen=True)
class Script:
    """One language. `foreign` are signs that it has no use for; `words` says that Latin words are foreign to it too;
    `marks` are expressions for a mark of another script, with what is meant: `,` → `，`. `alike` is an expression for
    letters that only look right; `begins` are the signs that a mark or such a letter begins with.
    """

    foreign: str
    words: bool = False
    marks: Mapping[str, str] = field(default_factory=dict)
    alike: str = ""
    begins: str = ""

    @cached_property
    def form(self) -> re.Pattern[str]:
        """What may be wrong; the group's name says how. What cannot begin any of it is passed over at once."""
        parts = {"alike": self.alike, "foreign": f"[{self.foreign}]+", "mark": "|".join(self.marks)}
        if self.words:
            parts["word"] = rf"(?<![A-Za-z]){_WORD}"
        whole = "|".join(f"(?P<{name}>{form})" for name, form in parts.items() if form)
        starts = self.foreign + self.begins + ("A-Za-z" if self.words else "")
        return re.compile(f"(?=[{starts}])(?:{whole})")


_LETTER = f"[{_HAN}]"
_ZH_MARKS = {
    # A mark in brackets of its own or between digits is none of the sentence's: (a), 2,765, 72:15.
    rf"(?<={_LETTER}|[》”）]),|,(?={_LETTER}|[《“（])": "，",
    rf"(?<={_LETTER}|[》”）]);|;(?={_LETTER}|[《“（])": "；",
    rf"(?<={_LETTER}|[》”）]):|:(?={_LETTER}|[《“（])": "：",
    rf"(?<={_LETTER}|[》”）])\?": "？",
    rf"(?<={_LETTER}|[》”）])!": "！",
    rf"(?<={_LETTER}|[》”）])\.(?![A-Za-z0-9.])": "。",
    rf"\({_LETTER}+\)": "（）",
    rf"[\"']{_LETTER}[^\"'\n]*[\"']|(?<={_LETTER})[\"']|[\"'](?={_LETTER})": "“",
}
_AR_MARKS = {
    rf"(?<=[{_ARABIC}]) ?,|,(?=\s*[{_ARABIC}])": "،",
    rf"(?<=[{_ARABIC}]) ?;|;(?=\s*[{_ARABIC}])": "؛",
    rf"(?<=[{_ARABIC}]) ?\?": "؟",
}
_LATIN_SCRIPT = Script(_HAN + _CYRILLIC + _ARABIC + _ARABIC_MARKS + _WIDE + _OTHER)

SCRIPTS: Mapping[str, Script] = {
    "zh": Script(
        _CYRILLIC + _ARABIC + _ARABIC_MARKS + _WIDE_LETTER + _OTHER, words=True, marks=_ZH_MARKS, begins=",;:?!.(\"'"
    ),
    "en": _LATIN_SCRIPT,
    "fr": _LATIN_SCRIPT,
    "es": _LATIN_SCRIPT,
    "ru": Script(
        _HAN + _ARABIC + _ARABIC_MARKS + _WIDE + _OTHER,
        words=True,
        alike=rf"(?<!\w)(?=\w*[{_CYRILLIC}])(?=\w*[{_LATIN}])[{_CYRILLIC}{_LATIN}]{{2,}}|"
        rf"(?:(?<=^)|(?<=[.!?] ))[{_LIKE_CYRILLIC}](?= [а-я])",
        begins=_CYRILLIC + _LATIN,
    ),
    "ar": Script(
        _HAN + _CYRILLIC + _WIDE + _OTHER,
        words=True,
        marks=_AR_MARKS,
        alike=f"[{_LIKE_ARABIC}]",
        begins=f" ,;?{_LIKE_ARABIC}",
    ),
}


class Strays:
    """What is of another script in the texts of one language. `names` may stand in Latin letters in every one."""

    def __init__(self, language: str, names: Iterable[str]) -> None:
        self.script = SCRIPTS[language]
        self.names = frozenset(word for name in names for word in (name, *name.split()))

    def find(self, text: str) -> Iterator[Slip]:
        """Each run of it once, in order."""
        for found in self.script.form.finditer(text):
            kind, shown = found.lastgroup, found[0]
            if kind == "alike":
                yield Slip(found.start(), shown, "letters of one alphabet")
            elif kind == "foreign":
                yield Slip(found.start(), shown, "none of another script")
            elif kind == "mark":
                meant = next(
                    sign for form, sign in self.script.marks.items() if re.compile(form).match(text, found.start())
                )
                yield Slip(found.start(), _round(text, found), repr(meant))
            elif not self._may_stand(text, found):
                yield Slip(found.start(), shown, WORDS)

    def _may_stand(self, text: str, found: re.Match[str]) -> bool:
        word = found[0]
        if word in self.names or word.rstrip("-") in self.names or _FREE.fullmatch(word):
            return True
        if not _LABEL.fullmatch(word):
            return False
        before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
        cited = before.isdigit() or before == "(" or after == ")" or (after and after in "段款项目条节")
        return not word.islower() or bool(cited)


def _round(text: str, found: re.Match[str]) -> str:
    """A mark with a few signs round it."""
    return text[max(0, found.start() - 3) : found.end() + 3].replace("\n", " ").strip()
