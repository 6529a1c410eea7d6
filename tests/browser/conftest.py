"""One host and one browser a process, the sites built once for all of them; a fresh, watched page for each test.

`root` is where the site of the handbook is served. A module whose tests stand on the small tree takes `small_root` in
its place.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from handbook import corpus
from handbook.model.names import Names
from tests import realtree, smallsite
from tests.browser.serving import PREFIX, serve
from tests.browser.watching import Watch
from tests.sharing import shared

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # What asks another host is told so, and nothing leaves the machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
WIDE = (1440, 900)
PHONE = (390, 844)
#: Longer than anything here takes on a slow machine, shorter than a wait that looks like a hang.
PATIENCE = 10_000

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def names() -> Mapping[str, Names]:
    """The words of the interface, by language and id."""
    return corpus.load_corpus(realtree.ROOT).names


def built(tree: Path, **values: str) -> None:
    """Build a copy of a tree, with the addresses of a site that is somewhere else: no page may ask for them."""
    done = realtree.build(tree, "--strict", "--quiet", SITE_URL=f"http://handbook.invalid{PREFIX}", **values)
    if done.returncode:
        pytest.fail(f"the site does not build:\n{done.stderr}", pytrace=False)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the handbook."""
    return shared(tmp_path_factory, "real-tree", lambda tree: built(realtree.copy(tree))) / "site"


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small tree."""
    return shared(tmp_path_factory, "small-tree", lambda tree: built(smallsite.copy(tree))) / "site"


@pytest.fixture(scope="session")
def root(folder: Path) -> Iterator[str]:
    """The address of the handbook's site."""
    with serve(folder) as address:
        yield address


@pytest.fixture(scope="session")
def small_root(small_folder: Path) -> Iterator[str]:
    """The address of the small tree's site."""
    with serve(small_folder) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # The shell is the same browser without a window, and takes half the time.
    program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert program, "chromium is not installed; scripts/browser installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def watch(root: str) -> Iterator[Watch]:
    """What the browser asked and complained of; a test fails by what was wrong, whatever it looks at itself."""
    found = Watch(root)
    yield found
    assert found.wrong == []


@pytest.fixture
def open_page(chromium: Browser, root: str, watch: Watch) -> Iterator[Open]:
    """`open_page("zh/", size=PHONE, …)`: a page of the site in a browser of its own; keywords are those of
    `new_context`.
    """
    contexts = []

    def open_one(path: str, size: tuple[int, int] = WIDE, **settings: Any) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]}, reduced_motion="reduce", **settings
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        watch.listen(context)
        page = context.new_page()
        page.goto(root + path)
        return page

    yield open_one
    for context in contexts:
        context.close()
