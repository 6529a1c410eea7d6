"""The contents list every decision of the record, under the part of the meeting that took it, with its title and its
page. A text without contents says nothing of these.

Bad:  CP-10/2. 履约 . . . . 12 (the record: page 11)
Good: CP-10/2. 履约 . . . . 11
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from handbook.languages import LANGUAGES
from handbook.model.decision import Decision
from handbook.official.importing.decisions import ID
from handbook.official.verifying.difference import Compared, Unlike
from handbook.official.verifying.folding import places_in, unlike
from handbook.official.verifying.held import Held

CONTENTS = "contents"
ENTRY, TITLE, PAGE, PART = "entry of the contents", "title in the contents", "page", "part of the meeting"
_ENTRY = re.compile(rf"^\s*+(?P<id>{ID})\s*+\.\s*+(?P<title>[^.]*+)(?:\.\s*+){{3,}}+(?P<page>\d+)\s*$", re.MULTILINE)


def look(held: Held) -> Compared:
    text = held.printed(CONTENTS)
    if not text:
        return Compared()
    entries = {match["id"]: match for match in _ENTRY.finditer(text)}
    listed = [decision for decision in held.decisions if decision.id in entries]
    differences = [Unlike(CONTENTS, ENTRY, "", decision.id) for decision in held.decisions if decision not in listed]
    known = {decision.id for decision in listed}
    differences += [
        Unlike(CONTENTS, ENTRY, match[0].strip(), "", match.span()) for id, match in entries.items() if id not in known
    ]
    for decision in listed:
        differences += _entry(held, decision, text, entries[decision.id])
    return Compared(tuple(differences), (("entries of the contents", len(listed)),))


def _entry(held: Held, decision: Decision, text: str, match: re.Match[str]) -> Iterator[Unlike]:
    name = held.names.get(decision.id)
    if parts := unlike(match["title"], name):
        (start, end), own = parts
        start, end = start + match.start("title"), end + match.start("title")
        yield Unlike(
            CONTENTS, TITLE, f"{decision.id} {text[start:end]}", f"{decision.id} {name[slice(*own)]}", (start, end)
        )
    if int(match["page"]) != decision.page:
        yield Unlike(
            CONTENTS, PAGE, f"{decision.id}: {match['page']}", f"{decision.id}: {decision.page}", match.span("page")
        )
    printed = _parts(held, decision, text[: match.start()])
    if printed[-1:] != [decision.part]:
        yield Unlike(
            CONTENTS,
            PART,
            f"{decision.id}: {''.join(printed[-1:])}",
            f"{decision.id}: {decision.part}",
            match.span("id"),
        )


def _parts(held: Held, decision: Decision, text: str) -> list[str]:
    """The parts of the meeting whose dates and place stand in a text, in order."""
    span = LANGUAGES[held.language].span
    found = []
    for part in held.record.meetings.get(decision.meeting, ()):
        dates = span(dt.date.fromisoformat(part.first), dt.date.fromisoformat(part.last))
        place = held.names.get(f"place.{part.id}")
        found += [(start, part.id) for start, _ in places_in(f"{dates}，{place}", text)]
    return [id for _, id in sorted(found)]
