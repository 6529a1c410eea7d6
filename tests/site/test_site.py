"""Pages, addresses and what refers to what: what is cited has a place, and no place forgets who cites it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.findings.finding import Place
from handbook.languages import LANGUAGES, SOURCE
from handbook.model.corpus import Corpus
from handbook.model.record import Part, Record, Reference, Unit
from handbook.site import render
from handbook.site.kind import SitePage
from handbook.site.kinds import KINDS
from handbook.site.paths import item_anchor, natural, unit_target
from handbook.site.site import Site
from handbook.site.view import View
from handbook.targets.addresses import anchor_of, page_of, slug
from handbook.targets.grammar import Target, parse_target
from tests.conftest import SMALL

ROOT = Path(__file__).resolve().parents[2]
TREES = {"handbook": ROOT, "small": SMALL}


@cache
def corpus_of(name: str) -> Corpus:
    return load_corpus(TREES[name])


@pytest.fixture(params=sorted(TREES))
def site(request: pytest.FixtureRequest) -> Site:
    return Site(corpus_of(request.param), KINDS)


def target(text: str, decision: str | None = None) -> Target:
    found = parse_target(text, decision)
    assert isinstance(found, Target), found
    return found


def shown(page: SitePage) -> str:
    """What a page shows, as a test spells it."""
    if isinstance(page.shows, Record):
        return ""
    return str(page.shows) if isinstance(page.shows, Target) else str(page.shows.id)


# --- pages ------------------------------------------------------------------------------------------------------------


def test_pages_of_the_small_tree() -> None:
    pages = [(page.path, page.kind.name, shown(page)) for page in Site(corpus_of("small"), KINDS).pages]
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
    wanted += [("goal", goal.id) for goal in record.goals.values() if goal.published]
    assert all(found[one] == 1 for one in wanted)
    assert {id for kind, id in found if kind == "target"} == {str(one) for one in site.crossrefs.targets}


def test_targets_are_whole_and_outside(site: Site) -> None:
    for one, parts in site.crossrefs.targets.items():
        assert one == one.whole
        assert one.id not in site.record.decisions
        assert len(set(parts)) == len(parts)
        assert () not in parts


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
        anchors = set(site.anchors(site.by_path[f"decisions/{slug(id)}/"]))
        if decision.published:
            assert anchors >= {"opening", *decision.units}
        assert anchors >= {note.id for note in decision.footnotes} | set(decision.tables)
        for table in site.record.tables.values():
            if table.decision == id:
                assert anchors >= {f"{table.anchor}-{row.id.lower()}" for row in table.rows}


def test_every_item_of_a_plan_has_its_address(site: Site) -> None:
    for plan in site.record.plans.values():
        anchors = set(site.anchors(site.by_path[f"plans/{plan.slug}/"]))
        for goal in site.record.goals.values():
            for column, items in (goal.plans[plan.id].cells if goal.published else {}).items():
                assert anchors >= {slug(goal.id), *(item_anchor(goal.id, column, item) for item in items)}


# --- references -------------------------------------------------------------------------------------------------------


def references(record: Record) -> Iterator[tuple[Target, Reference]]:
    """Every reference of the record with who has it, gathered without the help of Site."""

    def walk(decision: str, unit: Unit) -> Iterator[tuple[Target, Reference]]:
        for one in unit.references:
            yield unit_target(decision, unit.id), one
        for item in unit.items:
            yield from walk(decision, item)

    for decision in record.decisions.values():
        for part in decision.body.walk():
            for unit in (*part.preamble, *part.paragraphs):
                yield from walk(decision.id, unit)
        for note in decision.footnotes:
            yield from ((unit_target(decision.id, note.id), one) for one in note.cites)
    for goal in record.goals.values():
        for plan, entry in goal.plans.items():
            where = target(f"goal:{record.plans[plan].slug}/{goal.id}")
            yield from ((where, one) for one in entry.references)
            for column, items in entry.cells.items():
                for item in items:
                    yield from ((Target("goal", where.id, (column, item.part)), one) for one in item.references)


def test_every_reference_is_listed_at_its_target_and_nothing_else(site: Site) -> None:
    """Both ways: who cites is told where it is cited, and who is told there does cite."""
    wanted = {(page_of(one.target), anchor_of(one.target), who) for who, one in references(site.record)}
    for term in site.record.terms.values():
        if term.defined:
            what = term.defined.target
            wanted.add((page_of(what), anchor_of(what), target(f"page:glossary#{term.id}")))
    listed = [
        (page, anchor, who)
        for page, anchors in site.crossrefs.backlinks.items()
        for anchor, sources in anchors.items()
        for who in sources
    ]
    assert set(listed) == wanted
    assert len(set(listed)) == len(listed)
    assert len(wanted) > 5


def test_every_reference_leads_to_an_anchor_of_the_site(site: Site) -> None:
    lost = []
    for _, one in references(site.record):
        link = site.link(one.target)
        page = site.by_path[link[0]] if link else None
        if page is None or (link and link[1] and link[1] not in set(site.anchors(page))):
            lost.append(str(one.target))
    assert lost == []


def test_who_refers_stands_at_an_anchor_of_the_site(site: Site) -> None:
    """So that the way back leads somewhere."""
    for who, _ in site.crossrefs.citations:
        link = site.link(who)
        assert link is not None
        assert link[1] in set(site.anchors(site.by_path[link[0]]))


def test_links_of_prose_lead_to_anchors_of_the_site(site: Site) -> None:
    """What a translator links is on the site too, be it in the words of another language."""
    seen = 0
    for page in site.corpus.pages.values():
        decision = page.subject[1] if page.subject[0] == "decision" else None
        spans = [span for words in page.units.values() for span in words.all]
        spans += [span for note in page.notes for span in note.spans]
        for span in spans:
            if span.kind == "link":
                link = site.link(target(span.target, decision))
                assert link is not None, span
                assert not link[1] or link[1] in set(site.anchors(site.by_path[link[0]])), span
                seen += 1
    assert seen > 5


def test_errata_are_meant_somewhere(site: Site) -> None:
    for erratum in site.record.errata:
        if erratum.meant:
            assert site.link(erratum.meant.target) is not None
        assert erratum.id in set(site.anchors(site.by_path["errata/"]))


def test_slips_stand_under_their_decisions_as_a_reader_meets_them() -> None:
    site = Site(corpus_of("small"), KINDS)
    record = site.record
    places = [
        "CP-1/2#table-1/row-af",
        "CP-1/2#table-1",
        "CP-1/1#p4",
        "contents",
        "CP-1/1#title",
        "CP-1/1#p3",
        "foreword",
    ]
    slips = tuple(replace(record.errata[0], id=f"slip-{n}", at=at) for n, at in enumerate(places))
    shown = Site(replace(site.corpus, record=replace(record, errata=slips)), KINDS).slips.by_decision
    assert [(id, [one.at for one in found]) for id, found in shown.items()] == [
        ("", ["foreword", "contents"]),
        ("CP-1/1", ["CP-1/1#title", "CP-1/1#p3", "CP-1/1#p4"]),
        ("CP-1/2", ["CP-1/2#table-1", "CP-1/2#table-1/row-af"]),
    ]


def test_citations_are_each_once_in_the_order_of_the_record(site: Site) -> None:
    assert site.crossrefs.citations == list(dict.fromkeys((who, one.target) for who, one in references(site.record)))


def test_backlinks_of_the_small_tree() -> None:
    backlinks = Site(corpus_of("small"), KINDS).crossrefs.backlinks
    assert {anchor: list(map(str, who)) for anchor, who in backlinks["decisions/cp-1-1/"].items()} == {
        "p2": ["dec:CP-1/1#3"],
        "annex": ["dec:CP-1/1#4"],
        "p2-b": ["dec:CP-1/1#annex/1/b"],
        "annex-p1-a": ["dec:CP-1/1#annex/2"],
    }
    assert {anchor: list(map(str, who)) for anchor, who in backlinks["meetings/cp-2/"].items()} == {
        "": ["dec:CP-1/1#2/b"]
    }


def with_reference(text: str, tree: str = "small", id: str = "CP-1/1") -> Site:
    """A tree where paragraph 1 of a decision cites one thing more."""
    corpus = corpus_of(tree)
    decision = corpus.record.decisions[id]
    body = decision.body
    first = body.paragraphs[0]
    cites = (*first.references, Reference(target(text, decision.id), Place("x")))
    paragraphs = (replace(first, references=cites), *body.paragraphs[1:])
    decisions = {
        **corpus.record.decisions,
        decision.id: replace(decision, body=replace(body, paragraphs=paragraphs)),
    }
    return Site(replace(corpus, record=replace(corpus.record, decisions=decisions)), KINDS)


@pytest.mark.parametrize(
    ("text", "page", "anchor"),
    [
        ("art:1", "articles/1/", ""),
        ("sup:3/1/a", "supplementary-protocol/3/", "p1-a"),
        ("cop:14/37#35-44", "cop/14-37/", "p35"),
        ("dec:CP-1/2", "decisions/cp-1-2/", ""),
        ("dec:CP-1/2#fn-3", "decisions/cp-1-2/", "fn-3"),
        ("dec:CP-1/2#table-1", "decisions/cp-1-2/", "table-1"),
        ("dec:CP-1/2#7/b", "decisions/cp-1-2/", "p7-b"),
        ("dec:CP-1/2#annex/19", "decisions/cp-1-2/", "annex-p19"),
        ("dec:CP-1/2#table-1/br", "decisions/cp-1-2/", "table-1-br"),
        ("dec:EM-I/3#annex-II/4", "decisions/em-i-3/", "annex-ii-p4"),
        ("goal:implementation", "plans/implementation/", ""),
        ("goal:implementation/A.1", "plans/implementation/", "a-1"),
        ("meeting:sbstta-26", "meetings/sbstta-26/", ""),
        ("sdg:15", "sdg/15/", ""),
        ("target:17", "targets/17/", ""),
        ("par:2/a/ii", "decisions/cp-1-1/", "p2-a-ii"),
        ("par:fn-2", "decisions/cp-1-1/", "fn-2"),
        ("par:opening", "decisions/cp-1-1/", "opening"),
        ("unresolved:cp-1-1-p4", "errata/", "cp-1-1-p4"),
    ],
)
def test_a_new_citation_makes_its_place(text: str, page: str, anchor: str) -> None:
    """Page, anchor and back-link come with the reference; nothing has to be added by hand."""
    site = with_reference(text)
    cited = target(text, "CP-1/1")
    assert site.link(cited) == (page, anchor)
    anchors = list(site.anchors(site.by_path[page]))
    assert anchors.count(anchor) == bool(anchor)
    assert target("par:1", "CP-1/1") in site.crossrefs.backlinks[page][anchor]


@pytest.mark.parametrize(
    ("text", "path", "anchor"),
    [
        ("goal:implementation/A.6", "plans/implementation/", "a-6"),
        ("goal:implementation/A.6-A.8", "plans/implementation/", "a-6"),
        ("goal:implementation/A.6#indicators/b", "plans/implementation/", "a-6-indicators-b"),
        ("dec:CP-10/1#fn-3", "decisions/cp-10-1/", "fn-3"),
        ("dec:CP-10/1#table-2", "decisions/cp-10-1/", "table-2"),
        ("dec:CP-10/1#table-2/br", "decisions/cp-10-1/", "table-2-br"),
        ("dec:CP-10/1#7/b", "decisions/cp-10-1/", "p7-b"),
    ],
)
def test_what_is_not_published_yet_has_each_cited_place_once(text: str, path: str, anchor: str) -> None:
    """On the site and, as it is rendered, on its page."""
    site = Site(unpublished(with_reference(text, "handbook", "CP-10/2").corpus, "CP-10/1", "A.6"), KINDS)
    new = set(site.addresses) - set(Site(unpublished(corpus_of("handbook"), "CP-10/1", "A.6"), KINDS).addresses)
    assert new <= {f"{path}#{anchor}"}
    assert f"{path}#{anchor}" in site.addresses
    shown, problems = render.page(View(site, "en"), site.by_path[path])
    assert problems == []
    assert shown is not None
    assert shown.html.count(f'id="{anchor}"') == 1


def unpublished(corpus: Corpus, decision: str, goal: str) -> Corpus:
    """The tree as it was before a decision's text and a goal were there; tables may stand alone."""
    record = corpus.record
    whole, row = record.decisions[decision], record.goals[goal]
    bare = replace(whole, published=False, body=Part("", whole.place), footnotes=whole.footnotes[-1:])
    return replace(
        corpus,
        record=replace(
            record,
            decisions={**record.decisions, decision: bare},
            goals={**record.goals, goal: replace(row, published=False, plans={})},
        ),
    )


def test_no_page_no_link(site: Site) -> None:
    assert site.link(target("doc:CBD/NONE/1")) is None
    assert site.link(target("dec:XX-9/9")) is None


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
