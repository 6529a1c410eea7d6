"""The swap of a whole build for the published site, whatever happens in its middle, and the look at the built pages'
links.
"""

from __future__ import annotations

import os
import signal
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest

from handbook.build import publishing
from tests import realtree, smallsite

NEW = {"index.html": b"new", "zh/index.html": b"new zh"}
OLD = {"index.html": b"old", "en/index.html": b"old en", "gone.html": b"gone"}


def written(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A published site and, beside it, a whole build."""
    site = written(tmp_path / "site", OLD)
    written(publishing.aside(site), NEW)
    return site


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the system's exchange of two names, and without."""
    if request.param == "renames":
        monkeypatch.setattr(publishing, "_exchange", lambda first, second: False)
    return str(request.param)


# --- the swap ---------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("way")
def test_swap(site: Path) -> None:
    publishing.swap_in(publishing.aside(site), site)
    assert realtree.contents(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


@pytest.mark.usefixtures("way")
def test_first_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publishing.swap_in(written(publishing.aside(site), NEW), site)
    assert realtree.contents(site) == NEW


@pytest.mark.usefixtures("way")
def test_swap_over_what_an_earlier_one_left(site: Path) -> None:
    written(site.with_name(".site-old"), {"index.html": b"older"})
    publishing.swap_in(publishing.aside(site), site)
    publishing.clear(site)
    assert realtree.contents(site) == NEW
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_exchange_takes_one_step(tmp_path: Path) -> None:
    first, second = written(tmp_path / "first", NEW), written(tmp_path / "second", OLD)
    assert publishing._exchange(first, second)
    assert (realtree.contents(first), realtree.contents(second)) == (OLD, NEW)


def test_exchange_with_what_is_not_there(tmp_path: Path) -> None:
    assert not publishing._exchange(written(tmp_path / "first", NEW), tmp_path / "second")
    assert realtree.contents(tmp_path / "first") == NEW


def test_a_failure_between_the_renames_brings_the_old_site_back(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "_exchange", lambda first, second: False)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self == publishing.aside(site):
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PermissionError):
        publishing.swap_in(publishing.aside(site), site)
    assert realtree.contents(site) == OLD


def test_clear_takes_a_build_away(site: Path) -> None:
    publishing.clear(site)
    assert realtree.contents(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_clear_restores_a_site_set_aside(site: Path) -> None:
    """As a build leaves it that was killed between its two renames."""
    site.rename(site.with_name(".site-old"))
    publishing.clear(site)
    assert realtree.contents(site) == OLD
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_clear_where_nothing_is(tmp_path: Path) -> None:
    publishing.clear(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


# --- one build at a time ----------------------------------------------------------------------------------------------


def test_lock_is_held_once(tmp_path: Path) -> None:
    held = publishing.lock(tmp_path / "site")
    assert held is not None
    assert publishing.lock(tmp_path / "site") is None
    publishing.unlock(held)
    again = publishing.lock(tmp_path / "site")
    assert again is not None
    publishing.unlock(again)
    assert list(tmp_path.iterdir()) == []


# --- a build, killed --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return smallsite.copy(tmp_path_factory.mktemp("killed") / "tree")


@pytest.fixture(scope="module")
def whole(tree: Path) -> dict[str, bytes]:
    """The files of a build that nothing happens to."""
    assert realtree.build(tree, "--quiet", HANDBOOK_ONLY="zh").returncode == 0
    return realtree.contents(tree / "site")


#: An event, and what of the build is there once it has come.
EVENTS = {
    "pre_build(config)": "",
    "files(files, config)": "",
    "page_context(context, page, config, nav)": "hb/text.css",
    "post_page(output, page, config)": "hb/text.css",
    "post_build(config)": "handbook.json",
}


@pytest.mark.parametrize("event", EVENTS)
def test_a_killed_build_leaves_the_site_whole(tree: Path, whole: dict[str, bytes], event: str) -> None:
    """Killed without a last word, as soon as the handbook's own part of an event is done."""
    assert realtree.contents(tree / "site") == whole
    (tree / "hooks/killed.py").write_text(
        "import os, signal\n"
        "from mkdocs.plugins import event_priority\n"
        f"@event_priority(-300)\ndef on_{event}: os.kill(os.getpid(), signal.SIGKILL)\n",
        "utf-8",
    )
    settings = (tree / "mkdocs.yml").read_text("utf-8")
    realtree.edit(tree / "mkdocs.yml", "  - hooks/build.py\n", "  - hooks/build.py\n  - hooks/killed.py\n")
    try:
        done = realtree.build(tree, "--quiet", HANDBOOK_ONLY="zh")
    finally:
        (tree / "mkdocs.yml").write_text(settings, "utf-8")
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert realtree.contents(tree / "site") == whole
    assert not EVENTS[event] or (publishing.aside(tree / "site") / EVENTS[event]).exists()


def test_the_build_after_a_killed_one(tree: Path, whole: dict[str, bytes]) -> None:
    written(publishing.aside(tree / "site"), {"zh/left.html": b"left by a killed build"})
    # Nothing of the killed build may stay in it, and a page that is no longer made goes.
    written(tree / "site", {"zh/decisions/cp-10-99/index.html": b"a page of an earlier time"})
    assert realtree.build(tree, "--quiet", HANDBOOK_ONLY="zh").returncode == 0
    assert realtree.contents(tree / "site") == whole
    assert sorted(path.name for path in tree.iterdir()) == sorted((*realtree.PARTS, "site"))


def test_a_second_build_at_the_same_time(tree: Path, whole: dict[str, bytes]) -> None:
    held = os.open(tree, os.O_RDONLY)
    try:
        flock(held, LOCK_EX)
        done = realtree.build(tree, HANDBOOK_ONLY="zh")
    finally:
        os.close(held)
    assert done.returncode == 1
    assert "another build of this site is running" in done.stderr
    assert "Traceback" not in done.stderr
    assert realtree.contents(tree / "site") == whole


def test_a_site_behind_a_link(tree: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    """A published folder that is a symbolic link stays one; what it leads to is swapped."""
    served = written(tmp_path / "served", OLD)
    (tree / "linked").symlink_to(served)
    assert realtree.build(tree, "--quiet", "-d", "linked", HANDBOOK_ONLY="zh").returncode == 0
    assert (tree / "linked").is_symlink()
    (tree / "linked").unlink()
    assert realtree.contents(served) == whole
    assert [path.name for path in tmp_path.iterdir()] == ["served"]
