"""By when the record has something due stands in the official words: a day as a date, a meeting by its ordinal, an
event in words like its name, in the unit, under it, or in the heading of its section. And each later meeting that the
words of a paragraph name is one by which something in it is due.

Whether an event that the words name is an occasion, too, is not told: a paragraph may only speak of it.

Bad:  供第十一次会议审议 (the record: due: [meeting:cp-12])
Good: 供第十一次会议审议 (the record: due: [meeting:cp-11])
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from handbook.languages import LANGUAGES
from handbook.model.decision import Decision, Unit
from handbook.official.flow import Range
from handbook.official.verifying.difference import Compared, Unlike
from handbook.official.verifying.folding import folded, places_in
from handbook.official.verifying.held import Held
from handbook.official.verifying.references import cited_at, spans_of
from handbook.targets.grammar import Target

WHAT = "due"
MEETING, EVENT = "meeting:", "event:"
#: An event is named where so many of the pairs of characters that its name has stand in the words.
LIKE = 0.7
#: The meeting after that of the decision.
NEXT = re.compile(r"下[次届]会议")
_TITLES = re.compile(r"[《》]")
_ORDINAL = re.compile(r"第(?:[一二三四五六七八九十]+|\d+)[次届]")


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    count = 0
    for decision in held.decisions:
        for part in decision.body.walk():
            for top in part.paragraphs:
                for unit in top.walk():
                    if f"{decision.id}#{unit.id}" in held.official:
                        count += len(_own(unit))
                        unlike += _missing(held, decision, unit)
        for top in decision.body.paragraphs:
            unlike += _beyond(held, decision, top)
    return Compared(tuple(unlike), (("dues", count),))


def _own(unit: Unit) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*unit.due, *(due for act in unit.acts for due in act.due))))


def _missing(held: Held, decision: Decision, unit: Unit) -> Iterator[Unlike]:
    """What the record has due, and no words say."""
    within = [f"{decision.id}#{one.id}" for one in unit.walk()]
    within.append(f"{decision.id}#{unit.section}")
    words = {address: held.official[address].words for address in within if address in held.official}
    for due in _own(unit):
        if not any(_is_said(held, decision, address, said, due) for address, said in words.items()):
            yield Unlike(within[0], WHAT, "", due)


def _is_said(held: Held, decision: Decision, address: str, words: str, due: str) -> bool:
    if due.startswith(EVENT):
        return _is_like(_event(held, due), words)
    if due.startswith(MEETING):
        return bool(_meetings(held, decision, address, words, due))
    return any(places_in(LANGUAGES[held.language].date(dt.date.fromisoformat(due)), words))


def _event(held: Held, due: str) -> str:
    return held.names.get(due.replace(EVENT, "event."))


def _is_like(name: str, words: str) -> bool:
    """Whether words name an event: its ordinals, and most pairs of its characters."""
    ours, said = (_TITLES.sub("", folded(text)[0]) for text in (name, words))
    pairs = {ours[place : place + 2] for place in range(len(ours) - 1)}
    near = sum(pair in said for pair in pairs) >= LIKE * len(pairs)
    return near and all(ordinal in said for ordinal in _ORDINAL.findall(ours))


def _meetings(held: Held, decision: Decision, address: str, words: str, due: str) -> list[Range]:
    """Where words name a meeting: by its ordinal, or as the one after that of the decision."""
    meeting = due.removeprefix(MEETING)
    body, _, n = decision.meeting.rpartition("-")
    follows = n.isdigit() and meeting == f"{body}-{int(n) + 1}"
    spans = spans_of(held, cited_at(held, address, words), Target("meeting", meeting))
    return spans + [match.span() for match in NEXT.finditer(words) if follows]


def _beyond(held: Held, decision: Decision, top: Unit) -> Iterator[Unlike]:
    """Meetings of `occasions` that are named in a paragraph, and that nothing in it is due by."""
    known = [due for unit in top.walk() for due in _own(unit)]
    for unit in top.walk():
        address = f"{decision.id}#{unit.id}"
        words = held.official[address].words if address in held.official else ""
        for meeting in (one for one in held.record.occasions if one.startswith(MEETING) and one not in known):
            events = (_event(held, due) for due in known if due.startswith(EVENT))
            if not any(_meetings(held, decision, address, event, meeting) for event in events):
                spans = _meetings(held, decision, address, words, meeting)
                yield from (Unlike(address, WHAT, words[slice(*span)], "", span) for span in spans)
