"""`mkdocs serve` on the small tree: findings on top of the page, and a server that answers whatever is
edited.
"""

from __future__ import annotations

import html
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, build_opener

import pytest

from handbook import checks
from handbook.build import preview
from handbook.build.frame import Frame
from handbook.checks.check import Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.site.kind import SitePage
from handbook.site.render import render_page
from handbook.site.view import Rendered, View
from tests import realtree, smallsite
from tests.conftest import SMALL

#: For a machine that is busy with other things; nothing here measures.
PATIENCE = 120
PAGE = "zh/decisions/cp-1-1/"
PROSE = "content/zh/decisions/cp-1-1.md"
ASK = build_opener(ProxyHandler({}))


@dataclass(frozen=True)
class Page:
    status: int
    text: str

    @property
    def findings(self) -> list[str]:
        """`path:line:column code` of each finding on the page."""
        section = re.search(r'<section class="hb-findings".*?</section>', self.text, re.DOTALL)
        found = re.findall(r"<code>(.*?)</code>\s*<strong>(.*?)</strong>", section[0] if section else "")
        return [f"{html.unescape(place)} {code}" for place, code in found]


@dataclass(frozen=True)
class Server:
    tree: Path
    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def page(self, path: str = PAGE) -> Page:
        """A page as it is now: after the rebuild that runs, if one does."""
        assert self.process.poll() is None, f"the server ended:\n{self.log.read_text('utf-8')}"
        try:
            with ASK.open(f"http://127.0.0.1:{self.port}/{path}", timeout=PATIENCE) as answer:
                return Page(answer.status, answer.read().decode())
        except HTTPError as error:
            with error:
                return Page(error.code, error.read().decode())

    def until(self, holds: Callable[[Page], object], path: str = PAGE) -> Page:
        """Ask until the page is as it should be. The browser would be told; here we ask again and again."""
        end = time.monotonic() + PATIENCE
        while True:
            page = self.page(path)
            if holds(page):
                return page
            log = self.log.read_text("utf-8")
            assert time.monotonic() < end, f"{path} has {page.findings} and stays like this:\n{page.text[:3000]}\n{log}"
            time.sleep(0.2)

    def clean(self, path: str = PAGE) -> Page:
        return self.until(lambda page: page.status == 200 and not page.findings, path)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _served(tree: Path) -> Iterator[Server]:
    port, log = _free_port(), tree.with_suffix(".log")
    with log.open("wb") as out:
        process = subprocess.Popen(
            realtree.command("serve", "-a", f"127.0.0.1:{port}"),
            cwd=tree,
            env=realtree.environment(HANDBOOK_ONLY="zh", PYTHONUNBUFFERED="1"),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    server = Server(tree, port, process, log)
    try:
        end = time.monotonic() + PATIENCE
        while "Serving on" not in log.read_text("utf-8"):
            assert process.poll() is None, log.read_text("utf-8")
            assert time.monotonic() < end, log.read_text("utf-8")
            time.sleep(0.1)
        yield server
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all tests; each edits what no other does and puts it back."""
    with _served(smallsite.copy(tmp_path_factory.mktemp("served") / "tree")) as served:
        yield served


@pytest.fixture
def edited(server: Server) -> Iterator[Callable[[str, Callable[[str], str]], None]]:
    """Change a file of the served tree for the length of a test, and wait until the page is what it was."""
    kept: dict[Path, bytes] = {}

    def edit(name: str, change: Callable[[str], str]) -> None:
        file = server.tree / name
        kept.setdefault(file, file.read_bytes())
        text = file.read_text("utf-8")
        changed = change(text)
        assert changed != text
        file.write_text(changed, "utf-8")

    before = server.clean().text
    yield edit
    for file, data in kept.items():
        file.write_bytes(data)
    server.until(lambda page: _stable(page.text) == _stable(before))


def _stable(text: str) -> str:
    """A page without the numbers that the server writes into its script for reloading."""
    return re.sub(r"livereload\(\d+, \d+\)", "", text)


Edit = Callable[[str, Callable[[str], str]], None]


def line(server: Server, name: str, start: str) -> int:
    """Number of the one line that starts like this."""
    lines = (server.tree / name).read_text("utf-8").split("\n")
    (found,) = [number for number, text in enumerate(lines, 1) if text.startswith(start)]
    return found


def test_an_edited_line_shows(server: Server, edited: Edit) -> None:
    assert "重新写过的一行" not in server.page().text
    edited(PROSE, lambda text: text.replace("\n2. ", "\n2. 重新写过的一行", 1))
    assert server.until(lambda page: "重新写过的一行" in page.text).findings == []


def test_the_search_follows_an_edit(server: Server, edited: Edit) -> None:
    """It is written after the page can be had, from the same sources."""
    titles = "pagefind/titles-zh.json"
    server.until(lambda page: page.status == 200 and "重新起的名" not in page.text, titles)
    edited("content/zh/names.yaml", lambda text: re.sub(r"(?m)^(CP-1/1): .*", r"\1: 重新起的名", text))
    server.until(lambda page: page.status == 200 and "重新起的名" in page.text, titles)


def test_a_defect_of_the_prose_stands_on_top_of_its_page(server: Server, edited: Edit) -> None:
    edited(PROSE, lambda text: text.replace("{{ header() }}", "{{ headr() }}"))
    at = f"{PROSE}:{line(server, PROSE, '{{ headr')}:1 MC001"
    page = server.until(lambda page: page.findings)
    assert (page.status, page.findings) == (200, [at])
    assert 'id="p1"' in page.text
    assert server.page("zh/").findings == [at]
    assert server.page("zh/decisions/cp-1-2/").findings == []


def test_a_record_that_cannot_be_read(server: Server, edited: Edit) -> None:
    """The last good pages stay, with the finding on each; what is edited meanwhile is looked at too."""
    edited("data/decisions.yaml", lambda text: text.replace("\nmeetings:", "\nmeetings: ]", 1))
    at = f"data/decisions.yaml:{line(server, 'data/decisions.yaml', 'meetings: ]')}"
    page = server.until(lambda page: page.findings)
    assert [one.rpartition(":")[0] for one in page.findings] == [at]
    assert page.findings[0].endswith(" YML001")
    assert 'id="p1"' in page.text
    for path in ("zh/", "zh/decisions/cp-1-2/", "zh/goals/a-1/", "zh/about/"):
        assert server.page(path).findings == page.findings
    edited(PROSE, lambda text: text.replace("\n2. ", "\n2. <b>", 1))
    both = server.until(lambda page: len(page.findings) == 2)
    assert [one.rpartition(" ")[2] for one in both.findings] == ["MRK001", "YML001"]


def test_an_empty_record_and_back(server: Server, edited: Edit) -> None:
    edited("data/plans.yaml", lambda text: "")
    assert [one.rpartition(" ")[2] for one in server.until(lambda page: page.findings).findings] == ["SRC002"]


def test_names(server: Server, edited: Edit) -> None:
    """A name shows as it is edited, a missing one by its key, those of a file that cannot be read as they were."""
    names = "content/zh/names.yaml"
    edited(names, lambda text: re.sub(r"(?m)^CP-1/1: .*$", "CP-1/1: 另一个标题", text))
    assert server.until(lambda page: "另一个标题" in page.text).findings == []
    edited(names, lambda text: re.sub(r"(?m)^CP-1/1: .*\n", "", text))
    page = server.until(lambda page: page.findings)
    assert [one.rpartition(" ")[2] for one in page.findings] == ["NM001"]
    assert "[CP-1/1]" in page.text
    edited(names, lambda text: "CP-1/1: 又一个标题\n" + text)
    server.until(lambda page: "又一个标题" in page.text)
    edited(names, lambda text: text + "\nbroken: {\n")
    page = server.until(lambda page: page.findings)
    assert [one.rpartition(" ")[2] for one in page.findings] == ["YML001"]
    assert "又一个标题" in page.text


def test_a_template(server: Server, edited: Edit) -> None:
    """One of ours is watched, and a slip in it shows where its page would be."""
    edited("handbook/site/templates/pages/text.html", lambda text: text + "<p>watched</p>")
    server.until(lambda page: "<p>watched</p>" in page.text, "zh/about/")
    edited("handbook/site/templates/pages/text.html", lambda text: text + "{% if %}")
    page = server.until(lambda page: page.findings, "zh/about/")
    assert [one.rpartition(" ")[2] for one in page.findings] == ["MC004"]
    assert server.page().status == 200


def test_the_frame(server: Server, edited: Edit) -> None:
    edited("overrides/main.html", lambda text: text.replace("</title>", "{{ nothing.at.all }}</title>"))
    page = server.until(lambda page: "nothing" in page.text)
    assert page.status == 200
    edited("overrides/main.html", lambda text: text + "{% endblock %}")
    server.until(lambda page: "endblock" in page.text)


def test_a_server_that_starts_on_broken_sources(tmp_path: Path) -> None:
    """There is no good page yet: the home page has the findings, and so has the answer to every other address."""
    tree = smallsite.copy(tmp_path / "tree")
    good = (tree / "data/decisions.yaml").read_bytes()
    (tree / "data/decisions.yaml").write_text("decisions: [\n", "utf-8")
    (tree / "content/zh/names.yaml").rename(tree / "names.yaml")
    with _served(tree) as server:
        found = ["content/zh/names.yaml:1:1 SRC007", "data/decisions.yaml:2:1 YML001"]
        assert server.page("zh/").findings == found
        # What broken files name may have a page all the same, as something outside the record.
        missing = server.page("zh/nowhere/")
        assert (missing.status, missing.findings) == (404, found)
        (tree / "names.yaml").rename(tree / "content/zh/names.yaml")
        (tree / "data/decisions.yaml").write_bytes(good)
        assert 'id="p1"' in server.clean().text


# --- without a server -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return smallsite.with_interface(shutil.copytree(SMALL, tmp_path_factory.mktemp("sources") / "tree"))


@pytest.fixture(scope="module")
def first(sources: Path) -> Frame:
    return preview.frame(sources, ("zh", "en"), "", None)


def _failing(*_: object) -> Iterator[Problem]:
    yield from ()
    raise ZeroDivisionError("of our own making")


def test_a_check_that_fails(sources: Path, first: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a finding on every page, and the pages are made."""
    monkeypatch.setattr("handbook.checks.units.readings", _failing)
    frame = preview.frame(sources, ("zh", "en"), "", first)
    (finding,) = frame.building.findings
    assert (finding.code, finding.place.path) == (Code.CK001, "handbook/checks/units.py")
    assert frame.page("en", frame.building.site_pages()[1]).findings == frame.building.findings


def test_checking_that_fails(
    sources: Path, first: Frame, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last pages stay and say what happened; without any, those of a handbook that holds nothing do."""
    monkeypatch.setattr(checks, "run_checks", lambda *given: list(_failing(*given)))
    frame = preview.frame(sources, ("zh", "en"), "", first)
    assert frame.building.pages == first.building.pages
    (finding,) = frame.building.findings
    assert (finding.code, finding.place.path) == (Code.PRV001, "handbook/build/preview.py")
    assert "ZeroDivisionError: of our own making" in finding.message
    page = frame.page("en", frame.building.site_pages()[1])
    assert page.findings == [finding]
    assert "ZeroDivisionError" in capsys.readouterr().err

    empty = preview.frame(sources, ("zh", "en"), "", None)
    assert [one.code for one in empty.building.findings] == [Code.PRV001]
    assert empty.building.pages
    assert all(empty.page(*_split(empty, key)).findings for key in empty.building.pages)
    # And from there on again.
    monkeypatch.undo()
    assert preview.frame(sources, ("zh", "en"), "", empty).building.findings == []


def _split(frame: Frame, key: tuple[str, str]) -> tuple[str, SitePage]:
    assert frame.building.site is not None
    return key[0], frame.building.site.by_path[key[1]]


def test_a_page_that_cannot_be_made(sources: Path, first: Frame, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last one stays; without any there is a page for its finding."""
    made = render_page

    def failing(view: View, page: SitePage) -> tuple[Rendered | None, list[Finding]]:
        broken = [Finding(Place("handbook/site/templates"), Code.MC004, "cannot be made")]
        return (None, broken) if page.path == "about/" else made(view, page)

    monkeypatch.setattr("handbook.build.building.render_page", failing)
    about = ("zh", "about/")
    second = preview.frame(sources, ("zh", "en"), "", first)
    assert second.building.pages[about] == first.building.pages[about]
    alone = preview.frame(sources, ("zh", "en"), "", None)
    assert alone.building.pages[about].html == ""
    for frame in (second, alone):
        assert [one.code for one in frame.page(*_split(frame, about)).findings] == [Code.MC004]


def test_previews_do_not_keep_each_other(sources: Path, first: Frame) -> None:
    second = preview.frame(sources, ("zh", "en"), "", first)
    assert first.building not in vars(second.building).values()


@pytest.mark.parametrize(
    ("page", "path"),
    [
        ("decisions/cp-1-1/", "content/zh/decisions/cp-1-1.md"),
        ("plans/implementation/", "content/zh/plans/implementation.md"),
        ("plans/implementation/draft/", "content/zh/drafts/implementation.md"),
        ("goals/a-1/", "content/zh/plans/capacity-building.md"),
        ("about/", "content/zh/pages/about.md"),
    ],
)
def test_a_page_has_the_findings_of_the_prose_that_it_shows(first: Frame, page: str, path: str) -> None:
    building = copy(first.building)
    assert building.site is not None
    wrong = [Finding(Place(one), Code.PG004, "wrong") for one in (path, "content/zh/decisions/cp-1-2.md")]
    building.findings = wrong
    assert building.of_page("zh", building.site.by_path[page]) == wrong[:1]
    # In a language that has none of its own, the source's stands there.
    assert building.of_page("fr", building.site.by_path[page]) == wrong[:1]
    assert building.of_page("zh", building.site.by_path["goals/"]) == []
