"""A language that there is not: one module, as each real one has in `handbook/languages/`. Its words are made up, its
marks are English ones; months are counted, labels stand in square brackets.
"""

from __future__ import annotations

from handbook.languages.citing import NOTHING, Citing, carried_on, letter_after
from handbook.languages.counting import Counting, shares
from handbook.languages.dates import Dates, spelled_day, spelled_span
from handbook.languages.language import Labels, Language, Numbers, Typography
from handbook.languages.numerals import roman
from handbook.languages.ordinals import WORD_BEGIN, WORD_END, Ordinals, numbered
from handbook.languages.phrases import Phrases
from handbook.languages.punctuation import AFTER, MARKS_AGAIN, TIGHT, WORD_AGAIN, Punctuation
from handbook.languages.scripts import ARABIC, LATIN, WIDE, Script, others
from handbook.languages.sorting import by_letters
from handbook.languages.stems import Stems, words


def _counted(number: int) -> str:
    return f"n-{roman(number)}"


def _months() -> tuple[str, ...]:
    return tuple(f"mon{number}" for number in range(1, 13))


_AND = r",?\s+(?:ja|vo)\s+|\s?[,-]\s?"

ORDINALS = Ordinals(stems=numbered("unte dute trite"), before="", after="", begin=WORD_BEGIN, end=WORD_END)

SEVENTH = Language(
    code="xx",
    tag="x-pond",
    own="Pondo",
    rtl=False,
    labels=Labels(
        letter=str,
        roman=str,
        brackets="[{n}]",
        roman_brackets="[{n}]",
        capital=str.upper,
        counted=_counted,
        line=_counted,
    ),
    numbers=Numbers(locale="de", least_grouped=4),
    dates=Dates(
        month_names=_months,
        month_forms=(),
        capital_tells=False,
        first_suffix="",
        of="",
        year_mark="",
        day=spelled_day("{y} {m} {d}", _months),
        span=spelled_span("{y} {m} {d}-{e}", _months),
    ),
    typography=Typography(
        space=" ", colon=": ", comma=", ", list_comma=", ", semicolon="; ", stop=". ", bracketed=" [{n}]", spaces=()
    ),
    phrases=Phrases(
        article="artiko {n}",
        article_paragraph=", paro {n}",
        instrument="{n}",
        decision="dekido {n}",
        resolution="rezolo {n}",
        paragraph="paro {n}",
        paragraphs="paroj {n}",
        clause="fruparo {n}",
        item=" ({n})",
        title="titolo",
        opening="komenco",
        preamble="frudo",
        annex="anekso",
        numbered_annex="anekso {n}",
        appendix="apendo",
        section="sekto {n}",
        lettered_section="sekto {n}",
        footnote="noto {n}",
        table="tabelo {n}",
        line="lino {n}",
        goal="celo {n}",
        goals="celoj {n}",
        sdg="granda celo {n}",
        target="marko {n}",
        joint=", ",
        joint_of_symbol=", ",
    ),
    citing=Citing(
        words={
            "article": r"\bartikoj?\b",
            "annex": r"\baneksoj?\b",
            "appendix": r"\bapendoj?\b",
            "section": r"\bsektoj?\b",
            "paragraph": r"\bparoj?\b",
            "decision": r"\bdekidoj?\b",
            "table": r"\btabeloj?\b",
            "goal": r"\bceloj?\b",
        },
        kind_behind=NOTHING,
        kind_ahead=NOTHING,
        noun_first=False,
        number_suffix="-te",
        bare_letter=letter_after("paroj?"),
        letters={},
        shapes={},
        numerals={},
        aside="",
        part_of_meeting=NOTHING,
        number_sign="",
        and_to=_AND,
        article_ordinal=NOTHING,
        counted=NOTHING,
        round=NOTHING,
        carrying=carried_on(_AND, "supre"),
    ),
    ordinals=ORDINALS,
    counting=Counting(
        group=".",
        point=",",
        per_cent="%",
        joint="-| ja ",
        suffix="-te",
        words=numbered("du tri kvar", 2),
        scales={"miliono": 10**6},
        fractions=shares("duono", {"triono": 3}, {"un": 1, "du": 2}),
        prefix="",
        end=WORD_END,
        # The year comes first.
        date=r"(?P<month>mon(?:1[0-2]|[1-9]))\s(?P<day>\d{1,2})(?!\d)",
        own={},
        begins="",
    ),
    punctuation=Punctuation(
        pairs=("()", "[]", "“”"),
        even='"',
        half="",
        unspaced="",
        tight=TIGHT,
        wide="",
        after=AFTER,
        marks=MARKS_AGAIN,
        words=(WORD_AGAIN,),
        twice=(),
    ),
    script=Script(
        letters=LATIN,
        foreign=others(LATIN) + ARABIC + WIDE,
        words=False,
        marks={},
        alike="",
        tells="",
        label_ends="",
    ),
    stems=Stems(pieces=words, stem=lambda word: word.removesuffix("j"), joined="", same=()),
    sort_key=by_letters,
)
