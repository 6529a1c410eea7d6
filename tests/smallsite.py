"""The small tree with what a build of its site needs. It has no words of the interface: the handbook's own stand in."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests import realtree
from tests.conftest import SMALL

#: Names that are of no handbook in particular, by their beginnings.
INTERFACE = ("ui.", "language.", "currency.USD:", "column.goal.caption:")
_AROUND = tuple(part for part in realtree.PARTS if part not in ("content", "data"))


def copy(to: Path) -> Path:
    """Copy it into the folder `to`, in which `realtree.build` can make the site."""
    realtree.copy(to, *_AROUND)
    return with_interface(shutil.copytree(SMALL, to, dirs_exist_ok=True))


def with_interface(tree: Path) -> Path:
    """Give the languages of a copy of the small tree their words of the interface."""
    for names in (tree / "content").glob("*/names.yaml"):
        lines = (realtree.ROOT / names.relative_to(tree)).read_text("utf-8").splitlines()
        words = [line for line in lines if line.startswith(INTERFACE)]
        names.write_text("\n".join((names.read_text("utf-8").rstrip("\n"), *words, "")), "utf-8")
    with (tree / "data/terms.yaml").open("a", encoding="utf-8") as terms:
        terms.write("latin: [JSON, JavaScript]\n")
    return tree
