"""`mkdocs build` on copies of the handbook's tree: what it makes of a right one, and that a wrong one leaves `site/` as
it was.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from handbook import corpus
from handbook.findings.codes import Code
from handbook.languages import LANGUAGES
from handbook.site.kind import SitePage
from handbook.site.kinds import KINDS
from handbook.site.site import Site
from tests import realtree

SITE_URL = "https://example.org/handbook/"
OLD = {"index.html": b"the last good site", "zh/index.html": b"old"}
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


class _Elements(HTMLParser):
    """The elements of a page: names and attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            attributes
            for name, attributes in self.found
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]


def elements(site: Path, name: str) -> _Elements:
    return _Elements((site / name).read_text("utf-8"))


@pytest.fixture(scope="session")
def site_of() -> Site:
    return Site(corpus.load_corpus(realtree.ROOT), KINDS)


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`mkdocs build`, six languages, no address of the site; returns the tree."""
    tree = realtree.copy(tmp_path_factory.mktemp("plain") / "tree")
    done = realtree.build(tree, PYTHONHASHSEED="1", TZ="Asia/Tokyo")
    assert (done.returncode, [line for line in done.stderr.splitlines() if "WARNING" in line]) == (0, []), done.stderr
    return tree


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same under --strict --quiet in another folder, on another day, in another zone and order of hashes."""
    tree = realtree.copy(tmp_path_factory.mktemp("other") / "a longer way" / "tree")
    for path in tree.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    done = realtree.build(
        tree, "--strict", "--quiet", PYTHONHASHSEED="2", TZ="America/Lima", SOURCE_DATE_EPOCH="1000000000"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return tree


@pytest.fixture(scope="session")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same under --strict, with an address of the site and another folder for it; returns that."""
    tree = realtree.copy(tmp_path_factory.mktemp("addressed") / "tree")
    done = realtree.build(tree, "--strict", "-d", "public", SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in tree.iterdir()) == sorted((*realtree.PARTS, "public"))
    return tree / "public"


def names_of(pages: Site) -> Iterator[tuple[str, SitePage, str]]:
    for language in LANGUAGES:
        for page in pages.pages:
            yield language, page, f"{language}/{page.path}index.html"


# --- what is there ----------------------------------------------------------------------------------------------------


def test_every_page_in_six_languages_and_nothing_else(plain: Path, site_of: Site) -> None:
    site = plain / "site"
    expected = {name for _, _, name in names_of(site_of)} | {"index.html", "404.html"}
    assert {path.relative_to(site).as_posix() for path in site.rglob("*.html")} == expected
    assert len(expected) == 6 * len(site_of.pages) + 2


def test_only_the_site_is_left(plain: Path) -> None:
    assert sorted(path.name for path in plain.iterdir()) == sorted((*realtree.PARTS, "site"))


def test_no_sources_in_the_site(plain: Path) -> None:
    left = [name for name in realtree.contents(plain / "site") if name.endswith((".yaml", ".md", ".py", ".txt"))]
    assert left == []


def test_root_offers_the_six(plain: Path) -> None:
    root = elements(plain / "site", "index.html")
    offered = {link["href"] for link in root.all("a")}
    assert offered == {f"{language}/" for language in LANGUAGES}
    assert [part["lang"] for part in root.all("li")] == [language.tag for language in LANGUAGES.values()]


def test_404_speaks_the_six(plain: Path) -> None:
    page = elements(plain / "site", "404.html")
    assert {part["lang"]: part["dir"] for part in page.all("section")} == {
        one.tag: one.dir for one in LANGUAGES.values()
    }
    assert {link["href"] for link in page.all("a")} == {f"/{language}/" for language in LANGUAGES}


def test_data_is_of_the_form_its_schema_states(plain: Path) -> None:
    document: Any = json.loads((plain / "site/handbook.json").read_text("utf-8"))
    schema: Any = json.loads((plain / "site/handbook.schema.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(document)) == []
    assert document["decisions"]


def test_search_index_of_each_language(plain: Path) -> None:
    entry: Any = json.loads((plain / "site/pagefind/pagefind-entry.json").read_text("utf-8"))
    assert set(entry["languages"]) == set(LANGUAGES)
    assert all(language["page_count"] for language in entry["languages"].values())
    assert (plain / "site/pagefind/pagefind.js").is_file()


def test_ids_stand_once(plain: Path, site_of: Site) -> None:
    twice = []
    for _, _, name in names_of(site_of):
        ids = Counter(attributes["id"] for _, attributes in elements(plain / "site", name).found if "id" in attributes)
        twice += [(name, id) for id, count in ids.items() if count > 1]
    assert twice == []


def test_every_address_of_the_record_is_on_its_page(plain: Path, site_of: Site) -> None:
    for language, page, name in names_of(site_of):
        ids = {attributes.get("id") for _, attributes in elements(plain / "site", name).found}
        assert set(site_of.anchors(page)) <= ids, (language, page.path)


# --- languages --------------------------------------------------------------------------------------------------------


def test_language_and_direction_of_each_page(plain: Path, site_of: Site) -> None:
    for language, _, name in names_of(site_of):
        (root,) = elements(plain / "site", name).all("html")
        assert (root["lang"], root.get("dir")) == (LANGUAGES[language].tag, LANGUAGES[language].dir), name


def test_prose_of_another_language_is_marked(addressed: Path, site_of: Site) -> None:
    borrowed = 0
    for language, page, name in names_of(site_of):
        prose = site_of.prose_of(page, language)
        found = elements(addressed, name)
        noindex = bool(found.all("meta", name="robots", content="noindex"))
        (canonical,) = found.all("link", rel="canonical")
        assert canonical["href"] == f"{SITE_URL}{prose}/{page.path}", name
        assert noindex == (prose != language), name
        if prose != language:
            borrowed += 1
            tag, direction = LANGUAGES[prose].tag, LANGUAGES[prose].dir
            marked = [one for _, one in found.found if one.get("lang") == tag and one.get("dir") == direction]
            assert marked, name
    assert borrowed


def test_units_of_another_language_stand_under_its_mark(plain: Path, site_of: Site) -> None:
    """In `ar`, whose page is right to left, every paragraph of Chinese prose has `lang` and `dir` on it or above it."""
    text = (plain / "site/ar/decisions/cp-10-2/index.html").read_text("utf-8")
    decision = site_of.record.decisions["CP-10/2"]
    for unit in decision.units:
        before = text[: text.index(f'id="{unit}"')]
        # What was opened before the unit and says the language of what is in it.
        assert re.findall(r'\slang="([^"]+)"', before + text[len(before) :].partition("</p>")[0])[-1] == "zh-Hans", unit


# --- addresses --------------------------------------------------------------------------------------------------------


def test_without_an_address_nothing_is_absolute(plain: Path, site_of: Site) -> None:
    assert not [name for name in realtree.contents(plain / "site") if name.startswith("sitemap")]
    for _, _, name in names_of(site_of):
        found = elements(plain / "site", name)
        assert found.all("link", rel="canonical") == [], name
        assert found.all("link", rel="alternate") == [], name


def test_alternates_are_the_languages_that_have_the_prose(addressed: Path, site_of: Site) -> None:
    for _, page, name in names_of(site_of):
        links = elements(addressed, name).all("link", rel="alternate")
        own = {LANGUAGES[code].tag: code for code in LANGUAGES if site_of.prose_of(page, code) == code}
        assert {link["hreflang"]: link["href"] for link in links} == {
            tag: f"{SITE_URL}{code}/{page.path}" for tag, code in own.items()
        }, name


def test_sitemap_has_the_pages_in_their_own_language(addressed: Path, site_of: Site) -> None:
    tree = ET.parse(addressed / "sitemap.xml")
    listed = [one.text for one in tree.iterfind("s:url/s:loc", NAMESPACES)]
    expected = [
        f"{SITE_URL}{language}/{page.path}"
        for language, page, _ in names_of(site_of)
        if site_of.prose_of(page, language) == language
    ]
    assert sorted(map(str, listed)) == sorted(expected)
    for url in tree.iterfind("s:url", NAMESPACES):
        links = [one.get("href") for one in url.iterfind("x:link", NAMESPACES)]
        assert url.findtext("s:loc", "", NAMESPACES) in links


def test_404_under_an_address_with_a_path(addressed: Path) -> None:
    page = elements(addressed, "404.html")
    assert {link["href"] for link in page.all("a")} == {f"/handbook/{language}/" for language in LANGUAGES}
    assert all(link["href"].startswith("/handbook/") for link in page.all("link"))


@pytest.mark.parametrize("built", ["plain", "addressed"])
def test_no_page_asks_another_host(built: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(built)
    site = folder / "site" if built == "plain" else folder
    fetching = {
        "rel": ("stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect", "dns-prefetch")
    }
    for name in realtree.contents(site):
        if name.endswith(".html"):
            for tag, attributes in elements(site, name).found:
                if tag == "link" and not set(attributes.get("rel", "").split()) & set(fetching["rel"]):
                    continue
                if tag == "a":
                    continue
                addresses = [attributes.get(key, "") for key in ("src", "href", "srcset", "poster", "data", "action")]
                assert not [one for one in addresses if urlsplit(unescape(one)).netloc], (name, tag)
                assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", attributes.get("style", "")), (name, tag)
        elif name.endswith(".css"):
            text = (site / name).read_text("utf-8")
            assert not re.search(r"(?:url\(\s*['\"]?|@import\s+['\"])(?:https?:)?//", text), name
        elif name.endswith(".js") and name.startswith("hb/"):
            assert not re.search(r"['\"`](?:https?:)?//[a-z]", (site / name).read_text("utf-8")), name


# --- the same bytes ---------------------------------------------------------------------------------------------------


def test_two_builds_are_the_same_bytes(plain: Path, other: Path) -> None:
    first, second = realtree.contents(plain / "site"), realtree.contents(other / "site")
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []


# --- a wrong tree -----------------------------------------------------------------------------------------------------


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A tree with one defect and a site of an earlier build."""
    tree = realtree.copy(tmp_path / "tree")
    realtree.edit(tree / "content/zh/decisions/cp-10-2.md", "\n{{ header() }}\n", "\n{{ headr() }}\n")
    return published(tree)


def published(tree: Path, folder: str = "site") -> Path:
    for name, data in OLD.items():
        file = tree / folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tree


FINDING = re.compile(r"^(\S+):(\d+):(\d+): ([A-Z]{2,3}\d{3}) \S", re.MULTILINE)


def findings(stderr: str) -> list[str]:
    return [f"{found[1]}:{found[2]} {found[4]}" for found in FINDING.finditer(stderr)]


def untouched(tree: Path, folder: str = "site") -> None:
    assert realtree.contents(tree / folder) == OLD
    assert sorted(path.name for path in tree.iterdir()) == sorted((*realtree.PARTS, folder))


@pytest.mark.parametrize("options", [(), ("--strict",), ("--strict", "--quiet"), ("-d", "public")], ids=" ".join)
def test_one_finding_keeps_the_site(wrong: Path, options: tuple[str, ...]) -> None:
    folder = "site"
    if "-d" in options:
        (wrong / "site").rename(wrong / "public")
        folder = "public"
    done = realtree.build(wrong, *options)
    assert done.returncode == 1
    assert findings(done.stderr) == ["content/zh/decisions/cp-10-2.md:4 MC001"], done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    untouched(wrong, folder)


def test_findings_of_several_languages_come_at_once(tmp_path: Path) -> None:
    tree = published(realtree.copy(tmp_path / "tree"))
    realtree.edit(tree / "content/zh/decisions/cp-10-2.md", "\n{{ header() }}\n", "\n{{ headr() }}\n")
    realtree.edit(tree / "content/en/decisions/cp-10-10.md", "\n{{ opening() }}\n", '\n{{ opening("1") }}\n')
    realtree.edit(tree / "content/ar/names.yaml", "\nparty.AF: ", "\nparty.AF: <b>")
    realtree.edit(tree / "data/decisions.yaml", "\nmeetings:", "\nmeeting: x\nmeetings:")
    done = realtree.build(tree)
    assert done.returncode == 1
    assert [one.partition(" ")[2] for one in findings(done.stderr)] == ["NM003", "MC002", "MC001", "REC003"], (
        done.stderr
    )
    assert done.stderr.count("MC001") == 1
    untouched(tree)


def test_a_dead_link_on_a_built_page_keeps_the_site(tmp_path: Path) -> None:
    tree = published(realtree.copy(tmp_path / "tree"))
    realtree.edit(
        tree / "overrides/main.html", "{{ page.content | safe }}", '{{ page.content | safe }}<a href="nowhere/">x</a>'
    )
    done = realtree.build(tree, "--quiet", HANDBOOK_ONLY="zh")
    assert done.returncode == 1
    assert {one.partition(" ")[2] for one in findings(done.stderr)} == {Code.LNK001}
    assert "Traceback" not in done.stderr
    untouched(tree)


def test_a_build_that_breaks_half_way_keeps_the_site(tmp_path: Path) -> None:
    """A template that fails on a late page of a late language."""
    tree = published(realtree.copy(tmp_path / "tree"))
    breaks = "{% if hb.page.path == 'about/' and hb.language.code == 'en' %}{{ nothing.at.all }}{% endif %}"
    realtree.edit(tree / "overrides/main.html", "{{ page.content | safe }}", "{{ page.content | safe }}" + breaks)
    done = realtree.build(tree, "--quiet")
    assert done.returncode == 1
    untouched(tree)


@pytest.mark.parametrize("gone", ["the folder", "its files"])
def test_a_tree_without_data(tmp_path: Path, gone: str) -> None:
    tree = published(realtree.copy(tmp_path / "tree", *(part for part in realtree.PARTS if part != "data")))
    if gone == "its files":
        (tree / "data").mkdir()
    done = realtree.build(tree, "--quiet")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert {one.partition(" ")[2] for one in findings(done.stderr)} == ({"SRC007"} if gone == "its files" else set())
    assert realtree.contents(tree / "site") == OLD


def test_sources_that_cannot_be_parsed(tmp_path: Path) -> None:
    tree = published(realtree.copy(tmp_path / "tree"))
    (tree / "data/decisions.yaml").write_text("decisions: [\n", "utf-8")
    (tree / "content/fr/names.yaml").write_text("ui.home: {\n", "utf-8")
    (tree / "content/en/decisions/cp-10-2.md").write_bytes(b"\xff\xfe\n")
    done = realtree.build(tree, "--quiet")
    assert done.returncode == 1
    codes = [one.partition(" ")[2] for one in findings(done.stderr)]
    assert codes == ["SRC001", "YML001", "YML001"], done.stderr
    assert "Traceback" not in done.stderr
    untouched(tree)
