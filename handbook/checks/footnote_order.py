"""Footnote marks run 1, 2, 3 through a decision and its annexes, each once; asterisk notes s1, s2 are counted apart.

Where the record says which mark belongs at a place, a wrong number there (a gap, a repeat, two that are swapped) is one
finding at that mark, with the number that it should have; later marks are not reported for it. In a decision that is
not published only the order is checked.

Bad:  … Parties[^2] … the Secretariat[^1]
Good: … Parties[^1] … the Secretariat[^2]
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.footnotes import marked, marks
from handbook.beside.outline import decision_pages
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.prose import Page


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, decision in decision_pages(corpus):
        if not decision.published:
            yield from _rising(page)
            continue
        comparison = marked(corpus, page, decision)
        for mark, expected in comparison.renamed:
            if not mark.is_placeholder:
                yield Problem(mark.place, f"mark {mark.text!r} in {mark.unit!r}, expected {expected!r}")
        for mark in comparison.again:
            first = comparison.present[mark.text]
            yield Problem(mark.place, f"mark {mark.text!r} again, first in {first.unit!r}, expected it once")


def _rising(page: Page) -> Iterator[Problem]:
    last = 0
    for mark in marks(page):
        if mark.text.isdigit() and not mark.is_placeholder and not mark.in_note:
            if int(mark.text) <= last:
                yield Problem(mark.place, f"mark {mark.text!r} after {last!r}, expected a greater one")
            last = max(last, int(mark.text))


CHECK = Check(
    Code.FN003,
    hint="number the marks as they follow each other, annexes included, and their texts with them",
    look=look,
)
