"""Ordinal numbers in words as a language writes them before or after a noun: `twenty-sixth`, `السادس والعشرين`.

Genders, cases and plurals are taken together: an ordinal in a label says the same number in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, kw_only=True, eq=False)
class Ordinals:
    """One language: `stems` by value; `before` and `after` are expressions of what may stand round a stem inside its
    word. `begin` and `end` are expressions of where the whole begins and ends: WORD_BEGIN, WORD_END, or the words round
    it where a language has no words of its own for ordinals.
    """

    stems: Mapping[str, int]
    before: str
    after: str
    begin: str
    end: str

    @cached_property
    def form(self) -> str:
        stems = "|".join(sorted(map(re.escape, self.stems), key=len, reverse=True))
        return rf"{self.begin}(?:{self.before})(?i:{stems})(?:{self.after}){self.end}"

    def value(self, text: str) -> int | None:
        """Of a text that matches `form`: the value of its longest stem."""
        small = re.sub(rf"^(?:{self.before})", "", text.lower())
        fitting = [stem for stem in self.stems if small.startswith(stem)]
        return self.stems[max(fitting, key=len)] if fitting else None


WORD_BEGIN, WORD_END = r"(?<!\w)", r"(?!\w)"


def numbered(words: str, first: int = 1) -> dict[str, int]:
    """Words in the order of their values; forms of one value are joined with `|`."""
    return {form: value for value, forms in enumerate(words.split(), first) for form in forms.split("|")}


def compound(tens: Mapping[str, int], units: Mapping[str, int], joint: str) -> dict[str, int]:
    """`twenty` and `first` … `ninth`, with what stands between them."""
    return {
        f"{ten}{joint}{unit}": value + low for ten, value in tens.items() for unit, low in units.items() if low < 10
    }
