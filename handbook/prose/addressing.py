"""The addresses of a page's headings and clauses, as the page's subject wants them.

Each function gives the blocks again, in their order: headings with their addresses, and open clauses, whose addresses
are set in place. Words that no unit has keep the empty one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from handbook.model.prose import Heading
from handbook.prose.blocks import OpenBlock, OpenClause
from handbook.targets.addresses import (
    below,
    cell_anchor,
    clause_anchor,
    goal_anchor,
    item_anchor,
    item_part,
    paragraph_anchor,
    section_anchor,
)


def address_decision(blocks: Iterable[OpenBlock]) -> Iterator[OpenBlock]:
    """`pre-1`, `p6`, `p6-a`, `sec-a`, `annex`, `annex-p1`. Preambular clauses are counted through the sections of a
    part; a plain line after a numbered paragraph belongs to no unit.
    """
    part, clauses, numbered = "", 0, False
    for block in blocks:
        if isinstance(block, Heading):
            numbered = False
            if block.level == 1:
                part, clauses = block.id, 0
            yield replace(block, address=block.id if block.level == 1 else section_anchor(block.id, part))
            continue
        if isinstance(block, OpenClause):
            if block.kind == "paragraph":
                numbered = True
                _address_unit(block, paragraph_anchor(part, block.label or ""))
            elif block.kind == "plain" and not numbered:
                clauses += 1
                _address_unit(block, clause_anchor(part, clauses))
        yield block


def _address_unit(clause: OpenClause, address: str) -> None:
    """A clause by its address and what stands under it by labels; bullets, which have none, are counted."""
    clause.address = address
    bullets = 0
    for item in clause.items:
        bullets += item.label is None
        _address_unit(item, below(address, item.label or f"bullet{bullets}"))


def address_plan(blocks: Iterable[OpenBlock]) -> Iterator[OpenBlock]:
    """The goal's wording `a-5`, its items `a-5-objectives-1`; one without a label has its position (`item_part`). The
    lines of a cell are all on one level.
    """
    goal, column = "", ""
    worded: set[str] = set()
    cell: list[OpenClause] = []
    for block in blocks:
        if isinstance(block, Heading):
            _address_cell(cell, goal, column)
            cell = []
            if block.level == 2:
                goal, column = block.id, ""
                yield replace(block, address=goal_anchor(goal))
            else:
                column = block.id
                yield replace(block, address=cell_anchor(goal, column))
            continue
        if isinstance(block, OpenClause) and goal:
            if column:
                cell.append(block)
            elif block.kind == "plain" and goal not in worded:
                worded.add(goal)
                _address_unit(block, goal_anchor(goal))
        yield block
    _address_cell(cell, goal, column)


def _address_cell(cell: list[OpenClause], goal: str, column: str) -> None:
    lines = [line for clause in cell for line in clause.walk()]
    labels = [line.label.removeprefix(f"{goal}.") if line.label else None for line in lines]
    for position, (line, label) in enumerate(zip(lines, labels, strict=True), 1):
        line.address = item_anchor(goal, column, item_part(label, position, labels))


def address_text(blocks: Iterable[OpenBlock]) -> Iterator[OpenBlock]:
    """A page about the handbook: `sec-plans`. Its paragraphs and bullets are counted under their heading."""
    section, count = "lead", 0
    for block in blocks:
        if isinstance(block, Heading):
            section, count = section_anchor(block.id), 0
            yield replace(block, address=section)
            continue
        if isinstance(block, OpenClause):
            count += 1
            _address_counted(block, f"{section}-{count}")
        yield block


def _address_counted(clause: OpenClause, address: str) -> None:
    clause.address = address
    for number, item in enumerate(clause.items, 1):
        _address_counted(item, f"{address}-{number}")


def address_draft(blocks: Iterable[OpenBlock]) -> Iterator[OpenBlock]:
    """A page about a plan's draft: the first words under a heading have its address, `a-5-indicators-b`."""
    above, taken = "", {""}
    for block in blocks:
        if isinstance(block, Heading):
            above = block.id
            yield replace(block, address=above)
            continue
        if isinstance(block, OpenClause) and above not in taken:
            taken.add(above)
            block.address = above
        yield block


#: What a page may be of, as its front matter names it, and how its blocks get their addresses.
ADDRESSED: dict[str, Callable[[Iterable[OpenBlock]], Iterator[OpenBlock]]] = {
    "decision": address_decision,
    "plan": address_plan,
    "draft": address_draft,
    "page": address_text,
}
