"""A footnote's mark is a number from 1 on; that of an asterisk note is s and a number.

Bad:  … Parties[^x] …
Good: … Parties[^1] … the Secretariat[^s1]
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.footnotes import MARK, marked, marks, texts
from handbook.beside.outline import decision_pages
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, decision in decision_pages(corpus):
        comparison = marked(corpus, page, decision)
        expected_marks = {mark.place: instead for mark, instead in comparison.renamed}
        expected_marks |= {note.place: instead for note, instead in texts(page, decision, comparison).renamed}
        signs = [(mark.place, "mark", mark.text) for mark in marks(page)]
        signs += [(note.place, "text of footnote", note.mark) for note in page.notes]
        for place, what, sign in signs:
            if not MARK.fullmatch(sign):
                expected = repr(expected_marks[place]) if place in expected_marks else "a number"
                yield Problem(place, f"{what} {sign!r}, expected {expected}")


CHECK = Check(Code.FN005, hint="write the footnote's number: [^1], or [^s1]", look=look)
