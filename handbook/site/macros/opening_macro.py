"""`opening()`: the clause that names the body that decides."""

from __future__ import annotations

from markupsafe import Markup

from handbook.prose.signatures import OpeningCall
from handbook.site.sheet import Sheet


def opening_macro(sheet: Sheet, _: OpeningCall) -> Markup:
    if sheet.decision is None:
        raise ValueError("only a decision has an opening")
    return sheet.template(
        "macros/opening.html",
        text=sheet.view.name(f"opening.{sheet.decision.opening}"),
        notes=sheet.notes("opening"),
        errata=sheet.errata("opening"),
        address=f"{sheet.decision.id}#opening",
    )
