"""Symbols of Latin letters in a text that runs from right to left."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from handbook.languages import Language

_SYMBOL = re.compile(r"[A-Z][A-Za-z0-9]*(?:[/.-][A-Za-z0-9]+)+")


def isolate(text: str, language: Language) -> Markup:
    """A text as HTML; in Arabic, symbols of Latin letters and digits keep their order whatever stands round them."""
    if not language.rtl:
        return escape(text)
    return Markup(_SYMBOL.sub(lambda symbol: f'<bdi dir="ltr">{symbol[0]}</bdi>', str(escape(text))))
