"""The search index: one of Pagefind's a language, a record a paragraph, item, footnote or row. The only module that
imports pagefind.

Pagefind's program is spoken to directly, by the protocol that its Python package shows (JSON in base64, a comma after
each message): the package itself waits a tenth of a second for every answer (1.5.2), which makes minutes of a thousand
records.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path
from threading import Thread
from typing import IO, Any

import regex
from pagefind.service import get_executable

from handbook.languages import LANGUAGES
from handbook.site.view import Indexed, Rendered

#: Where the bundle lies from the site's root.
FOLDER = "pagefind"
ENTRY = "pagefind-entry.json"
_HAN = regex.compile(r"\p{Han}")
#: Parts of Pagefind's bundle that the handbook's own search dialog does without.
UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")


class SearchError(Exception):
    """The index could not be written; the text is the program's own."""


def write_index(folder: Path, pages: Mapping[tuple[str, str], Rendered]) -> int:
    """Index pages by (language, path) into `folder/pagefind`; returns the number of records.

    A page without prose of its own gives its title alone, so that a search in a language finds words of that language.
    """
    program = get_executable()
    if program is None:
        raise SearchError("pagefind's program is not installed")
    messages: list[dict[str, Any]] = [*_records(pages), {"type": "GetFiles", "index_id": 0}]
    try:
        files = _files(program, messages)
    except OSError as error:
        raise SearchError(f"pagefind's program: {error.strerror}") from error
    # Written by us: the program says that it has written (`WriteFiles`) before the last bytes are in the files.
    for file in files:
        _put(folder / FOLDER / file["path"], base64.b64decode(file["content"]))
    for language, lines in titles(pages).items():
        content = json.dumps(lines, ensure_ascii=False, separators=(",", ":")).encode()
        _put(folder / FOLDER / f"titles-{language}.json", content)
    return len(messages) - 1


def titles(pages: Mapping[tuple[str, str], Rendered]) -> dict[str, list[tuple[str, str, str]]]:
    """Language → title, address from the root and page's title of what has a name: pages, rows of tables, terms.

    Pagefind ranks by how often words stand; who types a symbol, an article or a Party wants that one first.
    """
    out: dict[str, list[tuple[str, str, str]]] = {}
    for (language, path), page in pages.items():
        for record in page.search:
            if not record.anchor or record.named:
                url = f"{language}/{path}" + (f"#{record.anchor}" if record.anchor else "")
                out.setdefault(language, []).append((record.title, url, page.title))
    return out


def _files(program: Path, messages: list[dict[str, Any]]) -> list[dict[str, str]]:
    """What the program answers to the last message: the files of the bundle, with their content in base64."""
    with (
        tempfile.TemporaryDirectory() as elsewhere,
        subprocess.Popen(
            [program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=elsewhere
        ) as process,
    ):
        assert process.stdin
        assert process.stdout
        try:
            _send(process.stdin, 1, {"type": "NewIndex", "config": {}})
            answers = _answers(process.stdout)
            next(answers)
            # Written from a thread: the program answers while it reads, and either pipe can fill.
            feeder = Thread(target=_feed, args=(process.stdin, messages), daemon=True)
            feeder.start()
            for _ in messages[:-1]:
                next(answers)
            files: list[dict[str, str]] = next(answers)["files"]
            feeder.join()
            return files
        finally:
            process.terminate()


def _put(path: Path, content: bytes) -> None:
    """One file of the bundle, but those that nobody asks for."""
    if any(fnmatch(path.name, pattern) for pattern in UNUSED):
        return
    if path.name == ENTRY:
        # The languages come in the order of a hash table, another one each time.
        content = json.dumps(json.loads(content), ensure_ascii=False, sort_keys=True).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _records(pages: Mapping[tuple[str, str], Rendered]) -> Iterator[dict[str, Any]]:
    for (language, path), page in pages.items():
        for record in page.search:
            yield {
                "type": "AddRecord",
                "index_id": 0,
                "url": f"/{language}/{path}" + (f"#{record.anchor}" if record.anchor else ""),
                "content": _content(record, language),
                "language": language,
                "meta": {"title": record.title, "page": page.title, "kind": record.kind},
            }


def _content(record: Indexed, language: str) -> str:
    """Title and words in the page's language, and then the official ones, which may be in another."""
    own = spaced(f"{record.title}. {record.text}", language)
    return f"{own} {spaced(record.official, record.official_language)}" if record.official else own


def spaced(text: str, language: str) -> str:
    """Chinese with a space round each character: what is typed is then found wherever it stands, as a run of them.

    Left to itself the program cuts a sentence into words, and the browser cuts what is typed into others (1.5.2):
    缔约方 was found in five places of four hundred.
    """
    return " ".join(_HAN.sub(r" \g<0> ", text).split()) if not LANGUAGES[language].spaced else text


def _send(pipe: IO[bytes], number: int, payload: Mapping[str, Any]) -> None:
    pipe.write(base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b",")
    pipe.flush()


def _feed(pipe: IO[bytes], messages: list[dict[str, Any]]) -> None:
    # That the program has gone shows in its answers, which end.
    with suppress(OSError, ValueError):
        for number, payload in enumerate(messages, 2):
            _send(pipe, number, payload)


def _answers(pipe: IO[bytes]) -> Iterator[dict[str, Any]]:
    """One answer after the other; SearchError where it is an error or the program has gone."""
    kept = b""
    while piece := os.read(pipe.fileno(), 1 << 16):
        *whole, rest = piece.split(b",")
        for text in whole:
            payload: dict[str, Any] = json.loads(base64.b64decode(kept + text))["payload"]
            kept = b""
            if payload["type"] == "Error":
                raise SearchError(str(payload.get("message")))
            yield payload
        kept += rest
    raise SearchError("pagefind's program ended early")
