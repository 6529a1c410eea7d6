"""Chinese, the language of the source: the United Nations' usage is that of its decisions' own booklets."""

from __future__ import annotations

import re

from handbook.languages import cldr
from handbook.languages.citing import NOTHING, ROMAN, SYMBOL, SYMBOLIC, Citing
from handbook.languages.counting import Counting, Values
from handbook.languages.dates import Dates
from handbook.languages.forms import Forms
from handbook.languages.language import Labels, Language, Numbers, Typography
from handbook.languages.numerals import (
    CHINESE_DIGITS,
    CHINESE_NUMERALS,
    CHINESE_PLACES,
    CHINESE_VALUES,
    ROMANS,
    chinese,
    chinese_value,
)
from handbook.languages.ordinals import Ordinals
from handbook.languages.phrases import Phrases
from handbook.languages.punctuation import Punctuation
from handbook.languages.scripts import ARABIC, HAN, LATIN, WIDE_LATIN, Script, others
from handbook.languages.sorting import by_sound
from handbook.languages.stems import Stems

LABELS = Labels(
    letter=str,
    roman=lambda label: chinese(ROMANS[label]),
    brackets="({n})",
    roman_brackets="（{n}）",
    capital=str.upper,
    counted=chinese,
    line=chinese,
)

DATES = Dates(
    # CLDR calls months 一月, 二月; in a date they are figures, there too.
    month_names=lambda: tuple(str(month) for month in range(1, 13)),
    month_forms=(),
    capital_tells=False,
    first_suffix="",
    of="",
    # 12月 may be so many months of another sentence; after its year it is a date.
    year_mark="年",
    day=cldr.date("zh"),
    span=cldr.interval("zh"),
)

TYPOGRAPHY = Typography(
    space="", colon="：", comma="，", list_comma="、", semicolon="；", stop="。", bracketed="（{n}）", spaces=()
)

PHRASES = Phrases(
    article="第{n}条",
    # Articles have 款 where decisions have 段.
    article_paragraph="第{n}款",
    instrument="《{n}》",
    decision="第{n}号决定",
    resolution="第{n}号决议",
    paragraph="第{n}段",
    paragraphs="第{n}段",
    clause="序言第{n}段",
    item="({n})",
    title="标题",
    opening="起首语",
    preamble="序言",
    annex="附件",
    numbered_annex="附件{n}",
    appendix="附录",
    # Documents count sections, 第三节, but name a lettered one: H节.
    section="第{n}节",
    lettered_section="{n}节",
    footnote="脚注{n}",
    table="表{n}",
    line="{n}项",
    goal="目标{n}",
    goals="目标{n}",
    sdg="可持续发展目标{n}",
    target="行动目标{n}",
    joint="",
    joint_of_symbol="，",
)

# --- reading ----------------------------------------------------------------------------------------------------------

_NUMERAL = f"[{CHINESE_NUMERALS}]"
_ITEMS = r"(?:\([^()\s]{1,4}\))*"
_NUMBER = rf"(?:\d{{1,3}}|{_NUMERAL}{{1,4}})"

#: No words of their own: a numeral is an ordinal after 第 (第二十六条), after what it counts, or further on in a list.
ORDINALS = Ordinals(
    stems=CHINESE_VALUES,
    before="",
    after="",
    begin=f"(?:{'|'.join(f'(?<={word})' for word in ('第', '附件', '附录', '目标'))}|(?<={_NUMERAL}[和、至及或]))",
    end=f"(?!{_NUMERAL})",
)

CITING = Citing(
    words={},
    kind_behind=rf"{_ITEMS}(?:[、和至及或-]第?(?:\d+|{_NUMERAL}+){_ITEMS})*\s?"
    r"(?:(?P<article>条)|(?P<paragraph>[段款])|(?P<section>节))",
    kind_ahead=r"(?:(?P<annex>附件)|(?P<goal>目标)|(?P<table>表))\s?"
    rf"(?:(?:\d+|{_NUMERAL}+|[IVX]+)[、和至及或-])*",
    noun_first=True,
    number_suffix=NOTHING,
    bare_letter=r"(?<![A-Za-z])(?P<bare>[a-z])(?=[段项款目])",
    letters={},
    shapes={},
    numerals=CHINESE_VALUES,
    aside=r"\d+[年月日]",
    part_of_meeting=r"第[^第]{1,3}(?:部分|期|阶段)",
    number_sign="",
    and_to="[、和至及或与-]",
    article_ordinal=NOTHING,
    counted=NOTHING,
    # 第7段, 第10(c)段, 第二十六条, (d)段, H节, 附件一, 表2, 目标17. What follows 附件 may be a word that begins like a
    # numeral: 附件一并.
    round="|".join(
        (
            rf"第\s?{_NUMBER}{_ITEMS}(?:[、和至及或与-]第?{_NUMBER}{_ITEMS})*\s?[条段款节]",
            rf"第\s?\d{{1,3}}{_ITEMS}项",
            r"\([a-z]{1,4}\)[段款项]",
            r"(?<![A-Za-z])[A-Z]节",
            rf"第\s?(?:{SYMBOL}|{SYMBOLIC})\s?号(?:决定|决议|建议)?",
            rf"(?:附件|附录)\s?(?:{_NUMERAL}{{1,3}}(?![并样起同定些般致分])|\d{{1,2}}(?!\d)|{ROMAN})",
            r"目标\s?\d{1,2}(?![\d年个项%％.,，次])",
            r"(?<![代列报图发外])表\s?\d{1,2}[a-z]?(?![\d年月日个名人项种次%％.])",
        )
    ),
    carrying=rf"(?:[、和至及或与-])(?P<item>{_NUMBER}{_ITEMS}\s?[条段款项节])",
)

_ANY_NUMBER = f"[{''.join(CHINESE_DIGITS)}{''.join(CHINESE_PLACES)}]+"
#: What a numeral counts, where it counts something.
_MEASURES = "个|项|种|次|份|名|类|天|位|国|届|家|轮|周|套|部|块|处|倍"
#: Up to this number words are used for other things too: one, once, a pair, both.
_FEW = 2


_SHARE = (
    rf"百分之(?P<hundredth>{_ANY_NUMBER}|\d+(?:\.\d+)?)"
    rf"|(?P<below>{_ANY_NUMBER})分之(?P<above>{_ANY_NUMBER}|\d+(?:\.\d+)?)|(?P<half>一半|半数)|(?P<about>半)"
)


def _share(match: re.Match[str]) -> Values:
    if match["hundredth"]:
        yield f"{chinese_value(match['hundredth'])} %", True
    elif match["below"]:
        yield f"{chinese_value(match['above'])}/{chinese_value(match['below'])}", True
    else:
        yield "1/2", bool(match["half"])


def _ordinal(match: re.Match[str]) -> Values:
    value = chinese_value(match["ordered"])
    yield f"{value}th", int(value) > 1


def _count(match: re.Match[str]) -> Values:
    if match["both"]:
        yield str(_FEW), False
    else:
        value = chinese_value(match["count"])
        yield value, bool(match["measure"] and not match["these"]) and int(value) > _FEW


COUNTING = Counting(
    group=", ",
    point=".",
    per_cent="%|％",
    joint="-|至|到|和|或",
    suffix=NOTHING,
    words={},
    scales={"百万": 10**6, "千万": 10**7, "万": 10**4, "亿": 10**8},
    fractions={},
    prefix="",
    end="",
    date=r"(?<!\d)(?P<month>1[0-2]|[1-9])月"
    r"(?:(?P<from>\d{1,2})日?(?:至|到|-|和|、)(?P<day>\d{1,2})日|(?P<one>\d{1,2})日)?|(?P<alone>\d{1,2})日",
    own={
        "fraction": (_SHARE, _share),
        "ordinal": (rf"第\s?(?P<ordered>{_ANY_NUMBER}|\d+)(?![\d(]|[条款段节项号])", _ordinal),
        "word": (rf"(?P<these>这)?(?P<count>{_ANY_NUMBER})(?P<measure>{_MEASURES})?|(?P<both>双)", _count),
    },
    begins=f"(?=[0-9第百半双这IVX{''.join(CHINESE_DIGITS)}{''.join(CHINESE_PLACES)}])",
)

# --- marks and letters ------------------------------------------------------------------------------------------------

_MARKS = "，。；：、？！"

PUNCTUATION = Punctuation(
    pairs=("（）", "()", "《》", "〈〉", "“”", "‘’", "「」", "[]"),
    even="",
    half="",
    unspaced=HAN,
    tight=_MARKS,
    wide="",
    after="",
    marks=rf"[{_MARKS}](?:(?<=[，。；：、])[{_MARKS}]+|(?<=[？！])[？！]{{2}})",
    # A particle can hardly stand twice; what words end or begin with it is left out.
    words=(
        r"(?<![目有别标])的的(?!确)",
        r"(?<!不)了了(?![解结之])",
        r"(?<![自])由由|把把|被被|于于|这这|并并(?!联)|(?<!间)或或|(?<![邀申恳])请请(?!求)|向向|让让",
        r"(?P<word>[^\W\d_A-Za-z]{3,8})(?P=word)",
    ),
    twice=(),
)

_BEFORE, _AFTER = f"(?<={HAN}|[》”）])", f"(?={HAN}|[《“（])"

SCRIPT = Script(
    letters=HAN,
    foreign=others(HAN, LATIN) + ARABIC + WIDE_LATIN,
    words=True,
    # A mark in brackets of its own or between digits is none of the sentence's: (a), 2,765, 72:15.
    marks={
        f"{_BEFORE},|,{_AFTER}": "，",
        f"{_BEFORE};|;{_AFTER}": "；",
        f"{_BEFORE}:|:{_AFTER}": "：",
        rf"{_BEFORE}\?": "？",
        f"{_BEFORE}!": "！",
        rf"{_BEFORE}\.(?![A-Za-z0-9.])": "。",
        rf"\({HAN}+\)": "（）",
        rf"[\"']{HAN}[^\"'\n]*[\"']|(?<={HAN})[\"']|[\"'](?={HAN})": "“",
    },
    alike="",
    tells=",;:?!.(\"'",
    label_ends="段款项目条节",
)

_LOOSE = re.compile(r"[\s《》‐‑–—－-]")

CHINESE = Language(
    code="zh",
    tag="zh-Hans",
    own="中文",
    rtl=False,
    labels=LABELS,
    numbers=Numbers(locale="zh", least_grouped=4),
    dates=DATES,
    typography=TYPOGRAPHY,
    phrases=PHRASES,
    citing=CITING,
    ordinals=ORDINALS,
    counting=COUNTING,
    punctuation=PUNCTUATION,
    script=SCRIPT,
    # Compared sign by sign, without brackets of titles, hyphens and spaces.
    stems=Stems(pieces=lambda text: tuple(_LOOSE.sub("", text)), stem=None, joined="", same=()),
    sort_key=by_sound,
    # The simplified characters of the national standard of 1980; another is a traditional one, or rare.
    forms=Forms(charset="gb2312", letters=HAN, letter="a simplified character"),
)
