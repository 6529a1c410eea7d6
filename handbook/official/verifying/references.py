"""Every reference of the record is cited in the official words of its unit, and every citation there is one of the
record's. Where the record leaves a citation unresolved, that is a difference too.

Bad:  根据上文第7段 (the record: par:6); 《公约》第19条 (art:19)
Good: 根据上文第6段 (par:6); 《公约》第19条 (conv:19)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from handbook.beside import passages
from handbook.beside.references import printed
from handbook.languages.citing import GOAL
from handbook.official.flow import Range
from handbook.official.verifying import places
from handbook.official.verifying.citing import Cited, Context, body_of, together
from handbook.official.verifying.difference import Compared, Unlike
from handbook.official.verifying.folding import places_in
from handbook.official.verifying.held import Held
from handbook.targets.grammar import Target

WHAT = "reference"
_CLAUSE = re.compile(r"[，。；：（(,;:]")


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    references = citations = 0
    for address, targets in places.references(held.record):
        if official := held.official.get(address):
            cited = cited_at(held, address, official.words)
            references += len(targets)
            citations += len(cited.groups)
            unlike += _compare(held, address, cited, tuple(dict.fromkeys(targets)))
    for decision in held.decisions:
        if title := held.official.get(f"{decision.id}#title"):
            concerned = tuple(reference.target for reference in decision.articles)
            cited = cited_at(held, title.address, title.words)
            loose = _loose(held, cited, concerned)
            unlike += (Unlike(title.address, WHAT, title.words[slice(*span)], "", span) for span in loose)
    return Compared(tuple(unlike), (("references", references), ("citations", citations)))


def cited_at(held: Held, address: str, words: str) -> Cited:
    """The citations of the words at an address."""
    decision, _, anchor = address.partition("#")
    above = tuple(part.removeprefix("p") for part in anchor.split("-"))
    plans, bodies = held.once(_known)
    return Cited(words, held.language, Context(decision, above, plans, bodies))


def _known(held: Held) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[str, ...]]:
    """Plans and bodies, as a Context has them: the same for all words."""
    record = held.corpus.record
    plans = tuple(
        (name, (plan.decision, *(f"{plan.cited}/{goal}" for goal in record.goals_of(plan.id))))
        for plan in record.plans.values()
        if (name := held.names.get(f"plan.{plan.id}"))
    )
    return plans, tuple(body_of(one.text) for key, one in held.names.texts.items() if key.startswith("meeting."))


def spans_of(held: Held, cited: Cited, target: Target) -> list[Range]:
    """The parts of the words that cite a target of the record."""
    return cited.spans(target, held.names.get(f"meeting.{target.id}"), printed(held.corpus.record, target))


def _compare(held: Held, address: str, cited: Cited, targets: Sequence[Target]) -> Iterator[Unlike]:
    missing = [target for target in targets if not spans_of(held, cited, target)]
    for loose in _loose(held, cited, targets):
        instead = missing.pop(0) if missing else None
        yield Unlike(
            address, WHAT, cited.text[slice(*loose)], shown(instead, address) if instead else "", loose, instead
        )
    for target in missing:
        yield Unlike(address, WHAT, "", shown(target, address), None, target)
    yield from _plans(held, address, cited, targets)
    for target in dict.fromkeys(target.whole for target in targets if target not in missing):
        if target.scheme == "unresolved":
            span = next(places_in(printed(held.corpus.record, target), cited.text), None)
            yield Unlike(address, WHAT, cited.text[slice(*span)] if span else "", str(target), span, target)


def _plans(held: Held, address: str, cited: Cited, targets: Sequence[Target]) -> Iterator[Unlike]:
    """Of every plan that is named before a goal, in the same clause, that goal is cited."""
    names = {plan.cited: held.names.get(f"plan.{plan.id}") for plan in held.corpus.record.plans.values()}
    begin = 0
    for said in cited.said:
        if not re.fullmatch(GOAL, said.token.text):
            continue
        for plan, name in names.items():
            goals = {goal for target in targets if target.scheme == "goal" for goal in _goals(target, plan)}
            clause = max([begin, *(match.end() for match in _CLAUSE.finditer(cited.text, begin, said.span[0]))])
            for start, end in places_in(name, cited.text[clause : said.span[0]]):
                if said.token.text not in goals:
                    span = (clause + start, clause + end)
                    yield Unlike(address, WHAT, f"{name}{said.token.text}", "", span)
        begin = said.span[1]


def _goals(target: Target, plan: str) -> list[str]:
    of, _, goals = target.id.partition("/")
    return goals.split("-") if of == plan else []


def _loose(held: Held, cited: Cited, targets: Sequence[Target]) -> list[Range]:
    """Citations that none of the targets answers to; what stands together is one."""
    covered = [span for target in targets for span in spans_of(held, cited, target)]
    covered += [span for name in held.numbered_names for span in places_in(name, cited.text)]
    said = [one.span for one in cited.said] + [span for _, span in cited.named]
    loose = [one for one in said if not any(start <= one[0] and one[1] <= end for start, end in covered)]
    return list(together(loose, cited.text))


def shown(target: Target, address: str) -> str:
    """A target as the record of the unit writes it."""
    return passages.shown(target, address.partition("#")[0])
