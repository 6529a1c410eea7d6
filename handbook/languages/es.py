"""Spanish, by the United Nations Editorial Manual: labels in half brackets, points between groups of a number."""

from __future__ import annotations

import re
from functools import partial

from handbook.languages import cldr
from handbook.languages.citing import NOTHING, Citing, carried_on, letter_after
from handbook.languages.counting import Counting, shares
from handbook.languages.dates import Dates, spelled_span
from handbook.languages.language import Labels, Language, Numbers, Typography
from handbook.languages.numerals import capital_roman
from handbook.languages.ordinals import WORD_BEGIN, WORD_END, Ordinals, compound, numbered
from handbook.languages.phrases import Phrases
from handbook.languages.punctuation import AFTER, MARKS_AGAIN, TIGHT, WORD_AGAIN, Punctuation
from handbook.languages.scripts import ARABIC, LATIN, WIDE, Script, others
from handbook.languages.sorting import by_letters
from handbook.languages.stems import Stems, without_marks, words

LABELS = Labels(
    letter=str,
    roman=str,
    brackets="{n})",
    roman_brackets="{n})",
    capital=str.upper,
    counted=capital_roman,
    line=capital_roman,
)

_MONTHS = partial(cldr.months, "es")

DATES = Dates(
    month_names=_MONTHS,
    month_forms=(),
    capital_tells=False,
    first_suffix="",
    of=r"de\s+",
    year_mark="",
    day=cldr.date("es"),
    # CLDR has a dash in spans: 7–19 de diciembre de 2022.
    span=spelled_span("{d} a {e} de {m} de {y}", _MONTHS),
)

TYPOGRAPHY = Typography(
    space=" ", colon=": ", comma=", ", list_comma=", ", semicolon="; ", stop=". ", bracketed=" ({n})", spaces=()
)

PHRASES = Phrases(
    article="artículo {n}",
    article_paragraph=", párrafo {n}",
    instrument="{n}",
    decision="decisión {n}",
    resolution="resolución {n}",
    paragraph="párrafo {n}",
    paragraphs="párrafos {n}",
    clause="párrafo {n} del preámbulo",
    item=" {n})",
    title="título",
    opening="fórmula inicial",
    preamble="preámbulo",
    annex="anexo",
    numbered_annex="anexo {n}",
    appendix="apéndice",
    section="sección {n}",
    lettered_section="sección {n}",
    footnote="nota {n}",
    table="cuadro {n}",
    line="línea {n}",
    goal="objetivo {n}",
    goals="objetivos {n}",
    sdg="Objetivo de Desarrollo Sostenible {n}",
    target="meta {n}",
    joint=", ",
    joint_of_symbol=", ",
)

# --- reading ----------------------------------------------------------------------------------------------------------

_UNITS = numbered(
    "primer segund tercer cuart quint sext séptim octav noven décim undécim|decimoprimer duodécim|decimosegund"
)
_TEENS = numbered("tercer cuart quint sext séptim octav noven", 3)
_TENS = {"vigésim": 20, "trigésim": 30, "cuadragésim": 40}

ORDINALS = Ordinals(
    stems={
        **_UNITS,
        **{f"decimo{stem}": 10 + value for stem, value in _TEENS.items()},
        "decimoctav": 18,
        **{f"décim{end} {stem}": 10 + value for stem, value in _UNITS.items() if value < 10 for end in "oa"},
        **_TENS,
        **compound({"vigesimo": 20, "trigesimo": 30, "cuadragesimo": 40}, _UNITS, ""),
        **compound({f"{ten}{end}": value for ten, value in _TENS.items() for end in "oa"}, _UNITS, " "),
    },
    before="",
    after="(?:[oa]s?)?",
    begin=WORD_BEGIN,
    end=WORD_END,
)

_AND = r",?\s+(?:y|o|a)\s+|\s?[,-]\s?"

CITING = Citing(
    words={
        "article": r"\bartículos?\b|\bart\.",
        "annex": r"\banexos?\b",
        "appendix": r"\bapéndices?\b",
        "section": r"\bsecci(?:ón|ones)\b",
        "paragraph": r"\bpárrafos?\b|\bpárr\.|\bapartados?\b|\bincisos?\b",
        "decision": r"\b(?:decisi|resoluci|recomendaci)(?:ón|ones)\b",
        "table": r"\b(?:cuadro|tabla)s?\b",
        "goal": r"\b(?:objetivo|meta)s?\b",
    },
    kind_behind=NOTHING,
    kind_ahead=NOTHING,
    noun_first=False,
    number_suffix="(?:\\.?[ªº])",
    bare_letter=letter_after("apartados?|incisos?|literal(?:es)?"),
    letters={},
    shapes={},
    numerals={},
    aside="",
    part_of_meeting=r"(?i:\b(?:primera|segunda|tercera)\s+parte\b)",
    number_sign=r"[Nn][o°º]\.?\s*",
    and_to=_AND,
    article_ordinal=ORDINALS.form,
    counted=NOTHING,
    round=NOTHING,
    carrying=carried_on(_AND, "supra|infra|anterior(?:es)?|precedentes?"),
)

_PARTS = {"tercio": 3, "tercios": 3, "cuarto": 4, "cuartos": 4, "quinto": 5, "quintos": 5}
_PARTS |= {"tercera parte": 3, "terceras partes": 3, "cuarta parte": 4, "cuartas partes": 4}

COUNTING = Counting(
    group=" .",
    point=",",
    per_cent="%|por ciento",
    joint="-|al? |y |o ",
    suffix=r"\.?[ºª]",
    words={
        **numbered(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
            "diecisiete dieciocho diecinueve veinte",
            2,
        ),
        "treinta": 30,
        "cuarenta": 40,
        "cincuenta": 50,
        "sesenta": 60,
    },
    scales={"millón": 10**6, "millones": 10**6, "mil": 1000},
    # With its article: an «evaluación de mitad de período» counts nothing.
    fractions=shares("la mitad", _PARTS, {"un": 1, "una": 1, "la": 1, "dos": 2, "tres": 3}),
    prefix="",
    end=WORD_END,
    date="",
    own={},
    begins="",
)

# --- marks and letters ------------------------------------------------------------------------------------------------

PUNCTUATION = Punctuation(
    pairs=("()", "[]", "«»", "“”", "¿?", "¡!"),
    even="",
    half="a-z",
    unspaced="",
    tight=TIGHT,
    wide="",
    after=AFTER,
    marks=MARKS_AGAIN,
    words=(WORD_AGAIN,),
    twice=(),
)

SCRIPT = Script(
    letters=LATIN,
    foreign=others(LATIN) + ARABIC + WIDE,
    words=False,
    marks={},
    alike="",
    tells="",
    label_ends="",
)


#: The s of «país» is no plural.
_ENDING = re.compile(r"(?<=\w{3})(?:es|as|os|(?<!i)s|e|a|o)$")


def _stem(word: str) -> str:
    """Without accents, feminine and plural."""
    return _ENDING.sub("", without_marks(word))


SPANISH = Language(
    code="es",
    tag="es",
    own="Español",
    rtl=False,
    labels=LABELS,
    # CLDR says so too; Babel does not heed it.
    numbers=Numbers(locale="es", least_grouped=5),
    dates=DATES,
    typography=TYPOGRAPHY,
    phrases=PHRASES,
    citing=CITING,
    ordinals=ORDINALS,
    counting=COUNTING,
    punctuation=PUNCTUATION,
    script=SCRIPT,
    stems=Stems(pieces=words, stem=_stem, joined="", same=()),
    sort_key=by_letters,
)
