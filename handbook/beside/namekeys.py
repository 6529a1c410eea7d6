"""The names of all languages beside each other: which keys there should be, and where one that is absent belongs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from handbook.findings.finding import Place
from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.model.names import Names
from handbook.record.required import required_names

#: What the site fills in: `{n}`.
PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True)
class Languages:
    """The languages whose names could be read."""

    corpus: Corpus

    @cached_property
    def read(self) -> tuple[Names, ...]:
        """A file that could not be read at all has its finding; that its names are absent follows from that."""
        unread = {finding.place.path for finding in self.corpus.findings}
        return tuple(names for names in self.corpus.names.values() if names.texts or names.path not in unread)

    @cached_property
    def expected_keys(self) -> tuple[str, ...]:
        """Every key that the record asks for or two languages have, in the order of the fullest."""
        times = Counter(key for names in self.read for key in names.texts)
        asked = dict.fromkeys(required_names(self.corpus.record))
        fullest = max(self.read, key=lambda names: len(names.texts), default=None)
        keys = dict.fromkeys((*(fullest.texts if fullest else ()), *times, *asked))
        return tuple(key for key in keys if key in asked or times[key] > 1)

    def unknown(self, names: Names) -> list[str]:
        """Keys that no other language has and the record does not ask for."""
        wanted = frozenset(self.expected_keys)
        return [key for key in names.texts if key not in wanted]

    def missing(self, names: Names) -> list[str]:
        return [key for key in self.expected_keys if key not in names]

    def slips(self, names: Names) -> dict[str, str]:
        """Unknown keys that are most likely a missing one, misspelt: unknown → missing."""
        left = self.missing(names)
        out = {}
        for key in self.unknown(names):
            for alike in get_close_matches(key, left, 1, 0.8):
                left.remove(alike)
                out[key] = alike
        return out

    def place(self, names: Names, key: str) -> Place:
        """Where a missing name belongs: at the line of the nearest one before it that the language has."""
        order = self.expected_keys
        before = (order[at] for at in range(order.index(key) - 1, -1, -1))
        known = next((names.texts[one] for one in before if one in names), None)
        return Place(names.path, known.place.line if known else 1)

    def placeholders(self) -> Iterator[tuple[str, Names, frozenset[str], frozenset[str]]]:
        """Key, language, actual and expected, where a name's placeholders are not those of most languages.

        In doubt those of the source language are expected.
        """
        for key in self.expected_keys:
            by_language = {
                names.language: frozenset(PLACEHOLDER.findall(names[key])) for names in self.read if names.get(key)
            }
            times = Counter(by_language.values())
            most = max(times.values(), default=0)
            source = by_language.get(SOURCE, frozenset())
            expected = (
                source
                if times[source] == most
                else next((candidate for candidate, n in times.items() if n == most), source)
            )
            for names in self.read:
                if names.language in by_language and by_language[names.language] != expected:
                    yield key, names, by_language[names.language], expected
