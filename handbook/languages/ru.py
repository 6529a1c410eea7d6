"""Russian, by its own documents: labels in half brackets and with Latin letters (статья 8 j))."""

from __future__ import annotations

import re
from functools import partial

from handbook.languages import cldr
from handbook.languages.citing import NOTHING, Citing, carried_on, letter_after
from handbook.languages.counting import Counting, shares
from handbook.languages.dates import Dates, spelled_day, spelled_span
from handbook.languages.language import Labels, Language, Numbers, Typography
from handbook.languages.numerals import LETTERS, capital_roman
from handbook.languages.ordinals import WORD_BEGIN, WORD_END, Ordinals, compound, numbered
from handbook.languages.phrases import Phrases
from handbook.languages.punctuation import AFTER, MARKS_AGAIN, TIGHT, WORD_AGAIN, Punctuation
from handbook.languages.scripts import ARABIC, CYRILLIC, LATIN, WIDE, Script, others
from handbook.languages.sorting import by_letters
from handbook.languages.stems import Stems, words

LABELS = Labels(
    letter=str,
    roman=str,
    brackets="{n})",
    roman_brackets="{n})",
    capital=str.upper,
    counted=capital_roman,
    line=capital_roman,
)

_MONTHS = partial(cldr.months, "ru")

DATES = Dates(
    month_names=_MONTHS,
    month_forms=tuple(
        "январ[ьяею] феврал[ьяею] март[аеу]? апрел[ьяею] ма[йяею] июн[ьяею] июл[ьяею] август[аеу]? сентябр[ьяею] "
        "октябр[ьяею] ноябр[ьяею] декабр[ьяею]".split()
    ),
    capital_tells=False,
    first_suffix="",
    of="",
    year_mark="",
    # CLDR shortens the year, `7 декабря 2022 г.`, and the months of spans.
    day=spelled_day("{d} {m} {y} года", _MONTHS),
    span=spelled_span("{d}–{e} {m} {y} года", _MONTHS),
)

TYPOGRAPHY = Typography(
    space=" ", colon=": ", comma=", ", list_comma=", ", semicolon="; ", stop=". ", bracketed=" ({n})", spaces=()
)

PHRASES = Phrases(
    article="статья {n}",
    article_paragraph=", пункт {n}",
    instrument="{n}",
    decision="решение {n}",
    resolution="резолюция {n}",
    paragraph="пункт {n}",
    paragraphs="пункты {n}",
    clause="пункт {n} преамбулы",
    item=" {n})",
    title="название",
    opening="вводная часть",
    preamble="преамбула",
    annex="приложение",
    numbered_annex="приложение {n}",
    appendix="добавление",
    section="раздел {n}",
    lettered_section="раздел {n}",
    footnote="сноска {n}",
    table="таблица {n}",
    line="строка {n}",
    goal="цель {n}",
    goals="цели {n}",
    sdg="цель в области устойчивого развития {n}",
    target="задача {n}",
    joint=", ",
    joint_of_symbol=", ",
)

# --- reading ----------------------------------------------------------------------------------------------------------

_UNITS = numbered(
    "перв втор третий|третья|третье|третьего|третьему|третьим|третьем|третьей|третью|третьи|третьих четверт пят "
    "шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат "
    "восемнадцат девятнадцат двадцат"
)

ORDINALS = Ordinals(
    stems={
        **_UNITS,
        "тридцат": 30,
        "сороков": 40,
        **compound({"двадцать": 20, "тридцать": 30, "сорок": 40}, _UNITS, " "),
    },
    before="",
    after="(?:ый|ий|ой|ая|ое|ого|ому|ым|ом|ую|ые|ых|ыми)?",
    begin=WORD_BEGIN,
    end=WORD_END,
)

_AND = r",?\s+(?:и|или|по)\s+|\s?[,-]\s?"
_CASES = "(?:а|у|ом|е|ы|ов|ам|ами|ах)?"

CITING = Citing(
    words={
        "article": r"\bстат(?:ь(?:я|и|е|ю|ей|ям|ями|ях)|ей)\b|\bст\.",
        "annex": r"\bприложени(?:е|я|ю|ем|и|й|ям|ями|ях)\b",
        "appendix": r"\bдобавлени(?:е|я|ю|ем|и|й|ям|ями|ях)\b",
        "section": rf"\bраздел{_CASES}\b",
        "paragraph": rf"\b(?:под)?пункт{_CASES}\b|\bпп?\.",
        "decision": r"\b(?:решени|резолюци|рекомендаци)[а-я]{1,3}\b",
        "table": r"\bтаблиц(?:а|ы|е|у|ей|ам|ами|ах)?\b",
        "goal": r"\b(?:цел(?:ь|и|ью|ей|ям|ями)|задач(?:а|и|е|у|ей|ам|ами|ах)?)\b",
    },
    kind_behind=NOTHING,
    kind_ahead=NOTHING,
    noun_first=False,
    number_suffix="-(?:[а-я]{1,3})",
    bare_letter=letter_after(f"(?:под)?пункт{_CASES}"),
    # Documents have Latin letters; a translator may still count in Cyrillic ones.
    letters=dict(zip("абвгдежзиклмнопрстуф", LETTERS, strict=False)),
    # Sections have Latin letters; these look the same in both alphabets.
    shapes=str.maketrans("АВСЕНКМОРТХ", "ABCEHKMOPTX"),
    numerals={},
    aside="",
    part_of_meeting=r"(?i:\b(?:перв|втор|трет)[а-я]+\s+част[а-я]+)",
    number_sign=r"№\s*",
    and_to=_AND,
    article_ordinal=NOTHING,
    counted=NOTHING,
    round=NOTHING,
    carrying=carried_on(_AND, "выше|ниже"),
)

_PARTS = {"треть": 3, "трети": 3, "третей": 3, "третями": 3, "четверть": 4, "четверти": 4, "четвертей": 4}

COUNTING = Counting(
    group=" .",
    point=",",
    per_cent=r"%|процент\w*",
    joint="-|по |и |или |до ",
    suffix="-(?:й|я|е|го|му|м|ю|х)(?!\\w)",
    words={
        **numbered(
            "два|две|двух|двум|двумя|двое три|трех|трём|трем|тремя|трёх|трое четыре|четырех|четырём|четырем "
            "пять|пяти|пятью шесть|шести|шестью семь|семи|семью восемь|восьми|восемью девять|девяти|девятью "
            "десять|десяти|десятью одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати "
            "четырнадцать|четырнадцати пятнадцать|пятнадцати",
            2,
        ),
        "двадцать": 20,
        "двадцати": 20,
        "тридцать": 30,
        "тридцати": 30,
    },
    scales={
        "млн": 10**6,
        "миллион": 10**6,
        "миллиона": 10**6,
        "миллионов": 10**6,
        "млрд": 10**9,
        "тыс": 1000,
        "тысяча": 1000,
        "тысячи": 1000,
        "тысяч": 1000,
    },
    fractions=shares(
        "половина|половины|половине|половину|половиной",
        _PARTS,
        {"одна": 1, "одной": 1, "одну": 1, "две": 2, "двух": 2, "двум": 2, "три": 3, "трех": 3},
    ),
    prefix="",
    end=WORD_END,
    date="",
    own={},
    begins="",
)

# --- marks and letters ------------------------------------------------------------------------------------------------

PUNCTUATION = Punctuation(
    pairs=("()", "[]", "«»", "„“"),
    even="",
    half="a-zа-я",
    unspaced="",
    tight=TIGHT,
    wide="",
    after=AFTER,
    marks=MARKS_AGAIN,
    words=(WORD_AGAIN,),
    twice=(),
)

#: Latin letters that look like Cyrillic ones, as a word of one letter at the beginning of a sentence.
_LIKE_CYRILLIC = "ABCEHKMOPTXY"

SCRIPT = Script(
    letters=CYRILLIC,
    foreign=others(CYRILLIC, LATIN) + ARABIC + WIDE,
    words=True,
    marks={},
    alike=rf"(?<!\w)(?=\w*{CYRILLIC})(?=\w*{LATIN})[{CYRILLIC}{LATIN}]{{2,}}|"
    rf"(?:(?<=^)|(?<=[.!?] ))[{_LIKE_CYRILLIC}](?= [а-я])",
    tells=LATIN,
    label_ends="",
)

_ENDING = re.compile(
    r"(?<=\w{3})(?:иями|ями|ами|ого|его|ому|ему|ыми|ими|иях|иям|ием|ией|ия|ии|ию|ие|ах|ях|ам|ям|ов|ев|ей|ой|ый|ий|ая|яя|"
    r"ое|ее|ые|ую|юю|ых|их|ым|им|ом|ем|а|я|о|е|ы|и|ью|у|ю|ь)$"
)


def _stem(word: str) -> str:
    return _ENDING.sub("", word.replace("ё", "е"))


RUSSIAN = Language(
    code="ru",
    tag="ru",
    own="Русский",
    rtl=False,
    labels=LABELS,
    numbers=Numbers(locale="ru", least_grouped=4),
    dates=DATES,
    typography=TYPOGRAPHY,
    phrases=PHRASES,
    citing=CITING,
    ordinals=ORDINALS,
    counting=COUNTING,
    punctuation=PUNCTUATION,
    script=SCRIPT,
    stems=Stems(pieces=words, stem=_stem, joined="", same=((re.compile("ё"), "е"),)),
    sort_key=by_letters,
)
