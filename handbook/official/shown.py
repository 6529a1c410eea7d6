"""The official wording that an overlay lays beside the rendering: which of it a language's pages show, and where.

It is no part of the corpus: what is made of the corpus alone, such as handbook.json, cannot hold a word of it.
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
from handbook.official.model import DECISIONS, DRAFT, Imported, Piece, meeting_of
from handbook.record.positions import plan_places
from handbook.targets.addresses import TOTAL, column_at, row_at

#: Behind the address of a unit, its closing words.
TAIL = "/tail"


@dataclass(frozen=True)
class Official:
    """Everything that was imported in one language."""

    language: Language
    imports: tuple[Imported, ...]

    @cached_property
    def held(self) -> frozenset[tuple[str, str]]:
        """Meetings and documents of the imports."""
        return frozenset((imported.meeting, imported.source.document) for imported in self.imports)

    def covers(self, address: str) -> bool:
        """Whether anything was imported of the meeting that a place belongs to."""
        return any(meeting == meeting_of(address) for meeting, _ in self.held)

    def compares(self, address: str) -> bool:
        """Whether both the draft and the decisions of that meeting are at hand."""
        return {(meeting_of(address), DRAFT), (meeting_of(address), DECISIONS)} <= self.held

    def piece(self, address: str, document: str = DECISIONS) -> Piece | None:
        """The wording at an address, such as `CP-10/7#p36-a`; behind `/tail`, the closing words of a unit."""
        return self._by_place.get((document, address))

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, str], Piece]:
        out: dict[tuple[str, str], Piece] = {}
        for imported in self.imports:
            for piece in imported.pieces:
                place = piece.address + (TAIL if piece.kind == "tail" else "")
                out.setdefault((imported.source.document, place), piece)
        return out


def read_overlays(folder: Path | None, record: Record) -> tuple[tuple[Imported, ...], list[Finding]]:
    """The overlays of a folder, if one is asked for, and what is wrong with them: files that cannot be read, and
    wording that the handbook has no place for.
    """
    if folder is None:
        return (), []
    try:
        imports = overlay.read_overlay_folder(folder)
    except overlay.OverlayError as error:
        hint = "import the official text again, or build without it"
        return (), [Finding(Place(folder.as_posix()), Code.OVL001, str(error), hint)]
    return imports, list(_misplaced(imports, record, folder))


def shown_in(imports: Iterable[Imported], language: str) -> Official | None:
    """What the pages of a language show: its own wording, or else that of the source language, or of the first."""
    by_language: dict[str, list[Imported]] = {}
    for imported in imports:
        by_language.setdefault(imported.source.language, []).append(imported)
    for code in (language, SOURCE, *LANGUAGES):
        if code in by_language:
            return Official(LANGUAGES[code], tuple(by_language[code]))
    return None


def _misplaced(imports: Iterable[Imported], record: Record, folder: Path) -> Iterator[Finding]:
    """A draft may have what was dropped, and so has places of its own."""
    known = places(record)
    for imported in imports:
        source = imported.source
        path = overlay.overlay_file(folder, imported).as_posix()
        for piece in imported.pieces if source.document == DECISIONS else ():
            if piece.address not in known:
                message = f"official {piece.kind} at {piece.address!r}, expected a place that the record has"
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
