"""What an import says of itself: pieces by kind, what became of every character, remarks, and what was not placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from handbook.official.importing.ledger import BEGINNING
from handbook.official.model import FATES, KINDS, Imported, Run


def summary(imported: Imported) -> str:
    """The report of one import, for people."""
    return "".join(f"{line}\n" for line in _lines(imported))


def _lines(imported: Imported) -> Iterator[str]:
    source = imported.source
    yield f"{source.name}: {source.document}, {source.language}, sha256 {source.sha256}"
    yield ""
    kinds = Counter(piece.kind for piece in imported.pieces)
    yield from _column([*((kind, kinds[kind]) for kind in KINDS if kinds[kind]), ("pieces", len(imported.pieces))])
    yield f"  of them in doubt: {sum(bool(piece.doubt) for piece in imported.pieces)}"
    yield ""
    fates: Counter[str] = Counter()
    for run in imported.runs:
        fates[run.fate] += run.end - run.start
    yield from _column([*((fate, fates[fate]) for fate in FATES), ("characters", source.characters)])
    yield from _section("in doubt", [f"{piece.address}: {piece.doubt}" for piece in imported.pieces if piece.doubt])
    remarks = [
        f"line {remark.line}: {remark.code}{f' {remark.address}' if remark.address else ''}: {_flat(remark.message)}"
        for remark in imported.remarks
    ]
    yield from _section("remarks", remarks)
    yield from _section("reported, as it is neither wording nor furniture", [*_stretches(imported.runs)])


def _stretches(runs: Iterable[Run]) -> Iterator[str]:
    """What was reported, one line a stretch: blanks between two runs of one name do not part them."""
    filled = [run for run in runs if run.fate != "blank"]
    for (fate, what), group in groupby(filled, lambda run: (run.fate, run.what)):
        if fate == "reported":
            found = list(group)
            begins = " ".join(run.begins for run in found[:BEGINNING])[:BEGINNING]
            yield f"line {found[0].line}: {what}, {sum(run.end - run.start for run in found)} characters: {begins}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _column(lines: list[tuple[str, int]]) -> Iterator[str]:
    for name, number in lines:
        yield f"{number:8} {name}"


def _section(title: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield f"{title}: {len(lines) or 'none'}"
    yield from (f"  {line}" for line in lines)
