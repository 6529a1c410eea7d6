"""The macros that prose may call, each a line of its own. A class is a macro's signature: its fields are the arguments,
in order. What a macro prints is the business of `site/macros/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import get_type_hints

from handbook.model.prose import Call


@dataclass(frozen=True)
class HeaderCall:
    """`{{ header() }}`: what the page is."""


@dataclass(frozen=True)
class OpeningCall:
    """`{{ opening() }}`: the words that a decision opens with."""


@dataclass(frozen=True)
class TableCall:
    """`{{ table("2") }}`: the table of this number."""

    label: str


@dataclass(frozen=True)
class PlanCall:
    """`{{ plan() }}`: the whole plan as a table."""


MacroCall = HeaderCall | OpeningCall | TableCall | PlanCall

SIGNATURES: Mapping[str, type[MacroCall]] = {
    "header": HeaderCall,
    "opening": OpeningCall,
    "table": TableCall,
    "plan": PlanCall,
}


def argument_types(name: str) -> tuple[type, ...]:
    """What the arguments of a macro are, in order."""
    return tuple(get_type_hints(SIGNATURES[name]).values())


def read_call(call: Call) -> MacroCall | None:
    """A macro line with its arguments by name, or None where the project has no macro that is called so."""
    if call.name not in SIGNATURES or tuple(map(type, call.arguments)) != argument_types(call.name):
        return None
    signature: Callable[..., MacroCall] = SIGNATURES[call.name]
    return signature(*call.arguments)
