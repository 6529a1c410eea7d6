"""The official text beside the handbook: its words by address, and the lines of the file that they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.model.corpus import Corpus
from handbook.model.decision import Decision
from handbook.model.memoized import Memoized
from handbook.model.names import Names
from handbook.model.record import Record
from handbook.official.model import Imported, Mark, Piece
from handbook.words.wording import GAP, Wording, wordings

#: Between a row's name and its figures, and between two figures.
BLANK = " "


@dataclass(frozen=True)
class Official:
    """The official words at one address: those of a unit and its closing words, a note's, a row's with its figures."""

    address: str
    pieces: tuple[Piece, ...]

    @property
    def kind(self) -> str:
        return self.pieces[0].kind

    @property
    def label(self) -> str:
        return self.pieces[0].label

    @cached_property
    def words(self) -> str:
        return GAP.join(piece.text for piece in self.pieces)

    @cached_property
    def text(self) -> str:
        """The words and what else is printed there: a row's figures."""
        return BLANK.join(filter(None, (self.words, *self.pieces[0].figures)))

    @property
    def marks(self) -> tuple[Mark, ...]:
        out: list[Mark] = []
        start = 0
        for piece in self.pieces:
            out += (Mark(mark.n, start + mark.offset) for mark in piece.marks)
            start += len(piece.text) + len(GAP)
        return tuple(out)

    def figure(self, order: int) -> tuple[int, int]:
        """The part of `text` that is a row's figure."""
        figures = self.pieces[0].figures
        start = len(BLANK.join(filter(None, (self.words, *figures[:order]))))
        start += len(BLANK) if start else 0
        return start, start + len(figures[order])


@dataclass(frozen=True)
class Held(Memoized):
    """An import, the text that it is of, and the sources of the handbook that it is held against."""

    corpus: Corpus
    imported: Imported
    text: str

    @property
    def language(self) -> str:
        return self.imported.source.language

    @cached_property
    def record(self) -> Record:
        """What the booklet should have: the record of the meeting that took the first decision in it."""
        whole = self.corpus.record
        taken = (whole.decisions[piece.decision] for piece in self.imported.pieces if piece.decision in whole.decisions)
        first = next(taken, None)
        return whole.taken_at(first.meeting) if first else whole

    @property
    def names(self) -> Names:
        return self.corpus.names[self.language]

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(self.record.decisions.values())

    @cached_property
    def official(self) -> Mapping[str, Official]:
        """By address, in the order of the file; a unit's closing words are with the unit."""
        pieces_at: dict[str, list[Piece]] = defaultdict(list)
        for piece in self.imported.pieces:
            if not pieces_at[piece.address] or piece.kind == "tail":
                pieces_at[piece.address].append(piece)
        return {address: Official(address, tuple(pieces)) for address, pieces in pieces_at.items()}

    @cached_property
    def again(self) -> tuple[Piece, ...]:
        """Pieces at an address that another has before them."""
        seen: set[tuple[str, bool]] = set()
        out = []
        for piece in self.imported.pieces:
            key = (piece.address, piece.kind == "tail")
            out += [piece] if key in seen else []
            seen.add(key)
        return tuple(out)

    def printed(self, address: str) -> str:
        """Everything that is printed at an address: of a table its rows too, of what stands before the decisions
        (`foreword`, `contents`) all of it. Empty where the file has nothing there.
        """
        if address in self.record.tables:
            within = (
                one.text for place, one in self.official.items() if place == address or place.startswith(f"{address}/")
            )
            return GAP.join(within)
        if address in self.official:
            return self.official[address].text
        return GAP.join(self.text[run.start : run.end] for run in self.imported.runs if run.what == address)

    @cached_property
    def prose(self) -> Mapping[str, Wording]:
        """Our words by the same addresses."""
        out: dict[str, Wording] = {}
        for decision in self.decisions:
            if page := self.corpus.page(self.language, "decision", decision.id):
                out |= {f"{decision.id}#{one.unit}": one for one in wordings(page)}
        for plan in self.record.plans.values():
            if page := self.corpus.page(self.language, "plan", plan.id):
                out |= {f"{plan.decision}#{one.unit}": one for one in wordings(page)}
        return out

    @cached_property
    def numbered_names(self) -> tuple[str, ...]:
        """Names of the glossary with a number in them, which cites nothing by itself."""
        forms = (form for term in self.record.terms for form in self.names.term_forms(term))
        return tuple(form for form in forms if any(sign.isdigit() for sign in form))

    # --- lines of the file

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(place + 1 for place, sign in enumerate(self.text) if sign == "\n")]

    def line_of(self, offset: int) -> int:
        """The line of the file, from 1, that a character of its text stands in."""
        return bisect_right(self._starts, offset)

    def line(self, address: str, place: int = 0) -> int:
        """The line of a character of the words at an address; 0 where the file has no such words."""
        official = self.official.get(address)
        if official is None:
            return self._line_before(address, place)
        for piece in official.pieces:
            if place < len(piece.text) + len(GAP):
                return self._line_in(piece, place)
            place -= len(piece.text) + len(GAP)
        return self._line_in(official.pieces[0], len(official.pieces[0].text))

    def _line_before(self, address: str, place: int) -> int:
        """The same of what stands before the decisions."""
        for run in self.imported.runs:
            if run.what == address:
                if place < run.end - run.start + len(GAP):
                    return self.line_of(run.start + place)
                place -= run.end - run.start + len(GAP)
        return 0

    def _line_in(self, piece: Piece, place: int) -> int:
        """Words are found from their end: a label stands before them, and the extraction's blanks between them."""
        if not piece.ranges:
            return 0
        offsets = (offset for start, end in reversed(piece.ranges) for offset in range(end - 1, start - 1, -1))
        signs = piece.text[place:][::-1] or piece.text[-1:]
        left = iter(signs)
        sign = next(left, None)
        for offset in offsets:
            if sign is not None and self.text[offset] == sign:
                following = next(left, None)
                if following is None:
                    return self.line_of(offset)
                sign = following
        return self.line_of(piece.ranges[0][0])
