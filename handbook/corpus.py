"""Folders → corpus: the one place that reads a tree's sources."""

from __future__ import annotations

from pathlib import Path

from handbook import names, prose, record, source, yamltree
from handbook.finding import Finding, Place
from handbook.languages import LANGUAGES
from handbook.model import Corpus, Names, Page
from handbook.yamltree import Mapping, Node

STRAY = "PAG003"
NAMES = "names.yaml"


class NoTree(Exception):
    """The folder holds no handbook at all: neither `data/` nor `content/`."""


def load(root: Path) -> Corpus:
    """Read everything under `root`. What is wrong with single files is in the corpus' findings; NoTree if there is nothing to read."""
    if not (root / "data").is_dir() or not (root / "content").is_dir():
        raise NoTree(f"{root} has no data/ and content/: not the root of a handbook")
    findings: list[Finding] = []

    def text_of(path: Path) -> tuple[str, str | None]:
        shown = path.relative_to(root).as_posix()
        try:
            if path.exists() and not path.is_file():
                findings.append(Finding(Place(shown), source.MISSING, "is no file", "put a file in its place"))
                return shown, None
            with path.open("rb") as opened:
                data = opened.read(source.LARGEST + 1)
        except FileNotFoundError:
            findings.append(Finding(Place(shown), source.MISSING, "file is missing", "restore it"))
            return shown, None
        except OSError as error:
            findings.append(Finding(Place(shown), source.MISSING, f"file cannot be read: {error.strerror}", "mend its rights"))
            return shown, None
        text, found = source.read(shown, data)
        findings.extend(found)
        return shown, text

    def tree_of(path: Path) -> tuple[str, Node | None]:
        shown, text = text_of(path)
        if text is None:
            return shown, None
        tree, found = yamltree.load(shown, text)
        if tree is None and not found:
            found = [Finding(Place(shown), source.EMPTY, "file is empty but for comments", "write it, or take it out")]
        findings.extend(found)
        return shown, tree

    trees: dict[str, Node | None] = {}
    paths: dict[str, str] = {}
    for file in record.FILES:
        paths[file], trees[file] = tree_of(root / "data" / f"{file}.yaml")
    read_record, found = record.read(trees, paths)
    # A file that did not parse has its one finding already; that its keys are absent too is no news.
    lost = {paths[file] for file in record.FILES if trees[file] is None}
    findings.extend(finding for finding in found if finding.place.path not in lost)
    unread = tuple(paths[file] for file in record.FILES if not isinstance(trees[file], Mapping))

    all_names: dict[str, Names] = {}
    pages: dict[tuple[str, str], Page] = {}
    for code in LANGUAGES:
        folder = root / "content" / code
        shown, tree = tree_of(folder / NAMES)
        all_names[code], found = names.read(code, shown, tree)
        findings.extend(found)
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_dir() or path == folder / NAMES:
                continue
            name = path.relative_to(folder).with_suffix("").as_posix()
            if path.suffix != ".md" or path.is_symlink():
                shown = path.relative_to(root).as_posix()
                findings.append(Finding(Place(shown), STRAY, "file is no page", "a language folder holds names.yaml and .md files"))
                continue
            shown, text = text_of(path)
            if text is not None:
                page, found = prose.parse(shown, code, name, text)
                findings.extend(found)
                if page is not None:
                    pages[code, name] = page
    return Corpus(read_record, all_names, pages, tuple(findings), unread)
