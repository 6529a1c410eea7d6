"""What the pages hold: everything of the record is shown at its address, in each language's own way."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markupsafe import Markup

from handbook.findings.finding import Place
from handbook.languages import LANGUAGES
from handbook.model.corpus import Corpus
from handbook.model.names import Name
from handbook.site.kinds import KINDS
from handbook.site.render import render_page
from handbook.site.sheet import Sheet
from handbook.site.site import Site
from handbook.site.view import View
from tests.site.conftest import Show, rendered

PAGE = "decisions/cp-1-1/"


def ids(html: str) -> list[str]:
    return re.findall(r'\sid="([^"]*)"', html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_stands_once_on_its_page(site: Site, language: str) -> None:
    view = View(site, language)
    for page in site.pages:
        found = ids(rendered(view, page.path).html)
        assert sorted(found) == sorted(set(found)), page.path
        assert [anchor for anchor in site.anchors(page) if anchor not in found] == [], page.path


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_prose_that_stands_in_says_which_language_it_is(show: Show, small_site: Site, language: str) -> None:
    page = show(language, PAGE)
    assert page.prose == "zh"
    assert page.html.count('lang="zh-Hans" dir="ltr"') >= len(small_site.record.decisions["CP-1/1"].units)
    # The search finds words of the language alone: of a page that shows another's there is the title.
    assert [record.anchor for record in page.search] == [""]


def test_prose_of_its_own_is_found_paragraph_by_paragraph(show: Show, small_site: Site) -> None:
    page = show("en", PAGE)
    assert page.prose is None
    found = [record.anchor for record in page.search]
    assert sorted(found) == sorted(["", *small_site.record.decisions["CP-1/1"].units, "fn-1", "fn-2", "fn-s1"])
    (unit,) = [record for record in page.search if record.anchor == "p2-b"]
    assert (unit.title, unit.text) == ("CP-1/1, paragraph 2 (b)", "To bring the list to the second meeting;")


def test_rows_of_a_table_are_found_by_their_names_whatever_language_its_page_is_in(show: Show) -> None:
    rows = [record for record in show("fr", "decisions/cp-1-2/").search if record.anchor.startswith("table-1-")]
    assert [record.anchor for record in rows] == ["table-1-af", "table-1-br", "table-1-cn", "table-1-eu"]
    assert all(record.named and record.text for record in rows)


def test_french_has_its_spaces(small_corpus: Corpus) -> None:
    names = small_corpus.names["fr"]
    texts = {**names.texts, "CP-1/1": Name("Semences ; récolte", Place("x"))}
    site = Site(replace(small_corpus, names={**small_corpus.names, "fr": replace(names, texts=texts)}), KINDS)
    assert "Semences\u202f; récolte" in rendered(View(site, "fr"), PAGE).html


def test_a_short_symbol_is_not_broken_in_a_line(show: Show) -> None:
    assert 'decision <span class="hb-nowrap">EM-I/3</span></a> speaks of seeds' in show("en", PAGE).html


def test_arabic_keeps_symbols_in_order(show: Show) -> None:
    assert '<bdi dir="ltr">CBD/CP/MOP/DEC/1/1</bdi>' in show("ar", PAGE).html


def test_a_link_says_where_it_leads_out_of_the_handbook(show: Show) -> None:
    html = show("en", PAGE).html
    assert '<a class="hb-ref hb-ref--outside" href="../../meetings/cp-2/" title="[ui.opens_outside]">the second' in html
    assert '<a class="hb-ref" href="#p2">paragraph 2</a> above' in html


def test_who_refers_to_a_decision_stands_at_its_end_place_by_place(show: Show) -> None:
    (end,) = re.findall(r'<section class="hb-end" id="references">.*?</section>', show("en", PAGE).html, re.DOTALL)
    assert re.findall(r'<dt><a href="([^"]+)">([^<]+)</a></dt>', end) == [
        ("#p2", "Paragraph 2"),
        ("#p2-b", "Paragraph 2 (b)"),
        ("#annex", "Annex"),
        ("#annex-p1-a", "Annex, paragraph 1 (a)"),
    ]
    assert re.findall(r'hb-ref" href="([^"]+)', end) == ["#p3", "#annex-p1-b", "#p4", "#annex-p2"]


def test_who_refers_to_what_lies_outside_stands_on_its_page(show: Show) -> None:
    html = show("en", "decisions/em-i-3/").html
    assert re.findall(r'<section class="hb-place" id="([^"]+)">\s*<h3>(.*?)</h3>', html) == [
        ("p6", "Decision EM-I/3, paragraph 6")
    ]
    assert re.findall(r'hb-ref" href="\.\./\.\./([^"]+)', html) == ["decisions/cp-1-1/#pre-2", "decisions/cp-1-1/#p3"]


def test_a_goal_stands_with_both_plans(show: Show) -> None:
    page = show("en", "goals/a-1/")
    assert [entry.anchor for entry in page.contents] == ["implementation", "capacity-building"]
    assert {"implementation-a-1-objectives-1", "capacity-building-a-1-activities-ii"} <= set(ids(page.html))


def _fails(sheet: Sheet, _: object) -> Markup:
    raise LookupError("no such fish")


@pytest.mark.parametrize(
    ("path", "place"),
    [(PAGE, "content/en/decisions/cp-1-1.md"), ("goals/", "handbook/site/templates")],
)
def test_a_page_that_cannot_be_made_is_a_finding_at_its_prose(small_corpus: Corpus, path: str, place: str) -> None:
    site = Site(small_corpus, [replace(kind, make=_fails) for kind in KINDS])
    page, problems = render_page(View(site, "en"), site.by_path[path])
    assert page is None
    assert [(problem.place.path, problem.code, problem.message) for problem in problems] == [
        (place, "MC004", f"page {path!r} in en cannot be made: no such fish")
    ]
