"""The official text has the record's units, all of them and no other, in the record's order, each under its label.

Units are the title, the opening, headings, clauses, paragraphs and sub-paragraphs of a decision, and the closing words
that the record says a unit has.

Bad:  (a) … (b) … (the record: p6-a, p6-b, p6-c)
Good: (a) … (b) … (c) …
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.sequence import Kind, compare
from handbook.findings.finding import Place
from handbook.languages import LANGUAGES, SOURCE
from handbook.model.decision import Decision
from handbook.official.verifying import places
from handbook.official.verifying.difference import Compared, Unlike, instead
from handbook.official.verifying.folding import folded
from handbook.official.verifying.held import Held
from handbook.words.labels import neutral_signs, own_signs

WHAT = "unit"
LABEL = "label"
TAIL = "closing words"
KINDS = ("title", "opening", "clause", "paragraph", "item", "heading")


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    count = 0
    lost = {f"{plan.decision}#appendix" for plan in held.record.plans.values() if places.is_lost(plan, held.record)}
    for decision in held.decisions:
        expected = [id for id in places.ids(decision) if f"{decision.id}#{id}" not in lost]
        actual = [
            piece.anchor for piece in held.imported.pieces if piece.decision == decision.id and piece.kind in KINDS
        ]
        unlike += _order(held, decision.id, actual, expected)
        unlike += _labels(held, decision)
        unlike += _tails(held, decision)
        count += len(expected)
    known = {decision.id for decision in held.decisions}
    strange = dict.fromkeys(piece.decision for piece in held.imported.pieces if piece.decision not in known)
    unlike += (Unlike(f"{id}#title", WHAT, id, "") for id in strange)
    return Compared(tuple(unlike), (("units", count),))


def _order(held: Held, decision: str, actual: list[str], expected: list[str]) -> Iterator[Unlike]:
    placed = [(anchor, Place(held.imported.source.name, held.line(f"{decision}#{anchor}"))) for anchor in actual]
    for difference in compare(placed, expected, Place(held.imported.source.name)).differences:
        address = f"{decision}#{difference.id}"
        if difference.kind is Kind.MISSING:
            yield Unlike(address, WHAT, "", difference.id)
            continue
        official = held.official.get(address)
        words = official.words if official else ""
        yield Unlike(address, WHAT, words, instead(difference.kind, difference.expected, f"{difference.id} once"))


def _labels(held: Held, decision: Decision) -> Iterator[Unlike]:
    """A label as printed: `36.`, `(a)`, `（一）`, `A.`; a clause has none, and a heading may have none."""
    clauses = {clause.id for part in decision.body.walk() for clause in part.preamble}
    expected = {unit.id: "" if unit.id in clauses else unit.label for unit in decision.units.values()}
    expected |= {one.id: one.label or "" for part in decision.body.walk() for one in part.sections}
    for id, label in expected.items():
        address = f"{decision.id}#{id}"
        if (official := held.official.get(address)) and not agree(official.label, label):
            yield Unlike(address, LABEL, official.label, label, (0, 0))


def agree(printed: str, label: str) -> bool:
    """Whether a printed label is a neutral one."""
    plain = folded(printed)[0].strip("().、")
    return plain == label or bool(own_signs(plain, LANGUAGES[SOURCE]) & neutral_signs(label))


def _tails(held: Held, decision: Decision) -> Iterator[Unlike]:
    for unit in decision.units.values():
        official = held.official.get(f"{decision.id}#{unit.id}")
        if official:
            has = len(official.pieces) > 1
            if has != unit.tail:
                words = official.pieces[-1].text if has else ""
                yield Unlike(official.address, TAIL, words, "tail" if unit.tail else "")
