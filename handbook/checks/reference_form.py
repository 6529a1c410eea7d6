"""A link's target is written scheme:id. A part of it follows after #, that of an article or of an own paragraph after
/.

Bad:  [paragraph 7](dec:CP-9/13/7)
Good: [paragraph 7](dec:CP-9/13#7)
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.passages import links
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for page in corpus.pages.values():
        for link in links(page):
            if isinstance(link.target, str):
                yield Problem(link.span.place, f"target {link.span.target!r} {link.target}")


CHECK = Check(
    Code.RF001,
    hint="write a target such as art:26, par:8 or dec:CP-9/13#annex-I; see docs/prose.md, References",
    look=look,
)
