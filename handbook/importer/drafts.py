"""A document without decisions: the draft of plans that a meeting had before it. Each plan's part begins with its title
on a line of its own, or with the heads of its columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbook.importer.decisions import Cut
from handbook.importer.model import Guide, Line, PlanGuide

#: A title may be broken over so many lines.
_TALL = 3


def cut(lines: Sequence[Line], guide: Guide) -> tuple[tuple[Line, ...], tuple[Cut, ...]]:
    """What stands before the first plan, and the parts of the plans under the ids of the decisions that took them."""
    begins = sorted((place, plan.decision) for plan in guide.plans if (place := _begin(lines, plan)) is not None)
    cuts = tuple(
        Cut(id, tuple(lines[place : begins[order + 1][0] if order + 1 < len(begins) else len(lines)]))
        for order, (place, id) in enumerate(begins)
    )
    return tuple(lines[: begins[0][0]] if begins else lines), cuts


def _begin(lines: Sequence[Line], plan: PlanGuide) -> int | None:
    """The first line of the plan's title, else of the heads of its columns that no other plan need have."""
    title = _key(plan.title)
    heads = [_key(head) for head in plan.heads.values()]
    by_heads = None
    for place, line in enumerate(lines):
        if line.blank:
            continue
        joined = ""
        for after in lines[place : place + _TALL]:
            joined += _key(after.text)
            if title and joined == title:
                return place
        key = _key(line.text)
        if by_heads is None and key and all(head in key for head in heads):
            by_heads = place
    return by_heads


def _key(text: str) -> str:
    return re.sub(r"[^\w]", "", text)
