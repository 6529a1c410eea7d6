"""What the pages hold, seen on the rendered main parts of the real tree: everything of the record is shown at its
address.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.languages import LANGUAGES
from handbook.model.record import FRONT
from handbook.prose.signatures import SIGNATURES
from handbook.site import render
from handbook.site.kinds import KINDS
from handbook.site.macros.run import MACROS
from handbook.site.site import Site
from handbook.site.view import Rendered, View

ROOT = Path(__file__).resolve().parents[2]
SITE = Site(load_corpus(ROOT), KINDS)
VIEWS = {code: View(SITE, code) for code in LANGUAGES}


def rendered(language: str, path: str) -> Rendered:
    page, problems = render.page(VIEWS[language], SITE.by_path[path])
    assert problems == []
    assert page is not None
    return page


def ids(html: str) -> list[str]:
    return re.findall(r'\sid="([^"]*)"', html)


def test_every_macro_and_every_kind_of_page_has_its_function() -> None:
    assert set(MACROS) == set(SIGNATURES)
    assert {page.kind for page in SITE.pages} == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_stands_once_on_its_page(language: str) -> None:
    for page in SITE.pages:
        found = ids(rendered(language, page.path).html)
        assert sorted(found) == sorted(set(found)), page.path
        assert [anchor for anchor in SITE.anchors(page) if anchor not in found] == [], page.path


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_erratum_is_shown_at_its_place(language: str) -> None:
    for erratum in SITE.record.errata:
        if erratum.at in FRONT:
            continue
        path, anchor, _ = SITE.slips.place_of(erratum.at)
        html = rendered(language, path).html
        assert not anchor or f'id="{anchor}"' in html
        assert html.count(f'id="erratum-{erratum.id}"') == 1, erratum.id
        assert erratum.kind == "punctuation" or erratum.printed in html


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_prose_that_stands_in_says_which_language_it_is(language: str) -> None:
    page = rendered(language, "decisions/cp-10-2/")
    assert page.prose == "zh"
    assert page.html.count('lang="zh-Hans" dir="ltr"') >= len(SITE.record.decisions["CP-10/2"].units)
    # The search finds words of the language alone: of a page that shows another's there is the title.
    assert [record.anchor for record in page.search] == [""]


def test_prose_of_its_own_is_found_paragraph_by_paragraph() -> None:
    page = rendered("en", "decisions/cp-10-2/")
    found = {record.anchor for record in page.search}
    assert found == {"", *SITE.record.decisions["CP-10/2"].units, "fn-1"}


def test_french_has_its_spaces() -> None:
    assert "traduit\u202f;" in rendered("fr", "decisions/cp-10-2/").html


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_short_symbol_is_not_broken_in_a_line(language: str) -> None:
    html = rendered(language, "decisions/cp-10-9/").html
    references = re.findall(r'<p class="hb-words".*?</p>', html)
    assert any('<span class="hb-nowrap">CP-10/3</span>' in text for text in references)
    assert not any(re.search(r"(?<!>)CP-\d+/\d+", re.sub(r'="[^"]*"', "", text)) for text in references)


def test_arabic_keeps_symbols_in_order() -> None:
    assert '<bdi dir="ltr">CBD/CP/MOP/DEC/10/2</bdi>' in rendered("ar", "decisions/cp-10-2/").html
