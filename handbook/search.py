"""The search index: one of Pagefind's a language, a record a paragraph, item, footnote or row. The only module that imports pagefind.

Pagefind's program is spoken to directly, by the protocol that its Python package shows (JSON in base64, a comma after each message): the
package itself waits a tenth of a second for every answer (1.5.2), which makes minutes of a thousand records.
"""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Thread
from typing import IO, Any

from pagefind.service import get_executable

from handbook.render import Rendered

#: Where the bundle lies from the site's root.
FOLDER = "pagefind"
#: Parts of Pagefind's bundle that the handbook's own search dialog does without.
UNUSED = ("pagefind-*ui*", "pagefind-highlight.js")


class SearchFailed(Exception):
    """The index could not be written; the text is the program's own."""


def write(folder: Path, pages: Mapping[tuple[str, str], Rendered]) -> int:
    """Index pages by (language, path) into `folder/pagefind`; returns the number of records.

    A page without prose of its own gives its title alone, so that a search in a language finds words of that language.
    """
    program = get_executable()
    if program is None:
        raise SearchFailed("pagefind's program is not installed")
    messages: list[dict[str, Any]] = [*_records(pages), {"type": "WriteFiles", "index_id": 0, "output_path": str(folder / FOLDER)}]
    with (
        tempfile.TemporaryDirectory() as elsewhere,
        subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=elsewhere) as process,
    ):
        assert process.stdin and process.stdout
        try:
            _send(process.stdin, 1, {"type": "NewIndex", "config": {}})
            _answer(process.stdout)
            # Written from a thread: the program answers while it reads, and either pipe can fill.
            feeder = Thread(target=_feed, args=(process.stdin, messages), daemon=True)
            feeder.start()
            for _ in messages:
                _answer(process.stdout)
            feeder.join()
        finally:
            process.terminate()
    for pattern in UNUSED:
        for path in (folder / FOLDER).glob(pattern):
            path.unlink()
    return len(messages) - 1


def _records(pages: Mapping[tuple[str, str], Rendered]) -> Iterator[dict[str, Any]]:
    for (language, path), page in pages.items():
        for record in page.search:
            yield {
                "type": "AddRecord",
                "index_id": 0,
                "url": f"/{language}/{path}" + (f"#{record.anchor}" if record.anchor else ""),
                "content": f"{record.title}. {record.text}",
                "language": language,
                "meta": {"title": record.title, "page": page.title, "kind": record.kind},
            }


def _send(pipe: IO[bytes], number: int, payload: Mapping[str, Any]) -> None:
    pipe.write(base64.b64encode(json.dumps({"message_id": number, "payload": payload}).encode()) + b",")
    pipe.flush()


def _feed(pipe: IO[bytes], messages: list[dict[str, Any]]) -> None:
    for number, payload in enumerate(messages, 2):
        _send(pipe, number, payload)


def _answer(pipe: IO[bytes]) -> dict[str, Any]:
    """The next answer; SearchFailed where it is an error or the program has gone."""
    text = bytearray()
    while (byte := pipe.read(1)) not in (b",", b""):
        text += byte
    if not text:
        raise SearchFailed("pagefind's program ended early")
    payload: dict[str, Any] = json.loads(base64.b64decode(bytes(text)))["payload"]
    if payload["type"] == "Error":
        raise SearchFailed(str(payload.get("message")))
    return payload
