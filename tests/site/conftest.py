"""The made-up tree and the handbook's own as sites, once a run: no test changes them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import pytest

from handbook.corpus import load_corpus
from handbook.model.corpus import Corpus
from handbook.model.names import Names
from handbook.site.kinds import KINDS
from handbook.site.render import render_page
from handbook.site.site import Site
from handbook.site.view import Rendered, View
from tests import realtree
from tests.conftest import SMALL
from tests.second.tree import lay_second

#: Language and path of a page of the made-up tree → what is made of it.
Show = Callable[[str, str], Rendered]


@dataclass(frozen=True)
class Keyed(Names):
    """Names of the made-up tree; the interface's words, which it lacks, are their keys: `[ui.decisions]`."""

    def __getitem__(self, key: str) -> str:
        return self.get(key, f"[{key}]")


def keyed(corpus: Corpus) -> Corpus:
    names = {code: Keyed(names.language, names.path, names.texts) for code, names in corpus.names.items()}
    return replace(corpus, names=names)


def rendered(view: View, path: str) -> Rendered:
    """A page, which nothing is wrong with."""
    page, problems = render_page(view, view.site.by_path[path])
    assert problems == []
    assert page is not None
    return page


@pytest.fixture(scope="session")
def small_corpus() -> Corpus:
    return keyed(load_corpus(SMALL))


@pytest.fixture(scope="session")
def small_site(small_corpus: Corpus) -> Site:
    return Site(small_corpus, KINDS)


@pytest.fixture(scope="session")
def second_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The made-up tree with a second meeting."""
    tree = shutil.copytree(SMALL, tmp_path_factory.mktemp("second") / "tree")
    return Site(keyed(load_corpus(lay_second(tree))), KINDS)


@pytest.fixture(scope="session")
def real_site() -> Site:
    return Site(load_corpus(realtree.ROOT), KINDS)


@pytest.fixture(params=["small", "real"])
def site(request: pytest.FixtureRequest) -> Site:
    """What holds of every tree."""
    site: Site = request.getfixturevalue(f"{request.param}_site")
    return site


@pytest.fixture(scope="session")
def show(small_site: Site) -> Show:
    view = cache(lambda language: View(small_site, language))

    @cache
    def page(language: str, path: str) -> Rendered:
        return rendered(view(language), path)

    return page
