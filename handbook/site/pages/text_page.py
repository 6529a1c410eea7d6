"""A page about the handbook: its prose, section by section."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from handbook.model.prose import Clause, Heading
from handbook.model.record import TextPage
from handbook.site.macros.runner import run_macros
from handbook.site.sheet import Sheet
from handbook.site.view import Entry, Indexed


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph with the bullets under it; without words, bullets alone."""

    html: Markup
    bullets: list[Markup] = field(default_factory=list)


@dataclass
class SectionView:
    """What stands under one heading; the first has none."""

    id: str
    title: str
    paragraphs: list[ParagraphView] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def text_page(sheet: Sheet, page: TextPage) -> Markup:
    sections = [SectionView("", "")]
    for block in sheet.prose.blocks if sheet.prose else ():
        if isinstance(block, Heading):
            sections.append(SectionView(block.address, sheet.view.name(f"page.{page.id}.{block.address}")))
        elif isinstance(block, Clause):
            _add(sheet, sections[-1], block)
    for section in sections[1:]:
        sheet.gathering.contents.append(Entry(section.title, section.id, 2))
        if sheet.own:
            title = f"{sheet.view.title(sheet.page).whole}{sheet.view.language.colon}{section.title}"
            sheet.gathering.search.append(Indexed(section.id, title, " ".join(section.words), "text"))
    return sheet.template("pages/text.html", calls=run_macros(sheet), sections=sections, prose=sheet.prose_language)


def text_header(sheet: Sheet, _: TextPage) -> Markup:
    return sheet.template("macros/header_text.html", title=sheet.view.title(sheet.page).whole)


def _add(sheet: Sheet, section: SectionView, clause: Clause) -> None:
    """A clause and what is under it. Bullets without words before them go on with the ones above."""
    bullets = [clause] if clause.kind == "bullet" else list(clause.items)
    section.words += [sheet.plain(one.spans) for one in (clause, *clause.items)]
    if clause.kind != "bullet" or not section.paragraphs:
        section.paragraphs.append(ParagraphView(Markup() if clause.kind == "bullet" else sheet.spans(clause.spans)))
    section.paragraphs[-1].bullets.extend(sheet.spans(one.spans) for one in bullets)
