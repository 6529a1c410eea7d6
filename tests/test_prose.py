"""The grammar of prose: docs/prose.md is true line by line, nothing breaks the parser, every place points at what it says."""

from __future__ import annotations

import random
import re
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import pytest

from handbook import prose
from handbook.finding import Finding
from handbook.macros import SIGNATURES
from handbook.model import Call, Clause, Heading, Note, Page, Span
from handbook.references import FORMS, Target, anchor_of, page_of
from handbook.references import parse as parse_target
from tests.outline import LABELS, outline, told

ROOT = Path(__file__).parent.parent
MANUAL = ROOT / "docs" / "prose.md"
FRONT = "---\ndecision: CP-1/1\n---\n"
CODE = re.compile(r"[A-Z]{2,3}\d{3}")

# --- the manual ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Example:
    """A fenced block of Markdown; `expected` is the block of text after it, None where there is none."""

    line: int
    words: tuple[str, ...]
    text: str
    expected: str | None

    @property
    def front(self) -> str:
        """What stands before the example: nothing if it is a whole page."""
        return "" if "page" in self.words else FRONT

    @property
    def parsed(self) -> tuple[Page | None, list[Finding]]:
        language = next((word for word in self.words if word != "page"), "en")
        return prose.parse("x.md", language, "x", self.front + self.text)

    @property
    def shown(self) -> str:
        page, findings = self.parsed
        before = self.front.count("\n")
        return outline(page, before) if page and not findings else told(findings, before)


def fences(text: str) -> Iterator[tuple[int, str, str]]:
    """Fenced blocks as (line, what stands after the fence, text)."""
    lines = iter(enumerate(text.split("\n"), 1))
    for number, line in lines:
        if found := re.fullmatch(r"(`{3,})(.*)", line):
            inside = [inner for _, inner in iter(lambda: next(lines), None) if True] if False else []
            for _, inner in lines:
                if inner == found[1]:
                    break
                inside.append(inner)
            yield number, found[2], "\n".join(inside)
