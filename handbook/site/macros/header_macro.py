"""`header()`: the block that says what a page is. Each kind of page has its own."""

from __future__ import annotations

from markupsafe import Markup

from handbook.prose.signatures import HeaderCall
from handbook.site.sheet import Sheet


def header_macro(sheet: Sheet, _: HeaderCall) -> Markup:
    header = sheet.page.kind.header
    if header is None:
        raise ValueError(f"a page of the kind {sheet.page.kind.name!r} has no header")
    return header(sheet, sheet.page.shows)
