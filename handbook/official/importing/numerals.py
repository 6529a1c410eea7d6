"""Labels of items as numbers, and back: (c) is the third of its style, ㈢ and (iii) are too."""

from __future__ import annotations

from handbook.languages.numerals import LETTERS, ROMANS, chinese_value, roman

#: The styles of labels: A.5.1 (under goal A.5), 1, iii or 三, c, and none.
GOAL, NUMBER, ROMAN, LETTER, PLAIN = "goal", "number", "roman", "letter", "plain"
#: An expression for the Chinese numerals that labels have, 一 to 九十九.
HAN = "[一二三四五六七八九十]{1,3}"


def ordinal(label: str, style: str) -> int:
    """Which one of its style a label is, counted from 1; 0 where it is not of the style. `label` is without brackets
    and dots and not empty. A Chinese numeral stands for a Roman one, as ㈢ does for (iii).
    """
    if style == ROMAN:
        return ROMANS.get(label, 0) if label.isascii() else int(chinese_value(label))
    if style == LETTER:
        return LETTERS.find(label) + 1 if len(label) == 1 else 0
    return int(label) if style == NUMBER and label.isascii() and label.isdigit() else 0


def id_of(n: int, style: str) -> str:
    """What an address has for the n-th item, from 1: `c`, `iii`, `3`. Behind the last letter numbers go on."""
    if style == LETTER and n <= len(LETTERS):
        return LETTERS[n - 1]
    return roman(n) if style == ROMAN else str(n)
