"""Which erratum explains that something is unlike.

It must stand at the same place, and quote what is unlike: the part that is unlike lies within the words that it quotes.
What is missing between two signs (a label, a name) is explained by an erratum that says that something is missing where
its words begin or end. A reference is explained by one that means it. That a unit is not there, or elsewhere, no words
explain.
"""

from __future__ import annotations

from collections.abc import Sequence

from handbook.model.erratum import Erratum
from handbook.official.flow import Range
from handbook.official.verifying.contents import TITLE
from handbook.official.verifying.difference import Unlike
from handbook.official.verifying.errata import WHAT as ERRATUM
from handbook.official.verifying.figures import WHAT as FIGURE
from handbook.official.verifying.folding import places_in
from handbook.official.verifying.headings import WHAT as NAME
from handbook.official.verifying.held import Held
from handbook.official.verifying.references import WHAT as REFERENCE
from handbook.targets.addresses import TOTAL
from handbook.words import labels

#: The kinds of an erratum that says that something is not printed, and of one about a sign, which only names have.
MISSING = "missing"
PUNCTUATION = "punctuation"
#: The kind of one about a figure: no other explains that another figure stands in its stead.
FIGURES = "figure"


def explaining(held: Held, unlike: Unlike) -> str:
    """The erratum's id, or ''."""
    if unlike.what == ERRATUM:
        return ""
    if unlike.slip:
        return unlike.slip
    address = _place(held, unlike.address)
    return next(
        (
            erratum.id
            for erratum in held.record.errata
            if address == (erratum.front or erratum.address) and _explains(held, unlike, erratum)
        ),
        "",
    )


def _place(held: Held, address: str) -> str:
    """Where an erratum stands: a table's totals have no address but the table's."""
    table, _, row = address.rpartition("/row-")
    return table if row == TOTAL and table in held.record.tables and held.record.tables[table].totals else address


def _explains(held: Held, unlike: Unlike, erratum: Erratum) -> bool:
    """Whether an erratum at the same place quotes what is unlike."""
    if erratum.kind == PUNCTUATION and unlike.what not in (NAME, TITLE):
        return False
    if erratum.kind != FIGURES and unlike.what == FIGURE and unlike.record:
        return False
    official = held.official.get(unlike.address)
    printed = list(places_in(erratum.printed, official.text if official else held.printed(unlike.address)))
    if not printed:
        return False
    if unlike.what == REFERENCE:
        return _of_reference(held, unlike, erratum, printed)
    if unlike.span is None:
        return False
    start, end = unlike.span
    if start == end:
        return erratum.kind == MISSING and any(start in span for span in printed)
    return any(first <= start and end <= last for first, last in printed)


def _of_reference(held: Held, unlike: Unlike, erratum: Erratum, printed: Sequence[Range]) -> bool:
    """A wrong citation is explained where the record has what the erratum means; one that is not resolved, by its own
    erratum; one that cannot be read as printed, by an erratum whose words say it all the same.
    """
    if unlike.target is None or (
        unlike.span and not any(unlike.span[0] < last and first < unlike.span[1] for first, last in printed)
    ):
        return False
    if unlike.target.scheme == "unresolved":
        return unlike.target.id == erratum.id
    if erratum.meant:
        return erratum.meant.target == unlike.target
    said = labels.label_tokens(erratum.printed, held.language)
    return bool(said) and labels.label_differs(erratum.printed, held.language, unlike.target) is None
