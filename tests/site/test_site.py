"""Pages and addresses: everything has a page, and what is cited a place on one."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from handbook.languages import LANGUAGES, SOURCE
from handbook.model.record import Record
from handbook.site.kind import SitePage
from handbook.site.site import Site
from handbook.targets.addresses import item_anchor, natural, slug
from handbook.targets.grammar import Target, parse_target
from handbook.targets.paths import decision_path, page_of, plan_path


def shown(page: SitePage) -> str:
    """What a page shows, as a test spells it."""
    if isinstance(page.shows, Record):
        return ""
    return str(page.shows) if isinstance(page.shows, Target) else str(page.shows.id)


# --- pages ------------------------------------------------------------------------------------------------------------


def test_pages_of_the_small_tree(small_site: Site) -> None:
    pages = [(page.path, page.kind.name, shown(page)) for page in small_site.pages]
    assert pages == [
        ("", "home", ""),
        ("decisions/", "decisions", ""),
        ("decisions/cp-1-1/", "decision", "CP-1/1"),
        ("decisions/cp-1-2/", "decision", "CP-1/2"),
        ("plans/", "plans", ""),
        ("plans/implementation/", "plan", "implementation"),
        ("plans/capacity-building/", "plan", "capacity_building"),
        ("plans/implementation/draft/", "draft", "implementation"),
        ("goals/", "goals", ""),
        ("goals/a-1/", "goal", "A.1"),
        ("goals/a-2/", "goal", "A.2"),
        ("indexes/", "indexes", ""),
        ("articles/", "articles", ""),
        ("cited/", "cited", ""),
        ("addressees/", "addressees", ""),
        ("deadlines/", "deadlines", ""),
        ("articles/2/", "target", "art:2"),
        ("articles/3/", "target", "art:3"),
        ("articles/annex-i/", "target", "art:annex-I"),
        ("convention/1/", "target", "conv:1"),
        ("decisions/em-i-3/", "target", "dec:EM-I/3"),
        ("documents/cbd-cp-1-2/", "target", "doc:CBD/CP/1/2"),
        ("meetings/cp-2/", "target", "meeting:cp-2"),
        ("glossary/", "glossary", ""),
        ("errata/", "errata", ""),
        ("about/", "text", "about"),
    ]


def test_pages_have_paths_of_their_own(site: Site) -> None:
    assert len(site.by_path) == len(site.pages)
    assert all(re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*", page.path) for page in site.pages)
    assert all(site.by_path[page.path] is page for page in site.pages)


def test_everything_has_a_page(site: Site) -> None:
    record = site.record
    found = Counter((page.kind.name, shown(page)) for page in site.pages)
    wanted = [("decision", id) for id in record.decisions] + [("plan", id) for id in record.plans]
    wanted += [("goal", goal.id) for goal in record.goals if goal.published]
    assert all(found[one] == 1 for one in wanted)
    assert {id for kind, id in found if kind == "target"} == {str(one) for one in site.crossrefs.targets}


def test_articles_that_a_decision_concerns_have_a_page(site: Site) -> None:
    for decision in site.record.decisions.values():
        for article in decision.articles:
            assert page_of(article.target) in site.by_path


# --- addresses --------------------------------------------------------------------------------------------------------


def test_addresses_are_those_of_the_pages(site: Site) -> None:
    expected = {page.path for page in site.pages}
    expected |= {f"{page.path}#{anchor}" for page in site.pages for anchor in site.anchors(page)}
    assert set(site.addresses) == expected
    assert len(set(site.addresses)) == len(site.addresses)
    assert list(site.addresses) == sorted(site.addresses, key=natural)


def test_addresses_need_no_escaping(site: Site) -> None:
    """Lower-case letters, digits and hyphens: they can be read out, typed, and stand in any document."""
    form = re.compile(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?")
    assert [address for address in site.addresses if not form.fullmatch(address)] == []


def test_an_anchor_stands_once_on_its_page(site: Site) -> None:
    for page in site.pages:
        anchors = list(site.anchors(page))
        assert len(anchors) == len(set(anchors)), page.path
        assert "" not in anchors, page.path


def test_every_unit_has_its_address(site: Site) -> None:
    for id, decision in site.record.decisions.items():
        anchors = set(site.anchors(site.by_path[decision_path(id)]))
        if decision.published:
            assert anchors >= {"opening", *decision.units}
        assert anchors >= {note.id for note in decision.footnotes} | set(decision.tables)
        for table in site.record.tables.values():
            if table.decision == id:
                assert anchors >= {f"{table.anchor}-{row.id.lower()}" for row in table.rows}


def test_every_item_of_a_plan_has_its_address(site: Site) -> None:
    for plan in site.record.plans.values():
        anchors = set(site.anchors(site.by_path[plan_path(plan.id)]))
        for goal in site.record.goals:
            for column, items in (goal.plans[plan.id].cells if goal.published else {}).items():
                assert anchors >= {slug(goal.id), *(item_anchor(goal.id, column, item.part) for item in items)}


@pytest.mark.parametrize("text", ["doc:CBD/NONE/1", "dec:XX-9/9"])
def test_what_has_no_page_has_no_link(site: Site, text: str) -> None:
    target = parse_target(text)
    assert isinstance(target, Target)
    assert site.link(target) is None


# --- languages --------------------------------------------------------------------------------------------------------


def test_prose_stands_in_where_a_language_has_none(site: Site) -> None:
    for page in site.pages:
        for language in LANGUAGES:
            found = site.prose_of(page, language)
            if len(page.subjects) == 1:
                own = site.corpus.page(language, *page.subjects[0])
                source = site.corpus.page(SOURCE, *page.subjects[0])
                assert found == (SOURCE if own is None and source is not None else language)
            elif page.subjects:
                assert found in (language, SOURCE)
            else:
                assert found == language
    assert site.prose_of(site.by_path[""], "ru") == "ru"


@pytest.mark.parametrize(
    ("few", "more"),
    [
        ("p2", "p10"),
        ("a-5", "a-10"),
        ("p2", "p2-a"),
        ("annex-p9", "annex-p11"),
        ("2", "10"),
        ("A.9", "A.10"),
        ("", "a"),
    ],
)
def test_natural_order(few: str, more: str) -> None:
    assert natural(few) < natural(more)
