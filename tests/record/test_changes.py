"""From draft to decision: the record, what it counts, and the page that tells of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.findings.finding import Place
from handbook.languages import LANGUAGES
from handbook.model.changes import ANNEX, CHANGES, COLUMNS, DECISION, FATES, Bracket, Change, Drafted, counted, fates
from handbook.model.corpus import Corpus
from handbook.official.model import DECISIONS, DRAFT, Imported, Piece, Source
from handbook.official.shown import shown_in
from handbook.site.kinds import KINDS
from handbook.site.pages.draft_page import _counts, item_label
from handbook.site.render import render_page
from handbook.site.site import Site
from handbook.site.view import View
from tests.realtree import edit

ROOT = Path(__file__).resolve().parents[2]
PLANS = ("implementation", "capacity_building")
HERE = Place("data/changes.yaml", 1, 1)


@cache
def real() -> Corpus:
    return load_corpus(ROOT)


@cache
def site() -> Site:
    return Site(real(), KINDS)


@cache
def html(language: str, plan: str) -> str:
    path = f"plans/{plan.replace('_', '-')}/draft/"
    page, problems = render_page(View(site(), language), site().by_path[path])
    assert problems == []
    assert page is not None
    return page.html


def change(group: str, column: str, draft: str, item: str, kind: str, *found: str) -> Change:
    brackets = tuple(Bracket(fate, "", "", unpaired=False, place=HERE) for fate in found)
    return Change(group, column, draft, item, kind, "", brackets, HERE)


# --- the record -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "anchor"),
    [
        (change("A.5", "", "A.5", "A.5", "kept"), "a-5"),
        (change("A.5", "objectives", "A.5.2", "A.5.2", "kept"), "a-5-objectives-2"),
        (change("A.5", "outcomes", "outcomes-1", "outcomes-1", "kept"), "a-5-outcomes-1"),
        (change("A.10", "areas", "lead", "lead", "kept"), "a-10-areas-lead"),
        (change("B.1", "indicators", "c", "d", "moved"), "b-1-indicators-d"),
        (change("B.3", "indicators", "h", "", "dropped"), "draft-b-3-indicators-h"),
        (change(DECISION, "", "p7", "p5", "moved"), "p5"),
        (change(ANNEX, "", "annex-p12", "", "dropped"), "draft-annex-p12"),
        (change(COLUMNS, "", "goal", "goal", "kept"), "col-goal"),
        (change(COLUMNS, "", "actors", "", "dropped"), "draft-col-actors"),
    ],
)
def test_addresses(one: Change, anchor: str) -> None:
    assert one.anchor == anchor


@pytest.mark.parametrize("plan", PLANS)
def test_addresses_are_those_of_the_plan_and_the_decision(plan: str) -> None:
    """Where a part stands on the plan's page or the decision's is where the page of the draft says that it does."""
    record = real().record
    path = f"plans/{record.plans[plan].slug}/"
    known = {*site().anchors(site().by_path[path]), *record.decisions[record.plans[plan].decision].anchors, "title"}
    known |= {f"col-{column}" for column in ("goal", *record.plans[plan].columns)}
    assert {one.item_anchor for one in record.drafts[plan].changes if one.item} <= known


def test_words_are_needed_where_something_is_to_be_told() -> None:
    dropped = change(COLUMNS, "", "actors", "", "dropped")
    told = [
        change("A.1", "areas", "1", "1", "reworded"),
        change("A.1", "areas", "", "2", "added"),
        change("A.1", "areas", "2", "", "dropped"),
        change("A.1", "areas", "3", "3", "kept", "lifted"),
        dropped,
    ]
    silent = [
        change("A.1", "areas", "1", "1", "kept"),
        change("A.1", "areas", "3", "2", "moved"),
        change("A.1", "areas", "1", "1", "unknown", "unknown"),
        change("A.1", "actors", "actors-1", "", "dropped", "dropped"),
    ]
    draft = Drafted("lakes", (("A.1", HERE),), (*told, *silent), HERE)
    assert [one for one in draft.changes if draft.needs_words(one)] == told


def test_counts_stand_in_a_fixed_order() -> None:
    changes = [
        change("A.1", "areas", "", "1", "added"),
        change("A.1", "areas", "1", "2", "moved", "printed", "lifted"),
        change("A.1", "areas", "2", "3", "moved", "lifted"),
    ]
    assert list(counted(changes).items()) == [("moved", 2), ("added", 1)]
    assert list(fates(changes).items()) == [("lifted", 2), ("printed", 1)]


def test_items_of_a_column_that_is_gone_are_not_counted_again() -> None:
    changes = (
        change(COLUMNS, "", "areas", "areas", "kept"),
        change(COLUMNS, "", "actors", "", "dropped"),
        change(ANNEX, "", "annex-p1", "annex-p1", "reworded"),
        change("A.1", "areas", "1", "1", "kept"),
        change("A.1", "actors", "actors-1", "", "dropped"),
    )
    assert _counts(Drafted("lakes", (("A.1", HERE),), changes, HERE)) == [
        ("items", {"kept": 1}),
        ("columns", {"kept": 1, "dropped": 1}),
        ("text", {"reworded": 1}),
    ]


def test_a_goal_is_there_once(small: Path) -> None:
    edit(small / "data/changes.yaml", "      - id: A.2\n", "      - id: A.1\n")
    told = [f"{one.place.line}:{one.code} {one.message}" for one in load_corpus(small).findings]
    assert [one for one in told if "again" in one] == ["26:REC005 goal 'A.1' again"]


@pytest.mark.parametrize("plan", PLANS)
def test_what_the_booklet_lost_is_unknown(plan: str) -> None:
    """Only the first goals of one plan are lost."""
    lost = {one.group for one in real().record.drafts[plan].changes if one.change == "unknown"}
    assert lost == ({"A.1", "A.2", "A.3"} if plan == "capacity_building" else set())


def test_brackets_are_those_of_the_draft() -> None:
    """Each bracket of the draft is told of once: so many open in each part of its text."""
    found = {}
    for plan in PLANS:
        draft = real().record.drafts[plan]
        goals = [goal for goal, _ in draft.goals]
        for name, groups in (("decision", (DECISION,)), ("annex", (ANNEX,)), ("table", (COLUMNS, *goals))):
            found[plan, name] = sum(fates(draft.group(*groups)).values())
    assert found == {
        ("implementation", "decision"): 7,
        ("implementation", "annex"): 2,
        ("implementation", "table"): 21,
        ("capacity_building", "decision"): 10,
        ("capacity_building", "annex"): 3,
        ("capacity_building", "table"): 64,
    }


# --- the page ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", PLANS)
def test_every_part_stands_once(language: str, plan: str) -> None:
    found = re.findall(r'\sid="([^"]*)"', html(language, plan))
    assert len(found) == len(set(found))
    assert {one.anchor for one in real().record.drafts[plan].changes} <= set(found)


@pytest.mark.parametrize("plan", PLANS)
def test_words_are_shown_under_their_part(plan: str) -> None:
    prose = real().page("en", "draft", plan)
    assert prose is not None
    shown = html("en", plan)
    parts = dict(re.findall(r'<div class="hb-change"(?: id="([^"]*)")?>(.*?)</div>', shown, re.DOTALL))
    for id, words in prose.units.items():
        own = parts.get(id, shown)
        assert str(words.spans[0].text[:20].replace("'", "&#39;")) in own, id


def test_a_language_without_words_shows_those_of_the_source() -> None:
    shown = html("ar", "implementation")
    words = real().prose("ar", "draft", "implementation")
    assert words is not None
    assert words.language == "zh"
    assert '<p class="hb-words" lang="zh-Hans" dir="ltr">' in shown
    assert "hb-notice--language" in shown


def test_kinds_and_fates_have_names_in_every_language() -> None:
    for names in real().names.values():
        assert all(f"ui.change_{kind}" in names for kind in CHANGES)
        assert all(f"ui.bracket_{fate}" in names for fate in FATES)


@pytest.mark.parametrize(
    ("column", "id", "label"),
    [
        ("areas", "2", "(2)"),
        ("activities", "i", "(i)"),
        ("indicators", "i", "(i)"),
        ("objectives", "A.5.2", "A.5.2."),
        ("outcomes", "outcomes-1", ""),
    ],
)
def test_labels(column: str, id: str, label: str) -> None:
    assert item_label(LANGUAGES["en"], column, id) == label


#: Part → its label, its label in the draft where that is another, and where it leads.
TOLD = {
    "a-5-objectives-2": ("A.5.2", "", "../../../plans/implementation/#a-5-objectives-2"),
    "pre-2": ("Preambular clause 2", "", "../../../decisions/cp-10-3/#pre-2"),
    "draft-p5": ("Paragraph 5", "", ""),
    "p5": ("Paragraph 5", "Paragraph 7", "../../../decisions/cp-10-3/#p5"),
    "annex-sec-2": ("Annex, section II", "", "../../../decisions/cp-10-3/#annex-sec-2"),
}
_HEAD = re.compile(r'<div class="hb-change" id="([^"]*)">\s*<p class="hb-change__head">(.*?)</p>', re.DOTALL)


def test_a_part_has_its_label_the_one_it_had_and_where_it_stands() -> None:
    found = {}
    for id, head in _HEAD.findall(html("en", "implementation")):
        parts = (r'__label"[^>]*><bdi>(.*?)</bdi>', r'__was">[^<]*<bdi>(.*?)</bdi>', r'hb-ref" href="([^"]*)"')
        found[id] = tuple("".join(re.findall(part, head)) for part in parts)
    assert {id: found.get(id) for id in TOLD} == TOLD


#: The same of parts of which a word is enough, without what they were.
QUIET = {
    "a-1-outcomes-1": ("", ""),
    "a-5-outcomes-1": ("No. 1", "../../../plans/capacity-building/#a-5-outcomes-1"),
    "a-10-areas-lead": ("Lead-in", "../../../plans/capacity-building/#a-10-areas-lead"),
    "draft-a-2-actors-1": ("", ""),
    "col-goal": ("Goal", ""),
    "title": ("Title", "../../../decisions/cp-10-4/"),
    "annex-sec-1": ("Annex, section I", "../../../decisions/cp-10-4/#annex-sec-1"),
    "annex-sec-providers": (
        "Capacity-building providers and target audience",
        "../../../decisions/cp-10-4/#annex-sec-providers",
    ),
}


def test_a_part_that_stands_as_drafted_has_its_label_and_where_it_stands() -> None:
    found = {
        id: (label, href)
        for id, href, label in re.findall(
            r'<span id="([^"]*)">(?:<a href="([^"]*)">)?<bdi>(.*?)</bdi>', html("en", "capacity_building")
        )
    }
    assert {id: found.get(id) for id in QUIET} == QUIET


def test_that_goals_are_in_order_is_said_only_where_they_are() -> None:
    said = real().names["en"]["ui.draft_in_order"]
    assert said in html("en", "implementation")
    draft = real().record.drafts["implementation"]
    turned = {"implementation": replace(draft, goals=draft.goals[::-1])}
    site = Site(replace(real(), record=replace(real().record, drafts=turned)), KINDS)
    page, problems = render_page(View(site, "en"), site.by_path["plans/implementation/draft/"])
    assert problems == []
    assert page is not None
    assert said not in page.html


@pytest.mark.parametrize("plan", PLANS)
def test_the_plan_and_each_goal_lead_there(plan: str) -> None:
    view = View(site(), "en")
    slug = real().record.plans[plan].slug
    page, _ = render_page(view, site().by_path[f"plans/{slug}/"])
    assert page is not None
    assert f'plans/{slug}/draft/"' in page.html
    for goal, _ in real().record.drafts[plan].goals:
        own, _ = render_page(view, site().by_path[f"goals/{goal.lower().replace('.', '-')}/"])
        assert own is not None
        assert f'plans/{slug}/draft/#{goal.lower().replace(".", "-")}"' in page.html
        assert f'plans/{slug}/draft/#{goal.lower().replace(".", "-")}"' in own.html


# --- beside the official text -----------------------------------------------------------------------------------------

AT = "CP-10/3#a-5-objectives-2"
GONE = "CP-10/3#p5"


def overlay(document: str, pieces: dict[str, str]) -> Imported:
    made = tuple(Piece(at, "cell", text, ((n, n + 1),)) for n, (at, text) in enumerate(pieces.items()))
    return Imported(Source("made.txt", "0" * 64, len(made), "zh", document), made, ())


def shown_with(*overlays: Imported) -> str:
    view = View(site(), "ar", shown_in(overlays, "ar"))
    page, problems = render_page(view, site().by_path["plans/implementation/draft/"])
    assert problems == []
    assert page is not None
    return page.html


def test_both_wordings_are_shown_as_one() -> None:
    shown = shown_with(overlay(DECISIONS, {AT: "天天数鱼。"}), overlay(DRAFT, {AT: "天天数鱼[和鸟]。"}))
    assert shown.count('class="hb-diff"') == 1
    runs = re.sub(r"<span[^>]*>.*?</span>", "", shown[shown.index('class="hb-diff"') :])
    assert "天天数鱼<del>[和鸟]</del>。" in runs
    assert '<p class="hb-words" lang="zh-Hans" dir="ltr">天天数鱼<del><span class="hb-hidden" lang="ar">' in shown


def test_what_was_dropped_is_struck_out_whole() -> None:
    shown = shown_with(overlay(DECISIONS, {GONE: "别的段落"}), overlay(DRAFT, {GONE: "[养鱼的钱]"}))
    assert re.search(r'id="draft-p5">.*?<del>.*?\[养鱼的钱\]</del></p>', shown, re.DOTALL)


def test_one_wording_alone_is_not_compared() -> None:
    assert 'class="hb-diff"' not in shown_with(overlay(DECISIONS, {AT: "天天数鱼。"}))
    lacking = shown_with(overlay(DECISIONS, {AT: "天天数鱼。"}), overlay(DRAFT, {GONE: "[养鱼的钱]"}))
    own = re.search(r'id="a-5-objectives-2">.*?</div>', lacking, re.DOTALL)
    assert own
    assert real().names["ar"]["ui.official_missing"] in own[0]
    assert 'class="hb-diff"' not in html("ar", "implementation")


def test_a_plan_of_which_no_draft_is_known_has_no_page() -> None:
    bare = replace(real(), record=replace(real().record, drafts={}))
    site = Site(bare, KINDS)
    assert site.of_kind("draft") == ()
    page, problems = render_page(View(site, "en"), site.of_kind("plan")[0])
    assert problems == []
    assert page is not None
    assert "draft/" not in page.html
