"""What each erratum quotes is printed at its place, blanks and widths aside; and what it means is not what is printed.

Bad:  {at: CP-10/8#p1, printed: 注意到认为} where 注意到如下看法 is printed
Good: {at: CP-10/8#p1, printed: 注意到认为} where 注意到认为 is printed
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.model.erratum import Erratum
from handbook.official.verifying.difference import Compared, Unlike
from handbook.official.verifying.folding import folded, places_in
from handbook.official.verifying.held import Held
from handbook.official.verifying.references import shown
from handbook.targets.grammar import Target
from handbook.words.citations import cite_target

WHAT = "erratum"


def look(held: Held) -> Compared:
    errata = held.record.errata
    out = tuple(one for erratum in errata for one in _erratum(held, erratum))
    return Compared(out, (("errata", len(errata)),))


def _erratum(held: Held, erratum: Erratum) -> Iterator[Unlike]:
    address = erratum.front or erratum.address
    text = held.printed(address)
    spans = list(places_in(erratum.printed, text))
    if not spans:
        yield Unlike(address, WHAT, "", f"{erratum.id}: {erratum.printed}")
    elif erratum.meant and folded(erratum.printed)[0] in folded(_cited(held, erratum.meant.target))[0]:
        record = f"{erratum.id}: {shown(erratum.meant.target, address)}"
        yield Unlike(address, WHAT, text[slice(*spans[0])], record)


def _cited(held: Held, target: Target) -> str:
    """How the handbook cites a target."""
    return cite_target(target, held.language, held.names)
