"""Random damage to any file is found or harmless; it never breaks the reading or a check."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from handbook.checks import ALL, run_checks
from handbook.corpus import load_corpus
from handbook.findings import report
from tests.conftest import SMALL

FILES = sorted(path.relative_to(SMALL) for path in SMALL.rglob("*") if path.suffix in (".md", ".yaml"))
#: What has a meaning somewhere in the sources, and some that has none.
TOKENS = (
    "{{ header() }} {{ table( ) }} {% [ ]( ]: [^ [^s1] [^99] *also* ** (a) (ii) (٣) 1. ٦. ² - # ## ### #### --- ... "
    ": , & * ! | > ' \" &a *a !!python/name:os.system { } [] {} null ~ true A.1.1. B.1 CP-1/1 par:2 par: dec: "
    "art:annex-I goal:implementation/A.1-A.9 p1 pre-1 annex-p1-a sec-a fn-s1 table-1/row-af 0 -1 1e9 ١٢ 2024-02-30 "
    "<b> <!-- \\ ` \u200f \u202e \x00 \ufeff １ 𝟏 \u2028"
).split(" ")


def drop_line(lines: list[str], dice: random.Random) -> None:
    if lines:
        lines.pop(dice.randrange(len(lines)))


def repeat_line(lines: list[str], dice: random.Random) -> None:
    if lines:
        lines.insert(dice.randrange(len(lines) + 1), dice.choice(lines))


def swap_lines(lines: list[str], dice: random.Random) -> None:
    if lines:
        one, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]


def put_token(lines: list[str], dice: random.Random) -> None:
    if lines:
        at = dice.randrange(len(lines))
        column = dice.randrange(len(lines[at]) + 1)
        lines[at] = lines[at][:column] + dice.choice(TOKENS) + lines[at][column:]


def replace_word(lines: list[str], dice: random.Random) -> None:
    if lines:
        at = dice.randrange(len(lines))
        words = lines[at].split(" ")
        words[dice.randrange(len(words))] = dice.choice(TOKENS)
        lines[at] = " ".join(words)


def indent(lines: list[str], dice: random.Random) -> None:
    if lines:
        at = dice.randrange(len(lines))
        lines[at] = dice.choice(("", " ", "    ", "\t")) + lines[at].lstrip()


DAMAGES: tuple[Callable[[list[str], random.Random], None], ...] = (
    drop_line,
    repeat_line,
    swap_lines,
    put_token,
    replace_word,
    indent,
)


def damage(data: bytes, dice: random.Random) -> bytes:
    """A few of the damages, then now and then some bytes."""
    lines = data.decode().split("\n")
    for _ in range(dice.randrange(1, 6)):
        dice.choice(DAMAGES)(lines, dice)
    out = bytearray("\n".join(lines).encode())
    if dice.random() < 0.2:
        for _ in range(dice.randrange(1, 4)):
            if out:
                out[dice.randrange(len(out))] = dice.randrange(256)
    if dice.random() < 0.05:
        del out[dice.randrange(len(out) + 1) :]
    return bytes(out)


def broken(tree: Path, dice: random.Random) -> list[Path]:
    """Damage one to three files of the tree; which ones."""
    chosen = dice.sample(FILES, dice.randrange(1, 4))
    for path in chosen:
        (tree / path).write_bytes(damage((SMALL / path).read_bytes(), dice))
    return chosen


@pytest.mark.parametrize("seed", range(8))
def test_soup(seed: int, small: Path) -> None:
    dice = random.Random(seed)
    for _ in range(60):
        chosen = broken(small, dice)
        findings = run_checks(load_corpus(small), ALL)
        for form in report.FORMATS.values():
            assert isinstance(form(findings).encode(), bytes)
        for finding in findings:
            assert finding.place.line >= 1
            assert finding.place.column >= 1
            assert (small / finding.place.path).is_relative_to(small)
        for path in chosen:
            shutil.copyfile(SMALL / path, small / path)
    assert run_checks(load_corpus(small), ALL) == []
