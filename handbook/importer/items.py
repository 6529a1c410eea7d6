"""The sub-paragraphs of a sentence, set on lines of their own or run into it: (a), (i), （一）."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from handbook.figures import han
from handbook.importer.flow import Flow
from handbook.languages import ROMANS, roman

SUB = re.compile(r"\s*(?P<open>[(（])\s*(?P<n>[a-z]{1,4}|[一二三四五六七八九十]{1,3})\s*[)）]\s*")
#: Where words in brackets are no label: behind a number, before what they are a paragraph of.
_CITED_BEHIND = re.compile(r"[段款项条节]|和相关|至|、\s*[(（]|和\s*[(（]")
_CITED_BEFORE = re.compile(r"[\d条款第]\s*$")
#: So many characters tell what stands before a label.
_BEFORE = 12


def items(words: Flow, starts: AbstractSet[int], style: str) -> tuple[Flow, list[tuple[str, Flow, Flow]]]:
    """Words → those before the first item, and the items: label as an id, label as printed, words.

    `starts` are the offsets in the file of the first words of lines. An item counts by its sequence; one alone where
    a line begins with it or a colon leads it in.
    """
    text = words.text
    found: list[re.Match[str]] = []
    for match in SUB.finditer(text):
        if _ordinal(match["n"], style) != len(found) + 1:
            continue
        cited = _CITED_BEFORE.search(text, max(match.start() - _BEFORE, 0), match.start())
        if words.places[match.start("open")] in starts or not (cited or _CITED_BEHIND.match(text, match.end())):
            found.append(match)
    if len(found) == 1 and not (
        words.places[found[0].start("open")] in starts or text[: found[0].start()].rstrip().endswith(("：", ":"))
    ):
        found = []
    bounds = [*(match.start() for match in found), len(words)]
    parts = [
        (_id(order + 1, style), words[match.start() : match.end()], words[match.end() : bounds[order + 1]])
        for order, match in enumerate(found)
    ]
    return words[: bounds[0]], parts


def _ordinal(label: str, style: str) -> int:
    """Which one a label is in a style, 0 where it is not of it."""
    if style == "letter":
        return ord(label) - 96 if len(label) == 1 and label.isascii() else 0
    if not label.isascii():
        return int(han(label))
    return ROMANS.get(label, 0)


def _id(n: int, style: str) -> str:
    return chr(96 + n) if style == "letter" else roman(n)
