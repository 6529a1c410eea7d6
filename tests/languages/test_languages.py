"""The table of six languages: figures, dates, numerals and labels as their pages show them."""

from __future__ import annotations

import string
from datetime import date

import pytest

from handbook.languages import LANGUAGES, SOURCE
from handbook.languages.numerals import ABJAD, CHINESE_VALUES, LETTERS, ROMANS, arabic_letter, chinese, letter_of, roman

CODES = ["zh", "en", "fr", "es", "ru", "ar"]
THIN, HARD = "\u202f", "\u00a0"


def test_six_languages_in_their_order() -> None:
    assert list(LANGUAGES) == CODES
    assert [language.code for language in LANGUAGES.values()] == CODES
    assert SOURCE in LANGUAGES
    assert [language.tag for language in LANGUAGES.values()] == ["zh-Hans", "en", "fr", "es", "ru", "ar"]
    assert [code for code, language in LANGUAGES.items() if language.rtl] == ["ar"]
    assert {code: language.dir for code, language in LANGUAGES.items()} == {
        code: "rtl" if code == "ar" else "ltr" for code in CODES
    }
    assert len({language.own for language in LANGUAGES.values()}) == 6


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("0", "0 0 0 0 0 0"),
        ("7", "7 7 7 7 7 7"),
        ("250", "250 250 250 250 250 250"),
        ("2500", "2,500 2,500 2_500 2500 2~500 2,500"),
        ("25000", "25,000 25,000 25_000 25.000 25~000 25,000"),
        ("2765932", "2,765,932 2,765,932 2_765_932 2.765.932 2~765~932 2,765,932"),
        ("0.001", "0.001 0.001 0,001 0,001 0,001 0.001"),
        ("1234.5", "1,234.5 1,234.5 1_234,5 1234,5 1~234,5 1,234.5"),
        ("-251.07", "(251.07) (251.07) (251,07) (251,07) (251,07) (251.07)"),
        ("-1234567", "(1,234,567) (1,234,567) (1_234_567) (1.234.567) (1~234~567) (1,234,567)"),
        ("100.000", "100.000 100.000 100,000 100,000 100,000 100.000"),
    ],
)
def test_figures(value: str, shown: str) -> None:
    """`_` is the narrow space of French, `~` the hard one of Russian; digits stay European ones in Arabic."""
    expected = [one.replace("_", THIN).replace("~", HARD) for one in shown.split(" ")]
    assert [language.figure(value) for language in LANGUAGES.values()] == expected


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("« lacs » ; 15 % : 2 765 932 dollars", "«~lacs~»_; 15~%~: 2_765_932 dollars"),
        ("en 2023 100 carpes, 3 1234", "en 2023 100 carpes, 3 1234"),
    ],
)
def test_french_spaces(typed: str, shown: str) -> None:
    assert LANGUAGES["fr"].typeset(typed) == shown.replace("_", THIN).replace("~", HARD)


@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_keep_their_digits(language: str) -> None:
    table = LANGUAGES[language]
    for value in ("0", "12", "123", "1234", "12345", "123456", "1234567", "1234567890.12", "-5", "-1234.05"):
        shown = table.figure(value)
        back = shown.replace(table.numbers.group, "").replace(table.numbers.point, ".").strip("()")
        assert back == value.lstrip("-")
        assert shown.startswith("(") == value.startswith("-")


DATES = {
    date(2022, 12, 7): [
        "2022年12月7日",
        "7 December 2022",
        "7 décembre 2022",
        "7 de diciembre de 2022",
        "7 декабря 2022 года",
        "7 كانون الأول/ديسمبر 2022",
    ],
    date(2024, 1, 1): [
        "2024年1月1日",
        "1 January 2024",
        "1er janvier 2024",
        "1 de enero de 2024",
        "1 января 2024 года",
        "1 كانون الثاني/يناير 2024",
    ],
    date(2021, 8, 31): [
        "2021年8月31日",
        "31 August 2021",
        "31 août 2021",
        "31 de agosto de 2021",
        "31 августа 2021 года",
        "31 آب/أغسطس 2021",
    ],
}


@pytest.mark.parametrize("day", DATES, ids=str)
def test_dates(day: date) -> None:
    assert [language.date(day) for language in LANGUAGES.values()] == DATES[day]


def test_spans() -> None:
    first, last = date(2022, 12, 7), date(2022, 12, 19)
    assert [language.span(first, last) for language in LANGUAGES.values()] == [
        "2022年12月7日至19日",
        "7–19 December 2022",
        "7-19 décembre 2022",
        "7 a 19 de diciembre de 2022",
        "7–19 декабря 2022 года",
        "7-19 كانون الأول/ديسمبر 2022",
    ]
    assert LANGUAGES["fr"].span(date(2022, 12, 1), last) == "1er-19 décembre 2022"
    assert LANGUAGES["en"].span(date(2022, 12, 1), last) == "1–19 December 2022"


@pytest.mark.parametrize("language", LANGUAGES)
def test_twelve_months(language: str) -> None:
    months = LANGUAGES[language].dates.months
    assert len(set(months)) == 12
    shown = [LANGUAGES[language].date(date(2023, month, 5)) for month in range(1, 13)]
    assert all(month in day for month, day in zip(months, shown, strict=True))


# --- numerals ---------------------------------------------------------------------------------------------------------


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 14, 19, 20, 29, 39)] == (
        "i ii iii iv v vi viii ix x xi xiv xix xx xxix xxxix".split(" ")
    )
    assert len(ROMANS) == 39
    assert all(ROMANS[roman(number)] == number for number in range(1, 40))
    assert {sign for numeral in ROMANS for sign in numeral} == set("ivx")


def test_chinese_numerals() -> None:
    assert [chinese(number) for number in (1, 2, 9, 10, 11, 19, 20, 21, 26, 35, 90, 99)] == (
        "一 二 九 十 十一 十九 二十 二十一 二十六 三十五 九十 九十九".split(" ")
    )
    assert len(CHINESE_VALUES) == 99
    assert all(CHINESE_VALUES[chinese(number)] == number for number in range(1, 100))


def test_arabic_letters() -> None:
    """Abjad order; what comes after the list's end, and what is no letter, stays as it is."""
    assert "".join(arabic_letter(letter) for letter in "abcdefghij") == "أبجدهـوزحطي"
    assert len(set(ABJAD)) == len(ABJAD)
    assert [arabic_letter(letter) for letter in LETTERS[: len(ABJAD)]] == list(ABJAD)
    assert [arabic_letter(label) for label in ("u", "z", "aa", "xl", "1", "", "A")] == [
        "u",
        "z",
        "aa",
        "xl",
        "1",
        "",
        "A",
    ]
    assert letter_of("c", "xyz") == "z"
    assert string.ascii_lowercase == LETTERS


# --- labels -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "kind", "shown"),
    [
        ("a", "letter", "(a) (a) a) a) a) (أ)"),
        ("e", "letter", "(e) (e) e) e) e) (هـ)"),
        ("i", "letter", "(i) (i) i) i) i) (ط)"),
        ("i", "roman", "（一） (i) i) i) i) (1)"),
        ("iv", "roman", "（四） (iv) iv) iv) iv) (4)"),
        ("xii", "roman", "（十二） (xii) xii) xii) xii) (12)"),
        ("1", "number", "(1) (1) 1) 1) 1) (1)"),
        ("A.5.1", "goal", "A.5.1. A.5.1. A.5.1. A.5.1. A.5.1. A.5.1."),
        ("6", "paragraph", "6. 6. 6. 6. 6. 6."),
    ],
)
def test_labels(label: str, kind: str, shown: str) -> None:
    assert [language.label(label, kind) for language in LANGUAGES.values()] == shown.split(" ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_of_a_kind_differ(language: str) -> None:
    table = LANGUAGES[language]
    for labels, kind in ((LETTERS, "letter"), (list(ROMANS), "roman"), ([str(n) for n in range(1, 40)], "number")):
        shown = [table.label(label, kind) for label in labels]
        assert len(set(shown)) == len(shown)
        assert all(one.strip() == one and one for one in shown)
