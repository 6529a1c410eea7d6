"""Figures are read as the same values in all six languages."""

from __future__ import annotations

import pytest

from handbook.languages import LANGUAGES
from handbook.languages.numerals import chinese_value
from handbook.words.figures import Figure, figures_in

#: The same facts in each language: what they say, and how each says it.
SAME: list[tuple[set[str], dict[str, str]]] = [
    (
        {"2021", "10-11", "10-15"},
        {
            "zh": "会议于2021年10月11日至15日举行。",
            "en": "The meeting was held from 11 to 15 October 2021.",
            "fr": "La réunion s’est tenue du 11 au 15 octobre 2021.",
            "es": "La reunión se celebró del 11 al 15 de octubre de 2021.",
            "ru": "Совещание прошло с 11 по 15 октября 2021 года.",
            "ar": "عقد الاجتماع من 11 إلى 15 تشرين الأول/أكتوبر 2021.",
        },
    ),
    (
        {"2022", "4-25", "5-8"},
        {
            "zh": "定在2022年4月25日至5月8日。",
            "en": "It was to be held from 25 April to 8 May 2022.",
            "fr": "Elle devait se tenir du 25 avril au 8 mai 2022.",
            "es": "Debía celebrarse del 25 de abril al 8 de mayo de 2022.",
            "ru": "Его намечали на 25 апреля – 8 мая 2022 года.",
            "ar": "كان مقررا من 25 نيسان/أبريل إلى 8 أيار/مايو 2022.",
        },
    ),
    (
        {"2022", "2765932", "15 %", "18439546"},
        {
            "zh": "2022年预算2,765,932美元，占18,439,546美元的15%。",
            "en": "A budget of 2,765,932 dollars for 2022, or 15 per cent of 18,439,546 dollars.",
            "fr": "Un budget de 2\u202f765\u202f932 dollars pour 2022, soit 15 % de 18 439 546 dollars.",
            "es": "Un presupuesto de 2.765.932 dólares para 2022, el 15 por ciento de 18 439 546 dólares.",
            "ru": "Бюджет на 2022 год: 2\u00a0765\u00a0932 долл. США, или 15 процентов от 18 439 546 долл. США.",
            "ar": "ميزانية لعام 2022 قدرها ٢٬٧٦٥٬٩٣٢ دولارا، أي 15 في المائة من 18,439,546 دولارا.",
        },
    ),
    (
        {"2011", "2020", "2/3", "1/2"},
        {
            "zh": "2011-2020年间约有三分之二的缔约方，将近一半有报告。",
            "en": "In the period 2011–2020 about two thirds of the Parties, and half of these reported.",
            "fr": "Pour 2011-2020, environ deux tiers des Parties, dont la moitié a fait rapport.",
            "es": "En 2011-2020, unos dos tercios de las Partes; la mitad informó.",
            "ru": "В 2011–2020 годах примерно две трети Сторон, половина из них отчиталась.",
            "ar": "في الفترة 2011-2020 نحو ثلثي الأطراف، وقدم نصف هؤلاء تقارير.",
        },
    ),
    (
        {"4", "4th", "25th"},
        {
            "zh": "四个缔约方在第四次国家报告和第二十五次会议上这样说。",
            "en": "Four Parties said so in the fourth national report and at the twenty-fifth meeting.",
            "fr": "Quatre Parties l’ont dit dans le quatrième rapport national et à la vingt-cinquième réunion.",
            "es": "Cuatro Partes lo dijeron en el cuarto informe nacional y en la vigesimoquinta reunión.",
            "ru": "Четыре Стороны сказали это в четвертом национальном докладе и на двадцать пятом совещании.",
            "ar": "قالت أربعة أطراف ذلك في التقرير الوطني الرابع وفي الاجتماع الخامس والعشرين.",
        },
    ),
    (
        {"2500000", "month 12", "2021"},
        {
            "zh": "2021年12月给出250万美元。",
            "en": "In December 2021 it gave 2.5 million dollars.",
            "fr": "En décembre 2021, il a donné 2,5 millions de dollars.",
            "es": "En diciembre de 2021 dio 2,5 millones de dólares.",
            "ru": "В декабре 2021 года он дал 2,5 млн долл. США.",
            "ar": "في كانون الأول/ديسمبر 2021 قدم 2.5 مليون دولار.",
        },
    ),
    (
        {"72", "15", "13", "3-1", "6"},
        {
            "zh": "按72:15:13分担，3月1日起用六种语文公布。",
            "en": "Shared 72:15:13, published in six languages from 1 March.",
            "fr": "Répartis selon 72:15:13, publiés en six langues dès le 1er mars.",
            "es": "Repartidos 72:15:13 y publicados en seis idiomas desde el 1 de marzo.",
            "ru": "Доли 72:15:13; с 1 марта публикуется на шести языках.",
            "ar": "موزعة 72:15:13، وتنشر بست لغات اعتبارا من 1 آذار/مارس.",
        },
    ),
    (
        {"10 %", "20 %", "1234.5"},
        {
            "zh": "10%至20%，即1,234.50美元。",
            "en": "From 10 to 20 per cent, or 1,234.5 dollars.",
            "fr": "De 10 à 20 %, soit 1 234,5 dollars.",
            "es": "Del 10 al 20 %, o 1.234,50 dólares.",
            "ru": "От 10 до 20 процентов, или 1 234,5 долл. США.",
            "ar": "من 10 إلى 20 في المائة، أي 1,234.5 دولار.",
        },
    ),
]

#: What counts nothing, or nothing for certain.
NOTHING = {
    "zh": "COVID-19期间，一些缔约方双方一并十分重视CP-10/3，半年一次；这三个会议都这样。",
    "en": "COVID-19, decision CP-10/3, the first of them, one more time, and what they may do on behalf of all.",
    "fr": "La COVID-19, la décision CP-10/3, un premier pas, une fois de plus, mai ou septembre mis à part.",
    "es": "La COVID-19, la decisión CP-10/3, un primer paso, una vez más, una evaluación de mitad de período.",
    "ru": "COVID-19, решение CP-10/3, один первый шаг, еще раз.",
    "ar": "جائحة COVID-19، المقرر CP-10/3، خطوة أولى، مرة أخرى.",
}


def _values(figures: list[Figure]) -> set[str]:
    return {figure.value for figure in figures if figure.sure}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("values", "texts"), SAME, ids=lambda one: "-".join(sorted(one)) if isinstance(one, set) else ""
)
def test_same_values(values: set[str], texts: dict[str, str], language: str) -> None:
    assert _values(figures_in(texts[language], language)) == values


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_counts_nothing(language: str) -> None:
    assert _values(figures_in(NOTHING[language], language)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_reads_its_own_dates_and_figures(language: str) -> None:
    import datetime as dt

    own = LANGUAGES[language]
    for month in range(1, 13):
        text = own.date(dt.date(2023, month, 6))
        assert _values(figures_in(text, language)) == {"2023", f"{month}-6"}
    assert _values(figures_in(own.span(dt.date(2022, 12, 7), dt.date(2022, 12, 19)), language)) == {
        "2022",
        "12-7",
        "12-19",
    }
    assert _values(figures_in(f"{own.figure('2765932.5')} ", language)) == {"2765932.5"}


def test_figures_stand_where_they_are() -> None:
    text = "From 11 to 15 October, 16 per cent of 1,234."
    found = {figure.text: figure.start for figure in figures_in(text, "en")}
    assert found == {"11 to 15 October": 5, "16 per cent": 23, "1,234": 38}


def test_a_month_that_there_is_not() -> None:
    assert [figure.value for figure in figures_in("13月3日和99月", "zh") if figure.sure] == ["13", "99"]


@pytest.mark.parametrize(
    ("text", "value"), [("三十五", "35"), ("十", "10"), ("一百二十", "120"), ("二〇二一", "2021"), ("两", "2")]
)
def test_chinese_numerals(text: str, value: str) -> None:
    assert chinese_value(text) == value


def test_french_fifth_report_is_no_share() -> None:
    text = "pour le cinquième rapport national, un cinquième des Parties et le tiers des pays"
    assert _values(figures_in(text, "fr")) == {"5th", "1/5", "1/3"}
