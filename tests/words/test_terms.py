"""Terms of the glossary are found in prose of every language whatever its inflection, the longest first."""

from __future__ import annotations

import pytest

from handbook.findings.finding import Place
from handbook.languages import LANGUAGES
from handbook.model.names import Name, Names
from handbook.words.terms import TermFinder


def finder(language: str, **forms: str) -> TermFinder:
    texts = {f"term.{term}": Name(form, Place("x")) for term, form in forms.items()}
    return TermFinder(Names(language, "x", texts), forms)


@pytest.mark.parametrize(
    ("language", "form", "text"),
    [
        ("zh", "《能力建设行动计划》", "按照能力建设行动计划开展"),
        ("zh", "社会-经济因素", "考虑社会经济因素"),
        ("zh", "框架 | 昆明-蒙特利尔框架", "《昆明－蒙特利尔框架》"),
        ("en", "Party", "Parties to the Protocol"),
        ("en", "conflict of interest", "to manage Conflicts of interest"),
        ("en", "mosquito containing engineered gene drives", "on mosquitoes containing engineered gene drives"),
        ("en", "capacity-building", "Capacity-building, including"),
        ("fr", "organisme vivant modifié", "les organismes vivants modifiés"),
        ("fr", "évaluation des risques", "l’évaluation des risques"),
        ("fr", "Secrétaire exécutif", "prie la Secrétaire exécutive"),
        ("fr", "rapport régional", "les rapports régionaux"),
        ("fr", "bureau", "les bureaux"),
        ("fr", "détection et identification", "à la détection et à l’identification"),
        ("es", "organismo vivo modificado", "los organismos vivos modificados"),
        ("es", "notificación", "notificaciones"),
        ("es", "país menos adelantado", "los países menos adelantados"),
        ("ru", "живой измененный организм", "оценка рисков живых измененных организмов"),
        ("ru", "Исполнительный секретарь", "поручает Исполнительному секретарю"),
        ("ru", "ответственность", "с ответственностью"),
        ("ru", "орган", "органов"),
        ("ru", "Конвенция о биологическом разнообразии", "Сторонами Конвенции о биологическом разнообразии"),
        ("ar", "كائن حي محور | كائنات حية محورة", "بشأن الكائنات الحية المحورة"),
        ("ar", "تقييم المخاطر", "لتقييم المخاطر وإدارتها"),
        ("ar", "المكتب", "بالمكتب"),
    ],
)
def test_a_form_is_found_as_prose_has_it(language: str, form: str, text: str) -> None:
    assert list(finder(language, one=form).terms_in(text)) == ["one"]


@pytest.mark.parametrize(
    ("language", "form", "text"),
    [
        ("en", "Party", "a part of the plan"),
        ("en", "transit", "a transition"),
        ("en", "rent", "parents"),
        ("fr", "bureau", "bureautique"),
        ("es", "mesa", "mesoamericano"),
        ("ru", "план", "планета"),
        ("ar", "تقييم", "تقويم"),
        ("zh", "履约委员会", "委员会履约"),
    ],
)
def test_another_word_is_none(language: str, form: str, text: str) -> None:
    assert finder(language, one=form).terms_in(text) == {}


def test_the_longest_form_wins() -> None:
    found = finder("zh", short="主管当局", long="国家主管当局")
    assert list(found.terms_in("国家主管当局")) == ["long"]
    assert list(found.terms_in("国家主管当局和主管当局")) == ["long", "short"]
    english = finder("en", short="Protocol", long="Supplementary Protocol")
    assert list(english.terms_in("the Supplementary Protocol")) == ["long"]


@pytest.mark.parametrize(
    ("language", "few", "more"),
    [
        ("en", "biosafety", "Bureau"),
        ("fr", "évaluation", "examen"),
        ("es", "órgano", "otro"),
        ("ar", "الامتثال", "بروتوكول"),
        ("ru", "Бюро", "вспомогательный"),
    ],
)
def test_sorted_as_dictionaries_are(language: str, few: str, more: str) -> None:
    assert LANGUAGES[language].sort_key(few, "") < LANGUAGES[language].sort_key(more, "")
