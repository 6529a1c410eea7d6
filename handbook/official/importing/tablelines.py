"""A line of a table of figures → its rows: nearly always one, a name and the figures behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from handbook.official.flow import EMPTY, Flow, Range, fold, joined
from handbook.official.importing.tablerows import Names
from handbook.official.model import Line

_FIGURE = r"[(（]?[-−–]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?[)）]?"
_ALONE = re.compile(_FIGURE)
_LAST = re.compile(rf"(?:^|\s){_FIGURE}\s*$")
#: A figure that nothing parts from the name before it.
_GLUED = re.compile(rf"(?P<name>.*[^\d.．,，\s(（−–-])(?P<figure>{_FIGURE})")
#: So many characters a line of a name has at most.
_WIDE = 200


@dataclass(frozen=True)
class Part:
    """A line, or one of the rows in it: a name and the figures behind it."""

    line: Line
    name: Flow
    figures: tuple[Flow, ...]

    @property
    def bare(self) -> bool:
        """Whether it has figures alone."""
        return bool(self.figures) and not fold(self.name.text)

    @property
    def own(self) -> Line:
        """The line without other rows that stand in it."""
        return replace(self.line, flow=joined([self.name, *self.figures]))


def ends_with_figure(line: Line) -> bool:
    return bool(_LAST.search(line.text[-_WIDE:]))


def parts(line: Line, names: Names, wide: int) -> Iterator[Part]:
    """A line's rows. Figures are the last numbers of each, `wide` of them at most, as the table has columns."""
    tokens = [match.span() for match in re.finditer(r"\S+", line.text)]
    figures = [bool(_ALONE.fullmatch(line.text, *span)) for span in tokens]
    cuts = [0, *_cuts(line.flow, names, wide, tokens, figures), len(tokens)]
    for first, end in pairwise(cuts):
        yield _part(line, names, wide, tokens[first:end], figures[first:end])


def _cuts(flow: Flow, names: Names, wide: int, tokens: Sequence[Range], figures: Sequence[bool]) -> Iterator[int]:
    """The places of the tokens at which another row begins in a line: behind as many figures as columns, or before
    the last one of those, which is the next row's number.
    """
    first, run = 0, 0
    for place, figure in enumerate(figures):
        if figure:
            run += 1
            continue
        cut = place - (run - wide)
        if wide <= run <= wide + 1 and cut - wide > first:
            name = flow[tokens[first][0] : tokens[cut - wide - 1][1]]
            if wide > 1 or names.knows(names.parts(name)[1]):
                yield cut
                first = cut
        run = 0


def _part(line: Line, names: Names, wide: int, tokens: Sequence[Range], figures: Sequence[bool]) -> Part:
    count = 0
    while count < min(wide, len(figures)) and figures[-count - 1]:
        count += 1
    split = len(tokens) - count
    behind = tuple(line.flow[slice(*span)] for span in tokens[split:])
    if not split:
        return Part(line, EMPTY, behind)
    name = line.flow[tokens[0][0] : tokens[split][0] if count else tokens[split - 1][1]]
    if count < wide and len(name) <= _WIDE and (glued := _GLUED.fullmatch(name.text.rstrip())):
        bare = name[: glued.end("name")]
        if names.knows(names.parts(bare)[1]):
            return Part(line, bare, (name[slice(*glued.span("figure"))], *behind))
    return Part(line, name, behind)
