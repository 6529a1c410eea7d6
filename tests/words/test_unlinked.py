"""Citations in plain text are found in six languages; names, dates, shares and amounts are none."""

from __future__ import annotations

import pytest

from handbook.languages import LANGUAGES
from handbook.words.unlinked import carried_on, citations_in

CITED = {
    "zh": "第19条|第二十六条|第7段|第10(c)段|第35至44段|附件一|附件III|第CP-9/13号决定|第14/33号决定附件一|(d)段|H节"
    "|CBD/CP/MOP/10/1|A.5|表1a|第六(三)条",
    "en": "article 19|Articles 5, 6 and 7|paragraph 7|paragraph 10 (c)|sub-paragraph (d)|annexes I and II|section H"
    "|decision CP-9/13|decision 14/33|paragraph 7 of decision CP-9/13|CBD/CP/MOP/10/1|goal A.5|Goal 15"
    "|table 1a|Appendix A",
    "fr": "article 19|article premier|paragraphes 7 et 8|paragraphe 10 c)|alinéa d)|annexe I|section II"
    "|décision CP-9/13",
    "es": "artículo 19|párrafos 7 y 8|párrafo 1 e)|apartado d)|anexo I|sección H|decisión 14/33",
    "ru": "статьи 19|пунктах 7 и 8|пункта 10 c)|подпункте d)|приложении I|раздел H|решению 14/33",
    "ar": "المادة 19|بالمادة 19|للفقرة 10(ج)|الفقرة الفرعية (د)|المرفق الأول|الفقرتين 7 و8|القسم ح|المقرر CP-9/13",
}
UNCITED = {
    "zh": "2011-2020年战略计划|第十次会议|附件一并提交|附件所载|代表2名|2022年12月7日|第一阶段|第二部分|目标30%|列表2",
    "en": "the Protocol|the 2011–2020 Strategic Plan|7 December 2022|by 30 per cent|Annex to this decision"
    "|section on risk|articles (see below)|(a) one; and (b) two|target 12 countries"
    "|target of 50 per cent|USD 2,765,932|LMO/GMO|and/or",
    "fr": "le Protocole|la période 2011-2020|annexe à la présente décision|objectif 30 %"
    "|le 7 décembre 2022|trois Parties|l’alinéa a été lu",
    "es": "el Protocolo|2011-2020|anexo a la decisión|meta del 30|el apartado a que se refiere|7 de diciembre de 2022",
    "ru": "Протокол|2011–2020 годы|приложение к настоящему решению|в целях 3|пункт связи|пункта в решении|7 декабря",
    "ar": "البروتوكول|2011-2020|المرفق بهذا المقرر|الاجتماع العاشر|30 في المائة|يهدف 30 طرفا|الفقرة التالية|ألف دولار",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_citations_are_found(language: str) -> None:
    for text in CITED[language].split("|"):
        around = ("（", "）") if language == "zh" else ("x: ", " y")
        found = citations_in(text.join(around), language)
        assert [(one.start, one.text) for one in found] == [(len(around[0]), text)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_figures_are_none(language: str) -> None:
    assert {
        text: citations_in(text, language) for text in UNCITED[language].split("|") if citations_in(text, language)
    } == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "和8段"),
        ("en", " and 8 above"),
        ("fr", " et 8 ci-dessus"),
        ("es", " y 8 supra"),
        ("ru", " и 8 выше"),
        ("ar", " و8 أعلاه"),
    ],
    ids=list(LANGUAGES),
)
def test_list_is_carried_on(language: str, text: str) -> None:
    found = carried_on(text, language)
    assert found
    assert "8" in found.text
    assert text[found.start :].startswith(found.text)


def test_what_only_follows_a_link_carries_nothing_on() -> None:
    assert carried_on(" and 30 Parties", "en") is None
    assert carried_on("和三十个缔约方", "zh") is None
