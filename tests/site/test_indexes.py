"""The indexes turn the record round: nothing is lost, nothing is there twice, and every line leads to its place."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from handbook.model.decision import Act, Unit
from handbook.model.record import Record
from handbook.record.asked import asked, by_addressee, by_occasion
from handbook.site.parts.asked_list import EXCERPT, cut
from handbook.site.site import Site
from handbook.site.view import View
from handbook.targets.paths import decision_path
from tests.site.conftest import Show, rendered

INDEXES = ("articles", "cited", "addressees", "deadlines")


def with_unit(record: Record, change: Unit) -> Record:
    """The made-up record with one paragraph put in the place of its first decision's second."""
    id, decision = next(iter(record.decisions.items()))
    first, _, *rest = decision.body.paragraphs
    body = replace(decision.body, paragraphs=(first, change, *rest))
    return replace(record, decisions={**record.decisions, id: replace(decision, body=body)})


def act(unit: Unit, *to: str, by: tuple[str, ...] = (), due: tuple[str, ...] = ()) -> Act:
    return Act("requests", None, to, by, due, unit.place)


@pytest.fixture
def record(small_site: Site) -> Record:
    return small_site.record


@pytest.fixture
def second(record: Record) -> Unit:
    return next(iter(record.decisions.values())).body.paragraphs[1]


# --- who is asked what, and by when -----------------------------------------------------------------------------------


def test_each_act_once(site: Site) -> None:
    found = [(one.decision, one.unit, one.turn) for one in asked(site.record) if one.turn is not None]
    assert len(found) == len(set(found))
    acts = [
        unit.acts
        for decision in site.record.decisions.values()
        for part in decision.body.walk()
        for top in part.paragraphs
        for unit in top.walk()
    ]
    assert len(found) == sum(map(len, acts))


def test_a_sub_paragraph_has_its_own_occasion_and_its_paragraph_s_act(record: Record, second: Unit) -> None:
    item, other, *_ = second.items
    own = replace(second, acts=(act(second, "parties"),), items=(replace(item, due=("meeting:cp-2",)), other))
    found = by_occasion(with_unit(record, own))["meeting:cp-2"]
    assert [(one.unit, one.turn, one.act.to) for one in found] == [(item.id, None, ("parties",))]


def test_who_is_to_act_in_the_end_is_listed_too(record: Record, second: Unit) -> None:
    unit = replace(second, items=())
    found = by_addressee(with_unit(record, replace(unit, acts=(act(unit, "sbi", by=("gef",)),))))
    assert [(one.unit, through) for one, through in found["sbi"]] == [(unit.id, False)]
    assert [(one.unit, through) for one, through in found["gef"]] == [(unit.id, True)]


def test_days_come_first_then_the_order_of_the_record(record: Record, second: Unit) -> None:
    unit = replace(second, items=())
    due = ("event:late", "meeting:cp-2", "event:early", "2023-01-01", "2022-12-31")
    changed = with_unit(record, replace(unit, acts=(act(unit, due=due),)))
    found = [one for one in by_occasion(replace(changed, occasions=("event:early", "event:late"))) if one in due]
    assert found == ["2022-12-31", "2023-01-01", "event:early", "event:late", "meeting:cp-2"]


def test_every_occasion_of_the_record_is_in_its_order(real_site: Site) -> None:
    record = real_site.record
    assert [due for due in by_occasion(record) if ":" in due] == list(record.occasions)


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_every_addressed_act_has_its_line(site: Site, language: str) -> None:
    html = rendered(View(site, language), "addressees/").html
    for addressee, found in by_addressee(site.record).items():
        section = re.search(
            rf'<section class="hb-index" data-hb-group id="{addressee.replace("_", "-")}">.*?\n</section>',
            html,
            re.DOTALL,
        )
        assert section, addressee
        places = re.findall(r'hb-asked__place" href="\.\./([^"]+)"', section[0])
        assert sorted(places) == sorted(f"{decision_path(one.decision)}#{one.unit}" for one, _ in found)


@pytest.mark.parametrize("language", ["zh", "en", "ar"])
def test_every_act_with_a_deadline_has_its_line(site: Site, language: str) -> None:
    html = rendered(View(site, language), "deadlines/").html
    places = re.findall(r'hb-asked__place" href="\.\./([^"]+)"', html)
    found = [one for ones in by_occasion(site.record).values() for one in ones]
    assert sorted(places) == sorted(f"{decision_path(one.decision)}#{one.unit}" for one in found)


def test_an_excerpt_says_what_is_asked(show: Show) -> None:
    """An act that shares its words with the next one goes on to them, and one that ends in a colon to its items."""
    line = r'hb-asked__place" href="\.\./decisions/cp-1-1/#([^"]+)".*?<span lang="en" dir="ltr">([^<]+)'
    shared = (
        "invites other Governments, to follow paragraph 6 of decision EM-I/3 and paragraph 2 above by 31 March 2025"
    )
    items = "(a) To ask every Party, in writing: (i) What it sows; and (ii) What it keeps under Article 1 (j) of the"
    assert re.findall(line, show("en", "addressees/").html, re.DOTALL) == [
        ("p2", f"Requests the Executive Secretary: {items} Convention…"),
        ("p3", f"Urges Parties, and {shared}"),
        ("p3", shared),
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


# --- what is cited ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", INDEXES)
def test_anchors_stand_once(site: Site, kind: str) -> None:
    ids = re.findall(r' id="([^"]+)"', rendered(View(site, "en"), f"{kind}/").html)
    assert len(ids) == len(set(ids))
    assert len(ids) >= 3


def test_a_decision_is_not_cited_by_itself(site: Site) -> None:
    html = rendered(View(site, "en"), "cited/").html
    for id in site.record.decisions:
        block = re.search(rf'<div id="dec-{id.lower().replace("/", "-")}".*?</div>', html, re.DOTALL)
        assert block is None or f'hb-back__owner" href="../{decision_path(id)}"' not in block[0]


@pytest.mark.parametrize("kind", ["articles", "cited"])
def test_places_stand_in_the_order_of_the_record(site: Site, kind: str) -> None:
    order = list(site.by_path)
    blocks = re.findall(r"<(?:dd|details).*?</(?:dd|details)>", rendered(View(site, "en"), f"{kind}/").html, re.DOTALL)
    assert blocks
    for block in blocks:
        owners = re.findall(r'hb-back__owner" href="\.\./([^"]+)"', block)
        assert owners == sorted(owners, key=order.index)


def test_what_a_decision_leans_on_stands_on_its_page(show: Show) -> None:
    (section,) = re.findall(r'id="cites">.*?</section>', show("en", "decisions/cp-1-1/").html, re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", line) for line in re.findall(r'<p class="hb-back[^"]*">(.*?)</p>', section)] == [
        "[ui.articles]: Article 2, Convention, Article 1",
        "[ui.kinds_decision]: EM-I/3",
        "[ui.kinds_document]: CBD/CP/1/2",
        "[ui.kinds_meeting]: Second meeting",
    ]


def test_the_page_of_indexes_leads_to_each_of_them(show: Show) -> None:
    assert re.findall(r'<a href="\.\./([^"]+)">', show("en", "indexes/").html) == [
        *(f"{kind}/" for kind in INDEXES),
        "glossary/",
        "errata/",
    ]
