"""The index by decision cited and citing."""

from __future__ import annotations

from markupsafe import Markup

from handbook.model.record import Record
from handbook.site.parts.leaning import citing, leans_on, scheme_word
from handbook.site.parts.referring import ReferringView, by_page
from handbook.site.sheet import LinkView, Sheet
from handbook.site.view import Entry
from handbook.targets.addresses import slug
from handbook.targets.grammar import INSTRUMENTS, Target
from handbook.targets.paths import FOLDERS, decision_path, page_of


def cited_page(sheet: Sheet, record: Record) -> Markup:
    """What is cited, kind by kind, with who cites it; then each decision with what it leans on and what leans on it."""
    view, site = sheet.view, sheet.view.site
    groups = []
    whole = dict.fromkeys((*(Target("dec", id) for id in record.decisions), *site.crossrefs.targets))
    for scheme in FOLDERS:
        if scheme in INSTRUMENTS or scheme == "page":
            continue
        lines = []
        for target in (
            candidate
            for candidate in whole
            if candidate.scheme == scheme and page_of(candidate) in site.crossrefs.backlinks
        ):
            places = by_page(sheet, citing(sheet, target))
            if places:
                lines.append(
                    (
                        slug(str(target)),
                        sheet.link(target),
                        _year(sheet, target),
                        ReferringView(sheet.link(target), places),
                    )
                )
        if lines:
            name = view.ui(f"kinds_{scheme_word(scheme)}")
            sheet.gathering.contents.append(Entry(name, f"kind-{scheme}", 1))
            groups.append((f"kind-{scheme}", name, lines))
    sheet.gathering.contents.append(Entry(view.ui("each_decision"), "citing", 1))
    each = [
        (
            LinkView(id, sheet.to(decision_path(id)), view.name(id)),
            leans_on(sheet, id),
            [link for link, _ in by_page(sheet, citing(sheet, Target("dec", id))) if link],
        )
        for id in record.decisions
    ]
    return sheet.template("pages/cited.html", groups=groups, citing=each)


def _year(sheet: Sheet, target: Target) -> str:
    outside = sheet.record.outside.get(target)
    return outside.year or "" if outside else ""
