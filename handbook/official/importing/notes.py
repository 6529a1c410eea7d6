"""Footnotes: their texts are taken out of the sentences that they interrupt, and their marks are found.

Everything goes by the sequence. A line is a note's when it begins with the next number and a blank; a bare number in a
sentence is its mark when it is the one that a note below it on the page waits for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.official.flow import Flow, joined
from handbook.official.importing.marks import Marked, candidates, chosen
from handbook.official.model import Line, Piece, Remark

_NUMBERED = re.compile(r"\s*(?P<n>\d{1,3})(?P<gap>[ \t\u2002\u2003\u2009\u3000]+)(?P<words>[^\s.．、].*)")
#: The same without a blank, which a counted thing has too: 3个.
_CROWDED = re.compile(r"\s*(?P<n>\d{1,3})(?P<gap>)(?P<words>[^\s\d.,，．、)）/％%+-].*)")
_COUNTS = re.compile(r"[年月日号条款段个次届项份天名人万亿千种位美]")
_STARRED = re.compile(r"\s*(?P<n>[*＊]{1,3})(?P<gap>[ \t\u2002\u2003\u2009\u3000]*)(?P<words>\S.*)")
#: `1/ …` under an asterisk: what the note lists.
_LISTED = re.compile(r"\s*\d{1,2}/\s+\S.*")
#: A row of a table: a number, a name, figures.
_ROW = re.compile(r".*\s\(?-?\d[\d,]*\.\d+\)?\s*$|.*(?:\s\(?-?\d[\d.,]*\)?){2,}\s*$")
_ENDED = re.compile(r"[。；;.!?！？：:，,、）)】\]”》]\s*$")
#: What no note goes on after.
_FULL_STOP = re.compile(r"[。.]\s*$")
#: So many signs at the end of a line tell whether it is a row; a line may be a whole file.
_WIDE = 200
#: So many numbers may be missing before the next note.
_SKIP = 2


@dataclass(frozen=True)
class Noted:
    """A decision's lines without notes and marks, and what was taken out."""

    lines: tuple[Line, ...]
    notes: tuple[Piece, ...]
    marks: tuple[Marked, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class _Note:
    """`n` as printed, `id` as addressed; the places of its lines in the decision."""

    n: str
    id: str
    lines: tuple[int, ...]
    gap: int


def take(decision: str, lines: Sequence[Line]) -> Noted:
    """Everything about the notes of one decision."""
    remarks: list[Remark] = []
    notes = list(_notes(decision, lines, remarks))
    taken = {place for note in notes for place in note.lines}
    marks: list[Marked] = []
    region = 0
    group: list[_Note] = []
    # Where the last mark of a note with a number ends, and of one with asterisks.
    behind = {True: -1, False: -1}
    for order, note in enumerate(notes):
        group.append(note)
        follows = notes[order + 1] if order + 1 < len(notes) else None
        if follows and not any(
            not lines[place].blank and place not in taken for place in range(note.lines[-1], follows.lines[0])
        ):
            continue
        by_number = candidates(_above(lines, range(region, group[0].lines[0]), taken))
        for member in group:
            mark = chosen(by_number, member.id, member.id, behind[member.id.isdigit()])
            if not mark and member.n != member.id:
                # A number that was given twice stands at both of its marks.
                mark = chosen(by_number, member.n, member.id, behind[member.id.isdigit()])
            if mark:
                marks.append(mark)
                behind[member.id.isdigit()] = mark.end
            else:
                address = f"{decision}#fn-{member.id}"
                remarks.append(
                    Remark(lines[member.lines[0]].number, "mark-missing", f"no mark of note {member.n}", address)
                )
        region, group = note.lines[-1] + 1, []
    gone = {place for mark in marks for place in range(mark.start, mark.end)}
    kept = tuple(
        replace(line, fresh=line.fresh or place - 1 in taken, flow=_without(line.flow, gone))
        for place, line in enumerate(lines)
        if place not in taken
    )
    pieces = tuple(_piece(decision, note, lines) for note in notes)
    return Noted(kept, pieces, tuple(marks), tuple(remarks))


def _above(lines: Sequence[Line], region: range, taken: set[int]) -> Iterator[tuple[Line, str]]:
    """The lines of a region that are no notes, each with the text of the one after it."""
    for place in region:
        if place not in taken and not lines[place].blank:
            yield lines[place], lines[place + 1].text if place + 1 < len(lines) else ""


def _without(flow: Flow, gone: set[int]) -> Flow:
    if not gone.intersection(flow.places):
        return flow
    return flow.pick(index for index, place in enumerate(flow.places) if place not in gone)


def _notes(decision: str, lines: Sequence[Line], remarks: list[Remark]) -> Iterator[_Note]:
    number, stars, place = 0, 0, 0
    while place < len(lines):
        line = lines[place]
        starred = _STARRED.fullmatch(line.text)
        numbered = None if starred else _numbered(lines, place, number)
        if starred and _parts_off(lines, place):
            stars += 1
            body = tuple(_body(lines, place, starred=True))
            yield _Note("*", f"s{stars}", body, starred.start("words"))
        elif numbered:
            n = int(numbered["n"])
            if n <= number:
                message = f"note {n} has the number of another, taken as {number + 1}"
                remarks.append(Remark(line.number, "note-again", message, f"{decision}#fn-{number + 1}"))
                n = number + 1
            elif n > number + 1:
                message = f"note {n} follows note {number}"
                remarks.append(Remark(line.number, "note-missing", message, f"{decision}#fn-{n}"))
            number = n
            body = tuple(_body(lines, place, starred=False))
            yield _Note(numbered["n"], str(n), body, numbered.start("words"))
        else:
            place += 1
            continue
        place = body[-1] + 1


def _numbered(lines: Sequence[Line], place: int, number: int) -> re.Match[str] | None:
    """A line that begins the next note: its number is due, or was given to another."""
    match = _NUMBERED.fullmatch(lines[place].text) or _crowded(lines, place, number)
    if not match or _ROW.fullmatch(lines[place].text[-_WIDE:]):
        return None
    n = int(match["n"])
    tabbed = "\t" in match["gap"]
    due = n == number + 1 or (tabbed and number < n <= number + 1 + _SKIP)
    again = tabbed and n == number
    beside = _parts_off(lines, place) or (n == number + 1 and _is_note(lines, place - 1, n - 1))
    return match if (due or again) and beside else None


def _crowded(lines: Sequence[Line], place: int, number: int) -> re.Match[str] | None:
    """A line behind a blank one that begins with the number that is due, and words that are not counted by it."""
    match = _CROWDED.fullmatch(lines[place].text)
    alone = not place or lines[place - 1].blank or bool(_crowded_number(lines[place - 1], number))
    return match if match and int(match["n"]) == number + 1 and alone and not _COUNTS.match(match["words"]) else None


def _crowded_number(line: Line, number: int) -> bool:
    match = _CROWDED.fullmatch(line.text)
    return bool(match and int(match["n"]) == number)


def _parts_off(lines: Sequence[Line], place: int) -> bool:
    """Whether a line stands apart: behind a blank one, at the decision's end, or behind words that have ended."""
    if not place or lines[place - 1].blank:
        return True
    return bool(_ENDED.search(lines[place - 1].text))


def _is_note(lines: Sequence[Line], place: int, n: int) -> bool:
    match = _NUMBERED.fullmatch(lines[place].text) if place >= 0 else None
    return bool(match and int(match["n"]) == n)


def _body(lines: Sequence[Line], place: int, *, starred: bool) -> Iterator[int]:
    """The lines of a note: up to a blank line, the next note or a page's begin. What an asterisk lists follows it."""
    yield place
    following = place + 1
    while following < len(lines):
        line = lines[following]
        if line.blank:
            after = following + 1
            listed = after < len(lines) and starred and not line.fresh and _LISTED.fullmatch(lines[after].text)
            if not listed:
                return
            following = after
            continue
        begins = _NUMBERED.fullmatch(line.text) or _STARRED.fullmatch(line.text)
        if line.fresh or (begins and _ENDED.search(lines[following - 1].text)):
            return
        yield following
        following += 1


def _piece(decision: str, note: _Note, lines: Sequence[Line]) -> Piece:
    flows = [lines[place].flow for place in note.lines]
    whole = joined(flows)
    words = joined([flows[0][note.gap :], *flows[1:]]).clean()
    address = f"{decision}#fn-{note.id}"
    return Piece(address, "note", words.text, whole.ranges, label=note.n)
