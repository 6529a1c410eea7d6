"""The page that leads to the indexes."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Record
from handbook.site.sheet import LinkView, Sheet


def indexes_page(sheet: Sheet, record: Record) -> Markup:
    view = sheet.view
    pages = (*view.site.under("indexes/"), *view.site.of_kind("glossary", "errata"))
    return sheet.template(
        "pages/indexes.html",
        pages=[
            (LinkView(view.title(page).whole, sheet.to(page.path)), view.names.get(f"ui.{page.kind.name}_intro"))
            for page in pages
        ],
    )
