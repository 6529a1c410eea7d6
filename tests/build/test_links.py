"""Links of built pages: those that hold, and those that do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.build.links import look_at_links
from handbook.findings.codes import Code

HERE = "zh/decisions/cp-1-2/index.html"
THERE = "zh/articles/26/index.html"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def found(tmp_path: Path, html: str, site_url: str = "", **more: str) -> list[tuple[str, str]]:
    """File and code of what is wrong with a site of two pages and a stylesheet, of which one holds `html`."""
    files = {"index.html": "<p>", THERE: '<p id="a-1">é</p><p id="第一">', "hb/a.css": "", HERE: html, **more}
    write(tmp_path, files)
    return [(str(one.place.path), one.code) for one in look_at_links(tmp_path, site_url)]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../../articles/26/">',
        '<a href="../../articles/26/#a-1">',
        '<a href="../../articles/26/index.html#a-1">',
        '<a href="../../articles/26">',
        '<a href="../../articles/26/#%E7%AC%AC%E4%B8%80">',
        '<a href="#p1"><p id="p1">',
        '<a href="#">',
        '<a href="../../../">',
        '<a href="/zh/articles/26/">',
        '<a href="/">',
        '<a href="https://example.net/elsewhere">',
        '<a href="mailto:somebody@example.net">',
        '<link href="../../../hb/a.css">',
        '<img src="data:image/png;base64,AA==">',
        '<!-- <a href="nowhere/"> <script src="https://example.net/a.js"> -->',
        '<script>const text = \'<a href="nowhere/"> id="x" id="x"\'</script>',
        '<p id="a"><p id="b">',
        '<a href="../../articles/26/?query=1#a-1">',
    ],
)
def test_links_that_hold(tmp_path: Path, html: str) -> None:
    assert found(tmp_path, html) == []


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<a href="nowhere/">', Code.LNK001),
        ('<a href="../../articles/27/">', Code.LNK001),
        ('<a href="../articles/26/">', Code.LNK001),
        ('<a href="/zh/articles/27/">', Code.LNK001),
        ('<link rel="stylesheet" href="../../../hb/b.css">', Code.LNK001),
        ('<script src="../../../hb/b.js"></script>', Code.LNK001),
        ('<img alt="" src="b.png">', Code.LNK001),
        ('<a href="../../articles/26/#a-2">', Code.LNK002),
        ('<a href="../../articles/26/#A-1">', Code.LNK002),
        ('<a href="#p1"><p id="p2">', Code.LNK002),
        ('<a href="nowhere/"><a href="nowhere/">', Code.LNK001),
        ('<link rel="stylesheet" href="https://example.net/a.css">', Code.LNK003),
        ('<script src="//example.net/a.js"></script>', Code.LNK003),
        ('<img src="http://example.net/a.png">', Code.LNK003),
        ('<iframe src="https://example.net/"></iframe>', Code.LNK003),
        ('<p id="a"><p id="a"><p id="b">', Code.LNK004),
    ],
)
def test_links_that_do_not(tmp_path: Path, html: str, code: str) -> None:
    assert found(tmp_path, html) == [(HERE, code)]


def test_a_site_under_a_path(tmp_path: Path) -> None:
    url = "https://example.org/handbook/"
    html = (
        f'<link rel="canonical" href="{url}zh/decisions/cp-1-2/"><link rel="stylesheet" href="/handbook/hb/a.css">'
        '<a href="/handbook/zh/articles/26/#a-1">'
    )
    assert found(tmp_path, html, url) == []
    assert found(tmp_path, '<a href="/handbook/zh/articles/27/">', url) == [(HERE, Code.LNK001)]
    assert found(tmp_path, '<link rel="canonical" href="https://example.net/">', url) == [(HERE, Code.LNK003)]


def test_the_same_dead_link_on_several_pages_is_told_once(tmp_path: Path) -> None:
    assert len(found(tmp_path, '<a href="/nowhere/">', **{"en/index.html": '<a href="/nowhere/">'})) == 1


def test_a_part_of_a_stylesheet_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path, {"hb/text.css": '@import "text/units.css";\n', "hb/print.css": '@import "text.css";\n'})
    assert [(str(one.place.path), one.code) for one in look_at_links(tmp_path)] == [("hb/text.css", Code.LNK001)]
