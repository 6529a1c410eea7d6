"""From the saving of one changed line to the page that shows it, under `mkdocs serve` of one language."""

import http.client
import re
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from bench.measure import MeasurementError, environment, program

START_WITHIN = 120.0
SHOWN_WITHIN = 60.0
BETWEEN_ASKS = 0.01
# Longer than the pause between two looks of MkDocs' watcher: an edit is made when nothing is going on.
SETTLE = 1.5
# A numbered paragraph's first line and the mark that ends it, before which an edit is made.
PARAGRAPH = re.compile(r"^(\d+\. .*)([;:.；：。])$", re.MULTILINE)
MARKS = ("试改甲", "试改乙", "试改丙")


def save_to_reload(tree: Path, language: str) -> list[float]:
    """Seconds of each of three edits in one decision of `language`, in `tree`, which is changed."""
    pages = sorted((tree / "content" / language / "decisions").glob("*.md"))
    page = next((page for page in pages if PARAGRAPH.search(page.read_text(encoding="utf-8"))), None)
    if page is None:
        raise MeasurementError(f"no page in content/{language}/decisions with a numbered paragraph to change")
    address = f"/{language}/decisions/{page.stem}/"
    taken = []
    with _serving(tree, language) as (port, check_alive):
        _wait(port, address, b"</html>", START_WITHIN, check_alive)
        for mark in MARKS:
            time.sleep(SETTLE)
            text = PARAGRAPH.sub(rf"\1{mark}\2", page.read_text(encoding="utf-8"), count=1)
            start = time.perf_counter()
            page.write_text(text, encoding="utf-8")
            _wait(port, address, mark.encode(), SHOWN_WITHIN, check_alive)
            taken.append(time.perf_counter() - start)
    return taken


@contextmanager
def _serving(tree: Path, language: str) -> Iterator[tuple[int, "_Alive"]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [program("mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=tree,
            env=environment({"HANDBOOK_ONLY": language}),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield port, _Alive(process, output)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


class _Alive:
    """Raises MeasurementError with what the server printed, once it has ended or a limit has passed."""

    def __init__(self, process: subprocess.Popen[bytes], output: IO[bytes]) -> None:
        self.process = process
        self.output = output

    def __call__(self, until: float, waiting_for: str) -> None:
        if self.process.poll() is None and time.perf_counter() < until:
            return
        self.output.seek(0)
        tail = "\n".join(self.output.read().decode(errors="replace").splitlines()[-20:])
        raise MeasurementError(f"mkdocs serve did not show {waiting_for}\n{tail}")


def _wait(port: int, address: str, wanted: bytes, seconds: float, check_alive: _Alive) -> None:
    until = time.perf_counter() + seconds
    while wanted not in _get(port, address):
        check_alive(until, f"{wanted.decode()} at {address}")
        time.sleep(BETWEEN_ASKS)


def _get(port: int, address: str) -> bytes:
    """The page, or nothing where the server does not answer with it yet."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SHOWN_WITHIN)
    try:
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()
    return body if answer.status == http.HTTPStatus.OK else b""
