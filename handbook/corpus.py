"""Folders → corpus: the one place that reads a tree's sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from handbook import names, prose, record, source, yamltree
from handbook.finding import Finding, Place
from handbook.languages import LANGUAGES
from handbook.model import Corpus, Names, Page
from handbook.yamltree import Mapping, Node

STRAY = "PAG003"
NAMES = "names.yaml"


class NoTreeError(Exception):
    """The folder holds no handbook at all: neither `data/` nor `content/`."""


def load(root: Path) -> Corpus:
    """Read everything under `root`; NoTreeError where there is nothing. What is wrong with a file is a finding."""
    if not (root / "data").is_dir() or not (root / "content").is_dir():
        raise NoTreeError(f"{root} has no data/ and content/: not the root of a handbook")
    return _Reading(root).corpus()


class _Reading:
    """One reading of a tree, and what it found."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []

    def note(self, path: Path, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(Place(self.shown(path)), code, message, hint))

    def shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def text(self, path: Path) -> str | None:
        """The text of a file, or None where it cannot be had."""
        try:
            if path.exists() and not path.is_file():
                self.note(path, source.MISSING, "is no file", "put a file in its place")
                return None
            with path.open("rb") as opened:
                data = opened.read(source.LARGEST + 1)
        except FileNotFoundError:
            self.note(path, source.MISSING, "file is missing", "restore it")
            return None
        except OSError as error:
            self.note(path, source.MISSING, f"file cannot be read: {error.strerror}", "mend its rights")
            return None
        text, found = source.read(self.shown(path), data)
        self.findings.extend(found)
        return text

    def tree(self, path: Path) -> Node | None:
        text = self.text(path)
        if text is None:
            return None
        tree, found = yamltree.load(self.shown(path), text)
        if tree is None and not found:
            self.note(path, source.EMPTY, "file is empty but for comments", "write it, or take it out")
        self.findings.extend(found)
        return tree

    def corpus(self) -> Corpus:
        paths = {file: f"data/{file}.yaml" for file in record.FILES}
        trees = {file: self.tree(self.root / path) for file, path in paths.items()}
        read_record, found = record.read(trees, paths)
        # A file that did not parse has its one finding already; that its keys are absent too is no news.
        lost = {paths[file] for file in record.FILES if trees[file] is None}
        self.findings.extend(finding for finding in found if finding.place.path not in lost)
        unread = tuple(paths[file] for file in record.FILES if not isinstance(trees[file], Mapping))
        all_names: dict[str, Names] = {}
        pages: dict[tuple[str, str], Page] = {}
        for code in LANGUAGES:
            folder = self.root / "content" / code
            listed = folder / NAMES
            all_names[code], found = names.read(code, self.shown(listed), self.tree(listed))
            self.findings.extend(found)
            pages |= {(code, page.name): page for page in self.pages(code, folder)}
        return Corpus(read_record, all_names, pages, tuple(self.findings), unread)

    def pages(self, code: str, folder: Path) -> Iterator[Page]:
        """The prose files of one language."""
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_dir() or path == folder / NAMES:
                continue
            if path.suffix != ".md" or path.is_symlink():
                self.note(path, STRAY, "file is no page", "a language folder holds names.yaml and .md files")
                continue
            text = self.text(path)
            if text is not None:
                name = path.relative_to(folder).with_suffix("").as_posix()
                page, found = prose.parse(self.shown(path), code, name, text)
                self.findings.extend(found)
                if page is not None:
                    yield page
