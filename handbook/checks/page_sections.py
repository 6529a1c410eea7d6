"""The headings of a page about the handbook are its sections in data/pages.yaml, in that order, each at the second
level.

Bad:  # kept
Good: ## kept
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import misread, text_pages
from handbook.beside.sequence import compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.prose import Heading, Page
from handbook.model.record import TextPage


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, text in text_pages(corpus):
        if not misread(corpus, page.path, Code.PRS004):
            yield from _headings(page, text)


def _headings(page: Page, text: TextPage) -> Iterator[Problem]:
    headings = [block for block in page.blocks if isinstance(block, Heading)]
    both = compare([(heading.id, heading.place) for heading in headings], list(text.sections), page.place)
    for difference in both.differences:
        yield Problem(difference.place, difference.says("heading"))
    for id, index in both.both.items():
        if headings[index].level != 2:
            written = f"{'#' * headings[index].level} {id}"
            yield Problem(headings[index].place, f"heading {written!r}, expected '## {id}'")


CHECK = Check(
    Code.PG005,
    hint="set the headings as data/pages.yaml has the sections, or mend it",
    look=look,
)
