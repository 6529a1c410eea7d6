"""The macros that prose may call, each a line of its own: name → what its arguments are. What they print is the
templates' business.
"""

from __future__ import annotations

#: Types of the arguments, in order.
SIGNATURES: dict[str, tuple[type, ...]] = {
    "header": (),
    "opening": (),
    "table": (str,),
    "plan": (),
}
