"""The links of a unit are exactly the references that the record has for it (`refs`), in any order. Closing words
belong to the unit, its sub-paragraphs do not.

A link to something else than the missing reference is one finding, at the link.

Bad:  2. … [Article 17](art:17) …   where the record has `refs: [art:19]`
Good: 2. … [Article 19](art:19) …
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.references import differences
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for difference in differences(corpus):
        if difference.passage.note:
            continue
        unit = difference.passage.unit
        if difference.actual:
            instead = repr(difference.expected) if difference.expected else "none"
            yield Problem(difference.place, f"link to {difference.actual!r} in {unit!r}, expected {instead}")
        else:
            yield Problem(difference.place, f"no link to {difference.expected!r} in {unit!r}, expected one")


CHECK = Check(
    Code.RF004,
    hint="cite what the record has under the unit's `refs`, or mend the record",
    look=look,
)
