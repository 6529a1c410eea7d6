"""What a word processor's text has beside its words: bookmarks, and footnotes that stand where their marks do,
`…[footnoteRef:2] …  [2:  …]`. They are taken out; a cell of a table, which begins with a tab there, and a paragraph,
which is a line, are set apart by a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.importer.flow import EMPTY, Flow, Range, ranges
from handbook.importer.marks import Marked
from handbook.importer.model import Aside, Line

_BOOKMARK = re.compile(r"\[bookmark: [^\]]*\]")
_MARK = re.compile(r"\[footnoteRef:(?P<n>\d{1,3})\]")
_NOTE = re.compile(r"\[(?P<n>\d{1,3}):\s+(?P<words>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\](?=\s*(?:\[\d{1,3}:|$))")


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
        for found in _BOOKMARK.finditer(flow.text):
            gone.append(found.span())
            asides.append(Aside("furniture", "bookmark", flow[slice(*found.span())].ranges))
        for found in _MARK.finditer(flow.text):
            gone.append(found.span())
            places = flow.places[slice(*found.span())]
            marks.append(Marked(found["n"], places[0], places[-1] + 1))
        for found in _NOTE.finditer(flow.text):
            gone.append(found.span())
            whole = flow[slice(*found.span())]
            notes.append(Said(found["n"], flow[slice(*found.span("words"))].clean(), ranges(whole.places)))
        kept.append(replace(line, flow=flow.without(*sorted(gone))) if gone else line)
    return Plain(tuple(_apart(kept)), tuple(asides), tuple(notes), tuple(marks))


def _apart(lines: Sequence[Line]) -> Iterator[Line]:
    """A blank line before each paragraph, and before each cell where there are cells."""
    in_table = False
    for line in lines:
        cell = line.text.startswith("\t")
        in_table = (in_table or cell) and not _begins_part(line)
        if not line.blank and (cell or not in_table):
            yield Line(line.number, EMPTY)
        yield line


def _begins_part(line: Line) -> bool:
    return bool(re.fullmatch(r"\s*附[件录][一二三四五六七八九十附件录]{0,5}\s*", line.text))
