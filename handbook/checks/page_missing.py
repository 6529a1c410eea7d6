"""What the record publishes has a page in each language whose prose is complete (`prose` in data/decisions.yaml).

Bad:  content/en/decisions/cp-1-1.md is not there
Good: it is
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.finding import Place
from handbook.model import Corpus, Decision, Record
from handbook.outline import misread, page_name


def look(corpus: Corpus) -> Iterator[Problem]:
    for language in corpus.record.prose:
        for kind, id in _subjects(corpus.record):
            name = page_name(kind, id)
            path = f"content/{language}/{name}.md"
            there = (language, name) in corpus.pages or corpus.page(language, kind, id)
            if not there and not misread(corpus, path):
                yield Problem(Place(path), f"no page of {kind} {id!r}, expected one in {language}")


def _subjects(record: Record) -> Iterator[tuple[str, str]]:
    yield from (("decision", decision.id) for decision in record.decisions.values() if _has_words(decision))
    for plan in record.plans:
        if any(goal.published and plan in goal.plans for goal in record.goals.values()):
            yield "plan", plan


def _has_words(decision: Decision) -> bool:
    """Of a decision that is not published, the record may hold a table or a footnote all the same."""
    return decision.published or bool(decision.units or decision.footnotes or decision.tables)


CHECK = Check(
    code="PG001",
    name="page-missing",
    hint="restore or write the file, or take the language out of `prose` in data/decisions.yaml",
    look=look,
)
