"""The official wording that an overlay lays beside the rendering: which of it a language's pages show, and where.

It is no part of the corpus: whatever is made of that alone, such as handbook.json, has not a word of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.languages import LANGUAGES, SOURCE, Language
from handbook.model.record import Record
from handbook.official import overlay
from handbook.official.model import DECISIONS, TOTAL, Imported, Piece
from handbook.record.positions import plan_places
from handbook.targets.addresses import column_at, row_at

#: Behind the address of a unit, its closing words.
TAIL = "/tail"


@dataclass(frozen=True)
class Official:
    """What was imported in one language, by document."""

    language: Language
    documents: Mapping[str, Imported]

    def piece(self, at: str, document: str = DECISIONS) -> Piece | None:
        """The wording at an address, such as `CP-10/7#p36-a`; behind `/tail`, the closing words of a unit."""
        return self._by_place.get((document, at))

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], Piece]:
        out: dict[tuple[str, str], Piece] = {}
        for document, imported in self.documents.items():
            for piece in imported.pieces:
                out.setdefault((document, piece.at + (TAIL if piece.kind == "tail" else "")), piece)
        return out


def read_overlays(folder: Path) -> tuple[tuple[Imported, ...], list[Finding]]:
    """The overlays of a folder; where they cannot be read, the finding that says so."""
    try:
        return overlay.read_overlay_folder(folder), []
    except overlay.OverlayError as error:
        hint = "import the official text again, or build without it"
        return (), [Finding(Place(folder.as_posix()), Code.OVL001, str(error), hint)]


def shown_in(overlays: Iterable[Imported], language: str) -> Official | None:
    """What the pages of a language show: its own wording, or else that of the source language, or of the first."""
    found: dict[str, dict[str, Imported]] = {}
    for imported in overlays:
        found.setdefault(imported.source.language, {})[imported.source.document] = imported
    for code in (language, SOURCE, *LANGUAGES):
        if code in found:
            return Official(LANGUAGES[code], found[code])
    return None


def misplaced(overlays: Iterable[Imported], record: Record, folder: Path) -> Iterator[Finding]:
    """Wording of the decisions that the handbook has no place for. A draft may have what was dropped."""
    known = places(record)
    for imported in overlays:
        source = imported.source
        path = (folder / source.language / f"{source.document}.json").as_posix()
        for piece in imported.pieces if source.document == DECISIONS else ():
            if piece.at not in known:
                message = f"official {piece.kind} at {piece.at!r}, expected a place that the record has"
                yield Finding(Place(path), Code.OVL002, message, "import the file again, or mend the record")


def places(record: Record) -> frozenset[str]:
    """Every address that the official wording may have."""
    return frozenset(_places(record))


def _places(record: Record) -> Iterator[str]:
    for decision in record.decisions.values():
        for anchor in ("title", *decision.anchors, *plan_places(record, decision.id)):
            yield f"{decision.id}#{anchor}"
    for table in record.tables.values():
        yield from (row_at(table.id, row.id) for row in table.rows)
        yield from (column_at(table.id, column.id) for column in table.columns)
        yield row_at(table.id, TOTAL)
