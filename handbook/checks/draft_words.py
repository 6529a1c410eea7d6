"""A page about a plan's draft explains each change that needs it in one paragraph, under a heading that is the change's
address, in the record's order. What was kept as drafted has no heading.

Bad:  ## a-5-indicators-b   where item b was kept, or where nothing follows
Good: ## a-5-indicators-c

      The indicator counts laboratories now.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import draft_pages, misread
from handbook.beside.sequence import compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.changes import Drafted
from handbook.model.corpus import Corpus
from handbook.model.prose import Clause, Heading, Page


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, draft in draft_pages(corpus):
        if not misread(corpus, page.path, Code.PRS004):
            yield from _headings(page, draft)
            yield from _words(page)


def _headings(page: Page, draft: Drafted) -> Iterator[Problem]:
    expected = [change.anchor for change in draft.changes if draft.needs_words(change)]
    actual = [(block.id, block.place) for block in page.blocks if isinstance(block, Heading)]
    yield from (
        Problem(difference.place, difference.says("change"))
        for difference in compare(actual, expected, page.named).differences
    )


def _words(page: Page) -> Iterator[Problem]:
    """One plain paragraph under each heading, and nothing else."""
    above: Heading | None = None
    count = 0
    for block in (*page.blocks, Heading(2, "", page.place)):
        if isinstance(block, Heading):
            if above and not count:
                yield Problem(above.place, f"no words under {above.id!r}, expected one paragraph")
            above, count = block, 0
        elif isinstance(block, Clause):
            count += 1
            if block.kind != "plain" or block.items or block.tail or not above or count > 1:
                yield Problem(block.place, "words of their own, expected one plain paragraph under each heading")
            yield from (
                Problem(span.place, f"{span.kind} {span.text!r}, expected plain words and links")
                for span in block.spans
                if span.kind in ("act", "mark")
            )
        elif block.name != "header":
            yield Problem(block.place, f"line {block.name}(), expected none on this page")
    yield from (Problem(note.place, f"text of footnote {note.mark!r}, expected none") for note in page.notes)


CHECK = Check(
    Code.DR004,
    hint="write one paragraph under each address; data/changes.yaml says which need one",
    look=look,
)
