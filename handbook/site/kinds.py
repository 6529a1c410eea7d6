"""The kinds of pages, in the order of the pages: all that each of them is. What an entry may say stands in `kind.py`.

A new kind is an entry here, a module `<name>_page.py` in `pages/` with the function `<name>_page`, and a template
`pages/<name>.html`. Words that it needs are `ui.*` in every names.yaml. Tests ask for the rest: its addresses in
data/addresses.txt (`handbook addresses --write`), a page of it in tests/browser/test_accessible.py, and, where it is
one page, its name in `LISTS` of targets/grammar.py, so that prose can link to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from handbook.model.decision import Decision
from handbook.model.plan import Goal, Plan
from handbook.model.record import Record, TextPage
from handbook.site import anchors
from handbook.site.kind import Kind, MenuPlace, Title
from handbook.site.pages.addressees_page import addressees_page
from handbook.site.pages.articles_page import articles_page
from handbook.site.pages.cited_page import cited_page
from handbook.site.pages.deadlines_page import deadlines_page
from handbook.site.pages.decision_page import decision_header, decision_page
from handbook.site.pages.decisions_page import decisions_page
from handbook.site.pages.draft_page import draft_header, draft_page
from handbook.site.pages.errata_page import errata_page
from handbook.site.pages.glossary_page import glossary_page
from handbook.site.pages.goal_page import goal_page
from handbook.site.pages.goals_page import goals_page
from handbook.site.pages.home_page import home_page
from handbook.site.pages.indexes_page import indexes_page
from handbook.site.pages.plan_page import plan_header, plan_page
from handbook.site.pages.plans_page import plans_page
from handbook.site.pages.target_page import target_page
from handbook.site.pages.text_page import text_header, text_page
from handbook.site.site import Site
from handbook.site.view import View
from handbook.targets.grammar import Target
from handbook.targets.paths import decision_path, draft_path, goal_path, page_of, plan_path, text_path

# --- what entries have in common --------------------------------------------------------------------------------------


def once(site: Site) -> Iterable[Record]:
    """There is one page of the kind."""
    return (site.record,)


def fixed_path(path: str) -> Callable[[object], str]:
    """The path of the one page, or of the page above."""
    return lambda _: path


def called(key: str, short: str = "") -> Callable[[View, object], Title]:
    """A title that is a word of the interface: `ui.<key>`."""
    return lambda view, _: Title(view.ui(key), view.ui(short or key))


def line(_: Site, __: object) -> MenuPlace:
    """A line of the menu's first level."""
    return MenuPlace()


def under(path: str) -> Callable[[Site, object], MenuPlace]:
    """A line of the menu under that of another page."""
    return lambda _, __: MenuPlace(under=path)


# --- what only one has ------------------------------------------------------------------------------------------------


def decision_title(view: View, decision: Decision) -> Title:
    return Title(view.name(decision.id), decision.id)


def decision_description(view: View, decision: Decision) -> str:
    return f"{decision.symbol} · {view.name(decision.id)}"


def decision_menu(_: Site, decision: Decision) -> MenuPlace:
    return MenuPlace(under="decisions/", muted=not decision.published and not decision.tables)


def plan_title(view: View, plan: Plan) -> Title:
    name = view.name(f"plan.{plan.id}")
    return Title(name, name)


def draft_title(view: View, plan: Plan) -> Title:
    return Title(view.ui("draft_of", plan=view.name(f"plan.{plan.id}")), view.ui("draft"))


def goal_title(view: View, goal: Goal) -> Title:
    return Title(view.name(goal.name), goal.label)


def target_title(view: View, target: Target) -> Title:
    label = view.sentence(view.cite(target))
    return Title(label, label)


def target_parent(target: Target) -> str | None:
    return {"art": "articles/", "dec": "decisions/"}.get(target.scheme)


def errata_menu(site: Site, _: Record) -> MenuPlace:
    """After the pages about the handbook."""
    others = tuple(site.record.pages.values())[1:]
    return MenuPlace(under=text_path(others[-1].id), rank=1) if others else MenuPlace()


def text_title(view: View, page: TextPage) -> Title:
    name = view.name(f"page.{page.id}")
    return Title(name, name)


def text_menu(site: Site, page: TextPage) -> MenuPlace:
    """The first page about the handbook is for those who are new, and the first line; the last stands over the rest."""
    first, *others = site.record.pages.values()
    if page is first:
        return MenuPlace(rank=-1)
    if page is others[-1]:
        return MenuPlace(label="about")
    return MenuPlace(under=text_path(others[-1].id))


KINDS: tuple[Kind[Any], ...] = (
    Kind(
        "home",
        home_page,
        shown=once,
        path=fixed_path(""),
        title=called("site_name", "home"),
        description=lambda view, _: view.ui("site_tagline"),
    ),
    Kind(
        "decisions",
        decisions_page,
        shown=once,
        path=fixed_path("decisions/"),
        title=called("list_of_decisions", "decisions"),
        menu=line,
    ),
    Kind(
        "decision",
        decision_page,
        shown=lambda site: site.record.decisions.values(),
        path=lambda decision: decision_path(decision.id),
        title=decision_title,
        anchors=anchors.decision_anchors,
        subjects=lambda decision: (("decision", decision.id),),
        header=decision_header,
        description=decision_description,
        parent=fixed_path("decisions/"),
        menu=decision_menu,
        numbered=True,
        neighbours=True,
        citable=True,
    ),
    Kind("plans", plans_page, shown=once, path=fixed_path("plans/"), title=called("plans"), menu=line),
    Kind(
        "plan",
        plan_page,
        shown=lambda site: site.record.plans.values(),
        path=lambda plan: plan_path(plan.id),
        title=plan_title,
        anchors=anchors.plan_anchors,
        subjects=lambda plan: (("plan", plan.id),),
        header=plan_header,
        parent=fixed_path("plans/"),
        menu=under("plans/"),
        neighbours=True,
        citable=True,
    ),
    Kind(
        "draft",
        draft_page,
        shown=lambda site: [plan for plan in site.record.plans.values() if plan.id in site.record.drafts],
        path=lambda plan: draft_path(plan.id),
        title=draft_title,
        anchors=anchors.draft_anchors,
        subjects=lambda plan: (("draft", plan.id),),
        header=draft_header,
        parent=fixed_path("plans/"),
        menu=under("plans/"),
    ),
    Kind("goals", goals_page, shown=once, path=fixed_path("goals/"), title=called("list_of_goals", "goals"), menu=line),
    Kind(
        "goal",
        goal_page,
        shown=lambda site: [goal for goal in site.record.goals if goal.published],
        path=lambda goal: goal_path(goal.label),
        title=goal_title,
        subjects=lambda goal: tuple(("plan", plan) for plan in goal.plans),
        parent=fixed_path("goals/"),
        menu=under("goals/"),
        numbered=True,
        neighbours=True,
    ),
    Kind("indexes", indexes_page, shown=once, path=fixed_path("indexes/"), title=called("indexes"), menu=line),
    Kind(
        "articles",
        articles_page,
        shown=once,
        path=fixed_path("articles/"),
        title=called("index_by_article", "articles"),
        parent=fixed_path("indexes/"),
        menu=under("indexes/"),
    ),
    Kind(
        "cited",
        cited_page,
        shown=once,
        path=fixed_path("cited/"),
        title=called("cited"),
        parent=fixed_path("indexes/"),
        menu=under("indexes/"),
    ),
    Kind(
        "addressees",
        addressees_page,
        shown=once,
        path=fixed_path("addressees/"),
        title=called("addressees"),
        parent=fixed_path("indexes/"),
        menu=under("indexes/"),
    ),
    Kind(
        "deadlines",
        deadlines_page,
        shown=once,
        path=fixed_path("deadlines/"),
        title=called("deadlines"),
        parent=fixed_path("indexes/"),
        menu=under("indexes/"),
    ),
    Kind(
        "target",
        target_page,
        shown=lambda site: site.crossrefs.targets,
        path=page_of,
        title=target_title,
        anchors=anchors.target_anchors,
        parent=target_parent,
        outside=True,
    ),
    Kind(
        "glossary",
        glossary_page,
        shown=lambda site: once(site) if site.record.terms else (),
        path=fixed_path("glossary/"),
        title=called("glossary"),
        anchors=anchors.term_anchors,
        menu=line,
    ),
    Kind(
        "errata",
        errata_page,
        shown=once,
        path=fixed_path("errata/"),
        title=called("errata"),
        anchors=anchors.errata_anchors,
        menu=errata_menu,
    ),
    Kind(
        "text",
        text_page,
        shown=lambda site: site.record.pages.values(),
        path=lambda page: text_path(page.id),
        title=text_title,
        anchors=anchors.text_anchors,
        subjects=lambda page: (("page", page.id),),
        header=text_header,
        menu=text_menu,
    ),
)
