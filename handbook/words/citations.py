"""Targets → the words that cite them in each language: `第CP-9/13号决定附件一`, `decision CP-9/13, annex I`,
`المقرر CP-9/13، المرفق الأول`.

Used where the source leaves a link's label empty, in lists, and as titles of pages. Words are the termbase's; forms are
each language's own (`Language.phrases`), as are digits and letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from handbook.languages import LANGUAGES, Language
from handbook.languages.numerals import ROMANS
from handbook.languages.phrases import Phrases
from handbook.model.names import Names
from handbook.model.plan import goal_label, of_meeting
from handbook.targets.grammar import INSTRUMENTS, Target
from handbook.targets.paths import DATA


def section_number(label: str, language: str) -> str:
    """A section's label in the record, `1` or `A`, as headings show it: I, 一 or أولا; A or أ."""
    return _counted(label.lower(), LANGUAGES[language])


def _counted(numeral: str, language: Language) -> str:
    """The letter or Roman numeral of an annex or section as the language counts them: II, 二, الثاني; H, ح.

    `1` counts as I. A single small letter is a letter, as in the ids of our own sections: `sec-i` is the ninth of
    lettered ones.
    """
    labels = language.labels
    value = int(numeral) if numeral.isdigit() else ROMANS.get(numeral.lower(), 0)
    if len(numeral) == 1 and (numeral.islower() or value not in ROMANS.values()):
        return labels.capital(numeral.lower())
    return labels.counted(value) if value in ROMANS.values() else numeral.upper()


def shown_mark(mark: str) -> str:
    """A footnote's mark as pages show it: asterisks for `s1`, `s2`."""
    return "*" * int(mark[1:]) if re.fullmatch(r"s[1-9]", mark) else mark


def line_label(label: str, lettered: bool, language: str) -> str:
    """A line of a budget as tables and citations show it: H, ح; II, 二, ثانيا."""
    own = LANGUAGES[language]
    if lettered:
        return own.labels.capital(label.lower())
    value = ROMANS.get(label.lower())
    return own.labels.line(value) if value else _counted(label, own)


# --- what is cited ----------------------------------------------------------------------------------------------------


def cite_target(target: Target, language: str, names: Names, within: str | None = None) -> str:
    """The words that cite a target. `within` is the decision whose page it stands on: its own paragraphs are cited
    alone.
    """
    own = LANGUAGES[language]
    if target.scheme in INSTRUMENTS:
        return _article(target, own, names)
    if target.scheme == "page":
        return _page(target, names)
    parts = _column(target, names) if target.scheme == "goal" else _parts(target.parts, own, names)
    if parts and target.scheme == "dec" and target.id == within:
        return own.phrases.joint.join(parts)
    joint = own.phrases.joint_of_symbol if target.scheme in ("doc", "goal") else own.phrases.joint
    return joint.join((WHOLES[target.scheme](target, own.phrases, names), *parts))


def _goal(target: Target, phrases: Phrases, names: Names) -> str:
    """One goal, a range of them, or the whole plan."""
    plan, _, goals = target.id.partition("/")
    meeting, _, name = plan.rpartition(".")
    if not goals:
        return names.get(f"plan.{of_meeting(meeting, name.replace('-', '_'))}", plan)
    return (phrases.goals if "-" in goals else phrases.goal).format(n=goal_label(meeting, goals.replace("-", "–")))


#: Scheme → the words for the whole.
WHOLES: Mapping[str, Callable[[Target, Phrases, Names], str]] = {
    "dec": lambda target, phrases, names: phrases.decision.format(n=target.id),
    "cop": lambda target, phrases, names: phrases.decision.format(n=target.id),
    "ga": lambda target, phrases, names: phrases.resolution.format(n=target.id),
    "doc": lambda target, phrases, names: target.id,
    "proc": lambda target, phrases, names: names.get(str(target.whole), target.id),
    "sdg": lambda target, phrases, names: phrases.sdg.format(n=target.id),
    "target": lambda target, phrases, names: phrases.target.format(n=target.id),
    "meeting": lambda target, phrases, names: names.get(f"meeting.{target.id}", target.id),
    "goal": _goal,
    "unresolved": lambda target, phrases, names: names.get(f"erratum.{target.id}.meant", target.id),
}


def _article(target: Target, language: Language, names: Names) -> str:
    """An article or annex of an instrument, with its paragraph and its letter."""
    phrases = language.phrases
    annex = target.id.startswith("annex-")
    number = target.id.removeprefix("annex-")
    cited = phrases.numbered_annex.format(n=_counted(number, language)) if annex else phrases.article.format(n=number)
    for part in target.parts:
        if part.isdigit():
            cited += phrases.article_paragraph.format(n=part)
        else:
            cited = _with_item(cited, part, "letter", language)
    if target.scheme == "art":
        return cited
    return phrases.joint.join((phrases.instrument.format(n=names.get(f"instrument.{target.scheme}")), cited))


def _page(target: Target, names: Names) -> str:
    """A page about the handbook or a list: its name or its section's, or a term of the glossary."""
    part = "/".join(target.parts)
    own = names.get(f"page.{target.id}.{part}") or next(iter(names.term_forms(part)), "")
    listed = names.get(f"ui.{'data_json' if target.id == DATA else target.id}")
    return own or names.get(f"page.{target.id}") or listed or target.id


def _column(target: Target, names: Names) -> list[str]:
    """A column of a plan's goal, with an item of it."""
    return [" ".join((names.get(f"column.{target.parts[0]}"), *target.parts[1:]))] if target.parts else []


# --- what leads into a whole ------------------------------------------------------------------------------------------


def _parts(parts: tuple[str, ...], language: Language, names: Names) -> list[str]:
    """The words of what leads into a whole; a letter or numeral after a paragraph hangs on to it: `paragraph 10
    (c)`.
    """
    cited: list[str] = []
    kind = ""
    for before, part in zip(("", *parts), parts, strict=False):
        if before.startswith("table-"):
            cited[-1] += language.comma + _row(part, language, names)
        elif words := _named_part(part, language):
            cited.append(words)
            kind = "paragraph" if part.startswith("pre-") else kind
        elif part[0].isdigit() and not kind:
            kind = "paragraph"
            cited.append(language.phrases.numbered(part).format(n=part.replace("-", "–")))
        elif kind or len(part) == 1 or part in ROMANS:
            kind = _item_kind(part, kind)
            cited[-1:] = [_with_item(cited[-1] if cited else "", part, kind, language).strip()]
        else:
            cited.append(part)
    return cited


def _item_kind(part: str, parent: str) -> str:
    if part.isdigit():
        return "number"
    return "roman" if parent == "letter" and part in ROMANS else "letter"


def _named_part(part: str, language: Language) -> str:
    """The words for a part that says itself what it is: `annex`, `annex-II`, `sec-a`, `fn-3`; empty for others."""
    phrases = language.phrases
    alone = {
        "annex": phrases.annex,
        "appendix": phrases.appendix,
        "preamble": phrases.preamble,
        "opening": phrases.opening,
        "title": phrases.title,
    }
    head, dash, number = part.partition("-")
    if not dash:
        return alone.get(part, "")
    if head == "sec":
        shown = _counted(number, language)
        return (phrases.lettered_section if shown.isascii() else phrases.section).format(n=shown)
    counted = {
        "annex": (phrases.numbered_annex, _counted(number, language)),
        "pre": (phrases.clause, number),
        "fn": (phrases.footnote, shown_mark(number)),
        "table": (phrases.table, number),
    }
    if head not in counted:
        return ""
    form, shown = counted[head]
    return form.format(n=shown)


def _row(id: str, language: Language, names: Names) -> str:
    """A row of a table: `line H`, the words of a line without a letter, a Party's name."""
    if re.fullmatch("[a-z]", id):
        return language.phrases.line.format(n=language.labels.capital(id))
    return names.get(f"party.{id.upper()}") or names.get(f"line.{id.replace('-', '_')}", id)


def _with_item(cited: str, item: str, kind: str, language: Language) -> str:
    """A paragraph with the letter that hangs on its number: `paragraph 10 (c)`, 第10(c)段, alinéa 1 a) du préambule."""
    phrases = language.phrases
    shown = phrases.item.format(n=language.sign(item, kind))
    for form in (phrases.article_paragraph, phrases.paragraph, phrases.article, phrases.clause):
        after = form.partition("{n}")[2]
        if after and cited.endswith(after):
            return f"{cited.removesuffix(after)}{shown}{after}"
    return cited + shown
