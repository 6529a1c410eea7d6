"""Whom an act of the record addresses is named in the official words, behind that act and before the next one. An act
that names nobody, or 它们, has those that were named before it.

Bad:  敦促其他国家政府，邀请缔约方 (the record: urges Parties, invites other Governments)
Good: 敦促缔约方，邀请其他国家政府
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model import Unit
from handbook.verifying.acts import Forms, placed
from handbook.verifying.difference import Compared, Unlike
from handbook.verifying.folding import find
from handbook.verifying.held import Held, Official
from handbook.wordacts import ACTS

WHAT = "addressee"
THEY = "它们"


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    count = 0
    forms = Forms(held, ACTS)
    names = {key: text.removeprefix("《") for key, text in _names(held)}
    for decision in held.decisions:
        for unit in decision.units.values():
            official = held.official.get(f"{decision.id}#{unit.id}")
            if official and any(act.to for act in unit.acts):
                count += sum(len(act.to) for act in unit.acts)
                unlike += _unit(official, unit, forms, names)
    return Compared(tuple(unlike), (("addressees", count),))


def _names(held: Held) -> Iterator[tuple[str, str]]:
    """Addressees of the record by id, as they are called; a title's bracket may stand before more of it."""
    ids = {to for decision in held.decisions for unit in decision.units.values() for act in unit.acts for to in act.to}
    return ((id, name) for id in sorted(ids) if (name := held.names.get(f"addressee.{id}")))


def _unit(official: Official, unit: Unit, forms: Forms, names: dict[str, str]) -> Iterator[Unlike]:
    words = official.words
    starts = [said.span[0] if said else None for said in placed(words, unit.acts, forms)]
    for order, (act, start) in enumerate(zip(unit.acts, starts, strict=True)):
        if start is None:
            continue
        end = next((one for one in starts[order + 1 :] if one is not None), len(words))
        own = words[start:end]
        alone = THEY not in own and any(_has(own, name) for name in names.values())
        for to in act.to:
            if to in names and not _has(own if alone else words[:end], names[to]):
                yield Unlike(official.at, WHAT, own, names[to])


def _has(words: str, name: str) -> bool:
    return next(find(name, words), None) is not None
