"""Pages that list what the handbook holds: home, decisions, plans, goals, articles, errata."""

from __future__ import annotations

from datetime import date

from handbook.model.record import ERRATUM_KINDS, SURENESS
from handbook.site.pages.indexes import INDEXES
from handbook.site.sheet import LinkView, ReferringView, Sheet
from handbook.site.site import decision_path
from handbook.site.view import Entry
from handbook.targets.addresses import page_of, slug
from handbook.targets.grammar import INSTRUMENTS, Target


def decision_lines(sheet: Sheet) -> list[dict[str, object]]:
    view = sheet.view
    return [
        {
            "id": decision.id,
            "title": view.name(decision.id),
            "href": sheet.to(decision_path(decision.id)),
            "published": decision.published,
            "partial": bool(decision.tables) and not decision.published,
            "articles": [sheet.article(reference.target) for reference in decision.articles],
            "part": decision.part,
        }
        for decision in sheet.record.decisions.values()
    ]


def meeting_parts(sheet: Sheet) -> list[tuple[str, str, list[dict[str, object]]]]:
    """Decisions under the part of the meeting that took them."""
    view = sheet.view
    out = []
    lines = decision_lines(sheet)
    for parts in sheet.record.meetings.values():
        for part in parts:
            dates = view.language.span(date.fromisoformat(part.first), date.fromisoformat(part.last))
            mine = [line for line in lines if line["part"] == part.id]
            out.append((view.name(f"place.{part.id}"), dates, mine))
    return out


def goal_lines(sheet: Sheet, plan: str = "") -> list[tuple[str, str, list[dict[str, object]]]]:
    """Goals by area, each with its own page, or with its row on the page of a plan."""
    view = sheet.view
    out = []
    for area in sheet.record.areas:
        goals: list[dict[str, object]] = []
        for goal in sheet.record.goals.values():
            if goal.area == area:
                handle = view.name(f"goal.{goal.id}") if goal.published else ""
                goals.append(
                    {
                        "id": goal.id,
                        "handle": handle,
                        "href": sheet.to(plan, slug(goal.id)) if plan else sheet.to(f"goals/{slug(goal.id)}/"),
                        "published": goal.published,
                    }
                )
        out.append((area, view.name(f"area.{area}"), goals))
    return out


def titles(sheet: Sheet, *kinds: str) -> list[LinkView]:
    """The pages of some kinds, kind by kind."""
    pages = sheet.view.site.pages
    found = [page for kind in kinds for page in pages if page.kind == kind]
    return [LinkView(sheet.view.title(page)[0], sheet.to(page.path)) for page in found]


def home(sheet: Sheet) -> str:
    plans = [
        LinkView(sheet.view.name(f"plan.{plan.id}"), sheet.to(f"plans/{plan.slug}/"), plan.decision)
        for plan in sheet.record.plans.values()
    ]
    tables = [
        (table, sheet.to(decision_path(table.decision), table.anchor))
        for table in sheet.record.tables.values()
        if table.kind == "scale"
    ]
    parties = []
    if tables:
        table, _ = tables[0]
        base = decision_path(table.decision)
        parties = [
            LinkView(sheet.view.name(f"party.{row.id}"), sheet.to(base, table.row_anchor(row))) for row in table.rows
        ]
    return sheet.template(
        "home.html",
        more=[titles(sheet, "text", "glossary", "errata"), titles(sheet, *INDEXES)],
        parts=meeting_parts(sheet),
        areas=goal_lines(sheet),
        plans=plans,
        articles=article_lines(sheet),
        parties=parties,
    )


def decisions(sheet: Sheet) -> str:
    for place, _, lines in meeting_parts(sheet):
        if lines:
            sheet.gathering.contents.append(Entry(place, f"part-{slug(str(lines[0]['part']))}", 1))
    return sheet.template("decisions.html", parts=meeting_parts(sheet))


def plans(sheet: Sheet) -> str:
    plans = [
        (
            LinkView(sheet.view.name(f"plan.{plan.id}"), sheet.to(f"plans/{plan.slug}/")),
            sheet.link(Target("dec", plan.decision)),
        )
        for plan in sheet.record.plans.values()
    ]
    return sheet.template("plans.html", plans=plans, areas=goal_lines(sheet))


def goals(sheet: Sheet) -> str:
    return sheet.template("goals.html", areas=goal_lines(sheet))


def places(sheet: Sheet, target: Target) -> tuple[int, ReferringView]:
    """How many places cite an article, and which, page by page."""
    found = sheet.view.site.backlinks.get(page_of(target), {})
    sources = sheet.view.site.in_order(one for sources in found.values() for one in sources)
    return len(sources), ReferringView(sheet.article(target), sheet.by_page(sources))


def article_lines(sheet: Sheet, with_places: bool = False) -> list[tuple[str, str, list[dict[str, object]]]]:
    """Articles of each instrument that the handbook cites or that a decision concerns, and where."""
    view = sheet.view
    out = []
    for instrument, articles in sheet.record.instruments.items():
        lines: list[dict[str, object]] = []
        for n in articles:
            target = Target(instrument, n)
            cited = target in view.site.targets
            if instrument != INSTRUMENTS[0] and not cited:
                continue
            lines.append(
                {
                    "id": slug(n),
                    # Under the instrument's name an article is cited as those of the first one are: by its number.
                    "cite": view.sentence(view.cite(Target(INSTRUMENTS[0], n))),
                    "title": view.names.get(str(target)),
                    "href": sheet.to(page_of(target)) if cited else "",
                    "concerns": [
                        LinkView(decision.id, sheet.to(decision_path(decision.id)), view.name(decision.id))
                        for decision in sheet.record.decisions.values()
                        if any(reference.target.whole == target for reference in decision.articles)
                    ],
                    "places": places(sheet, target) if cited and with_places else None,
                }
            )
        if lines:
            out.append((instrument, view.name(f"instrument.{instrument}"), lines))
    return out


def articles(sheet: Sheet) -> str:
    for instrument in sheet.record.instruments:
        sheet.gathering.contents.append(Entry(sheet.view.name(f"instrument.{instrument}"), instrument, 1))
    return sheet.template("articles.html", instruments=article_lines(sheet, with_places=True))


def errata(sheet: Sheet) -> str:
    """Slips under the decisions that they stand in; those of the volume's foreword and contents come first."""
    view = sheet.view
    shown = []
    for id, found in view.site.errata.items():
        anchor = slug(id) if id else "front"
        title = view.name(id) if id else view.ui("errata_front")
        sheet.gathering.contents.append(Entry(f"{id} {title}".strip(), anchor, 1))
        href = sheet.to(decision_path(id)) if id else ""
        shown.append((anchor, id, title, href, [sheet.erratum(one) for one in found]))
    return sheet.template("errata.html", groups=shown, kinds=ERRATUM_KINDS, sureness=SURENESS)
