"""Which row of the handbook a printed row of figures is: by its name, by its letter, by its place among the others.

Names that are the record's come first, wherever they stand; what is only like one takes what they have left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property

from handbook.languages.numerals import chinese_value, roman
from handbook.official.flow import Flow, fold, joined
from handbook.official.importing.numerals import HAN
from handbook.targets.addresses import TOTAL

#: Names that are as like as this are the same with a slip.
_LIKE = 0.6
#: A letter that agrees counts as much as this.
_AGREES = 0.3
#: No name is longer.
_LONGEST = 80
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]\s*$")
_NUMERAL = f"[A-Z]|{HAN}"
_LABEL = re.compile(
    rf"\s*(?:(?:{_NUMERAL})\s*[.．、]\s*|\d{{1,3}}\s*[.．、]\s*(?=[^\W\d])|\d{{1,3}}(?:\s+(?=\D)|\s*$))"
)
#: What is a label where a known name stands behind it.
_LOOSE = re.compile(rf"\s*[(（]?(?:{_NUMERAL}|\d{{1,3}})\s*[)）.．、:：]?\s*(?=\S)")
#: Why a row's place is a guess.
SLIP = "the name is not quite the row's"
ORDER = "placed by its order alone"
AGAIN = "the row stands there again with other figures"


@dataclass(frozen=True)
class Entry:
    """A row as printed: its label, name and figures, and the number of its line."""

    label: Flow
    name: Flow
    figures: tuple[Flow, ...]
    number: int

    @property
    def whole(self) -> Flow:
        """All its characters in the order of the file: a name may go on behind the figures."""
        flow = joined([self.label, self.name, *self.figures])
        return flow.pick(sorted(range(len(flow)), key=lambda index: flow.places[index]))

    @cached_property
    def key(self) -> str:
        return fold(self.name.text)

    @cached_property
    def printed(self) -> tuple[str, ...]:
        return tuple(figure.text for figure in self.figures)


@dataclass(frozen=True)
class Seat:
    """The row of the handbook that an entry is: "" where it is none. `again` says that another had its place before."""

    id: str
    doubt: str = ""
    again: bool = False


class Names:
    """The printed names of a table's rows by id, to be asked for."""

    def __init__(self, names: Mapping[str, str], labels: Mapping[str, str]) -> None:
        self.keys = {id: fold(name) for id, name in names.items()}
        self.labels = labels
        self.whole = _index(self.keys.items())
        self.short = _index((id, fold(_BRACKETED.sub("", name))) for id, name in names.items())
        #: So many comparisons are made: more unknown names than rows are another table's.
        self.patience = 4 * len(names) + 4

    def knows(self, flow: Flow) -> bool:
        """Whether a name is one of the table's, whatever it ends with in brackets."""
        if len(flow) > _LONGEST * 2:
            return False
        return bool(self.ids(flow))

    def ids(self, flow: Flow) -> Sequence[str]:
        return self.whole.get(fold(flow.text)) or self.short.get(fold(_BRACKETED.sub("", flow.text))) or ()

    def parts(self, flow: Flow) -> tuple[Flow, Flow]:
        """A label, and the name behind it."""
        if match := _LABEL.match(flow.text):
            return flow[: match.end()], flow[match.end() :]
        match = _LOOSE.match(flow.text)
        if match and self.knows(flow[match.end() :]) and not self.knows(flow):
            return flow[: match.end()], flow[match.end() :]
        return flow[:0], flow

    def likeness(self, flow: Flow) -> float:
        """How like a name is to the likest of the table's, from 0 to 1; 0 when patience is over."""
        key = fold(flow.text)
        if not key or len(key) > _LONGEST or self.patience <= 0:
            return 0.0
        self.patience -= 1
        return max((like(key, name) for name in self.keys.values()), default=0.0)


def labelled(flow: Flow) -> bool:
    """Whether a line begins with a row's label."""
    return bool(_LABEL.match(flow.text))


def like(key: str, name: str) -> float:
    """0 where two names cannot be the same with a slip; one that the other goes on from is likely."""
    if not key or not name:
        return 0.0
    if 2 * min(len(key), len(name)) >= _LIKE * (len(key) + len(name)):
        matcher = SequenceMatcher(None, name, key, autojunk=False)
        if matcher.quick_ratio() >= _LIKE and (ratio := matcher.ratio()) >= _LIKE:
            return ratio
    begun = min(len(key), len(name)) > 1 and (name.startswith(key) or key.startswith(name))
    return _LIKE if begun else 0.0


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for id, key in pairs:
        if key:
            out.setdefault(key, []).append(id)
    return out


# --- placing


@dataclass
class _Placing:
    entries: Sequence[Entry]
    names: Names
    seats: dict[int, Seat] = field(default_factory=dict)
    left: dict[str, int] = field(default_factory=dict)
    figures: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def take(self, place: int, id: str, doubt: str = "") -> None:
        self.seats[place] = Seat(id, doubt)
        self.left.pop(id, None)
        self.figures[id] = self.entries[place].printed

    def open(self) -> list[int]:
        return [place for place in range(len(self.entries)) if place not in self.seats]


def placed(entries: Sequence[Entry], names: Names) -> tuple[Seat, ...]:
    """A seat for each entry; no id is given twice but to entries that are there again."""
    placing = _Placing(entries, names, left={id: order for order, id in enumerate(names.keys)})
    _by_name(placing, lambda entry: names.whole.get(entry.key, ()))
    _by_name(placing, lambda entry: names.short.get(fold(_BRACKETED.sub("", entry.name.text)), ()))
    _total(placing)
    _by_likeness(placing)
    _by_order(placing)
    return tuple(placing.seats.get(place, Seat("")) for place in range(len(entries)))


def _by_name(placing: _Placing, find: Callable[[Entry], Sequence[str]]) -> None:
    """Entries with a name of the table's, each the next row of that name that is left."""
    for place in placing.open():
        ids = find(placing.entries[place])
        if not ids:
            continue
        free = next((id for id in ids if id in placing.left), None)
        if free:
            placing.take(place, free)
        else:
            same = next((id for id in ids if placing.figures.get(id) == placing.entries[place].printed), None)
            placing.seats[place] = Seat(same or ids[0], "" if same else AGAIN, again=True)


def _total(placing: _Placing) -> None:
    """Figures without any name below all others are the total's."""
    last = max((place for place, seat in placing.seats.items() if seat.id != TOTAL), default=-1)
    keys = list(placing.names.keys)
    if TOTAL in keys and (TOTAL not in placing.left or keys[-1] != TOTAL):
        return
    below = [place for place in placing.open() if place > last]
    nameless = (
        place for place in below if not placing.entries[place].key and not placing.entries[place].label.text.strip()
    )
    if (place := next(nameless, None)) is not None:
        placing.take(place, TOTAL)


def _by_likeness(placing: _Placing) -> None:
    """The likest pairs of a name and a row first; a letter that agrees counts too."""
    own = {id: fold(label) for id, label in placing.names.labels.items()}
    pairs: list[tuple[float, int, int, str]] = []
    for place in placing.open()[: len(placing.names.keys)]:
        entry = placing.entries[place]
        letter = _letter(entry.label)
        if len(entry.key) > _LONGEST:
            continue
        for id, order in placing.left.items():
            ratio = like(entry.key, placing.names.keys[id])
            agrees = bool(letter) and own.get(id) in letter
            if ratio or agrees:
                pairs.append((-ratio - _AGREES * agrees, place, order, id))
    for _, place, _, id in sorted(pairs):
        if id in placing.left and place not in placing.seats:
            placing.take(place, id, SLIP)


def _letter(label: Flow) -> tuple[str, ...]:
    """A printed letter or numeral, and the record's form of a Chinese one: 二 → II."""
    key = fold(label.text)
    if re.fullmatch(HAN, key):
        return key, roman(int(chinese_value(key))).upper()
    return (key,) if key and not key.isdigit() else ()


def _by_order(placing: _Placing) -> None:
    """Rows between two that are known, as many as are missing between them."""
    order = {id: place for place, id in enumerate(placing.names.keys)}
    for first, last in _runs(placing.open()):
        before = _beside(placing, first - 1)
        after = _beside(placing, last + 1)
        if (first and before is None) or after is None:
            continue
        low = order.get(before or "", -1)
        missing = [id for id in placing.left if low < order[id] < order.get(after, -1)]
        if len(missing) == last - first + 1:
            for place, id in zip(range(first, last + 1), missing, strict=True):
                placing.take(place, id, ORDER)


def _beside(placing: _Placing, place: int) -> str | None:
    seat = placing.seats.get(place)
    return seat.id if seat and not seat.again else None


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Places that follow one another, as their first and last."""
    start = None
    for order, place in enumerate(places):
        start = place if start is None else start
        if order + 1 == len(places) or places[order + 1] != place + 1:
            yield start, place
            start = None
