"""The record numbers a decision's footnotes 1, 2, 3 in reading order, asterisk notes s1, s2, and each `at` is a unit or
a table of the decision. Of a decision that is not published the record may list some footnotes only.

Bad:  {id: fn-1, n: 1, at: p5}, {id: fn-3, n: 3, at: p2}
Good: {id: fn-1, n: 1, at: p2}, {id: fn-2, n: 2, at: p5}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.footnotes import is_placed
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.decision import Decision, Footnote
from handbook.model.record import Record


def look(corpus: Corpus) -> Iterator[Problem]:
    for decision in corpus.record.decisions.values():
        notes = [note for note in decision.footnotes if note.id and note.n and note.carrier]
        for note in notes:
            if (note.mark.startswith("s") and note.n != "*") or (not note.mark.startswith("s") and note.n != note.mark):
                yield Problem(note.place, f"footnote {note.id!r} has n {note.n!r}, expected {_own(note)!r}")
            if not _is_there(note, decision, corpus.record):
                yield Problem(
                    note.place, f"footnote {note.id!r} at {note.carrier!r}, expected a unit or a table of {decision.id}"
                )
        for starred in (False, True):
            yield from _numbers([note for note in notes if note.mark.startswith("s") == starred], decision)
        yield from _order(notes, decision)


def _own(note: Footnote) -> str:
    return "*" if note.mark.startswith("s") else note.mark


def _numbers(notes: list[Footnote], decision: Decision) -> Iterator[Problem]:
    """1, 2, 3. A number that skips some is one finding, and counting goes on from it."""
    last = 0
    for note in notes:
        number = int(note.mark.removeprefix("s"))
        if number <= last or (decision.published and number != last + 1):
            expected = repr(note.id.rstrip("0123456789") + str(last + 1)) if decision.published else f"one after {last}"
            yield Problem(note.place, f"footnote {note.id!r}, expected {expected}")
        last = max(last + 1, number) if decision.published else max(last, number)


def _order(notes: list[Footnote], decision: Decision) -> Iterator[Problem]:
    """Notes of units follow each other as the units do; what stands in a table may be anywhere among them."""
    order = ["title", "opening", *decision.units]
    last: Footnote | None = None
    for note in notes:
        if note.carrier not in order or note.mark.startswith("s"):
            continue
        if last and order.index(note.carrier) < order.index(last.carrier):
            yield Problem(
                note.place, f"footnote {note.id!r} at {note.carrier!r}, expected after {last.carrier!r} of {last.id!r}"
            )
        else:
            last = note


def _is_there(note: Footnote, decision: Decision, record: Record) -> bool:
    anchor, _, cell = note.carrier.partition("/")
    if not is_placed(note):
        return note.carrier in decision.units or not decision.published
    if anchor in ("title", "opening"):
        return not cell
    table = record.tables.get(f"{decision.id}#{anchor}")
    if not cell or table is None:
        return anchor in decision.tables
    kind, _, id = cell.partition("-")
    rows, columns = [row.id.lower() for row in table.rows], [column.id for column in table.columns]
    return id in {"row": rows, "col": columns}.get(kind, [])


CHECK = Check(
    Code.FN006,
    hint="number the decision's footnotes through in data/decisions.yaml, each `at` a unit, title, opening or table",
    look=look,
)
