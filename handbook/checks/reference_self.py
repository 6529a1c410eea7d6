"""No unit refers to itself, in the record or in prose. Where the record does, prose that follows it is not reported
too.

Bad:  8. … the information referred to in [paragraph 8](par:8) …
Good: 8. … the information referred to in [paragraph 7](par:7) …
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.passages import address, is_own, known_units, links, record_references
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for cited in record_references(corpus.record):
        if cited.unit and is_own(cited.reference.target, cited.page, cited.unit):
            yield Problem(cited.reference.place, f"{cited.written!r} in {cited.unit!r} itself, expected another unit")
    known = {page.path: units for page, units in known_units(corpus)}
    for page in corpus.pages.values():
        for link in links(page):
            unit = link.passage.unit
            if isinstance(link.target, str) or not is_own(link.target, address(page), unit):
                continue
            if link.target not in [reference.target for reference in known.get(page.path, {}).get(unit, ())]:
                yield Problem(link.span.place, f"{link.span.target!r} in {unit!r} itself, expected another unit")


CHECK = Check(
    Code.RF005,
    hint="mend the target; if the source itself says so, it is an erratum",
    look=look,
)
