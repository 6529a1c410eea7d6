"""A page about the handbook holds plain paragraphs, bullets and headings: no acts, numbers, footnotes or tables.

Bad:  1. *Urges* readers to look at the glossary;[^1]
Good: Look at the glossary.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import text_pages
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.prose import Call, Clause, Span


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, _ in text_pages(corpus):
        for block in page.blocks:
            if isinstance(block, Clause):
                yield from _clause(block)
            elif isinstance(block, Call) and block.name == "table":
                yield Problem(block.place, "table on a page about the handbook, expected none")
        for note in page.notes:
            yield Problem(note.place, f"text of footnote {note.mark!r}, expected none")


def _clause(clause: Clause) -> Iterator[Problem]:
    if clause.kind not in ("plain", "bullet"):
        yield Problem(clause.place, f"label {clause.label!r}, expected a paragraph or a bullet")
    for span in (*clause.spans, *clause.tail):
        yield from _span(span)
    if clause.tail:
        yield Problem(clause.tail[0].place, "indented words after bullets, expected a paragraph at the margin")
    for item in clause.items:
        yield from _clause(item)


def _span(span: Span) -> Iterator[Problem]:
    if span.kind == "act":
        yield Problem(span.place, f"act {span.text!r}, expected plain words")
    elif span.kind == "mark":
        yield Problem(span.place, f"mark {span.text!r}, expected none")


CHECK = Check(
    Code.PG008,
    hint="write plain paragraphs and bullets under headings; see docs/prose.md, Pages about the handbook",
    look=look,
)
