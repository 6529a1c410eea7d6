"""Runs macro lines of the prose: functions of this package, by their names, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import TemplateError
from markupsafe import Markup

from handbook.findings.codes import Code
from handbook.findings.finding import Finding
from handbook.model.prose import Call
from handbook.prose.signatures import read_call
from handbook.site.macros.header_macro import header_macro
from handbook.site.macros.opening_macro import opening_macro
from handbook.site.macros.plan_macro import plan_macro
from handbook.site.macros.table_macro import table_macro
from handbook.site.sheet import Sheet

#: By the names of `SIGNATURES`; each function takes a line that is called as its signature says.
MACROS: Mapping[str, Callable[[Sheet, Any], Markup]] = {
    "header": header_macro,
    "opening": opening_macro,
    "table": table_macro,
    "plan": plan_macro,
}

#: What a template or a function raises where the record or the names lack something.
FAILURES = (TemplateError, LookupError, ValueError, TypeError, AttributeError, AssertionError)
HINT = "take the line out where it does not belong, or mend the record or the names that it needs"


def run_macros(sheet: Sheet) -> list[Markup]:
    """All macro lines of the page's prose."""
    return [run_macro(sheet, call) for call in sheet.prose.calls] if sheet.prose else []


def run_macro(sheet: Sheet, line: Call) -> Markup:
    """One macro line as HTML. A check reports a wrong name or argument; here such a line prints nothing."""
    call = read_call(line)
    if call is None:
        return Markup()
    try:
        return MACROS[line.name](sheet, call)
    except FAILURES as error:
        sheet.problems.append(Finding(line.place, Code.MC003, f"macro {line.name!r} fails: {error}", HINT))
        return Markup()
