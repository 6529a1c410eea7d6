"""Kinds of pages: each is one entry, with a function and a template of its name; menu, crumbs and titles follow from
it.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from markupsafe import Markup

from handbook.build.frame import MenuItem, menu
from handbook.model.corpus import Corpus
from handbook.model.plan import Goal
from handbook.model.record import TextPage
from handbook.site import pages
from handbook.site.kind import Kind, MenuPlace, Title
from handbook.site.kinds import KINDS, fixed_path
from handbook.site.sheet import Sheet
from handbook.site.site import Site
from handbook.site.view import TEMPLATES, Indexed, View
from handbook.targets.grammar import LISTS
from tests.browser.test_accessible import KINDS as LOOKED_AT
from tests.site.conftest import Show, rendered

NAMES = [kind.name for kind in KINDS]


# --- the set ----------------------------------------------------------------------------------------------------------


def test_each_kind_has_a_module_and_a_template_of_its_name_and_nobody_else() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert sorted(module.name for module in iter_modules(pages.__path__)) == sorted(f"{name}_page" for name in NAMES)
    assert sorted(path.stem for path in (TEMPLATES / "pages").iterdir()) == sorted(NAMES)


@pytest.mark.parametrize("kind", KINDS, ids=NAMES)
def test_its_function_is_found_by_its_name(kind: Kind[object]) -> None:
    module = import_module(f"{pages.__name__}.{kind.name}_page")
    assert kind.make is vars(module)[f"{kind.name}_page"]
    assert f'"pages/{kind.name}.html"' in Path(str(module.__file__)).read_text("utf-8")


def test_the_made_up_tree_has_a_page_of_each(small_site: Site) -> None:
    assert [kind.name for kind in small_site.kinds if not small_site.of_kind(kind.name)] == []


def test_prose_may_link_to_each_of_which_there_is_one_page(small_site: Site) -> None:
    """`page:` targets name them (`LISTS` of handbook/targets/grammar.py)."""
    assert {page.kind.name for page in small_site.pages if page.shows is small_site.record} == set(LISTS)


def test_each_is_looked_at_in_a_browser(small_site: Site) -> None:
    """tests/browser/test_accessible.py names a page of each."""
    assert {small_site.by_path[path].kind.name for path in LOOKED_AT.values()} == set(NAMES)


def test_prose_that_may_call_header_has_one() -> None:
    assert [kind.name for kind in KINDS if kind.header] == ["decision", "plan", "draft", "text"]


# --- what follows from an entry ---------------------------------------------------------------------------------------


def test_menu_of_the_made_up_tree(small_site: Site) -> None:
    def listed(item: MenuItem) -> tuple[object, ...]:
        return item.path, item.id, item.title, *map(listed, item.items)

    assert list(map(listed, menu(View(small_site, "en")))) == [
        ("about/", "", "About the handbook"),
        (
            "decisions/",
            "",
            "[ui.decisions]",
            ("decisions/cp-1-1/", "CP-1/1", "Seeds"),
            ("decisions/cp-1-2/", "CP-1/2", "Budget"),
        ),
        (
            "plans/",
            "",
            "[ui.plans]",
            ("plans/implementation/", "", "Implementation plan"),
            ("plans/capacity-building/", "", "Capacity-building plan"),
            ("plans/implementation/draft/", "", "[ui.draft_of]"),
        ),
        ("goals/", "", "[ui.goals]", ("goals/a-1/", "A.1", "Keeping seeds"), ("goals/a-2/", "A.2", "Sowing")),
        (
            "indexes/",
            "",
            "[ui.indexes]",
            ("articles/", "", "[ui.index_by_article]"),
            ("cited/", "", "[ui.cited]"),
            ("addressees/", "", "[ui.addressees]"),
            ("deadlines/", "", "[ui.deadlines]"),
        ),
        ("glossary/", "", "[ui.glossary]"),
        ("errata/", "", "[ui.errata]"),
    ]


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        ([], [("errata/",)]),
        (["first"], [("first/",), ("errata/",)]),
        (["first", "last"], [("first/",), ("last/", "errata/")]),
        (["first", "second", "last"], [("first/",), ("last/", "second/", "errata/")]),
    ],
)
def test_pages_about_the_handbook_in_the_menu(
    small_corpus: Corpus, ids: list[str], expected: list[tuple[str, ...]]
) -> None:
    """The first is the first line; the last stands over the rest and the errata, under a name of its own."""
    about = {id: TextPage(id, (), small_corpus.record.pages["about"].place) for id in ids}
    site = Site(replace(small_corpus, record=replace(small_corpus.record, pages=about)), KINDS)
    shown = menu(View(site, "en"))
    lines = [(item.path, *(inner.path for inner in item.items)) for item in shown]
    assert [line for line in lines if line[0] in ("errata/", *(f"{id}/" for id in ids))] == expected
    assert not ids or lines[0] == ("first/",)
    assert len(ids) < 2 or shown[-1].title == "[ui.about]"


def test_only_a_decision_of_which_nothing_is_there_is_muted(small_corpus: Corpus) -> None:
    record = small_corpus.record
    bare = replace(record.decisions["CP-1/2"], tables=())
    site = Site(replace(small_corpus, record=replace(record, decisions={**record.decisions, "CP-1/2": bare})), KINDS)
    found = [[(inner.id, inner.muted) for inner in item.items] for item in menu(View(site, "en"))][1]
    assert found == [("CP-1/1", False), ("CP-1/2", True)]


@pytest.mark.parametrize(
    ("path", "crumbs"),
    [
        ("", []),
        ("decisions/", ["[ui.home]"]),
        ("decisions/cp-1-1/", ["[ui.home]", "[ui.decisions]"]),
        ("plans/implementation/", ["[ui.home]", "[ui.plans]"]),
        ("plans/implementation/draft/", ["[ui.home]", "[ui.plans]"]),
        ("goals/a-1/", ["[ui.home]", "[ui.goals]"]),
        ("deadlines/", ["[ui.home]", "[ui.indexes]"]),
        ("articles/2/", ["[ui.home]", "[ui.articles]"]),
        ("convention/1/", ["[ui.home]"]),
        ("decisions/em-i-3/", ["[ui.home]", "[ui.decisions]"]),
        ("meetings/cp-2/", ["[ui.home]"]),
        ("glossary/", ["[ui.home]"]),
        ("about/", ["[ui.home]"]),
    ],
)
def test_crumbs(show: Show, path: str, crumbs: list[str]) -> None:
    assert [crumb.title for crumb in show("en", path).crumbs] == crumbs


@pytest.mark.parametrize(
    ("path", "title", "short", "description"),
    [
        ("", "[ui.site_name]", "[ui.home]", "[ui.site_tagline]"),
        ("decisions/", "[ui.list_of_decisions]", "[ui.decisions]", "[ui.list_of_decisions]"),
        ("decisions/cp-1-1/", "Seeds", "CP-1/1", "CBD/CP/MOP/DEC/1/1 · Seeds"),
        ("plans/implementation/", "Implementation plan", "Implementation plan", "Implementation plan"),
        ("plans/implementation/draft/", "[ui.draft_of]", "[ui.draft]", "[ui.draft_of]"),
        ("goals/a-2/", "Sowing", "A.2", "Sowing"),
        ("articles/", "[ui.index_by_article]", "[ui.articles]", "[ui.index_by_article]"),
        ("convention/1/", "Convention, Article 1", "Convention, Article 1", "Convention, Article 1"),
        ("about/", "About the handbook", "About the handbook", "About the handbook"),
    ],
)
def test_titles(show: Show, path: str, title: str, short: str, description: str) -> None:
    page = show("en", path)
    assert (page.title, page.short, page.description) == (title, short, description)


# --- one more ---------------------------------------------------------------------------------------------------------


def _sowing_page(sheet: Sheet, goal: Goal) -> Markup:
    return Markup('<p id="seed">{}</p>').format(sheet.view.name(f"goal.{goal.id}"))


SOWING = Kind(
    "sowing",
    _sowing_page,
    shown=lambda site: [goal for goal in site.record.goals if goal.published],
    path=lambda goal: f"sowing/{goal.id[-1]}/",
    title=lambda view, goal: Title(f"sowing of {view.name(f'goal.{goal.id}').lower()}", goal.id),
    anchors=lambda site, goal: ["seed"],
    parent=fixed_path("goals/"),
    menu=lambda site, goal: MenuPlace(under="goals/"),
    numbered=True,
    neighbours=True,
)


def test_a_kind_more_is_an_entry_and_a_function(small_corpus: Corpus) -> None:
    site = Site(small_corpus, (*KINDS, SOWING))
    view = View(site, "en")
    assert [page.path for page in site.of_kind("sowing")] == ["sowing/1/", "sowing/2/"]
    assert {"sowing/1/", "sowing/1/#seed"} <= set(site.addresses)
    page = rendered(view, "sowing/1/")
    assert page.html == '<p id="seed">Keeping seeds</p>'
    assert [crumb.title for crumb in page.crumbs] == ["[ui.home]", "[ui.goals]"]
    assert page.search == (Indexed("", "A.1 sowing of keeping seeds", "sowing of keeping seeds", "sowing"),)
    (goals,) = [item for item in menu(view) if item.path == "goals/"]
    assert [(item.id, item.title) for item in goals.items][2:] == [
        ("A.1", "sowing of keeping seeds"),
        ("A.2", "sowing of sowing"),
    ]
