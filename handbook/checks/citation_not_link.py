"""A citation in prose is a link: a number, letter or symbol after a citing word (paragraph 7, 附件一, المادة 19), or a
symbol.

A name alone is no citation: the Protocol, 《…战略计划》, the annex.

Bad:  … as required by Article 19 …
Good: … as required by [Article 19](art:19) …
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.finding import Place
from handbook.model import Corpus, Page
from handbook.passages import passages, spoiled
from handbook.unlinked import carried_on, citations


def look(corpus: Corpus) -> Iterator[Problem]:
    for page in corpus.pages.values():
        yield from _page(corpus, page)


def _page(corpus: Corpus, page: Page) -> Iterator[Problem]:
    for passage in passages(page):
        if spoiled(corpus, passage):
            continue
        after_link = False
        for span in passage.spans:
            if span.kind == "text":
                found = list(citations(span.text, page.language))
                on = carried_on(span.text, page.language) if after_link else None
                if on and all(other.start > on.start for other in found):
                    found.insert(0, on)
                for citation in found:
                    place = Place(span.place.path, span.place.line, span.place.column + citation.start)
                    yield Problem(place, f"citation {citation.text!r} in plain text, expected a link")
            after_link = span.kind == "link"


CHECK = Check(
    code="RF006",
    name="citation-not-link",
    hint="write [label](target), such as [Article 19](art:19)",
    look=look,
)
