"""A run of the generator without a generator: what each step gives, and which site stands at the end."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from handbook.build import publishing
from handbook.build.session import RefusedError, Session, Settings
from tests import realtree, smallsite
from tests.conftest import SMALL

OLD = {"index.html": b"old"}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return smallsite.with_interface(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("sources") / "tree")))


@pytest.fixture
def settings(sources: Path, tmp_path: Path) -> Settings:
    """Of a build in two languages over an older site."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_bytes(OLD["index.html"])
    return Settings(sources, site, ("zh", "en"))


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session()
    yield session
    session.end()


def write(session: Session, folder: Path, **more: str) -> None:
    """What a generator does between the beginning and the end, with pages that have no frame."""
    overrides = realtree.ROOT / "overrides"
    theme = {path.relative_to(overrides).as_posix(): path for path in overrides.glob("hb/**/*.*")}
    for language in ("zh", "en"):
        for path, content in session.files(language, theme if language == "zh" else {}).items():
            file = folder / path.replace(".md", ".html")
            file.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Path):
                shutil.copyfile(content, file)
            else:
                file.write_text(content or session.html(path), "utf-8")
    for name, text in more.items():
        (folder / name).write_text(text, "utf-8")


def test_files_of_a_language(session: Session, settings: Settings, tmp_path: Path) -> None:
    session.begin(settings)
    theme = {}
    for name, text in {"hb/a.css": '@import "a/b.css";\n', "hb/a/b.css": "b {}\n", "hb/x.js": "x"}.items():
        theme[name] = tmp_path / name
        theme[name].parent.mkdir(parents=True, exist_ok=True)
        theme[name].write_text(text, "utf-8")
    others = {name: tmp_path / name for name in ("assets/theme.css", "hb/official.css", "hb/official.js")}
    files = session.files("zh", {**theme, **others})
    pages = [name for name in files if name.endswith(".md")]
    assert {name: content for name, content in files.items() if name not in pages} == {
        "hb/x.js": tmp_path / "hb/x.js",
        "hb/a.css": "b {}\n",
    }
    assert pages == list(session.files("zh", {}))
    assert pages[0] == "zh/index.md"
    assert "zh/decisions/cp-1-1/index.md" in pages
    assert [name for name in pages if session.is_home(name)] == ["zh/index.md"]


def test_a_page_and_its_frame(session: Session, settings: Settings) -> None:
    session.begin(settings)
    assert 'id="p1"' in session.html("en/decisions/cp-1-1/index.md")
    frame = session.frame("en/decisions/cp-1-1/index.md")
    assert (frame.language.code, frame.page.path, frame.root) == ("en", "decisions/cp-1-1/", "../../../")


def test_a_whole_build_takes_the_place_of_the_site(session: Session, settings: Settings) -> None:
    folder = session.begin(settings)
    assert folder == publishing.aside(settings.site_dir)
    write(session, folder)
    assert session.finish(folder) == settings.site_dir
    assert realtree.contents(settings.site_dir) == OLD
    session.end()
    assert (settings.site_dir / "zh/decisions/cp-1-1/index.html").is_file()
    assert [path.name for path in settings.site_dir.parent.iterdir()] == ["site"]


def test_a_failure_after_the_last_step(session: Session, settings: Settings) -> None:
    """As where the generator counts a warning for a failure."""
    folder = session.begin(settings)
    write(session, folder)
    session.finish(folder)
    session.fail()
    session.end()
    assert realtree.contents(settings.site_dir) == OLD
    assert [path.name for path in settings.site_dir.parent.iterdir()] == ["site"]


def test_a_dead_link_is_refused(session: Session, settings: Settings) -> None:
    folder = session.begin(settings)
    write(session, folder, **{"zh/more.html": '<a href="nowhere/">'})
    with pytest.raises(RefusedError, match="1 findings on the built pages"):
        session.finish(folder)
    session.end()
    assert realtree.contents(settings.site_dir) == OLD


def test_findings_are_refused(session: Session, settings: Settings, tmp_path: Path) -> None:
    tree = Path(shutil.copytree(settings.root, tmp_path / "tree"))
    realtree.edit(tree / "content/zh/decisions/cp-1-1.md", "\n{{ header() }}\n", "\n{{ headr() }}\n")
    with pytest.raises(RefusedError, match="1 findings; the published site stays as it is"):
        session.begin(replace(settings, root=tree))


def test_two_at_once(session: Session, settings: Settings) -> None:
    session.begin(settings)
    with pytest.raises(RefusedError, match="another build"):
        Session().begin(settings)
    session.end()
    again = Session()
    again.begin(settings)
    again.end()


def test_the_official_text_is_not_deployed(settings: Settings) -> None:
    session = Session()
    session.start(serving=False, deploying=True)
    with pytest.raises(RefusedError, match="not for publishing"):
        session.begin(replace(settings, overlay="official"))


def test_a_preview_is_written_where_the_generator_wants_it(settings: Settings) -> None:
    """And begins again for each edit."""
    session = Session()
    session.start(serving=True, deploying=False)
    for _ in range(2):
        assert session.begin(settings) == settings.site_dir
        assert 'id="p1"' in session.html("en/decisions/cp-1-1/index.md")
    session.end()
    assert realtree.contents(settings.site_dir) == OLD
