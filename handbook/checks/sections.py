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
    actual = list(_identified(reading.all, expected))
    both = compare([(id, heading.place) for id, heading in actual], list(expected), reading.page.place)
    for difference in both.differences:
        written = _written(actual[difference.index][1]) if difference.index >= 0 else expected[difference.id].written
        if difference.kind is Kind.MISSING:
            follows = expected[difference.after].written if difference.after else ""
            where = f"after {follows!r}" if follows else "first of the headings"
            yield Problem(
                _place(difference.id, reading, difference.place), f"heading {written!r} is missing, expected {where}"
            )
        elif difference.kind is Kind.MOVED:
            where = (
                f"after {expected[difference.expected].written!r}" if difference.expected else "first of the headings"
            )
            yield Problem(
                difference.place, f"heading {written!r} stands elsewhere than in the record, expected {where}"
            )
        else:
            again = " again" if difference.kind is Kind.REPEATED else ""
            instead = (
                repr(expected[difference.expected].written)
                if difference.expected
                else "it once"
                if again
                else "none such"
            )
            yield Problem(difference.place, f"heading {written!r}{again}, expected {instead}")
    moved = {difference.id for difference in both.differences if difference.kind is Kind.MOVED}
    steady = _steady(reading)
    for id, index in both.both.items():
        heading = actual[index][1]
        if heading.level != expected[id].level:
            yield Problem(heading.place, f"heading {_written(heading)!r}, expected {expected[id].written!r}")
        elif not moved:
            yield from _between(id, heading, reading, steady)


def _identified(nodes: list[Node], expected: dict[str, Title]) -> Iterator[tuple[str, Heading]]:
    """Headings by the id that they mean, whatever their level: a wrong one must not make those under it unknown."""
    part = ""
    identified = set()
    for node in nodes:
        if not node.heading:
            continue
        own = slug(node.heading.id)
        id = section_anchor(own, part)
        if id not in expected:
            alike = (
                candidate
                for candidate, title in expected.items()
                if slug(title.written) == own and candidate not in identified
            )
            id = next(alike, own if node.heading.level == 1 else id)
        part = id if id in expected and expected[id].level == 1 else part
        identified.add(id)
        yield id, node.heading


def _written(heading: Heading) -> str:
    return f"{'#' * heading.level} {heading.id}"


def _steady(reading: Reading) -> dict[str, int]:
    """Clauses and paragraphs, and where they were found, without those that stand elsewhere than expected: a heading is
    not wrong because one of them was carried past it.
    """
    expected = [id for id in order(reading.decision) if id in reading.decision.units]
    follows = dict(zip(expected[1:], expected, strict=False))
    moved = {difference.id for difference in reading.compared.differences if difference.kind is Kind.MOVED}
    steady: dict[str, int] = {}
    before = ""
    for id, index in sorted(reading.compared.both.items(), key=lambda entry: entry[1]):
        if before in moved and follows.get(id) == before:  # of a run that moved, only the first is reported
            moved.add(id)
        elif id not in moved:
            steady[id] = index
        before = id
    return steady


def _between(id: str, heading: Heading, reading: Reading, known: dict[str, int]) -> Iterator[Problem]:
    """A heading whose neighbours among the other headings are right may still stand among the wrong paragraphs."""
    units = {reading.clauses[index].place for index in known.values()}
    before = 0
    for node in reading.all:
        if node.place == heading.place:
            break
        before += node.place in units
    sequence = order(reading.decision)
    expected = [unit for unit in sequence[: sequence.index(id)] if unit in known]
    if before == len(expected) or heading.level == 1:
        return
    place = f"after {expected[-1]!r}" if expected else "before all paragraphs"
    stands = [reading.clauses[index].id for index in sorted(known.values())][:before]
    there = f"after {stands[-1]!r}" if stands else "before all paragraphs"
    yield Problem(heading.place, f"heading {_written(heading)!r} stands {there}, expected {place}")


def _place(id: str, reading: Reading, otherwise: Place) -> Place:
    """Where a missing heading should stand: at the first of its paragraphs that the page has."""
    sequence = order(reading.decision)
    places = (reading.place_of(unit) for unit in sequence[sequence.index(id) + 1 :])
    return next(filter(None, places), otherwise)


CHECK = Check(
    Code.UN002,
    hint="set the headings as data/decisions.yaml has its sections and annexes, or mend the record",
    look=look,
)
