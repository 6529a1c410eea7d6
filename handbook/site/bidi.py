"""Symbols and spans of numbers in a text that runs from right to left."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from handbook.languages import Language

#: A symbol, or a span of numbers: its first number stands on the right, as it is read, and both on one line.
_KEPT = re.compile(r"(?P<symbol>[A-Z][A-Za-z0-9]*(?:[/.-][A-Za-z0-9]+)+)|(?<![\w/.-])\d+-\d+(?![\w/-])")


def isolate(text: str, language: Language) -> Markup:
    """A text as HTML; in Arabic, symbols of Latin letters and digits keep their order whatever stands round them, and
    spans such as 2011-2020 are not torn over two lines.
    """
    if not language.rtl:
        return escape(text)
    return Markup(_KEPT.sub(_kept, str(escape(text))))


def _kept(found: re.Match[str]) -> str:
    return f'<bdi dir="ltr">{found[0]}</bdi>' if found["symbol"] else f'<span class="hb-nowrap">{found[0]}</span>'
