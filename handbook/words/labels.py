"""Labels of links → what they cite: `第26条第7款`, `paragraph 10 (c)`, `المرفق الأول` as tokens that can be compared
with a target.

A token is a number, a letter, a numeral or a symbol. One sign may have more than one reading: `(i)` is a letter or a
Roman numeral, `I` one or the letter; two tokens agree when they share a reading. Figures that cite nothing (years,
dates, percentages, amounts) are no tokens. How each language cites stands in `handbook.citing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from handbook.languages import LANGUAGES, SOURCE, Language
from handbook.languages.citing import GOAL, ROMAN, SLASHED, SYMBOL, plain
from handbook.languages.numerals import LETTERS, ROMANS
from handbook.model.plan import goal_label
from handbook.targets.grammar import INSTRUMENTS, Target

#: What cites nothing: a year or a span of years, an amount with its groups or decimals.
_YEARS = r"(?<![\d/])(?:19|20|21)\d\d(?:\s?-\s?(?:\d{4}|\d\d))?(?![\d/])"
_AMOUNT = r"\d{1,3}(?:[ ,.]\d{3})+(?!\d)|\d+[.,]\d+"
_BRACKETED = r"\([^()\s]{{1,5}}\)|(?<![A-Za-z{own}0-9(])(?:[a-z]{{1,5}}|[a-z{own}]|\d+)\)"
_NUMBER = r"(?P<figure>\d+)(?:{suffix}|(?P<letter>[a-z])(?![a-z]))?"
#: `section H`; not as the first word of a label, where it may be an article or a preposition: `A new …`, `В решении …`.
_CAPITAL = r"(?<!^)(?<!\w)[A-Z{own}](?![\w'’])|^[A-Z](?![\w '’])"
_CAPITAL_UNSPACED = r"(?<![A-Za-z])[A-Z](?![A-Za-z])"


@dataclass(frozen=True)
class Token:
    """`readings` are numbers (`26`), letters (`c`), goals (`A.5`), symbols (`CP-9/13`); `kind` is the citing word's."""

    text: str
    readings: frozenset[str]
    kind: str | None = None


@dataclass(frozen=True)
class TargetToken:
    """One token of a target."""

    text: str
    readings: frozenset[str]
    kind: str | None = None

    def agrees(self, token: Token) -> bool:
        return bool(self.readings & token.readings) and (None in (self.kind, token.kind) or self.kind == token.kind)


# --- reading ----------------------------------------------------------------------------------------------------------


def label_tokens(text: str, language: str) -> tuple[Token, ...]:
    """The tokens of a label, in order."""
    text = plain(text)
    own = LANGUAGES[language]
    out: list[Token] = []
    for match in _sign_form(own).finditer(text):
        kind = _kind(match, text, own)
        out += (Token(piece, readings, kind) for piece, readings in _pieces(match, own) if readings)
    return tuple(out)


@cache
def _sign_form(language: Language) -> re.Pattern[str]:
    """Everything that may be a token, by groups named as what it is."""
    citing = language.citing
    own = "".join(letter for letter in citing.letters if len(letter) == 1)
    forms = {
        "aside": "|".join(_asides(language)),
        "symbol": f"{SYMBOL}|{SLASHED}",
        "goal": GOAL,
        "bracketed": _BRACKETED.format(own=own),
        "number": _NUMBER.format(suffix=citing.number_suffix),
        "ordinal": language.ordinals.form,
        "bare_letter": citing.bare_letter,
        "roman": ROMAN,
        "capital": _CAPITAL.format(own=own.upper()) if language.spaced else _CAPITAL_UNSPACED,
    }
    return re.compile("|".join(f"(?P<{name}>{form})" for name, form in forms.items()))


def _asides(language: Language) -> Iterator[str]:
    """What cites nothing: years, amounts, percentages, dates."""
    yield from (_YEARS, _AMOUNT, rf"\d+\s*(?:{language.counting.per_cent})")
    if language.citing.aside:
        yield language.citing.aside
    dates = language.dates
    months = "|".join(re.escape(month) for month in dates.months if not month.isdigit())
    if months:
        yield rf"\d{{1,2}}(?:{dates.first_suffix})?\s+(?:{dates.of})?(?:{months})"


def _kind(match: re.Match[str], text: str, language: Language) -> str | None:
    """Of letters nothing is known; of ordinals only where the noun comes first."""
    citing = language.citing
    if match.lastgroup in ("bracketed", "bare_letter") or (match.lastgroup == "ordinal" and not citing.noun_first):
        return None
    return citing.kind(text, match.start(), match.end())


def _pieces(match: re.Match[str], language: Language) -> list[tuple[str, frozenset[str]]]:
    """What one match stands for: nothing for a figure that cites nothing, two tokens for `1a` and `A.5.1`."""
    text, group = match[0], match.lastgroup
    if group == "aside":
        return []
    if group == "symbol":
        return [(text, frozenset({text}))]
    if group == "goal":
        goal, *item = re.findall(r"[A-Z]\.\d+|\d+", _latin(text, language))
        return [(sign, frozenset({sign})) for sign in (goal, *item)]
    if group == "number":
        return [(sign, frozenset({sign})) for sign in (match["figure"], match["letter"]) if sign]
    if group == "ordinal":
        value = language.ordinals.value(text)
        return [(text, frozenset({str(value)} if value else ()))]
    if group == "bare_letter":
        return [(match["bare"], own_signs(match["bare"], language))]
    return [(text, own_signs(text.strip("()"), language))]


def neutral_signs(text: str) -> frozenset[str]:
    """Readings of a number, a Latin letter or a Roman numeral that stands by itself; none for anything else."""
    small = text.lower()
    readings = {small} if small.isdigit() or (len(small) == 1 and small in LETTERS) else set()
    if small in ROMANS:
        readings.add(str(ROMANS[small]))
    return frozenset(readings)


def own_signs(text: str, language: Language) -> frozenset[str]:
    """The same with the letters and numerals of a language."""
    citing = language.citing
    readings = set(neutral_signs(text))
    for letter in (citing.letters.get(text.lower(), ""), _latin(text, language).lower()):
        if len(letter) == 1 and letter in LETTERS:
            readings.add(letter)
    if text in citing.numerals:
        readings.add(str(citing.numerals[text]))
    return frozenset(readings)


def _latin(text: str, language: Language) -> str:
    """A text with Latin letters for the language's own that look like them."""
    return text.translate(language.citing.shapes)


# --- comparing --------------------------------------------------------------------------------------------------------


def target_tokens(target: Target, printed: str = "") -> tuple[list[TargetToken], bool]:
    """A target's tokens, id first, and whether it ends in what is cited by name alone (an annex, a meeting, a plan).

    `printed` is what the source has for a target that is not resolved.
    """
    if printed:
        whole = [TargetToken(token.text, token.readings) for token in label_tokens(printed, SOURCE)]
        return [*whole, *(token for part in target.parts for token in _of_part(part))], False
    if target.scheme == "page":
        return [], True
    if target.scheme in INSTRUMENTS:
        return _of_article(target), False
    tokens, named = _of_id(target.scheme, target.id)
    for part in target.parts:
        inside = _of_part(part)
        tokens += [replace(token, kind=None) for token in inside] if target.scheme == "goal" else inside
        named = not inside
    return tokens, named


def _of_article(target: Target) -> list[TargetToken]:
    annex = target.id.startswith("annex-")
    head = _sign(target.id.removeprefix("annex-"), "annex" if annex else "article")
    return [head, *(_sign(part, "paragraph" if part.isdigit() and not annex else None) for part in target.parts)]


def _of_id(scheme: str, id: str) -> tuple[list[TargetToken], bool]:
    """Tokens of a whole, and whether it is cited by name alone."""
    if scheme == "meeting":
        return [_sign(part) for part in id.split("-") if part.isdigit()], True
    if scheme == "goal":
        meeting = id.partition("/")[0].rpartition(".")[0]
        goals = [_symbol(goal, goal_label(meeting, goal)) for goal in re.findall(r"[A-Z]\.\d+", id)]
        return goals, not goals
    if scheme in ("proc", "unresolved"):
        return [], True
    return [_symbol(id)], False


def _of_part(part: str) -> list[TargetToken]:
    """Tokens of one part: `annex-I` → I of an annex, `35-44` → both, `table-1a` → 1 and a; `annex` has none."""
    head, *rest = part.split("-")
    kind = {"annex": "annex", "sec": "section"}.get(head, "paragraph" if head.isdigit() else None)
    out: list[TargetToken] = []
    for piece in rest if head.isalpha() and rest else (head, *rest):
        if match := re.fullmatch(r"(\d+)([a-z]?)", piece):
            out += (_sign(sign, kind) for sign in match.groups() if sign)
        elif len(piece) == 1 or piece.lower() in ROMANS:
            out.append(_sign(piece, kind))
    return out


def _sign(text: str, kind: str | None = None) -> TargetToken:
    return TargetToken(text, neutral_signs(text), kind)


def _symbol(*readings: str) -> TargetToken:
    return TargetToken(readings[0], frozenset(readings))


def label_differs(text: str, language: str, target: Target, printed: str = "") -> str | None:
    """How a label and its target differ, in words for a finding; None where they agree.

    Every token of the label must be one of the target's, and the target's last must stand in the label. A label
    without any token will do for what has a name. In which order they stand is the language's own affair.
    """
    expected, named = target_tokens(target, printed)
    if target.scheme == "meeting":
        text = re.sub(LANGUAGES[language].citing.part_of_meeting, " ", plain(text))
    tokens = label_tokens(text, language)
    for token in tokens:
        if not any(sign.agrees(token) for sign in expected):
            return f"says {token.text!r}"
    if (tokens or not named) and expected and not any(expected[-1].agrees(token) for token in tokens):
        return f"lacks {expected[-1].text!r}"
    return None
