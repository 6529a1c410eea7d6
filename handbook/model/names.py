"""One language's names, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handbook.findings.finding import Place


@dataclass(frozen=True)
class Name:
    text: str
    place: Place


@dataclass(frozen=True)
class Names:
    """One language's names.yaml."""

    language: str
    path: str
    texts: Mapping[str, Name]

    def __getitem__(self, key: str) -> str:
        if key not in self.texts:
            raise LookupError(f"{self.path} has no {key!r}")
        return self.texts[key].text

    def get(self, key: str, default: str = "") -> str:
        name = self.texts.get(key)
        return name.text if name else default

    def __contains__(self, key: object) -> bool:
        return key in self.texts

    def term_forms(self, id: str) -> tuple[str, ...]:
        """What a term of the glossary is called: its official name, then what else is said for it."""
        return tuple(filter(None, map(str.strip, self.get(f"term.{id}").split("|"))))
