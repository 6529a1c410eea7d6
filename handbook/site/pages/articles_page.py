"""The index by article."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Record
from handbook.site.parts.article_list import article_lines
from handbook.site.sheet import Sheet
from handbook.site.view import Entry


def articles_page(sheet: Sheet, record: Record) -> Markup:
    for instrument in record.instruments:
        sheet.gathering.contents.append(Entry(sheet.view.name(f"instrument.{instrument}"), instrument, 1))
    return sheet.template("pages/articles.html", instruments=article_lines(sheet, with_places=True))
