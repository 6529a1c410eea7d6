"""All text of a page belongs to a unit: a clause, a paragraph, a sub-paragraph, or an item of a plan.

Bad:  3. *Urges* Parties to report;

      The reports are public.
Good: 3. *Urges* Parties to report;

      4. *Decides* that the reports are public.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import plan_pages
from handbook.beside.plantext import plan_text
from handbook.beside.readings import readings
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for reading in readings(corpus):
        for one in reading.compared.differences:
            if one.id == "?":
                wanted = repr(one.expected) if one.expected else "a number or a letter before it"
                yield Problem(one.place, f"text outside any unit, expected {wanted}")
    for page, plan in plan_pages(corpus):
        text = plan_text(page, plan, corpus.record)
        outside = [*text.strays, *(clause for goal in text.goals for clause in goal.before if clause != goal.wording)]
        for clause in outside:
            if not clause.label:
                yield Problem(clause.place, "text outside any unit, expected it under a column", "put it into a column")


CHECK = Check(
    Code.UN003,
    hint="begin it with its label, such as 4. or (a), or join it to the unit that it belongs to",
    look=look,
)
