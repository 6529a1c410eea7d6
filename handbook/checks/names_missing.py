"""Every language has each name that the record asks for, and each that other languages have.

Bad:  party.BR in five languages
Good: party.BR in all six
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.namekeys import Languages
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus


def look(corpus: Corpus) -> Iterator[Problem]:
    languages = Languages(corpus)
    for names in languages.read:
        misspelt = languages.slips(names).values()
        for key in languages.missing(names):
            if key not in misspelt:
                yield Problem(languages.place(names, key), f"name {key!r} is missing, expected after this line")


CHECK = Check(Code.NM001, hint="add `key: text`", look=look)
