"""How each language writes figures: separators, per cents, millions, numbers and fractions in words.

The forms are those of the documents of the United Nations. Used to read the figures of a text (`handbook.figures`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.languages import LANGUAGES
from handbook.languages.ordinals import ORDINALS

#: Chinese numerals of any size, 两 included.
HAN_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
HAN_PLACES = {"十": 10, "百": 100, "千": 1000}
HAN_NUMBER = f"[{''.join(HAN_DIGITS)}{''.join(HAN_PLACES)}]+"
#: What a Chinese numeral counts, where it counts something.
MEASURES = "个|项|种|次|份|名|类|天|位|国|届|家|轮|周|套|部|块|处|倍"


#: What in Chinese has a form of its own, in the place of the common one.
_CHINESE = {
    "date": r"(?<!\d)(?P<month>1[0-2]|[1-9])月"
    r"(?:(?P<from>\d{1,2})日?(?:至|到|-|和|、)(?P<day>\d{1,2})日|(?P<one>\d{1,2})日)?|(?P<alone>\d{1,2})日",
    "fraction": rf"百分之(?P<hundredth>{HAN_NUMBER}|\d+(?:\.\d+)?)"
    rf"|(?P<below>{HAN_NUMBER})分之(?P<above>{HAN_NUMBER}|\d+(?:\.\d+)?)|(?P<half>一半|半数)|(?P<about>半)",
    "ordinal": rf"第\s?(?P<ordered>{HAN_NUMBER}|\d+)(?![\d(]|[条款段节项号])",
    "word": rf"(?P<these>这)?(?P<count>{HAN_NUMBER})(?P<measure>{MEASURES})?|(?P<both>双)",
}


@dataclass(frozen=True)
class Counting:
    """One language. `group` and `point` are classes of signs; all others are expressions.

    `joint` stands between the two ends of a range or a pair; `of` before a month; `suffix` makes a number an ordinal.
    `words` are the numbers in words that count something for certain, `scales` what multiplies the number before it,
    `fractions` the shares in words. `prefix` is what may be written together with a word.
    """

    code: str
    group: str
    point: str
    per_cent: str
    joint: str
    of: str = ""
    suffix: str = "(?!.)."
    words: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    fractions: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""

    @property
    def number(self) -> str:
        """A number in digits. What hangs on a letter (COVID-19) or in a symbol (CP-1/2) is none."""
        grouped = rf"\d{{1,3}}(?:[{self.group}]\d{{3}})+(?!\d)"
        # Not COVID-19, in whatever letters; post-2020 is one.
        alone = r"(?<![A-Za-zА-я\d/])(?<!(?-i:[A-Z]{2})-)(?<![\u0620-\u064a]-)"
        return rf"{alone}(?:{grouped}|\d+)(?:[{self.point}]\d+)?(?![\d/]|[A-Za-z](?![A-Za-z\d]))"

    @cached_property
    def form(self) -> re.Pattern[str]:
        """Every figure, by groups named as its kind."""
        number, joint = self.number, self.joint
        end = r"(?!\w)" if LANGUAGES[self.code].spaced else ""
        forms = {
            "date": self._date,
            "per_cent": rf"(?:(?P<low>{number})\s?(?:{joint})\s?)?(?P<share>{number})[\s-]?(?:{self.per_cent})",
            "scaled": rf"(?P<amount>{number})\s?(?P<scale>{_any(self.scales)}){end}",
            "fraction": rf"(?<!\w)(?:{self.prefix})(?P<part>{_any(self.fractions)})(?!\w)",
            "numbered": rf"(?<!\w)(?P<rank>\d{{1,3}})(?:{self.suffix})",
            "ordinal": ORDINALS[self.code].form if self.code in ORDINALS else "(?!)",
            "years": r"(?<!\d)(?P<first>(?:19|20)\d\d)-(?P<last>\d\d)(?!\d)",
            "number": number,
            "roman": r"(?-i:(?<![A-Za-z/.-])[IVX]+(?![\w/-]|\.\w))",
            "word": rf"(?<![\w-])(?:{self.prefix})(?P<count>{_any(self.words)})(?![\w-])",
        }
        if self.code == "zh":
            forms |= _CHINESE
        whole = "|".join(f"(?P<{name}>{form})" for name, form in forms.items())
        return re.compile(rf"{self._start}(?:{whole})", re.IGNORECASE)

    @property
    def _start(self) -> str:
        """What every form begins with: most signs of a text are passed over at once."""
        if self.code == "zh":
            return f"(?=[0-9第百半双这IVX{''.join(HAN_DIGITS)}{''.join(HAN_PLACES)}])"
        words = (*self.words, *self.fractions, *ORDINALS[self.code].stems, *"|".join(self.months).split("|"))
        begun = {found[0] for word in words if (found := re.match(r"\w{1,3}(?![^\w ])|\w\w", word))}
        by_letter = {
            first: "|".join(sorted(one[1:] for one in begun if one[0] == first)) for first in {one[0] for one in begun}
        }
        heads = "|".join(f"{first}(?:{rest})" for first, rest in sorted(by_letter.items()))
        return rf"(?:(?=\d)|(?<![^\W\d_])(?=[IVX]|(?:{self.prefix})(?:{heads})))"

    @property
    def _date(self) -> str:
        month = f"(?P<month>{'|'.join(self.months)})(?!\\w)"
        if self.code == "en":
            month = f"(?-i:{month})"  # May is a month, may is a verb.
        day = r"(?<![\d/.,])(?:(?P<from>\d{1,2})(?:er)?\s?" + rf"(?:{self.joint})\s?)?(?P<day>\d{{1,2}})(?:er)?\s"
        return rf"(?:{day}(?:{self.of})?)?(?<!\w){month}(?(day)|(?=\s(?:{self.of})?\d{{4}}))"

    @property
    def months(self) -> tuple[str, ...]:
        language = LANGUAGES[self.code]
        return language.month_forms or language.months

    def month(self, text: str) -> int:
        return next(n for n, form in enumerate(self.months, 1) if re.fullmatch(form, text, re.IGNORECASE))


def _any(forms: Mapping[str, object]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) or "(?!)"


def _numbered(words: str, first: int) -> dict[str, int]:
    """Words in the order of their values; forms of one value are joined with `|`."""
    return {form: value for value, forms in enumerate(words.split(), first) for form in forms.split("|")}


def _shares(half: str, parts: Mapping[str, int], counts: Mapping[str, int]) -> dict[str, str]:
    """`half`, `two thirds`, `one quarter`."""
    out = dict.fromkeys(half.split("|"), "1/2")
    for count, above in counts.items():
        out |= {f"{count}{joint}{part}": f"{above}/{below}" for part, below in parts.items() for joint in " -"}
    return out


_EN_PARTS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}
_FR_PARTS = {"tiers": 3, "quart": 4, "quarts": 4, "cinquième": 5, "cinquièmes": 5, "dixième": 10, "dixièmes": 10}
_ES_PARTS = {"tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5, "quintos": 5}
_ES_PARTS |= {"tercera parte": 3, "terceras partes": 3, "cuarta parte": 4, "cuartas partes": 4}
_RU_PARTS = {"треть": 3, "трети": 3, "третей": 3, "третями": 3, "четверть": 4, "четверти": 4, "четвертей": 4}

COUNTING: Mapping[str, Counting] = {
    counting.code: counting
    for counting in (
        Counting(
            "zh", ", ", ".",
            per_cent="%|％",
            joint="-|至|到|和|或",
            scales={"百万": 10**6, "千万": 10**7, "万": 10**4, "亿": 10**8},
        ),
        Counting(
            "en", ", ", ".",
            per_cent=r"%|per\s?cent(?!age)",
            joint="-| to | and | or |to |and |or ",
            suffix="st|nd|rd|th",
            words=_numbered(
                "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                "seventeen eighteen nineteen twenty", 2,
            ) | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90},
            scales={"million": 10**6, "millions": 10**6, "billion": 10**9, "thousand": 1000},
            fractions=_shares("half", _EN_PARTS, {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4}),
        ),
        Counting(
            "fr", " .", ",",
            per_cent="%|pour cent",
            joint="-|au |et |ou |à ",
            suffix="es?|èmes?",
            words=_numbered(
                "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
                "dix-huit dix-neuf vingt", 2,
            ) | {"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60},
            scales={"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "mille": 1000},
            fractions=_shares("moitié", _FR_PARTS, {"un": 1, "le": 1, "deux": 2, "trois": 3, "quatre": 4}),
        ),
        Counting(
            "es", " .", ",",
            per_cent="%|por ciento",
            joint="-|al? |y |o ",
            of="de ",
            suffix=r"\.?[ºª]",
            words=_numbered(
                "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
                "diecisiete dieciocho diecinueve veinte", 2,
            ) | {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60},
            scales={"millón": 10**6, "millones": 10**6, "mil": 1000},
            fractions=_shares("mitad", _ES_PARTS, {"un": 1, "una": 1, "la": 1, "dos": 2, "tres": 3}),
        ),
        Counting(
            "ru", " .", ",",
            per_cent=r"%|процент\w*",
            joint="-|по |и |или |до ",
            suffix="-(?:й|я|е|го|му|м|ю|х)(?!\\w)",
            words=_numbered(
                "два|две|двух|двум|двумя|двое три|трех|трём|трем|тремя|трёх|трое четыре|четырех|четырём|четырем "
                "пять|пяти|пятью шесть|шести|шестью семь|семи|семью восемь|восьми|восемью девять|девяти|девятью "
                "десять|десяти|десятью одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати "
                "четырнадцать|четырнадцати пятнадцать|пятнадцати", 2,
            ) | {"двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30},
            scales={
                "млн": 10**6, "миллион": 10**6, "миллиона": 10**6, "миллионов": 10**6, "млрд": 10**9,
                "тыс": 1000, "тысяча": 1000, "тысячи": 1000, "тысяч": 1000,
            },
            fractions=_shares(
                "половина|половины|половине|половину|половиной", _RU_PARTS,
                {"одна": 1, "одной": 1, "одну": 1, "две": 2, "двух": 2, "двум": 2, "три": 3, "трех": 3},
            ),
        ),
        Counting(
            "ar", ",٬ ", ".٫",
            per_cent="%|٪|في المائة|بالمائة|في المئة",
            joint="-|إلى |و",
            words=_numbered(
                "ثلاث|ثلاثة أربع|أربعة خمس|خمسة ست|ستة سبع|سبعة ثمان|ثماني|ثمانية تسع|تسعة عشر|عشرة", 3,
            ) | {"عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "أربعون": 40, "أربعين": 40},
            scales={"مليون": 10**6, "ملايين": 10**6, "بليون": 10**9, "ألف": 1000, "آلاف": 1000},
            fractions={
                "نصف": "1/2", "ثلث": "1/3", "ثلثا": "2/3", "ثلثي": "2/3", "ثلثين": "2/3", "ربع": "1/4",
                "ثلاثة أرباع": "3/4",
            },
            prefix="[وف]?[بلك]?(?:ال|لل)?",
        ),
    )
}  # fmt: skip
