"""What was found, as lines for a reader: each difference is one, then what was compared."""

from __future__ import annotations

from collections.abc import Iterable

from handbook.official.verifying.difference import Difference
from handbook.official.verifying.run import Verified

#: So much of what is printed is quoted.
LONGEST = 40


def shown(verified: Verified, *, unexplained: bool = False) -> str:
    """All differences, or those that no erratum explains, and the summary."""
    differences = verified.unexplained if unexplained else verified.differences
    return "".join(f"{line}\n" for line in (*map(line_of, differences), *summary(verified)))


def line_of(difference: Difference) -> str:
    """`line 724: CP-10/2#p1 reference: official '第2条第4款', record 'proc:…': explained by cp-10-2-p1`."""
    explanation = f"explained by {difference.erratum}" if difference.explained else "UNEXPLAINED"
    where = f"line {difference.line}: {difference.address}" if difference.line else difference.address
    both = f"official {quoted(difference.official)}, record {quoted(difference.record)}"
    return f"{where} {difference.what}: {both}: {explanation}"


def quoted(words: str) -> str:
    flat = " ".join(words.split())
    return repr(flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…") if flat else "has none"


def summary(verified: Verified) -> Iterable[str]:
    yield "compared: " + ", ".join(f"{count} {name}" for name, count in verified.counts)
    explained = len(verified.differences) - len(verified.unexplained)
    yield f"differences: {explained} explained by data/errata.yaml, {len(verified.unexplained)} unexplained"
