"""A macro line gives the macro the arguments that it takes, each of the right kind.

Bad:  {{ table(2) }}
Good: {{ table("2") }}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.model.prose import Call
from handbook.prose.signatures import SIGNATURES, argument_types, read_call

KINDS = {str: '"…"', int: "1", bool: "true"}


def look(corpus: Corpus) -> Iterator[Problem]:
    for page in corpus.pages.values():
        for block in page.blocks:
            if isinstance(block, Call) and block.name in SIGNATURES and read_call(block) is None:
                given = ", ".join(f'"{value}"' if isinstance(value, str) else str(value) for value in block.arguments)
                form = ", ".join(KINDS[kind] for kind in argument_types(block.name))
                yield Problem(block.place, f"macro line {block.name}({given}), expected {block.name}({form})")


CHECK = Check(Code.MC002, hint="write what stands between the brackets as expected", look=look)
