"""A decision's page has the record's clauses, paragraphs and sub-paragraphs: all of them, once, in its order.

Bad:  2. … 2. … 4. …
Good: 2. … 3. … 4. …
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.model import Corpus
from handbook.outline import Reading, decision_pages

BULLET = "-None"


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, decision in decision_pages(corpus):
        reading = Reading(page, decision)
        for one in (*reading.compared.differences, *reading.sub()):
            if one.id.endswith(BULLET):
                unit = one.id.removesuffix(BULLET)
                yield Problem(one.place, f"bullet under {unit!r}, expected a label such as (a)", "give it its label")
            elif one.id != "?":
                yield Problem(one.place, one.says(_kind(one.id)))


def _kind(id: str) -> str:
    last = id.rpartition("-")[2]
    if re.fullmatch(r"(?:.*-)?pre-\d+", id):
        return "preambular clause"
    return "paragraph" if re.fullmatch(r"p\d+", last) else "sub-paragraph"


CHECK = Check(
    code="UN001",
    name="units",
    hint="number the page as data/decisions.yaml has it, or mend the record",
    look=look,
)
