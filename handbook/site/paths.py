"""Paths of the handbook's own pages, from the language's root, and the addresses in them as targets."""

from __future__ import annotations

import re

from handbook.model.plan import Item, Plan
from handbook.targets.addresses import FOLDERS, slug
from handbook.targets.grammar import Target
from handbook.words.citations import unit_parts


def decision_path(id: str) -> str:
    return f"{FOLDERS['dec']}/{slug(id)}/"


def plan_path(plan: Plan) -> str:
    return f"plans/{plan.slug}/"


def draft_path(plan: Plan) -> str:
    """The page that tells what became of a plan's draft."""
    return f"plans/{plan.slug}/draft/"


def goal_path(id: str) -> str:
    return f"goals/{slug(id)}/"


def unit_target(decision: str, anchor: str) -> Target:
    """An address in a decision as a target: `p6-a` → `dec:CP-10/2#6/a`."""
    return Target("dec", decision, unit_parts(anchor) if anchor else ())


def item_anchor(goal: str, column: str, item: Item) -> str:
    return f"{slug(goal)}-{column}-{item.part}"


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key that puts 2 before 10."""
    return tuple(
        (0, int(piece), "") if piece.isdigit() else (1, 0, piece) for piece in re.split(r"(\d+)", text) if piece
    )
