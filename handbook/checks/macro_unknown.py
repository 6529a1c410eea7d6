"""A macro line calls a macro that exists.

Bad:  {{ headr() }}
Good: {{ header() }}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.prose import Call
from handbook.prose.signatures import SIGNATURES


def look(corpus: Corpus) -> Iterator[Problem]:
    for page in corpus.pages.values():
        for block in page.blocks:
            if isinstance(block, Call) and block.name not in SIGNATURES:
                yield Problem(block.place, f"macro {block.name!r}, expected one of {', '.join(SIGNATURES)}")


CHECK = Check(Code.MC001, hint="mend the name, or take the line out", look=look)
