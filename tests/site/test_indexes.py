"""The indexes turn the record round: nothing is lost, nothing is there twice, and every line leads to its place."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from handbook.corpus import load_corpus
from handbook.languages import LANGUAGES
from handbook.model.record import Act, Record, Unit
from handbook.record.asked import asked, by_addressee, by_occasion
from handbook.site import render
from handbook.site.kinds import KINDS
from handbook.site.parts.asked_list import EXCERPT, cut
from handbook.site.paths import decision_path
from handbook.site.site import Site
from handbook.site.view import View
from tests import realtree
from tests.conftest import SMALL


@cache
def site() -> Site:
    return Site(load_corpus(realtree.ROOT), KINDS)


@cache
def shown(language: str, kind: str) -> str:
    page, problems = render.page(View(site(), language), site().by_path[f"{kind}/"])
    assert problems == []
    assert page is not None
    return page.html


def with_unit(change: Unit) -> Record:
    """The small tree's record with one paragraph put in the place of its first decision's second."""
    record = load_corpus(SMALL).record
    id, decision = next(iter(record.decisions.items()))
    first, _, *rest = decision.body.paragraphs
    body = replace(decision.body, paragraphs=(first, change, *rest))
    return replace(record, decisions={**record.decisions, id: replace(decision, body=body)})


def act(unit: Unit, *to: str, by: tuple[str, ...] = (), due: tuple[str, ...] = ()) -> Act:
    return Act("requests", None, to, by, due, unit.place)


def second() -> Unit:
    return next(iter(load_corpus(SMALL).record.decisions.values())).body.paragraphs[1]


def test_each_act_once() -> None:
    found = [(one.decision, one.unit, one.turn) for one in asked(site().record) if one.turn is not None]
    assert len(found) == len(set(found))
    acts = [
        unit.acts
        for decision in site().record.decisions.values()
        for part in decision.body.walk()
        for top in part.paragraphs
        for unit in top.walk()
    ]
    assert len(found) == sum(map(len, acts))


def test_a_sub_paragraph_has_its_own_occasion_and_its_paragraph_s_act() -> None:
    unit = second()
    item, other, *_ = unit.items
    own = replace(unit, acts=(act(unit, "parties"),), items=(replace(item, due=("meeting:cp-2",)), other))
    found = by_occasion(with_unit(own))["meeting:cp-2"]
    assert [(one.unit, one.turn, one.act.to) for one in found] == [(item.id, None, ("parties",))]


def test_who_is_to_act_in_the_end_is_listed_too() -> None:
    unit = replace(second(), items=())
    found = by_addressee(with_unit(replace(unit, acts=(act(unit, "sbi", by=("gef",)),))))
    assert [(one.unit, through) for one, through in found["sbi"]] == [(unit.id, False)]
    assert [(one.unit, through) for one, through in found["gef"]] == [(unit.id, True)]


def test_days_come_first_then_the_order_of_the_record() -> None:
    unit = replace(second(), items=())
    due = ("event:late", "meeting:cp-2", "event:early", "2023-01-01", "2022-12-31")
    record = replace(with_unit(replace(unit, acts=(act(unit, due=due),))), occasions=("event:early", "event:late"))
    found = [one for one in by_occasion(record) if one in due]
    assert found == ["2022-12-31", "2023-01-01", "event:early", "event:late", "meeting:cp-2"]


def test_every_occasion_of_the_record_is_in_its_order() -> None:
    record = site().record
    assert [due for due in by_occasion(record) if ":" in due] == list(record.occasions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_addressed_act_has_its_line(language: str) -> None:
    html = shown(language, "addressees")
    for addressee, found in by_addressee(site().record).items():
        section = re.search(
            rf'<section class="hb-index" data-hb-group id="{addressee.replace("_", "-")}">.*?\n</section>',
            html,
            re.DOTALL,
        )
        assert section, addressee
        places = re.findall(r'hb-asked__place" href="\.\./([^"]+)"', section[0])
        assert sorted(places) == sorted(f"{decision_path(one.decision)}#{one.unit}" for one, _ in found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_with_a_deadline_has_its_line(language: str) -> None:
    places = re.findall(r'hb-asked__place" href="\.\./([^"]+)"', shown(language, "deadlines"))
    found = [one for ones in by_occasion(site().record).values() for one in ones]
    assert sorted(places) == sorted(f"{decision_path(one.decision)}#{one.unit}" for one in found)


def test_an_excerpt_says_what_is_asked() -> None:
    """An act that shares its words with the next one goes on to them, and one that ends in a colon to its items."""
    line = r'hb-asked__place" href="\.\./([^"]+)".*?<span lang="en" dir="ltr">([^<]+)'
    lines = sorted(set(re.findall(line, shown("en", "addressees"), re.DOTALL)))
    urged, invited = [words for place, words in lines if place.endswith("cp-10-2/#p5")]
    assert urged.startswith("Urges Parties, and invites other Governments, to contribute")
    assert invited.startswith("invites other Governments, to contribute")
    (asked_for,) = [words for place, words in lines if place.endswith("cp-10-2/#p6")]
    assert asked_for.startswith("Requests the Executive Secretary: (a) To draw up an online survey")


@pytest.mark.parametrize("kind", ["articles", "cited", "addressees", "deadlines"])
def test_anchors_stand_once(kind: str) -> None:
    ids = re.findall(r' id="([^"]+)"', shown("en", kind))
    assert len(ids) == len(set(ids))
    assert len(ids) >= 3


def test_a_decision_is_not_cited_by_itself() -> None:
    html = shown("en", "cited")
    for id in site().record.decisions:
        block = re.search(rf'<div id="dec-{id.lower().replace("/", "-")}">.*?</div>', html, re.DOTALL)
        assert block is None or f'hb-back__owner" href="../{decision_path(id)}"' not in block[0]


@pytest.mark.parametrize("kind", ["articles", "cited"])
def test_places_stand_in_the_order_of_the_record(kind: str) -> None:
    order = list(site().by_path)
    blocks = re.findall(r"<(?:dd|details).*?</(?:dd|details)>", shown("en", kind), re.DOTALL)
    assert len(blocks) > 20
    for block in blocks:
        owners = re.findall(r'hb-back__owner" href="\.\./([^"]+)"', block)
        assert owners == sorted(owners, key=order.index)


def test_what_a_decision_leans_on_stands_on_its_page() -> None:
    page, _ = render.page(View(site(), "en"), site().by_path["decisions/cp-10-12/"])
    assert page is not None
    (section,) = re.findall(r'id="cites">.*?</section>', page.html, re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", line) for line in re.findall(r'<p class="hb-back[^"]*">(.*?)</p>', section)][:2] == [
        "Articles: Article 26",
        "Decisions of the meeting of the Parties to the Protocol: CP-9/14, CP-10/3, CP-10/4, CP-10/7",
    ]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Urges Parties, and ", "Urges Parties"),
        ("敦促缔约方，并", "敦促缔约方"),
        ("Prie les Parties, et", "Prie les Parties"),
        ("Requests all of this:", "Requests all of this"),
        ("Urges Parties to act", "Urges Parties to act"),
    ],
)
def test_an_excerpt_ends_with_a_word_that_ends_it(text: str, short: str) -> None:
    assert cut(text) == short


def test_a_long_excerpt_is_cut_between_words() -> None:
    text = "word " * 100
    assert cut(text).endswith("word…")
    assert EXCERPT - 6 < len(cut(text)) <= EXCERPT + 1
    assert len(cut("字" * 200)) == EXCERPT // 2 + 1
