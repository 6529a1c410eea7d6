"""Numbers as documents count with them: Latin letters, Roman numerals, Chinese numerals, the letters of abjad."""

from __future__ import annotations

from collections.abc import Sequence

LETTERS = "abcdefghijklmnopqrstuvwxyz"

# --- Roman ------------------------------------------------------------------------------------------------------------

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def roman(number: int) -> str:
    """Small Roman numeral of 1…39."""
    numeral = ""
    for value, sign in _ROMAN:
        while number >= value:
            numeral, number = numeral + sign, number - value
    return numeral


def capital_roman(number: int) -> str:
    """The same in capitals, as annexes and sections are counted."""
    return roman(number).upper()


ROMANS = {roman(number): number for number in range(1, 40)}

# --- Chinese ----------------------------------------------------------------------------------------------------------

CHINESE_NUMERALS = "零一二三四五六七八九十"
#: Digits and places of numerals of any size, 两 and 〇 included.
CHINESE_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
CHINESE_PLACES = {"十": 10, "百": 100, "千": 1000}


def chinese(number: int) -> str:
    """Chinese numeral of 1…99: 十, 十二, 二十六."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else CHINESE_NUMERALS[tens] + "十"
    return head + (CHINESE_NUMERALS[ones] if ones or not tens else "")


CHINESE_VALUES = {chinese(number): number for number in range(1, 100)}


def chinese_value(text: str) -> str:
    """`三十五`, `两`, `一百二十`, `35` → a plain number; digits one after another are a number too (二〇二一)."""
    if not any(sign in CHINESE_PLACES for sign in text):
        return text if text[0].isascii() else str(int("".join(str(CHINESE_DIGITS[sign]) for sign in text)))
    total, digit = 0, 0
    for sign in text:
        if sign in CHINESE_PLACES:
            total += (digit or 1) * CHINESE_PLACES[sign]
            digit = 0
        else:
            digit = CHINESE_DIGITS[sign]
    return str(total + digit)


# --- Arabic -----------------------------------------------------------------------------------------------------------

#: The letters in the order of abjad, by which Arabic documents label sub-paragraphs; CLDR does not have it.
ABJAD = ("أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر")


def arabic_letter(label: str) -> str:
    """The letter of abjad that stands for a Latin one: `c` → ج."""
    return letter_of(label, ABJAD)


def letter_of(label: str, letters: Sequence[str]) -> str:
    """The letter of a language's own list that stands for a Latin one; past its end, and for `aa`, the Latin stays."""
    index = LETTERS.find(label) if len(label) == 1 else -1
    return letters[index] if 0 <= index < len(letters) else label
