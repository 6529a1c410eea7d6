"""French, by the United Nations Editorial Manual: labels in half brackets, `1er`, narrow spaces before high marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from handbook.languages import cldr
from handbook.languages.citing import NOTHING, Citing, carried_on, letter_after
from handbook.languages.counting import Counting, shares
from handbook.languages.dates import Dates, spelled_day, spelled_span
from handbook.languages.language import Labels, Language, Numbers, Typography
from handbook.languages.numerals import capital_roman
from handbook.languages.ordinals import WORD_BEGIN, WORD_END, Ordinals, compound, numbered
from handbook.languages.phrases import Phrases
from handbook.languages.punctuation import MARKS_AGAIN, WORD_AGAIN, Punctuation
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

_MONTHS = partial(cldr.months, "fr")

DATES = Dates(
    month_names=_MONTHS,
    month_forms=(),
    capital_tells=False,
    first_suffix="er",
    of="",
    year_mark="",
    # CLDR has `1 décembre`, and shortens the months of spans.
    day=spelled_day("{d} {m} {y}", _MONTHS, first="1er"),
    span=spelled_span("{d}-{e} {m} {y}", _MONTHS, first="1er"),
)

TYPOGRAPHY = Typography(
    space=" ",
    colon="\u00a0: ",
    comma=", ",
    list_comma=", ",
    semicolon="\u202f; ",
    stop=". ",
    bracketed=" ({n})",
    spaces=(
        (re.compile(r" ([;!?])"), "\u202f\\1"),
        (re.compile(r" ([:»%])"), "\u00a0\\1"),
        (re.compile(r"« "), "«\u00a0"),
        (re.compile(r"\b(\d{1,3}) (?=\d{3}\b)"), "\\1\u202f"),
    ),
)

PHRASES = Phrases(
    article="article {n}",
    article_paragraph=", paragraphe {n}",
    instrument="{n}",
    decision="décision {n}",
    resolution="résolution {n}",
    paragraph="paragraphe {n}",
    paragraphs="paragraphes {n}",
    clause="alinéa {n} du préambule",
    item=" {n})",
    title="titre",
    opening="formule liminaire",
    preamble="préambule",
    annex="annexe",
    numbered_annex="annexe {n}",
    appendix="appendice",
    section="section {n}",
    lettered_section="section {n}",
    footnote="note {n}",
    table="tableau {n}",
    line="ligne {n}",
    goal="but {n}",
    goals="buts {n}",
    sdg="objectif de développement durable {n}",
    target="cible {n}",
    joint=", ",
    joint_of_symbol=", ",
)

# --- reading ----------------------------------------------------------------------------------------------------------

_UNITS = numbered(
    "premier|première deuxième|second|seconde troisième quatrième cinquième sixième septième huitième neuvième "
    "dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième"
)
_TENS = {"vingt": 20, "trente": 30, "quarante": 40}

ORDINALS = Ordinals(
    stems={
        **_UNITS,
        "vingtième": 20,
        "trentième": 30,
        "quarantième": 40,
        **compound(_TENS, _UNITS, "-"),
        **{form: value + 1 for ten, value in _TENS.items() for form in (f"{ten} et unième", f"{ten}-et-unième")},
    },
    before="",
    after="s?",
    begin=WORD_BEGIN,
    end=WORD_END,
)

_AND = r",?\s+(?:et|ou|à)\s+|\s?[,-]\s?"

CITING = Citing(
    words={
        "article": r"\barticles?\b|\bart\.",
        "annex": r"\bannexes?\b",
        "appendix": r"\bappendices?\b",
        "section": r"\bsections?\b",
        "paragraph": r"\b(?:sous-)?paragraphes?\b|\bpar\.|\balinéas?\b",
        "decision": r"\b(?:décision|résolution|recommandation)s?\b",
        "table": r"\btableaux?\b",
        "goal": r"\b(?:objectif|cible|but)s?\b",
    },
    kind_behind=NOTHING,
    kind_ahead=NOTHING,
    noun_first=False,
    number_suffix="(?:ers?|re|ère|es?|ᵉ|ème)(?![a-zè)])",
    bare_letter=letter_after("alinéas?"),
    letters={},
    shapes={},
    numerals={},
    aside="",
    part_of_meeting=r"(?i:\b(?:première|deuxième|seconde|troisième)\s+partie\b)",
    number_sign=r"[Nn][o°º]\.?\s*",
    and_to=_AND,
    article_ordinal=ORDINALS.form,
    counted=NOTHING,
    round=NOTHING,
    carrying=carried_on(_AND, "ci-dessus|ci-dessous"),
)

_COUNTS = {"un": 1, "deux": 2, "trois": 3, "quatre": 4}
_PARTS = {"tiers": 3, "quart": 4, "quarts": 4}
#: `un cinquième`; but `le cinquième rapport` counts reports.
_ORDINAL_PARTS = {"cinquième": 5, "cinquièmes": 5, "dixième": 10, "dixièmes": 10}

COUNTING = Counting(
    group=" .",
    point=",",
    per_cent="%|pour cent",
    joint="-|au |et |ou |à ",
    suffix="es?|èmes?",
    words={
        **numbered(
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
            "dix-huit dix-neuf vingt",
            2,
        ),
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
    },
    scales={"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "mille": 1000},
    fractions=shares("moitié", _PARTS, _COUNTS | {"le": 1}) | shares("moitié", _ORDINAL_PARTS, _COUNTS),
    prefix="",
    end=WORD_END,
    date="",
    own={},
    begins="",
)

# --- marks and letters ------------------------------------------------------------------------------------------------

PUNCTUATION = Punctuation(
    pairs=("()", "[]", "«»", "“”"),
    even="",
    half="a-z",
    unspaced="",
    tight=",.",
    wide=";:!?",
    after=",;:",
    marks=MARKS_AGAIN,
    words=(WORD_AGAIN,),
    twice=("nous", "vous"),
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


#: What French says again before each noun of a list: `la détection et l’identification`.
_SAID_AGAIN = frozenset("l le la les d de du des à au aux".split())


def _pieces(text: str) -> Sequence[str]:
    return [word for word in words(text) if word not in _SAID_AGAIN]


_ENDING = re.compile(r"(?<=\w{3})(?:es|s|x|e)$")
#: exécutive, exécutif; régionaux, régional
_OTHERWISE = (re.compile(r"(?<=\w{2}i)v(?=es?$)"), "f"), (re.compile(r"(?<=\w[^e]a)ux$"), "l")


def _stem(word: str) -> str:
    """Without accents, feminine and plural."""
    plain = without_marks(word)
    for form, letter in _OTHERWISE:
        plain = form.sub(letter, plain)
    return _ENDING.sub("", plain)


FRENCH = Language(
    code="fr",
    tag="fr",
    own="Français",
    rtl=False,
    labels=LABELS,
    numbers=Numbers(locale="fr", least_grouped=4),
    dates=DATES,
    typography=TYPOGRAPHY,
    phrases=PHRASES,
    citing=CITING,
    ordinals=ORDINALS,
    counting=COUNTING,
    punctuation=PUNCTUATION,
    script=SCRIPT,
    stems=Stems(pieces=_pieces, stem=_stem, joined="", same=()),
    sort_key=by_letters,
)
