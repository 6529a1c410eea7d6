"""The links in a footnote's text are exactly those that the record lists for it under `cites`, in any order.

Bad:  [^1]: See [](art:17).   where the record has `cites: [art:19]`
Good: [^1]: See [](art:19).
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.references import differences
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for difference in differences(corpus):
        if not difference.passage.note:
            continue
        note = difference.passage.unit.removeprefix("fn-")
        if difference.actual:
            instead = repr(difference.expected) if difference.expected else "none"
            yield Problem(difference.place, f"link to {difference.actual!r} in footnote {note!r}, expected {instead}")
        else:
            yield Problem(difference.place, f"no link to {difference.expected!r} in footnote {note!r}, expected one")


CHECK = Check(
    Code.FN004,
    hint="cite in the footnote what data/decisions.yaml has under its `cites`, or mend the record",
    look=look,
)
