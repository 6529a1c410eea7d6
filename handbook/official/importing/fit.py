"""Pieces of a blind reading → those of the handbook: what has no label gets the record's id, and what the extraction
ran together is parted.

Where two outcomes of a plan follow one another without any sign, or closing words follow a last sub-paragraph, nothing
in the file says where one ends. The record says that there are two, and the handbook's own rendering of each is like
its official wording: the cut is where the words before it are most like the first and those behind most like the
second. Every such piece says so in `doubt`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from handbook.model.corpus import Corpus
from handbook.model.decision import Decision
from handbook.model.plan import Item
from handbook.model.prose import Clause
from handbook.official.flow import Flow
from handbook.official.importing.assemble import words_of
from handbook.official.model import Piece
from handbook.targets.addresses import slug

LIKENESS = "split by likeness to the rendering"
#: Cuts whose score is so near the best one's are as good: among them the signs decide.
_NEAR = 4
#: Characters that are neighbours more often than this belong together.
_COMMON = 3
#: Where lines have fewer characters they say nothing.
_WIDE = 8
#: What an item ends with; closing words may stand behind a comma too.
_ENDS = "。；;"
_PAUSES = "。；;，,"


@dataclass(frozen=True)
class _Known:
    """How often two characters are neighbours in the file, and what cells without labels begin with."""

    neighbours: Counter[str]
    begins: frozenset[str]

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> _Known:
        return cls(
            Counter(one.text[place : place + 2] for one in pieces for place in range(len(one.text) - 1)),
            frozenset(one.text[:2] for one in pieces if one.kind == "cell" and not one.label),
        )


def fit(text: str, pieces: Sequence[Piece], corpus: Corpus, language: str) -> tuple[Piece, ...]:
    """The pieces under the record's ids. `text` is the file's; pieces have no marks yet."""
    pieces = [replace(piece, address=address) for piece, address in zip(pieces, _sections(pieces, corpus), strict=True)]
    plain = dict(_run_together(corpus, language))
    known = _Known.of(pieces)
    given = {piece.address for piece in pieces}
    fitted: list[Piece] = []
    for piece in pieces:
        parts = plain.get(piece.address)
        if parts and not given.isdisjoint(address for address, _ in parts[1:]):
            parts = None  # the file's own signs have parted them
        fitted += _parted(text, piece, parts, _ENDS, known) if parts and piece.kind == "cell" else [piece]
    for address, last, renderings in _tails(corpus, language):
        place = next((order for order, piece in enumerate(fitted) if piece.address == last), None)
        if place is not None:
            item, tail = _parted(text, fitted[place], [(last, renderings[0]), (address, renderings[1])], _PAUSES, known)
            fitted[place : place + 1] = [replace(item, doubt=""), replace(tail, kind="tail")]
    return tuple(fitted)


def _sections(pieces: Sequence[Piece], corpus: Corpus) -> Iterator[str]:
    """Addresses, with the record's id for the first, second … heading without a label."""
    unlabelled: dict[str, list[str]] = defaultdict(list)
    for decision in corpus.record.decisions.values():
        for part in decision.body.walk():
            unlabelled[f"{decision.id}#{part.id}"] += [one.id for one in part.sections if one.label is None]
    for one in pieces:
        address = re.sub(r"-?sec-\?\d+$", "", one.address)
        known = unlabelled.get(address, []) if address != one.address else []
        yield f"{one.decision}#{known.pop(0)}" if known else one.address


def _run_together(corpus: Corpus, language: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Address of the first of several items without labels → the address and rendering of each."""
    for plan in corpus.record.plans.values():
        page = corpus.page(language, "plan", plan.id)
        for goal in corpus.record.goals:
            for column, items in goal.plans[plan.id].cells.items() if plan.id in goal.plans else ():
                plain = [item for item in items if item.label is None and item.part.isdigit()]
                if len(plain) > 1 and page:
                    parts = [
                        (
                            _address(plan.decision, goal.id, column, item),
                            _plain(page.units.get(_unit(goal.id, column, item))),
                        )
                        for item in plain
                    ]
                    yield parts[0][0], parts


def _unit(goal: str, column: str, item: Item) -> str:
    return f"{slug(goal)}-{column}-{item.part}"


def _address(decision: str, goal: str, column: str, item: Item) -> str:
    return f"{decision}#{_unit(goal, column, item)}"


def _tails(corpus: Corpus, language: str) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Address of a unit with closing words, of the last unit under it, and the renderings of both."""
    for decision in corpus.record.decisions.values():
        page = corpus.page(language, "decision", decision.id)
        for unit in _with_tail(decision):
            own = page.units.get(unit) if page else None
            last = list(decision.units[unit].walk())[-1].id
            under = page.units.get(last) if page else None
            if own and under and last != unit:
                tail = "".join(span.text for span in own.tail)
                yield f"{decision.id}#{unit}", f"{decision.id}#{last}", (_plain(under), tail)


def _with_tail(decision: Decision) -> Iterator[str]:
    return (unit.id for unit in decision.units.values() if unit.tail)


def _plain(words: Clause | None) -> str:
    return "".join(span.text for span in words.words if span.kind != "mark") if words else ""


def _parted(text: str, piece: Piece, parts: Sequence[tuple[str, str]], ends: str, known: _Known) -> list[Piece]:
    """A piece cut into as many as there are renderings."""
    words = words_of(text, piece)
    parted = []
    for order, (address, rendering) in enumerate(parts[:-1]):
        cut = _cut(words.text, rendering, parts[order + 1][1], ends, known, _breaks(text, words))
        if not 0 < cut < len(words):
            break
        parted.append(_part(piece, address, words[:cut], first=not order))
        words = words[cut:]
    else:
        order = len(parts) - 1
    return [*parted, _part(piece, parts[order][0], words, first=not parted)]


def _part(piece: Piece, address: str, words: Flow, *, first: bool) -> Piece:
    """`words` of a piece under an address of its own; the first part keeps the label."""
    inside = [
        (max(start, words.places[0]) if not first else start, min(end, words.places[-1] + 1))
        for start, end in piece.ranges
        if start <= words.places[-1] and (first or end > words.places[0])
    ]
    return replace(
        piece,
        address=address,
        text=words.clean().text,
        ranges=tuple(inside),
        label=piece.label if first else "",
        doubt=LIKENESS,
    )


def _cut(text: str, before: str, behind: str, ends: str, known: _Known, breaks: AbstractSet[int]) -> int:
    """Where words most like one rendering end and words most like the other begin: behind a sign or where a line begins
    if there is one near, else where a cell may begin and the characters beside the cut are no common neighbours.
    """
    left, right = _pairs(before), _pairs(behind)
    score, scores = 0, [0]
    for place in range(len(text) - 1):
        pair = text[place : place + 2]
        score += (pair in left) - (pair in right)
        scores.append(score)
    best = max(scores)
    cuts = range(1, len(text))
    near = [place for place in cuts if scores[place] >= best - _NEAR and (text[place - 1] in ends or place in breaks)]
    if near:
        likest = scores.index(best)
        return min(near, key=lambda place: abs(place - likest))
    return min(
        (place for place in cuts if scores[place] == best),
        key=lambda place: (
            known.neighbours[text[place - 1 : place + 1]] > _COMMON,
            text[place : place + 2] not in known.begins,
            known.neighbours[text[place - 1 : place + 1]],
            -place,
        ),
        default=0,
    )


def _breaks(text: str, words: Flow) -> frozenset[int]:
    """Where lines begin in words; nowhere where they are torn."""
    begun = {place for place in range(1, len(words)) if "\n" in text[words.places[place - 1] : words.places[place]]}
    return frozenset(begun) if len(begun) * _WIDE < len(words) else frozenset()


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))
