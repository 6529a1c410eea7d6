"""A file of prose → the same page in the one form that prose is written in, unless that would lose something."""

from __future__ import annotations

from handbook.model.prose import Block, Call, Clause, Heading, Page, Span
from handbook.prose.parsing import front_matter, parse_page
from handbook.prose.writing import written_page


class NotFormattedError(Exception):
    """The text stays as it is; the message says why."""


def formatted(path: str, language: str, name: str, text: str) -> str:
    """The text of one file, written again. `name` is its path inside the language folder without `.md`.

    Raises NotFormattedError where reading finds something wrong, for what was not understood would be lost, and where
    the written text would be read as another page.
    """
    page, findings = parse_page(path, language, name, text)
    if page is None or findings:
        raise NotFormattedError(f"reading finds in line {findings[0].place.line}: {findings[0].message}")
    written = written_page(page, front_matter(text))
    again, findings = parse_page(path, language, name, written)
    if again is None or findings or tree(again) != tree(page):
        raise NotFormattedError("it would be read as another page: a defect of the handbook's code")
    return written


def tree(page: Page) -> object:
    """All that a page says, without its places: equal for two texts of one page."""
    blocks = tuple(_block(block) for block in page.blocks)
    notes = tuple((note.mark, _spans(note.spans)) for note in page.notes)
    waivers = tuple((waiver.check, waiver.unit, waiver.reason) for waiver in page.waivers)
    return (page.subject, blocks, notes, waivers)


def _block(block: Block) -> object:
    if isinstance(block, Call):
        # True and 1 are equal, and two arguments.
        return (block.name, tuple((type(value), value) for value in block.arguments))
    if isinstance(block, Heading):
        return (block.level, block.id, block.address)
    return _clause(block)


def _clause(clause: Clause) -> object:
    items = tuple(_clause(item) for item in clause.items)
    return (clause.label, clause.kind, clause.address, _spans(clause.spans), items, _spans(clause.tail))


def _spans(spans: tuple[Span, ...]) -> tuple[tuple[str, str, str], ...]:
    return tuple((span.kind, span.text, span.target) for span in spans)
