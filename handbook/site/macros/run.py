"""Running a macro line of the prose: a function of this package, by the name that `SIGNATURES` has, and nothing
else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import TemplateError
from markupsafe import Markup

from handbook.findings.codes import Code
from handbook.findings.finding import Finding
from handbook.model.prose import Call
from handbook.prose.signatures import SIGNATURES
from handbook.site.macros.header import header
from handbook.site.macros.opening import opening
from handbook.site.macros.plan import plan
from handbook.site.macros.table import table
from handbook.site.sheet import Sheet

MACROS: Mapping[str, Callable[..., str]] = {"header": header, "opening": opening, "table": table, "plan": plan}

#: What a template or a function of ours can stumble over where the record or the names lack something.
STUMBLES = (TemplateError, LookupError, ValueError, TypeError, AttributeError, AssertionError)
HINT = "mend the record or the names that it needs"


def run_macro(sheet: Sheet, call: Call) -> Markup:
    """One macro line. That its name and arguments are right is a check's matter; here it must only never run anything
    else.
    """
    wanted = SIGNATURES.get(call.name)
    if wanted is None or len(wanted) != len(call.arguments) or not all(map(isinstance, call.arguments, wanted)):
        return Markup()
    try:
        return Markup(MACROS[call.name](sheet, *call.arguments))
    except STUMBLES as error:
        sheet.problems.append(Finding(call.place, Code.MC003, f"macro {call.name!r} fails: {error}", HINT))
        return Markup()
