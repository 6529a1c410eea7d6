"""Arabic, by the United Nations Editorial Manual: European digits, letters of abjad, both names of a month."""

from __future__ import annotations

import re
from unicodedata import combining

from handbook.languages.citing import NOTHING, Citing, any_letter, carried_on
from handbook.languages.counting import Counting
from handbook.languages.dates import Dates, spelled_day, spelled_span
from handbook.languages.forms import Forms
from handbook.languages.language import Labels, Language, Numbers, Typography
from handbook.languages.numerals import ABJAD, LETTERS, ROMANS, arabic_letter, capital_roman
from handbook.languages.ordinals import WORD_BEGIN, WORD_END, Ordinals, numbered
from handbook.languages.phrases import Phrases
from handbook.languages.punctuation import SPACE, Punctuation
from handbook.languages.scripts import LATIN, WIDE, Script, others
from handbook.languages.sorting import by_letters
from handbook.languages.stems import Stems, words

#: Ordinals as annexes and sections are counted, masculine: المرفق الأول.
ANNEXES = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
#: The same as headings and lines are counted: ثانيا.
LINES = ("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")


def _annex(number: int) -> str:
    return ANNEXES[number - 1] if number <= len(ANNEXES) else capital_roman(number)


def _line(number: int) -> str:
    return LINES[number - 1] if number <= len(LINES) else capital_roman(number)


LABELS = Labels(
    letter=arabic_letter,
    roman=lambda label: str(ROMANS[label]),
    brackets="({n})",
    roman_brackets="({n})",
    capital=arabic_letter,
    counted=_annex,
    line=_line,
)

# United Nations documents give both names of a month; CLDR has the second alone, and June and July spelt otherwise.
_MONTHS = (
    "كانون الثاني/يناير",
    "شباط/فبراير",
    "آذار/مارس",
    "نيسان/أبريل",
    "أيار/مايو",
    "حزيران/يونيه",
    "تموز/يوليه",
    "آب/أغسطس",
    "أيلول/سبتمبر",
    "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر",
    "كانون الأول/ديسمبر",
)


def _month_names() -> tuple[str, ...]:
    return _MONTHS


DATES = Dates(
    month_names=_month_names,
    # Either of the two names will do; of two spellings of June and July both are in use.
    month_forms=tuple(
        f"{month}|{'|'.join(month.split('/'))}".replace("يونيه", "يوني[هو]").replace("يوليه", "يولي[هو]")
        for month in _MONTHS
    ),
    capital_tells=False,
    first_suffix="",
    of="",
    year_mark="",
    day=spelled_day("{d} {m} {y}", _month_names),
    span=spelled_span("{d}-{e} {m} {y}", _month_names),
)

TYPOGRAPHY = Typography(
    space=" ", colon=": ", comma="، ", list_comma="، ", semicolon="؛ ", stop=". ", bracketed=" ({n})", spaces=()
)

PHRASES = Phrases(
    article="المادة {n}",
    article_paragraph="، الفقرة {n}",
    instrument="{n}",
    decision="المقرر {n}",
    resolution="القرار {n}",
    paragraph="الفقرة {n}",
    paragraphs="الفقرات {n}",
    clause="الفقرة {n} من الديباجة",
    item=" ({n})",
    title="العنوان",
    opening="العبارة الافتتاحية",
    preamble="الديباجة",
    annex="المرفق",
    numbered_annex="المرفق {n}",
    appendix="التذييل",
    section="القسم {n}",
    lettered_section="القسم {n}",
    footnote="الحاشية {n}",
    table="الجدول {n}",
    line="البند {n}",
    goal="الغاية {n}",
    goals="الغايات {n}",
    sdg="هدف التنمية المستدامة {n}",
    target="الهدف {n}",
    joint="، ",
    joint_of_symbol="، ",
)

# --- reading ----------------------------------------------------------------------------------------------------------

_LOW = numbered(
    "أول|أولى ثاني|ثانية ثالث|ثالثة رابع|رابعة خامس|خامسة سادس|سادسة سابع|سابعة ثامن|ثامنة تاسع|تاسعة عاشر|عاشرة"
)
_UNITS = {form: value for form, value in _LOW.items() if 1 < value < 10} | {"حادي": 1, "حادية": 1}
_TENS = {"عشرون": 20, "عشرين": 20, "ثلاثون": 30, "ثلاثين": 30, "أربعون": 40, "أربعين": 40}

ORDINALS = Ordinals(
    stems={
        **_LOW,
        **{f"{form} {ten}": 10 + value for form, value in _UNITS.items() for ten in ("عشر", "عشرة")},
        **_TENS,
        **{f"{form} وال{ten}": more + value for form, value in _UNITS.items() for ten, more in _TENS.items()},
    },
    before="[وف]?[بك]?(?:ال|لل)",
    # of two things at once: التقييم والاستعراض الخامسان
    after="(?:ان|ين)?",
    begin=WORD_BEGIN,
    end=WORD_END,
)

#: The names of the letters, by which documents call their sections: الفرع حاء.
_NAMES = dict(zip("ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون".split(), LETTERS, strict=False))
_LETTERS = {**dict(zip(ABJAD, LETTERS, strict=False)), "ه": "e", "ا": "a", **_NAMES}
_AND = r"\s*(?:،\s*|\s[وأ]و?\s?|\sإلى\s)|\s?-\s?"
#: Conjunctions and prepositions that are written together with the next word; many a word begins so itself.
_JOINED = "وفبكل"
_BEFORE_A_LETTER = ("القسم", "للقسم", "الفرع", "للفرع", "المرفق", "للمرفق", "الفرعية")

CITING = Citing(
    words={
        kind: rf"(?<!\w)[{_JOINED}]{{0,2}}(?:ال|لل)?(?:{form})"
        for kind, form in {
            "article": "ماد(?:ة|تان|تين)|مواد",
            "annex": "مرفق(?:ات|ان|ين)?",
            "appendix": "تذييل",
            "section": "فرع(?!ي)|قسم",
            "paragraph": "فقر(?:ة|تان|تين|ات)(?: الفرعية)?",
            "decision": "مقرر(?:ات|ان|ين)?|قرار|توصية",
            "table": "جدول",
            "goal": "هدف|غاي(?:ة|ات)|أهداف",
            "meeting": "اجتماع",
        }.items()
    },
    kind_behind=NOTHING,
    kind_ahead=NOTHING,
    noun_first=True,
    number_suffix=NOTHING,
    bare_letter=rf"(?:{'|'.join(rf'(?<={word} )' for word in _BEFORE_A_LETTER)})"
    rf"(?P<bare>{any_letter(_LETTERS)})",
    letters=_LETTERS,
    shapes={},
    numerals={},
    # Months that have an ordinal.
    aside=r"(?:كانون|تشرين)\s+ال(?:أول|ثاني)",
    part_of_meeting=r"الجزء\s+ال\w+",
    number_sign=r"رقم\s+",
    and_to=_AND,
    article_ordinal=ORDINALS.form,
    counted=f"{ORDINALS.form}|{any_letter(_LETTERS)}",
    round=NOTHING,
    carrying=carried_on(_AND, "أعلاه|أدناه"),
)

COUNTING = Counting(
    group=",٬ ",
    point=".٫",
    per_cent="%|٪|في المائة|بالمائة|في المئة",
    joint="-|إلى |و",
    suffix=NOTHING,
    words={
        **numbered("ثلاث|ثلاثة أربع|أربعة خمس|خمسة ست|ستة سبع|سبعة ثمان|ثماني|ثمانية تسع|تسعة عشر|عشرة", 3),
        **_TENS,
    },
    scales={"مليون": 10**6, "ملايين": 10**6, "بليون": 10**9, "ألف": 1000, "آلاف": 1000},
    fractions={
        "نصف": "1/2",
        "ثلث": "1/3",
        "ثلثا": "2/3",
        "ثلثي": "2/3",
        "ثلثين": "2/3",
        "ربع": "1/4",
        "ثلاثة أرباع": "3/4",
    },
    prefix="[وف]?[بلك]?(?:ال|لل)?",
    end=WORD_END,
    date="",
    own={},
    begins="",
)

# --- marks and letters ------------------------------------------------------------------------------------------------

#: `فقرة فقرة` is paragraph by paragraph; particles and words with the article do not stand so.
_AGAIN = (
    r"(?<!\w)(?P<word>ال\w{3,}|من|في|على|إلى|عن|أن|إن|مع|أو|ما|لا|هذا|هذه|ذلك|تلك|التي|الذي|بين|كل|قد|بما)"
    rf"{SPACE}+(?P=word)(?!\w)"
)

PUNCTUATION = Punctuation(
    pairs=("()", "[]", "«»"),
    even='"“”',
    half="",
    unspaced="",
    tight="،؛؟.:!",
    wide="",
    after="،؛:",
    marks=r"[،؛:,;.!؟](?:(?<=[،؛:,;])[،؛:,;.]+|(?<=(?<!\.)\.)\.(?!\.)|(?<=[!؟])[!؟]{2})",
    words=(_AGAIN,),
    twice=(),
)

#: Letters of Persian and Urdu that look like Arabic ones.
_LIKE_ARABIC = "\u06cc\u06a9\u06c1\u06d5\u06be"
_LETTER = r"[\p{Arabic}\u064b-\u0652]"

SCRIPT = Script(
    letters=_LETTER,
    foreign=others(_LETTER, LATIN) + WIDE,
    words=True,
    marks={
        f"(?<={_LETTER}) ?,|,(?=\\s*{_LETTER})": "،",
        f"(?<={_LETTER}) ?;|;(?=\\s*{_LETTER})": "؛",
        f"(?<={_LETTER}) ?\\?": "؟",
    },
    alike=f"[{_LIKE_ARABIC}]",
    tells=f",;?{_LIKE_ARABIC}",
    label_ends="",
)

_ARTICLE = re.compile(r"^(?:ال|لل)(?=\w{3})")
_ENDING = re.compile(r"(?<=\w{3})(?:ات|ين|ون|ان|ة|ه|ي|ا)$")


def _stem(word: str) -> str:
    """Without vowel signs, the article and the commonest endings."""
    plain = "".join(sign for sign in word if not combining(sign))
    return _ENDING.sub("", _ARTICLE.sub("", plain))


#: Vowel signs and the line that lengthens a word; the و that joins a verb to the clause before.
_SAME = ((re.compile("[\u064b-\u0652\u0640]"), ""), (re.compile(r"^و(?=\w\w)"), ""))


def _sort_key(name: str, sound: str) -> str:
    """Dictionaries leave the article out."""
    return re.sub(r"^ال", "", by_letters(name))


ARABIC = Language(
    code="ar",
    tag="ar",
    own="العربية",
    rtl=True,
    labels=LABELS,
    numbers=Numbers(locale="ar", least_grouped=4),
    dates=DATES,
    typography=TYPOGRAPHY,
    phrases=PHRASES,
    citing=CITING,
    ordinals=ORDINALS,
    counting=COUNTING,
    punctuation=PUNCTUATION,
    script=SCRIPT,
    stems=Stems(pieces=words, stem=_stem, joined=_JOINED, same=_SAME),
    sort_key=_sort_key,
    forms=Forms(
        wrong=(
            # The letter ha alone is written with it: هـ.
            (r"(?<=\p{Arabic}{2})\u0640+|(?<=\p{Arabic})\u0640+(?=\p{Arabic})", "none inside a word"),
            (r"[\ufb50-\ufdfc\ufe70-\ufefc]+", "the letters themselves, which take their shape from those beside them"),
            (r"[\u0660-\u0669\u06f0-\u06f9]+", "European digits"),
        )
    ),
)
