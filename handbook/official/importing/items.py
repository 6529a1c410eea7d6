"""The sub-paragraphs of a sentence, set on lines of their own or run into it: (a), (i), （一）."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from handbook.official.flow import Flow
from handbook.official.importing.numerals import HAN, LETTER, ROMAN, id_of, ordinal

#: The blanks before a label are its own; a run of them is looked at once.
SUB = re.compile(rf"(?:(?<!\s)\s+)?(?P<open>[(（])\s*(?P<n>[a-z]{{1,4}}|{HAN})\s*[)）]\s*")
#: Where words in brackets are no label: behind a number, before what they are a paragraph of.
_CITED_BEHIND = re.compile(r"[段款项条节]|和相关|至|、\s*[(（]|和\s*[(（]")
_CITED_BEFORE = re.compile(r"[\d条款第]\s*$")
#: So many characters tell what stands before a label.
_BEFORE = 12


def under(words: Flow, starts: AbstractSet[int]) -> tuple[Flow, list[tuple[str, Flow, Flow]]]:
    """Words → those before the first item, and all the items under them: id (`a`, and `a-ii` under that), label as
    printed, words. `starts` are the offsets in the file of the first words of lines.
    """
    head, found = items(words, starts, LETTER)
    if not found:
        head, found = items(words, starts, ROMAN)
    out: list[tuple[str, Flow, Flow]] = []
    for n, label, rest in found:
        own, below = items(rest, starts, ROMAN)
        out += ((n, label, own), *((f"{n}-{m}", mine, last) for m, mine, last in below))
    return head, out


def items(words: Flow, starts: AbstractSet[int], style: str) -> tuple[Flow, list[tuple[str, Flow, Flow]]]:
    """Words → those before the first item, and the items of a style: label as an id, label as printed, words.

    `starts` are the offsets in the file of the first words of lines. An item counts by its sequence; one alone where
    a line begins with it or a colon leads it in.
    """
    text = words.text
    matches: list[re.Match[str]] = []
    for match in SUB.finditer(text):
        if ordinal(match["n"], style) != len(matches) + 1:
            continue
        cited = _CITED_BEFORE.search(text, max(match.start() - _BEFORE, 0), match.start())
        if words.places[match.start("open")] in starts or not (cited or _CITED_BEHIND.match(text, match.end())):
            matches.append(match)
    if len(matches) == 1 and not (
        words.places[matches[0].start("open")] in starts or text[: matches[0].start()].rstrip().endswith(("：", ":"))
    ):
        matches = []
    bounds = [*(match.start() for match in matches), len(words)]
    parts = [
        (id_of(order + 1, style), words[match.start() : match.end()], words[match.end() : bounds[order + 1]])
        for order, match in enumerate(matches)
    ]
    return words[: bounds[0]], parts
