"""Under each heading, a page about the handbook has as many paragraphs and bullets as the source language's, in the
same order.

Bad:  two bullets where the source language has three
Good: three bullets
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.textpages import Section, pairs
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.model.prose import Clause


def look(corpus: Corpus) -> Iterator[Problem]:
    for own, source in pairs(corpus):
        actual, expected = _shape(own), _shape(source)
        if sorted(actual) != sorted(expected):
            yield Problem(own.place, f"{_said(actual)} under {own.id!r}, expected {_said(expected)} as in {SOURCE}")
        elif actual != expected:
            yield Problem(
                own.place, f"paragraphs and bullets under {own.id!r} in another order, expected that of {SOURCE}"
            )


def _shape(section: Section) -> list[str]:
    def kinds(clause: Clause) -> Iterator[str]:
        yield "bullet" if clause.kind == "bullet" else "paragraph"
        for item in clause.items:
            yield from kinds(item)

    return [kind for clause in section.clauses for kind in kinds(clause)]


def _said(kinds: list[str]) -> str:
    """`1 paragraph and 3 bullets`."""
    return " and ".join(
        f"{count} {kind}{'' if count == 1 else 's'}"
        for kind in ("paragraph", "bullet")
        for count in [kinds.count(kind)]
    )


CHECK = Check(
    Code.PG006,
    hint="say under each heading what the source language says there, paragraph by paragraph",
    look=look,
)
