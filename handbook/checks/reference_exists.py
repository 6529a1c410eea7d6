"""What is cited exists: in an instrument, in a decision of the record, in a plan, or in data/outside.yaml, which lists
what the handbook does not hold.

A target that is wrong in the record is reported there, and not again in the prose that follows it.

Bad:  [Article 46](art:46)   of a Protocol with 40 articles
Good: [Article 26](art:26)
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.passages import known_units, links, record_references
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.prose import Page
from handbook.record.existence import expected


def look(corpus: Corpus) -> Iterator[Problem]:
    for cited in record_references(corpus.record):
        instead = expected(corpus.record, cited.reference.target)
        if instead is not None:
            yield Problem(cited.reference.place, f"{cited.written!r} does not exist, expected {instead}")
    known = {page.path: units for page, units in known_units(corpus)}
    for page in corpus.pages.values():
        for link in links(page):
            # On a page of an unknown decision, its own paragraphs are unknown too.
            if isinstance(link.target, str) or (link.span.target.startswith("par:") and not _is_known(page, corpus)):
                continue
            recorded = [reference.target for reference in known.get(page.path, {}).get(link.passage.unit, ())]
            instead = expected(corpus.record, link.target)
            if instead is not None and link.target not in recorded:
                yield Problem(link.span.place, f"{link.span.target!r} does not exist, expected {instead}")


def _is_known(page: Page, corpus: Corpus) -> bool:
    return page.subject[1] in corpus.record.decisions or page.subject[0] == "page"


CHECK = Check(
    Code.RF002,
    hint="mend the target; what the handbook does not hold is listed in data/outside.yaml, with its parts",
    look=look,
)
