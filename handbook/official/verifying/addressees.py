"""Whom an act of the record addresses is named in the official words, behind that act and before the next one. An act
that names nobody, or 它们, has those that were named before it. Those who stand in a list directly behind an act, it
addresses. Who is to act in the end is named somewhere in the unit, or under it.

Bad:  敦促其他国家政府，邀请缔约方 (the record: urges Parties, invites other Governments)
Good: 敦促缔约方，邀请其他国家政府
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from handbook.model.decision import Act, Decision, Unit
from handbook.official.flow import Range
from handbook.official.verifying.acts import Said, Verbs, placed
from handbook.official.verifying.difference import Compared, Unlike
from handbook.official.verifying.folding import places_in
from handbook.official.verifying.held import Held, Official
from handbook.words.acts import ACTS

WHAT = "addressee"
KEY = "addressee."
THEY = "它们"
#: Between two of a list; 与 is *together with*.
_AND = re.compile(r"、|，?(?:以及|和|及)")
#: Behind a name that is the beginning of a longer one: 缔约方大会.
_LONGER = re.compile(r"大会|会议")


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    count = 0
    verbs = Verbs(held, ACTS)
    names = {key: text.removeprefix("《") for key, text in _names(held)}
    for decision in held.decisions:
        for unit in decision.units.values():
            official = held.official.get(f"{decision.id}#{unit.id}")
            if official and unit.acts:
                count += sum(len(act.to) for act in unit.acts)
                matches = placed(official.words, unit.acts, verbs)
                unlike += _unit(official, unit.acts, matches, verbs, names)
                unlike += _in_the_end(held, decision, unit, names)
    return Compared(tuple(unlike), (("addressees", count),))


def _names(held: Held) -> Iterator[tuple[str, str]]:
    """Addressees by id, as they are called; a title's bracket may stand before more of it."""
    return ((key.removeprefix(KEY), one.text) for key, one in held.names.texts.items() if key.startswith(KEY))


def _unit(
    official: Official, acts: Sequence[Act], matches: Sequence[Said | None], verbs: Verbs, names: Mapping[str, str]
) -> Iterator[Unlike]:
    """Act by act, who is addressed instead of whom. Where an act is not found, its addressees may stand behind
    another.
    """
    words = official.words
    every = {to for act in acts for to in act.to} if None in matches else set()
    for order, (act, said) in enumerate(zip(acts, matches, strict=True)):
        if said is None:
            continue
        end = next((later.span[0] for later in matches[order + 1 :] if later), len(words))
        own = words[said.span[0] : end]
        missing = _missing(act, own, words[:end], names)
        addressed = listed(words, said.span[1], names) if act.act in verbs.addressed else ()
        for to, span in addressed:
            if to not in every.union(act.to, act.by):
                instead = names[missing.pop(0)] if missing else ""
                yield Unlike(official.address, WHAT, words[slice(*span)], instead, span)
        yield from (Unlike(official.address, WHAT, own, names[to]) for to in missing)


def _missing(act: Act, own: str, before: str, names: Mapping[str, str]) -> list[str]:
    """Whom an act's own words do not name; where these name nobody, or say "they", nor those before them."""
    alone = THEY not in own and any(_has(own, name) for name in names.values())
    return [to for to in act.to if to in names and not _has(own if alone else before, names[to])]


def listed(words: str, offset: int, names: Mapping[str, str]) -> Iterator[tuple[str, Range]]:
    """The names that stand in a list at a place of the words, each with its id."""
    while True:
        offset += words.startswith("《", offset)
        length, to = max(
            ((len(name), id) for id, name in names.items() if words.startswith(name, offset)), default=(0, "")
        )
        if not length or _LONGER.match(words, offset + length):
            return
        yield to, (offset, offset + length)
        joined = _AND.match(words, offset + length)
        if not joined:
            return
        offset = joined.end()


def _in_the_end(held: Held, decision: Decision, unit: Unit, names: Mapping[str, str]) -> Iterator[Unlike]:
    within = (held.official.get(f"{decision.id}#{one.id}") for one in unit.walk())
    words = "".join(one.words for one in within if one)
    address = f"{decision.id}#{unit.id}"
    yield from (
        Unlike(address, WHAT, "", names[by])
        for act in unit.acts
        for by in act.by
        if by in names and not _has(words, names[by])
    )


def _has(words: str, name: str) -> bool:
    return next(places_in(name, words), None) is not None
