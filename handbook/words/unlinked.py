"""Citations in plain text: a number, a letter or a symbol after a citing word (`paragraph 7`, `上文第7段`, `المرفق
الأول`), or a symbol.

A name alone is no citation, and a number alone is none: percentages, years, dates and amounts cite nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from handbook.languages import LANGUAGES
from handbook.languages.citing import CITING, GOAL, HAN, PER_CENT, ROMAN, SYMBOL, Citing, plain

#: Between two citations that are one: `paragraph 7 of decision CP-9/13`.
_GLUE = re.compile(r"[^;:.。；：!?]{0,12}")
_SYMBOLIC = r"(?:[A-Z]+(?:-[A-Z0-9]+)*|[IVX]+|\d+)/\d+(?![\d/])"
_BRACKETED = r"\(?(?:[^\W\d_]|[ivx]{2,5}|هـ|\d{1,2})\)"
_CAPITAL = r"[A-Z](?![\w'’])"

#: 第7段, 第10(c)段, 第二十六条, (d)段, H节, 附件一, 表2, 目标17. What follows 附件 may be a word that begins like a
#: numeral: 附件一并.
_CHINESE = "|".join(
    (
        rf"第\s?(?:\d{{1,3}}|{HAN}{{1,4}})(?:\([^()\s]{{1,4}}\))*(?:[、和至及或与-]第?(?:\d{{1,3}}|{HAN}{{1,4}})(?:\([^()\s]{{1,4}}\))*)*\s?[条段款节]",
        r"第\s?\d{1,3}(?:\([^()\s]{1,4}\))*项",
        r"\([a-z]{1,4}\)[段款项]",
        r"(?<![A-Za-z])[A-Z]节",
        rf"第\s?(?:{SYMBOL}|{_SYMBOLIC})\s?号(?:决定|决议|建议)?",
        rf"(?:附件|附录)\s?(?:{HAN}{{1,3}}(?![并样起同定些般致分])|\d{{1,2}}(?!\d)|{ROMAN})",
        r"目标\s?\d{1,2}(?![\d年个项%％.,，次])",
        r"(?<![代列报图发外])表\s?\d{1,2}[a-z]?(?![\d年月日个名人项种次%％.])",
    )
)


@dataclass(frozen=True)
class Citation:
    """`start` counts the characters of the text from 0."""

    start: int
    text: str


@lru_cache(maxsize=8192)  # two checks ask for the same ones
def citations(text: str, language: str) -> tuple[Citation, ...]:
    """The citations of a plain text; what is cited together, `paragraph 7 of decision CP-9/13`, is one."""
    shown = plain(text)
    out: list[tuple[int, int]] = []
    for found in _form(language).finditer(shown):
        if out and _GLUE.fullmatch(shown, out[-1][1], found.start()):
            out[-1] = (out[-1][0], found.end())
        else:
            out.append(found.span())
    return tuple(Citation(start, text[start:end]) for start, end in out)


def carried_on(text: str, language: str) -> Citation | None:
    """A number by which the text carries on the list of a link before it: `[paragraph 7](par:7) and 8 above`."""
    found = _carrying(language).match(plain(text))
    return Citation(found.start("item"), text[found.start("item") : found.end("item")]) if found else None


@cache
def _form(language: str) -> re.Pattern[str]:
    if language == "zh":
        return re.compile(f"{_CHINESE}|{SYMBOL}|{GOAL}")
    return re.compile("|".join((*_cited(CITING[language]), SYMBOL, GOAL)))


def _cited(citing: Citing) -> Iterator[str]:
    number = _number(citing.code)
    ordinal = citing.ordinal_form if citing.code in ("fr", "es", "ar") else "(?!)"
    counted = f"{ordinal}|{citing.any_letter}" if citing.code == "ar" else "(?!)"
    joint = citing.and_to
    items = {
        "article": f"{number}|{ordinal}",
        "annex": f"{ROMAN}|{number}|{_CAPITAL}|{counted}",
        "section": f"{ROMAN}|{number}|{_CAPITAL}|{counted}",
        "paragraph": f"{number}|{_BRACKETED}|{counted}",
        "decision": _SYMBOLIC,
        "table": rf"\d{{1,2}}[a-z]\b|{number}",
        # `activities that target 12 countries` cites nothing.
        "goal": rf"{GOAL}|{number}(?!\s[^\W\d_]{{4}})",
    }
    items["appendix"] = items["annex"]
    for kind, item in items.items():
        yield rf"(?i:{citing.words[kind]})\s+(?:[Nn][o°º]\.?\s*|№\s*|رقم\s+)?(?:{item})(?:(?:{joint})(?:{item}))*"


def _number(language: str) -> str:
    months = "|".join(re.escape(month) for month in LANGUAGES[language].months)
    no_figure = rf"(?!\d|/|[.,]\d|\s?(?:{PER_CENT})|\s(?:de\s)?(?:{months}))"
    return rf"\d{{1,3}}(?:er)?{no_figure}(?:,?\s?{_BRACKETED})*"


@cache
def _carrying(language: str) -> re.Pattern[str]:
    citing = CITING[language]
    if language == "zh":
        return re.compile(
            rf"(?:{citing.and_to})(?P<item>(?:\d{{1,3}}|{HAN}{{1,4}})(?:\([^()\s]{{1,4}}\))*\s?{citing.above})"
        )
    return re.compile(
        rf"(?:{citing.and_to})(?P<item>\d{{1,3}}(?:\s?{_BRACKETED})*)(?=\s(?:{citing.above})\b|[;,.،؛]|$)"
    )
