"""The handbook's own tree: copies that a test may change, and `mkdocs` run on them as an editor runs it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
PARTS = ("content", "data", "handbook", "hooks", "overrides", "mkdocs.yml")
#: What a build says when it will not publish.
KEPT = "the published site stays as it is"


def copy(to: Path, *parts: str) -> Path:
    """Copy the tree, or parts of it, into the folder `to`."""
    to.mkdir(parents=True, exist_ok=True)
    for part in parts or PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, to / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(ROOT / part, to / part)
    return to


def environment(**values: str) -> dict[str, str]:
    """This process' own, without what would change a build, and with `values`."""
    ours = ("SITE_URL", "HANDBOOK_ONLY", "HANDBOOK_OVERLAY", "SOURCE_DATE_EPOCH", "PYTHONPATH")
    kept = {key: value for key, value in os.environ.items() if key not in ours}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", **values}


def command(*arguments: str, generator: str = "mkdocs") -> list[str]:
    # `-m` puts the tree's own package before the one that is installed.
    return [sys.executable, "-m", generator, *arguments]


def build(tree: Path, *options: str, generator: str = "mkdocs", **values: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs build` in the tree, or the same of another generator that takes MkDocs' settings."""
    return run(tree, "build", "-f", "mkdocs.yml", *options, generator=generator, **values)


def run(tree: Path, *arguments: str, generator: str = "mkdocs", **values: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs` in the tree."""
    return subprocess.run(
        command(*arguments, generator=generator),
        check=False,
        cwd=tree,
        env=environment(**values),
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text that stands in the file exactly once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{file}: {old!r} stands {text.count(old)} times, expected once"
    file.write_text(text.replace(old, new), "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Every file under a folder, by its path from there."""
    return dict(_contents(folder))


def _contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_bytes()
