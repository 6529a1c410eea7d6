"""The glossary: each term, what it is called in the six languages, and where the decisions and plans use it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from handbook.languages import LANGUAGES, Language
from handbook.model.record import Record, Term
from handbook.site.parts.referring import by_page, owner
from handbook.site.sheet import LinkView, Sheet
from handbook.site.view import Entry, Indexed
from handbook.targets.grammar import Target
from handbook.targets.paths import page_of

#: A term with more uses than this is everywhere: its pages are listed, with how often, and not the places.
EVERYWHERE = 40


@dataclass(frozen=True)
class TermView:
    """A term as shown. `uses` has a line for each page with the places on it, or one with their numbers."""

    id: str
    name: str
    also: tuple[str, ...]
    others: list[tuple[Language, str]]
    defined: LinkView | None
    total: int
    uses: list[Markup]


def glossary_page(sheet: Sheet, record: Record) -> Markup:
    groups: dict[str, list[Term]] = {}
    for term in record.terms.values():
        groups.setdefault(term.group, []).append(term)
    code = sheet.view.language.code
    shown = []
    for group, terms in groups.items():
        title = sheet.view.name(f"glossary.{group}")
        sheet.gathering.contents.append(Entry(title, f"group-{group}", 1))
        ordered = sorted(terms, key=lambda term: sheet.view.language.sort_key(_name(sheet, term.id, code), term.key))
        shown.append((group, title, [_term(sheet, term) for term in ordered]))
    return sheet.template("pages/glossary.html", groups=shown)


def _name(sheet: Sheet, term: str, language: str) -> str:
    """A term's official name; a preview shows the key of one that is missing."""
    return next(iter(sheet.view.corpus.names[language].term_forms(term)), f"[term.{term}]")


def _term(sheet: Sheet, term: Term) -> TermView:
    view = sheet.view
    code = view.language.code
    name, also = _name(sheet, term.id, code), view.names.term_forms(term.id)[1:]
    others = [
        (language, _name(sheet, term.id, language.code)) for language in LANGUAGES.values() if language.code != code
    ]
    uses = view.site.term_uses.in_language(code)[term.id]
    words = view.language.semicolon.join(other_name for _, other_name in others)
    sheet.gathering.search.append(Indexed(term.id, view.language.typeset(name), words, "glossary", named=True))
    return TermView(
        id=term.id,
        name=view.language.typeset(name),
        also=tuple(view.language.typeset(form) for form in also),
        others=[(language, language.typeset(other_name)) for language, other_name in others],
        defined=sheet.link(term.defined.target) if term.defined else None,
        total=len(uses),
        uses=_counted(sheet, uses) if len(uses) > EVERYWHERE else _listed(sheet, uses),
    )


# Lines of uses are made here, not in the template: there are thousands of links, and its sandbox looks at each step.


def _listed(sheet: Sheet, uses: Iterable[Target]) -> list[Markup]:
    """A line for each page: `CP-10/2: paragraph 1; paragraph 4`."""
    view = sheet.view
    out = []
    for page, links in by_page(sheet, uses):
        places = view.language.semicolon.join(
            f'<a class="hb-ref" href="{escape(link.href)}">{view.isolate(link.note)}</a>' for link in links
        )
        out.append(Markup(f"{_owner(sheet, page)}{view.language.colon}{places}" if page else places))
    return out


def _owner(sheet: Sheet, page: LinkView) -> str:
    title = f' title="{escape(page.note)}"' if page.note else ""
    return f'<a class="hb-back__owner" href="{escape(page.href)}"{title}>{sheet.view.isolate(page.title)}</a>'


def _counted(sheet: Sheet, uses: Iterable[Target]) -> list[Markup]:
    """One line: each page, and how many places of it there are."""
    shown = []
    for path, count in Counter(page_of(target) for target in uses).items():
        shown.append(f'{_owner(sheet, owner(sheet, path))} <span class="hb-term__count">({count})</span>')
    return [Markup(sheet.view.language.semicolon.join(shown))]
