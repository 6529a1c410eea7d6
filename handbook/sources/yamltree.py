"""YAML text → a tree of scalars, lists and mappings that know their place. The only module that imports yaml.

Every scalar stays the string that was written: `no`, `010`, `12:30` and dates mean what they look like (PyYAML's
loaders change them). Equal keys, anchors, aliases, tags and further documents are findings; so nothing can be built
that the file does not show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place

#: The record's own nesting is a third of this; what goes deeper is not read at all.
DEEPEST = 40


@dataclass(frozen=True)
class Scalar:
    """`value` as written; `plain` if without quotes, so that a bare `null` or `~` can be told from the word."""

    value: str
    place: Place
    plain: bool = True


@dataclass(frozen=True)
class Sequence:
    items: list[Node]
    place: Place


@dataclass(frozen=True)
class Mapping:
    entries: dict[str, Node]
    place: Place
    keys: dict[str, Place] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


@dataclass
class _Open:
    """A collection whose end event has not come yet; `key` is a mapping's key that waits for its value."""

    node: Sequence | Mapping
    key: Scalar | None = None
    skipped: bool = False


def load_yaml(path: str, text: str, line: int = 1) -> tuple[Node | None, list[Finding]]:
    """Read one document whose first line is `line` of the file. The tree is None where the text does not parse."""
    return _Building(path, line).load(text)


class _Building:
    """A tree under construction, event by event: no recursion, so depth costs nothing."""

    def __init__(self, path: str, line: int) -> None:
        self.path = path
        self.line = line
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def note(self, at: Place, code: Code, message: str, hint: str) -> None:
        self.findings.append(Finding(at, code, message, hint))

    def place(self, mark: Any) -> Place:
        return Place(self.path, mark.line + self.line, mark.column + 1)

    def load(self, text: str) -> tuple[Node | None, list[Finding]]:
        documents = 0
        try:
            for event in yaml.parse(text, Loader=yaml.CBaseLoader):
                if isinstance(event, yaml.DocumentStartEvent):
                    documents += 1
                    if documents > 1:
                        self.note(self.place(event.start_mark), Code.YML005, "second document", "take out the line ---")
                        break
                elif isinstance(event, yaml.AliasEvent):
                    self.alias(event)
                elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
                    if not self.opened(event):
                        return None, self.findings
                elif isinstance(event, yaml.CollectionEndEvent):
                    self.put(self.stack.pop().node)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            problem = getattr(error, "problem", None) or "text that is not YAML"
            self.note(
                self.place(mark) if mark else Place(self.path, self.line), Code.YML001, problem, "see YAML's syntax"
            )
            return None, self.findings
        return self.root, self.findings

    def alias(self, event: yaml.AliasEvent) -> None:
        """One finding a line, as a bomb of aliases has nine on each."""
        at = self.place(event.start_mark)
        if not any(one.code is Code.YML003 and one.place.line == at.line for one in self.findings[-1:]):
            self.note(at, Code.YML003, f"alias *{event.anchor}", "write the value out")
        self.put(Scalar("", at))

    def opened(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> bool:
        """Take in a scalar, or open a collection; False where it is too deep to go on."""
        place = self.place(event.start_mark)
        if event.anchor is not None:
            self.note(place, Code.YML003, f"anchor &{event.anchor}", "take it out")
        if event.tag is not None and event.tag != "!":
            self.note(place, Code.YML004, f"tag {event.tag!r}", "take it out: values are plain text")
        if isinstance(event, yaml.ScalarEvent):
            # The C parser calls a plain style '', the other one None.
            self.put(Scalar(event.value, place, not event.style))
        elif len(self.stack) == DEEPEST:
            self.note(place, Code.YML007, f"more than {DEEPEST} levels", "write it flatter")
            return False
        else:
            sequence = isinstance(event, yaml.SequenceStartEvent)
            self.stack.append(_Open(Sequence([], place) if sequence else Mapping({}, place)))
        return True

    def put(self, node: Node) -> None:
        """Hand a whole node to the collection that it stands in."""
        if not self.stack:
            self.root = node if self.root is None else self.root
            return
        top = self.stack[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None and not top.skipped:
            self.take_key(top, top.node, node)
        else:
            if top.key is not None:
                top.node.entries[top.key.value] = node
                top.node.keys[top.key.value] = top.key.place
            top.key, top.skipped = None, False

    def take_key(self, top: _Open, mapping: Mapping, node: Node) -> None:
        """A key whose value comes next; that of a wrong key is skipped."""
        if not isinstance(node, Scalar):
            self.note(node.place, Code.YML006, "key is not a word", "write a plain key")
            top.skipped = True
        elif node.value in mapping.entries:
            first = mapping.keys[node.value].line
            self.note(
                node.place, Code.YML002, f"key {node.value!r} again, first on line {first}", "keep one of the two"
            )
            top.skipped = True
        else:
            top.key = node
