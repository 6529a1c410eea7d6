"""Whatever an import gives, and whatever is left of a tree: differences, and no traceback."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from handbook.cli import main
from handbook.model.corpus import Corpus
from handbook.official.model import Imported, Mark, Piece
from handbook.official.verifying import report
from handbook.official.verifying.run import verify
from tests.official.verifying import booklet

SMALL = Path(__file__).parents[2] / "small"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return booklet.corpus(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("small") / "tree")))


def _spoiled(piece: Piece, random: Random) -> Piece:
    words = piece.text[: random.randrange(len(piece.text) + 1)]
    figures = random.choice([(), ("?",), ("1.0", "(", "-"), ("NaN", "1", "1"), ("9" * 400,) * 3])
    changes: list[dict[str, Any]] = [
        {"text": words},
        {"text": words[::-1]},
        {"address": random.choice(["", "#", "CP-1/1", "CP-1/1#", "CP-1/1#p99", "CP-1/2#table-1/row-", "contents"])},
        {"kind": random.choice(["", "row", "tail", "cell", "note", "table", "heading"])},
        {"label": random.choice(["", "(", "㊿", "九十九.", "*"])},
        {"ranges": random.choice([(), ((0, 1),), ((5, 2),)])},
        {"figures": figures if piece.kind == "row" else piece.figures},
        {"marks": (Mark(random.choice(["", "1", "*", "s9"]), random.randrange(40)),)},
    ]
    return replace(piece, **random.choice(changes))


def _spoil(taken: Imported, random: Random) -> Imported:
    pieces = [_spoiled(one, random) if random.random() < 0.3 else one for one in taken.pieces]
    pieces = [one for one in pieces if random.random() < 0.9 for _ in range(random.choice([1, 1, 1, 2]))]
    if random.random() < 0.5:
        random.shuffle(pieces)
    return replace(taken, pieces=tuple(pieces))


@pytest.mark.parametrize("seed", range(40))
def test_any_import_is_compared(corpus: Corpus, seed: int) -> None:
    taken, text = booklet.imported(booklet.BOOKLET, heads="活动 成果", contents=("CP-1/1. 种子 . . . . 1",))
    verified = verify(corpus, _spoil(taken, Random(seed)), text)
    assert report.shown(verified).count("\n") == len(verified.differences) + 2
    assert verified.unexplained


def test_an_empty_import_is_compared(corpus: Corpus) -> None:
    taken, _ = booklet.imported(())
    verified = verify(corpus, taken, "")
    assert all(one.line == 0 and one.official == "" for one in verified.differences)
    assert dict(verified.counts)["rows"] == 0


@pytest.mark.parametrize("lost", sorted(path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*.*")))
def test_a_tree_that_lacks_a_file(small: Path, lost: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, text = booklet.imported(booklet.BOOKLET)
    file = small / "booklet.txt"
    file.write_text(text, "utf-8")
    (small / lost).unlink()
    assert main(["verify", str(file), "--root", str(small)]) in (1, 2)
    assert "Traceback" not in capsys.readouterr().err
