"""data/terms.yaml: the words for acts in each language, and names that are Latin in all of them."""

from __future__ import annotations

from handbook.languages import LANGUAGES
from handbook.sources.fields import Fields
from handbook.sources.yamltree import Mapping, Scalar, Sequence

GROUPS = ("acts", "acts_preamble", "acts_also")


def read_acts(file: Fields) -> dict[str, dict[str, dict[str, tuple[str, ...]]]]:
    """Group → act → language → accepted forms, the first preferred.

    Every act has forms in each language that has a form of any: one that is new to the handbook may come without.
    """
    children = {group: file.child(group, group, required=True) for group in GROUPS}
    nodes = {group: child.node.entries if child else {} for group, child in children.items()}
    acts = [node for entries in nodes.values() for node in entries.values()]
    begun = frozenset(code for node in acts if isinstance(node, Mapping) for code in node.entries)
    groups: dict[str, dict[str, dict[str, tuple[str, ...]]]] = {}
    for group, entries in nodes.items():
        groups[group] = {}
        for act, node in entries.items():
            fields = Fields(node, f"act {act}", file.findings, file.place.path)
            groups[group][act] = _forms(fields, begun)
            fields.done()
    return groups


def _forms(fields: Fields, begun: frozenset[str]) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for language in LANGUAGES:
        value = fields.get(language, required=language in begun)
        if isinstance(value, Scalar):
            forms[language] = (value.value,)
        elif isinstance(value, Sequence):
            forms[language] = tuple(item.value for item in value.items if isinstance(item, Scalar))
    return forms


def read_latin(file: Fields) -> tuple[str, ...]:
    """Names that stand in Latin letters in every language."""
    return tuple(text for text, _ in file.texts("latin"))
