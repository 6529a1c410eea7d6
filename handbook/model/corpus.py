"""All sources of one tree as one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from handbook.findings.finding import Finding
from handbook.languages import SOURCE
from handbook.model.memoized import Memoized
from handbook.model.names import Names
from handbook.model.prose import Page
from handbook.model.record import Record


@dataclass(frozen=True)
class Corpus(Memoized):
    """All sources of one tree, and what was found wrong while they were read.

    `unread` names the files of the record that could not be read at all.
    """

    record: Record
    names: Mapping[str, Names]
    pages: Mapping[tuple[str, str], Page]
    findings: tuple[Finding, ...] = ()
    unread: tuple[str, ...] = ()

    def page(self, language: str, kind: str, id: str) -> Page | None:
        """The prose of a decision, a plan or a page in one language, or None where it has none of its own."""
        return self._by_subject.get((language, kind, id))

    def prose(self, language: str, kind: str, id: str) -> Page | None:
        """The same, with the source language's prose standing in."""
        return self.page(language, kind, id) or self.page(SOURCE, kind, id)

    @cached_property
    def _by_subject(self) -> dict[tuple[str, str, str], Page]:
        return {(page.language, *page.subject): page for page in self.pages.values()}
