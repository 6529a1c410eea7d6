"""Titles, openings, headings, column heads and the names of rows are those of names.yaml, which has them in their
official form. Blanks and widths aside, and a colon behind a heading, and the share in brackets behind a budget line.

What is called differently from table to table has one name in the handbook: it is official where one of the tables has
it, and no other name of the table is more like what is printed.

Bad:  风险评估 (names.yaml: 风险评估和风险管理)
Good: 风险评估和风险管理
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from handbook.model.decision import Decision
from handbook.model.table import Row, Table
from handbook.official.verifying.difference import Compared, Unlike
from handbook.official.verifying.folding import folded, same, unlike
from handbook.official.verifying.held import Held
from handbook.targets.addresses import TOTAL, column_at, row_at

WHAT = "name"


@dataclass(frozen=True)
class _Name:
    """A name that is printed at `address` and stands under `key` in names.yaml; `share` is what may stand behind it."""

    address: str
    key: str
    share: str = ""

    @property
    def tabled(self) -> bool:
        return "/" in self.address.partition("#")[2]


def look(held: Held) -> Compared:
    names = [name for name in _all(held) if name.address in held.official and name.key in held.names]
    printed: dict[str, list[str]] = defaultdict(list)
    for name in names:
        printed[name.key].append(_words(held, name))
    differences = []
    for name in names:
        difference = _compare(held, name)
        if difference and not (
            name.tabled and _elsewhere(held, name, printed[name.key]) and _is_nearest(held, name, names)
        ):
            differences.append(difference)
    return Compared(tuple(differences), (("names", len(names)),))


def _all(held: Held) -> Iterator[_Name]:
    for decision in held.decisions:
        yield from _of_decision(decision)
    for table in held.record.tables.values():
        yield _Name(table.id, table.id)
        for column in table.columns:
            yield _Name(column_at(table.id, column.id), f"column.{column.id}")
        for row in table.rows:
            yield _Name(row_at(table.id, row.id), _of_row(table, row), row.share.percent if row.share else "")
        if table.totals:
            yield _Name(row_at(table.id, TOTAL), f"line.{TOTAL}")


def _of_decision(decision: Decision) -> Iterator[_Name]:
    yield _Name(f"{decision.id}#title", decision.id)
    yield _Name(f"{decision.id}#opening", f"opening.{decision.opening}")
    for part in decision.body.walk():
        for id in (part.id, *(section.id for section in part.sections)):
            if id:
                yield _Name(f"{decision.id}#{id}", f"{decision.id}#{id}")


def _of_row(table: Table, row: Row) -> str:
    return row.name if table.kind == "budget" else f"party.{row.id}"


def _words(held: Held, name: _Name) -> str:
    """What is printed, without what does not belong to a name."""
    words = held.official[name.address].words
    share = re.search(rf"[(（]{re.escape(name.share)}\s?[%％][)）]$", words) if name.share else None
    return (words[: share.start()] if share else words).removesuffix("：").removesuffix(":")


def _compare(held: Held, name: _Name) -> Unlike | None:
    words, ours = _words(held, name), held.names[name.key]
    parts = unlike(words, ours)
    if parts is None:
        return None
    span, own = parts
    return Unlike(name.address, WHAT, words[slice(*span)], ours[slice(*own)], span)


def _elsewhere(held: Held, name: _Name, printed: Iterable[str]) -> bool:
    return bool(_words(held, name)) and any(same(one, held.names[name.key]) for one in printed)


def _is_nearest(held: Held, name: _Name, names: Iterable[_Name]) -> bool:
    """Whether, of the names of its table, its own is most like what is printed."""
    words = folded(_words(held, name))[0]
    table = name.address.partition("/")[0]
    scores = {
        one.key: SequenceMatcher(None, words, folded(held.names[one.key])[0], autojunk=False).ratio()
        for one in names
        if one.address.startswith(f"{table}/")
    }
    return scores.get(name.key, 0) == max(scores.values(), default=1)
