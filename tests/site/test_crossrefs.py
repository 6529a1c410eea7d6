"""What refers to what: what is cited has a place, and no place forgets who cites it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.decision import Unit
from handbook.model.record import Record
from handbook.model.reference import Reference
from handbook.site.kinds import KINDS
from handbook.site.site import Site
from handbook.site.view import View
from handbook.targets.addresses import anchor_of, unit_target
from handbook.targets.grammar import Target, parse_target
from handbook.targets.paths import page_of
from tests.site.conftest import rendered


def target(text: str, decision: str | None = None) -> Target:
    found = parse_target(text, decision)
    assert isinstance(found, Target), found
    return found


def test_targets_are_whole_and_outside(site: Site) -> None:
    for one, parts in site.crossrefs.targets.items():
        assert one == one.whole
        assert one.id not in site.record.decisions
        assert len(set(parts)) == len(parts)
        assert () not in parts


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
    for goal in record.goals:
        for plan, entry in goal.plans.items():
            where = target(f"goal:{record.plans[plan].slug}/{goal.id}")
            yield from ((where, one) for one in entry.references)
            for column, items in entry.cells.items():
                for item in items:
                    yield from ((Target("goal", where.id, (column, item.part)), one) for one in item.references)


def test_every_reference_is_listed_at_its_target_and_nothing_else(site: Site) -> None:
    """Both ways: who cites is named where it is cited, and who is named there does cite."""
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
        spans = [span for words in page.units.values() for span in words.words]
        spans += [span for note in page.notes for span in note.spans]
        for span in spans:
            if span.kind == "link":
                link = site.link(target(span.target, decision))
                assert link is not None, span
                assert not link[1] or link[1] in set(site.anchors(site.by_path[link[0]])), span
                seen += 1
    assert seen > 5


def test_citations_are_each_once_in_the_order_of_the_record(site: Site) -> None:
    assert site.crossrefs.citations == list(dict.fromkeys((who, one.target) for who, one in references(site.record)))


def test_backlinks_of_the_small_tree(small_site: Site) -> None:
    backlinks = small_site.crossrefs.backlinks
    assert {anchor: list(map(str, who)) for anchor, who in backlinks["decisions/cp-1-1/"].items()} == {
        "p2": ["dec:CP-1/1#3"],
        "annex": ["dec:CP-1/1#4"],
        "p2-b": ["dec:CP-1/1#annex/1/b"],
        "annex-p1-a": ["dec:CP-1/1#annex/2"],
    }
    assert {anchor: list(map(str, who)) for anchor, who in backlinks["meetings/cp-2/"].items()} == {
        "": ["dec:CP-1/1#2/b"]
    }


def with_reference(corpus: Corpus, text: str) -> Site:
    """The made-up tree where paragraph 1 of its first decision cites one thing more."""
    decision = corpus.record.decisions["CP-1/1"]
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
def test_a_new_citation_makes_its_place(small_corpus: Corpus, text: str, page: str, anchor: str) -> None:
    """Page, anchor and back-link come with the reference; nothing has to be added by hand."""
    site = with_reference(small_corpus, text)
    cited = target(text, "CP-1/1")
    assert site.link(cited) == (page, anchor)
    anchors = list(site.anchors(site.by_path[page]))
    assert anchors.count(anchor) == bool(anchor)
    assert target("par:1", "CP-1/1") in site.crossrefs.backlinks[page][anchor]


@pytest.mark.parametrize(
    ("text", "path", "anchor"),
    [
        ("goal:implementation/B.1", "plans/implementation/", "b-1"),
        ("goal:implementation/B.1-B.3", "plans/implementation/", "b-1"),
        ("goal:implementation/B.1#indicators/b", "plans/implementation/", "b-1-indicators-b"),
        ("dec:CP-1/2#fn-3", "decisions/cp-1-2/", "fn-3"),
        ("dec:CP-1/2#table-1", "decisions/cp-1-2/", "table-1"),
        ("dec:CP-1/2#table-1/br", "decisions/cp-1-2/", "table-1-br"),
        ("dec:CP-1/2#7/b", "decisions/cp-1-2/", "p7-b"),
    ],
)
def test_what_is_not_published_yet_has_each_cited_place_once(
    small_corpus: Corpus, small_site: Site, text: str, path: str, anchor: str
) -> None:
    """On the site and, as it is rendered, on its page."""
    site = with_reference(small_corpus, text)
    assert set(site.addresses) - set(small_site.addresses) <= {f"{path}#{anchor}"}
    assert f"{path}#{anchor}" in site.addresses
    assert rendered(View(site, "en"), path).html.count(f'id="{anchor}"') == 1
