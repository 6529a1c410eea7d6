"""The glossary: each term with its names in the six languages and where the decisions and plans use it."""

from __future__ import annotations

import re

import pytest

from handbook.languages import LANGUAGES
from handbook.site.pages import glossary_page
from handbook.site.site import Site
from handbook.site.view import View
from handbook.targets.addresses import anchor_of
from handbook.targets.paths import page_of
from tests.site.conftest import Show, rendered

#: What both languages that have prose use, and what only one does.
GROUP = ["dec:CP-1/1#4", "dec:CP-1/1#annex/1"]
GOALS = [
    *(f"goal:implementation/A.1{part}" for part in ("", "#objectives/1", "#objectives/2")),
    *(f"goal:implementation/A.1#{part}" for part in ("indicators/a", "indicators/b", "outcomes/1")),
    "goal:implementation/A.2",
    "goal:capacity-building/A.1",
    "goal:capacity-building/A.1#activities/i",
]
CHINESE = {"seed": ["dec:CP-1/1#pre-2", "dec:CP-1/1#1", "dec:CP-1/2#fn-s1", *GOALS], "group": GROUP}
ENGLISH = {"seed": ["dec:CP-1/1#pre-2", "dec:CP-1/1#1", *GOALS, "goal:capacity-building/A.2"], "group": GROUP}


@pytest.mark.parametrize(("language", "expected"), [("zh", CHINESE), ("en", ENGLISH), ("ru", CHINESE)])
def test_uses_in_the_made_up_tree(small_site: Site, language: str, expected: dict[str, list[str]]) -> None:
    """Each language's own prose, and the source's where it has none."""
    uses = {term: list(map(str, found)) for term, found in small_site.term_uses.in_language(language).items()}
    assert uses == expected


def test_languages_that_show_the_same_prose_share_its_uses(small_site: Site) -> None:
    assert small_site.term_uses.in_language("ru") is small_site.term_uses.in_language("zh")


def test_every_use_is_an_address(real_site: Site) -> None:
    anchors = {page.path: set(real_site.anchors(page)) for page in real_site.pages}
    for code in LANGUAGES:
        for term, found in real_site.term_uses.in_language(code).items():
            for target in found:
                assert anchor_of(target) in anchors[page_of(target)], (term, str(target))


def test_a_term_and_its_names(show: Show) -> None:
    page = show("en", "glossary/")
    entries = dict(re.findall(r'<li class="hb-term" id="([^"]+)">(.*?)</li>', page.html, re.DOTALL))
    assert list(entries) == ["seed", "group"]
    assert re.findall(r'<dd lang="([^"]+)" dir="([^"]+)">([^<]+)', entries["seed"]) == [
        ("zh-Hans", "ltr", "种子"),
        ("fr", "ltr", "semence"),
        ("es", "ltr", "semilla"),
        ("ru", "ltr", "семя"),
        ("ar", "rtl", "بذرة"),
    ]
    assert "[ui.also_said]: seeds" in entries["seed"]
    assert 'href="../articles/3/"' in entries["seed"]
    assert re.findall(r'hb-ref" href="\.\./([^"]+)', entries["group"]) == [
        "decisions/cp-1-1/#p4",
        "decisions/cp-1-1/#annex-p1",
    ]
    assert [(record.anchor, record.named) for record in page.search] == [("", False), ("seed", True), ("group", True)]


def test_a_term_that_is_everywhere_has_numbers_instead_of_places(
    small_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def links(path: str) -> list[str]:
        return re.findall(r'hb-ref" href="\.\./([^"]+)', rendered(View(small_site, "en"), path).html)

    assert [link for link in links("glossary/") if "#" in link]
    monkeypatch.setattr(glossary_page, "EVERYWHERE", 0)
    assert [link for link in links("glossary/") if "#" in link] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_its_entry(real_site: Site, language: str) -> None:
    page = rendered(View(real_site, language), "glossary/")
    ids = re.findall(r'<li class="hb-term" id="([^"]+)"', page.html)
    assert sorted(ids) == sorted(real_site.record.terms)
    assert {record.anchor for record in page.search} == {"", *real_site.record.terms}


def test_chinese_is_sorted_by_sound_within_a_group(real_site: Site) -> None:
    page = rendered(View(real_site, "zh"), "glossary/")
    ids = re.findall(r'class="hb-term" id="([^"]+)"', page.html)
    terms = [real_site.record.terms[id] for id in ids]
    groups = list(dict.fromkeys(term.group for term in real_site.record.terms.values()))
    assert terms == sorted(terms, key=lambda term: (groups.index(term.group), term.key))
