"""The figures of a unit are the same in every language: numbers, percentages, dates, amounts, ordinals and shares,
however a language writes them, in any order and however often.

Each language is compared with the source language. Numbers in citations are left to the checks of references.

Bad:  占18,439,546美元的15% in Chinese, 16 per cent of 18,439,546 dollars in English
Good: 占18,439,546美元的15% in Chinese, 15 per cent of 18,439,546 dollars in English
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.beside.translations import pairs, uncited
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.words.figures import Figure, figures_beyond, figures_in
from handbook.words.wording import Wording


def look(corpus: Corpus) -> Iterator[Problem]:
    sources: dict[tuple[str, str], list[Figure]] = {}
    for own, source in pairs(corpus):
        key = (source.page.path, source.unit)
        if key not in sources:
            sources[key] = figures_in(uncited(source), source.page.language)
        yield from _compare(own, source, sources[key])


def _compare(own: Wording, source: Wording, expected: list[Figure]) -> Iterator[Problem]:
    actual = figures_in(uncited(own), own.page.language)
    extra = figures_beyond(actual, expected)
    missing = figures_beyond(expected, actual)
    for figure in extra:
        instead = next((other for other in missing if _kind(other) == _kind(figure)), None)
        if instead:
            missing.remove(instead)
        wants = (
            f"expected {instead.text!r} as in {source.page.path}"
            if instead
            else f"expected none, as in {source.page.path}"
        )
        yield Problem(own.place_at(figure.start), f"figure {figure.text!r}, {wants}", unit=own.unit)
    for figure in missing:
        message = f"no figure in {own.unit!r} that says {figure.text!r}, expected it as in {source.page.path}"
        yield Problem(own.place, message, unit=own.unit)


def _kind(figure: Figure) -> str:
    """Figures of one kind can be a mistake for each other: two dates, two shares."""
    return re.sub(r"[\d.]+", "", figure.value)


CHECK = Check(
    Code.WD001,
    hint="give the same figures in every language, or mend the page that is wrong",
    look=look,
    waivable=True,
)
