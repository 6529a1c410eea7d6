"""The site of one corpus: its pages, their addresses, and what refers to what. Plain values; nothing is rendered here.

Every language has the same pages at the same addresses: `/<language>/<path>#<anchor>`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.model.record import Record
from handbook.site.crossrefs import CrossReferences
from handbook.site.kind import Kind, SitePage
from handbook.site.slips import Slips
from handbook.site.termuses import TermUses
from handbook.targets.addresses import anchor_of, natural
from handbook.targets.grammar import Target
from handbook.targets.paths import DATA, page_of


class Site:
    """`kinds` are the kinds of its pages, in their order."""

    def __init__(self, corpus: Corpus, kinds: Iterable[Kind[Any]]) -> None:
        self.corpus = corpus
        self.record: Record = corpus.record
        self.kinds = tuple(kinds)
        self.crossrefs = CrossReferences(corpus)
        self.term_uses = TermUses(corpus)
        self.slips = Slips(corpus.record)

    @cached_property
    def pages(self) -> tuple[SitePage, ...]:
        """All pages, in the order of the kinds."""
        return tuple(SitePage(kind.path(shown), kind, shown) for kind in self.kinds for shown in kind.shown(self))

    def of_kind(self, *names: str) -> tuple[SitePage, ...]:
        """The pages of some kinds, kind by kind."""
        return tuple(page for name in names for page in self.pages if page.kind.name == name)

    def under(self, path: str) -> tuple[SitePage, ...]:
        """The pages that have the page at `path` above them."""
        return tuple(page for page in self.pages if page.parent == path)

    @cached_property
    def by_path(self) -> Mapping[str, SitePage]:
        return {page.path: page for page in self.pages}

    def anchors(self, page: SitePage) -> Iterable[str]:
        """The ids of one page that stay for ever."""
        return page.kind.anchors(self, page.shows)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """Every address that may be cited, from the language's root, sorted: pages and the anchors in them."""
        out: set[str] = set()
        for page in self.pages:
            out.add(page.path)
            out.update(f"{page.path}#{anchor}" for anchor in self.anchors(page))
        return tuple(sorted(out, key=natural))

    def link(self, target: Target) -> tuple[str, str] | None:
        """Page and anchor where a target is shown, or None where the site has no such page."""
        page = page_of(target)
        return (page, anchor_of(target)) if page in self.by_path or target.id == DATA else None

    def in_order(self, sources: Iterable[Target]) -> list[Target]:
        """Places that cite, each once, page by page, in the order of the record."""
        return sorted(set(sources), key=self._ranks.__getitem__)

    @cached_property
    def _ranks(self) -> Mapping[Target, tuple[int, int]]:
        pages = {path: rank for rank, path in enumerate(self.by_path)}
        crossrefs = self.crossrefs
        sources = dict.fromkeys(source for source, _ in (*crossrefs.citations, *crossrefs.mentions))
        return {source: (pages[page_of(source)], rank) for rank, source in enumerate(sources)}

    def prose_of(self, page: SitePage, language: str) -> str:
        """The language of a page's prose: its own, or the source's where its own has none. A page without prose is in
        its own.
        """
        for subject in page.subjects:
            if self.corpus.page(language, *subject) is None and self.corpus.page(SOURCE, *subject) is not None:
                return SOURCE
        return language
