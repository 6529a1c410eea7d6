"""One booklet a meeting and language: each is imported by itself, verified against its own meeting, and shown with the
others.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.model.corpus import Corpus
from handbook.official import overlay
from handbook.official.importing import stages
from handbook.official.shown import read_overlays, shown_in
from handbook.official.verifying import report
from handbook.official.verifying.run import verify
from tests.conftest import SMALL
from tests.official.verifying import booklet
from tests.official.verifying.booklet import BOOKLET, SLIPS, Printed
from tests.second.tree import lay_second

PRINTED = """CP-2/1.  田地

缔约方会议，

回顾第CP-1/1号决定第2段，

1.	欢迎关于种子的答复；

2.	请缔约方在2027年6月30日之前播种。
"""
#: What a booklet of the second meeting has of its first decision.
SECOND = (
    Printed("CP-2/1#title", "title", "田地", "CP-2/1."),
    Printed("CP-2/1#opening", "opening", "缔约方会议，"),
    Printed("CP-2/1#pre-1", "clause", "回顾第CP-1/1号决定第2段，"),
    Printed("CP-2/1#p1", "paragraph", "欢迎关于种子的答复；", "1."),
    Printed("CP-2/1#p2", "paragraph", "请缔约方在2027年6月30日之前照附件和目标A.1播种。", "2."),
)


@pytest.fixture
def corpus(small: Path) -> Corpus:
    lay_second(small)
    return booklet.corpus(small)


def told(corpus: Corpus, printed: Sequence[Printed]) -> list[str]:
    found = verify(corpus, *booklet.imported(printed)).differences
    return [line for line in map(report.line_of, found) if line.partition(": ")[2] not in SLIPS]


@pytest.mark.parametrize(("text", "meeting"), [(PRINTED, "cp-2"), (PRINTED.replace("CP-2/1", "CP-1/1"), "cp-1")])
def test_an_import_knows_its_meeting(corpus: Corpus, text: str, meeting: str) -> None:
    assert stages.imported(text.encode(), "booklet.txt", corpus, "zh").meeting == meeting


def test_booklets_of_two_meetings_lie_beside_each_other(corpus: Corpus, tmp_path: Path) -> None:
    folder = tmp_path / "official"
    for printed in (BOOKLET, SECOND):
        overlay.write_overlay(folder, booklet.imported(printed)[0])
    assert sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*.json")) == [
        "zh/cp-1-decisions.json",
        "zh/cp-2-decisions.json",
    ]
    imports, findings = read_overlays(folder, corpus.record)
    assert findings == []
    official = shown_in(imports, "en")
    assert official is not None
    pieces = [official.piece(at) for at in ("CP-1/1#p1", "CP-2/1#p1")]
    assert [piece and piece.text for piece in pieces] == ["欢迎那份种子报告；", "欢迎关于种子的答复；"]


def test_the_first_booklet_is_held_against_the_first_meeting(corpus: Corpus) -> None:
    assert told(corpus, BOOKLET) == []


def test_a_later_booklet_is_held_against_its_own(corpus: Corpus) -> None:
    """What it has agrees; of what it lacks, the annex say, nothing is the first meeting's."""
    places = {line.partition(" ")[0] for line in told(corpus, SECOND)}
    assert places.isdisjoint(one.at for one in SECOND)
    assert {"CP-2/1#annex-p1", "CP-2/2#b-1", "CP-2/2#table-1", "contents"} < places
    assert [at for at in places if not at.startswith(("CP-2/", "contents"))] == []


def test_the_record_of_one_meeting_is_the_whole_where_there_is_one() -> None:
    record = load_corpus(SMALL).record
    assert record.taken_at("cp-1") is record
