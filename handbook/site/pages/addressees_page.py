"""The index by addressee and act."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Record
from handbook.record.asked import Asked, by_addressee
from handbook.site.parts.asked_list import asked_lines
from handbook.site.sheet import Sheet
from handbook.site.view import Entry, Indexed
from handbook.targets.addresses import slug


def addressees_page(sheet: Sheet, record: Record) -> Markup:
    view = sheet.view
    title = view.title(sheet.page).whole
    groups = []
    for addressee, requests in by_addressee(record).items():
        name = view.sentence(view.name(f"addressee.{addressee}"))
        anchor = slug(addressee)
        acts: dict[str, list[tuple[Asked, bool]]] = {}
        for asked, through in requests:
            acts.setdefault(asked.act.act, []).append((asked, through))
        verbs = [
            (view.sentence(view.name(f"act.{act}")), asked_lines(sheet, [asked for asked, _ in entries], {addressee}))
            for act, entries in acts.items()
        ]
        groups.append((anchor, name, len(requests), verbs))
        sheet.gathering.contents.append(Entry(name, anchor, 1))
        text = view.language.list_comma.join(verb for verb, _ in verbs)
        sheet.gathering.search.append(Indexed(anchor, f"{name} · {title}", text, "index", named=True))
    return sheet.template("pages/addressees.html", groups=groups)
