"""Whatever the file is, an import gives a report or a plain word, in bounded time and memory, never half an overlay.

The bounds are set by the system on a child process: memory and processor time, not a clock on the wall.
"""

from __future__ import annotations

import csv
import io
import os
import re
import resource
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import NoReturn

import pytest

import handbook.corpus
from handbook.cli import main
from handbook.corpus import load_corpus
from handbook.model.corpus import Corpus
from handbook.official.importing import ledger, stages
from handbook.official.importing.text import UnreadableError
from handbook.official.model import Imported, Piece, Run
from tests.official.importing import damage, invented, measure, rendered
from tests.realtree import ROOT, contents

MEMORY = 300_000_000
SECONDS = 30
FATES = {"placed", "furniture", "reported", "blank"}
PROSE = "The lake was calm that morning, and nobody in the village had yet heard of the flood. " * 40


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT)


@cache
def text(kind: str = "nearly all at once", seed: int = 7) -> str:
    """A damaged booklet of our own words."""
    return measure.sample(rendered.of(corpus(), seed), damage.KINDS[kind], seed).text


@dataclass(frozen=True)
class Done:
    returncode: int
    stdout: str
    stderr: str


def _limit() -> None:
    """No more memory than this on top of what the tests have, and no more processor time."""
    size = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _import_and_leave(arguments: Sequence[str], out: Path, err: Path) -> NoReturn:
    """`handbook import`, with the tree that this process has read already."""
    code = 1
    with out.open("w", encoding="utf-8") as sys.stdout, err.open("w", encoding="utf-8") as sys.stderr:
        try:
            tree = corpus()
            vars(handbook.corpus)["load_corpus"] = lambda _: tree
            _limit()
            code = main(arguments)
        except BaseException:  # noqa: BLE001 — what a program would end with
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)


def taken(file: Path, into: Path, *options: str) -> Done:
    """`handbook import` in a child of this process, with no more memory and processor time than it should need."""
    out, err = into.with_name("stdout"), into.with_name("stderr")
    corpus()
    child = os.fork()
    if not child:
        arguments = ["import", str(file), "--root", str(ROOT), "--into", str(into), *options]
        _import_and_leave(arguments, out, err)
    _, status = os.waitpid(child, 0)
    return Done(os.waitstatus_to_exitcode(status), out.read_text("utf-8"), err.read_text("utf-8"))


def html() -> bytes:
    return f"<!doctype html><html><head><title>x</title></head><body><p>{PROSE}</p></body></html>".encode()


def table() -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([(n, f"name {n}", n * 3.5, "x,y") for n in range(2000)])
    return out.getvalue().encode()


#: Name → a file that is no booklet, and what must be said of it.
STRANGE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "is empty"),
    "blanks": (lambda: b" \n\t\f\n" * 500, "has nothing but blanks"),
    "random bytes": (lambda: Random(1).randbytes(200_000), "is not UTF-8"),
    "zeros": (lambda: bytes(100_000), "is no plain text"),
    "an archive": (lambda: b"PK\x03\x04" + Random(2).randbytes(50_000), "is not UTF-8"),
    "utf-16": (lambda: text().encode("utf-16"), "is UTF-16, expected UTF-8"),
    "utf-16 without its mark": (lambda: text().encode("utf-16-le"), "is not UTF-8"),
    "gb18030": (lambda: text().encode("gb18030"), "it reads as GB18030"),
    "latin-1": (lambda: ("Décision arrêtée à l’été. " * 99).encode("latin-1", "replace"), "is not UTF-8"),
    "a byte in the middle": (lambda: text().encode()[:-9000] + b"\xff" + text().encode()[-9000:], "is not UTF-8"),
    "cut inside a character": (lambda: text().encode() + "决".encode()[:2], "is not UTF-8"),
    "english prose": (PROSE.encode, "has no decision"),
    "another language": (lambda: b"CP-10/1. Budget\n\nThe meeting,\n\n1. Decides to go on;\n", "is not in 'zh'"),
    "lines of one sign": (lambda: b"CP-10/1. \xe7\x94\xb2\n\n" + b"1\n" * 110_000, "lines, expected at most"),
    "a web page": (html, "has no decision"),
    "a csv": (table, "has no decision"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_a_file_that_is_no_booklet_is_refused_and_the_former_overlay_stays(name: str, tmp_path: Path) -> None:
    make, said = STRANGE[name]
    file, into = tmp_path / "file.txt", tmp_path / "official"
    file.write_bytes(make())
    (into / "zh").mkdir(parents=True)
    (into / "zh" / "cp-10-decisions.json").write_text("{}", "utf-8")
    before = contents(into)
    done = taken(file, into)
    assert (done.returncode, done.stdout, contents(into)) == (2, "", before)
    assert said in done.stderr
    assert done.stderr.startswith("handbook: file.txt ")
    assert done.stderr.count("\n") == 1


def test_a_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    file, into = tmp_path / "file.txt", tmp_path / "official"
    with file.open("wb") as opened:
        opened.write(text().encode())
        opened.truncate(100_000_000)
    done = taken(file, into)
    file.unlink()
    assert (done.returncode, into.exists()) == (2, False)
    assert done.stderr.startswith("handbook: file.txt has 100.0 MB, expected at most ")


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_what_is_no_file_is_refused(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    if kind == "folder":
        file.mkdir()
    done = taken(file, tmp_path / "official")
    assert (done.returncode, done.stdout, (tmp_path / "official").exists()) == (2, "", False)
    assert done.stderr.startswith("handbook: ")
    assert "Traceback" not in done.stderr


#: The beginning of a decision.
HEAD = "CP-10/1. 甲\n\n作为会议，\n\n"
#: So many bytes are a booklet.
LARGE = 150_000
#: Name → what is repeated until the file is large. Each is what some stage looks for, over and over.
REPEATED = {
    "paragraphs of one number": "1.\t 请\n",
    "letters": "(a) 请(b) (c)\n",
    "brackets": "（(（(［[",
    "notes of one number": "\n1\t 见。\n",
    "stars": "* \t 见。\n",
    "leaders": "CP-10/2. 甲.... . . . . . . . 1\n",
    "headings": "CP-10/2. 甲\n",
    "annexes": "附件\n",
    "torn": "甲\n乙\n\n",
    "torn labels": "(\n1\n)\nA.\n1\n.\n\n",
    "captions": "表1a\t 甲\n",
    "rows": "1 阿富汗 0.007 0.010 236\n",
    "numbers": "1 2 3 4 5 6 7 8 9 ",
    "one line": "甲乙丙丁。",
    "pages": "\f",
    "page numbers": "1\n\n甲乙丙\n\n",
    "han sections": "一. 甲\n",
}


@pytest.mark.parametrize("name", REPEATED)
def test_time_and_memory_are_bounded(name: str, tmp_path: Path) -> None:
    """A large file of one thing repeated, behind a heading that makes it a decision."""
    one = REPEATED[name]
    file = tmp_path / "file.txt"
    file.write_text(HEAD + one * (LARGE // len(one.encode())), "utf-8")
    done = taken(file, tmp_path / "official")
    assert done.returncode in (0, 2), done.stderr[-2000:]
    assert "Traceback" not in done.stderr
    assert (done.returncode == 0) == (tmp_path / "official").exists()


#: Name → what stands before and behind something that is repeated until the file is large; most are a single line.
LONG = {
    "dots that lead nowhere": ("", ". ", f"甲\n\n{HEAD}"),
    "numbers before a word": (f"{HEAD}1 ", "2 ", "甲\n"),
    "blanks before a word": (HEAD, " ", "甲\n"),
    "blanks behind a number": (f"{HEAD}1", " ", "\n"),
    "blanks behind a stop": (f"{HEAD}甲。", " ", "甲\n\n1. 乙\n"),
    "blanks behind a bracket": (f"{HEAD}1. 请(", " ", "\n"),
    "blanks behind a table's word": (f"{HEAD}表", " ", "1\n"),
    "blanks behind an annex": (f"{HEAD}附件", " ", "甲\n"),
    "a title without end": ("CP-10/3. 甲\n\n作为会议，\n\n附件\n", "甲乙丙丁戊己\n", ""),
    "words without a label": (f"{HEAD}附件\n甲\n\n1. 乙。\n\n", "甲乙丙丁戊己庚辛。\n\n", ""),
}


@pytest.mark.parametrize("name", LONG)
def test_what_goes_on_without_end_is_bounded(name: str, tmp_path: Path) -> None:
    before, one, behind = LONG[name]
    file = tmp_path / "file.txt"
    file.write_text(before + one * (LARGE // len(one.encode())) + behind, "utf-8")
    done = taken(file, tmp_path / "official")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["annexes", "notes", "blanks", "a note of blanks"])
def test_a_draft_without_end_is_bounded(name: str, tmp_path: Path) -> None:
    one = {
        "annexes": "附件\n",
        "notes": "测量湖水的水位并公布结果[footnoteRef:1][1: 甲]\n",
        "blanks": " ",
        "a note of blanks": "[2:" + " " * 50_000,
    }[name]
    file = tmp_path / "file.txt"
    file.write_text(f"{corpus().names['zh']['CP-10/3']}\n" + one * (LARGE // len(one.encode())), "utf-8")
    done = taken(file, tmp_path / "official")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("kind", ["none", "nearly all at once"])
def test_a_booklet_is_written_whole(kind: str, tmp_path: Path) -> None:
    file, into = tmp_path / "file.txt", tmp_path / "official"
    file.write_text(text(kind), "utf-8", newline="")
    done = taken(file, into)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(contents(into)) == ["zh/cp-10-decisions.json", "zh/cp-10-decisions.report.txt"]


def test_a_stage_is_shown_and_nothing_is_written(tmp_path: Path) -> None:
    file, into = tmp_path / "file.txt", tmp_path / "official"
    file.write_text(text(), "utf-8", newline="")
    for stage in stages.STAGES:
        done = taken(file, into, "--stage", stage)
        assert (done.returncode, done.stderr, into.exists()) == (0, "", False)
        assert done.stdout


# --- properties -------------------------------------------------------------------------------------------------------


#: What no mark of a footnote and no blank is.
HAN = re.compile("[\u4e00-\u9fff]")


def check(whole: str, pieces: Sequence[Piece], runs: Sequence[Run]) -> None:
    """The account adds up to the file; a piece's ranges follow one another and hold its words in order, and no other
    words.
    """
    assert [run.start for run in runs] == [0, *(run.end for run in runs)][: len(runs)]
    assert runs[-1].end == len(whole)
    assert {run.fate for run in runs} <= FATES
    assert all(not whole[run.start : run.end].strip() for run in runs if run.fate == "blank")
    claimed = 0
    for piece in pieces:
        flat = [place for one in piece.ranges for place in one]
        assert flat == sorted(flat), piece.address
        assert all(0 <= start < end <= len(whole) for start, end in piece.ranges), piece.address
        kept = "".join(whole[start:end] for start, end in piece.ranges)
        letters = iter(kept)
        words = f"{piece.text}{''.join(piece.figures)}" if piece.kind == "row" else piece.text
        assert all(letter in letters for letter in words if not letter.isspace()), (piece.address, piece.text, kept)
        said = f"{piece.label}{piece.text}{''.join(piece.figures)}"
        assert Counter(HAN.findall(kept)) == Counter(HAN.findall(said)), (piece.address, said, kept)
        claimed += sum(end - start for start, end in piece.ranges)
    assert claimed == sum(run.end - run.start for run in runs if run.fate == "placed")


def imported(whole: str) -> Imported | None:
    """What an import gives, or None where it has no word for it. Anything else that is raised is a fault."""
    try:
        found = stages.imported(whole.encode("utf-8", "surrogatepass"), "file.txt", corpus(), "zh")
    except UnreadableError:
        return None
    assert found.source.characters == len(whole)
    check(whole, found.pieces, found.runs)
    return found


def read(whole: str) -> None:
    """The same without a record, for a meeting that never was."""
    if whole:
        reading = stages.read_stages(whole, invented.guide())
        pieces = stages.finished(reading, reading.result.pieces)
        check(whole, pieces, ledger.account(whole, pieces, reading.result.asides))


@cache
def strange_booklet(kind: str, seed: int) -> str:
    return measure.sample(invented.booklet(seed), damage.KINDS[kind], seed).text


@pytest.mark.parametrize("kind", damage.KINDS)
def test_the_account_adds_up(kind: str) -> None:
    read(strange_booklet(kind, 11))


@pytest.mark.audit
@pytest.mark.parametrize("kind", damage.KINDS)
def test_the_account_adds_up_for_more_booklets(kind: str) -> None:
    assert imported(text(kind, 11))
    for seed in range(12, 20):
        read(strange_booklet(kind, seed))


def test_a_file_cut_anywhere_is_read() -> None:
    whole, strange = text(), strange_booklet("nearly all at once", 7)
    random = Random(3)
    for place in random.sample(range(1, len(whole)), 2):
        imported(whole[:place])
        imported(whole[place:])
    for place in random.sample(range(1, len(strange)), 10):
        read(strange[:place])
        read(strange[place:])


def spoiled(random: Random, whole: str) -> Iterator[str]:
    """Pages, lines and characters that change places, are lost, doubled or put in."""
    pages = whole.split("\n ")
    random.shuffle(pages)
    yield "\n ".join(pages)
    lines = whole.split("\n")
    for _ in range(60):
        place = random.randrange(len(lines))
        match random.randrange(4):
            case 0:
                del lines[place]
            case 1:
                lines.insert(random.randrange(len(lines)), lines[place])
            case 2:
                lines[place] = lines[place][::-1]
            case _:
                lines[place] = "".join(random.choices("1.(a)\t \f*一㈠A附件表CP-10/3。；,", k=9))
    yield "\n".join(lines)
    yield "\n".join(random.sample(lines, len(lines)))
    letters = list(whole)
    for _ in range(400):
        letters[random.randrange(len(letters))] = random.choice("1.(a)\t \f\n*一㈠A表。；,\u2003\u200f\x00😀\ufeff")
    yield "".join(letters)
    yield whole.replace("\n", "\r\n")
    yield whole.replace("\n", "\r")
    yield whole.replace("\n", "")
    yield whole.replace("\n\n", "\n")
    yield whole.replace("\n", "\n\n")


#: One at every change, the others in `make audit`.
SEEDS = [0, *(pytest.param(seed, marks=pytest.mark.audit) for seed in range(1, 24))]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_spoiled_file_is_read(seed: int) -> None:
    random = Random(seed)
    kind = random.choice(list(damage.KINDS))
    for whole in spoiled(random, strange_booklet(kind, seed)):
        read(whole)


@pytest.mark.audit
@pytest.mark.parametrize("seed", range(6))
def test_a_spoiled_file_is_read_beside_the_record(seed: int) -> None:
    random = Random(seed)
    kind = random.choice(list(damage.KINDS))
    for whole in spoiled(random, text(kind, seed)):
        imported(whole)


def test_the_same_file_gives_the_same_import() -> None:
    assert imported(text()) == imported(text())
