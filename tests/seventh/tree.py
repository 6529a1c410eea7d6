"""The small tree with a seventh language: `content/xx/`, which is the English prose with the seventh's citing words.

The small tree has no words of the interface; those of the handbook stand in, so that its pages can be made.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from tests.realtree import ROOT, edit
from tests.seventh.xx import SEVENTH

#: Words of links as the seventh language has them.
CITING = {
    "Article": "artiko",
    "paragraph": "paro",
    "decision": "dekido",
    "annex": "anekso",
    "above": "supre",
    "goal": "celo",
    "second": "dute",
}
#: Names that pages show and that the small tree's record does not ask for.
INTERFACE = ("ui.", "language.", "currency.USD:", "column.goal.caption:")


def plant_seventh(tree: Path) -> Path:
    """Give the languages of a copy of the small tree their words of the interface, and add the seventh."""
    content = tree / "content"
    for names in content.glob("*/names.yaml"):
        lines = (ROOT / names.relative_to(tree)).read_text("utf-8").splitlines()
        words = [line for line in lines if line.startswith(INTERFACE)]
        names.write_text("\n".join((names.read_text("utf-8").rstrip("\n"), *words, "")), "utf-8")
    known = yaml.safe_load((ROOT / "data/terms.yaml").read_text("utf-8"))["latin"]
    with (tree / "data/terms.yaml").open("a", encoding="utf-8") as terms:
        terms.write(yaml.safe_dump({"latin": known}, allow_unicode=True))
    folder = content / SEVENTH.code
    shutil.copytree(content / "en", folder)
    for page in folder.rglob("*.md"):
        page.write_text(re.sub(r"\[[^\]^]+\]\(", _label, page.read_text("utf-8")), "utf-8")
    edit(folder / "decisions" / "cp-1-1.md", "31 March 2025", "2025 mon3 31")
    return tree


def _label(link: re.Match[str]) -> str:
    return re.sub(r"\w+", lambda word: CITING.get(word[0], word[0]), link[0])
