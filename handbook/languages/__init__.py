"""The six languages of the United Nations as one table: direction, digits, labels, dates, and how a label is read.

Everything in the code that depends on a language stands here. Forms of labels follow the United Nations Editorial
Manual for English, French, Spanish and Arabic, and the language's own documents for Chinese and Russian (whose
sub-paragraphs have Latin letters: статья 8 j)).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

CHINESE_NUMERALS = "零一二三四五六七八九十"
ABJAD = ("أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """Small Roman numeral of 1…39."""
    out = ""
    for value, sign in _ROMAN:
        while number >= value:
            out, number = out + sign, number - value
    return out


ROMANS = {roman(number): number for number in range(1, 40)}


def chinese(number: int) -> str:
    """Chinese numeral of 1…99: 十, 十二, 二十六."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else CHINESE_NUMERALS[tens] + "十"
    return head + (CHINESE_NUMERALS[ones] if ones or not tens else "")


CHINESE_VALUES = {chinese(number): number for number in range(1, 100)}


def letter_of(label: str, letters: str | tuple[str, ...]) -> str:
    """The letter of a language's own list that stands for a Latin one; past its end, and for `aa`, the Latin stays."""
    index = LETTERS.find(label) if len(label) == 1 else -1
    return letters[index] if 0 <= index < len(letters) else label


def arabic_letter(label: str) -> str:
    return letter_of(label, ABJAD)


@dataclass(frozen=True)
class Language:
    """One language.

    `tag` is the BCP 47 tag of pages, `own` its name in itself. `letter`, `roman` and `number` give the shown form of a
    neutral sub-paragraph label (`a`, `i`, `1`); `group` and `point` are the separators of numbers.
    """

    code: str
    tag: str
    own: str
    rtl: bool
    group: str
    point: str
    letter: Callable[[str], str]
    roman: Callable[[str], str]
    number: Callable[[str], str]
    date: Callable[[dt.date], str]
    span: Callable[[dt.date, dt.date], str]
    colon: str
    comma: str
    list_comma: str
    semicolon: str
    quotes: tuple[str, str]
    months: tuple[str, ...] = field(default=())
    #: Expressions for what a month may be called in running text, where that is more than its name in a date.
    month_forms: tuple[str, ...] = field(default=())

    @property
    def dir(self) -> str:
        return "rtl" if self.rtl else "ltr"

    @property
    def spaced(self) -> bool:
        """Whether words are parted by spaces."""
        return self.code != "zh"

    def figure(self, value: str) -> str:
        """A plain figure (`2765932`, `-251.07`) with the language's separators; a negative one in brackets, as budgets
        print it.
        """
        sign, plain = (True, value[1:]) if value.startswith("-") else (False, value)
        whole, _, rest = plain.partition(".")
        if len(whole) > 3 and self.group and not (self.code == "es" and len(whole) == 4):
            groups: list[str] = []
            while whole:
                whole, end = whole[:-3], whole[-3:]
                groups.insert(0, end)
            whole = self.group.join(groups)
        shown = whole + (self.point + rest if rest else "")
        return f"({shown})" if sign else shown

    def label(self, label: str, kind: str) -> str:
        """A sub-paragraph label of `kind` letter, roman, number or goal, as the language's pages show it."""
        if kind == "letter":
            return self.letter(label)
        if kind == "roman":
            return self.roman(label)
        if kind == "number":
            return self.number(label)
        return f"{label}."


def _months(names: str) -> tuple[str, ...]:
    return tuple(names.split())


_EN = _months("January February March April May June July August September October November December")
_FR = _months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
_ES = _months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre")
_RU = _months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")
# United Nations documents in Arabic give both names of a month.
_AR = (
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)
_RU_FORMS = _months(
    "январ[ьяею] феврал[ьяею] март[аеу]? апрел[ьяею] ма[йяею] июн[ьяею] июл[ьяею] август[аеу]? сентябр[ьяею] "
    "октябр[ьяею] ноябр[ьяею] декабр[ьяею]"
)
#: Either of the two names will do; of two spellings of June and July both are in use.
_AR_FORMS = tuple(
    f"{month}|{'|'.join(month.split('/'))}".replace("يونيه", "يوني[هو]").replace("يوليه", "يولي[هو]") for month in _AR
)


def _day(form: str, months: tuple[str, ...], one: str = "1") -> Callable[[dt.date], str]:
    """`one` is the first of a month: French counts it with an ordinal."""
    return lambda day: form.format(d=one if day.day == 1 else day.day, m=months[day.month - 1], y=day.year)


def _days(form: str, months: tuple[str, ...], one: str = "1") -> Callable[[dt.date, dt.date], str]:
    """A span inside one month, `7–19 December 2022`; the record has no other."""

    def span(first: dt.date, last: dt.date) -> str:
        d = one if first.day == 1 else first.day
        return form.format(d=d, e=last.day, m=months[first.month - 1], y=first.year)

    return span


_NUMBERS = tuple(str(month) for month in range(1, 13))


def _paren(label: str) -> str:
    return f"({label})"


def _half(label: str) -> str:
    return f"{label})"


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language(
            "zh", "zh-Hans", "中文", False, ",", ".",
            letter=_paren,
            roman=lambda label: f"（{chinese(ROMANS[label])}）",
            number=_paren,
            date=_day("{y}年{m}月{d}日", _NUMBERS),
            span=_days("{y}年{m}月{d}日至{e}日", _NUMBERS),
            colon="：", comma="，", list_comma="、", semicolon="；", quotes=("“", "”"), months=_NUMBERS,
        ),
        Language(
            "en", "en", "English", False, ",", ".",
            letter=_paren, roman=_paren, number=_paren,
            date=_day("{d} {m} {y}", _EN), span=_days("{d}–{e} {m} {y}", _EN),
            colon=": ", comma=", ", list_comma=", ", semicolon="; ", quotes=("“", "”"), months=_EN,
        ),
        Language(
            "fr", "fr", "Français", False, "\u202f", ",",
            letter=_half, roman=_half, number=_half,
            date=_day("{d} {m} {y}", _FR, "1er"), span=_days("{d}-{e} {m} {y}", _FR, "1er"),
            colon="\u00a0: ", comma=", ", list_comma=", ", semicolon="\u202f; ", quotes=("«\u00a0", "\u00a0»"),
            months=_FR,
        ),
        Language(
            "es", "es", "Español", False, ".", ",",
            letter=_half, roman=_half, number=_half,
            date=_day("{d} de {m} de {y}", _ES), span=_days("{d} a {e} de {m} de {y}", _ES),
            colon=": ", comma=", ", list_comma=", ", semicolon="; ", quotes=("«", "»"), months=_ES,
        ),
        Language(
            "ru", "ru", "Русский", False, "\u00a0", ",",
            letter=_half, roman=_half, number=_half,
            date=_day("{d} {m} {y} года", _RU), span=_days("{d}–{e} {m} {y} года", _RU),
            colon=": ", comma=", ", list_comma=", ", semicolon="; ", quotes=("«", "»"), months=_RU,
            month_forms=_RU_FORMS,
        ),
        Language(
            "ar", "ar", "العربية", True, ",", ".",
            letter=lambda label: f"({arabic_letter(label)})",
            roman=lambda label: f"({ROMANS[label]})",
            number=_paren,
            date=_day("{d} {m} {y}", _AR), span=_days("{d}-{e} {m} {y}", _AR),
            colon=": ", comma="، ", list_comma="، ", semicolon="؛ ", quotes=("”", "“"), months=_AR,
            month_forms=_AR_FORMS,
        ),
    )
}  # fmt: skip

#: The language whose prose stands in where a page has none of its own: that of the source of meaning.
SOURCE = "zh"
