"""Marks and texts of a decision's footnotes on one page, beside the record: which mark stands for which footnote.
Nothing is judged here.

The record says which marks a unit has. A mark that is not among them takes the place of one that is missing from the
same unit, and is read as that one with a wrong number; so a wrong number, a mark that moved and a mark that is gone
are one difference each. Units that page and record do not share are left alone: what is wrong with those is reported
elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from handbook.beside.passages import Passage, passages, spoiled
from handbook.beside.readings import reading_of
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.decision import Decision, Footnote
from handbook.model.prose import Note, Page

MARK = re.compile(r"s?[1-9][0-9]{0,3}")


@dataclass(frozen=True)
class Mark:
    """A mark in prose: `text` as between `[^` and `]`, and the unit that has it."""

    text: str
    unit: str
    place: Place
    in_note: bool = False

    @property
    def is_placeholder(self) -> bool:
        return not MARK.fullmatch(self.text)


def marks(page: Page) -> list[Mark]:
    """Every mark of a page, in reading order."""
    found = (
        Mark(span.text, passage.unit, span.place, passage.note)
        for passage in passages(page)
        for span in passage.spans
        if span.kind == "mark"
    )
    return sorted(found, key=lambda mark: mark.place)


def is_placed(note: Footnote) -> bool:
    """Whether the record puts the mark itself: at the title, the opening clause or in a table."""
    return note.carrier in ("title", "opening") or note.carrier.startswith("table-")


@dataclass
class Marked:
    """How the marks of a page differ from the record's.

    `present` are the record's marks that stand somewhere, be it under a wrong number; `renamed` pairs a mark with the
    one it should be.
    """

    present: dict[str, Mark] = field(default_factory=dict)
    renamed: list[tuple[Mark, str]] = field(default_factory=list)
    moved: list[tuple[Mark, str]] = field(default_factory=list)
    again: list[Mark] = field(default_factory=list)
    placed: list[tuple[Mark, str]] = field(default_factory=list)
    unknown: list[Mark] = field(default_factory=list)
    missing: list[tuple[Footnote, Place]] = field(default_factory=list)


def marked(corpus: Corpus, page: Page, decision: Decision) -> Marked:
    """Compare the marks of one page with the record's."""
    shared = reading_of(corpus, page).shared
    known = {note.mark: note for note in decision.footnotes}
    result = Marked()
    strays, lost = _by_unit([mark for mark in marks(page) if mark.unit in shared], known, shared, result)
    for mark in strays:
        note = known.get(mark.text)
        _sort_stray(mark, note, result)
        # Where its unit is not shared, the unit is missing, or the record has it nowhere: another check's finding.
        if note and result.present.get(mark.text) is mark and note.carrier in shared:
            del lost[mark.text]
            result.moved.append((mark, note.carrier))
    result.missing += _missing(corpus, page, lost.values())
    return result


def _by_unit(
    actual: list[Mark], known: dict[str, Footnote], shared: frozenset[str], result: Marked
) -> tuple[list[Mark], dict[str, Footnote]]:
    """Unit by unit: the marks that stand for no footnote of their unit, and the footnotes that have no mark there."""
    strays: list[Mark] = []
    lost: dict[str, Footnote] = {}
    for unit in dict.fromkeys((*(mark.unit for mark in actual), *(note.carrier for note in known.values()))):
        due = [note.mark for note in known.values() if note.carrier == unit and unit in shared and not is_placed(note)]
        surplus, lacking = _pair([mark for mark in actual if mark.unit == unit], due, result)
        strays += surplus
        lost.update({mark: known[mark] for mark in lacking})
    return strays, lost


def _sort_stray(mark: Mark, note: Footnote | None, result: Marked) -> None:
    """A mark that its unit does not have in the record; `note` is the footnote of its number, if there is one."""
    if note is None:
        result.unknown.append(mark)
    elif is_placed(note):
        result.placed.append((mark, note.carrier))
    elif mark.text in result.present:
        result.again.append(mark)
    else:
        result.present[mark.text] = mark


def _missing(corpus: Corpus, page: Page, lost: Iterable[Footnote]) -> Iterator[tuple[Footnote, Place]]:
    """Footnotes without a mark, at the unit that should have it; not where reading found something wrong there."""
    units: dict[str, list[Passage]] = {}
    for passage in passages(page):
        units.setdefault(passage.unit, []).append(passage)
    for note in lost:
        here = units.get(note.carrier, [])
        if here and not any(spoiled(corpus, passage) for passage in here):
            yield note, here[0].place


def _pair(actual: list[Mark], due: list[str], result: Marked) -> tuple[list[Mark], list[str]]:
    """The marks of one unit against those due: what is too many and what is lacking once wrong numbers are paired."""
    ahead = iter(due)
    if len(actual) == len(due):  # each in its place, whatever its number
        for mark, expected in zip(actual, ahead, strict=True):
            result.present[expected] = mark
            if mark.text != expected:
                result.renamed.append((mark, expected))
        return [], []
    right: dict[str, Mark] = {}
    for mark in actual:
        if mark.text in due:
            right.setdefault(mark.text, mark)
    result.present.update(right)
    strays = [mark for mark in actual if mark not in right.values()]
    lacking = [mark for mark in due if mark not in right]
    for mark, expected in zip(strays, lacking, strict=False):
        result.present[expected] = mark
        result.renamed.append((mark, expected))
    paired = min(len(strays), len(lacking))
    return strays[paired:], lacking[paired:]


# --- texts ------------------------------------------------------------------------------------------------------------


@dataclass
class Texts:
    """How a page's texts differ from what marks and record ask for; `missing` has the place where one is asked for."""

    renamed: list[tuple[Note, str]] = field(default_factory=list)
    again: list[tuple[Note, int]] = field(default_factory=list)
    unmarked: list[Note] = field(default_factory=list)
    missing: list[tuple[str, Place]] = field(default_factory=list)


def texts(page: Page, decision: Decision, present: Marked) -> Texts:
    """Compare the texts of one page with the footnotes that it should have."""
    result = Texts()
    known = {note.mark: note for note in decision.footnotes}
    in_prose = {mark.text: mark for mark in reversed(marks(page))}
    first: dict[str, Note] = {}
    strays: list[Note] = []
    for note in page.notes:
        if note.mark in first or note.mark not in known:
            strays.append(note)
        first.setdefault(note.mark, note)
    lacking = list(_lacking(page, decision, present, first))
    for note in strays:
        if lacking:
            expected, _ = lacking.pop(0)
            result.renamed.append((note, expected))
        elif first[note.mark] is not note:
            result.again.append((note, first[note.mark].place.line))
        elif note.mark not in in_prose:
            result.unmarked.append(note)
    result.missing = lacking
    return result


def _lacking(page: Page, decision: Decision, present: Marked, first: dict[str, Note]) -> Iterator[tuple[str, Place]]:
    """Footnotes without a text: of marks that stand in prose, and of those that the record places."""
    for note in decision.footnotes:
        if note.mark not in first and is_placed(note):
            yield note.mark, page.place
        elif note.mark not in first and note.mark in present.present:
            yield note.mark, present.present[note.mark].place
    if not decision.published:
        known = {note.mark for note in decision.footnotes}
        for mark in marks(page):
            if mark.text not in known and mark.text not in first and not mark.is_placeholder:
                yield mark.text, mark.place
