"""Targets → the words that cite them in each language: `第CP-9/13号决定附件一`, `decision CP-9/13, annex I`,
`المقرر CP-9/13، المرفق الأول`.

Used where the source leaves a link's label empty, in lists, and as titles of pages. Words are the termbase's; forms are
those of United Nations documents in each language. Digits and letters follow `handbook.languages`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from handbook.languages import LANGUAGES, ROMANS, arabic_letter, chinese, roman
from handbook.model.names import Names
from handbook.targets.addresses import DATA
from handbook.targets.grammar import INSTRUMENTS, Target

#: Arabic ordinals, masculine, as annexes are counted: المرفق الأول.
ARABIC_ORDINALS = ("الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر")
#: The same as they count headings and lines: ثانيا.
ARABIC_COUNTED = ("أولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا")


@dataclass(frozen=True)
class Wording:
    """Forms of one language; `{n}` is the number, letter or symbol."""

    article: str
    decision: str
    resolution: str
    paragraph: str
    clause: str
    annex: str
    numbered_annex: str
    appendix: str
    section: str
    footnote: str
    table: str
    line: str
    preamble: str
    opening: str
    sdg: str
    target: str
    goal: str
    joint: str
    item: str = " ({n})"
    title: str = "title"
    #: Of a range, `35–44`; the singular's where nothing stands.
    paragraphs: str = ""
    goals: str = ""

    def numbered(self, part: str) -> str:
        """The form of a paragraph or of a range of them."""
        return (self.paragraphs if "-" in part else "") or self.paragraph


WORDINGS: Mapping[str, Wording] = {
    "zh": Wording(
        "第{n}条", "第{n}号决定", "第{n}号决议", "第{n}段", "序言第{n}段", "附件", "附件{n}", "附录", "第{n}节",
        "脚注{n}", "表{n}", "{n}项", "序言", "起首语", "可持续发展目标{n}", "行动目标{n}", "目标{n}", "", "({n})",
        title="标题",
    ),
    "en": Wording(
        "Article {n}", "decision {n}", "resolution {n}", "paragraph {n}", "preambular clause {n}", "annex",
        "annex {n}", "appendix", "section {n}", "footnote {n}", "table {n}", "line {n}", "preamble", "opening clause",
        "Sustainable Development Goal {n}", "Target {n}", "goal {n}", ", ", paragraphs="paragraphs {n}",
        goals="goals {n}",
    ),
    "fr": Wording(
        "article {n}", "décision {n}", "résolution {n}", "paragraphe {n}", "alinéa {n} du préambule", "annexe",
        "annexe {n}", "appendice", "section {n}", "note {n}", "tableau {n}", "ligne {n}", "préambule",
        "formule liminaire",
        "objectif de développement durable {n}", "cible {n}", "but {n}", ", ", " {n})", "titre", "paragraphes {n}",
        "buts {n}",
    ),
    "es": Wording(
        "artículo {n}", "decisión {n}", "resolución {n}", "párrafo {n}", "párrafo {n} del preámbulo", "anexo",
        "anexo {n}", "apéndice", "sección {n}", "nota {n}", "cuadro {n}", "línea {n}", "preámbulo", "fórmula inicial",
        "Objetivo de Desarrollo Sostenible {n}", "meta {n}", "objetivo {n}", ", ", " {n})", "título", "párrafos {n}",
        "objetivos {n}",
    ),
    "ru": Wording(
        "статья {n}", "решение {n}", "резолюция {n}", "пункт {n}", "пункт {n} преамбулы", "приложение",
        "приложение {n}", "добавление", "раздел {n}", "сноска {n}", "таблица {n}", "строка {n}", "преамбула",
        "вводная часть",
        "цель в области устойчивого развития {n}", "задача {n}", "цель {n}", ", ", " {n})", "название",
        "пункты {n}", "цели {n}",
    ),
    "ar": Wording(
        "المادة {n}", "المقرر {n}", "القرار {n}", "الفقرة {n}", "الفقرة {n} من الديباجة", "المرفق", "المرفق {n}",
        "التذييل", "القسم {n}", "الحاشية {n}", "الجدول {n}", "البند {n}", "الديباجة", "العبارة الافتتاحية",
        "هدف التنمية المستدامة {n}", "الهدف {n}", "الغاية {n}", "، ", title="العنوان", paragraphs="الفقرات {n}",
        goals="الغايات {n}",
    ),
}  # fmt: skip


def _letter(label: str, language: str, kind: str) -> str:
    """A sub-paragraph's letter or Roman numeral as it stands in a citation, without the brackets that the form adds."""
    shown = LANGUAGES[language].label(label, kind)
    return shown.strip("()（）")


def _with_item(cited: str, item: str, language: str) -> str:
    """A paragraph with the letter that hangs on its number: `paragraph 10 (c)`, 第10(c)段, alinéa 1 a) du préambule."""
    words = WORDINGS[language]
    for after in ("款", *(form.partition("{n}")[2] for form in (words.paragraph, words.article, words.clause))):
        if after and cited.endswith(after):
            return f"{cited.removesuffix(after)}{item}{after}"
    return cited + item


def section_number(label: str, language: str) -> str:
    """A section's label in the record, `1` or `A`, as headings show it: I, 一 or أولا; A or أ."""
    return _counted(label.lower(), language)


def _counted(numeral: str, language: str) -> str:
    """A Roman numeral of an annex or section: 一 in Chinese, an ordinal in Arabic, itself elsewhere.

    `1` counts as I. A single small letter is a letter, as in the ids of our own sections: `sec-i` is the ninth of
    lettered ones.
    """
    if len(numeral) == 1 and numeral.islower():
        return arabic_letter(numeral) if language == "ar" else numeral.upper()
    if numeral.isdigit() and int(numeral) in ROMANS.values():
        numeral = roman(int(numeral)).upper()
    value = ROMANS.get(numeral.lower())
    if value is None:
        return arabic_letter(numeral.lower()) if language == "ar" and len(numeral) == 1 else numeral.upper()
    if language == "zh":
        return chinese(value)
    if language == "ar" and value <= len(ARABIC_ORDINALS):
        return ARABIC_ORDINALS[value - 1]
    return numeral


def shown_mark(mark: str) -> str:
    """A footnote's mark as pages show it: asterisks for `s1`, `s2`."""
    return "*" * int(mark[1:]) if re.fullmatch(r"s[1-9]", mark) else mark


def _goal(id: str, words: Wording, names: Names) -> str:
    """One goal, a range of them, or the whole plan."""
    plan, _, goal = id.partition("/")
    if not goal:
        return names.get(f"plan.{plan.replace('-', '_')}", plan)
    form = words.goals if "-" in goal else ""
    return (form or words.goal).format(n=goal.replace("-", "–"))


def line_label(label: str, lettered: bool, language: str) -> str:
    """A line of a budget as tables and citations show it: H, ح; II, 二, ثانيا."""
    if lettered:
        return arabic_letter(label.lower()) if language == "ar" else label.upper()
    value = ROMANS.get(label.lower(), 0)
    return (
        ARABIC_COUNTED[value - 1]
        if language == "ar" and 0 < value <= len(ARABIC_COUNTED)
        else _counted(label, language)
    )


def _row(id: str, language: str, names: Names) -> str:
    """A row of a table: `line H`, the words of a line without a letter, a Party's name."""
    if re.fullmatch("[a-z]", id):
        return WORDINGS[language].line.format(n=line_label(id, True, language))
    return names.get(f"party.{id.upper()}") or names.get(f"line.{id.replace('-', '_')}", id)


def _parts(parts: tuple[str, ...], language: str, names: Names) -> list[str]:
    """The words of what leads into a whole; a letter or numeral after a paragraph hangs on to it: `paragraph 10
    (c)`.
    """
    words = WORDINGS[language]
    out: list[str] = []
    kind = ""
    named = {"annex": words.annex, "appendix": words.appendix, "preamble": words.preamble, "opening": words.opening}
    named["title"] = words.title
    for before, part in zip(("", *parts), parts, strict=False):
        if before.startswith("table-"):
            out[-1] += LANGUAGES[language].comma + _row(part, language, names)
        elif part in named:
            out.append(named[part])
        elif part.startswith("annex-"):
            out.append(words.numbered_annex.format(n=_counted(part[6:], language)))
        elif part.startswith("sec-"):
            numeral = _counted(part[4:], language)
            # Chinese documents count sections, 第三节, but name a lettered one: H节.
            out.append(f"{numeral}节" if language == "zh" and numeral.isascii() else words.section.format(n=numeral))
        elif part.startswith("pre-"):
            kind = "paragraph"
            out.append(words.clause.format(n=part[4:]))
        elif part.startswith("fn-"):
            out.append(words.footnote.format(n=shown_mark(part[3:])))
        elif part.startswith("table-"):
            out.append(words.table.format(n=part[6:]))
        elif part[0].isdigit() and not kind:
            kind = "paragraph"
            out.append(words.numbered(part).format(n=part.replace("-", "–")))
        elif kind or len(part) == 1 or part in ROMANS:
            kind = "number" if part.isdigit() else "roman" if kind == "letter" and part in ROMANS else "letter"
            shown = words.item.format(n=_letter(part, language, kind))
            out[-1:] = [_with_item(out[-1], shown, language)] if out else [shown.strip()]
        else:
            out.append(part)
    return out


def unit_parts(anchor: str) -> tuple[str, ...]:
    """An address in a decision's page as parts of a target: `annex-p1-d` → `annex/1/d`, `p6-a-i` → `6/a/i`."""
    out: list[str] = []
    rest = anchor.split("-")
    while rest:
        head = rest.pop(0)
        if head in ("pre", "fn", "table", "sec") and rest:
            out.append(f"{head}-{rest.pop(0)}")
            if head == "table" and rest:
                return (*out, "-".join(rest))
        elif head[:1] == "p" and head[1:].isdigit():
            out.append(head[1:])
        else:
            out.append(head)
    return tuple(out)


def label(target: Target, language: str, names: Names, within: str | None = None) -> str:
    """The words that cite a target. `within` is the decision whose page it stands on: its own paragraphs are cited
    alone.
    """
    words = WORDINGS[language]
    scheme = target.scheme
    own = scheme == "dec" and target.id == within
    if scheme in INSTRUMENTS:
        first = target.id.removeprefix("annex-")
        form = words.article if first == target.id else words.numbered_annex
        head = form.format(n=first if form is words.article else _counted(first, language))
        for part in target.parts:
            if part.isdigit():
                # Articles have 款 in Chinese where decisions have 段.
                paragraph = f"第{part}款" if language == "zh" else words.joint + words.paragraph.format(n=part)
                head += paragraph
            else:
                head = _with_item(head, words.item.format(n=_letter(part, language, "letter")), language)
        if scheme == "art":
            return head
        name = names.get(f"instrument.{scheme}")
        return words.joint.join((f"《{name}》" if language == "zh" else name, head))
    head = {
        "dec": words.decision.format(n=target.id),
        "cop": words.decision.format(n=target.id),
        "ga": words.resolution.format(n=target.id),
        "doc": target.id,
        "proc": names.get(str(target.whole), target.id),
        "sdg": words.sdg.format(n=target.id),
        "target": words.target.format(n=target.id),
        "meeting": names.get(f"meeting.{target.id}", target.id),
        "goal": _goal(target.id, words, names),
        "unresolved": names.get(f"erratum.{target.id}.meant", target.id),
        "page": names.get(f"page.{target.id}") or names.get(f"ui.{'data_json' if target.id == DATA else target.id}"),
    }[scheme]
    if scheme == "goal":
        parts = [" ".join((names.get(f"column.{target.parts[0]}"), *target.parts[1:]))] if target.parts else []
    else:
        parts = _parts(target.parts, language, names)
    if scheme == "page":
        part = "/".join(target.parts)
        return names.get(f"page.{target.id}.{part}") or next(iter(names.term_forms(part)), "") or head or target.id
    if own and parts:
        return words.joint.join(parts)
    joint = "，" if language == "zh" and scheme in ("doc", "goal") else words.joint
    return joint.join((head, *parts))
