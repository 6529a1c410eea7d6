"""Labels are read in six languages, and agree with their targets or say why not."""

from __future__ import annotations

import pytest

from handbook.corpus import load_corpus
from handbook.languages import LANGUAGES
from handbook.targets.grammar import Target, parse_target
from handbook.words.citations import cite_target
from handbook.words.labels import label_differs, label_tokens, target_tokens
from tests.conftest import SMALL


def target(text: str) -> Target:
    found = parse_target(text, "CP-1/1")
    assert isinstance(found, Target)
    return found


READ = [
    ("zh", "第26条第7款", "26:article 7:paragraph"),
    ("zh", "第二十六条", "26:article"),
    ("zh", "第10(c)段", "10:paragraph c"),
    ("zh", "第35至44段", "35:paragraph 44:paragraph"),
    ("zh", "第CP-9/13号决定附件一", "CP-9/13 1:annex"),
    ("zh", "工作方法H节", "h:section"),
    ("zh", "第十一次会议", "11"),
    ("zh", "2011-2020年战略计划第3段", "3:paragraph"),
    ("zh", "2023年7月6日的30%", ""),
    ("en", "paragraph 7 of decision CP-9/13", "7:paragraph CP-9/13:decision"),
    ("en", "annex III", "3:annex"),
    ("en", "annex I", "1|i:annex"),
    ("en", "subparagraph (d) above", "d"),
    ("en", "paragraph 6 (a) (i)", "6:paragraph a 1|i"),
    ("en", "its twenty-sixth meeting", "26"),
    ("en", "table 1a", "1:table a:table"),
    ("en", "objective A.5.1", "A.5 1"),
    ("en", "A plan for 2011–2020, with 2,765,932 dollars and 30 per cent of 5 May", ""),
    ("fr", "l’article 8 j)", "8:article j"),
    ("fr", "l’alinéa d ci-dessus", "d"),
    ("fr", "article premier", "1"),
    ("fr", "la 11e réunion", "11"),
    ("fr", "sa vingt et unième réunion", "21"),
    ("es", "párrafo 1 e)", "1:paragraph e"),
    ("es", "su 26.ª reunión", "26"),
    ("es", "anexo I de la decisión CP-9/13", "1|i:annex CP-9/13:decision"),
    ("es", "Órgano Técnico", ""),
    ("es", "el apartado a que se refiere", ""),
    ("ru", "пункта 10 c)", "10:paragraph c"),
    ("ru", "подпункте г) выше", "d"),
    ("ru", "пункта в решении", ""),
    ("ru", "двадцать шестом совещании", "26"),
    ("ru", "26-е совещание", "26"),
    ("ru", "В решении 14/33", "14/33:decision"),
    ("ar", "المرفق الأول", "1:annex"),
    ("ar", "المادة 8(ي)", "8:article j"),
    ("ar", "الفقرة الفرعية (د)", "d"),
    ("ar", "الفرع حاء", "h"),
    ("ar", "اجتماعها السادس والعشرين", "26:meeting"),
    ("ar", "المقرر \u200eCP-9/13\u200f", "CP-9/13:decision"),
    ("ar", "5 أيار/مايو و30 تشرين الثاني", "30"),
]


@pytest.mark.parametrize(("language", "text", "tokens"), READ, ids=[f"{code}-{text}" for code, text, _ in READ])
def test_label_is_read(language: str, text: str, tokens: str) -> None:
    found = [(token.readings, token.kind) for token in label_tokens(text, language)]
    expected = [pair.partition(":") for pair in tokens.split()]
    assert found == [(frozenset(readings.split("|")), kind or None) for readings, _, kind in expected]


AGREE = [
    ("zh", "《议定书》附件三", "art:annex-III"),
    ("zh", "上文第1(a)(一)段", "par:annex/1/a/i"),
    ("zh", "第十五次会议第二期会议", "meeting:cop-15"),
    ("zh", "第八条(j)项", "conv:8/j"),
    ("en", "the annex below", "par:annex"),
    ("en", "the next meeting", "meeting:cp-11"),
    ("en", "the second part of its fifteenth meeting", "meeting:cop-15"),
    ("en", "the compliance procedures", "proc:compliance"),
    ("en", "section II, paragraph 4", "proc:compliance#sec-II/4"),
    ("en", "goals A.6 to A.8", "goal:implementation/A.6-A.8"),
    ("fr", "paragraphe 4 de la section II", "proc:compliance#sec-II/4"),
    ("es", "sección H", "proc:sbstta#sec-H"),
    ("ru", "раздел H", "proc:sbstta#sec-H"),
    ("ru", "раздел А", "par:sec-a"),
    ("ar", "القسم ح", "proc:sbstta#sec-H"),
    ("ar", "الفقرة 4 من القسم الثاني", "proc:compliance#sec-II/4"),
]
DIFFER = [
    ("zh", "第19条", "art:17", "says '19'"),
    ("zh", "附件一和二", "dec:CP-9/13#annex-I", "says '二'"),
    ("zh", "第7款第3条", "art:7/3", "says '7'"),
    ("en", "paragraph 26", "art:26", "says '26'"),
    ("en", "Article 7, paragraph 3", "art:3/7", "says '7'"),
    ("en", "annex III", "art:3", "says 'III'"),
    ("en", "eleventh meeting", "meeting:cp-12", "says 'eleventh'"),
    ("en", "decision CP-9/13", "dec:CP-9/13#7", "lacks '7'"),
    ("en", "the annex I", "par:annex", "says 'I'"),
    ("en", "the Protocol", "art:26", "lacks '26'"),
    ("fr", "paragraphes 7 et 8", "par:7", "says '8'"),
    ("es", "su duodécima reunión", "meeting:cp-11", "says 'duodécima'"),
    ("ru", "подпункте e)", "par:annex/1/d", "says 'e'"),
    ("ar", "المرفق الثالث", "art:annex-II", "says 'الثالث'"),
    ("ar", "الفقرة (هـ)", "par:annex/1/d", "says '(هـ)'"),
]


@pytest.mark.parametrize(("language", "text", "to"), AGREE, ids=[f"{code}-{to}" for code, _, to in AGREE])
def test_label_agrees(language: str, text: str, to: str) -> None:
    assert label_differs(text, language, target(to)) is None


@pytest.mark.parametrize(
    ("language", "text", "to", "how"), DIFFER, ids=[f"{code}-{text}-{to}" for code, text, to, _ in DIFFER]
)
def test_label_differs(language: str, text: str, to: str, how: str) -> None:
    assert label_differs(text, language, target(to)) == how


def test_unresolved_target_has_the_printed_words() -> None:
    unresolved = target("unresolved:cp-1-1-p4")
    assert label_differs("decision II/9", "en", unresolved, "第II/9号决定") is None
    assert label_differs("decision II/8", "en", unresolved, "第II/9号决定") == "says 'II/8'"


WRITTEN = """
    art:26 art:14/1 art:annex-III sup:12/2/c conv:8/j dec:CP-9/13#annex-I dec:CP-9/13#6 dec:CP-9/14#preamble dec:BS-I/3
    dec:CP-10/4#annex/19 dec:CP-10/1#table-2 cop:15/4 cop:VII/5 cop:14/37#35-44 doc:CBD/SBI/3/3/Add.1
    doc:CBD/CP/RA/AHTEG/2020/1/5#annex-I/sec-III ga:60/283#sec-IV proc:compliance#sec-II/4 sdg:2 target:17 meeting:cp-1
    goal:implementation/A.1 goal:capacity-building/A.1-A.2 par:8 par:6/a/iii par:annex/1/d par:annex/appendix par:pre-2
    par:fn-3
""".split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_we_write_is_read_back(language: str) -> None:
    names = load_corpus(SMALL).names[language]
    for text in WRITTEN:
        written = cite_target(target(text), language, names, within="CP-1/1")
        assert label_differs(written, language, target(text)) is None, (text, written)


def test_every_written_target_but_names_has_tokens() -> None:
    bare = [text for text in WRITTEN if not target_tokens(target(text))[0]]
    assert bare == []
