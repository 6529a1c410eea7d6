"""Each footnote of the record is printed under its number, and its mark stands in the unit that the record says; no
other note is printed and no other mark.

Bad:  a mark 3 in p5 (the record: {id: fn-3, n: 3, at: p4})
Good: a mark 3 in p4
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.beside.sequence import Kind, compare
from handbook.findings.finding import Place
from handbook.model.decision import Decision, Footnote
from handbook.official.verifying.difference import Compared, Unlike, instead
from handbook.official.verifying.held import Held
from handbook.targets.addresses import note_anchor

WHAT = "footnote"
MARK = "mark"
#: So much of the words round a mark is shown.
_ROUND = 8


@dataclass(frozen=True)
class _Placed:
    """A mark in the official words."""

    address: str
    place: int


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    for decision in held.decisions:
        marks = _marks(held, decision)
        for note in decision.footnotes:
            unlike += _note(held, decision, note)
            unlike += _mark(held, decision, note, marks.get(note.mark, []))
        again = (piece for piece in held.again if piece.kind == "note" and piece.decision == decision.id)
        unlike += (Unlike(piece.address, WHAT, piece.text, "once") for piece in again)
        unlike += _order(held, decision)
        known = {note.id for note in decision.footnotes}
        for address, official in held.official.items():
            if (
                official.kind == "note"
                and official.pieces[0].decision == decision.id
                and official.pieces[0].anchor not in known
            ):
                unlike.append(Unlike(address, WHAT, official.words, ""))
        for mark, placings in marks.items():
            if note_anchor(mark) not in known:
                unlike += (_unlike(held, placed, f"{decision.id}#{note_anchor(mark)}", "") for placed in placings)
    return Compared(tuple(unlike), (("footnotes", sum(len(decision.footnotes) for decision in held.decisions)),))


def _marks(held: Held, decision: Decision) -> Mapping[str, list[_Placed]]:
    """Marks by the note's number, or `s1`, in the order of the text."""
    out: dict[str, list[_Placed]] = defaultdict(list)
    for address, official in held.official.items():
        if official.pieces[0].decision == decision.id:
            for mark in official.marks:
                out[mark.n].append(_Placed(address, mark.offset))
    return out


def _note(held: Held, decision: Decision, note: Footnote) -> Iterator[Unlike]:
    address = f"{decision.id}#{note.id}"
    official = held.official.get(address)
    if official is None:
        yield Unlike(address, WHAT, "", note.id)
    elif (official.label.strip("*＊") or "*") != note.n:
        yield Unlike(address, WHAT, official.label, note.n, (0, 0))


def _order(held: Held, decision: Decision) -> Iterator[Unlike]:
    """Numbered notes stand in the order of their numbers, whatever notes of asterisks stand between them."""
    name = held.imported.source.name
    printed = [
        (piece.address, Place(name, held.line(piece.address)))
        for piece in held.imported.pieces
        if piece.kind == "note" and piece.decision == decision.id
    ]
    ids = [f"{decision.id}#{note.id}" for note in decision.footnotes]
    for starred in (False, True):
        expected = [id for id in ids if ("#fn-s" in id) == starred]
        actual = [entry for entry in printed if entry[0] in expected]
        for difference in compare(actual, expected, Place(name)).differences:
            if difference.kind is Kind.MOVED:
                yield Unlike(
                    difference.id,
                    WHAT,
                    held.official[difference.id].words,
                    instead(difference.kind, difference.expected.partition("#")[2]),
                )


def _mark(held: Held, decision: Decision, note: Footnote, placings: list[_Placed]) -> Iterator[Unlike]:
    """The record's one mark of a note; of several, the one that stands where it should counts."""
    address = f"{decision.id}#{note.id}"
    expected = f"{decision.id}#{note.carrier}"
    if not placings:
        yield Unlike(address, MARK, "", note.carrier)
    right = next((placed for placed in placings if placed.address == expected), None)
    for placed in placings:
        if placed is not right:
            yield _unlike(held, placed, address, "" if right else note.carrier)


def _unlike(held: Held, mark: _Placed, address: str, record: str) -> Unlike:
    words = held.official[mark.address].words
    before = words[max(mark.place - _ROUND, 0) : mark.place].strip()
    return Unlike(address, MARK, f"{mark.address.partition('#')[2]}: …{before}", record)
