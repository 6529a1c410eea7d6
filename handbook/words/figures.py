"""The figures of a text as values: numbers, per cents, dates, ordinals and shares, in digits or in words.

What a language leaves open (`双`, `半年`) is a figure that is not sure: it may answer to one of another language, but
asks for none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from handbook.languages import LANGUAGES, Language
from handbook.languages.counting import Counting, Values
from handbook.languages.numerals import ROMANS

#: Look-alikes of one character each, so that places stay what they are.
_PLAIN = str.maketrans("‐‑–—−\u00a0\u202f\u2009٠١٢٣٤٥٦٧٨٩", "-----   0123456789")


@dataclass(frozen=True)
class Figure:
    """`value` is what it says, in one form for all languages: `2765932`, `15 %`, `10-15` (15 October), `4th`, `2/3`."""

    value: str
    text: str
    start: int
    sure: bool = True


def figures_in(text: str, language: str) -> list[Figure]:
    """The figures of a text, in order."""
    own = LANGUAGES[language]
    plain = text.translate(_PLAIN)
    figures: list[Figure] = []
    month = 0
    for match in _figure(own).finditer(plain):
        kind = next(name for name in READERS if match[name] is not None)
        if kind == "date" and match["month"]:
            month = own.dates.month(match["month"])
        _, read_own = own.counting.own.get(kind, ("", None))
        values = read_own(match) if read_own else READERS[kind](match, own, month)
        figures += (Figure(value, text[match.start() : match.end()], match.start(), sure) for value, sure in values)
    return figures


def figures_beyond(mine: list[Figure], theirs: list[Figure]) -> list[Figure]:
    """Figures that are sure and that the other side does not have at all, each value once."""
    known = {figure.value for figure in theirs}
    return list(
        {figure.value: figure for figure in reversed(mine) if figure.sure and figure.value not in known}.values()
    )[::-1]


# --- the expression ---------------------------------------------------------------------------------------------------


@cache
def _figure(language: Language) -> re.Pattern[str]:
    """Every figure, by groups named as its kind."""
    counting = language.counting
    number, joint = _number_form(counting), counting.joint
    forms = {
        "date": counting.date or _date_form(language),
        "per_cent": rf"(?:(?P<low>{number})\s?(?:{joint})\s?)?(?P<share>{number})[\s-]?(?:{counting.per_cent})",
        "scaled": rf"(?P<amount>{number})\s?(?P<scale>{_any(counting.scales)}){counting.end}",
        "fraction": rf"(?<!\w)(?:{counting.prefix})(?P<part>{_any(counting.fractions)})(?!\w)",
        "numbered": rf"(?<!\w)(?P<rank>\d{{1,3}})(?:{counting.suffix})",
        "ordinal": language.ordinals.form,
        "years": r"(?<!\d)(?P<first>(?:19|20)\d\d)-(?P<last>\d\d)(?!\d)",
        "number": number,
        "roman": r"(?-i:(?<![A-Za-z/.-])[IVX]+(?![\w/-]|\.\w))",
        "word": rf"(?<![\w-])(?:{counting.prefix})(?P<count>{_any(counting.words)})(?![\w-])",
    }
    forms |= {kind: form for kind, (form, _) in counting.own.items()}
    whole = "|".join(f"(?P<{name}>{form})" for name, form in forms.items())
    return re.compile(rf"{counting.begins or _begins(language)}(?:{whole})", re.IGNORECASE)


def _number_form(counting: Counting) -> str:
    """A number in digits. What hangs on a letter (COVID-19) or in a symbol (CP-1/2) is none."""
    grouped = rf"\d{{1,3}}(?:[{counting.group}]\d{{3}})+(?!\d)"
    # Not COVID-19, in whatever letters; post-2020 is one.
    alone = r"(?<![A-Za-zА-я\d/])(?<!(?-i:[A-Z]{2})-)(?<![\u0620-\u064a]-)"
    return rf"{alone}(?:{grouped}|\d+)(?:[{counting.point}]\d+)?(?![\d/]|[A-Za-z](?![A-Za-z\d]))"


def _date_form(language: Language) -> str:
    dates = language.dates
    month = f"(?P<month>{'|'.join(dates.forms)})(?!\\w)"
    if dates.capital_tells:
        month = f"(?-i:{month})"
    suffix = f"(?:{dates.first_suffix})?"
    first = rf"(?P<from>\d{{1,2}}){suffix}\s?(?:{language.counting.joint})\s?"
    day = rf"(?<![\d/.,])(?:{first})?(?P<day>\d{{1,2}}){suffix}\s"
    return rf"(?:{day}(?:{dates.of})?)?(?<!\w){month}(?(day)|(?=\s(?:{dates.of})?\d{{4}}))"


def _begins(language: Language) -> str:
    """What every figure begins with: most signs of a text are passed over at once."""
    counting = language.counting
    months = "|".join(language.dates.forms).split("|")
    words = (*counting.words, *counting.fractions, *language.ordinals.stems, *months)
    begun = {match[0] for word in words if (match := re.match(r"\w{1,3}(?![^\w ])|\w\w", word))}
    rests = {first: sorted(head[1:] for head in begun if head[0] == first) for first in {head[0] for head in begun}}
    heads = "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))
    # Where nothing is joined to a word, a figure begins where a word does.
    edge = "" if counting.prefix else r"\b"
    return rf"{edge}(?:(?=\d)|(?<![^\W\d_])(?=[IVX]|(?:{counting.prefix})(?:{heads})))"


def _any(forms: Mapping[str, object]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) or "(?!)"


# --- reading a match --------------------------------------------------------------------------------------------------


def _date(match: re.Match[str], language: Language, month: int) -> Values:
    days = [match[name] for name in ("from", "day", "one", "alone") if name in match.re.groupindex and match[name]]
    for day in days:
        yield f"{month}-{int(day)}", bool(month)
    if not days:
        yield f"month {month}", match.string[: match.start()].endswith(language.dates.year_mark)


def _per_cent(match: re.Match[str], language: Language, month: int) -> Values:
    for share in (match["low"], match["share"]):
        if share:
            yield f"{_plain(share, language.counting)} %", True


def _scaled(match: re.Match[str], language: Language, month: int) -> Values:
    amount = Decimal(_plain(match["amount"], language.counting)) * language.counting.scales[match["scale"].lower()]
    yield _short(amount), True


def _fraction(match: re.Match[str], language: Language, month: int) -> Values:
    yield language.counting.fractions[match["part"].lower()], True


def _numbered(match: re.Match[str], language: Language, month: int) -> Values:
    yield f"{int(match['rank'])}th", True


def _ordinal(match: re.Match[str], language: Language, month: int) -> Values:
    if value := language.ordinals.value(match[0]):
        yield f"{value}th", value > 1


def _years(match: re.Match[str], language: Language, month: int) -> Values:
    yield match["first"], True
    yield match["first"][:2] + match["last"], True


def _number(match: re.Match[str], language: Language, month: int) -> Values:
    yield _plain(match[0], language.counting), True


def _roman(match: re.Match[str], language: Language, month: int) -> Values:
    """The third project may be called project III."""
    if match["roman"].lower() in ROMANS:
        yield str(ROMANS[match["roman"].lower()]), False
        yield f"{ROMANS[match['roman'].lower()]}th", False


def _word(match: re.Match[str], language: Language, month: int) -> Values:
    yield str(language.counting.words[match["count"].lower()]), True


#: How a match of each kind is read, where the language does not read it itself.
READERS: Mapping[str, Callable[[re.Match[str], Language, int], Values]] = {
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
