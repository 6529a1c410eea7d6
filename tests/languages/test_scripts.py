"""What is of another script is found in all six languages, and nothing else."""

from __future__ import annotations

import pytest

from handbook.languages import LANGUAGES
from handbook.languages.scripts import Strays

NAMES = ("Bioland", "COVID-19", "mutatis mutandis")

RIGHT = {
    "zh": "本决定第10(c)段、表1a、H节和附件III，共2,765,932美元（72:15:13）；COVID-19期间的Bioland“工具”。",
    "en": "Paragraph 10 (c), table 1a and section H – “as such”, naïve and café, 2,765 §, CP-10/3; Côte d’Ivoire.",
    "fr": "Le paragraphe 10 c) : « l’œuvre » n’est-elle pas naïve ? Oui ; 2\u202f765 – 15 %.",
    "es": "¿Qué dice el párrafo 10 c)? «Señala» la 1.ª reunión; ¡así es!",
    "ru": "В пункте 8 j), разделе H и приложении III решения CP-10/3 сказано «так»; Bioland, mutatis mutandis.",
    "ar": "الفقرة 10 (ج)، والمقرر CP-10/3، وجائحة COVID-19؛ أداة Bioland (2,765,932)؟ ٢٬٧٦٥ علماً.",
}

#: A text, and each run of it that is reported.
WRONG = {
    "zh": [
        ("这是draft文本", ["draft"]),
        ("种子,以及湖泊;其他", ["种子,以及湖", "及湖泊;其他"]),
        ("报告(续)已经写完.", ["报告(续)已经写", "经写完."]),
        ('他说"好"', ['他说"好"']),
        ("ＡＢ报告", ["ＡＢ"]),
        ("报告и其他", ["и"]),
    ],
    "en": [("the 报告、种子 of", ["报告、种子"]), ("to Brаzil", ["а"]), ("so，and", ["，"]), ("so، and", ["،"])],
    "fr": [("le 报告 de", ["报告"]), ("une Рartie", ["Р"]), ("oui（non）", ["（", "）"])],
    "es": [("el informe，", ["，"]), ("así؛", ["؛"])],
    "ru": [
        ("это draft текста", ["draft"]),
        ("Cтороны и сyдьба", ["Cтороны", "сyдьба"]),
        ("Так. B решении", ["B"]),
        ("отчет 报告", ["报告"]),
    ],
    "ar": [
        ("البحيرات, والأنهار; ثم", ["رات, وا", "هار; ثم"]),
        ("لماذا?", ["اذا?"]),
        ("هذا draft نص", ["draft"]),
        ("کتاب", ["ک"]),
    ],
}


def _found(text: str, language: str) -> list[str]:
    return [slip.actual for slip in Strays(LANGUAGES[language].script, NAMES).find(text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_right(language: str) -> None:
    assert _found(RIGHT[language], language) == []


@pytest.mark.parametrize(
    ("language", "text", "found"), [(language, *pair) for language, pairs in WRONG.items() for pair in pairs]
)
def test_wrong(language: str, text: str, found: list[str]) -> None:
    assert _found(text, language) == found


def test_every_language_has_a_script() -> None:
    assert LANGUAGES.keys() == RIGHT.keys() == WRONG.keys()
