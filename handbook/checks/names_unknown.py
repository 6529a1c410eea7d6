"""No language has a name of its own, which neither the record asks for nor another language has: most often its key is
misspelt.

Bad:  party.BRA: Brazil
Good: party.BR: Brazil
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.namekeys import Languages
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    languages = Languages(corpus)
    for names in languages.read:
        slips = languages.slips(names)
        for key in languages.unknown(names):
            instead = repr(slips[key]) if key in slips else "a key that the other languages have"
            yield Problem(Place(names.path, names.texts[key].place.line), f"name {key!r}, expected {instead}")


CHECK = Check(Code.NM004, hint="mend the key, or take the line out", look=look)
