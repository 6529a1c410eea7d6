"""What a build makes of a right tree, that its bytes depend on the sources alone, and that a wrong tree leaves the
published site as it was.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from importlib.util import find_spec
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
from tests import realtree, smallsite
from tests.conftest import SMALL

SITE_URL = "https://example.org/handbook/"
OLD = {"index.html": b"the last good site", "zh/index.html": b"old"}
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
#: Another day, another zone, another order of hashes.
ELSEWHEN = {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "SOURCE_DATE_EPOCH": "1000000000"}


class Elements(HTMLParser):
    """The elements of a page: names and attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.listed: list[tuple[str, dict[str, str]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.listed.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            attributes
            for name, attributes in self.listed
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]


@dataclass(frozen=True)
class Built:
    """A built site, and what its sources ask for."""

    folder: Path
    site: Site

    def elements(self, name: str) -> Elements:
        return Elements((self.folder / name).read_text("utf-8"))

    def pages(self) -> Iterator[tuple[str, SitePage, str]]:
        for language in LANGUAGES:
            for page in self.site.pages:
                yield language, page, f"{language}/{page.path}index.html"


def built(tree: Path, folder: str, *options: str, generator: str = "mkdocs", **values: str) -> Path:
    done = realtree.build(tree, "--strict", "-d", folder, *options, generator=generator, **values)
    assert (done.returncode, [line for line in done.stderr.splitlines() if "WARNING" in line]) == (0, []), done.stderr
    return tree / folder


@pytest.fixture(scope="session")
def small_site() -> Site:
    return Site(corpus.load_corpus(SMALL), KINDS)


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory, small_site: Site) -> Built:
    """The small tree's site, without an address."""
    tree = smallsite.copy(tmp_path_factory.mktemp("plain") / "tree")
    return Built(built(tree, "site", PYTHONHASHSEED="1", TZ="Asia/Tokyo"), small_site)


@pytest.fixture(scope="session")
def addressed(tmp_path_factory: pytest.TempPathFactory, small_site: Site) -> Built:
    """The same with an address, in another folder."""
    tree = smallsite.copy(tmp_path_factory.mktemp("addressed") / "tree")
    return Built(built(tree, "public", SITE_URL=SITE_URL), small_site)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The handbook's own, as it is published."""
    tree = realtree.copy(tmp_path_factory.mktemp("real") / "tree")
    site = Site(corpus.load_corpus(realtree.ROOT), KINDS)
    return Built(built(tree, "site", SITE_URL=SITE_URL, PYTHONHASHSEED="1"), site)


@pytest.fixture(params=["addressed", "real"])
def either(request: pytest.FixtureRequest) -> Built:
    made: Built = request.getfixturevalue(request.param)
    return made


# --- what is there ----------------------------------------------------------------------------------------------------


def test_every_page_in_six_languages_and_nothing_else(either: Built) -> None:
    expected = {name for _, _, name in either.pages()} | {"index.html", "404.html"}
    assert {path.relative_to(either.folder).as_posix() for path in either.folder.rglob("*.html")} == expected
    assert len(expected) == 6 * len(either.site.pages) + 2


def test_only_the_site_is_left(either: Built) -> None:
    tree = either.folder.parent
    assert sorted(path.name for path in tree.iterdir()) == sorted((*realtree.PARTS, either.folder.name))
    sources = (".yaml", ".md", ".py", ".txt")
    assert [name for name in realtree.contents(either.folder) if name.endswith(sources)] == []


def test_every_address_of_the_record_is_on_its_page(either: Built) -> None:
    for language, page, name in either.pages():
        ids = set(re.findall(r'\sid="([^"]*)"', (either.folder / name).read_text("utf-8")))
        assert set(either.site.anchors(page)) <= ids, (language, page.path)


def test_data_is_of_the_form_its_schema_states(either: Built) -> None:
    document: Any = json.loads((either.folder / "handbook.json").read_text("utf-8"))
    schema: Any = json.loads((either.folder / "handbook.schema.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(document)) == []
    assert document["decisions"]


def test_search_index_of_each_language(either: Built) -> None:
    entry: Any = json.loads((either.folder / "pagefind/pagefind-entry.json").read_text("utf-8"))
    assert set(entry["languages"]) == set(LANGUAGES)
    assert all(language["page_count"] for language in entry["languages"].values())
    assert (either.folder / "pagefind/pagefind.js").is_file()


def test_root_offers_the_six(plain: Built) -> None:
    root = plain.elements("index.html")
    assert {link["href"] for link in root.all("a")} == {f"{language}/" for language in LANGUAGES}
    assert [part["lang"] for part in root.all("li")] == [language.tag for language in LANGUAGES.values()]


def test_404_speaks_the_six(plain: Built, addressed: Built) -> None:
    page = plain.elements("404.html")
    assert {part["lang"]: part["dir"] for part in page.all("section")} == {
        language.tag: language.dir for language in LANGUAGES.values()
    }
    assert {link["href"] for link in page.all("a")} == {f"/{language}/" for language in LANGUAGES}
    under_a_path = addressed.elements("404.html")
    assert {link["href"] for link in under_a_path.all("a")} == {f"/handbook/{language}/" for language in LANGUAGES}
    assert all(link["href"].startswith("/handbook/") for link in under_a_path.all("link"))


def test_ids_stand_once(plain: Built) -> None:
    twice = []
    for _, _, name in plain.pages():
        ids = Counter(attributes["id"] for _, attributes in plain.elements(name).listed if "id" in attributes)
        twice += [(name, id) for id, count in ids.items() if count > 1]
    assert twice == []


# --- languages --------------------------------------------------------------------------------------------------------


def test_language_and_direction_of_each_page(plain: Built) -> None:
    for language, _, name in plain.pages():
        (root,) = plain.elements(name).all("html")
        assert (root["lang"], root.get("dir")) == (LANGUAGES[language].tag, LANGUAGES[language].dir), name


def test_prose_of_another_language_is_marked(addressed: Built) -> None:
    borrowed = 0
    for language, page, name in addressed.pages():
        prose = addressed.site.prose_of(page, language)
        elements = addressed.elements(name)
        (canonical,) = elements.all("link", rel="canonical")
        assert canonical["href"] == f"{SITE_URL}{prose}/{page.path}", name
        assert bool(elements.all("meta", name="robots", content="noindex")) == (prose != language), name
        if prose != language:
            borrowed += 1
            tag, direction = LANGUAGES[prose].tag, LANGUAGES[prose].dir
            assert any(one.get("lang") == tag and one.get("dir") == direction for _, one in elements.listed), name
    assert borrowed


def test_units_of_another_language_stand_under_its_mark(plain: Built) -> None:
    """In `ar`, whose page is right to left, every paragraph of Chinese prose has `lang` and `dir` on it or above it."""
    text = (plain.folder / "ar/decisions/cp-1-1/index.html").read_text("utf-8")
    for unit in plain.site.record.decisions["CP-1/1"].units:
        before = text[: text.index(f'id="{unit}"')]
        # What was opened before the unit and says the language of what is in it.
        opened = before + text[len(before) :].partition("</p>")[0]
        assert re.findall(r'\slang="([^"]+)"', opened)[-1] == "zh-Hans", unit


# --- addresses --------------------------------------------------------------------------------------------------------


def test_without_an_address_nothing_is_absolute(plain: Built) -> None:
    assert not [name for name in realtree.contents(plain.folder) if name.startswith("sitemap")]
    for _, _, name in plain.pages():
        elements = plain.elements(name)
        assert elements.all("link", rel="canonical") == [], name
        assert elements.all("link", rel="alternate") == [], name


def test_alternates_are_the_languages_that_have_the_prose(addressed: Built) -> None:
    for _, page, name in addressed.pages():
        links = addressed.elements(name).all("link", rel="alternate")
        own = {LANGUAGES[code].tag: code for code in LANGUAGES if addressed.site.prose_of(page, code) == code}
        assert {link["hreflang"]: link["href"] for link in links} == {
            tag: f"{SITE_URL}{code}/{page.path}" for tag, code in own.items()
        }, name


def test_sitemap_has_the_pages_in_their_own_language(addressed: Built) -> None:
    tree = ET.parse(addressed.folder / "sitemap.xml")
    listed = [one.text for one in tree.iterfind("s:url/s:loc", NAMESPACES)]
    expected = [
        f"{SITE_URL}{language}/{page.path}"
        for language, page, _ in addressed.pages()
        if addressed.site.prose_of(page, language) == language
    ]
    assert sorted(map(str, listed)) == sorted(expected)
    for url in tree.iterfind("s:url", NAMESPACES):
        links = [one.get("href") for one in url.iterfind("x:link", NAMESPACES)]
        assert url.findtext("s:loc", "", NAMESPACES) in links


FETCHING = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest", "preconnect", "dns-prefetch"}


@pytest.mark.parametrize("fixture", ["plain", "addressed"])
def test_no_page_asks_another_host(fixture: str, request: pytest.FixtureRequest) -> None:
    made: Built = request.getfixturevalue(fixture)
    for name in realtree.contents(made.folder):
        if name.endswith(".html"):
            for tag, attributes in made.elements(name).listed:
                if tag == "a" or (tag == "link" and not FETCHING & set(attributes.get("rel", "").split())):
                    continue
                asked = [attributes.get(key, "") for key in ("src", "href", "srcset", "poster", "data", "action")]
                assert not [one for one in asked if urlsplit(one).netloc], (name, tag)
                assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", attributes.get("style", "")), (name, tag)
        elif name.endswith(".css"):
            text = (made.folder / name).read_text("utf-8")
            assert not re.search(r"(?:url\(\s*['\"]?|@import\s+['\"])(?:https?:)?//", text), name
        elif name.endswith(".js") and name.startswith("hb/"):
            assert not re.search(r"['\"`](?:https?:)?//[a-z]", (made.folder / name).read_text("utf-8")), name


# --- the same bytes ---------------------------------------------------------------------------------------------------


def different(first: Path, second: Path) -> list[str]:
    """Names of the files that are not the same in both folders."""
    one, other = realtree.contents(first), realtree.contents(second)
    return [name for name in sorted({*one, *other}) if one.get(name) != other.get(name)]


def test_the_same_sources_are_the_same_bytes(plain: Built, tmp_path: Path) -> None:
    """In another folder, on another day, in another zone and order of hashes; and then nothing is said."""
    tree = smallsite.copy(tmp_path / "a longer way" / "tree")
    for path in tree.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    done = realtree.build(tree, "--strict", "--quiet", **ELSEWHEN)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert different(plain.folder, tree / "site") == []


@pytest.mark.skipif(find_spec("properdocs") is None, reason="ProperDocs is not installed; `make test` installs it")
def test_properdocs_makes_the_same_bytes(either: Built, tmp_path: Path) -> None:
    """MkDocs' maintained fork is the way on once MkDocs or its theme no longer runs."""
    tree = either.folder.parent
    assert (
        different(
            either.folder, built(tree, str(tmp_path / "site"), generator="properdocs", SITE_URL=SITE_URL, **ELSEWHEN)
        )
        == []
    )


# --- a wrong tree -----------------------------------------------------------------------------------------------------


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the small tree, with a site of an earlier build."""
    return published(smallsite.copy(tmp_path / "tree"))


def published(tree: Path, folder: str = "site") -> Path:
    for name, data in OLD.items():
        file = tree / folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tree


FINDING = re.compile(r"^(\S+):(\d+):(\d+): ([A-Z]{2,3}\d{3}) \S", re.MULTILINE)


def findings(stderr: str) -> list[str]:
    return [f"{line[1]}:{line[2]} {line[4]}" for line in FINDING.finditer(stderr)]


def untouched(tree: Path, folder: str = "site") -> None:
    assert realtree.contents(tree / folder) == OLD
    assert sorted(path.name for path in tree.iterdir()) == sorted((*realtree.PARTS, folder))


@pytest.mark.parametrize("options", [(), ("--strict",), ("--strict", "--quiet"), ("-d", "public")], ids=" ".join)
def test_one_finding_keeps_the_site(tree: Path, options: tuple[str, ...]) -> None:
    folder = "site"
    if "-d" in options:
        (tree / "site").rename(tree / "public")
        folder = "public"
    realtree.edit(tree / "content/zh/decisions/cp-1-1.md", "\n{{ header() }}\n", "\n{{ headr() }}\n")
    done = realtree.build(tree, *options)
    assert done.returncode == 1
    assert findings(done.stderr) == ["content/zh/decisions/cp-1-1.md:4 MC001"], done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    untouched(tree, folder)


def test_findings_of_several_languages_come_at_once(tree: Path) -> None:
    realtree.edit(tree / "content/zh/decisions/cp-1-1.md", "\n{{ header() }}\n", "\n{{ headr() }}\n")
    realtree.edit(tree / "content/en/decisions/cp-1-1.md", "\n{{ opening() }}\n", '\n{{ opening("1") }}\n')
    realtree.edit(tree / "content/ar/names.yaml", "\nparty.AF: ", "\nparty.AF: <b>")
    realtree.edit(tree / "data/decisions.yaml", "\nmeetings:", "\nmeeting: x\nmeetings:")
    done = realtree.build(tree)
    assert done.returncode == 1
    assert [line.partition(" ")[2] for line in findings(done.stderr)] == ["NM003", "MC002", "MC001", "REC003"], (
        done.stderr
    )
    assert done.stderr.count("MC001") == 1
    untouched(tree)


def test_a_dead_link_on_a_built_page_keeps_the_site(tree: Path) -> None:
    realtree.edit(
        tree / "overrides/main.html", "{{ page.content | safe }}", '{{ page.content | safe }}<a href="nowhere/">x</a>'
    )
    done = realtree.build(tree, "--quiet", HANDBOOK_ONLY="zh")
    assert done.returncode == 1
    assert {line.partition(" ")[2] for line in findings(done.stderr)} == {Code.LNK001}
    assert "Traceback" not in done.stderr
    untouched(tree)


def test_a_build_that_breaks_half_way_keeps_the_site(tree: Path) -> None:
    """A template that fails on a late page of a late language."""
    breaks = "{% if hb.page.path == 'about/' and hb.language.code == 'en' %}{{ nothing.at.all }}{% endif %}"
    realtree.edit(tree / "overrides/main.html", "{{ page.content | safe }}", "{{ page.content | safe }}" + breaks)
    done = realtree.build(tree, "--quiet")
    assert done.returncode == 1
    untouched(tree)


WARN = "__import__('logging').getLogger('mkdocs').warning('something is not right')\n"


def test_a_warning_under_strict_keeps_the_site(tree: Path) -> None:
    """MkDocs stops after the last event of the build."""
    hook = tree / "hooks/build.py"
    hook.write_text(hook.read_text("utf-8") + "\n\ndef on_pre_build(config):\n    " + WARN, "utf-8")
    done = realtree.build(tree, "--strict", HANDBOOK_ONLY="zh")
    assert done.returncode == 1
    assert "strict mode" in done.stdout + done.stderr
    untouched(tree)


@pytest.mark.parametrize("gone", ["the folder", "its files"])
def test_a_tree_without_data(tree: Path, gone: str) -> None:
    for file in (tree / "data").iterdir():
        file.unlink()
    if gone == "the folder":
        (tree / "data").rmdir()
    done = realtree.build(tree, "--quiet")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert {line.partition(" ")[2] for line in findings(done.stderr)} == ({"SRC007"} if gone == "its files" else set())
    assert realtree.contents(tree / "site") == OLD


def test_sources_that_cannot_be_parsed(tree: Path) -> None:
    (tree / "data/decisions.yaml").write_text("decisions: [\n", "utf-8")
    (tree / "content/fr/names.yaml").write_text("ui.home: {\n", "utf-8")
    (tree / "content/en/decisions/cp-1-1.md").write_bytes(b"\xff\xfe\n")
    done = realtree.build(tree, "--quiet")
    assert done.returncode == 1
    codes = [line.partition(" ")[2] for line in findings(done.stderr)]
    assert codes == ["SRC001", "YML001", "YML001"], done.stderr
    assert "Traceback" not in done.stderr
    untouched(tree)
