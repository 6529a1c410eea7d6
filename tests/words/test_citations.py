"""Targets in words, in six languages; and addresses of units as parts of targets and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.findings.finding import Place
from handbook.languages import LANGUAGES
from handbook.languages.ar import ANNEXES, LINES
from handbook.model.names import Name, Names
from handbook.site.kinds import KINDS
from handbook.site.site import Site
from handbook.targets.addresses import anchor_of, anchor_parts, unit_target
from handbook.targets.grammar import FORMS, Target, parse_target
from handbook.words.citations import cite_target, line_label, shown_mark

ROOT = Path(__file__).resolve().parents[2]
HERE = "CP-10/2"

#: Target → its words in zh, en, fr, es, ru, ar. Names of the record are `{name}` and filled from names.yaml.
WORDS = {
    "art:26": "第26条 | Article 26 | article 26 | artículo 26 | статья 26 | المادة 26",
    "art:14/1": (
        "第14条第1款 | Article 14, paragraph 1 | article 14, paragraphe 1 | artículo 14, párrafo 1 | "
        "статья 14, пункт 1 | المادة 14، الفقرة 1"
    ),
    "art:20/3/c": (
        "第20条第3(c)款 | Article 20, paragraph 3 (c) | article 20, paragraphe 3 c) | "
        "artículo 20, párrafo 3 c) | статья 20, пункт 3 c) | المادة 20، الفقرة 3 (ج)"
    ),
    "art:annex-III": "附件三 | annex III | annexe III | anexo III | приложение III | المرفق الثالث",
    "sup:12": (
        "《{instrument.sup}》第12条 | {instrument.sup}, Article 12 | {instrument.sup}, article 12 | "
        "{instrument.sup}, artículo 12 | {instrument.sup}, статья 12 | {instrument.sup}، المادة 12"
    ),
    "conv:8/j": (
        "《{instrument.conv}》第8(j)条 | {instrument.conv}, Article 8 (j) | {instrument.conv}, article 8 j) | "
        "{instrument.conv}, artículo 8 j) | {instrument.conv}, статья 8 j) | {instrument.conv}، المادة 8 (ي)"
    ),
    "dec:CP-9/13": (
        "第CP-9/13号决定 | decision CP-9/13 | décision CP-9/13 | decisión CP-9/13 | решение CP-9/13 | المقرر CP-9/13"
    ),
    "dec:CP-9/13#annex-I": (
        "第CP-9/13号决定附件一 | decision CP-9/13, annex I | décision CP-9/13, annexe I | "
        "decisión CP-9/13, anexo I | решение CP-9/13, приложение I | المقرر CP-9/13، المرفق الأول"
    ),
    "dec:CP-9/13#annex-XI": (
        "第CP-9/13号决定附件十一 | decision CP-9/13, annex XI | décision CP-9/13, annexe XI | "
        "decisión CP-9/13, anexo XI | решение CP-9/13, приложение XI | المقرر CP-9/13، المرفق XI"
    ),
    "dec:CP-9/14#preamble": (
        "第CP-9/14号决定序言 | decision CP-9/14, preamble | décision CP-9/14, préambule | "
        "decisión CP-9/14, preámbulo | решение CP-9/14, преамбула | المقرر CP-9/14، الديباجة"
    ),
    "dec:CP-10/4#annex/19": (
        "第CP-10/4号决定附件第19段 | decision CP-10/4, annex, paragraph 19 | "
        "décision CP-10/4, annexe, paragraphe 19 | decisión CP-10/4, anexo, párrafo 19 | "
        "решение CP-10/4, приложение, пункт 19 | المقرر CP-10/4، المرفق، الفقرة 19"
    ),
    "dec:CP-10/1#table-1a": (
        "第CP-10/1号决定表1a | decision CP-10/1, table 1a | décision CP-10/1, tableau 1a | "
        "decisión CP-10/1, cuadro 1a | решение CP-10/1, таблица 1a | المقرر CP-10/1، الجدول 1a"
    ),
    "dec:CP-10/1#table-1a/h": (
        "第CP-10/1号决定表1a，H项 | decision CP-10/1, table 1a, line H | décision CP-10/1, tableau 1a, ligne H | "
        "decisión CP-10/1, cuadro 1a, línea H | решение CP-10/1, таблица 1a, строка H | "
        "المقرر CP-10/1، الجدول 1a، البند ح"
    ),
    "par:table-1a/net-total": (
        "表1a，{line.net_total} | table 1a, {line.net_total} | tableau 1a, {line.net_total} | "
        "cuadro 1a, {line.net_total} | таблица 1a, {line.net_total} | الجدول 1a، {line.net_total}"
    ),
    "par:table-2/br": (
        "表2，{party.BR} | table 2, {party.BR} | tableau 2, {party.BR} | cuadro 2, {party.BR} | "
        "таблица 2, {party.BR} | الجدول 2، {party.BR}"
    ),
    "dec:CP-10/1#fn-s2": (
        "第CP-10/1号决定脚注** | decision CP-10/1, footnote ** | décision CP-10/1, note ** | "
        "decisión CP-10/1, nota ** | решение CP-10/1, сноска ** | المقرر CP-10/1، الحاشية **"
    ),
    "cop:15/4": "第15/4号决定 | decision 15/4 | décision 15/4 | decisión 15/4 | решение 15/4 | المقرر 15/4",
    "cop:14/37#35-44": (
        "第14/37号决定第35–44段 | decision 14/37, paragraphs 35–44 | décision 14/37, paragraphes 35–44 | "
        "decisión 14/37, párrafos 35–44 | решение 14/37, пункты 35–44 | المقرر 14/37، الفقرات 35–44"
    ),
    "doc:CBD/SBI/3/3/Add.1": " | ".join(["CBD/SBI/3/3/Add.1"] * 6),
    "doc:CBD/A/5#annex-I/sec-III": (
        "CBD/A/5，附件一，第三节 | CBD/A/5, annex I, section III | CBD/A/5, annexe I, section III | "
        "CBD/A/5, anexo I, sección III | CBD/A/5, приложение I, раздел III | CBD/A/5، المرفق الأول، القسم الثالث"
    ),
    "ga:60/283#sec-IV": (
        "第60/283号决议第四节 | resolution 60/283, section IV | résolution 60/283, section IV | "
        "resolución 60/283, sección IV | резолюция 60/283, раздел IV | القرار 60/283، القسم الرابع"
    ),
    "proc:compliance#sec-II/4": (
        "{proc:compliance}第二节第4段 | {proc:compliance}, section II, paragraph 4 | "
        "{proc:compliance}, section II, paragraphe 4 | {proc:compliance}, sección II, párrafo 4 | "
        "{proc:compliance}, раздел II, пункт 4 | {proc:compliance}، القسم الثاني، الفقرة 4"
    ),
    "proc:sbstta#sec-H": (
        "{proc:sbstta}H节 | {proc:sbstta}, section H | {proc:sbstta}, section H | {proc:sbstta}, sección H | "
        "{proc:sbstta}, раздел H | {proc:sbstta}، القسم ح"
    ),
    "par:8": "第8段 | paragraph 8 | paragraphe 8 | párrafo 8 | пункт 8 | الفقرة 8",
    "par:6/a/iii": (
        "第6(a)(三)段 | paragraph 6 (a) (iii) | paragraphe 6 a) iii) | párrafo 6 a) iii) | пункт 6 a) iii) | "
        "الفقرة 6 (أ) (3)"
    ),
    "par:6/e/2": (
        "第6(e)(2)段 | paragraph 6 (e) (2) | paragraphe 6 e) 2) | párrafo 6 e) 2) | пункт 6 e) 2) | الفقرة 6 (هـ) (2)"
    ),
    "par:10/i": "第10(i)段 | paragraph 10 (i) | paragraphe 10 i) | párrafo 10 i) | пункт 10 i) | الفقرة 10 (ط)",
    "par:annex/1/d": (
        "附件第1(d)段 | annex, paragraph 1 (d) | annexe, paragraphe 1 d) | anexo, párrafo 1 d) | "
        "приложение, пункт 1 d) | المرفق، الفقرة 1 (د)"
    ),
    "par:appendix": "附录 | appendix | appendice | apéndice | добавление | التذييل",
    "par:opening": (
        "起首语 | opening clause | formule liminaire | fórmula inicial | вводная часть | العبارة الافتتاحية"
    ),
    "par:pre-2": (
        "序言第2段 | preambular clause 2 | alinéa 2 du préambule | párrafo 2 del preámbulo | пункт 2 преамбулы | "
        "الفقرة 2 من الديباجة"
    ),
    "par:pre-1/b": (
        "序言第1(b)段 | preambular clause 1 (b) | alinéa 1 b) du préambule | párrafo 1 b) del preámbulo | "
        "пункт 1 b) преамбулы | الفقرة 1 (ب) من الديباجة"
    ),
    "par:fn-3": "脚注3 | footnote 3 | note 3 | nota 3 | сноска 3 | الحاشية 3",
    "goal:implementation/A.5": "目标A.5 | goal A.5 | but A.5 | objetivo A.5 | цель A.5 | الغاية A.5",
    "goal:implementation/A.6-A.8": (
        "目标A.6–A.8 | goals A.6–A.8 | buts A.6–A.8 | objetivos A.6–A.8 | цели A.6–A.8 | الغايات A.6–A.8"
    ),
    "goal:capacity-building": " | ".join(["{plan.capacity_building}"] * 6),
    "sdg:2": (
        "可持续发展目标2 | Sustainable Development Goal 2 | objectif de développement durable 2 | "
        "Objetivo de Desarrollo Sostenible 2 | цель в области устойчивого развития 2 | هدف التنمية المستدامة 2"
    ),
    "target:17": "行动目标17 | Target 17 | cible 17 | meta 17 | задача 17 | الهدف 17",
    "meeting:cp-11": " | ".join(["{meeting.cp-11}"] * 6),
    "page:about": " | ".join(["{page.about}"] * 6),
    "page:about#sec-kept": " | ".join(["{page.about.sec-kept}"] * 6),
    "page:glossary": " | ".join(["{ui.glossary}"] * 6),
    "page:glossary#lmo": " | ".join(["{term.lmo}"] * 6),
    "page:handbook.json": " | ".join(["{ui.data_json}"] * 6),
    "unresolved:cp-10-2-p3": " | ".join(["{erratum.cp-10-2-p3.meant}"] * 6),
}


def names(language: str) -> Names:
    """A name for every key that WORDS has in braces: the key itself, with the language."""
    keys = re.findall(r"\{(.+?)\}", " ".join(WORDS.values()))
    return Names(language, "x", {key: Name(f"{key} in {language}", Place("x")) for key in keys})


def target(text: str) -> Target:
    found = parse_target(text, HERE)
    assert isinstance(found, Target), found
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", WORDS)
def test_words(text: str, language: str) -> None:
    words = WORDS[text].split(" | ")[list(LANGUAGES).index(language)]
    before, _, rest = words.partition("{")
    key, _, after = rest.partition("}")
    expected = before + (names(language)[key] if key else "") + after
    assert cite_target(target(text), language, names(language), within=HERE) == expected


def test_every_scheme_has_words() -> None:
    assert {text.partition(":")[0] for text in WORDS} == set(FORMS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_paragraphs_are_cited_alone_and_others_with_their_decision(language: str) -> None:
    paragraph = target("par:6/a")
    alone = cite_target(paragraph, language, names(language), within=HERE)
    whole = cite_target(paragraph, language, names(language), within="CP-10/3")
    decision = cite_target(paragraph.whole, language, names(language))
    assert whole == LANGUAGES[language].phrases.joint.join((decision, alone))
    assert cite_target(paragraph.whole, language, names(language), within=HERE) == decision


@pytest.mark.parametrize("language", LANGUAGES)
def test_anything_that_is_a_target_has_words(language: str) -> None:
    """Whatever a translator writes: words, and soon; whether the target exists is a check's affair."""
    empty = Names(language, "x", {})
    for text in (
        "dec:CP-1/1#annex-abc/sec-999999999999999/aa/zz",
        "dec:CP-1/1#sec-0/annex/annex/1/2/3/a/b/i/ii/xl",
        "dec:CP-1/1#a", "dec:CP-1/1#xl", "dec:CP-1/1#fn-s999999999", "dec:CP-1/1#fn-x", "dec:CP-1/1#table-2/br",
        "dec:CP-1/1#pre-1/1", "art:99/99/z", "art:annex-IIII", "sup:1", "proc:none", "meeting:none-1",
        "unresolved:none", "goal:none/Z.9-A.1", "goal:none", "page:none#none", "doc:A/1#1-2/a-b",
        f"doc:A/{'1' * 150}#{'2' * 30}",
    ):  # fmt: skip
        written = cite_target(target(text), language, empty)
        assert len(written) < 400
        assert "{" not in written


def test_marks() -> None:
    marks = ["1", "12", "s1", "s2", "s10", "s", "x"]
    assert [shown_mark(mark) for mark in marks] == ["1", "12", "*", "**", "s10", "s", "x"]


def test_arabic_ordinals_differ() -> None:
    assert len(set(ANNEXES)) == len(ANNEXES) == len(set(LINES)) == len(LINES) == 10


# --- addresses --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anchor", "parts"),
    [
        ("p8", "8"),
        ("p6-a", "6/a"),
        ("p6-a-iii", "6/a/iii"),
        ("p6-e-2", "6/e/2"),
        ("annex", "annex"),
        ("annex-p1-d", "annex/1/d"),
        ("annex-sec-1", "annex/sec-1"),
        ("annex-pre-1-a", "annex/pre-1/a"),
        ("appendix-p2", "appendix/2"),
        ("pre-2", "pre-2"),
        ("pre-1-a", "pre-1/a"),
        ("pre-1-2", "pre-1/2"),
        ("sec-a", "sec-a"),
        ("fn-3", "fn-3"),
        ("fn-s1", "fn-s1"),
        ("table-1a", "table-1a"),
        ("table-2-br", "table-2/br"),
        ("table-1a-subtotal-1", "table-1a/subtotal-1"),
        ("opening", "opening"),
    ],
)
def test_address_and_parts(anchor: str, parts: str) -> None:
    assert anchor_parts(anchor) == tuple(parts.split("/"))
    assert anchor_of(Target("dec", HERE, tuple(parts.split("/")))) == anchor


def test_addresses_of_the_record_are_parts_and_back() -> None:
    """Over every address of every decision: the way there and back, and no two that are cited alike."""
    corpus = load_corpus(ROOT)
    site = Site(corpus, KINDS)
    seen = 0
    for page in site.of_kind("decision"):
        anchors = set(site.anchors(page)) - {""}
        targets = {anchor: unit_target(page.shows.id, anchor) for anchor in anchors}
        for anchor, found in targets.items():
            assert anchor_of(found) == anchor
            assert parse_target(str(found)) == found
        assert len(set(targets.values())) == len(anchors)
        for language in LANGUAGES:
            own = corpus.names[language]
            cited = {cite_target(found, language, own, within=page.shows.id) for found in targets.values()}
            assert len(cited) == len(anchors)
        seen += len(anchors)
    assert seen


@pytest.mark.parametrize(
    ("label", "lettered", "shown"),
    [
        ("H", True, "H H H H H ح"),
        ("I", True, "I I I I I ط"),
        ("I", False, "一 I I I I أولا"),
        ("III", False, "三 III III III III ثالثا"),
    ],
)
def test_labels_of_lines(label: str, lettered: bool, shown: str) -> None:
    assert [line_label(label, lettered, language) for language in LANGUAGES] == shown.split()
