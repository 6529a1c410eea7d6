"""A decision's page shows each table that the record lists for it, once, and no other, and data/tables.yaml has each.

Bad:  {{ table("9") }}   where the record has `tables: [table-2]`
Good: {{ table("2") }}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import decision_pages, misread, plan_pages
from handbook.beside.sequence import Kind, compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.decision import Decision
from handbook.model.prose import Call, Page
from handbook.model.record import Record
from handbook.prose.signatures import SIGNATURES, TableCall, read_call
from handbook.targets.addresses import table_anchor


def look(corpus: Corpus) -> Iterator[Problem]:
    record = corpus.record
    if not misread(corpus, "data/tables.yaml"):
        for decision in record.decisions.values():
            yield from _listed(decision, record)
    for table in record.tables.values():
        if record.decisions and table.decision not in record.decisions:
            place = table.places.get("id", table.place)
            yield Problem(place, f"table {table.id!r}, expected one of a decision of the record", "mend its id")
    for page, decision in decision_pages(corpus):
        yield from _calls(corpus, page, decision)
    for page, _ in plan_pages(corpus):
        for call in _tables(page):
            yield Problem(call.place, "table on the page of a plan, expected on that of a decision")


def _has(decision: Decision, record: Record) -> list[str]:
    return [table.anchor for table in record.tables.values() if table.decision == decision.id]


def _listed(decision: Decision, record: Record) -> Iterator[Problem]:
    place = decision.places.get("tables", decision.place)
    listed = [(anchor, place) for anchor in decision.tables]
    for difference in compare(listed, _has(decision, record), place).differences:
        if difference.kind is Kind.MISSING:
            yield Problem(
                place, f"{decision.id} does not list {difference.id!r}, expected all its tables of data/tables.yaml"
            )
        elif difference.kind is not Kind.MOVED:
            yield Problem(place, difference.says(f"{decision.id} lists"))


def _tables(page: Page) -> list[Call]:
    return [block for block in page.blocks if isinstance(block, Call) and block.name == "table"]


def _calls(corpus: Corpus, page: Page, decision: Decision) -> Iterator[Problem]:
    shown: list[str] = []
    whole = not misread(corpus, page.path, Code.PRS002, Code.PRS003)
    for block in page.blocks:
        if isinstance(block, Call) and block.name not in SIGNATURES:
            whole = False
    for call in _tables(page):
        table = read_call(call)
        if not isinstance(table, TableCall):
            whole = False
            continue
        anchor = table_anchor(table.label)
        known = dict.fromkeys((*decision.tables, *_has(decision, corpus.record)))
        listed = ", ".join(other.removeprefix("table-") for other in known) or "none"
        if anchor not in known:
            whole = False
            yield Problem(call.place, f"table {table.label!r}, expected one of {decision.id}: {listed}")
        elif anchor in shown:
            yield Problem(call.place, f"table {table.label!r} again, expected it once")
        shown.append(anchor)
    for anchor in _has(decision, corpus.record):
        if whole and anchor in decision.tables and anchor not in shown:
            place = page.blocks[-1].place if page.blocks else page.named
            label = anchor.removeprefix("table-")
            yield Problem(place, f'no line {{{{ table("{label}") }}}}, expected one on this page')


CHECK = Check(Code.TB007, hint="mend the label, or `tables` in data/decisions.yaml", look=look)
