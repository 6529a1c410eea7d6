"""A build with the official text: in a folder of its own, out of every robot's way, and nothing of it anywhere else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

import pytest

from handbook import corpus
from handbook.build import export, preview
from handbook.build.building import Building
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus
from handbook.official import overlay, shown
from tests import laid, realtree
from tests.laid import DOUBTED, FIGURE, LEFT_OUT, MARKED, SIGN, words

OLD = {"index.html": b"the last good site", "zh/index.html": b"old"}
ENVIRONMENT = "HANDBOOK_OVERLAY"


def published(tree: Path) -> None:
    for name, content in OLD.items():
        path = tree / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@pytest.fixture(scope="module")
def sources() -> Corpus:
    return corpus.load_corpus(realtree.ROOT)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree with a published site and an overlay, built with it and with an address of the site."""
    tree = realtree.copy(tmp_path_factory.mktemp("official") / "tree")
    published(tree)
    laid.lay(tree, tree / "official")
    done = realtree.build(
        tree, "--strict", "--quiet", SITE_URL="https://example.org/handbook/", **{ENVIRONMENT: "official"}
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return tree


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Building:
    """The pages in three languages, of overlays in Chinese and in Arabic."""
    folder = laid.lay(realtree.ROOT, tmp_path_factory.mktemp("overlay"), "zh", "ar")
    building = Building(realtree.ROOT, ("zh", "en", "ar"), overlay=folder)
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
    tree = realtree.copy(tmp_path / "tree")
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
    ("asked", "folder"), [((), "site-official"), (("-d", "public"), "public-official"), (("-d", "site-official"),) * 2]
)
def test_the_folder_of_its_own(tmp_path: Path, asked: tuple[str, ...], folder: str | tuple[str, ...]) -> None:
    tree = realtree.copy(tmp_path / "tree")
    laid.lay(tree, tmp_path / "overlay")
    values = {ENVIRONMENT: str(tmp_path / "overlay"), "HANDBOOK_ONLY": "en"}
    assert realtree.build(tree, "--quiet", *asked, **values).returncode == 0
    built = folder if isinstance(folder, str) else folder[-1]
    assert sorted(path.name for path in tree.iterdir()) == sorted((*realtree.PARTS, built))


def test_it_is_not_deployed(tree: Path) -> None:
    done = realtree.run(tree, "gh-deploy", **{ENVIRONMENT: "official"})
    assert done.returncode == 1
    assert "a build with the official text is not for publishing" in done.stderr


# --- what cannot be shown ---------------------------------------------------------------------------------------------


def _broken(folder: Path) -> None:
    (folder / "zh/decisions.json").write_text("{", "utf-8")


def _foreign(folder: Path) -> None:
    (folder / "zh").rename(folder / "fr")


def _unknown(folder: Path) -> None:
    path = folder / "zh/decisions.json"
    path.write_text(path.read_text("utf-8").replace('"CP-10/2#p1"', '"CP-10/2#p99"'), "utf-8")


def _empty(folder: Path) -> None:
    (folder / "zh/decisions.json").unlink()


WRONG = {
    "broken": (_broken, "official:1:1: OVL001", "zh/decisions.json: is no JSON"),
    "of another language": (_foreign, "official:1:1: OVL001", "expected at zh/decisions.json"),
    "of another handbook": (_unknown, "official/zh/decisions.json:1:1: OVL002", "at 'CP-10/2#p99'"),
    "empty": (_empty, "official:1:1: OVL001", "holds no overlay"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_overlay_is_a_finding_and_the_sites_stay(tmp_path: Path, case: str) -> None:
    spoil, code, told = WRONG[case]
    tree = realtree.copy(tmp_path / "tree")
    published(tree)
    (tree / "site-official").mkdir()
    (tree / "site-official/index.html").write_bytes(b"the last good one")
    spoil(laid.lay(tree, tree / "official"))
    before = {name: content for name, content in realtree.contents(tree).items() if "__pycache__" not in name}
    done = realtree.build(tree, HANDBOOK_ONLY="zh", **{ENVIRONMENT: "official"})
    assert done.returncode == 1
    assert code in done.stderr
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert {name: content for name, content in realtree.contents(tree).items() if "__pycache__" not in name} == before


def test_a_preview_shows_it_or_says_why_not(tmp_path: Path) -> None:
    folder = laid.lay(realtree.ROOT, tmp_path / "overlay")
    first = preview.frame(realtree.ROOT, ("en",), "", None, folder)
    assert first.building.findings == []
    assert SIGN in of(first.building, "en", "decisions/cp-10-2/")
    second = preview.frame(realtree.ROOT, ("en",), "", first, tmp_path / "nowhere")
    assert [finding.code for finding in second.building.findings] == [Code.OVL001]
    assert SIGN not in of(second.building, "en", "decisions/cp-10-2/")


# --- what pages show --------------------------------------------------------------------------------------------------


def shown_at(sources: Corpus) -> Iterator[str]:
    for at in sorted(shown.places(sources.record)):
        table, _, row = at.partition("/row-")
        if row != "total" or (table in sources.record.tables and sources.record.tables[table].totals):
            yield at


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
        lost = [at for at in shown_at(sources) if at != LEFT_OUT and f"{words(at)}<" not in text]
        assert lost == []


def test_goals_have_the_words_of_both_plans(pages: Building, sources: Corpus) -> None:
    html = of(pages, "en", "goals/a-5/")
    for plan in sources.record.plans.values():
        assert f"{words(f'{plan.decision}#a-5')}<" in html


def test_closing_words(pages: Building, sources: Corpus) -> None:
    decision = sources.record.decisions["CP-10/2"]
    tail = next(unit.id for unit in decision.units.values() if unit.tail)
    assert f"{words(f'CP-10/2#{tail}')}/tail</p>" in of(pages, "zh", "decisions/cp-10-2/")


def test_errata_have_the_words_at_their_place(pages: Building, sources: Corpus) -> None:
    html = without_marks(of(pages, "en", "errata/"))
    for erratum in sources.record.errata:
        if "#" in erratum.at:
            assert f"{words(erratum.at)}<" in html, erratum.id


def test_a_language_has_its_own_or_chinese(pages: Building) -> None:
    assert words("CP-10/2#p1", "ar") in of(pages, "ar", "decisions/cp-10-2/")
    assert words("CP-10/2#p1", "zh") not in of(pages, "ar", "decisions/cp-10-2/")
    assert '<p class="hb-words hb-official__words" lang="ar" dir="rtl">' in of(pages, "ar", "decisions/cp-10-2/")
    for language in ("zh", "en"):
        html = of(pages, language, "decisions/cp-10-2/")
        assert re.search(
            rf'<p class="hb-words hb-official__words" lang="zh-Hans" dir="ltr">[^\n]*{words("CP-10/2#p1")}', html
        )


def test_chinese_on_an_arabic_page(tree: Path) -> None:
    html = (tree / "site-official/ar/decisions/cp-10-2/index.html").read_text("utf-8")
    assert re.search(
        rf'<p class="hb-words hb-official__words" lang="zh-Hans" dir="ltr">[^\n]*{words("CP-10/2#p1")}', html
    )


def unit(html: str, anchor: str) -> str:
    """The HTML of a paragraph up to the next one."""
    return html.partition(f'id="{anchor}"')[2].partition('<div class="hb-unit hb-unit--paragraph"')[0]


def test_a_place_without_words_says_so(pages: Building, sources: Corpus) -> None:
    for language in ("zh", "en"):
        missing = sources.names[language]["ui.official_missing"]
        html = of(pages, language, "decisions/cp-10-2/")
        assert missing in unit(html, LEFT_OUT.partition("#")[2])
        assert html.count(missing) == 1


def test_doubt_and_marks(pages: Building, sources: Corpus) -> None:
    html = of(pages, "en", "decisions/cp-10-2/")
    doubt = sources.names["en"]["ui.official_doubt"]
    assert doubt in unit(html, DOUBTED.partition("#")[2])
    assert html.count(doubt) == 1
    assert f'{SIGN}<sup class="hb-official__mark">7</sup>' in unit(html, MARKED.partition("#")[2])


def test_figures_stand_under_their_columns(pages: Building) -> None:
    html = of(pages, "en", "decisions/cp-10-1/")
    row = html.partition('id="table-2-af"')[2].partition("</tr>")[0]
    assert row.count(FIGURE) == row.count("<td ") == 3


def test_search_has_the_words(pages: Building) -> None:
    for language, path, anchor, at in (
        ("zh", "decisions/cp-10-2/", "p1", "CP-10/2#p1"),
        ("en", "decisions/cp-10-2/", "p1", "CP-10/2#p1"),
        ("en", "decisions/cp-10-9/", "fn-1", "CP-10/9#fn-1"),
        ("en", "decisions/cp-10-1/", "table-2-af", "CP-10/1#table-2/row-af"),
        ("en", "plans/implementation/", "a-5-indicators-b", "CP-10/3#a-5-indicators-b"),
        ("en", "plans/implementation/", "a-5", "CP-10/3#a-5"),
    ):
        records = [one for one in pages.pages[language, path].search if one.anchor == anchor]
        assert [words(at) in one.official for one in records] == [True], anchor
        assert records[0].official_language == "zh"
        assert records[0].text


def test_an_overlay_of_a_draft_alone(tmp_path: Path, sources: Corpus) -> None:
    """A draft has places that the handbook has not, and is shown on no page of a decision."""
    draft = json.loads(overlay.to_json(laid.imported(sources.record)))
    draft["source"]["document"] = "draft"
    draft["pieces"][0]["at"] = "CP-10/3#a-5-indicators-z"
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh/draft.json").write_text(json.dumps(draft), "utf-8")
    building = Building(realtree.ROOT, ("en",), overlay=tmp_path)
    building.prepare()
    assert building.findings == []
    assert SIGN not in of(building, "en", "decisions/cp-10-2/")
    assert sources.names["en"]["ui.official_missing"] in of(building, "en", "decisions/cp-10-2/")
