"""What the record publishes has a page in each language whose prose is complete (`prose` in data/decisions.yaml).

Bad:  prose: [zh, en]   without the file content/en/decisions/cp-1-1.md
Good: prose: [zh, en]   with it
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import misread, subjects
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.targets.paths import prose_name


def look(corpus: Corpus) -> Iterator[Problem]:
    for language in corpus.record.prose:
        for kind, id in subjects(corpus.record):
            name = prose_name(kind, id)
            path = f"content/{language}/{name}.md"
            there = (language, name) in corpus.pages or corpus.page(language, kind, id)
            if not there and not misread(corpus, path):
                yield Problem(Place(path), f"no page of {kind} {id!r}, expected one in {language}")


CHECK = Check(
    Code.PG001,
    hint="restore or write the file, or take the language out of `prose` in data/decisions.yaml",
    look=look,
)
