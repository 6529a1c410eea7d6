"""Every unit has words after its label, or sub-paragraphs that have some.

Bad:  3.
Good: 3. *Welcomes* the report;
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.prose import Span


def look(corpus: Corpus) -> Iterator[Problem]:
    for page in corpus.pages.values():
        above = {node.address.rpartition("-")[0] for node in page.walk()}
        for id, clause in page.units.items():
            if id not in above and not any(map(_says, clause.words)):
                yield Problem(clause.place, f"{id!r} has no words, expected some after its label")


def _says(span: Span) -> bool:
    return span.kind != "mark" and bool(span.text.strip() or span.target)


CHECK = Check(Code.UN005, hint="write the words, or take the label out", look=look)
