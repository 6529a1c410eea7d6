"""A link's label says what its target is: every number, letter and symbol in the label belongs to the target, and the
last one of the target is in the label.

Digits, letters, numerals and ordinals are read as each language writes them (第二十六条, 附件一, المرفق الأول, 8(ي)). A
label may be empty in footnotes, lists and tables, where it is filled in. Targets that do not exist, or that the
record does not have, are reported by other checks.

Bad:  [Article 19](art:17)
Good: [Article 17](art:17)
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.passages import known_units, links
from handbook.beside.references import is_told, printed
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.record import Record
from handbook.targets.grammar import Target
from handbook.words.labels import label_differs


def look(corpus: Corpus) -> Iterator[Problem]:
    known = {page.path: units for page, units in known_units(corpus)}
    for page in corpus.pages.values():
        for link in links(page):
            target, label = link.target, link.span.text
            if isinstance(target, str):
                continue
            units = known.get(page.path, {})
            recorded = [reference.target for reference in units.get(link.passage.unit, ())]
            if not label.strip():
                if not link.passage.listed:
                    yield Problem(
                        link.span.place, f"link to {link.span.target!r} has no label, expected one in a sentence"
                    )
            elif target in recorded or (link.passage.unit not in units and not is_told(corpus, page, link)):
                words = printed(corpus.record, target)
                tries = [
                    label_differs(label, page.language, candidate, words)
                    for candidate in _readings(target, corpus.record)
                ]
                if (mismatch := tries[0]) and None not in tries:
                    yield Problem(link.span.place, f"label {label!r} {mismatch}, expected {link.span.target!r}")


def _readings(target: Target, record: Record) -> Iterator[Target]:
    """The target, and the same without the position of a plan item that has no label, or none that is known."""
    yield target
    plan, _, goal = target.id.partition("/")
    found = record.plan_cited(plan) if target.scheme == "goal" and len(target.parts) == 2 else None
    known = record.goals_of(found.id).get(goal) if found else None
    if found and known:
        cells = known.plans[found.id].cells if found.id in known.plans else {}
        labels = {item.part: item.label for item in cells.get(target.parts[0], ())}
        if labels.get(target.parts[1]) is None:
            yield Target(target.scheme, target.id, target.parts[:1])


CHECK = Check(
    Code.RF003,
    hint="make the label say what the link leads to, or mend the target",
    look=look,
)
