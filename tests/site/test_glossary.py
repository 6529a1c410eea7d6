"""Terms of the glossary: found in prose of every language whatever its inflection, the longest first, and shown with
where they are used.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.findings.finding import Place
from handbook.languages import LANGUAGES
from handbook.model.names import Name, Names
from handbook.site import render
from handbook.site.kinds import KINDS
from handbook.site.pages.glossary import EVERYWHERE
from handbook.site.site import Site
from handbook.site.view import View
from handbook.targets.addresses import anchor_of, page_of
from handbook.targets.grammar import LISTS
from handbook.words.terms import TermFinder
from tests.conftest import SMALL

ROOT = Path(__file__).resolve().parents[2]
SITE = Site(load_corpus(ROOT), KINDS)


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
        ("es", "organismo vivo modificado", "los organismos vivos modificados"),
        ("es", "notificación", "notificaciones"),
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
    assert list(finder(language, one=form).found(text)) == ["one"]


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
    assert finder(language, one=form).found(text) == {}


def test_the_longest_form_wins() -> None:
    found = finder("zh", short="主管当局", long="国家主管当局")
    assert list(found.found("国家主管当局")) == ["long"]
    assert list(found.found("国家主管当局和主管当局")) == ["long", "short"]
    english = finder("en", short="Protocol", long="Supplementary Protocol")
    assert list(english.found("the Supplementary Protocol")) == ["long"]


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


def test_uses_of_the_small_tree() -> None:
    """Each language's own prose, and the source's where it has none."""
    site = Site(load_corpus(SMALL), KINDS)
    seen = {code: site.term_uses.in_language(code) for code in ("zh", "en", "ru")}
    assert seen["zh"]["seed"]
    assert seen["ru"] == seen["zh"]
    assert site.term_uses.in_language("ru") is site.term_uses.in_language("zh")
    assert seen["en"]["group"]


def test_every_use_is_an_address() -> None:
    for code in LANGUAGES:
        for term, found in SITE.term_uses.in_language(code).items():
            for target in found:
                link = SITE.link(target)
                assert link == (page_of(target), anchor_of(target)), term
                assert anchor_of(target) in set(SITE.anchors(SITE.by_path[page_of(target)])), str(target)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_its_six_names(language: str) -> None:
    view = View(SITE, language)
    page, problems = render.page(view, SITE.by_path["glossary/"])
    assert problems == []
    assert page is not None
    for term in SITE.record.terms.values():
        entry = re.search(rf'<li class="hb-term" id="{term.id}">.*?</li>', page.html, re.DOTALL)
        assert entry, term.id
        languages = re.findall(r'<dd lang="([^"]+)"', entry[0])
        assert languages == [one.tag for one in LANGUAGES.values() if one.code != language]
        uses = SITE.term_uses.in_language(language)[term.id]
        links = re.findall(r'class="hb-ref" href', entry[0])
        assert len(links) == (len(uses) if len(uses) <= EVERYWHERE else 0)
    assert {record.anchor for record in page.search} == {"", *SITE.record.terms}


def test_chinese_is_sorted_by_sound() -> None:
    page, _ = render.page(View(SITE, "zh"), SITE.by_path["glossary/"])
    assert page is not None
    ids = re.findall(r'class="hb-term" id="([^"]+)"', page.html)
    terms = [SITE.record.terms[id] for id in ids]
    groups = list(dict.fromkeys(term.group for term in SITE.record.terms.values()))
    assert terms == sorted(terms, key=lambda term: (groups.index(term.group), term.key))


def test_lists_that_pages_may_link_to_are_there() -> None:
    assert {"" if name == "home" else f"{name}/" for name in LISTS} <= set(SITE.by_path)
