"""Ordinal numbers in words, 1 to 49, as each language writes them before or after a noun: `twenty-sixth`,
`vingt-sixième`, `السادس والعشرين`.

Chinese has no words of its own for them (第二十六): see `handbook.citing`. Forms are those of general grammar;
genders, cases and plurals are taken together, since an ordinal in a label says the same number in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Ordinals:
    """`stems` by value; `before` and `after` are expressions of what may stand round a stem inside its word."""

    stems: Mapping[str, int]
    before: str = ""
    after: str = ""

    @property
    def form(self) -> str:
        stems = "|".join(sorted(map(re.escape, self.stems), key=len, reverse=True))
        return rf"(?<!\w)(?:{self.before})(?i:{stems})(?:{self.after})(?!\w)"

    def value(self, text: str) -> int | None:
        """Of a text that matches `form`: the value of its longest stem."""
        small = re.sub(rf"^(?:{self.before})", "", text.lower())
        fitting = [stem for stem in self.stems if small.startswith(stem)]
        return self.stems[max(fitting, key=len)] if fitting else None


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    """Words in the order of their values; forms of one value are joined with `|`."""
    return {form: value for value, forms in enumerate(words.split(), first) for form in forms.split("|")}


def _compound(tens: Mapping[str, int], units: Mapping[str, int], joint: str) -> dict[str, int]:
    return {
        f"{ten}{joint}{unit}": value + low for ten, value in tens.items() for unit, low in units.items() if low < 10
    }


def _english() -> Ordinals:
    units = _numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth"
    )
    tens = {"twenty": 20, "thirty": 30, "forty": 40}
    round_ = {"twentieth": 20, "thirtieth": 30, "fortieth": 40}
    return Ordinals({**units, **round_, **_compound(tens, units, "-"), **_compound(tens, units, " ")})


def _french() -> Ordinals:
    units = _numbered(
        "premier|première deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième "
        "dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième"
    )
    tens = {"vingt": 20, "trente": 30, "quarante": 40}
    one = {form: value + 1 for ten, value in tens.items() for form in (f"{ten} et unième", f"{ten}-et-unième")}
    round_ = {"vingtième": 20, "trentième": 30, "quarantième": 40}
    return Ordinals({**units, **round_, **_compound(tens, units, "-"), **one}, after="s?")


def _spanish() -> Ordinals:
    units = _numbered(
        "primer segund tercer cuart quint sext séptim octav noven décim undécim|decimoprimer duodécim|decimosegund"
    )
    teens = _numbered("tercer cuart quint sext séptim octav noven", 3)
    one_word = {f"decimo{stem}": 10 + value for stem, value in teens.items()} | {"decimoctav": 18}
    two_words = {f"décim{end} {stem}": 10 + value for stem, value in units.items() if value < 10 for end in "oa"}
    tens = {"vigésim": 20, "trigésim": 30, "cuadragésim": 40}
    joined = {"vigesimo": 20, "trigesimo": 30, "cuadragesimo": 40}
    apart = {f"{ten}{end}": value for ten, value in tens.items() for end in "oa"}
    return Ordinals(
        {**units, **one_word, **two_words, **tens, **_compound(joined, units, ""), **_compound(apart, units, " ")},
        after="(?:[oa]s?)?",
    )


def _russian() -> Ordinals:
    units = _numbered(
        "перв втор третий|третья|третье|третьего|третьему|третьим|третьем|третьей|третью|третьи|третьих четверт пят "
        "шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат "
        "восемнадцат девятнадцат двадцат"
    )
    tens = {"двадцать": 20, "тридцать": 30, "сорок": 40}
    return Ordinals(
        {**units, "тридцат": 30, "сороков": 40, **_compound(tens, units, " ")},
        after="(?:ый|ий|ой|ая|ое|ого|ому|ым|ом|ую|ые|ых|ыми)?",
    )


def _arabic() -> Ordinals:
    low = _numbered(
        "أول|أولى ثاني|ثانية ثالث|ثالثة رابع|رابعة خامس|خامسة سادس|سادسة سابع|سابعة ثامن|ثامنة تاسع|تاسعة عاشر|عاشرة"
    )
    units = {form: value for form, value in low.items() if 1 < value < 10} | {"حادي": 1, "حادية": 1}
    teens = {f"{form} {ten}": 10 + value for form, value in units.items() for ten in ("عشر", "عشرة")}
    tens = {"عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "أربعون": 40, "أربعين": 40}
    high = {f"{form} وال{ten}": more + value for form, value in units.items() for ten, more in tens.items()}
    return Ordinals({**low, **teens, **tens, **high}, before="[وف]?[بك]?(?:ال|لل)")


ORDINALS: Mapping[str, Ordinals] = {
    "en": _english(),
    "fr": _french(),
    "es": _spanish(),
    "ru": _russian(),
    "ar": _arabic(),
}
