"""The stages of an import, one after the other, and what each of them gives to look at."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from handbook.model.corpus import Corpus
from handbook.official.importing import (
    assemble,
    cells,
    decisions,
    doubled,
    drafts,
    furniture,
    guide,
    ledger,
    lines,
    notes,
    outline,
    tables,
    wordmarks,
)
from handbook.official.importing.fit import fit
from handbook.official.importing.notes import Noted
from handbook.official.importing.outline import Outlined
from handbook.official.importing.text import UnreadableError, check_language, decode
from handbook.official.model import DECISIONS, DRAFT, Guide, Imported, Line, Piece, Source, StageResult

#: Languages of booklets that the stages can read: those whose labels, numerals, marks and heads the modules beside this
#: one know. In another they would find wrong places without a doubt.
GRAMMARS = ("zh",)


@dataclass(frozen=True)
class Reading:
    """Everything between a file's text and its pieces, stage by stage."""

    text: str
    lines: tuple[Line, ...]
    cuts: tuple[decisions.Cut, ...]
    noted: tuple[Noted, ...]
    outlined: tuple[Outlined, ...]
    result: StageResult
    document: str


def imported(data: bytes, name: str, corpus: Corpus, language: str) -> Imported:
    """A file → the official wording under the handbook's ids, and the account of the file. Raises UnreadableError."""
    text = decode(data, name)
    reading = read_stages(text, guide.guide_of(corpus, language))
    if not reading.result.pieces:
        raise UnreadableError(f"{name} has no decision and no plan of this handbook: is it the booklet's text?")
    check_language(text, language, name)
    pieces = finished(reading, fit(text, reading.result.pieces, corpus, language))
    source = Source(name, hashlib.sha256(data).hexdigest(), len(text), language, reading.document)
    runs = ledger.account(text, pieces, reading.result.asides)
    return Imported(source, pieces, runs, reading.result.remarks)


def read_stages(text: str, knows: Guide) -> Reading:
    """The blind reading of a text: nothing but its own signs, and the names that `knows` has. Pieces have no marks."""
    split = lines.split(text)
    cleared = furniture.clear(split)
    single = doubled.clear(cleared.lines)
    before, cuts, odd = decisions.cut(single.lines)
    around = StageResult((), cleared.asides + single.asides, single.remarks)
    if not cuts:
        return _draft(text, split, single.lines, around, knows)
    noted = tuple(notes.take(cut.id, cut.lines) for cut in cuts)
    outlined = tuple(outline.outline_of(cut.id, taken.lines, knows) for cut, taken in zip(cuts, noted, strict=True))
    front = StageResult((), furniture.front(before), odd)
    result = StageResult.together((around, front, *_results(noted, outlined)))
    return Reading(text, split, cuts, noted, outlined, result, DECISIONS)


def _draft(text: str, split: tuple[Line, ...], single: Sequence[Line], around: StageResult, knows: Guide) -> Reading:
    """The same of a document that has the drafts of plans. `single` are the lines without furniture and second copies,
    `around` is what was found of these.
    """
    plain = wordmarks.clear(single)
    knows = replace(knows, plans=knows.drafts or knows.plans)
    drawn = drafts.cut(plain.lines, knows)
    cuts = tuple(decisions.Cut(stretch.id, stretch.lines) for stretch in drawn.stretches)
    noted = drafts.noted(drawn.stretches, plain)
    outlined = tuple(
        outline.outline_of(stretch.id, stretch.lines, knows, stretch.part, draft=True) for stretch in drawn.stretches
    )
    front = StageResult((), (*plain.asides, *drawn.asides, *furniture.front(drawn.before)))
    result = StageResult.together((around, front, *_results(noted, outlined)))
    return Reading(text, split, cuts, noted, outlined, result, DRAFT)


def _results(noted: Sequence[Noted], outlined: Sequence[Outlined]) -> Iterator[StageResult]:
    """What each decision has: its units, its tables, its plan, its notes."""
    for taken, drawn in zip(noted, outlined, strict=True):
        yield StageResult(tuple(assemble.piece(one) for one in drawn.cuttings), (), tuple(drawn.remarks))
        yield from (tables.read_tables(rows, table) for table, rows in drawn.tables)
        yield from (cells.read_cells(rows, plan) for plan, rows in drawn.plans)
        yield StageResult(taken.notes, (), taken.remarks)


def finished(reading: Reading, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces with their marks."""
    marks = [mark for taken in reading.noted for mark in taken.marks]
    return assemble.with_marks(reading.text, pieces, marks)


# --- looking at a stage -----------------------------------------------------------------------------------------------


def _lines(reading: Reading) -> Iterator[str]:
    for line in reading.lines:
        yield f"{line.number:6} {'page' if line.fresh else '    '} {line.text}"


def _furniture(reading: Reading) -> Iterator[str]:
    for aside in reading.result.asides:
        start, end = aside.ranges[0][0], aside.ranges[-1][1]
        yield f"{_line_of(reading, start):6} {aside.fate} {aside.what}: {_short(reading.text[start:end])}"


def _line_of(reading: Reading, offset: int) -> int:
    return reading.text.count("\n", 0, offset) + 1


def _short(text: str, most: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most]}…"


def _decisions(reading: Reading) -> Iterator[str]:
    for cut in reading.cuts:
        yield f"{cut.lines[0].number:6} {cut.id}: {len(cut.lines)} lines"


def _notes(reading: Reading) -> Iterator[str]:
    for taken in reading.noted:
        for note in taken.notes:
            yield f"{_line_of(reading, note.ranges[0][0]):6} {note.address}: {note.text}"
        for mark in taken.marks:
            around = reading.text[max(mark.start - 10, 0) : mark.end + 10]
            yield f"{_line_of(reading, mark.start):6} mark {mark.n}: {_short(around)}"


def _outline(reading: Reading) -> Iterator[str]:
    for drawn in reading.outlined:
        for cutting in drawn.cuttings:
            yield f"{cutting.address} {cutting.kind}: {cutting.words.clean().text}"


def _pieces(reading: Reading) -> Iterator[str]:
    for one in reading.result.pieces:
        figures = f" [{' '.join(one.figures)}]" if one.figures else ""
        yield f"{one.address} {one.kind} {one.label}: {one.text}{figures}"


def _remarks(reading: Reading) -> Iterator[str]:
    for one in reading.result.remarks:
        yield f"{one.line:6} {one.code} {one.address}: {one.message}"


def _ledger(reading: Reading) -> Iterator[str]:
    pieces = finished(reading, reading.result.pieces)
    for run in ledger.account(reading.text, pieces, reading.result.asides):
        yield f"{run.start}-{run.end} {run.fate} {run.what}: {_short(reading.text[run.start : run.end])}"


#: Name of a stage → the lines that show what it made of the file, in the order of the stages.
STAGES: Mapping[str, Callable[[Reading], Iterator[str]]] = {
    "lines": _lines,
    "furniture": _furniture,
    "decisions": _decisions,
    "notes": _notes,
    "outline": _outline,
    "pieces": _pieces,
    "remarks": _remarks,
    "ledger": _ledger,
}


def shown(reading: Reading, stage: str) -> str:
    """What one stage gave, a line each."""
    return "".join(f"{line}\n" for line in STAGES[stage](reading))
