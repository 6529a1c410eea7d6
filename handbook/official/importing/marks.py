"""Footnote marks: bare numbers in a sentence, told from numbers that are cited or counted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handbook.official.model import Line

_NUMBER = re.compile(r"(?<![\d./:：A-Za-z–-])(?<!\d,)\d{1,3}(?!\d)")
_STAR = re.compile(r"(?<=\S)\s*[*＊]{1,3}")
#: A number before which these stand is cited, and one behind which these stand is counted.
_CITED = re.compile(r"(?:附件|附录|表|第|目标|阶段|章|节)\s*$")
_COUNTED = re.compile(
    r"\s*(?:[年月日号条款段个次届项份天名万亿千种位节章%％/]|美元|至第?\d|[和、及]\s*\d|[.,．]\d|[-–—]\s?\d|[a-z]\b)"
)
#: At the begin of a line it is a label.
_LABEL = re.compile(r"\s*[.．、]")
_PAUSE_BEHIND = re.compile(r"\s*[，。；、：,;:)）》]")
_PAUSE_BEFORE = re.compile(r"[，。；：,;:]\s*$")
#: So many characters on either side tell what a number is.
_NEAR = 12
#: The key of asterisks among candidates.
STAR = "*"


@dataclass(frozen=True)
class Marked:
    """A mark in the text: where it stands in the file, and the id of its note (`3`, `s1`)."""

    n: str
    start: int
    end: int


@dataclass(frozen=True)
class Candidate:
    """What may be a mark; the higher the score, the likelier."""

    score: int
    start: int
    end: int


def candidates(lines: Iterable[tuple[Line, str]]) -> Mapping[str, list[Candidate]]:
    """Number, or `*` → what may be its marks, in order. Each line comes with the text of the one after it."""
    by_number: dict[str, list[Candidate]] = defaultdict(list)
    for line, after in lines:
        text, places = line.text, line.flow.places
        for match in _STAR.finditer(text):
            by_number[STAR].append(Candidate(1, places[match.start()], places[match.end() - 1] + 1))
        for match in _NUMBER.finditer(text):
            if score := _score(text, match, after):
                candidate = Candidate(score, places[match.start()], places[match.end() - 1] + 1)
                by_number[str(int(match[0]))].append(candidate)
    return by_number


def _score(text: str, match: re.Match[str], after: str) -> int:
    """How well a number reads as a mark: 0 where it is cited or counted."""
    before = text[max(match.start() - _NEAR, 0) : match.start()]
    behind = text[match.end() : match.end() + _NEAR]
    rest = behind if behind.strip() else behind + after[:_NEAR]
    first = not before.strip()
    if _CITED.search(before) or _COUNTED.match(rest) or (first and _LABEL.match(behind)):
        return 0
    pauses = bool(_PAUSE_BEHIND.match(behind)) or bool(_PAUSE_BEFORE.search(before))
    close = bool(before) and not before[-1].isspace()
    # Where a line begins with it, it is rather a label or a row's number.
    return 2 + pauses + close - 2 * first


def chosen(by_number: Mapping[str, list[Candidate]], printed: str, id: str, behind: int) -> Marked | None:
    """The likeliest mark of a note, as printed, that stands behind an offset; of equals the first."""
    own = [
        candidate
        for candidate in by_number.get(printed if printed.isdigit() else STAR, ())
        if candidate.start >= behind
    ]
    best = max(own, key=lambda candidate: candidate.score, default=None)
    return Marked(id, best.start, best.end) if best else None
