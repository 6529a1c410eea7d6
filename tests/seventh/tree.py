"""The small tree with a seventh language: `content/xx/`, which is the English prose with the seventh's citing words."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.realtree import edit
from tests.seventh.xx import SEVENTH
from tests.smallsite import with_interface

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


def plant_seventh(tree: Path) -> Path:
    """Give the languages of a copy of the small tree their words of the interface, and add the seventh."""
    content = with_interface(tree) / "content"
    folder = content / SEVENTH.code
    shutil.copytree(content / "en", folder)
    for page in folder.rglob("*.md"):
        page.write_text(re.sub(r"\[[^\]^]+\]\(", _label, page.read_text("utf-8")), "utf-8")
    edit(folder / "decisions" / "cp-1-1.md", "31 March 2025", "2025 mon3 31")
    return tree


def _label(link: re.Match[str]) -> str:
    return re.sub(r"\w+", lambda word: CITING.get(word[0], word[0]), link[0])
