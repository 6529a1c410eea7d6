"""Values that several files of the record have: forms of ids, references, occasions, and lists in which an id is
unique.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from handbook.findings.codes import Code
from handbook.model.reference import Reference
from handbook.sources.fields import Fields, is_date
from handbook.targets.grammar import parse_target

T = TypeVar("T")

UNIT = r"[a-z0-9]+(?:-[a-z0-9]+)*"
WORDS = r"[a-z_]+"
#: A plan's id; that of a plan of a later meeting names it: `cp-11.action_plan`.
PLAN = rf"(?:{UNIT}\.)?{WORDS}"
OCCASION = r"\d{4}-\d{2}-\d{2}|meeting:[a-z0-9-]+|event:[a-z0-9-]+"


def by_id(children: Iterable[Fields], read_child: Callable[[Fields], tuple[str, T]]) -> dict[str, T]:
    """The mappings of a list by their ids; one whose id stands there already is a finding."""
    values: dict[str, T] = {}
    for fields in children:
        id, value = read_child(fields)
        fields.done()
        if id in values:
            fields.note(fields.place, Code.REC005, f"{fields.what} {id!r} again", "keep one of the two")
        elif id:
            values[id] = value
    return values


def references(fields: Fields, key: str, decision: str | None) -> tuple[Reference, ...]:
    """A list of targets; `par:` ones are resolved to the decision."""
    values = []
    for text, place in fields.texts(key):
        target = parse_target(text, decision)
        if isinstance(target, str):
            fields.note(place, Code.REC004, f"reference {text!r} {target}", "see docs/prose.md, References")
        else:
            values.append(Reference(target, place))
    return tuple(values)


def reference(fields: Fields, key: str, what: str = "reference") -> Reference | None:
    """One target, or None where there is none."""
    text = fields.text(key, required=False)
    if not text:
        return None
    target, place = parse_target(text), fields.places[key]
    if isinstance(target, str):
        fields.note(place, Code.REC004, f"{what} {text!r} {target}", "see docs/prose.md, References")
        return None
    return Reference(target, place)


def occasions(fields: Fields) -> tuple[str, ...]:
    """By when something is due: dates, meetings and events."""
    due = fields.texts("due", OCCASION, "a date, meeting:… or event:…")
    for text, place in due:
        if text[0].isdigit() and not is_date(text):
            fields.note(place, Code.REC004, f"{text!r} in 'due', expected a day of the calendar", "write the date")
    return tuple(text for text, _ in due if not text[0].isdigit() or is_date(text))
