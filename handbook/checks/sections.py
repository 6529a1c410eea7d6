"""The headings of a decision's page are the record's sections, annexes and appendices, each at its place and level.

Bad:  ## B … ## A … ### annex
Good: ## A … ## B … # annex
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import Node, Title, misread, order, titles
from handbook.beside.readings import Reading, readings
from handbook.beside.sequence import Kind, compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.prose import Heading
from handbook.targets.addresses import section_anchor, slug


def look(corpus: Corpus) -> Iterator[Problem]:
    for reading in readings(corpus):
        if not misread(corpus, reading.page.path, Code.PRS004):
            yield from _headings(reading)


def _headings(reading: Reading) -> Iterator[Problem]:
    expected = titles(reading.decision)
    found = list(_found(reading.all, expected))
    both = compare([(id, heading.place) for id, heading in found], list(expected), reading.page.place)
    for one in both.differences:
        written = _written(found[one.index][1]) if one.index >= 0 else expected[one.id].written
        if one.kind is Kind.MISSING:
            follows = expected[one.after].written if one.after else ""
            where = f"after {follows!r}" if follows else "first of the headings"
            yield Problem(_place(one.id, reading, one.place), f"heading {written!r} is missing, expected {where}")
        elif one.kind is Kind.MOVED:
            where = f"after {expected[one.expected].written!r}" if one.expected else "first of the headings"
            yield Problem(one.place, f"heading {written!r} stands elsewhere than in the record, expected {where}")
        else:
            again = " again" if one.kind is Kind.REPEATED else ""
            wanted = repr(expected[one.expected].written) if one.expected else "it once" if again else "none such"
            yield Problem(one.place, f"heading {written!r}{again}, expected {wanted}")
    moved = {one.id for one in both.differences if one.kind is Kind.MOVED}
    steady = _steady(reading)
    for id, at in both.both.items():
        heading = found[at][1]
        if heading.level != expected[id].level:
            yield Problem(heading.place, f"heading {_written(heading)!r}, expected {expected[id].written!r}")
        elif not moved:
            yield from _between(id, heading, reading, steady)


def _found(nodes: list[Node], expected: dict[str, Title]) -> Iterator[tuple[str, Heading]]:
    """Headings by the id that they mean, whatever their level: a wrong one must not make those under it unknown."""
    part = ""
    told = set()
    for node in nodes:
        if not node.heading:
            continue
        own = slug(node.heading.id)
        id = section_anchor(own, part)
        if id not in expected:
            alike = (one for one, title in expected.items() if slug(title.written) == own and one not in told)
            id = next(alike, own if node.heading.level == 1 else id)
        part = id if id in expected and expected[id].level == 1 else part
        told.add(id)
        yield id, node.heading


def _written(heading: Heading) -> str:
    return f"{'#' * heading.level} {heading.id}"


def _steady(reading: Reading) -> dict[str, int]:
    """Clauses and paragraphs, and where they were found, without those that stand elsewhere than expected: a heading is
    not wrong because one of them was carried past it.
    """
    wanted = [id for id in order(reading.decision) if id in reading.decision.units]
    follows = dict(zip(wanted[1:], wanted, strict=False))
    moved = {one.id for one in reading.compared.differences if one.kind is Kind.MOVED}
    out: dict[str, int] = {}
    before = ""
    for id, at in sorted(reading.compared.both.items(), key=lambda one: one[1]):
        if before in moved and follows.get(id) == before:  # of a run that moved, only the first is reported
            moved.add(id)
        elif id not in moved:
            out[id] = at
        before = id
    return out


def _between(id: str, heading: Heading, reading: Reading, known: dict[str, int]) -> Iterator[Problem]:
    """A heading whose neighbours among the other headings are right may still stand among the wrong paragraphs."""
    units = {reading.clauses[at].place for at in known.values()}
    before = 0
    for node in reading.all:
        if node.place == heading.place:
            break
        before += node.place in units
    wanted = order(reading.decision)
    expected = [unit for unit in wanted[: wanted.index(id)] if unit in known]
    if before == len(expected) or heading.level == 1:
        return
    place = f"after {expected[-1]!r}" if expected else "before all paragraphs"
    stands = [reading.clauses[at].id for at in sorted(known.values())][:before]
    there = f"after {stands[-1]!r}" if stands else "before all paragraphs"
    yield Problem(heading.place, f"heading {_written(heading)!r} stands {there}, expected {place}")


def _place(id: str, reading: Reading, otherwise: Place) -> Place:
    """Where a missing heading should stand: at the first of its paragraphs that the page has."""
    wanted = order(reading.decision)
    places = (reading.place_of(unit) for unit in wanted[wanted.index(id) + 1 :])
    return next(filter(None, places), otherwise)


CHECK = Check(
    Code.UN002,
    hint="set the headings as data/decisions.yaml has its sections and annexes, or mend the record",
    look=look,
)
