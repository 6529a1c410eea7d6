"""Where the terms of the glossary are used, language by language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.model.prose import Page
from handbook.site.places import decision_places, plan_places
from handbook.targets.grammar import Target
from handbook.words.terms import TermFinder, terms_of_page

Uses = Mapping[str, tuple[Target, ...]]


class TermUses:
    """The uses of one corpus; each page is searched once, whichever languages show it."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.record = corpus.record
        self._finders: dict[str, TermFinder] = {}
        self._of_pages: dict[str, Uses] = {}
        self._of_languages: dict[tuple[str, ...], Uses] = {}

    @cached_property
    def places(self) -> Mapping[tuple[str, str], Mapping[str, Target]]:
        """Decisions and plans, as prose names its subject → the addresses in them."""
        return {
            **{("decision", id): decision_places(decision) for id, decision in self.record.decisions.items()},
            **{("plan", id): plan_places(self.record, plan) for id, plan in self.record.plans.items()},
        }

    def in_language(self, language: str) -> Uses:
        """Term → where it is used: as the language's prose has it, or the source's where it has none. A term that is
        not found in the language's words at all has the source's places too.
        """
        pages = [page for subject in self.places if (page := self.corpus.prose(language, *subject))]
        key = tuple(page.path for page in pages)
        if key not in self._of_languages:
            uses: dict[str, list[Target]] = {term: [] for term in self.record.terms}
            for page in pages:
                for term, targets in self._of_page(page).items():
                    uses[term] += targets
            others = self.in_language(SOURCE) if any(page.language != SOURCE for page in pages) else {}
            self._of_languages[key] = {term: tuple(targets) or others.get(term, ()) for term, targets in uses.items()}
        return self._of_languages[key]

    def _of_page(self, page: Page) -> Uses:
        if page.path not in self._of_pages:
            places = self.places[page.subject]
            self._of_pages[page.path] = {
                term: tuple(places[anchor] for anchor in anchors if anchor in places)
                for term, anchors in terms_of_page(page, self._finder(page.language)).items()
            }
        return self._of_pages[page.path]

    def _finder(self, language: str) -> TermFinder:
        if language not in self._finders:
            self._finders[language] = TermFinder(self.corpus.names[language], self.record.terms)
        return self._finders[language]
