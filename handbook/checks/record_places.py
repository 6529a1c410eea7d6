"""What an id of the record points at is there: meetings, parts, sections, areas, decisions, occasions, and the places
of errata.

Bad:  {id: p1, section: sec-z}   in a decision with the sections sec-a and sec-b
Good: {id: p1, section: sec-a}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.decision import Act, Decision, Part, Unit
from handbook.model.erratum import Erratum
from handbook.model.plan import Adoption
from handbook.model.record import Record
from handbook.record.positions import is_regular, plan_places
from handbook.targets.addresses import column_part, row_part
from handbook.targets.grammar import Target


def look(corpus: Corpus) -> Iterator[Problem]:
    record = corpus.record
    for decision in record.decisions.values():
        yield from _meeting(decision, record)
        for part in decision.body.walk():
            yield from _sections(part) if is_regular(decision) else ()
            yield from _due(part, record)
    for adoption in record.adoptions:
        yield from _adoption(adoption, record)
    for party in record.parties.values():
        for key, meeting in (("since", party.since), ("ldc_until", party.ldc_until)):
            if meeting and meeting not in record.meetings:
                yield _lost(key, meeting, party.places, party.place, "one of the `meetings`")
    for erratum in record.errata:
        if erratum.address and not _is_there(erratum, record):
            yield _lost(
                "at", erratum.address, erratum.places, erratum.place, "a decision and what is in it, such as CP-1/2#p3"
            )


def _lost(key: str, value: str, places: Mapping[str, Place], otherwise: Place, expected: str) -> Problem:
    return Problem(places.get(key, otherwise), f"{key} {value!r}, expected {expected}")


def _meeting(decision: Decision, record: Record) -> Iterator[Problem]:
    parts = [part.id for part in record.meetings.get(decision.meeting, ())]
    if decision.meeting and decision.meeting not in record.meetings:
        yield _lost("meeting", decision.meeting, decision.places, decision.place, "one of the `meetings`")
    elif decision.part and decision.part not in parts:
        yield _lost("part", decision.part, decision.places, decision.place, f"one of {', '.join(parts)}")


def _adoption(adoption: Adoption, record: Record) -> Iterator[Problem]:
    """The plans of a later meeting are in its decisions; the first plans are in those of one meeting."""
    if adoption.meeting and adoption.meeting not in record.meetings:
        yield _lost("meeting", adoption.meeting, adoption.places, adoption.place, "one of the `meetings`")
    meeting = record.meeting_of(adoption)
    for plan in adoption.plans.values():
        decision = record.decisions.get(plan.decision)
        if plan.decision and decision is None:
            yield _lost("decision", plan.decision, plan.places, plan.place, "a decision of the record")
        elif decision and meeting in record.meetings and decision.meeting != meeting:
            yield _lost("decision", plan.decision, plan.places, plan.place, f"a decision of {meeting}")
    for goal in adoption.goals.values():
        if goal.area and goal.area not in adoption.areas:
            yield _lost("area", goal.area, goal.places, goal.place, f"one of {', '.join(adoption.areas)}")


def _sections(part: Part) -> Iterator[Problem]:
    seen: list[str] = []
    for section in part.sections:
        if section.parent and section.parent not in seen:
            yield _lost("parent", section.parent, section.places, section.place, "a section before this one")
        seen.append(section.id)
    for unit in (*part.preamble, *part.paragraphs):
        if unit.section and unit.section not in seen:
            yield _lost("section", unit.section, unit.places, unit.place, "a section of this part")


def _due(part: Part, record: Record) -> Iterator[Problem]:
    for top in (*part.preamble, *part.paragraphs):
        for unit in top.walk():
            holders: tuple[Unit | Act, ...] = (unit, *unit.acts)
            for holder in holders:
                for due in holder.due:
                    scheme, _, id = due.partition(":")
                    known = id in record.meetings or Target("meeting", id) in record.outside
                    if scheme == "meeting" and not known:
                        yield _lost(
                            "due", due, holder.places, holder.place, "one of `meetings` or of data/outside.yaml"
                        )
                    elif scheme == "event" and due not in record.occasions:
                        yield _lost("due", due, holder.places, holder.place, "one of `occasions`")


def _is_there(erratum: Erratum, record: Record) -> bool:
    """Of a decision that is not published only the tables are known; of one whose ids are wrong, nothing."""
    if erratum.front:
        return erratum.whole in ("", *record.meetings)
    id, _, part = erratum.address.partition("#")
    decision = record.decisions.get(id)
    if decision is None or not is_regular(decision):
        return decision is not None
    anchor, _, cell = part.partition("/")
    table = record.tables.get(f"{id}#{anchor}")
    if cell and table:
        return cell in {
            *(row_part(row.id) for row in table.rows),
            *(column_part(column.id) for column in table.columns),
        }
    if not cell and anchor in plan_places(record, id):
        return True
    return not decision.published or not part or (not cell and (anchor in decision.anchors or anchor == "title"))


CHECK = Check(Code.RC002, hint="mend the id, or add to the record what it names", look=look)
