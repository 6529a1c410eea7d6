"""Official words and ours side by side: what the extraction and the type make of a sign does not tell them apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from handbook.official.flow import Range

#: Dashes and quotation marks of one meaning each.
_ALIKE = str.maketrans("‐‑‒–—―−〜～＂“”＇‘’﹣", "---------\"\"\"'''-")


def folded(text: str) -> tuple[str, tuple[int, ...]]:
    """A text without blanks, full-width signs as half-width ones, and the place of each of its characters."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        plain = unicodedata.normalize("NFKC", sign.translate(_ALIKE)) if ord(sign) > 0x7E else sign
        for one in plain:
            if not one.isspace():
                signs.append(one)
                places.append(place)
    return "".join(signs), tuple(places)


def same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but blanks and widths."""
    return folded(one)[0] == folded(other)[0]


def places_in(words: str, text: str) -> Iterator[Range]:
    """Where `words` stand in `text`, blanks and widths aside: ranges of `text`."""
    shown, places = folded(text)
    sought, _ = folded(words)
    place = shown.find(sought) if sought else -1
    while place >= 0:
        yield places[place], places[place + len(sought) - 1] + 1
        place = shown.find(sought, place + 1)


def unlike(official: str, ours: str) -> tuple[Range, Range] | None:
    """The shortest parts of two texts beside which they are the same; None where all of them is. An empty part takes
    the sign beside it.
    """
    mine, places = folded(official)
    theirs, their_places = folded(ours)
    if mine == theirs:
        return None
    least = min(len(mine), len(theirs))
    first = next((place for place in range(least) if mine[place] != theirs[place]), least)
    behind = next((n for n in range(least - first) if mine[-1 - n] != theirs[-1 - n]), least - first)
    return (
        _part(places, first, len(mine) - behind, len(official)),
        _part(their_places, first, len(theirs) - behind, len(ours)),
    )


def _part(places: tuple[int, ...], start: int, end: int, length: int) -> Range:
    if not places:
        return 0, length
    end = max(end, min(start + 1, len(places)))
    start = min(start, end - 1)
    return places[start], places[end - 1] + 1
