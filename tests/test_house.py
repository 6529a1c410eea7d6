"""House rules of the package that no linter has: short functions, one place for what depends on a language, names that
a search can tell apart.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from handbook.languages import LANGUAGES
from tests.realtree import ROOT

#: What adds a path through a function; a comprehension counts like the loop that it is.
BRANCHES = (ast.If, ast.For, ast.While, ast.ExceptHandler, ast.match_case, ast.comprehension)
MOST = 15
#: Names of functions that say nothing where they are called. A check and a comparison have the agreed one, `look`.
EMPTY_NAMES = {"read", "run", "of", "look", "load", "parse", "get", "do", "write", "find"}
LOOKING = ("handbook/checks/", "handbook/official/verifying/")
#: Names of everything. Only a function of at most so many lines, which is seen at one glance, may have them inside.
ANYTHING = {"one", "found", "told", "at", "out", "wanted"}
SHORT = 12


@cache
def modules() -> dict[str, ast.Module]:
    """Path from the root → what stands there."""
    files = (path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "handbook").rglob("*.py")))
    return {path: ast.parse((ROOT / path).read_text("utf-8")) for path in files}


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path, module in modules().items():
        yield from ((path, node) for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def paths_through(function: ast.FunctionDef) -> int:
    """One, and one more for each branch, loop and condition of a comprehension."""
    nodes = list(ast.walk(function))
    conditions = sum(len(node.ifs) for node in nodes if isinstance(node, ast.comprehension))
    return 1 + sum(isinstance(node, BRANCHES) for node in nodes) + conditions


def test_no_function_has_too_many_paths() -> None:
    long = [f"{path}: {function.name}" for path, function in functions() if paths_through(function) > MOST]
    assert long == []


def test_a_language_stands_in_its_module_alone() -> None:
    quoted = [
        f"{path}:{node.lineno}: {node.value}"
        for path, module in modules().items()
        if not path.startswith("handbook/languages/")
        for node in ast.walk(module)
        if isinstance(node, ast.Constant) and node.value in LANGUAGES
    ]
    # Grammars that the importer has, which are of one language each.
    assert [place for place in quoted if not place.startswith("handbook/official/")] == []


def test_scripts_have_the_names_that_unicode_gives_them() -> None:
    ranges = re.compile(r"\\u3400|\\u4e00|\\u9fff|一-龥|\u4e00-\u9fff")
    found = [path for path in modules() if ranges.search((ROOT / path).read_text("utf-8"))]
    assert found == []


def test_functions_have_names_that_a_search_finds() -> None:
    named = [
        f"{path}: {node.name}"
        for path, module in modules().items()
        for node in module.body
        if isinstance(node, ast.FunctionDef) and node.name in EMPTY_NAMES
        if not (node.name == "look" and path.startswith(LOOKING))
    ]
    # The program itself.
    assert named == ["handbook/cli.py: run"]


def is_anything(name: str) -> bool:
    return name.strip("_").lower() in ANYTHING


def stored(*nodes: ast.AST) -> Iterator[str]:
    """Arguments, and names that something is put into."""
    for node in (inner for outer in nodes for inner in ast.walk(outer)):
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def assigned(body: list[ast.stmt]) -> Iterator[str]:
    """Fields of a class, constants of a module."""
    return stored(*(statement for statement in body if isinstance(statement, ast.Assign | ast.AnnAssign)))


def test_what_a_module_or_a_class_has_is_named_for_what_it_is() -> None:
    named = [
        f"{path}: {name}"
        for path, module in modules().items()
        for node in ast.walk(module)
        for name in (
            *([node.name] if isinstance(node, ast.ClassDef | ast.FunctionDef) else ()),
            *(assigned(node.body) if isinstance(node, ast.ClassDef | ast.Module) else ()),
            *([node.attr] if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) else ()),
        )
        if is_anything(name)
    ]
    assert named == []


def test_what_a_long_function_has_is_named_for_what_it_is() -> None:
    named = [
        f"{path}:{function.lineno}: {function.name}: {name}"
        for path, function in functions()
        if function.end_lineno and function.end_lineno - function.lineno + 1 > SHORT
        for name in dict.fromkeys(stored(function))
        if is_anything(name)
    ]
    assert named == []


def test_no_two_modules_of_rooms_that_are_read_together_have_one_name() -> None:
    apart = ("handbook/official/importing/", "handbook/official/verifying/")
    for inside in ("", *apart):
        names = Counter(
            Path(path).stem
            for path in modules()
            if (path.startswith(inside) if inside else not path.startswith(apart)) and not path.endswith("__init__.py")
        )
        # handbook/corpus.py reads what model/corpus.py is.
        assert [name for name, count in names.items() if count > 1 and name != "corpus"] == []


def test_only_the_hook_knows_the_generator() -> None:
    imported = re.compile(r"^\s*(?:from|import) (?:mkdocs|properdocs)", re.MULTILINE)
    assert [path for path in modules() if imported.search((ROOT / path).read_text("utf-8"))] == []
