"""Blocks → units: which address the words of a block have, as the page's subject wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from handbook.findings.finding import Place
from handbook.model.prose import Block, Clause, Heading, Words
from handbook.targets.addresses import item_part, slug


@dataclass
class Units:
    """Words by address, and the addresses as they follow each other on the page."""

    words: dict[str, Words] = field(default_factory=dict)
    order: list[tuple[str, Place]] = field(default_factory=list)

    def add(self, id: str, clause: Clause) -> None:
        self.order.append((id, clause.place))
        self.words.setdefault(id, Words(id, clause.spans, clause.tail, clause.place))
        for item in clause.items:
            self.add(f"{id}-{item.label}", item)


def bind_decision(blocks: tuple[Block, ...]) -> Units:
    """Addresses of a decision page: `pre-1`, `p6`, `p6-a`, `sec-a`, `annex`, `annex-p1`; `?` where there is none."""
    units = Units()
    part, clauses, numbered = "", 0, False
    for block in blocks:
        if isinstance(block, Heading):
            numbered = False
            if block.level == 1:
                part, clauses = block.id, 0
                units.order.append((part, block.place))
            else:
                units.order.append((f"{part}-sec-{slug(block.id)}".lstrip("-"), block.place))
        elif isinstance(block, Clause):
            prefix = f"{part}-" if part else ""
            if block.kind == "paragraph":
                numbered = True
                units.add(f"{prefix}p{block.label}", block)
            elif block.kind == "plain" and not numbered:
                clauses += 1
                units.add(f"{prefix}pre-{clauses}", block)
            else:
                units.order.append(("?", block.place))
    return units


def bind_plan(blocks: tuple[Block, ...]) -> Units:
    """Addresses of a plan page: the goal's wording `a-5`, its items `a-5-objectives-1`; one without a label has its
    position (`item_id`). The lines of a cell are all on one level.
    """
    units = Units()
    goal, column = "", ""
    cell: list[Clause] = []

    def close() -> None:
        lines = [line for clause in cell for line in _level(clause)]
        labels = [line.label.removeprefix(f"{goal}.") if line.label else None for line in lines]
        for position, (line, label) in enumerate(zip(lines, labels, strict=True), 1):
            id = f"{slug(goal)}-{column}-{slug(item_part(label, position, labels))}"
            units.order.append((id, line.place))
            units.words.setdefault(id, Words(id, line.spans, line.tail, line.place))
        cell.clear()

    for block in blocks:
        if isinstance(block, Heading):
            close()
            if block.level == 2:
                goal, column = block.id, ""
                units.order.append((f"goal:{goal}", block.place))
            else:
                column = block.id
                units.order.append((f"{slug(goal)}-{column}", block.place))
        elif isinstance(block, Clause):
            if not goal or (not column and (block.kind != "plain" or slug(goal) in units.words)):
                units.order.append(("?", block.place))
            elif not column:
                units.add(slug(goal), block)
            else:
                cell.append(block)
    close()
    return units


def _level(clause: Clause) -> Iterator[Clause]:
    """A line of a cell and those that were read as standing under it, in order."""
    yield clause
    for item in clause.items:
        yield from _level(item)


def bind_text(blocks: tuple[Block, ...]) -> Units:
    """Addresses of a page about the handbook: `sec-plans`. Its paragraphs and bullets have none; they are counted under
    their heading, so that languages can be compared.
    """
    units = Units()
    section, count = "lead", 0

    def add(id: str, clause: Clause) -> None:
        units.order.append((id, clause.place))
        units.words.setdefault(id, Words(id, clause.spans, clause.tail, clause.place))
        for number, item in enumerate(clause.items, 1):
            add(f"{id}-{number}", item)

    for block in blocks:
        if isinstance(block, Heading):
            section, count = f"sec-{slug(block.id)}", 0
            units.order.append((section, block.place))
        elif isinstance(block, Clause):
            count += 1
            add(f"{section}-{count}", block)
    return units


def bind_draft(blocks: tuple[Block, ...]) -> Units:
    """Addresses of a page about a plan's draft: the heading above the words (`a-5-indicators-b`, `draft-p5`)."""
    units = Units()
    above = ""
    for block in blocks:
        if isinstance(block, Heading):
            above = block.id
            units.order.append((f"change:{above}", block.place))
        elif isinstance(block, Clause):
            known = not above or above in units.words
            units.order.append(("?" if known else above, block.place))
            if not known:
                units.words[above] = Words(above, block.spans, block.tail, block.place)
    return units


#: What a page may be of, as its front matter names it, and how its blocks get their addresses.
BINDERS: dict[str, Callable[[tuple[Block, ...]], Units]] = {
    "decision": bind_decision,
    "plan": bind_plan,
    "draft": bind_draft,
    "page": bind_text,
}
