"""Folders → corpus: the one place that reads a tree's sources."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from pathlib import Path
from typing import TypeVar, cast

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.languages import LANGUAGES
from handbook.model.corpus import Corpus
from handbook.model.names import Names
from handbook.model.prose import Page
from handbook.model.record import Record
from handbook.prose import parsing
from handbook.record import namelist, reading
from handbook.sources import decoding, yamltree
from handbook.sources.yamltree import Mapping, Node

NAMES = "names.yaml"
PATHS = {file: f"data/{file}.yaml" for file in reading.FILES}
T = TypeVar("T")


class Memory:
    """What texts were read as, for a preview that reads a tree again and again: of two readings the second one reads
    what has changed, and the first one's values, which are frozen, stand for the rest.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, object] = {}
        self._now: dict[Hashable, object] = {}

    def __len__(self) -> int:
        """How many values of the last reading are kept."""
        return len(self._now)

    def turn(self) -> None:
        """A reading begins: what the one before did not ask for is forgotten."""
        self._before, self._now = self._now, {}

    def once(self, read: Callable[..., T], *of: Hashable) -> T:
        """`read(*of)`, which depends on nothing else, or what it gave in this reading or the one before."""
        key = (read, *of)
        self._now[key] = self._before[key] if key in self._before else read(*of)
        return cast(T, self._now[key])


class NoTreeError(Exception):
    """The folder holds no handbook at all: neither `data/` nor `content/`."""


def load_corpus(root: Path, memory: Memory | None = None) -> Corpus:
    """Read everything under `root`; NoTreeError where there is nothing. What is wrong with a file is a finding."""
    if not (root / "data").is_dir() or not (root / "content").is_dir():
        raise NoTreeError(f"{root} has no data/ and content/: not the root of a handbook")
    memory = Memory() if memory is None else memory
    memory.turn()
    return _Reading(root, memory).corpus()


class _Reading:
    """One reading of a tree, and what it found."""

    def __init__(self, root: Path, memory: Memory) -> None:
        self.root = root
        self.memory = memory
        self.findings: list[Finding] = []

    def note(self, path: Path, code: Code, message: str, hint: str) -> None:
        self.findings.append(Finding(Place(self.shown(path)), code, message, hint))

    def shown(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def text(self, path: Path) -> str | None:
        """The text of a file, or None where it cannot be had."""
        try:
            if path.exists() and not path.is_file():
                self.note(path, Code.SRC007, "is not a file", "put a file in its place")
                return None
            with path.open("rb") as opened:
                data = opened.read(decoding.LARGEST + 1)
        except FileNotFoundError:
            self.note(path, Code.SRC007, "file is missing", "restore it")
            return None
        except OSError as error:
            self.note(path, Code.SRC007, f"file cannot be read: {error.strerror}", "mend its rights")
            return None
        text, found = decoding.decode(self.shown(path), data)
        self.findings.extend(found)
        return text

    def corpus(self) -> Corpus:
        texts = tuple(self.text(self.root / path) for path in PATHS.values())
        read_record, unread, found = self.memory.once(_record, texts)
        self.findings.extend(found)
        all_names: dict[str, Names] = {}
        pages: dict[tuple[str, str], Page] = {}
        for code in LANGUAGES:
            folder = self.root / "content" / code
            listed = folder / NAMES
            all_names[code], found = self.memory.once(_names, code, self.shown(listed), self.text(listed))
            self.findings.extend(found)
            pages |= {(code, page.name): page for page in self.pages(code, folder)}
        return Corpus(read_record, all_names, pages, tuple(self.findings), unread)

    def pages(self, code: str, folder: Path) -> Iterator[Page]:
        """The prose files of one language."""
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_dir() or path == folder / NAMES:
                continue
            if path.suffix != ".md" or path.is_symlink():
                self.note(path, Code.PAG003, "file is not a page", "a language folder holds names.yaml and .md files")
                continue
            text = self.text(path)
            if text is not None:
                name = path.relative_to(folder).with_suffix("").as_posix()
                page, found = self.memory.once(parsing.parse_page, self.shown(path), code, name, text)
                self.findings.extend(found)
                if page is not None:
                    yield page


def _record(texts: tuple[str | None, ...]) -> tuple[Record, tuple[str, ...], list[Finding]]:
    """The record, the paths of what could not be read of it, and what was found in texts in the order of PATHS."""
    trees: dict[str, Node | None] = {}
    findings: list[Finding] = []
    for (file, path), text in zip(PATHS.items(), texts, strict=True):
        trees[file], found = _tree(path, text)
        findings.extend(found)
    read, found = reading.read_record(trees, PATHS)
    # A file that did not parse has its finding already; that its keys are missing follows from that.
    lost = {PATHS[file] for file, tree in trees.items() if tree is None}
    findings.extend(finding for finding in found if finding.place.path not in lost)
    unread = tuple(PATHS[file] for file, tree in trees.items() if not isinstance(tree, Mapping))
    return read, unread, findings


def _names(code: str, path: str, text: str | None) -> tuple[Names, list[Finding]]:
    tree, findings = _tree(path, text)
    read, found = namelist.read_names(code, path, tree)
    return read, [*findings, *found]


def _tree(path: str, text: str | None) -> tuple[Node | None, list[Finding]]:
    if text is None:
        return None, []
    tree, found = yamltree.load_yaml(path, text)
    if tree is None and not found:
        return None, [Finding(Place(path), Code.SRC002, "file is empty but for comments", "write it, or take it out")]
    return tree, found
