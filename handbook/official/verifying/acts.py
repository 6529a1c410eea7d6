"""The acts of the record stand in the official words of their unit, in the record's order, each in a form that the
termbase gives for it, with 又 or 还 where the record has *also* or *further* and only there; and there is no other act.

An act begins the unit or a clause of it: behind a comma or a semicolon, and behind 并. What stands in the middle of a
clause is no act, and neither is what a clause about another text says (其中…).

Bad:  又敦促缔约方… (the record: urges)
Good: 又敦促缔约方… (the record: urges, also)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from handbook.beside.outline import preambular
from handbook.model.decision import Act
from handbook.official.flow import Range
from handbook.official.verifying.difference import Compared, Unlike
from handbook.official.verifying.held import Held, Official
from handbook.words.acts import ACTS, PREAMBLE, ActForms, Named

WHAT = "act"
_JOINED = re.compile(r"[并、]$")
#: Behind these a clause begins; what is meant at the same time (同时认识到…) is no act of its own.
_BEGINS = re.compile(r"(?:^|[，；。,;]\s?)(?:并|但|然而|因此)?$")
#: So many signs before a verb tell whether a clause begins with it: no more than `_BEGINS` has.
_NEAR = 4


@dataclass(frozen=True)
class Said:
    """A form of an act in the official words: what it can be, where it stands, whether a clause begins there, or else
    whether it is joined to what stands before it.
    """

    acts: frozenset[Named]
    span: Range
    begins: bool
    joined: bool


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    count = 0
    verbs = {group: Verbs(held, group) for group in (ACTS, PREAMBLE)}
    for decision in held.decisions:
        clauses = preambular(decision)
        tops = {unit.id for part in decision.body.walk() for unit in (*part.preamble, *part.paragraphs)}
        for unit in decision.units.values():
            if official := held.official.get(f"{decision.id}#{unit.id}"):
                group = verbs[PREAMBLE if unit.id in clauses else ACTS]
                # What a sub-paragraph begins with is what somebody is asked to do.
                alone = unit.id in tops or bool(unit.acts)
                count += len(unit.acts)
                unlike += _unit(official, unit.acts, group, alone=alone)
    return Compared(tuple(unlike), (("acts", count),))


class Verbs:
    """Where the acts of a group stand in words, and which of them the record has at all (`used`), which with somebody
    whom they address (`addressed`).
    """

    def __init__(self, held: Held, group: str) -> None:
        self.termbase = ActForms(held.record.acts, group, held.language)
        units = [unit for decision in held.decisions for unit in decision.units.values()]
        used = {act.act for unit in units for act in unit.acts}
        self.used = frozenset(act for act in self.termbase.forms if act in used)
        self.addressed = frozenset(act.act for unit in units for act in unit.acts if act.to)
        also = "|".join(re.escape(form) for forms in self.termbase.also.values() for form in forms) or "(?!)"
        every = sorted({form for forms in self.termbase.forms.values() for form in forms}, key=len, reverse=True)
        self.form = re.compile(rf"(?P<also>{also})?(?P<act>{'|'.join(map(re.escape, every)) or '(?!)'})")

    def said(self, words: str) -> Iterator[Said]:
        for match in self.form.finditer(words):
            also = next((word for word, forms in self.termbase.also.items() if match["also"] in forms), None)
            acts = frozenset(Named(act, also) for act, forms in self.termbase.forms.items() if match["act"] in forms)
            near = max(match.start() - _NEAR, 0), match.start()
            yield Said(acts, match.span(), bool(_BEGINS.search(words, *near)), bool(_JOINED.search(words, *near)))

    def is_act(self, said: Said) -> bool:
        """Whether a verb must be an act: one with which the unit begins is; one with which a clause begins, unless no
        unit has it as an act (审议, 通过: what somebody else does); one that is joined, if it addresses somebody
        (敦促缔约方并邀请其他国家政府).
        """
        acts = {act.act for act in said.acts}
        if said.begins:
            return not said.span[0] or not acts.isdisjoint(self.used)
        return said.joined and not acts.isdisjoint(self.addressed)


def placed(words: str, acts: Sequence[Act], verbs: Verbs) -> list[Said | None]:
    """Where each act of the record stands, in order; what stands in the place of one, or None. The first begins a
    clause.
    """
    said = list(verbs.said(words))
    expected = [Named(act.act, act.also) for act in acts]
    matches: list[Said | None] = []
    index = 0
    for order, act in enumerate(expected):
        place = next((n for n in range(index, len(said)) if act in said[n].acts and (order or said[n].begins)), None)
        if place is None and index < len(said) and said[index].begins and said[index].acts.isdisjoint(expected[order:]):
            place = index
        matches.append(None if place is None else said[place])
        index = index if place is None else place + 1
    return matches


def _unit(official: Official, acts: Sequence[Act], verbs: Verbs, *, alone: bool) -> Iterator[Unlike]:
    words = official.words
    matches = placed(words, acts, verbs)
    for act, said in zip(acts, matches, strict=True):
        named = Named(act.act, act.also)
        if said is None:
            yield Unlike(official.address, WHAT, "", verbs.termbase.best(named))
        elif named not in said.acts:
            yield Unlike(official.address, WHAT, words[slice(*said.span)], verbs.termbase.best(named), said.span)
    for said in verbs.said(words):
        if alone and said not in matches and verbs.is_act(said):
            yield Unlike(official.address, WHAT, words[slice(*said.span)], "", said.span)
