"""A page's front matter names a decision, a plan, a draft or a page of the record, and the file is named after it.

Bad:  decision: CP-1/3   in decisions/cp-1-1.md
Good: decision: CP-1/1   in decisions/cp-1-1.md
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.targets.paths import prose_name


def look(corpus: Corpus) -> Iterator[Problem]:
    named = {prose_name("decision", id): id for id in corpus.record.decisions}
    named |= {prose_name("plan", id): id for id in corpus.record.plans}
    named |= {prose_name("draft", id): id for id in corpus.record.drafts}
    named |= {prose_name("page", id): id for id in corpus.record.pages}
    record = corpus.record
    ids = {"decision": record.decisions, "plan": record.plans, "draft": record.drafts, "page": record.pages}
    for page in corpus.pages.values():
        kind, id = page.subject
        expected = prose_name(kind, id)
        known = id in ids[kind]
        if page.name in named and (not known or page.name != expected):
            yield Problem(page.named, f"{kind} {id!r}, expected {named[page.name]!r} by the file's name")
        elif not known:
            yield Problem(page.named, f"{kind} {id!r}, expected one of the record")
        elif page.name != expected:
            yield Problem(page.named, f"{kind} {id!r} in {page.name}.md, expected {expected}.md", "rename the file")


CHECK = Check(
    Code.PG002,
    hint="name what the page is of, as data/ has it, in the front matter",
    look=look,
)
