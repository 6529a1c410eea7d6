"""A build with the official text: in a folder of its own, out of every robot's way, and nothing of it anywhere else."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest

from handbook import corpus
from handbook.build import export, preview, publishing
from handbook.build.building import Building
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.official import overlay, shown
from handbook.targets.addresses import TOTAL, row_at
from tests import laid, realtree, smallsite
from tests.conftest import SMALL
from tests.laid import DOUBTED, FIGURE, LEFT_OUT, MARKED, SIGN, words
from tests.second.tree import lay_second

OLD = {"index.html": b"the last good site", "zh/index.html": b"old"}
ENVIRONMENT = "HANDBOOK_OVERLAY"


def published(tree: Path) -> None:
    for name, content in OLD.items():
        path = tree / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small tree, for tests that only look at it."""
    return smallsite.copy(tmp_path_factory.mktemp("sources") / "tree")


@pytest.fixture(scope="module")
def sources(root: Path) -> Corpus:
    return corpus.load_corpus(root)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree with a published site and an overlay, built with it and with an address of the site."""
    tree = smallsite.copy(tmp_path_factory.mktemp("official") / "tree")
    published(tree)
    laid.lay(tree, tree / "official")
    done = realtree.build(
        tree, "--strict", "--quiet", SITE_URL="https://example.org/handbook/", **{ENVIRONMENT: "official"}
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return tree


@pytest.fixture(scope="module")
def pages(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Building:
    """The pages in three languages, of overlays in Chinese and in Arabic."""
    folder = laid.lay(root, tmp_path_factory.mktemp("overlay"), "zh", "ar")
    building = Building(root, ("zh", "en", "ar"), overlay=folder)
    building.prepare()
    assert building.findings == []
    return building


def of(pages: Building, language: str, path: str) -> str:
    return pages.pages[language, path].html


# --- apart from what is published ------------------------------------------------------------------------------------


def test_the_published_site_is_not_touched(tree: Path) -> None:
    assert realtree.contents(tree / "site") == OLD
    assert sorted(path.name for path in tree.iterdir()) == sorted(
        (*realtree.PARTS, "official", "site", "site-official")
    )


def test_no_page_is_for_robots(tree: Path) -> None:
    built = tree / "site-official"
    pages = list(built.rglob("*.html"))
    assert pages
    assert [
        page.name for page in pages if '<meta name="robots" content="noindex">' not in page.read_text("utf-8")
    ] == []
    assert (built / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"
    assert list(built.glob("sitemap*")) == []


def test_no_page_has_a_public_address(tree: Path) -> None:
    for path in (tree / "site-official").rglob("*.html"):
        assert "example.org" not in path.read_text("utf-8"), path


def test_every_page_says_what_it_is(tree: Path, sources: Corpus) -> None:
    for language, names in sources.names.items():
        for path in (tree / "site-official" / language).rglob("*.html"):
            assert escape(names["ui.official_private"], quote=False) in path.read_text("utf-8"), path


def test_the_data_have_not_a_word_of_it(tree: Path, sources: Corpus) -> None:
    exported = (tree / "site-official/handbook.json").read_text("utf-8")
    assert exported == export.to_json(sources)
    assert SIGN not in exported
    assert SIGN not in json.dumps(json.loads(exported), ensure_ascii=False)


def test_nothing_of_the_overlay_is_copied(tree: Path) -> None:
    built = realtree.contents(tree / "site-official")
    overlays = set(realtree.contents(tree / "official").values())
    assert [name for name, content in built.items() if content in overlays] == []


def test_without_it_the_site_is_as_it_was(tmp_path: Path) -> None:
    """The same bytes before and after a build with it, and not a trace."""
    tree = smallsite.copy(tmp_path / "tree")
    assert realtree.build(tree, "--quiet", HANDBOOK_ONLY="zh").returncode == 0
    before = realtree.contents(tree / "site")
    laid.lay(tree, tree / "official")
    assert realtree.build(tree, "--quiet", HANDBOOK_ONLY="zh", **{ENVIRONMENT: "official"}).returncode == 0
    assert realtree.contents(tree / "site") == before
    assert realtree.build(tree, "--quiet", HANDBOOK_ONLY="zh").returncode == 0
    assert realtree.contents(tree / "site") == before
    traces = re.compile(rb"hb-official|hb-two|hb-private|hb-rendering|data-chinese|" + SIGN.encode())
    assert [name for name, content in before.items() if "official" in name or traces.search(content)] == []


@pytest.mark.parametrize(
    ("asked", "folder"), [("site", "site-official"), ("public", "public-official"), ("site-official", "site-official")]
)
def test_the_folder_of_its_own(asked: str, folder: str) -> None:
    assert publishing.apart(Path("tree") / asked) == Path("tree") / folder


def test_it_is_not_deployed(tree: Path) -> None:
    done = realtree.run(tree, "gh-deploy", **{ENVIRONMENT: "official"})
    assert done.returncode == 1
    assert "a build with the official text is not for publishing" in done.stderr


# --- what cannot be shown ---------------------------------------------------------------------------------------------


def _broken(folder: Path) -> None:
    (folder / "zh/cp-1-decisions.json").write_text("{", "utf-8")


def _foreign(folder: Path) -> None:
    (folder / "zh").rename(folder / "fr")


def _unknown(folder: Path) -> None:
    (laid_one,) = overlay.read_overlay_folder(folder)
    pieces = (replace(laid_one.pieces[0], address="CP-1/1#p99"), *laid_one.pieces[1:])
    overlay.write_overlay(folder, replace(laid_one, pieces=pieces))


def _empty(folder: Path) -> None:
    (folder / "zh/cp-1-decisions.json").unlink()


WRONG = {
    "broken": (_broken, "official", Code.OVL001, "zh/cp-1-decisions.json: is not as an import wrote it"),
    "of another language": (_foreign, "official", Code.OVL001, "expected at zh/cp-1-decisions.json"),
    "of another handbook": (_unknown, "official/zh/cp-1-decisions.json", Code.OVL002, "at 'CP-1/1#p99'"),
    "empty": (_empty, "official", Code.OVL001, "holds no overlay"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_overlay_is_a_finding(root: Path, tmp_path: Path, case: str) -> None:
    spoil, path, code, told = WRONG[case]
    spoil(laid.lay(root, tmp_path / "official"))
    building = Building(root, ("zh",), overlay=tmp_path / "official")
    building.prepare()
    assert [(finding.place.path, finding.code) for finding in building.findings] == [(str(tmp_path / path), code)]
    assert told in building.findings[0].message


def test_with_a_wrong_overlay_both_sites_stay(tmp_path: Path) -> None:
    tree = smallsite.copy(tmp_path / "tree")
    published(tree)
    (tree / "site-official").mkdir()
    (tree / "site-official/index.html").write_bytes(b"the last good one")
    _broken(laid.lay(tree, tree / "official"))
    before = {name: content for name, content in realtree.contents(tree).items() if "__pycache__" not in name}
    done = realtree.build(tree, HANDBOOK_ONLY="zh", **{ENVIRONMENT: "official"})
    assert done.returncode == 1
    assert "official:1:1: OVL001" in done.stderr
    assert "Traceback" not in done.stderr
    assert {name: content for name, content in realtree.contents(tree).items() if "__pycache__" not in name} == before


def test_a_preview_shows_it_or_says_why_not(root: Path, tmp_path: Path) -> None:
    folder = laid.lay(root, tmp_path / "overlay")
    first = preview.frame(root, ("en",), "", None, folder)
    assert first.building.findings == []
    assert SIGN in of(first.building, "en", "decisions/cp-1-1/")
    second = preview.frame(root, ("en",), "", first, tmp_path / "nowhere")
    assert [finding.code for finding in second.building.findings] == [Code.OVL001]
    assert SIGN not in of(second.building, "en", "decisions/cp-1-1/")


# --- what pages show --------------------------------------------------------------------------------------------------


def shown_at(sources: Corpus) -> Iterator[str]:
    unseen = {f"{decision.id}#opening" for decision in sources.record.decisions.values() if not decision.published}
    unseen |= {row_at(table.id, TOTAL) for table in sources.record.tables.values() if not table.totals}
    yield from sorted(shown.places(sources.record) - unseen)


def without_marks(html: str) -> str:
    return re.sub(r'<sup class="hb-official__mark">[^<]*</sup>', "", html)


def test_every_place_has_its_words(pages: Building, sources: Corpus) -> None:
    """Decisions and plans together show all that was found, and say where something was not."""
    for language in ("zh", "en"):
        kinds = ("decisions/", "plans/")
        whole = "".join(
            page.html for (code, path), page in pages.pages.items() if code == language and path.startswith(kinds)
        )
        text = without_marks(whole)
        lost = [at for at in shown_at(sources) if at != f"CP-1/1#{LEFT_OUT}" and f"{words(at)}<" not in text]
        assert lost == []


def test_goals_have_the_words_of_both_plans(pages: Building, sources: Corpus) -> None:
    html = of(pages, "en", "goals/a-1/")
    for plan in sources.record.plans.values():
        assert f"{words(f'{plan.decision}#a-1')}<" in html


def test_closing_words(pages: Building, sources: Corpus) -> None:
    decision = sources.record.decisions["CP-1/1"]
    tail = next(unit.id for unit in decision.units.values() if unit.tail)
    assert f"{words(f'CP-1/1#{tail}')}/tail</p>" in of(pages, "zh", "decisions/cp-1-1/")


def test_errata_have_the_words_at_their_place(pages: Building, sources: Corpus) -> None:
    html = without_marks(of(pages, "en", "errata/"))
    for erratum in sources.record.errata:
        if "#" in erratum.address and not erratum.address.endswith(f"#{LEFT_OUT}"):
            assert f"{words(erratum.address)}<" in html, erratum.id


def test_a_language_has_its_own_or_chinese(pages: Building) -> None:
    assert words("CP-1/1#p1", "ar") in of(pages, "ar", "decisions/cp-1-1/")
    assert words("CP-1/1#p1", "zh") not in of(pages, "ar", "decisions/cp-1-1/")
    assert '<p class="hb-words hb-official__words" lang="ar" dir="rtl">' in of(pages, "ar", "decisions/cp-1-1/")
    for language in ("zh", "en"):
        html = of(pages, language, "decisions/cp-1-1/")
        assert re.search(
            rf'<p class="hb-words hb-official__words" lang="zh-Hans" dir="ltr">[^\n]*{words("CP-1/1#p1")}', html
        )


def test_chinese_on_an_arabic_page(tree: Path) -> None:
    html = (tree / "site-official/ar/decisions/cp-1-1/index.html").read_text("utf-8")
    assert re.search(
        rf'<p class="hb-words hb-official__words" lang="zh-Hans" dir="ltr">[^\n]*{words("CP-1/1#p1")}', html
    )


def unit(html: str, anchor: str) -> str:
    """The HTML of a paragraph up to the next one."""
    return html.partition(f'id="{anchor}"')[2].partition('<div class="hb-unit hb-unit--paragraph"')[0]


def test_a_place_without_words_says_so(pages: Building, sources: Corpus) -> None:
    for language in ("zh", "en"):
        missing = sources.names[language]["ui.official_missing"]
        html = of(pages, language, "decisions/cp-1-1/")
        assert missing in unit(html, LEFT_OUT)
        assert html.count(missing) == 1


def test_doubt_and_marks(pages: Building, sources: Corpus) -> None:
    html = of(pages, "en", "decisions/cp-1-1/")
    doubt = sources.names["en"]["ui.official_doubt"]
    assert doubt in unit(html, DOUBTED)
    assert html.count(doubt) == 1
    assert f'{SIGN}<sup class="hb-official__mark">7</sup>' in unit(html, MARKED)


def test_figures_stand_under_their_columns(pages: Building) -> None:
    html = of(pages, "en", "decisions/cp-1-2/")
    row = html.partition('id="table-1-af"')[2].partition("</tr>")[0]
    assert row.count(FIGURE) == row.count("<td ") == 3


def test_search_has_the_words(pages: Building) -> None:
    for language, path, anchor, at in (
        ("zh", "decisions/cp-1-1/", "p1", "CP-1/1#p1"),
        ("en", "decisions/cp-1-1/", "p1", "CP-1/1#p1"),
        ("en", "decisions/cp-1-1/", "fn-1", "CP-1/1#fn-1"),
        ("en", "decisions/cp-1-2/", "table-1-af", "CP-1/2#table-1/row-af"),
        ("en", "plans/implementation/", "a-1-indicators-b", "CP-1/2#a-1-indicators-b"),
        ("en", "plans/implementation/", "a-1", "CP-1/2#a-1"),
    ):
        records = [one for one in pages.pages[language, path].search if one.anchor == anchor]
        assert [words(at) in one.official for one in records] == [True], anchor
        assert records[0].official_language == "zh"
        assert records[0].text


def test_an_overlay_of_a_draft_alone(root: Path, tmp_path: Path, sources: Corpus) -> None:
    """A draft has places that the handbook does not have, and is shown on no page of a decision."""
    decided = laid.imported(sources.record)
    dropped = replace(decided.pieces[0], address="CP-1/2#a-1-indicators-z")
    source = replace(decided.source, document="draft")
    overlay.write_overlay(tmp_path, replace(decided, source=source, pieces=(dropped, *decided.pieces[1:])))
    building = Building(root, ("en",), overlay=tmp_path)
    building.prepare()
    assert building.findings == []
    assert SIGN not in of(building, "en", "decisions/cp-1-1/")
    assert sources.names["en"]["ui.official_missing"] in of(building, "en", "decisions/cp-1-1/")


def test_a_booklet_a_meeting(tmp_path: Path) -> None:
    """Each meeting's pages have the words of its own; those of one that was not imported are as they are without."""
    tree = lay_second(smallsite.with_interface(Path(shutil.copytree(SMALL, tmp_path / "tree"))))
    folder = laid.lay(tree, tmp_path / "official")
    assert sorted(path.name for path in folder.glob("zh/*.json")) == ["cp-1-decisions.json", "cp-2-decisions.json"]

    def page(path: str) -> str:
        building = Building(tree, ("en",), overlay=folder)
        building.prepare()
        assert building.findings == []
        return of(building, "en", path)

    assert words("CP-1/1#p1") in page("decisions/cp-1-1/")
    assert words("CP-2/1#p1") in page("decisions/cp-2-1/")
    (folder / "zh/cp-2-decisions.json").unlink()
    assert words("CP-1/1#p1") in page("decisions/cp-1-1/")
    assert "hb-official" not in page("decisions/cp-2-1/")
