"""How each language cites: the words before a number (in Chinese, round it), the joints of a list, the letters.

The words are those of the documents of the United Nations; what `handbook.citations` writes is read by them again.
Used to read labels (`handbook.labels`) and to find citations in plain text (`handbook.unlinked`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from handbook.languages import ABJAD, CHINESE_NUMERALS, CHINESE_VALUES, LETTERS
from handbook.languages.ordinals import ORDINALS

#: Look-alikes of one character each, so that places stay what they are: brackets, dashes, spaces, directional marks,
#: Arabic digits.
_PLAIN = str.maketrans("（）‐‑–—\u00a0\u202f\u200e\u200f٠١٢٣٤٥٦٧٨٩", "()----    0123456789")

SYMBOL = r"(?<![A-Za-z/-])(?=[A-Za-z/.-]*\d)[A-Z]{2,}(?:-[A-Z0-9]+)*(?:/[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*)+"
SLASHED = r"(?<![\d/])(?:\d+|[IVX]+)/\d+(?![\d/])"
GOAL = r"(?<![A-Za-z])[A-ZАВ]\.\d+(?:\.\d+)?"
ROMAN = r"(?<![A-Za-z])[IVX]+(?![A-Za-z])"
HAN = f"[{CHINESE_NUMERALS}]"
PER_CENT = "%|％|per cent|pour cent|por ciento|процент|в процентах|في المائة"


def plain(text: str) -> str:
    """The same text, character for character, with look-alikes made one."""
    return text.translate(_PLAIN)


@dataclass(frozen=True)
class Citing:
    """One language.

    `words` are expressions by kind; `lettered` the words that a bare letter may follow; `and_to` the joints of a list;
    `above` what may stand behind a number that carries a list on; `number_suffix` makes a number an ordinal;
    `part_of_meeting` is the part of a meeting, whose number is not the meeting's; `letters` are the language's own,
    with the Latin ones that they stand for.
    """

    code: str
    words: Mapping[str, str]
    and_to: str
    above: str
    part_of_meeting: str
    number_suffix: str = "(?!.)."
    lettered: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)

    @property
    def noun_first(self) -> bool:
        """Whether a noun stands before its ordinal, so that it tells what the ordinal counts."""
        return self.code in ("zh", "ar")

    @cached_property
    def ordinal_form(self) -> str:
        if self.code in ORDINALS:
            return ORDINALS[self.code].form
        after = "|".join(rf"(?<={word})" for word in ("第", "附件", "附录", "目标"))
        return rf"(?:{after}|(?<={HAN}[和、至及或])){HAN}+"

    def ordinal(self, text: str) -> int | None:
        return ORDINALS[self.code].value(text) if self.code in ORDINALS else CHINESE_VALUES.get(text)

    @cached_property
    def bare_letter_form(self) -> str:
        """A letter without brackets, as the group `bare`: after its word; in Chinese, before it.

        What may be a word itself (`a`, `y`) is a letter only where nothing follows it.
        """
        if self.code == "ar":
            after = "|".join(rf"(?<={word}\s)" for word in ("القسم", "الفرع", "المرفق", "الفرعية"))
            return rf"(?:{after})(?P<bare>{self.any_letter})"
        if self.code == "zh":
            return r"(?<![A-Za-z])(?P<bare>[a-z])(?=[段项款目])"
        letter = r"[b-df-hj-np-tv-xz](?!\w)|[a-z](?=\s*(?:$|[,;.)]))"
        return rf"(?<!\w)(?i:{self.lettered})\s+(?P<bare>{letter})"

    @property
    def any_letter(self) -> str:
        """The language's own letters and their names, as words."""
        return rf"(?:{'|'.join(sorted(self.letters, key=len, reverse=True))})(?!\w)"

    @cached_property
    def _word(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in self.words.items()), re.IGNORECASE)

    def kind(self, text: str, start: int, end: int) -> str | None:
        """The kind of the citing word to which a number between `start` and `end` of a plain text belongs."""
        if self.code == "zh":
            found = _ZH_AFTER.match(text, end) or _ZH_BEFORE.search(text[:start])
            return _ZH_KINDS[found[1]] if found else None
        last = None
        for found in self._word.finditer(text, 0, start):
            last = found.lastgroup
        return last


_ZH_KINDS = {
    "条": "article",
    "段": "paragraph",
    "款": "paragraph",
    "节": "section",
    "附件": "annex",
    "目标": "goal",
    "表": "table",
}
_ZH_AFTER = re.compile(
    rf"(?:\([^()\s]{{1,4}}\))*(?:[、和至及或-]第?(?:\d+|{HAN}+)(?:\([^()\s]{{1,4}}\))*)*\s?(条|段|款|节)"
)
_ZH_BEFORE = re.compile(rf"(附件|目标|表)\s?(?:(?:\d+|{HAN}+|[IVX]+)[、和至及或-])*$")

#: The names of the letters, by which Arabic documents call their sections: الفرع حاء.
_ARABIC_NAMES = dict(zip("ألف باء جيم دال هاء واو زاي حاء طاء ياء كاف لام ميم نون".split(), LETTERS, strict=False))

CITING: Mapping[str, Citing] = {
    citing.code: citing
    for citing in (
        Citing(
            "zh",
            words={},
            and_to="[、和至及或与-]",
            above="[条段款项节]",
            part_of_meeting=r"第[^第]{1,3}(?:部分|期|阶段)",
        ),
        Citing(
            "en",
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
            and_to=r",?\s+(?:and|or|to)\s+|\s?[,-]\s?",
            above="above|below",
            part_of_meeting=r"(?i:\b(?:first|second|third|resumed)\s+(?:part|session)\b|\bpart\s+(?:[IVX]+|\d|one|two)\b)",
            number_suffix="(?:st|nd|rd|th)(?![a-z])",
            lettered="(?:sub-?)?paragraphs?|items?",
        ),
        Citing(
            "fr",
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
            and_to=r",?\s+(?:et|ou|à)\s+|\s?[,-]\s?",
            above="ci-dessus|ci-dessous",
            part_of_meeting=r"(?i:\b(?:première|deuxième|seconde|troisième)\s+partie\b)",
            number_suffix="(?:ers?|re|ère|es?|ᵉ|ème)(?![a-zè)])",
            lettered="alinéas?",
        ),
        Citing(
            "es",
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
            and_to=r",?\s+(?:y|o|a)\s+|\s?[,-]\s?",
            above="supra|infra|anterior(?:es)?|precedentes?",
            part_of_meeting=r"(?i:\b(?:primera|segunda|tercera)\s+parte\b)",
            number_suffix="(?:\\.?[ªº])",
            lettered="apartados?|incisos?|literal(?:es)?",
        ),
        Citing(
            "ru",
            words={
                "article": r"\bстат(?:ь(?:я|и|е|ю|ей|ям|ями|ях)|ей)\b|\bст\.",
                "annex": r"\bприложени(?:е|я|ю|ем|и|й|ям|ями|ях)\b",
                "appendix": r"\bдобавлени(?:е|я|ю|ем|и|й|ям|ями|ях)\b",
                "section": r"\bраздел(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b",
                "paragraph": r"\b(?:под)?пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?\b|\bпп?\.",
                "decision": r"\b(?:решени|резолюци|рекомендаци)[а-я]{1,3}\b",
                "table": r"\bтаблиц(?:а|ы|е|у|ей|ам|ами|ах)?\b",
                "goal": r"\b(?:цел(?:ь|и|ью|ей|ям|ями)|задач(?:а|и|е|у|ей|ам|ами|ах)?)\b",
            },
            and_to=r",?\s+(?:и|или|по)\s+|\s?[,-]\s?",
            above="выше|ниже",
            part_of_meeting=r"(?i:\b(?:перв|втор|трет)[а-я]+\s+част[а-я]+)",
            number_suffix="-(?:[а-я]{1,3})",
            lettered="(?:под)?пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?",
            # Documents have Latin letters; a translator may still count in Cyrillic ones.
            letters=dict(zip("абвгдежзиклмнопрстуф", LETTERS, strict=False)),
        ),
        Citing(
            "ar",
            words={
                kind: rf"(?<!\w)[وفبكل]{{0,2}}(?:ال|لل)?(?:{form})"
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
            and_to=r"\s*(?:،\s*|\s[وأ]و?\s?|\sإلى\s)|\s?-\s?",
            above="أعلاه|أدناه",
            part_of_meeting=r"الجزء\s+ال\w+",
            letters={**dict(zip(ABJAD, LETTERS, strict=False)), "ه": "e", "ا": "a", **_ARABIC_NAMES},
        ),
    )
}
