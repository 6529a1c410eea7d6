"""names.yaml → one language's names; and which names the record asks for."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.model.changes import COLUMNS
from handbook.model.names import Name, Names
from handbook.model.record import Decision, Plan, Record, Table
from handbook.record.positions import is_regular
from handbook.sources.yamltree import Mapping, Node, Scalar


def read_names(language: str, path: str, tree: Node | None) -> tuple[Names, list[Finding]]:
    """A flat mapping of texts; anything else in it is a finding, and an empty name."""
    findings: list[Finding] = []
    texts: dict[str, Name] = {}
    if isinstance(tree, Mapping):
        for key, node in tree.entries.items():
            if not isinstance(node, Scalar):
                findings.append(Finding(node.place, Code.REC002, f"name {key!r} is not a text", "write `id: text`"))
                texts[key] = Name("", node.place)
            elif not node.value.strip() or (node.plain and node.value in ("~", "null")):
                findings.append(Finding(node.place, Code.NAM001, f"name {key!r} is empty", "write the name"))
                texts[key] = Name("", node.place)
            else:
                texts[key] = Name(node.value, node.place)
    elif tree is not None:
        findings.append(Finding(Place(path), Code.REC002, "names are not a mapping", "write `id: text` lines"))
    return Names(language, path, texts), findings


def required(record: Record) -> Iterator[str]:
    """Every name that the record's own ids ask for; those of the interface are asked for by the templates.

    An id that is wrong itself asks for none.
    """
    for meeting, parts in record.meetings.items():
        yield f"meeting.{meeting}"
        yield from (f"place.{part.id}" for part in parts)
    for decision in record.decisions.values():
        yield from _of_decision(decision, record)
    for plan in record.plans.values():
        yield from _of_plan(plan, record)
    yield from (f"area.{area}" for area in record.areas)
    yield from (f"goal.{goal.id}" for goal in record.goals.values() if goal.published)
    for table in record.tables.values():
        yield from _of_table(table)
    yield from (f"party.{party}" for party in record.parties)
    for instrument, articles in record.instruments.items():
        yield f"instrument.{instrument}"
        yield from (f"{instrument}:{article}" for article in articles)
    for target in record.outside:
        if target.scheme == "meeting":
            yield f"meeting.{target.id}"
        elif target.scheme == "proc":
            yield str(target)
    for page in record.pages.values():
        yield f"page.{page.id}"
        yield from (f"page.{page.id}.sec-{section}" for section in page.sections)
    yield from (f"glossary.{group}" for group in dict.fromkeys(term.group for term in record.terms.values()) if group)
    yield from (f"term.{term}" for term in record.terms)
    for erratum in record.errata:
        yield f"erratum.{erratum.id}.why"
        yield f"erratum.{erratum.id}.meant"


def _of_plan(plan: Plan, record: Record) -> Iterator[str]:
    yield f"plan.{plan.id}"
    for column in plan.columns:
        yield f"column.{column}"
        yield f"column.{column}.caption"
    if plan.id in record.drafts:
        columns = record.drafts[plan.id].group(COLUMNS)
        yield from (f"column.{change.draft}" for change in columns if change.draft)


def _of_table(table: Table) -> Iterator[str]:
    yield table.id
    yield from (f"column.{column.id}" for column in table.columns)
    if table.unit and table.currency:
        yield f"currency.{table.currency}.{table.unit}"
    if table.kind == "budget":
        yield from (row.name for row in table.rows if row.line or len(row.id) > 1)


def _of_decision(decision: Decision, record: Record) -> Iterator[str]:
    yield decision.id
    if decision.opening:
        yield f"opening.{decision.opening}"
    for part in decision.body.walk() if is_regular(decision) else ():
        if part.id:
            yield f"{decision.id}#{part.id}"
        yield from (f"{decision.id}#{section.id}" for section in part.sections)
    for unit in decision.units.values():
        for act in unit.acts:
            group, known = ("preamble", "acts_preamble") if "pre-" in unit.id else ("act", "acts")
            if act.act in record.acts.get(known, ()):
                yield f"{group}.{act.act}"
            yield from (f"addressee.{addressee}" for addressee in (*act.to, *act.by))
            yield from (due.replace("event:", "event.") for due in act.due if due.startswith("event:"))
        yield from (due.replace("event:", "event.") for due in unit.due if due.startswith("event:"))
