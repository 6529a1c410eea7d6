"""A name has the same placeholders in every language, as the site fills them in.

Bad:  Page {n} in English, Página {m} in Spanish
Good: Page {n} in English, Página {n} in Spanish
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.namekeys import Languages
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    for key, names, actual, expected in Languages(corpus).placeholders():
        message = f"name {key!r} has {_listed(actual)}, expected {_listed(expected)}"
        yield Problem(names.texts[key].place, message)


def _listed(placeholders: frozenset[str]) -> str:
    return ", ".join(sorted(placeholders)) or "no placeholder"


CHECK = Check(
    Code.NM002,
    hint="keep the words in braces as the other languages have them",
    look=look,
)
