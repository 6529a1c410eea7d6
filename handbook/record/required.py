"""Which names the record asks for in every language's names.yaml."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.changes import COLUMNS
from handbook.model.decision import Decision, Unit
from handbook.model.plan import Plan
from handbook.model.record import Record
from handbook.model.table import Table
from handbook.record.positions import is_regular
from handbook.targets.addresses import section_anchor


def required_names(record: Record) -> Iterator[str]:
    """Every key that the record's own ids ask for; those of the interface are asked for by the templates.

    An id that is wrong itself asks for none.
    """
    yield from _of_meetings(record)
    for decision in record.decisions.values():
        yield from _of_decision(decision)
        for unit in decision.units.values():
            yield from _of_unit(unit, record)
    for plan in record.plans.values():
        yield from _of_plan(plan, record)
    yield from _of_goals(record)
    for table in record.tables.values():
        yield from _of_table(table)
    yield from (f"party.{party}" for party in record.parties)
    yield from _of_cited(record)
    yield from _of_pages(record)
    for erratum in record.errata:
        yield f"erratum.{erratum.id}.why"
        yield f"erratum.{erratum.id}.meant"


def _of_meetings(record: Record) -> Iterator[str]:
    for meeting, parts in record.meetings.items():
        yield f"meeting.{meeting}"
        yield from (f"place.{part.id}" for part in parts)


def _of_decision(decision: Decision) -> Iterator[str]:
    yield decision.id
    if decision.opening:
        yield f"opening.{decision.opening}"
    for part in decision.body.walk() if is_regular(decision) else ():
        if part.id:
            yield f"{decision.id}#{part.id}"
        yield from (f"{decision.id}#{section.id}" for section in part.sections)


def _of_unit(unit: Unit, record: Record) -> Iterator[str]:
    occasions = list(unit.due)
    for act in unit.acts:
        group, known = ("preamble", "acts_preamble") if "pre-" in unit.id else ("act", "acts")
        if act.act in record.acts.get(known, ()):
            yield f"{group}.{act.act}"
        yield from (f"addressee.{addressee}" for addressee in (*act.to, *act.by))
        occasions += act.due
    yield from (due.replace("event:", "event.") for due in occasions if due.startswith("event:"))


def _of_plan(plan: Plan, record: Record) -> Iterator[str]:
    yield f"plan.{plan.id}"
    for column in plan.columns:
        yield f"column.{column}"
        yield f"column.{column}.caption"
    if plan.id in record.drafts:
        columns = record.drafts[plan.id].group(COLUMNS)
        yield from (f"column.{change.draft}" for change in columns if change.draft)


def _of_goals(record: Record) -> Iterator[str]:
    for adoption in record.adoptions:
        yield from (adoption.area_name(area) for area in adoption.areas)
    yield from (goal.name for goal in record.goals if goal.published)


def _of_table(table: Table) -> Iterator[str]:
    yield table.id
    yield from (f"column.{column.id}" for column in table.columns)
    if table.unit and table.currency:
        yield f"currency.{table.currency}.{table.unit}"
    if table.kind == "budget":
        yield from (row.name for row in table.rows if row.line or len(row.id) > 1)


def _of_cited(record: Record) -> Iterator[str]:
    """Names of what lies outside the record."""
    for instrument, articles in record.instruments.items():
        yield f"instrument.{instrument}"
        yield from (f"{instrument}:{article}" for article in articles)
    for target in record.outside:
        if target.scheme == "meeting":
            yield f"meeting.{target.id}"
        elif target.scheme == "proc":
            yield str(target)


def _of_pages(record: Record) -> Iterator[str]:
    for page in record.pages.values():
        yield f"page.{page.id}"
        yield from (f"page.{page.id}.{section_anchor(section)}" for section in page.sections)
    yield from (f"glossary.{group}" for group in dict.fromkeys(term.group for term in record.terms.values()) if group)
    yield from (f"term.{term}" for term in record.terms)
