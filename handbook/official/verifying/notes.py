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

    at: str
    place: int


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    for decision in held.decisions:
        marks = _marks(held, decision)
        for note in decision.footnotes:
            unlike += _note(held, decision, note)
            unlike += _mark(held, decision, note, marks.get(note.mark, []))
        again = (piece for piece in held.again if piece.kind == "note" and piece.decision == decision.id)
        unlike += (Unlike(piece.at, WHAT, piece.text, "once") for piece in again)
        unlike += _order(held, decision)
        known = {note.id for note in decision.footnotes}
        for at, official in held.official.items():
            if (
                official.kind == "note"
                and official.pieces[0].decision == decision.id
                and official.pieces[0].anchor not in known
            ):
                unlike.append(Unlike(at, WHAT, official.words, ""))
        for mark, found in marks.items():
            if note_anchor(mark) not in known:
                unlike += (_unlike(held, one, f"{decision.id}#{note_anchor(mark)}", "") for one in found)
    return Compared(tuple(unlike), (("footnotes", sum(len(one.footnotes) for one in held.decisions)),))


def _marks(held: Held, decision: Decision) -> Mapping[str, list[_Placed]]:
    """Marks by the note's number, or `s1`, in the order of the text."""
    out: dict[str, list[_Placed]] = defaultdict(list)
    for at, official in held.official.items():
        if official.pieces[0].decision == decision.id:
            for mark in official.marks:
                out[mark.n].append(_Placed(at, mark.at))
    return out


def _note(held: Held, decision: Decision, note: Footnote) -> Iterator[Unlike]:
    at = f"{decision.id}#{note.id}"
    official = held.official.get(at)
    if official is None:
        yield Unlike(at, WHAT, "", note.id)
    elif (official.label.strip("*＊") or "*") != note.n:
        yield Unlike(at, WHAT, official.label, note.n, (0, 0))


def _order(held: Held, decision: Decision) -> Iterator[Unlike]:
    """Numbered notes stand in the order of their numbers, whatever notes of asterisks stand between them."""
    name = held.imported.source.name
    printed = [
        (piece.at, Place(name, held.line(piece.at)))
        for piece in held.imported.pieces
        if piece.kind == "note" and piece.decision == decision.id
    ]
    ids = [f"{decision.id}#{note.id}" for note in decision.footnotes]
    for starred in (False, True):
        expected = [id for id in ids if ("#fn-s" in id) == starred]
        found = [one for one in printed if one[0] in expected]
        for one in compare(found, expected, Place(name)).differences:
            if one.kind is Kind.MOVED:
                yield Unlike(
                    one.id, WHAT, held.official[one.id].words, instead(one.kind, one.expected.partition("#")[2])
                )


def _mark(held: Held, decision: Decision, note: Footnote, found: list[_Placed]) -> Iterator[Unlike]:
    """The record's one mark of a note; of several, the one that stands where it should counts."""
    at = f"{decision.id}#{note.id}"
    wanted = f"{decision.id}#{note.carrier}"
    if not found:
        yield Unlike(at, MARK, "", note.carrier)
    right = next((one for one in found if one.at == wanted), None)
    for one in found:
        if one is not right:
            yield _unlike(held, one, at, "" if right else note.carrier)


def _unlike(held: Held, mark: _Placed, at: str, record: str) -> Unlike:
    words = held.official[mark.at].words
    before = words[max(mark.place - _ROUND, 0) : mark.place].strip()
    return Unlike(at, MARK, f"{mark.at.partition('#')[2]}: …{before}", record)
