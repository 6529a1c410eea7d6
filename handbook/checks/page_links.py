"""Under each heading, a page about the handbook links to the same targets as the source language's page, in any order.

A link to something else than the missing target is one finding, at the link. A target that is wrong by itself is
reported by reference-form or reference-exists.

Bad:  … the [errata](page:errata) …   where the source language links to page:glossary
Good: … the [glossary](page:glossary) …
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.passages import Link
from handbook.beside.textpages import Section, pairs
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.record import existence
from handbook.targets.grammar import Target


def look(corpus: Corpus) -> Iterator[Problem]:
    for own, source in pairs(corpus):
        expected = [link.target for link in source.links if isinstance(link.target, Target)]
        there = {link.target for link in own.links}
        missing = [target for target in dict.fromkeys(expected) if target not in there]
        for link in own.links:
            if link.target not in expected:
                yield from _extra(corpus, own, link, missing)
        for target in missing:
            yield Problem(own.place, f"no link to {str(target)!r} under {own.id!r}, expected one as in {SOURCE}")


def _extra(corpus: Corpus, own: Section, link: Link, missing: list[Target]) -> Iterator[Problem]:
    instead = repr(str(missing.pop(0))) if missing else "none"
    if isinstance(link.target, Target) and existence.expected(corpus.record, link.target) is None:
        message = f"link to {link.span.target!r} under {own.id!r}, expected {instead} as in {SOURCE}"
        yield Problem(link.span.place, message)


CHECK = Check(
    Code.PG007,
    hint="link to what the source language's page links to under the same heading, or change both",
    look=look,
)
