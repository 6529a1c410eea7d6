"""Home: the ways in, by decision, article, goal and Party."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from handbook.model.record import Record
from handbook.site.kind import SitePage
from handbook.site.parts.article_list import article_lines
from handbook.site.parts.decision_list import meeting_parts
from handbook.site.parts.goal_list import goal_lines
from handbook.site.sheet import LinkView, Sheet
from handbook.targets.paths import decision_path, plan_path


def home_page(sheet: Sheet, record: Record) -> Markup:
    site = sheet.view.site
    plans = [
        LinkView(sheet.view.name(f"plan.{plan.id}"), sheet.to(plan_path(plan.id)), plan.decision)
        for plan in record.plans.values()
    ]
    # Of several meetings' scales, the last is the one that holds.
    scales = [table for table in record.tables.values() if table.kind == "scale"]
    parties = []
    for scale in scales[-1:]:
        path = decision_path(scale.decision)
        parties = [
            LinkView(sheet.view.name(f"party.{row.id}"), sheet.to(path, scale.row_anchor(row))) for row in scale.rows
        ]
    return sheet.template(
        "pages/home.html",
        more=[_titles(sheet, site.of_kind("text", "glossary", "errata")), _titles(sheet, site.under("indexes/"))],
        parts=meeting_parts(sheet),
        areas=goal_lines(sheet),
        plans=plans,
        articles=article_lines(sheet),
        parties=parties,
    )


def _titles(sheet: Sheet, pages: Iterable[SitePage]) -> list[LinkView]:
    return [LinkView(sheet.view.title(page).whole, sheet.to(page.path)) for page in pages]
