"""An overlay of words that nobody published: something at every place that a tree has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook import corpus
from handbook.model.decision import Part, Unit
from handbook.model.record import Record
from handbook.official import overlay, shown
from handbook.official.model import Imported, Mark, Piece, Remark, Run, Source, meeting_of

#: Stands in every piece, and nowhere in the sources: 鵷鶵 is a bird of legend, in characters that no decision needs.
SIGN = "鵷鶵"
#: Figures of rows, as no table has them.
FIGURE = "7,654.32"
#: Paragraphs of one decision, in the handbook and in the small tree: one is in doubt, one has a mark, one is left out.
DECISIONS = ("CP-10/2", "CP-1/1")
DOUBTED, MARKED, LEFT_OUT = "p2", "p3", "p4"


def _is(at: str, anchor: str) -> bool:
    return at in {f"{decision}#{anchor}" for decision in DECISIONS}


def words(at: str, language: str = "zh") -> str:
    """What is printed at a place: no capitals, which would make a symbol of it."""
    return f"{SIGN}{language}{at.lower()}"


def imported(record: Record, language: str = "zh", meeting: str = "") -> Imported:
    """An import that found everything but one place, of the first meeting or of another."""
    meeting = meeting or next(iter(record.meetings))
    pieces = tuple(piece for piece in _pieces(record, language) if meeting_of(piece.address) == meeting)
    end = len(pieces)
    runs = (*(Run(n, n + 1, "placed", piece.address) for n, piece in enumerate(pieces)), Run(end, end + 1, "blank", ""))
    remarks = (Remark(3, "label-missing", "label 2 follows 0", f"{DECISIONS[0]}#{DOUBTED}"),)
    return Imported(Source("booklet.txt", "0" * 64, end + 1, language, "decisions"), pieces, runs, remarks)


def _pieces(record: Record, language: str) -> Iterator[Piece]:
    places = [at for at in shown.places(record) if not _is(at, LEFT_OUT)]
    tails = [f"{decision.id}#{unit.id}" for decision in record.decisions.values() for unit in _with_tail(decision.body)]
    for n, (at, kind) in enumerate([*((at, _kind(at)) for at in sorted(places)), *((at, "tail") for at in tails)]):
        yield Piece(
            at,
            kind,
            words(at, language) + ("/tail" if kind == "tail" else ""),
            ((n, n + 1),),
            label="6." if kind == "paragraph" else "",
            marks=(Mark("7", 2),) if _is(at, MARKED) else (),
            figures=(FIGURE,) * _columns(record, at) if kind == "row" else (),
            doubt="split by likeness" if _is(at, DOUBTED) else "",
        )


def _with_tail(body: Part) -> Iterator[Unit]:
    for one in body.walk():
        for top in (*one.preamble, *one.paragraphs):
            yield from (unit for unit in top.walk() if unit.tail)


def _kind(at: str) -> str:
    anchor = at.partition("#")[2]
    if "/" in anchor:
        return "row" if "/row-" in anchor else "column"
    if anchor in ("title", "opening"):
        return anchor
    if anchor.startswith("table-"):
        return "table"
    if anchor.startswith("fn-"):
        return "note"
    if "pre-" in anchor:
        return "clause"
    return "paragraph" if anchor.startswith(("p", "annex-p")) else "cell"


def _columns(record: Record, at: str) -> int:
    return len(record.tables[at.rpartition("/")[0]].figure_columns)


def lay(tree: Path, folder: Path, *languages: str) -> Path:
    """Write overlays of a tree's record into a folder, as an import does."""
    record = corpus.load_corpus(tree).record
    for language in languages or ("zh",):
        for meeting in record.meetings:
            overlay.write_overlay(folder, imported(record, language, meeting))
    return folder
