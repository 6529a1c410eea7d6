"""The overlay: what an import gave, written to a folder outside git and read back. It is never published.

`<folder>/<language>/<meeting>-<document>.json` holds all of an Imported, and a file that ends in `.report.txt` beside
it tells a reader what became of the booklet. Both can be made again from the booklet at any time: what is not to the
letter as an import wrote it is refused, not understood.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from handbook.official.model import DOCUMENTS, Imported, Mark, Piece, Remark, Run, Source
from handbook.official.summary import summary
from handbook.sources.files import replace_file

#: Where an overlay lies in a tree, if nobody says otherwise; git ignores it.
FOLDER = "official"
FORMAT = "handbook overlay 2"
#: What every overlay begins with, of whatever format.
BEGINS = '{"format": "handbook overlay'
#: Fields that have a shorter key in the format.
KEYS = {"address": "at", "offset": "at"}
#: The published site in a tree, and the file that tells the tree.
SITE = "site"
TREE = "mkdocs.yml"


class OverlayError(Exception):
    """An overlay that cannot be written or read; the text says why, and where."""


# --- values → text → values -------------------------------------------------------------------------------------------


def to_json(imported: Imported) -> str:
    """A piece, a run and a remark a line each, behind the sum of all these lines."""
    runs = ([run.start, run.end, run.fate, run.what, run.line, run.begins] for run in imported.runs)
    rest = (
        f'"source": {_line(asdict(imported.source))},\n'
        f'"pieces": [{_lines(_values(piece) for piece in imported.pieces)}],\n'
        f'"runs": [{_lines(runs)}],\n'
        f'"remarks": [{_lines(_values(remark) for remark in imported.remarks)}]}}\n'
    )
    return _head(rest) + rest


def _values(written: Piece | Remark) -> dict[str, object]:
    """The fields of a piece and its marks, or of a remark, by the keys of the format."""
    return asdict(written, dict_factory=lambda pairs: {KEYS.get(name, name): value for name, value in pairs})


def _fields(values: dict[str, Any], place: str) -> dict[str, Any]:
    """The same by the names of the fields, of which `place` is the one that says where."""
    return {place if key == KEYS[place] else key: value for key, value in values.items()}


def _lines(values: Iterable[object]) -> str:
    return ",\n".join(_line(value) for value in values)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _head(rest: str) -> str:
    return f'{{"format": {_line(FORMAT)}, "sha256": "{sha256(rest.encode()).hexdigest()}",\n'


def from_json(text: str, path: str) -> Imported:
    """What `to_json` gave. Raises OverlayError where the text is anything else; `path` names it there."""
    first, _, rest = text.partition("\n")
    if f"{first}\n" != _head(rest):
        older = first.startswith(BEGINS) and FORMAT not in first
        why = f"is of an older format than {FORMAT!r}" if older else "is not as an import wrote it"
        raise OverlayError(f"{path}: {why}; take it away, and import the booklet again")
    whole: dict[str, Any] = json.loads(text)
    return Imported(
        Source(**whole["source"]),
        tuple(_piece(piece) for piece in whole["pieces"]),
        tuple(Run(*run) for run in whole["runs"]),
        tuple(Remark(**_fields(remark, "address")) for remark in whole["remarks"]),
    )


def _piece(values: dict[str, Any]) -> Piece:
    ranges = tuple((start, end) for start, end in values["ranges"])
    marks = tuple(Mark(**_fields(mark, "offset")) for mark in values["marks"])
    rest = {**values, "ranges": ranges, "marks": marks, "figures": tuple(values["figures"])}
    return Piece(**_fields(rest, "address"))


# --- files ------------------------------------------------------------------------------------------------------------


def overlay_file(folder: Path, imported: Imported) -> Path:
    """Where an import lies in an overlay's folder: one booklet and one draft a meeting and language."""
    return folder / imported.source.language / f"{imported.meeting}-{imported.source.document}.json"


def write_overlay(folder: Path, imported: Imported) -> str:
    """Write overlay and report; returns the report. Raises OverlayError, or OSError of a file."""
    file = overlay_file(folder, imported)
    _refuse_public(file.parent)
    _refuse_foreign(file)
    report = summary(imported)
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file.with_suffix(".report.txt"), report)
    replace_file(file, to_json(imported))
    return report


def _refuse_public(folder: Path) -> None:
    """Nothing official lies where git would take it in, or among what is published."""
    whole = folder.resolve()
    public = next(
        (parent for parent in (whole, *whole.parents) if parent.name == SITE and (parent.parent / TREE).exists()), None
    )
    if public:
        raise OverlayError(f"{folder} lies in {public}, which is published: use {public.parent / FOLDER}")
    tree = next((parent for parent in (whole, *whole.parents) if (parent / ".git").exists()), None)
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
    if begins and begins != BEGINS.encode():
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
    out = tuple(_read(path, folder) for path in sorted(folder.glob("*/*.json")))
    if not out:
        raise OverlayError(f"{folder}: holds no overlay; `handbook import` writes one")
    return out


def _read(path: Path, folder: Path) -> Imported:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise OverlayError(f"{path}: cannot be read: {error.strerror}") from None
    imported = from_json(text, str(path))
    place = overlay_file(folder, imported)
    if path != place:
        raise OverlayError(
            f"{path}: expected at {place.relative_to(folder)}, by what it holds; take it away, and import again"
        )
    return imported
