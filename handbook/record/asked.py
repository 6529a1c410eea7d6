"""Who is asked what, and by when: the acts of the record turned round for the indexes. Nothing is rendered here.

A sub-paragraph without an act of its own has its paragraph's; it is listed where it has an occasion of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbook.model.decision import Act, Unit
from handbook.model.record import Record


@dataclass(frozen=True)
class Asked:
    """An act of a decision and the unit that holds it. `turn` counts the acts of the unit; None means its paragraph's.

    `due` is what holds for this unit: a sub-paragraph's own occasion, else the act's.
    """

    decision: str
    unit: str
    act: Act
    turn: int | None
    due: tuple[str, ...]


def asked(record: Record) -> Iterator[Asked]:
    """Every operative act, in the order of the record."""
    for decision in record.decisions.values():
        for part in decision.body.walk():
            for top in part.paragraphs:
                yield from _of(decision.id, top, top.acts)


def _of(decision: str, unit: Unit, above: tuple[Act, ...]) -> Iterator[Asked]:
    for turn, act in enumerate(unit.acts):
        yield Asked(decision, unit.id, act, turn, act.due)
    if unit.due:
        yield from (Asked(decision, unit.id, act, None, unit.due) for act in above if not unit.acts)
    for item in unit.items:
        yield from _of(decision, item, item.acts or above)


def by_addressee(record: Record) -> Mapping[str, list[tuple[Asked, bool]]]:
    """Addressee → what is asked, and whether it passes through another; those asked most come first."""
    out: dict[str, list[tuple[Asked, bool]]] = {}
    for one in asked(record):
        if one.turn is not None:
            for addressee in one.act.to:
                out.setdefault(addressee, []).append((one, False))
            for addressee in one.act.by:
                out.setdefault(addressee, []).append((one, True))
    return dict(sorted(out.items(), key=lambda entry: -len(entry[1])))


def by_occasion(record: Record) -> Mapping[str, list[Asked]]:
    """Occasion → what is due; days first, then in the order of the record's `occasions`."""
    out: dict[str, list[Asked]] = {}
    for one in asked(record):
        for due in one.due:
            out.setdefault(due, []).append(one)
    order = {due: place for place, due in enumerate(record.occasions)}

    def rank(due: str) -> tuple[int, str]:
        return (-1, due) if ":" not in due else (order.get(due, len(order)), due)

    return {due: out[due] for due in sorted(out, key=rank)}
