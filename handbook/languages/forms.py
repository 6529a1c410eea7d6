"""Characters that a text may not hold in any language, or not in this one, though it looks right on the page: search,
copying and comparison then miss the word. Only the text itself is read.

Sources: Unicode Standard Annex #15 (normalization forms), and the categories of the Unicode Character Database.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

#: Stands between texts that are searched as one; no source may hold it.
APART = "\0"
#: What cannot be seen. Left alone: the marks of direction that a source may hold (U+200E, U+200F), and the other
#: controls of direction, which SRC005 reports.
_UNSEEN = (
    r"[[\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufe00-\ufe0f\U000e0100-\U000e01ef]"
    r"--[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]]"
)
#: A mark that has no letter to stand on.
_STRAY = r"(?<![\p{L}\p{M}\p{N}\p{S}])\p{M}+"
NONE, NO_MARK, COMPOSED = "none", "a letter under it", "composed"


@dataclass(frozen=True)
class Form:
    """What stands in a text that may not: `signs`, from the offset `start` on."""

    start: int
    signs: str
    expected: str

    @property
    def named(self) -> str:
        """`U+00AD SOFT HYPHEN`; of several signs the first two."""
        names = [f"U+{ord(sign):04X} {unicodedata.name(sign, 'without a name')}" for sign in self.signs]
        return ", ".join(names[:2]) + (f" and {len(names) - 2} more" if len(names) > 2 else "")


@dataclass(frozen=True)
class Forms:
    """What a language adds: `wrong` are expressions of `regex` for signs that it does not write, with what it writes;
    `charset` is a codec that has all its letters, `letters` their class, and `letter` says what is expected where a
    text holds one that the codec lacks.
    """

    wrong: tuple[tuple[str, str], ...] = ()
    charset: str = ""
    letters: str = ""
    letter: str = ""

    @cached_property
    def _pattern(self) -> regex.Pattern[str]:
        kinds = ((_UNSEEN, NONE), (_STRAY, NO_MARK), *self.wrong)
        return regex.compile("|".join(f"(?P<k{index}>{form})" for index, (form, _) in enumerate(kinds)), regex.V1)

    @cached_property
    def _expected(self) -> tuple[str, ...]:
        return (NONE, NO_MARK, *(expected for _, expected in self.wrong))

    def find(self, texts: Sequence[str]) -> Iterator[tuple[int, Form]]:
        """The index of each text, and what stands in it; all are searched as one, since most are short."""
        joined = APART.join(texts)
        if self._clean(joined):
            return
        for index, text in enumerate(texts):
            forms = [*self._wrong(text), *_decomposed(text), *self._other_letters(text)]
            yield from ((index, form) for form in sorted(forms, key=lambda form: form.start))

    def _clean(self, joined: str) -> bool:
        return (
            unicodedata.is_normalized("NFC", joined)
            and not self._pattern.search(joined)
            and next(self._other_letters(joined), None) is None
        )

    def _wrong(self, text: str) -> Iterator[Form]:
        for match in self._pattern.finditer(text):
            assert match.lastgroup
            yield Form(match.start(), match[0], self._expected[int(match.lastgroup[1:])])

    def _other_letters(self, text: str) -> Iterator[Form]:
        if not self.charset:
            return
        lacking = "".join(sign for sign in sorted(set(text)) if not self._has(sign))
        letters = regex.findall(self.letters, lacking)
        if letters:
            for match in regex.finditer(f"[{''.join(letters)}]+", text):
                yield Form(match.start(), match[0], self.letter)

    def _has(self, sign: str) -> bool:
        try:
            sign.encode(self.charset)
        except UnicodeEncodeError:
            return False
        return True


#: A language that adds nothing.
EVERY = Forms()


def _decomposed(text: str) -> Iterator[Form]:
    """Letters that Unicode writes as one sign where they stand as several, or by another sign."""
    if unicodedata.is_normalized("NFC", text):
        return
    for match in regex.finditer(r"\X", text):
        composed = unicodedata.normalize("NFC", match[0])
        if composed != match[0]:
            signs = " ".join(f"U+{ord(sign):04X}" for sign in composed)
            yield Form(match.start(), match[0], f"{composed!r} ({signs})")
