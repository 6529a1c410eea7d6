"""Text that knows where each of its characters stands in the file that it was read from.

What the stages cut, join and clean is a `Flow`; so every word of the overlay can be shown in its file, and no
character is lost without somebody saying so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

Range = tuple[int, int]

#: Signs of Chinese type: a space beside one is the extraction's, not the author's.
_WIDE = r"[　-〿㈠-㉯㐀-鿿＀-￯“”‘’—…·]"
_SPACES = re.compile(rf"\s+(?={_WIDE})|(?<={_WIDE})\s+|(?<=\s)\s+|^\s+|\s+$")
_SIGNS = re.compile(r"[\W_]")
_BLANK = str.maketrans(dict.fromkeys("\t\n\r\f\v\u2002\u2003\u2009\u00a0\u3000\u200b\ufeff", " "))


@dataclass(frozen=True)
class Flow:
    """`places[i]` is the offset of `text[i]` in the file; they only grow."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str, start: int = 0) -> Flow:
        return cls(text, tuple(range(start, start + len(text))))

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Flow:
        return Flow(self.text[part], self.places[part])

    def __add__(self, other: Flow) -> Flow:
        return Flow(self.text + other.text, self.places + other.places)

    def strip(self) -> Flow:
        left = len(self.text) - len(self.text.lstrip())
        return self[left : max(left, len(self.text.rstrip()))]

    def strip_feed(self) -> Flow:
        """Without form feeds and carriage returns at its ends, which are no words of any line."""
        left = len(self.text) - len(self.text.lstrip("\f\r"))
        return self[left : max(left, len(self.text.rstrip("\f\r")))]

    def pick(self, offsets: Iterable[int]) -> Flow:
        """The characters at some offsets of `text`, in that order."""
        kept = list(offsets)
        return Flow("".join(self.text[offset] for offset in kept), tuple(self.places[offset] for offset in kept))

    def without(self, *parts: Range) -> Flow:
        """Everything but the given ranges of `text`, which follow one another."""
        ends = [0, *(end for _, end in parts)]
        starts = [*(start for start, _ in parts), len(self.text)]
        return joined(self[end:start] for end, start in zip(ends, starts, strict=True))

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The ranges of the file that the characters stand in, without those of blanks at either end."""
        return self.strip().all_ranges

    @property
    def all_ranges(self) -> tuple[Range, ...]:
        """The same, blanks at the ends too."""
        return ranges(self.places)

    def clean(self) -> Flow:
        """The words without the extraction's blanks: none beside a sign of Chinese type, one between other words."""
        flat = Flow(self.text.translate(_BLANK), self.places)
        return flat.without(*(match.span() for match in _SPACES.finditer(flat.text)))


EMPTY = Flow("", ())


def fold(text: str) -> str:
    """The letters and digits of words, in one width: what tells names apart however they are printed."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", text))


def joined(parts: Iterable[Flow]) -> Flow:
    """One flow after the other."""
    text: list[str] = []
    places: list[int] = []
    for part in parts:
        text.append(part.text)
        places += part.places
    return Flow("".join(text), tuple(places))


def ranges(places: tuple[int, ...]) -> tuple[Range, ...]:
    """Offsets that only grow → the ranges that they fill."""
    if not places:
        return ()
    breaks = [(left, right) for left, right in pairwise(places) if right != left + 1]
    starts = [places[0], *(right for _, right in breaks)]
    ends = [*(left for left, _ in breaks), places[-1]]
    return tuple((start, end + 1) for start, end in zip(starts, ends, strict=True))
