"""Every footnote has one text: each that is marked in prose, and each that the record places at the title, the opening
or a table. No text lacks a mark.

A text under a wrong number is reported as that of the footnote without text. Where a mark itself is missing,
footnote-place reports it.

Bad:  … Parties[^1] …   without a line that begins [^1]:
Good: … Parties[^1] …

      [^1]: With thanks to Brazil.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.footnotes import MARK, is_placed, marked, texts
from handbook.beside.outline import decision_pages, plan_pages
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, decision in decision_pages(corpus):
        comparison = texts(page, decision, marked(corpus, page, decision))
        for note, expected in comparison.renamed:
            if MARK.fullmatch(note.mark):
                yield Problem(note.place, f"text of footnote {note.mark!r}, expected {expected!r}")
        for note, line in comparison.again:
            if MARK.fullmatch(note.mark):
                yield Problem(
                    note.place, f"text of footnote {note.mark!r} again, first on line {line}, expected it once"
                )
        for note in comparison.unmarked:
            if MARK.fullmatch(note.mark):
                yield Problem(note.place, f"text of footnote {note.mark!r}, expected a mark for it")
        carriers = {note.mark: note.carrier for note in decision.footnotes if is_placed(note)}
        for mark, place in comparison.missing:
            where = (
                f", expected one: the record has it at {carriers[mark]!r}"
                if mark in carriers
                else ", expected a line for it"
            )
            yield Problem(place, f"footnote {mark!r} has no text{where}")
    for page, _ in plan_pages(corpus):
        for note in page.notes:
            yield Problem(note.place, f"text of footnote {note.mark!r} on the page of a plan, expected none")


CHECK = Check(
    Code.FN001,
    hint="write one line [^1]: … for each footnote of the page, with the number of its mark",
    look=look,
)
