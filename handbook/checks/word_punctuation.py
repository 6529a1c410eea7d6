"""In prose and in names, every bracket and quotation mark has its other half, no mark and no word stands twice, and
spaces stand where the language has them and nowhere else.

Bad:  2. *Urges* Parties (other than than hosts ,to write;
Good: 2. *Urges* Parties (other than hosts) to write;
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.languages import LANGUAGES
from handbook.languages.punctuation import BREAK, Slip, slips
from handbook.model.corpus import Corpus
from handbook.words.wording import wordings


def look(corpus: Corpus) -> Iterator[Problem]:
    for page in corpus.pages.values():
        units = wordings(page)
        for index, slip in _slips([own.text for own in units], page.language):
            yield Problem(units[index].place_at(slip.start), _says(slip), unit=units[index].unit)
    for names in corpus.names.values():
        known = list(names.texts.values())
        for index, slip in _slips([name.text for name in known], names.language):
            yield Problem(known[index].place, _says(slip))


def _slips(texts: Sequence[str], language: str) -> Iterator[tuple[int, Slip]]:
    """The index of each text that has a slip, and the slip. All texts are searched as one, since most are short."""
    starts = list(accumulate((len(text) + len(BREAK) for text in texts), initial=0))
    for slip in slips(BREAK.join(texts), LANGUAGES[language].punctuation):
        index = bisect_right(starts, slip.start) - 1
        yield index, replace(slip, start=slip.start - starts[index])


def _says(slip: Slip) -> str:
    return f"{slip.actual!r}, expected {slip.expected}"


CHECK = Check(
    Code.WD004,
    hint="mend the text; where it is meant so, the page may waive it",
    look=look,
    waivable=True,
)
