"""A footnote's mark stands in the unit where the record has it (`at`), and nowhere else. The mark of a footnote that
belongs to the title, the opening or a table does not stand in prose.

A mark that moved is reported where it stands now, a mark that is missing at the unit that lacks it. A wrong number at
the right place is reported by footnote-order.

Bad:  4. … Parties[^1] …   where the record has `{id: fn-1, n: 1, at: p5}`
Good: 5. … Parties[^1] …
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.footnotes import Mark, marked, marks
from handbook.beside.outline import decision_pages, plan_pages
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus

TAKE_OUT = "take out the mark"


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, decision in decision_pages(corpus):
        comparison = marked(corpus, page, decision)
        for mark, unit in comparison.moved:
            yield Problem(mark.place, f"mark {mark.text!r} in {mark.unit!r}, expected in {unit!r}")
        for mark, unit in comparison.placed:
            message = f"mark {mark.text!r} in {mark.unit!r}, expected none: the record places it at {unit!r}"
            yield Problem(mark.place, message, TAKE_OUT)
        for mark in comparison.unknown:
            if not mark.is_placeholder:
                message = f"mark {mark.text!r} in {mark.unit!r}, expected none"
                yield Problem(mark.place, message, "take out the mark and its text, or add the footnote to the record")
        for note, place in comparison.missing:
            yield Problem(place, f"no mark {note.mark!r} in {note.carrier!r}, expected [^{note.mark}]")
        yield from (_astray(mark, "in the text of a footnote") for mark in marks(page) if mark.in_note)
    for page, _ in plan_pages(corpus):
        yield from (_astray(mark, "on the page of a plan") for mark in marks(page))


def _astray(mark: Mark, where: str) -> Problem:
    return Problem(mark.place, f"mark {mark.text!r} {where}, expected none", TAKE_OUT)


CHECK = Check(
    Code.FN002,
    hint="mark the footnote where data/decisions.yaml has it (`at`), or mend the record",
    look=look,
)
