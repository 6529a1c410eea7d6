"""The small tree with a second meeting: `data/` and `content/` beside this file, laid over a copy of it.

The meeting is data and words alone. Each list of a file here goes on with the list of the same name in the tree.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

HERE = Path(__file__).parent
_KEY = re.compile(r"^(?=\w+:)", re.MULTILINE)


def lay_second(tree: Path) -> Path:
    """Add the second meeting to a copy of the small tree."""
    for file in sorted((HERE / "data").iterdir()):
        _go_on(tree / "data" / file.name, file.read_text("utf-8"))
    for file in sorted((HERE / "content").rglob("*.*")):
        to = tree / file.relative_to(HERE)
        if file.name == "names.yaml":
            to.write_text(to.read_text("utf-8") + file.read_text("utf-8"), "utf-8")
        else:
            to.parent.mkdir(exist_ok=True)
            shutil.copyfile(file, to)
    return tree


def _go_on(file: Path, more: str) -> None:
    """Lengthen the lists of a file by those of another text; a list that it lacks comes last."""
    lists = {part.partition(":")[0]: part for part in _KEY.split(file.read_text("utf-8"))}
    for part in _KEY.split(more)[1:]:
        key, _, entries = part.partition(":")
        own = lists.get(key, f"\n{key}:").rstrip("\n")
        lists[key] = own + entries.rstrip("\n") + "\n" + ("\n" if key != [*lists][-1] else "")
    file.write_text("".join(lists.values()), "utf-8")
