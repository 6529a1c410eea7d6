"""Folders → corpus: the one place that reads a tree's sources."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
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
from handbook.record.assembly import PATHS, read_record
from handbook.record.namelist import read_names
from handbook.sources import decoding, yamltree
from handbook.sources.yamltree import Mapping, Node

NAMES = "names.yaml"
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


@dataclass(frozen=True)
class SourceFile:
    """A file: its path from the root, its text, or None where it cannot be had, and what was found wrong with it."""

    path: str
    text: str | None
    findings: tuple[Finding, ...] = ()


def load_corpus(root: Path, memory: Memory | None = None) -> Corpus:
    """Read everything under `root`; NoTreeError where there is nothing. What is wrong with a file is a finding."""
    if not (root / "data").is_dir() or not (root / "content").is_dir():
        raise NoTreeError(f"{root} has no data/ and content/: not the root of a handbook")
    memory = Memory() if memory is None else memory
    memory.turn()
    sources = tuple(_source(root, path) for path in PATHS.values())
    record, unread, file_findings = memory.once(_record, sources)
    findings = [*file_findings]
    all_names: dict[str, Names] = {}
    pages: dict[tuple[str, str], Page] = {}
    for code in LANGUAGES:
        all_names[code], file_findings = memory.once(_names, code, _source(root, f"content/{code}/{NAMES}"))
        findings += file_findings
        for source in prose_files(root, code):
            page, file_findings = memory.once(_page, code, source)
            findings += file_findings
            if page is not None:
                pages[code, page.name] = page
    return Corpus(record, all_names, pages, tuple(findings), unread)


def _source(root: Path, path: str) -> SourceFile:
    """The text of a file."""
    file = root / path
    try:
        if file.exists() and not file.is_file():
            return _without_text(path, Code.SRC007, "is not a file", "put a file in its place")
        with file.open("rb") as opened:
            data = opened.read(decoding.LARGEST + 1)
    except FileNotFoundError:
        return _without_text(path, Code.SRC007, "file is missing", "restore it")
    except OSError as error:
        return _without_text(path, Code.SRC007, f"file cannot be read: {error.strerror}", "mend its rights")
    text, findings = decoding.decode(path, data)
    return SourceFile(path, text, tuple(findings))


def _without_text(path: str, code: Code, message: str, hint: str) -> SourceFile:
    return SourceFile(path, None, (Finding(Place(path), code, message, hint),))


def prose_files(root: Path, code: str) -> Iterator[SourceFile]:
    """The files of a language's folder but its names, in the order of their paths."""
    folder = root / "content" / code
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        path = file.relative_to(root).as_posix()
        if file.is_dir() or file == folder / NAMES:
            continue
        if file.suffix != ".md" or file.is_symlink():
            yield _without_text(
                path, Code.PAG003, "file is not a page", "a language folder holds names.yaml and .md files"
            )
        else:
            yield _source(root, path)


def _record(sources: tuple[SourceFile, ...]) -> tuple[Record, tuple[str, ...], list[Finding]]:
    """The record, the paths of what could not be read of it, and what was found; `sources` in the order of PATHS."""
    trees: dict[str, Node | None] = {}
    findings: list[Finding] = []
    for name, source in zip(PATHS, sources, strict=True):
        trees[name], file_findings = _tree(source)
        findings += file_findings
    record, record_findings = read_record(trees)
    # A file that did not parse has its finding already; that its keys are missing follows from that.
    lost = {PATHS[name] for name, tree in trees.items() if tree is None}
    findings += (finding for finding in record_findings if finding.place.path not in lost)
    unread = tuple(PATHS[name] for name, tree in trees.items() if not isinstance(tree, Mapping))
    return record, unread, findings


def _names(code: str, source: SourceFile) -> tuple[Names, list[Finding]]:
    tree, findings = _tree(source)
    names, found = read_names(code, source.path, tree)
    return names, [*findings, *found]


def _page(code: str, source: SourceFile) -> tuple[Page | None, list[Finding]]:
    if source.text is None:
        return None, [*source.findings]
    page, found = parsing.parse_page(source.path, code, page_name(source.path, code), source.text)
    return page, [*source.findings, *found]


def page_name(path: str, code: str) -> str:
    """The path of a file of prose inside its language's folder, without `.md`."""
    return path.removeprefix(f"content/{code}/").removesuffix(".md")


def _tree(source: SourceFile) -> tuple[Node | None, list[Finding]]:
    if source.text is None:
        return None, [*source.findings]
    tree, found = yamltree.load_yaml(source.path, source.text)
    if tree is None and not found:
        found = [Finding(Place(source.path), Code.SRC002, "file is empty but for comments", "write it, or take it out")]
    return tree, [*source.findings, *found]
