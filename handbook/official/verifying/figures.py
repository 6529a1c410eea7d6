"""The figures of the official words are those of our rendering, unit by unit: numbers, amounts, percentages, dates,
ordinals and shares, in digits or in words. Citations are left to the comparison of references. How often a figure
stands in a unit does not matter, nor does the order.

Bad:  占18,439,546美元的15% (ours: 16%)
Good: 占18,439,546美元的15% (ours: 18,439,546美元的15%)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from handbook.beside.translations import uncited
from handbook.official.verifying import places
from handbook.official.verifying.difference import Compared, Unlike
from handbook.official.verifying.held import Held
from handbook.official.verifying.references import cited_at, spans_of
from handbook.targets.grammar import Target
from handbook.words.figures import Figure, figures_beyond, figures_in
from handbook.words.wording import HIDDEN

WHAT = "figure"
#: An ordinal that a number in a list follows.
_ORDERED = re.compile(r"第[零一二三四五六七八九十百]+(?:和|、|至|或)$")
#: So many signs one has at most.
_NEAR = 12


def look(held: Held) -> Compared:
    unlike: list[Unlike] = []
    count = 0
    targets = dict(places.references(held.record))
    for address, own in held.prose.items():
        if (official := held.official.get(address)) and address in targets:
            words = _uncited(held, address, official.words, targets[address])
            printed = [_listed(one, words) for one in figures_in(words, held.language)]
            ours = figures_in(uncited(own), held.language)
            count += len({figure.value for figure in printed if figure.sure})
            unlike += _compare(address, printed, ours)
    return Compared(tuple(unlike), (("figures", count),))


def _compare(address: str, printed: list[Figure], ours: list[Figure]) -> Iterator[Unlike]:
    extra, missing = figures_beyond(printed, ours), figures_beyond(ours, printed)
    for figure in reversed(extra):
        instead = missing.pop() if missing else None
        span = (figure.start, figure.start + len(figure.text))
        yield Unlike(address, WHAT, figure.text, instead.text if instead else "", span)
    for figure in missing:
        yield Unlike(address, WHAT, "", figure.text)


def _uncited(held: Held, address: str, words: str, targets: Iterable[Target]) -> str:
    """The words with their citations hidden: those that are plain, and those that only the record knows for some."""
    cited = cited_at(held, address, words)
    hidden = [(one.start, one.start + len(one.text)) for one in cited.groups]
    hidden += [one.span for one in cited.said]
    hidden += [span for target in targets for span in spans_of(held, cited, target)]
    signs = list(words)
    for start, end in hidden:
        signs[start:end] = HIDDEN * (end - start)
    return "".join(signs)


def _listed(figure: Figure, words: str) -> Figure:
    """第二十五和二十六次会议 counts twice, with 第 once."""
    counted = figure.value.isdigit() and _ORDERED.search(words, max(figure.start - _NEAR, 0), figure.start)
    return replace(figure, value=f"{figure.value}th") if counted else figure
