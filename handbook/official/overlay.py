"""The overlay: what an import gave, written to a folder outside git and read back. It is never published.

`<folder>/<language>/<document>.json` holds all of an Imported, and `<document>.report.txt` beside it tells a reader
what became of the file.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from handbook.languages import LANGUAGES
from handbook.official.flow import Range
from handbook.official.importing.ledger import BEGINNING
from handbook.official.model import DOCUMENTS, FATES, KINDS, Imported, Mark, Piece, Remark, Run, Source

#: Where an overlay lies in a tree, if nobody says otherwise; git ignores it.
FOLDER = "official"
FORMAT = "handbook overlay 1"
#: What every overlay begins with, of whatever format.
BEGINS = b'{"format": "handbook overlay'
#: The published site in a tree, and the file that tells the tree.
SITE = "site"
TREE = "mkdocs.yml"

_SOURCE = {"name": str, "sha256": str, "characters": int, "language": str, "document": str}
_PIECE = {
    "at": str,
    "kind": str,
    "text": str,
    "ranges": list,
    "label": str,
    "marks": list,
    "figures": list,
    "doubt": str,
}
_REMARK = {"line": int, "code": str, "message": str, "at": str}
_WHOLE = {"format": str, "source": dict, "pieces": list, "runs": list, "remarks": list}
_NAMES = {str: "a text", int: "a whole number", list: "a list", dict: "an object"}


class OverlayError(Exception):
    """An overlay that cannot be written or read; the text says why, and where."""


# --- values → text ----------------------------------------------------------------------------------------------------


def to_json(imported: Imported) -> str:
    """A piece, a run and a remark a line each."""
    source = _line(asdict(imported.source))
    pieces = _lines(_line(_piece(piece)) for piece in imported.pieces)
    runs = _lines(_line([run.start, run.end, run.fate, run.what, run.line, run.begins]) for run in imported.runs)
    remarks = _lines(_line(asdict(remark)) for remark in imported.remarks)
    return (
        f'{{"format": {_line(FORMAT)},\n"source": {source},\n'
        f'"pieces": [{pieces}],\n"runs": [{runs}],\n"remarks": [{remarks}]}}\n'
    )


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(lines: Iterator[str]) -> str:
    return ",\n".join(lines)


def _piece(piece: Piece) -> dict[str, object]:
    return {**{key: getattr(piece, key) for key in _PIECE}, "marks": [[mark.n, mark.at] for mark in piece.marks]}


# --- text → values ----------------------------------------------------------------------------------------------------


def from_json(text: str, path: str) -> Imported:
    """What `to_json` gave. Raises OverlayError where the text is anything else; `path` names it there."""
    reading = _Reading(path)
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OverlayError(f"{path}: is no JSON: {error}") from None
    if isinstance(whole, dict) and whole.get("format", FORMAT) != FORMAT:
        raise OverlayError(f"{path}: format {whole['format']!r}, expected {FORMAT!r}; import the file again")
    whole = reading.fields(whole, _WHOLE, "the file")
    source = reading.source(whole["source"])
    pieces = tuple(reading.piece(one, f"piece {n}", source) for n, one in enumerate(whole["pieces"], 1))
    remarks = tuple(Remark(**reading.fields(one, _REMARK, f"remark {n}")) for n, one in enumerate(whole["remarks"], 1))
    return Imported(source, pieces, reading.runs(whole["runs"], source.characters), remarks)


class _Reading:
    """One file's values, each looked at before it is taken."""

    def __init__(self, path: str) -> None:
        self.path = path

    def wrong(self, where: str, what: str) -> OverlayError:
        return OverlayError(f"{self.path}: {where}: {what}")

    def fields(self, value: Any, shape: Mapping[str, type], where: str) -> dict[str, Any]:
        """An object of just these keys."""
        if not isinstance(value, dict):
            raise self.wrong(where, "expected an object")
        for key in value:
            if key not in shape:
                raise self.wrong(where, f"unknown key {key!r}, expected {', '.join(shape)}")
        for key, kind in shape.items():
            if key not in value:
                raise self.wrong(where, f"key {key!r} is missing")
            if type(value[key]) is not kind:
                raise self.wrong(where, f"{key} {str(value[key])[:40]!r}, expected {_NAMES[kind]}")
        return value

    def row(self, value: Any, shape: tuple[type, ...], where: str) -> list[Any]:
        """A list of just these types."""
        if not isinstance(value, list) or [type(one) for one in value] != list(shape):
            raise self.wrong(where, f"{str(value)[:40]!r}, expected {', '.join(_NAMES[kind] for kind in shape)}")
        return value

    def choice(self, value: str, allowed: tuple[str, ...], where: str) -> None:
        if value not in allowed:
            raise self.wrong(where, f"{value!r}, expected {', '.join(allowed)}")

    def source(self, value: Any) -> Source:
        source = Source(**self.fields(value, _SOURCE, "source"))
        self.choice(source.language, tuple(LANGUAGES), "language of the source")
        self.choice(source.document, DOCUMENTS, "document of the source")
        if source.characters < 0:
            raise self.wrong("source", f"{source.characters} characters")
        return source

    def piece(self, value: Any, where: str, source: Source) -> Piece:
        found = self.fields(value, _PIECE, where)
        where = f"{where} ({found['at']})"
        self.choice(found["kind"], KINDS, f"kind of {where}")
        decision, sign, anchor = found["at"].partition("#")
        if not (decision and sign and anchor):
            raise self.wrong(where, "expected an address such as CP-1/2#p3")
        marks = []
        for one in found["marks"]:
            n, at = self.row(one, (str, int), f"mark of {where}")
            if not n or not 0 <= at <= len(found["text"]):
                raise self.wrong(where, f"mark {n!r} at {at}, outside of the words")
            marks.append(Mark(n, at))
        ranges = tuple(self.range(one, where, source.characters) for one in found["ranges"])
        if not all(isinstance(one, str) for one in found["figures"]):
            raise self.wrong(where, "figures, expected texts")
        return Piece(**{**found, "ranges": ranges, "marks": tuple(marks), "figures": tuple(found["figures"])})

    def range(self, value: Any, where: str, end: int) -> Range:
        first, last = self.row(value, (int, int), f"range of {where}")
        if not 0 <= first < last <= end:
            raise self.wrong(where, f"range {first}-{last}, outside of the file's {end} characters")
        return first, last

    def runs(self, values: list[Any], end: int) -> tuple[Run, ...]:
        """Runs follow one another from the first character to the last."""
        out = []
        at = 0
        for n, one in enumerate(values, 1):
            run = Run(*self.row(one, (int, int, str, str, int, str), f"run {n}"))
            self.choice(run.fate, FATES, f"fate of run {n}")
            if run.start != at or run.end <= at:
                raise self.wrong(f"run {n}", f"{run.start}-{run.end}, expected one that begins at {at}")
            at = run.end
            out.append(run)
        if at != end:
            raise self.wrong("runs", f"end at {at}, and the file has {end} characters")
        return tuple(out)


# --- the report -------------------------------------------------------------------------------------------------------


def report(imported: Imported) -> str:
    """What was read, for people: pieces by kind, what became of every character, remarks, and what was not placed."""
    return "".join(f"{line}\n" for line in _told(imported))


def _told(imported: Imported) -> Iterator[str]:
    source = imported.source
    yield f"{source.name}: {source.document}, {source.language}, sha256 {source.sha256}"
    yield ""
    kinds = Counter(piece.kind for piece in imported.pieces)
    yield from _column([*((kind, kinds[kind]) for kind in KINDS if kinds[kind]), ("pieces", len(imported.pieces))])
    yield f"  of them in doubt: {sum(bool(piece.doubt) for piece in imported.pieces)}"
    yield ""
    fates: Counter[str] = Counter()
    for run in imported.runs:
        fates[run.fate] += run.end - run.start
    yield from _column([*((fate, fates[fate]) for fate in FATES), ("characters", source.characters)])
    yield from _section("in doubt", [f"{one.at}: {one.doubt}" for one in imported.pieces if one.doubt])
    remarks = [
        f"line {one.line}: {one.code}{f' {one.at}' if one.at else ''}: {_flat(one.message)}" for one in imported.remarks
    ]
    yield from _section("remarks", remarks)
    yield from _section("reported, as it is neither wording nor furniture", [*_stretches(imported.runs)])


def _stretches(runs: Iterable[Run]) -> Iterator[str]:
    """What was reported, one line a stretch: blanks between two runs of one name do not part them."""
    told = [run for run in runs if run.fate != "blank"]
    for (fate, what), group in groupby(told, lambda run: (run.fate, run.what)):
        if fate == "reported":
            found = list(group)
            begins = " ".join(run.begins for run in found[:BEGINNING])[:BEGINNING]
            yield f"line {found[0].line}: {what}, {sum(run.end - run.start for run in found)} characters: {begins}"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _column(lines: list[tuple[str, int]]) -> Iterator[str]:
    for name, number in lines:
        yield f"{number:8} {name}"


def _section(title: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield f"{title}: {len(lines) or 'none'}"
    yield from (f"  {line}" for line in lines)


# --- files ------------------------------------------------------------------------------------------------------------


def write_overlay(folder: Path, imported: Imported) -> str:
    """Write overlay and report, both or neither; returns the report. Raises OverlayError, or OSError of a file."""
    inside = folder / imported.source.language
    file = inside / f"{imported.source.document}.json"
    _refuse_public(inside)
    _refuse_foreign(file)
    told = report(imported)
    text = to_json(imported)
    name = f"{imported.source.language}/{imported.source.document}"
    if from_json(text, name) != imported:
        raise OverlayError(f"{name} would not be read back as it was written")
    inside.mkdir(parents=True, exist_ok=True)
    with _alone(inside):
        _replace({file.with_suffix(".report.txt"): told, file: text})
    return told


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One import after the other: two at once would leave the report of one beside the overlay of the other."""
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        flock(held, LOCK_EX)
        yield
    finally:
        os.close(held)


def _replace(files: Mapping[Path, str]) -> None:
    """Replace all of the files, or leave all as they were."""
    beside = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in files}
    former = {path: path.read_bytes() if path.exists() else None for path in files}
    replaced: list[Path] = []
    try:
        for path, text in files.items():
            try:
                beside[path].write_text(text, encoding="utf-8", newline="\n")
            except OSError as error:
                error.filename = str(path)
                raise
        for path in files:
            beside[path].replace(path)
            replaced.append(path)
    except BaseException:
        for path in replaced:
            _restore(path, former[path])
        raise
    finally:
        for path in beside.values():
            with suppress(OSError):
                path.unlink(missing_ok=True)


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink()
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


def _refuse_public(folder: Path) -> None:
    """Nothing official lies where git would take it in, or among what is published."""
    whole = folder.resolve()
    public = next((one for one in (whole, *whole.parents) if one.name == SITE and (one.parent / TREE).exists()), None)
    if public:
        raise OverlayError(f"{folder} lies in {public}, which is published: use {public.parent / FOLDER}")
    tree = next((one for one in (whole, *whole.parents) if (one / ".git").exists()), None)
    if tree is None:
        return
    ignored = _is_ignored(tree, whole / f"{DOCUMENTS[0]}.json")
    if ignored is None:
        ignored = whole.parent == tree / FOLDER
    if not ignored:
        raise OverlayError(
            f"{folder} lies in {tree}, and git does not ignore it: the official text is not to be committed; "
            f"use {tree / FOLDER}, or a folder outside"
        )


def _refuse_foreign(file: Path) -> None:
    """What an import did not write, it does not overwrite. Raises OverlayError, or OSError."""
    if not file.is_file():
        return
    with file.open("rb") as opened:
        begins = opened.read(len(BEGINS))
    if begins and begins != BEGINS:
        raise OverlayError(f"{file} is no overlay, and stays: take it away, or use another folder")


def _is_ignored(tree: Path, file: Path) -> bool | None:
    """What git says of a file that need not be there; None where git cannot say."""
    ours = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    command = ["git", "-C", str(tree), "check-ignore", "--quiet", str(file)]
    try:
        code = subprocess.run(command, check=False, capture_output=True, env=ours).returncode
    except OSError:
        return None
    return {0: True, 1: False}.get(code)


def read_overlay_folder(folder: Path) -> tuple[Imported, ...]:
    """Every overlay of a folder, language by language. Raises OverlayError where there is none, or one is broken."""
    if not folder.is_dir():
        raise OverlayError(f"{folder}: there is no such folder; `handbook import` makes one")
    out = []
    for path in sorted(folder.glob("*/*.json")):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise OverlayError(f"{path}: is not UTF-8; import the file again") from None
        except OSError as error:
            raise OverlayError(f"{path}: cannot be read: {error.strerror}") from None
        imported = from_json(text, str(path))
        source = imported.source
        if path.parent.name != source.language or path.stem != source.document:
            raise OverlayError(
                f"{path}: holds the {source.document} in {source.language!r}, "
                f"expected at {source.language}/{source.document}.json"
            )
        out.append(imported)
    if not out:
        raise OverlayError(f"{folder}: holds no overlay; `handbook import` writes one")
    return tuple(out)
