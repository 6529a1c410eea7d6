"""Macros: each has a signature, a function, templates and an example; a line that is called otherwise runs nothing."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest

from handbook.findings.finding import Place
from handbook.model.prose import Call
from handbook.prose.signatures import SIGNATURES, HeaderCall, TableCall, argument_types, read_call
from handbook.site import macros
from handbook.site.macros.runner import MACROS, run_macro
from handbook.site.sheet import Sheet
from handbook.site.site import Site
from handbook.site.view import TEMPLATES, View
from tests import realtree

PLACE = Place("content/en/decisions/cp-1-1.md", 4)


# --- the set ----------------------------------------------------------------------------------------------------------


def test_each_signature_has_its_module_and_each_module_its_signature() -> None:
    modules = {module.name for module in iter_modules(macros.__path__)}
    assert modules == {"runner", *(f"{name}_macro" for name in SIGNATURES)}
    assert list(MACROS) == list(SIGNATURES)


@pytest.mark.parametrize("name", SIGNATURES)
def test_its_function_is_found_by_its_name_and_takes_its_signature(name: str) -> None:
    function = vars(import_module(f"{macros.__name__}.{name}_macro"))[f"{name}_macro"]
    assert MACROS[name] is function
    assert SIGNATURES[name].__name__ in function.__annotations__.values()


def test_each_has_templates_and_each_template_a_macro() -> None:
    names = {re.split("[_.]", path.name)[0] for path in (TEMPLATES / "macros").iterdir()}
    assert names == set(SIGNATURES)


def test_each_has_an_example_in_the_manual() -> None:
    manual = (realtree.ROOT / "docs" / "prose.md").read_text("utf-8")
    assert {name for name in re.findall(r"^\{\{ (\w+)\(.*\) \}\}$", manual, re.MULTILINE) if name in SIGNATURES} == set(
        SIGNATURES
    )


def test_each_docstring_begins_with_a_line_that_calls_it() -> None:
    """The name and arguments that a signature's docstring shows are its own."""
    for name, signature in SIGNATURES.items():
        example = re.match(rf"`\{{\{{ {name}\((.*)\) \}}\}}`: ", signature.__doc__ or "")
        assert example, name
        assert len(example[1].split(", ") if example[1] else []) == len(argument_types(name))


# --- a line -----------------------------------------------------------------------------------------------------------


def test_a_line_is_read_as_its_signature_says() -> None:
    assert read_call(Call("table", ("2",), PLACE)) == TableCall(label="2")
    assert read_call(Call("header", (), PLACE)) == HeaderCall()


@pytest.mark.parametrize(
    ("name", "arguments"),
    [("fish", ()), ("header", ("2",)), ("table", ()), ("table", (2,)), ("table", ("1", "2")), ("__init__", ())],
)
def test_a_line_that_is_called_otherwise_prints_nothing(
    small_site: Site, name: str, arguments: tuple[str | int, ...]
) -> None:
    call = Call(name, arguments, PLACE)
    assert read_call(call) is None
    sheet = Sheet(View(small_site, "en"), small_site.by_path["decisions/cp-1-2/"])
    assert run_macro(sheet, call) == ""
    assert sheet.problems == []


@pytest.mark.parametrize(
    ("path", "name", "arguments", "said"),
    [
        ("about/", "opening", (), "only a decision has an opening"),
        ("about/", "plan", (), "only the page of a plan shows it as a table"),
        ("plans/implementation/", "table", ("1",), "only the page of a decision shows tables"),
        ("goals/a-1/", "header", (), "a page of the kind 'goal' has no header"),
    ],
)
def test_a_macro_on_a_page_that_it_is_not_for(
    small_site: Site, path: str, name: str, arguments: tuple[str, ...], said: str
) -> None:
    sheet = Sheet(View(small_site, "en"), small_site.by_path[path])
    assert run_macro(sheet, Call(name, arguments, PLACE)) == ""
    assert [(problem.place, problem.code, problem.message) for problem in sheet.problems] == [
        (PLACE, "MC003", f"macro {name!r} fails: {said}")
    ]
