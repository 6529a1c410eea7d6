"""Errata: slips of the published decisions."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.erratum import ERRATUM_KINDS, SURENESS
from handbook.model.record import Record
from handbook.site.sheet import Sheet
from handbook.site.view import Entry
from handbook.targets.addresses import slug
from handbook.targets.paths import decision_path


def errata_page(sheet: Sheet, record: Record) -> Markup:
    """Slips under the decisions that they stand in; those of a volume's foreword and contents come first."""
    view = sheet.view
    shown = []
    for id, slips in view.site.slips.by_decision.items():
        if id in record.decisions:
            anchor, title, href = slug(id), view.name(id), sheet.to(decision_path(id))
            sheet.gathering.contents.append(Entry(f"{id} {title}", anchor, 1))
        else:
            front = view.ui("errata_front")
            anchor, title, href = f"{id}-front".lstrip("-"), view.at_meeting(id, front) if id else front, ""
            sheet.gathering.contents.append(Entry(title, anchor, 1))
        shown.append((anchor, id, title, href, [sheet.erratum(erratum) for erratum in slips]))
    return sheet.template("pages/errata.html", groups=shown, kinds=ERRATUM_KINDS, sureness=SURENESS)
