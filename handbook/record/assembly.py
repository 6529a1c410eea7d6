"""YAML trees → the record. Every value is read with its place; what does not fit the schema is a finding."""

from __future__ import annotations

from collections.abc import Mapping

from handbook.findings.finding import Finding
from handbook.model.record import Record
from handbook.record.about import read_pages, read_terms
from handbook.record.decisions import read_decisions, read_meetings, read_occasions, read_prose_languages
from handbook.record.drafts import read_drafts
from handbook.record.errata import read_errata
from handbook.record.instruments import read_instruments, read_outside
from handbook.record.parties import read_parties
from handbook.record.plans import read_adoptions
from handbook.record.tables import read_tables
from handbook.record.termbase import read_acts, read_latin
from handbook.sources.fields import Fields
from handbook.sources.yamltree import Node

#: The files of data/, each with a reader in this room.
FILES = (
    "decisions",
    "plans",
    "tables",
    "parties",
    "instruments",
    "outside",
    "errata",
    "terms",
    "pages",
    "glossary",
    "changes",
)
PATHS = {name: f"data/{name}.yaml" for name in FILES}


def read_record(trees: Mapping[str, Node | None]) -> tuple[Record, list[Finding]]:
    """Trees by the names of their files → the record and what was found."""
    findings: list[Finding] = []
    file = {name: Fields(trees.get(name), f"{name}.yaml", findings, path) for name, path in PATHS.items()}
    record = Record(
        meetings=read_meetings(file["decisions"]),
        decisions=read_decisions(file["decisions"]),
        prose=read_prose_languages(file["decisions"]),
        occasions=read_occasions(file["decisions"]),
        adoptions=read_adoptions(file["plans"]),
        tables=read_tables(file["tables"]),
        parties=read_parties(file["parties"]),
        instruments=read_instruments(file["instruments"]),
        outside=read_outside(file["outside"]),
        errata=read_errata(file["errata"]),
        acts=read_acts(file["terms"]),
        latin=read_latin(file["terms"]),
        pages=read_pages(file["pages"]),
        terms=read_terms(file["glossary"]),
        drafts=read_drafts(file["changes"]),
    )
    for fields in file.values():
        fields.done()
    return record, findings
