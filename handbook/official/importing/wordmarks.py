"""What a word processor's text has beside its words: bookmarks, and footnotes that stand where their marks do,
`…[footnoteRef:2] …  [2:  …]`. They are taken out; a cell of a table, which begins with a tab there, and a paragraph,
which is a line, are set apart by a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.official.flow import EMPTY, Flow, Range, ranges
from handbook.official.importing.marks import Marked
from handbook.official.importing.numerals import HAN
from handbook.official.model import Aside, Line

_PART = re.compile(rf"\s*附[件录](?:{HAN})?(?:附[件录](?:{HAN})?)?\s*")
#: What is left of a word processor's document: a bookmark, a note's mark, or a note behind which its line has ended or
#: another one follows. Nothing of it stands inside another.
_LEFT = re.compile(
    r"""\[(?:bookmark:\ (?P<bookmark>[^\]]*)\]
    |footnoteRef:(?P<mark>\d{1,3})\]
    |(?P<n>\d{1,3}):\s++(?P<words>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\](?=\s*(?:\[\d{1,3}:|$)))""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Said:
    """A note: the number that the file gives it, its words, and all that it takes in the file."""

    n: str
    words: Flow
    ranges: tuple[Range, ...]


@dataclass(frozen=True)
class Plain:
    """The lines without them; `marks` have the file's numbers."""

    lines: tuple[Line, ...]
    asides: tuple[Aside, ...]
    notes: tuple[Said, ...]
    marks: tuple[Marked, ...]


def clear(lines: Sequence[Line]) -> Plain:
    """The words of the lines alone."""
    asides, notes, marks, kept = [], [], [], []
    for line in lines:
        flow, gone = line.flow, []
        for match in _LEFT.finditer(flow.text):
            gone.append(match.span())
            whole = flow[slice(*match.span())]
            if match["n"]:
                notes.append(Said(match["n"], flow[slice(*match.span("words"))].clean(), ranges(whole.places)))
            elif match["mark"]:
                marks.append(Marked(match["mark"], whole.places[0], whole.places[-1] + 1))
            else:
                asides.append(Aside("furniture", "bookmark", whole.ranges))
        kept.append(replace(line, flow=flow.without(*gone)) if gone else line)
    return Plain(tuple(_apart(kept)), tuple(asides), tuple(notes), tuple(marks))


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """A blank line before each paragraph, and before each cell where there are cells."""
    in_table = False
    for line in lines:
        cell = line.text.startswith("\t")
        in_table = (in_table or cell) and not _PART.fullmatch(line.text)
        if not line.blank and (cell or not in_table):
            yield Line(line.number, EMPTY)
        yield line
