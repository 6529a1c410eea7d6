"""names.yaml → one language's names."""

from __future__ import annotations

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.model.names import Name, Names
from handbook.sources.yamltree import Mapping, Node, Scalar


def read_names(language: str, path: str, tree: Node | None) -> tuple[Names, list[Finding]]:
    """A flat mapping of texts; anything else in it is a finding, and an empty name."""
    findings: list[Finding] = []
    texts: dict[str, Name] = {}
    if isinstance(tree, Mapping):
        for key, node in tree.entries.items():
            if not isinstance(node, Scalar):
                findings.append(Finding(node.place, Code.REC002, f"name {key!r} is not a text", "write `id: text`"))
                texts[key] = Name("", node.place)
            elif not node.value.strip() or (node.plain and node.value in ("~", "null")):
                findings.append(Finding(node.place, Code.NAM001, f"name {key!r} is empty", "write the name"))
                texts[key] = Name("", node.place)
            else:
                texts[key] = Name(node.value, node.place)
    elif tree is not None:
        findings.append(Finding(Place(path), Code.REC002, "names are not a mapping", "write `id: text` lines"))
    return Names(language, path, texts), findings
