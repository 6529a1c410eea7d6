"""`opening()`: the clause that names the body that decides."""

from __future__ import annotations

from handbook.site.sheet import Sheet


def opening(sheet: Sheet) -> str:
    assert sheet.decision is not None
    text = sheet.view.name(f"opening.{sheet.decision.opening}")
    return sheet.template(
        "opening.html",
        text=text,
        notes=sheet.notes("opening"),
        errata=sheet.errata("opening"),
        official=sheet.official("opening"),
    )
