"""The figures of a text as values: numbers, per cents, dates, ordinals and shares, in digits or in words.

What a language leaves open (`双`, `半年`) is a figure that is not sure: it may answer to one of another language, but
asks for none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from handbook.languages import ROMANS, SOURCE
from handbook.languages.counting import COUNTING, HAN_DIGITS, HAN_PLACES, Counting
from handbook.languages.ordinals import ORDINALS

#: Look-alikes of one character each, so that places stay what they are.
_PLAIN = str.maketrans("‐‑–—−\u00a0\u202f\u2009٠١٢٣٤٥٦٧٨٩", "-----   0123456789")
#: Up to this number words are used for other things too: one, once, a pair, both.
FEW = 2


@dataclass(frozen=True)
class Figure:
    """`value` is what it says, in one form for all languages: `2765932`, `15 %`, `10-15` (15 October), `4th`, `2/3`."""

    value: str
    text: str
    start: int
    sure: bool = True


def figures_in(text: str, language: str) -> list[Figure]:
    """The figures of a text, in order."""
    counting = COUNTING[language]
    plain = text.translate(_PLAIN)
    out: list[Figure] = []
    month = 0
    for found in counting.form.finditer(plain):
        kind = found.lastgroup or ""
        kind = next(name for name in READERS if found[name] is not None) if kind not in READERS else kind
        if kind == "date":
            month = counting.month(found["month"]) if found["month"] else month
        for value, sure in READERS[kind](found, counting, month):
            out.append(Figure(value, text[found.start() : found.end()], found.start(), sure))
    return out


def beyond(mine: list[Figure], theirs: list[Figure]) -> list[Figure]:
    """Figures that are sure and that the other side does not have at all, each value once."""
    known = {figure.value for figure in theirs}
    return list(
        {figure.value: figure for figure in reversed(mine) if figure.sure and figure.value not in known}.values()
    )[::-1]


Values = Iterator[tuple[str, bool]]


def _date(found: re.Match[str], counting: Counting, month: int) -> Values:
    days = [found[name] for name in ("from", "day", "one", "alone") if name in found.re.groupindex and found[name]]
    for day in days:
        yield f"{month}-{int(day)}", bool(month)
    if not days:
        # 12月 may be so many months of another sentence; after its year it is a date.
        yield f"month {month}", counting.code != SOURCE or found.string[: found.start()].endswith("年")


def _per_cent(found: re.Match[str], counting: Counting, month: int) -> Values:
    for share in (found["low"], found["share"]):
        if share:
            yield f"{_plain(share, counting)} %", True


def _scaled(found: re.Match[str], counting: Counting, month: int) -> Values:
    amount = Decimal(_plain(found["amount"], counting)) * counting.scales[found["scale"].lower()]
    yield _short(amount), True


def _fraction(found: re.Match[str], counting: Counting, month: int) -> Values:
    if counting.code != SOURCE:
        yield counting.fractions[found["part"].lower()], True
    elif found["hundredth"]:
        yield f"{han(found['hundredth'])} %", True
    elif found["below"]:
        yield f"{han(found['above'])}/{han(found['below'])}", True
    else:
        yield "1/2", bool(found["half"])


def _numbered(found: re.Match[str], counting: Counting, month: int) -> Values:
    yield f"{int(found['rank'])}th", True


def _ordinal(found: re.Match[str], counting: Counting, month: int) -> Values:
    value = han(found["ordered"]) if counting.code == SOURCE else ORDINALS[counting.code].value(found[0])
    if value:
        yield f"{value}th", int(value) > 1


def _years(found: re.Match[str], counting: Counting, month: int) -> Values:
    yield found["first"], True
    yield found["first"][:2] + found["last"], True


def _number(found: re.Match[str], counting: Counting, month: int) -> Values:
    yield _plain(found[0], counting), True


def _roman(found: re.Match[str], counting: Counting, month: int) -> Values:
    """The third project may be called project III."""
    if found["roman"].lower() in ROMANS:
        yield str(ROMANS[found["roman"].lower()]), False
        yield f"{ROMANS[found['roman'].lower()]}th", False


def _word(found: re.Match[str], counting: Counting, month: int) -> Values:
    if counting.code != SOURCE:
        yield str(counting.words[found["count"].lower()]), True
    elif found["both"]:
        yield str(FEW), False
    else:
        value = han(found["count"])
        yield value, bool(found["measure"] and not found["these"]) and int(value) > FEW


READERS: Mapping[str, Callable[[re.Match[str], Counting, int], Values]] = {
    "date": _date,
    "per_cent": _per_cent,
    "scaled": _scaled,
    "fraction": _fraction,
    "numbered": _numbered,
    "ordinal": _ordinal,
    "years": _years,
    "number": _number,
    "roman": _roman,
    "word": _word,
}


def _plain(text: str, counting: Counting) -> str:
    """`2.765.932,50` in Spanish → `2765932.5`."""
    whole, _, rest = re.sub(rf"[{counting.point}](?=\d+$)(?!\d{{3}}$)", "|", text).partition("|")
    if not rest and counting.point != counting.group and re.search(rf"[{counting.point}]\d+$", text):
        whole, _, rest = re.sub(rf"[{counting.point}](?=\d+$)", "|", text).partition("|")
    return _short(Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{rest or 0}"))


def _short(value: Decimal) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def han(text: str) -> str:
    """`三十五`, `两`, `一百二十`, `35` → a plain number; digits one after another are a number too (二〇二一)."""
    if not any(sign in HAN_PLACES for sign in text):
        return text if text[0].isascii() else str(int("".join(str(HAN_DIGITS[sign]) for sign in text)))
    total, digit = 0, 0
    for sign in text:
        if sign in HAN_PLACES:
            total += (digit or 1) * HAN_PLACES[sign]
            digit = 0
        else:
            digit = HAN_DIGITS[sign]
    return str(total + digit)
