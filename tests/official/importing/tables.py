"""The tables of the importer's README: `make measure` writes them there."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from handbook.corpus import load_corpus
from handbook.model.corpus import Corpus
from handbook.official.importing import stages
from handbook.official.model import Piece
from tests.official.importing import invented, measure, rendered
from tests.official.importing.measure import Scores
from tests.realtree import ROOT

README = ROOT / "handbook" / "official" / "importing" / "README.md"
#: Seeds of what is measured. Whoever works on the importer looks at others; once misses of these were looked at, take
#: new ones.
RENDERED, INVENTED = (90210, 90211), tuple(range(90210, 90216))
_BLOCK = r"(?<=<!-- {0} -->\n\n).*?(?=\n<!-- /{0} -->)"


@cache
def _corpus() -> Corpus:
    return load_corpus(ROOT)


def _read_rendered(text: str) -> tuple[Piece, ...]:
    return stages.imported(text.encode(), "booklet.txt", _corpus(), rendered.LANGUAGE).pieces


def _read_invented(text: str) -> tuple[Piece, ...]:
    reading = stages.read_stages(text, invented.guide())
    return stages.finished(reading, reading.result.pieces)


@cache
def scores() -> Mapping[str, Mapping[str, Scores]]:
    """Name of the booklet → kind of damage → scores."""
    return {
        "rendered": measure.measured(lambda seed: rendered.of(_corpus(), seed), _read_rendered, RENDERED),
        "invented": invented_scores(INVENTED),
    }


@cache
def invented_scores(seeds: Sequence[int]) -> Mapping[str, Scores]:
    """Kind of damage → scores on booklets that no tree has a part in."""
    return measure.measured(invented.booklet, _read_invented, seeds)


def written(text: str) -> str:
    """The README with the measured tables."""
    for name, rows in scores().items():
        text, times = re.subn(_BLOCK.format(name), measure.table(rows), text, flags=re.DOTALL)
        if times != 1:
            raise ValueError(f"{README}: no place for the table {name!r}, expected <!-- {name} -->")
    return text


def main() -> int:
    """Write the tables into the README and print it."""
    path = Path(README)
    text = written(path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
