"""How a language writes figures: separators, per cents, millions, numbers and fractions in words.

The forms are those of the documents of the United Nations. Used to read the figures of a text
(`handbook.words.figures`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

#: What a match says, and whether that is sure.
Values = Iterator[tuple[str, bool]]
#: How a kind of figure is written in one language alone: its expression, and how a match of it is read.
OwnForm = tuple[str, Callable[[re.Match[str]], Values]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Counting:
    """One language. `group` and `point` are classes of signs, as they are read; all other texts are expressions.

    `joint` stands between the two ends of a range or a pair; `suffix` makes a number an ordinal. `words` are the
    numbers in words that count something for certain, `scales` what multiplies the number before it, `fractions` the
    shares in words. `prefix` is what may be written together with a word, `end` how a scale ends. `date` is the
    language's own form of a date, empty for the common one, and `own` the kinds of figures that it writes in no other
    language's way. `begins` is what figures begin with, empty where that is worked out of the words.
    """

    group: str
    point: str
    per_cent: str
    joint: str
    suffix: str
    words: Mapping[str, int]
    scales: Mapping[str, int]
    fractions: Mapping[str, str]
    prefix: str
    end: str
    date: str
    own: Mapping[str, OwnForm]
    begins: str


def shares(half: str, parts: Mapping[str, int], counts: Mapping[str, int]) -> dict[str, str]:
    """`half`, `two thirds`, `one quarter`."""
    forms = dict.fromkeys(half.split("|"), "1/2")
    for count, above in counts.items():
        forms |= {f"{count}{joint}{part}": f"{above}/{below}" for part, below in parts.items() for joint in " -"}
    return forms
