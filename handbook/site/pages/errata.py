"""Errata: slips of the published decisions."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import ERRATUM_KINDS, SURENESS, Record
from handbook.site.paths import decision_path
from handbook.site.sheet import Sheet
from handbook.site.view import Entry
from handbook.targets.addresses import slug


def errata_page(sheet: Sheet, record: Record) -> Markup:
    """Slips under the decisions that they stand in; those of the volume's foreword and contents come first."""
    view = sheet.view
    shown = []
    for id, slips in view.site.slips.by_decision.items():
        anchor = slug(id) if id else "front"
        title = view.name(id) if id else view.ui("errata_front")
        sheet.gathering.contents.append(Entry(f"{id} {title}".strip(), anchor, 1))
        href = sheet.to(decision_path(id)) if id else ""
        shown.append((anchor, id, title, href, [sheet.erratum(erratum) for erratum in slips]))
    return sheet.template("pages/errata.html", groups=shown, kinds=ERRATUM_KINDS, sureness=SURENESS)
