"""Ordinals in words are read in every gender and case, and nothing else is."""

from __future__ import annotations

import re

import pytest

from handbook.languages import LANGUAGES

FORMS = {
    "en": "first:1 twelfth:12 twentieth:20 twenty-sixth:26 thirty-first:31 fortieth:40",
    "fr": "premier:1 première:1 seconde:2 onzième:11 dix-septième:17 vingt-sixième:26 "
    "vingt_et_unième:21 quarantièmes:40",
    "es": "primer:1 primera:1 tercer:3 décima:10 undécima:11 decimotercera:13 decimoctavo:18 décima_tercera:13 "
    "vigésima:20 vigésima_sexta:26 vigesimosexta:26 trigésimo_primero:31 cuadragésima:40",
    "ru": "первое:1 второй:2 третьем:3 третьего:3 одиннадцатого:11 двадцатом:20 двадцать_шестом:26 сороковое:40",
    "ar": "الأول:1 الأولى:1 الثاني:2 العاشرة:10 الحادي_عشر:11 الثامن_عشر:18 الثامنة_عشرة:18 العشرون:20 "
    "الحادي_والعشرين:21 السادس_والعشرين:26 الأربعين:40",
}
OTHERS = {
    "en": "firstly one sixths-of",
    "fr": "premièrement deux un",
    "es": "primero-mente décimas-partes uno",
    "ru": "пятью шестью вторник первичный пять",
    "ar": "أول ثاني العام الثلث",
}


@pytest.mark.parametrize("language", FORMS)
def test_ordinals_are_read(language: str) -> None:
    ordinals = LANGUAGES[language].ordinals
    for pair in FORMS[language].split():
        word, _, value = pair.replace("_", " ").partition(":")
        found = re.search(ordinals.form, f"x {word} y")
        assert found, word
        assert (found[0], ordinals.value(found[0])) == (word, int(value))


@pytest.mark.parametrize("language", ["en", "fr", "ru", "ar"])
def test_other_words_are_none(language: str) -> None:
    form = re.compile(LANGUAGES[language].ordinals.form)
    assert [word for word in OTHERS[language].split() if form.fullmatch(word)] == []


@pytest.mark.parametrize("language", FORMS)
def test_one_to_forty_have_a_form(language: str) -> None:
    assert set(LANGUAGES[language].ordinals.stems.values()) >= set(range(1, 41))
