"""The page that tells what became of a plan's draft."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from handbook.findings.finding import Place
from handbook.languages import LANGUAGES
from handbook.model.changes import ANNEX, CHANGES, COLUMNS, FATES, Change, Drafted
from handbook.official.model import DECISIONS, DRAFT, Imported, Piece, Source
from handbook.official.shown import shown_in
from handbook.site.kinds import KINDS
from handbook.site.pages.draft_page import _counts, item_label
from handbook.site.site import Site
from handbook.site.view import View
from tests.site.conftest import Show, rendered

SMALL, SECOND = "plans/implementation/draft/", "plans/cp-2-sowing-plan/draft/"
HERE = Place("data/changes.yaml", 1, 1)


def shown(site: Site, language: str, path: str, *imports: Imported) -> str:
    return rendered(View(site, language, shown_in(imports, language)), path).html


# --- every part of a draft --------------------------------------------------------------------------------------------


def test_every_part_has_its_address_once(site: Site) -> None:
    """Where a part stands on the plan's page or the decision's is where the page of the draft says that it does."""
    record = site.record
    for page in site.of_kind("draft"):
        plan = page.shows
        own = site.by_path[f"plans/{plan.slug}/"]
        known = {*site.anchors(own), *record.decisions[plan.decision].anchors, "title"}
        known |= {f"col-{column}" for column in ("goal", *plan.columns)}
        changes = record.drafts[plan.id].changes
        assert {change.item_anchor for change in changes if change.item} <= known
        for language in LANGUAGES:
            found = re.findall(r'\sid="([^"]*)"', shown(site, language, page.path))
            assert len(found) == len(set(found))
            assert {change.anchor for change in changes} <= set(found)


def test_words_are_shown_under_their_part(second_site: Site) -> None:
    for path in (SMALL, SECOND):
        prose = second_site.corpus.page("en", "draft", second_site.by_path[path].shows.id)
        assert prose is not None
        html = shown(second_site, "en", path)
        parts = dict(re.findall(r'<div class="hb-change"(?: id="([^"]*)")?>(.*?)</div>', html, re.DOTALL))
        for id, words in prose.units.items():
            assert str(words.spans[0].text[:20]) in parts.get(id, html), id


def test_a_language_without_words_shows_those_of_the_source(show: Show) -> None:
    html = show("ar", SMALL).html
    assert '<p class="hb-words" lang="zh-Hans" dir="ltr">' in html
    assert "hb-notice--language" in html


def test_kinds_and_fates_have_names_in_every_language(real_site: Site) -> None:
    for names in real_site.corpus.names.values():
        assert all(f"ui.change_{kind}" in names for kind in CHANGES)
        assert all(f"ui.bracket_{fate}" in names for fate in FATES)


def change(group: str, column: str, draft: str, item: str, kind: str) -> Change:
    return Change(group, column, draft, item, kind, "", (), HERE)


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


#: Page and part → its label, its label in the draft where that is another, and where it leads.
TOLD = {
    (SMALL, "a-1-objectives-2"): ("A.1.2", "A.1.3", "../../../plans/implementation/#a-1-objectives-2"),
    (SMALL, "draft-a-1-objectives-2"): ("A.1.2", "", ""),
    (SMALL, "a-1-indicators-b"): ("(b)", "", "../../../plans/implementation/#a-1-indicators-b"),
    (SMALL, "draft-p1"): ("Paragraph 1", "", ""),
    (SMALL, "draft-col-actors"): ("Actors", "", ""),
    (SECOND, "p1"): ("Paragraph 1", "", "../../../decisions/cp-2-2/#p1"),
    (SECOND, "p2"): ("Paragraph 2", "Paragraph 3", "../../../decisions/cp-2-2/#p2"),
}
_HEAD = re.compile(r'<div class="hb-change" id="([^"]*)">\s*<p class="hb-change__head">(.*?)</p>', re.DOTALL)


def test_a_part_has_its_label_the_one_it_had_and_where_it_stands(second_site: Site) -> None:
    found = {}
    for path in (SMALL, SECOND):
        for id, head in _HEAD.findall(shown(second_site, "en", path)):
            parts = (r'__label"[^>]*><bdi>(.*?)</bdi>', r'__was">[^<]*<bdi>(.*?)</bdi>', r'hb-ref" href="([^"]*)"')
            found[path, id] = tuple("".join(re.findall(part, head)) for part in parts)
    assert {place: found.get(place) for place in TOLD} == TOLD


#: The same of parts of which a word is enough, without what they were; a lone item is called as its column is.
QUIET = {
    (SMALL, "a-1-objectives-1"): ("A.1.1", "../../../plans/implementation/#a-1-objectives-1"),
    (SMALL, "a-1-outcomes-1"): ("", ""),
    (SMALL, "draft-a-1-actors-1"): ("", ""),
    (SMALL, "col-goal"): ("Goal", ""),
    (SECOND, "title"): ("Title", "../../../decisions/cp-2-2/"),
    (SECOND, "annex"): ("Annex", "../../../decisions/cp-2-2/#annex"),
}


def test_a_part_that_stands_as_drafted_has_its_label_and_where_it_stands(second_site: Site) -> None:
    form = re.compile(r'<span id="([^"]*)">(?:<a href="([^"]*)">)?<bdi>(.*?)</bdi>')
    found = {
        (path, id): (label, href)
        for path in (SMALL, SECOND)
        for id, href, label in form.findall(shown(second_site, "en", path))
    }
    assert {place: found.get(place) for place in QUIET} == QUIET


def test_that_goals_are_in_order_is_said_only_where_they_are(small_site: Site, show: Show) -> None:
    assert "[ui.draft_in_order]" in show("en", SMALL).html
    draft = small_site.record.drafts["implementation"]
    turned = {"implementation": replace(draft, goals=draft.goals[::-1])}
    site = Site(replace(small_site.corpus, record=replace(small_site.record, drafts=turned)), KINDS)
    assert "[ui.draft_in_order]" not in shown(site, "en", SMALL)


def test_the_plan_and_each_goal_lead_there(show: Show) -> None:
    plan = show("en", "plans/implementation/").html
    assert 'href="../../plans/implementation/draft/"' in plan
    for goal in ("a-1", "a-2"):
        address = f'href="../../plans/implementation/draft/#{goal}"'
        assert address in plan
        assert address in show("en", f"goals/{goal}/").html


def test_a_plan_of_which_no_draft_is_known_has_no_page(small_site: Site) -> None:
    site = Site(replace(small_site.corpus, record=replace(small_site.record, drafts={})), KINDS)
    assert site.of_kind("draft") == ()
    assert "draft/" not in shown(site, "en", "plans/implementation/")


# --- beside the official text -----------------------------------------------------------------------------------------

AT = "CP-1/2#a-1-objectives-2"
BEFORE = "CP-1/2#a-1-objectives-3"
GONE = "CP-1/2#p1"


def overlay(document: str, pieces: dict[str, str]) -> Imported:
    made = tuple(Piece(at, "cell", text, ((n, n + 1),)) for n, (at, text) in enumerate(pieces.items()))
    return Imported(Source("made.txt", "0" * 64, len(made), "zh", document), made, ())


def test_both_wordings_are_shown_as_one(small_site: Site) -> None:
    """The part had another label in the draft."""
    imports = (overlay(DECISIONS, {AT: "天天数鱼。"}), overlay(DRAFT, {BEFORE: "天天数鱼[和鸟]。"}))
    html = shown(small_site, "ar", SMALL, *imports)
    assert html.count('class="hb-diff"') == 1
    runs = re.sub(r"<span[^>]*>.*?</span>", "", html[html.index('class="hb-diff"') :])
    assert "天天数鱼<del>[和鸟]</del>。" in runs
    assert '<p class="hb-words" lang="zh-Hans" dir="ltr">天天数鱼<del><span class="hb-hidden" lang="ar">' in html


def test_what_was_dropped_is_struck_out_whole(small_site: Site) -> None:
    imports = (overlay(DECISIONS, {GONE: "别的段落"}), overlay(DRAFT, {GONE: "[养鱼的钱]"}))
    html = shown(small_site, "ar", SMALL, *imports)
    assert re.search(r'id="draft-p1">.*?<del>.*?\[养鱼的钱\]</del></p>', html, re.DOTALL)


def test_one_wording_alone_is_not_compared(small_site: Site, show: Show) -> None:
    assert 'class="hb-diff"' not in shown(small_site, "ar", SMALL, overlay(DECISIONS, {AT: "天天数鱼。"}))
    imports = (overlay(DECISIONS, {AT: "天天数鱼。"}), overlay(DRAFT, {GONE: "[养鱼的钱]"}))
    own = re.search(r'id="a-1-objectives-2">.*?</div>', shown(small_site, "ar", SMALL, *imports), re.DOTALL)
    assert own
    assert "[ui.official_missing]" in own[0]
    assert 'class="hb-diff"' not in show("ar", SMALL).html
