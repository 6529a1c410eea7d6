"""One prose file → a page: front matter, and the tree of its blocks with their addresses."""

from __future__ import annotations

import re

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.model.prose import Page, Waiver
from handbook.prose import blocks
from handbook.prose.addressing import ADDRESSED
from handbook.sources.fields import Fields
from handbook.sources.yamltree import load_yaml

#: A line of white space of any kind is an empty one.
_BLANK = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def front_matter(text: str) -> str:
    """The front matter of a file with both its lines `---`, or nothing."""
    front = _FRONT.match(text)
    return front[0] if front else ""


def parse_page(path: str, language: str, name: str, text: str) -> tuple[Page | None, list[Finding]]:
    """One prose file. `name` is its path inside the language folder without `.md`. The page is None where no front
    matter tells what it is.
    """
    front = _FRONT.match(text)
    if not front:
        message = "no front matter, expected it between two lines ---"
        return None, [Finding(Place(path), Code.PRS001, message, "start with ---")]
    tree, findings = load_yaml(path, front[1], 2)
    if tree is None and findings:
        return None, findings
    fields = Fields(tree, "front matter", findings, path)
    subject, named = ("", ""), Place(path, 2)
    for key in ADDRESSED:
        if fields.has(key) and not subject[0]:
            subject = (key, fields.text(key))
            named = fields.places[key]
        elif fields.has(key):
            message = f"front matter names a {subject[0]} and a {key}, expected one of them"
            findings.append(Finding(fields.node.keys[key], Code.PRS001, message, "a page is of one thing"))
        fields.asked.append(key)
    waivers = tuple(map(_waiver, fields.children("waive", "waiver")))
    fields.done()
    if not subject[1]:
        if not findings:
            message = "front matter names no subject"
            findings.append(
                Finding(named, Code.PRS001, message, "write `decision: …`, `plan: …`, `draft: …` or `page: …`")
            )
        return None, findings
    body = _BLANK.sub("", text[front.end() :])
    opened, notes = blocks.read_blocks(path, language, body, front[0].count("\n") + 1, findings)
    addressed = list(ADDRESSED[subject[0]](opened))
    closed = tuple(block.close() if isinstance(block, blocks.OpenClause) else block for block in addressed)
    page = Page(path, language, name, subject, closed, tuple(notes), Place(path), named, waivers)
    return page, findings


def _waiver(fields: Fields) -> Waiver:
    """`{check: word-figures, at: p5, reason: …}`; what it says is judged where the checks are run."""
    check, unit, reason = fields.text("check"), fields.text("at"), fields.text("reason")
    fields.done()
    return Waiver(check, unit, reason, fields.place, fields.places)
