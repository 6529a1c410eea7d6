"""English, by the United Nations Editorial Manual: British dates, `7 December 2022`, and labels in two brackets."""

from __future__ import annotations

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
from handbook.languages.stems import Stems, words

LABELS = Labels(
    letter=str,
    roman=str,
    brackets="({n})",
    roman_brackets="({n})",
    capital=str.upper,
    counted=capital_roman,
    line=capital_roman,
)

_MONTHS = partial(cldr.months, "en")

DATES = Dates(
    month_names=_MONTHS,
    month_forms=(),
    capital_tells=True,  # May is a month, may is a verb
    first_suffix="",
    of="",
    year_mark="",
    day=cldr.date("en_GB"),
    # CLDR shortens the months of spans: 7–19 Dec 2022.
    span=spelled_span("{d}–{e} {m} {y}", _MONTHS),
)

TYPOGRAPHY = Typography(
    space=" ", colon=": ", comma=", ", list_comma=", ", semicolon="; ", stop=". ", bracketed=" ({n})", spaces=()
)

PHRASES = Phrases(
    article="Article {n}",
    article_paragraph=", paragraph {n}",
    instrument="{n}",
    decision="decision {n}",
    resolution="resolution {n}",
    paragraph="paragraph {n}",
    paragraphs="paragraphs {n}",
    clause="preambular clause {n}",
    item=" ({n})",
    title="title",
    opening="opening clause",
    preamble="preamble",
    annex="annex",
    numbered_annex="annex {n}",
    appendix="appendix",
    section="section {n}",
    lettered_section="section {n}",
    footnote="footnote {n}",
    table="table {n}",
    line="line {n}",
    goal="goal {n}",
    goals="goals {n}",
    sdg="Sustainable Development Goal {n}",
    target="Target {n}",
    joint=", ",
    joint_of_symbol=", ",
)

# --- reading ----------------------------------------------------------------------------------------------------------

_UNITS = numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}

ORDINALS = Ordinals(
    stems={
        **_UNITS,
        "twentieth": 20,
        "thirtieth": 30,
        "fortieth": 40,
        **compound(_TENS, _UNITS, "-"),
        **compound(_TENS, _UNITS, " "),
    },
    before="",
    after="",
    begin=WORD_BEGIN,
    end=WORD_END,
)

_AND = r",?\s+(?:and|or|to)\s+|\s?[,-]\s?"

CITING = Citing(
    words={
        "article": r"\barticles?\b|\bart\.",
        "annex": r"\bannex(?:es)?\b",
        "appendix": r"\bappendi(?:x|ces)\b",
        "section": r"\bsections?\b",
        "paragraph": r"\b(?:sub-?)?paragraphs?\b|\bparas?\b\.?",
        "decision": r"\b(?:decision|resolution|recommendation)s?\b",
        "table": r"\btables?\b",
        "goal": r"\b(?:goal|target)s?\b",
    },
    kind_behind=NOTHING,
    kind_ahead=NOTHING,
    noun_first=False,
    number_suffix="(?:st|nd|rd|th)(?![a-z])",
    bare_letter=letter_after("(?:sub-?)?paragraphs?|items?"),
    letters={},
    shapes={},
    numerals={},
    aside="",
    part_of_meeting=r"(?i:\b(?:first|second|third|resumed)\s+(?:part|session)\b|\bpart\s+(?:[IVX]+|\d|one|two)\b)",
    number_sign=r"[Nn]o\.?\s*",
    and_to=_AND,
    article_ordinal=NOTHING,
    counted=NOTHING,
    round=NOTHING,
    carrying=carried_on(_AND, "above|below"),
)

_PARTS = {"third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5, "tenth": 10, "tenths": 10}

COUNTING = Counting(
    group=", ",
    point=".",
    per_cent=r"%|per\s?cent(?!age)",
    joint="-| to | and | or |to |and |or ",
    suffix="st|nd|rd|th",
    words={
        **numbered(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            "eighteen nineteen twenty",
            2,
        ),
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
        "sixty": 60,
        "seventy": 70,
        "eighty": 80,
        "ninety": 90,
    },
    scales={"million": 10**6, "millions": 10**6, "billion": 10**9, "thousand": 1000},
    fractions=shares("half", _PARTS, {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4}),
    prefix="",
    end=WORD_END,
    date="",
    own={},
    begins="",
)

# --- marks and letters ------------------------------------------------------------------------------------------------

PUNCTUATION = Punctuation(
    pairs=("()", "[]", "“”"),
    even='"',
    half="",
    unspaced="",
    tight=TIGHT,
    wide="",
    after=AFTER,
    marks=MARKS_AGAIN,
    words=(WORD_AGAIN,),
    twice=("had", "that"),
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


def _stem(word: str) -> str:
    for plural, one in (("ies", "y"), ("oes", "o")):
        if len(word) > 4 and word.endswith(plural):
            return word.removesuffix(plural) + one
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


ENGLISH = Language(
    code="en",
    tag="en",
    own="English",
    rtl=False,
    labels=LABELS,
    numbers=Numbers(locale="en", least_grouped=4),
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
