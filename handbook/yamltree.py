"""YAML text → a tree of scalars, lists and mappings that know their place. The only module that imports yaml.

Every scalar stays the string that was written: `no`, `010`, `12:30` and dates mean what they look like (PyYAML's loaders change them).
Equal keys, anchors, aliases, tags and further documents are findings; so nothing can be built that the file does not show.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from handbook.finding import Finding, Place

SYNTAX = "YML001"
EQUAL_KEYS = "YML002"
ALIAS = "YML003"
TAG = "YML004"
DOCUMENTS = "YML005"
KEY = "YML006"
DEEP = "YML007"

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


def load(path: str, text: str, line: int = 1) -> tuple[Node | None, list[Finding]]:
    """Read one document whose first line is `line` of the file. The tree is None where the text does not parse."""
    findings: list[Finding] = []
    stack: list[_Open] = []
    root: Node | None = None
    documents = 0

    def place(mark: Any) -> Place:
        return Place(path, mark.line + line, mark.column + 1)

    def put(node: Node) -> None:
        nonlocal root
        if not stack:
            root = node if root is None else root
            return
        top = stack[-1]
        if isinstance(top.node, Sequence):
            top.node.items.append(node)
        elif top.key is None and not top.skipped:
            if not isinstance(node, Scalar):
                findings.append(Finding(node.place, KEY, "key is not a word", "write a plain key"))
                top.skipped = True
            elif node.value in top.node.entries:
                first = top.node.keys[node.value].line
                message = f"key {node.value!r} again, first on line {first}"
                findings.append(Finding(node.place, EQUAL_KEYS, message, "keep one of the two"))
                top.skipped = True
            else:
                top.key = node
        else:
            if top.key is not None:
                top.node.entries[top.key.value] = node
                top.node.keys[top.key.value] = top.key.place
            top.key, top.skipped = None, False

    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    findings.append(Finding(place(event.start_mark), DOCUMENTS, "second document", "take out the line ---"))
                    break
            elif isinstance(event, yaml.AliasEvent):
                at = place(event.start_mark)
                if not any(one.code == ALIAS and one.place.line == at.line for one in findings[-1:]):
                    findings.append(Finding(at, ALIAS, f"alias *{event.anchor}", "write the value out"))
                put(Scalar("", at))
            elif isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
                at = place(event.start_mark)
                if event.anchor is not None:
                    findings.append(Finding(at, ALIAS, f"anchor &{event.anchor}", "take it out"))
                if event.tag is not None and event.tag != "!":
                    findings.append(Finding(at, TAG, f"tag {event.tag!r}", "take it out: values are plain text"))
                if isinstance(event, yaml.ScalarEvent):
                    put(Scalar(event.value, at, event.style is None))
                elif len(stack) == DEEPEST:
                    findings.append(Finding(at, DEEP, f"more than {DEEPEST} levels", "write it flatter"))
                    return None, findings
                elif isinstance(event, yaml.SequenceStartEvent):
                    stack.append(_Open(Sequence([], at)))
                else:
                    stack.append(_Open(Mapping({}, at)))
            elif isinstance(event, yaml.CollectionEndEvent):
                put(stack.pop().node)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "text that is not YAML"
        findings.append(Finding(place(mark) if mark else Place(path, line), SYNTAX, problem, "see YAML's syntax"))
        return None, findings
    return root, findings
