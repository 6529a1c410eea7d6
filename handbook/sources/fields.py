"""Reading a YAML mapping field by field: what is absent, of another kind or unknown is a finding at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.sources.yamltree import Mapping, Node, Scalar, Sequence

_NAMES = {Scalar: "a text", Sequence: "a list", Mapping: "a mapping"}


def is_date(text: str) -> bool:
    """Whether a text such as `2022-12-07` is a day of the calendar."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Fields:
    """A mapping that is being read. Every getter notes a finding and returns an empty value where the source is wrong.

    Call `done` at the end: keys that nobody asked for are unknown.
    """

    def __init__(self, node: Node | None, what: str, findings: list[Finding], path: str) -> None:
        self.what = what
        self.findings = findings
        self.asked: list[str] = []
        self.broken = False
        if isinstance(node, Mapping):
            self.node = node
        else:
            place = node.place if node else Place(path)
            self.node = Mapping({}, place)
            self.broken = True
            actual = _NAMES[type(node)] if node else "nothing"
            self.note(place, Code.REC002, f"{what} is {actual}, expected a mapping", "write `key: value` lines")
        self.place = self.node.place

    def note(self, place: Place, code: Code, message: str, hint: str = "") -> None:
        self.findings.append(Finding(place, code, message, hint))

    @property
    def places(self) -> dict[str, Place]:
        """Where the value of each key stands."""
        return {key: node.place for key, node in self.node.entries.items()}

    def has(self, key: str) -> bool:
        return key in self.node.entries

    def get(self, key: str, required: bool = False) -> Node | None:
        self.asked.append(key)
        node = self.node.entries.get(key)
        if node is None and required and not self.broken:
            self.note(self.place, Code.REC001, f"{self.what} lacks the key {key!r}", f"add `{key}: …`")
        return node

    def _wrong(self, key: str, node: Node, expected: str) -> None:
        self.note(node.place, Code.REC002, f"{key!r} is {_NAMES[type(node)]}, expected {expected}", "")

    def text(self, key: str, pattern: str = r"(?s).+", required: bool = True, says: str = "") -> str:
        """A text that matches the pattern; '' where it is absent or wrong."""
        node = self.get(key, required)
        if node is None:
            return ""
        if not isinstance(node, Scalar):
            self._wrong(key, node, "a text")
            return ""
        if not re.fullmatch(pattern, node.value, re.ASCII):
            self.note(node.place, Code.REC004, f"{key!r} is {node.value!r}, expected {says or 'a text'}", "")
            return ""
        return node.value

    def date(self, key: str) -> str:
        """A day of the calendar as `2022-12-07`."""
        value = self.text(key, r"\d{4}-\d{2}-\d{2}", says="a date such as 2022-12-07")
        if value and not is_date(value):
            self.note(
                self.places[key], Code.REC004, f"{key!r} is {value!r}, expected a day of the calendar", "write the date"
            )
            return ""
        return value

    def choice(self, key: str, allowed: tuple[str, ...], default: str | None = None) -> str:
        value = self.text(key, required=default is None)
        if not value:
            return default or ""
        if value not in allowed:
            place = self.node.entries[key].place
            self.note(place, Code.REC004, f"{key!r} is {value!r}, expected one of {', '.join(allowed)}", "")
            return default or ""
        return value

    def flag(self, key: str, default: bool) -> bool:
        return self.choice(key, ("true", "false"), "true" if default else "false") == "true"

    def number(self, key: str, default: int = 0) -> int:
        value = self.text(key, r"[0-9]{1,6}", required=False, says="a whole number")
        return int(value) if value else default

    def texts(self, key: str, pattern: str = r"(?s).+", says: str = "") -> list[tuple[str, Place]]:
        """A list of texts with their places."""
        out = []
        for node in self.nodes(key):
            if not isinstance(node, Scalar):
                self._wrong(key, node, "a list of texts")
            elif not re.fullmatch(pattern, node.value, re.ASCII):
                self.note(node.place, Code.REC004, f"{node.value!r} in {key!r}, expected {says or 'a text'}", "")
            else:
                out.append((node.value, node.place))
        return out

    def nodes(self, key: str, required: bool = False) -> list[Node]:
        node = self.get(key, required)
        if node is None:
            return []
        if not isinstance(node, Sequence):
            self._wrong(key, node, "a list")
            return []
        return node.items

    def children(self, key: str, what: str, required: bool = False) -> Iterator[Fields]:
        """Each mapping of a list."""
        for node in self.nodes(key, required):
            yield Fields(node, what, self.findings, self.place.path)

    def child(self, key: str, what: str, required: bool = False) -> Fields | None:
        node = self.get(key, required)
        return Fields(node, what, self.findings, self.place.path) if node is not None else None

    def pairs(self, key: str) -> dict[str, tuple[str, Place]]:
        """A mapping of texts."""
        node = self.get(key)
        if node is None:
            return {}
        if not isinstance(node, Mapping):
            self._wrong(key, node, "a mapping")
            return {}
        pairs = {}
        for name, value in node.entries.items():
            if isinstance(value, Scalar):
                pairs[name] = (value.value, value.place)
            else:
                self._wrong(name, value, "a text")
        return pairs

    def done(self) -> None:
        for key, place in self.node.keys.items():
            if key not in self.asked:
                allowed = ", ".join(self.asked)
                self.note(place, Code.REC003, f"unknown key {key!r} in {self.what}", f"allowed: {allowed}")
