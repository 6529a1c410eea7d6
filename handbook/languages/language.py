"""What a language is: one value of `Language`, with a part for each thing that depends on it.

No part has a default: a language that lacks one does not pass mypy.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from handbook.languages import cldr
from handbook.languages.citing import Citing
from handbook.languages.counting import Counting
from handbook.languages.dates import Dates
from handbook.languages.forms import EVERY, Forms
from handbook.languages.ordinals import Ordinals
from handbook.languages.phrases import Phrases
from handbook.languages.punctuation import Punctuation
from handbook.languages.scripts import Script
from handbook.languages.stems import Stems


@dataclass(frozen=True, kw_only=True, eq=False)
class Labels:
    """Numbers and letters of parts. `letter` and `roman` give the sign for a neutral sub-paragraph label (`c`: c, ج;
    `ii`: ii, 二, 2), `brackets` and `roman_brackets` what stands round it before its paragraph; a number has the same
    brackets as a letter. `capital` gives the letter of a section or line (`h`: H, ح), `counted` the number of an annex
    or section (2: II, 二, الثاني), `line` that of a heading of a budget (2: II, 二, ثانيا).
    """

    letter: Callable[[str], str]
    roman: Callable[[str], str]
    brackets: str
    roman_brackets: str
    capital: Callable[[str], str]
    counted: Callable[[int], str]
    line: Callable[[int], str]


@dataclass(frozen=True, kw_only=True, eq=False)
class Numbers:
    """Figures, with CLDR's separators of `locale`. A number of fewer digits than `least_grouped` has no groups."""

    locale: str
    least_grouped: int

    @property
    def group(self) -> str:
        return cldr.group(self.locale)

    @property
    def point(self) -> str:
        return cldr.point(self.locale)

    def shown(self, value: str) -> str:
        """A plain figure, `2765932` or `-251.07`. All its decimals are kept; a negative one stands in brackets, as the
        budgets of the United Nations print it, where CLDR has a minus.
        """
        plain = value.removeprefix("-")
        whole, _, decimals = plain.partition(".")
        if len(whole) >= self.least_grouped:
            whole = cldr.whole(int(whole), self.locale)
        figure = whole + (self.point + decimals if decimals else "")
        return f"({figure})" if value.startswith("-") else figure


@dataclass(frozen=True, kw_only=True, eq=False)
class Typography:
    """The marks that the handbook itself writes. `space` parts two words; `stop` ends a sentence that another follows;
    `bracketed` is a remark behind words; `spaces` are expressions for spaces that editors type as plain ones, with what
    is shown for them.
    """

    space: str
    colon: str
    comma: str
    list_comma: str
    semicolon: str
    stop: str
    bracketed: str
    spaces: tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Language:
    """One language. `tag` is the BCP 47 tag of pages, `own` its name in itself. `sort_key` is that of a name in a list:
    of the name itself and of how it sounds, which the record has for languages whose writing does not tell.
    """

    code: str
    tag: str
    own: str
    rtl: bool
    labels: Labels
    numbers: Numbers
    dates: Dates
    typography: Typography
    phrases: Phrases
    citing: Citing
    ordinals: Ordinals
    counting: Counting
    punctuation: Punctuation
    script: Script
    stems: Stems
    sort_key: Callable[[str, str], str]
    forms: Forms = EVERY

    @property
    def dir(self) -> str:
        return "rtl" if self.rtl else "ltr"

    @property
    def spaced(self) -> bool:
        """Whether words are parted by spaces."""
        return bool(self.typography.space)

    # --- what templates ask ---

    @property
    def colon(self) -> str:
        return self.typography.colon

    @property
    def comma(self) -> str:
        return self.typography.comma

    @property
    def list_comma(self) -> str:
        return self.typography.list_comma

    @property
    def semicolon(self) -> str:
        return self.typography.semicolon

    @property
    def stop(self) -> str:
        return self.typography.stop

    def date(self, day: dt.date) -> str:
        return self.dates.day(day)

    def span(self, first: dt.date, last: dt.date) -> str:
        return self.dates.span(first, last)

    def figure(self, value: str) -> str:
        """A plain figure (`2765932`, `-251.07`) as the language's pages show it."""
        return self.numbers.shown(value)

    def label(self, label: str, kind: str) -> str:
        """A sub-paragraph label of `kind` letter, roman, number or goal, as the language's pages show it: (c), c)."""
        if kind not in ("letter", "roman", "number"):
            return f"{label}."
        brackets = self.labels.roman_brackets if kind == "roman" else self.labels.brackets
        return brackets.format(n=self.sign(label, kind))

    def sign(self, label: str, kind: str) -> str:
        """The same without its brackets, as citations have it."""
        if kind == "letter":
            return self.labels.letter(label)
        return self.labels.roman(label) if kind == "roman" else label

    def typeset(self, text: str) -> str:
        """A text with the spaces that the language's typography asks for and its editors need not type."""
        for form, sign in self.typography.spaces:
            text = form.sub(sign, text)
        return text
