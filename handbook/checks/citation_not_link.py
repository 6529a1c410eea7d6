"""A citation in prose is a link. A citation is a number, a letter or a symbol after a word that cites
(paragraph 7, 附件一, المادة 19), or a document's symbol; a name alone is not one: the Protocol, 《…战略计划》, the
annex.

Bad:  … as required by Article 19 …
Good: … as required by [Article 19](art:19) …
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handbook.beside.passages import passages, spoiled
from handbook.beside.references import unlinked
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for page in corpus.pages.values():
        for passage in passages(page):
            if spoiled(corpus, passage):
                continue
            for span, citation in unlinked(passage, page.language):
                place = replace(span.place, column=span.place.column + citation.start)
                yield Problem(place, f"citation {citation.text!r} in plain text, expected a link")


CHECK = Check(
    Code.RF006,
    hint="write [label](target), such as [Article 19](art:19)",
    look=look,
)
