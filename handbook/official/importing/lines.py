"""Text → lines, each with its place in the file, and whether a page may begin with it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbook.official.flow import Flow
from handbook.official.model import Line

#: So many lines, one after another, of so many characters at most are a torn table.
_TORN, _SHRED = 30, 3
_LINE = re.compile(r"(?P<text>[^\n]*)(?:\n|\Z)")


def split(text: str) -> tuple[Line, ...]:
    """The lines of a file. `fresh` is a hint alone: extractions leave a form feed where a page begins, or the blank
    that stood in its place, and indented lines have one too.
    """
    lines = []
    number, start = 1, 0
    for match in _LINE.finditer(text):
        if match.start() == len(text) and number > 1:
            break
        line = match["text"]
        for page in _pages(line):
            feed = page.startswith("\f")
            lines.append(Line(number, Flow.of(page, start).strip_feed(), feed or bool(re.match(r" \S", page))))
            start += len(page)
        start = match.end()
        number += 1
    return tuple(lines)


def _pages(line: str) -> list[str]:
    """A form feed begins a line of its own, so that nothing is joined over it by chance."""
    return [part for part in re.split(r"(?=\f)", line) if part] or [""]


def torn(lines: Sequence[Line]) -> frozenset[int]:
    """The places of lines in a long run of lines of a few characters each; blank ones do not count."""
    places: set[int] = set()
    run: list[int] = []
    for place, line in enumerate(lines):
        if line.blank:
            continue
        if len(line.text.strip()) <= _SHRED:
            run.append(place)
            continue
        if len(run) >= _TORN:
            places.update(run)
        run = []
    if len(run) >= _TORN:
        places.update(run)
    return frozenset(places)
