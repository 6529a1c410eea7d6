"""The indexes: by decision cited and citing, by addressee and act, by occasion or deadline; and the page that leads to
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from handbook.languages import LANGUAGES, Language
from handbook.model.prose import Page, Span
from handbook.model.record import Unit
from handbook.record.asked import Asked, by_addressee, by_occasion
from handbook.site.sheet import LinkView, ReferringView, Sheet
from handbook.site.site import decision_path, natural, unit_target
from handbook.site.view import Entry, Indexed
from handbook.targets.addresses import FOLDERS, page_of, slug
from handbook.targets.grammar import INSTRUMENTS, Target

#: The indexes in the order of the menu, by kind of page.
INDEXES = ("articles", "cited", "addressees", "deadlines")
#: What is named by its symbol alone where its kind is named before it.
SYMBOLS = ("dec", "doc")
#: How much of a paragraph an index shows, in characters that are as wide as a Latin letter; a Chinese one is two.
EXCERPT = 150


@dataclass(frozen=True)
class LineView:
    """One act: where it is, its verb, whom it addresses, its first words, and by when."""

    place: LinkView
    act: str
    to: str
    through: str
    words: str
    prose: Language
    due: list[LinkView]


@dataclass(frozen=True)
class ActView:
    """The paragraphs of one decision under one head."""

    decision: LinkView
    lines: list[LineView]


def indexes(sheet: Sheet) -> str:
    view = sheet.view
    pages = [page for kind in (*INDEXES, "glossary", "errata") for page in view.site.pages if page.kind == kind]
    return sheet.template(
        "indexes.html",
        pages=[
            (LinkView(view.title(page)[0], sheet.to(page.path)), view.names.get(f"ui.{page.kind}_intro"))
            for page in pages
        ],
    )


# --- by addressee, by occasion ---------------------------------------------------------------------------------------


def addressees(sheet: Sheet) -> str:
    view = sheet.view
    groups = []
    for addressee, found in by_addressee(sheet.record).items():
        name = view.sentence(view.name(f"addressee.{addressee}"))
        anchor = slug(addressee)
        acts: dict[str, list[tuple[Asked, bool]]] = {}
        for one, through in found:
            acts.setdefault(one.act.act, []).append((one, through))
        verbs = [
            (view.sentence(view.name(f"act.{act}")), _lines(sheet, [one for one, _ in entries], {addressee}))
            for act, entries in acts.items()
        ]
        groups.append((anchor, name, len(found), verbs))
        sheet.gathering.contents.append(Entry(name, anchor, 1))
        text = view.language.list_comma.join(verb for verb, _ in verbs)
        sheet.gathering.search.append(Indexed(anchor, f"{name} · {view.title(sheet.at)[0]}", text, "index"))
    return sheet.template("addressees.html", groups=groups)


def deadlines(sheet: Sheet) -> str:
    view = sheet.view
    groups = []
    for due, found in by_occasion(sheet.record).items():
        name, anchor = occasion(sheet, due).title, occasion_anchor(due)
        groups.append((anchor, name, occasion(sheet, due).href, _lines(sheet, found, set())))
        sheet.gathering.contents.append(Entry(name, anchor, 1))
        sheet.gathering.search.append(Indexed(anchor, f"{name} · {view.title(sheet.at)[0]}", "", "index"))
    return sheet.template("deadlines.html", groups=groups)


def occasion_anchor(due: str) -> str:
    return slug(due) if ":" in due else f"day-{due}"


def occasion(sheet: Sheet, due: str) -> LinkView:
    """A day, a meeting, which has a page, or an event; in a list of acts it leads to the index by occasion."""
    view = sheet.view
    scheme, _, id = due.partition(":")
    if not id:
        return LinkView(view.day(due), "")
    name = view.name(f"{scheme}.{id}")
    path = page_of(Target("meeting", id)) if scheme == "meeting" else ""
    return LinkView(name, sheet.to(path) if path in view.site.by_path else "")


def _lines(sheet: Sheet, found: Sequence[Asked], omitted: set[str]) -> list[ActView]:
    """Acts under the decisions that hold them. Under an addressee (`omitted`) who else is asked stands in the words."""
    view = sheet.view
    out: dict[str, list[LineView]] = {}
    for one in found:
        target = unit_target(one.decision, one.unit)
        words, prose = _words(sheet, one)
        to = view.language.list_comma.join(view.name(f"addressee.{addressee}") for addressee in one.act.to)
        line = LineView(
            place=LinkView(
                view.sentence(view.cite(target, one.decision)), sheet.to(decision_path(one.decision), one.unit)
            ),
            act=view.sentence(view.name(f"act.{one.act.act}")),
            to="" if omitted else view.sentence(to),
            through=to if omitted & set(one.act.by) else "",
            words=words,
            prose=prose,
            due=[
                LinkView(occasion(sheet, due).title, sheet.to("deadlines/", occasion_anchor(due)))
                for due in (one.due if omitted else ())
            ],
        )
        out.setdefault(one.decision, []).append(line)
    return [ActView(LinkView(id, sheet.to(decision_path(id)), view.name(id)), lines) for id, lines in out.items()]


def _words(sheet: Sheet, one: Asked) -> tuple[str, Language]:
    """What the act says, from its verb on into its items, cut to a line or two."""
    prose = sheet.view.corpus.prose(sheet.view.language.code, "decision", one.decision)
    language = LANGUAGES[prose.language] if prose else sheet.view.language
    found = prose.units.get(one.unit) if prose else None
    if prose is None or found is None:
        return "", language
    spans = found.spans if one.turn is None else _from_act(found.spans, one.turn)
    text = "".join(_with_items(sheet, prose, sheet.record.decisions[one.decision].units[one.unit], spans))
    return cut(language.typeset(text)), language


def _with_items(sheet: Sheet, prose: Page, unit: Unit, spans: Sequence[Span]) -> Iterator[str]:
    """The words of a unit and, after them, its items with their labels, for as long as an excerpt can take them."""
    language = LANGUAGES[prose.language]
    gap = " " if language.spaced else ""
    text = sheet.plain(spans)
    yield text
    for item in unit.items if len(text) < EXCERPT else ():
        words = prose.units.get(item.id)
        yield f"{gap}{language.label(item.label, item.kind)}{gap}"
        yield from _with_items(sheet, prose, item, words.spans if words else ())


def _from_act(spans: Sequence[Span], turn: int) -> Sequence[Span]:
    """The spans from one act on: what it asks may stand after the next one, which shares it."""
    starts = [place for place, span in enumerate(spans) if span.kind == "act"]
    return spans[starts[turn] :] if turn < len(starts) else spans


#: A comma and a word that would join on what is cut off: `, and`, `，并`, `, et`.
_JOINT = re.compile(r"[,，、،;；؛:：]\s*\S{0,4}$")


def cut(text: str) -> str:
    """The first words of a text, whole ones, as many as fit; an ellipsis says that there are more."""
    text = _JOINT.sub("", text.strip())
    width = 0
    for place, sign in enumerate(text):
        width += 2 if sign > "\u2e7f" else 1
        if width > EXCERPT:
            short = text[:place]
            return _JOINT.sub("", short.rsplit(" ", 1)[0] if " " in short else short).rstrip() + "…"
    return text


# --- by decision cited and citing ------------------------------------------------------------------------------------


def cited(sheet: Sheet) -> str:
    """What is cited, kind by kind, with who cites it; then each decision with what it leans on and what leans on it."""
    view, site = sheet.view, sheet.view.site
    groups = []
    whole = dict.fromkeys((*(Target("dec", id) for id in sheet.record.decisions), *site.targets))
    for scheme in FOLDERS:
        if scheme in INSTRUMENTS or scheme == "page":
            continue
        lines = []
        for target in (one for one in whole if one.scheme == scheme and page_of(one) in site.backlinks):
            places = sheet.by_page(_citing(sheet, target))
            if places:
                lines.append(
                    (
                        slug(str(target)),
                        sheet.link(target),
                        _year(sheet, target),
                        ReferringView(sheet.link(target), places),
                    )
                )
        if lines:
            name = view.ui(f"kinds_{_kind(scheme)}")
            sheet.gathering.contents.append(Entry(name, f"kind-{scheme}", 1))
            groups.append((f"kind-{scheme}", name, lines))
    sheet.gathering.contents.append(Entry(view.ui("each_decision"), "citing", 1))
    citing = [
        (
            LinkView(id, sheet.to(decision_path(id)), view.name(id)),
            leans_on(sheet, id),
            [link for link, _ in sheet.by_page(_citing(sheet, Target("dec", id))) if link],
        )
        for id in sheet.record.decisions
    ]
    return sheet.template("cited.html", groups=groups, citing=citing)


def _kind(scheme: str) -> str:
    return {
        "dec": "decision", "cop": "cop_decision", "doc": "document", "ga": "ga_resolution", "proc": "procedure",
    }.get(scheme, scheme)  # fmt: skip


def _year(sheet: Sheet, target: Target) -> str:
    outside = sheet.record.outside.get(target)
    return outside.year or "" if outside else ""


def _citing(sheet: Sheet, cited: Target) -> Iterable[Target]:
    """Places in other decisions and in the plans that cite a whole or a part of it."""
    found = sheet.view.site.backlinks.get(page_of(cited), {})
    return sheet.view.site.in_order(
        one for sources in found.values() for one in sources if one.whole != cited and one.scheme != "page"
    )


def leans_on(sheet: Sheet, id: str) -> list[tuple[str, list[LinkView], bool]]:
    """What a decision cites, whole by whole, under the name of its kind, in the order of numbers; itself aside.

    The last value says whether the links are symbols, which stand on one line.
    """
    view = sheet.view
    groups: dict[str, dict[Target, None]] = {}
    for source, target in view.site.citations:
        if source.scheme == "dec" and source.id == id and target.scheme in (*FOLDERS, "goal"):
            whole = target.whole
            if whole != Target("dec", id):
                groups.setdefault("art" if target.scheme in INSTRUMENTS else target.scheme, {})[whole] = None
    order = ("art", "dec", "goal", *FOLDERS)
    names = {"art": view.ui("articles"), "goal": view.ui("goals")}
    return [
        (
            names.get(scheme) or view.ui(f"kinds_{_kind(scheme)}"),
            [_short(sheet, target) for target in sorted(groups[scheme], key=_rank)],
            scheme in SYMBOLS,
        )
        for scheme in sorted(groups, key=order.index)
    ]


def _rank(target: Target) -> tuple[int, tuple[tuple[int, int, str], ...]]:
    """Articles by their instrument, all by number."""
    return (INSTRUMENTS.index(target.scheme) if target.scheme in INSTRUMENTS else 0), natural(target.id)


def _short(sheet: Sheet, target: Target) -> LinkView:
    link = sheet.link(target)
    title = target.id if target.scheme in SYMBOLS else link.title
    return LinkView(
        title, link.href, sheet.view.names.get(target.id if target.id in sheet.record.decisions else str(target))
    )
