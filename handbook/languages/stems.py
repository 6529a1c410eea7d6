"""Words cut down to what stays the same when they are inflected, so that the terms of the glossary are found in prose.

Terms are nouns, and a stem is right here that takes number, gender and case off and nothing else. Snowball's stemmers
were tried and take too much: in English `transition` became `transit` and `effective` became `effectiveness` (61 places
more in the handbook's prose, one of them right); in French, Spanish and Russian they also part a noun from its plural
(`conflit`, `lugar`, `орган`), in Arabic from its article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, kw_only=True, eq=False)
class Stems:
    """One language: `pieces` cuts a text into words (or signs), `stem` a word to its stem; None where words are not
    inflected. `joined` are the letters that may be written together with the next word. `same` are expressions for what
    an act may be written with or without or in another way, with what stands for them when acts are compared.
    """

    pieces: Callable[[str], Sequence[str]]
    stem: Callable[[str], str] | None
    joined: str
    same: tuple[tuple[re.Pattern[str], str], ...]


def words(text: str) -> Sequence[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.casefold())


def without_marks(text: str) -> str:
    """A text without accents and vowel signs."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
