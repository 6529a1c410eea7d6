"""Every address that was once published is still there: a citation is for ever. New ones are listed as they come.

Bad:  data/addresses.txt lists decisions/cp-1-1/#p4, and the record has no paragraph 4
Good: every line of data/addresses.txt is an address of the site, and every address of the site is a line
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.finding import Place
from handbook.model import Corpus
from handbook.site import Site

PATH = "data/addresses.txt"


def look(corpus: Corpus) -> Iterator[Problem]:
    listed = corpus.addresses
    now = set(Site(corpus).addresses)
    for line, address in enumerate(listed, 1):
        if address not in now:
            hint = "bring back what stood there: published addresses are cited"
            yield Problem(Place(PATH, line), f"address {address!r} is no longer on the site", hint)
    new = sorted(now.difference(listed))
    if new:
        more = f" and {len(new) - 1} more" if len(new) > 1 else ""
        yield Problem(Place(PATH, len(listed) + 1), f"address {new[0]!r}{more} not listed")


CHECK = Check(code="AD001", name="addresses", hint="run `handbook addresses --write` and commit the file", look=look)
