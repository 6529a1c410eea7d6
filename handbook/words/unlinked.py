"""Citations in plain text: a number, a letter or a symbol after a citing word (`paragraph 7`, `上文第7段`, `المرفق
الأول`), or a symbol.

A name alone is no citation, and a number alone is none: percentages, years, dates and amounts cite nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from handbook.languages import LANGUAGES, Language
from handbook.languages.citing import BRACKETED, GOAL, NOTHING, ROMAN, SYMBOL, SYMBOLIC, plain

#: Between two citations that are one: `paragraph 7 of decision CP-9/13`.
_GLUE = re.compile(r"[^;:.。；：!?]{0,12}")
_CAPITAL = r"[A-Z](?![\w'’])"


@dataclass(frozen=True)
class Citation:
    """`start` counts the characters of the text from 0."""

    start: int
    text: str


@lru_cache(maxsize=8192)  # two checks ask for the same ones
def citations_in(text: str, language: str) -> tuple[Citation, ...]:
    """The citations of a plain text; what is cited together, `paragraph 7 of decision CP-9/13`, is one."""
    shown = plain(text)
    out: list[tuple[int, int]] = []
    for match in _citation(LANGUAGES[language]).finditer(shown):
        if out and _GLUE.fullmatch(shown, out[-1][1], match.start()):
            out[-1] = (out[-1][0], match.end())
        else:
            out.append(match.span())
    return tuple(Citation(start, text[start:end]) for start, end in out)


def carried_on(text: str, language: str) -> Citation | None:
    """A number by which the text carries on the list of a link before it: `[paragraph 7](par:7) and 8 above`."""
    match = _carrying(LANGUAGES[language]).match(plain(text))
    return Citation(match.start("item"), text[match.start("item") : match.end("item")]) if match else None


@cache
def _citation(language: Language) -> re.Pattern[str]:
    """A citation by words round its number, by a word before it, or by a symbol."""
    # Citing words are looked for at the beginnings of words alone.
    before = rf"\b(?=[^\W\d_])(?:{'|'.join(_cited(language)) or NOTHING})"
    return re.compile(f"{language.citing.round}|{before}|{SYMBOL}|{GOAL}")


def _cited(language: Language) -> Iterator[str]:
    """An expression for each citing word with what it may cite."""
    citing = language.citing
    number = _number(language)
    items = {
        "article": f"{number}|{citing.article_ordinal}",
        "annex": f"{ROMAN}|{number}|{_CAPITAL}|{citing.counted}",
        "section": f"{ROMAN}|{number}|{_CAPITAL}|{citing.counted}",
        "paragraph": f"{number}|{BRACKETED}|{citing.counted}",
        "decision": SYMBOLIC,
        "table": rf"\d{{1,2}}[a-z]\b|{number}",
        # `activities that target 12 countries` cites nothing.
        "goal": rf"{GOAL}|{number}(?!\s[^\W\d_]{{4}})",
    }
    items["appendix"] = items["annex"]
    for kind, word in citing.words.items():
        if item := items.get(kind):
            yield rf"(?i:{word})\s+(?:{citing.number_sign})?(?:{item})(?:(?:{citing.and_to})(?:{item}))*"


def _number(language: Language) -> str:
    dates = language.dates
    months = "|".join(map(re.escape, dates.months))
    no_figure = rf"(?!\d|/|[.,]\d|\s?(?:{language.counting.per_cent})|\s(?:{dates.of})?(?:{months}))"
    return rf"\d{{1,3}}(?:{dates.first_suffix})?{no_figure}(?:,?\s?{BRACKETED})*"


@cache
def _carrying(language: Language) -> re.Pattern[str]:
    return re.compile(language.citing.carrying)
