"""What has no label gets the record's id; what an extraction ran together is parted where the renderings say so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.corpus import load_corpus
from handbook.model.corpus import Corpus
from handbook.official.importing.fit import LIKENESS, fit
from handbook.official.model import Piece
from tests.realtree import ROOT


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(ROOT)


def piece(at: str, kind: str, text: str, label: str = "") -> Piece:
    return Piece(at, kind, text, ((0, len(label + text)),), label=label)


def test_a_heading_without_label_gets_the_records_id(corpus: Corpus) -> None:
    (found,) = fit("谁提供", [piece("CP-10/4#annex-sec-?1", "heading", "谁提供")], corpus, "zh")
    assert found.address == "CP-10/4#annex-sec-providers"


def test_one_that_the_record_has_not_stays_as_it_is(corpus: Corpus) -> None:
    one = piece("CP-10/4#annex-sec-?1", "heading", "谁提供")
    first, second = fit("谁提供", [one, replace(one, address="CP-10/4#annex-sec-?2")], corpus, "zh")
    assert (first.address, second.address) == ("CP-10/4#annex-sec-providers", "CP-10/4#annex-sec-?2")


def test_outcomes_that_were_run_together_are_parted(corpus: Corpus) -> None:
    """The cut need not be where the rendering's own words end: those of another wording go to the one they are like."""
    first = "缔约方找出、评估并管住改性活生物体带来的风险，也顾及人体健康"
    second = "学术机构和专门研究单位加入进来，评估和管理风险有了更强的科学后盾"
    text = first + second
    found = fit(text, [piece("CP-10/4#a-5-outcomes-1", "cell", text)], corpus, "zh")
    assert [(one.address, one.text, one.doubt) for one in found] == [
        ("CP-10/4#a-5-outcomes-1", first, LIKENESS),
        ("CP-10/4#a-5-outcomes-2", second, LIKENESS),
    ]
    assert [text[slice(*one.ranges[0])] for one in found] == [first, second]


def test_lines_that_begin_near_are_where_outcomes_are_parted(corpus: Corpus) -> None:
    first = "缔约方找出、评估并管住改性活生物体带来的风险，也顾及人体健康的需要"
    second = "学术机构和专门研究单位加入进来，评估和管理风险有了更强的科学后盾"
    text = f"{first}\n{second}"
    one = Piece("CP-10/4#a-5-outcomes-1", "cell", first + second, ((0, len(first)), (len(first) + 1, len(text))))
    assert [found.text for found in fit(text, [one], corpus, "zh")] == [first, second]


@pytest.mark.parametrize(
    "first", ["缔约方找出、评估并管住风险，也顾及人体健康；", "缔约方找出、评估；并管住风险，也顾及人体健康；"]
)
def test_the_sign_nearest_to_the_likest_place_parts_outcomes(corpus: Corpus, first: str) -> None:
    """Words that are like neither stand behind it."""
    text = f"{first}此外还有学术机构和专门研究单位加入进来，评估和管理风险有了更强的科学后盾"
    found = fit(text, [piece("CP-10/4#a-5-outcomes-1", "cell", text)], corpus, "zh")
    assert [one.text for one in found] == [first, text[len(first) :]]


def test_outcomes_that_the_file_parts_are_left(corpus: Corpus) -> None:
    text = "缔约方找出、评估并管住改性活生物体带来的风险学术机构和专门研究单位加入进来"
    one = piece("CP-10/4#a-5-outcomes-1", "cell", text)
    pieces = (one, replace(one, address="CP-10/4#a-5-outcomes-2"))
    assert fit(text, pieces, corpus, "zh") == pieces


def test_one_outcome_alone_is_left(corpus: Corpus) -> None:
    one = piece("CP-10/4#a-6-outcomes-1", "cell", "越境转移少了，处理得也好")
    assert fit(one.text, [one], corpus, "zh") == (one,)


def test_closing_words_are_parted_from_the_last_sub_paragraph(corpus: Corpus) -> None:
    text = "(b)已经考虑这些因素怎样影响生物多样性的缔约方，邀请它们把第26条方面的经验拿出来分享；"
    item, tail = fit(text, [piece("CP-10/12#p4-b", "item", text[3:], label="(b)")], corpus, "zh")
    assert (item.address, item.label, item.text) == (
        "CP-10/12#p4-b",
        "(b)",
        "已经考虑这些因素怎样影响生物多样性的缔约方，",
    )
    assert (tail.address, tail.kind, tail.text) == (
        "CP-10/12#p4",
        "tail",
        "邀请它们把第26条方面的经验拿出来分享；",
    )
    assert item.ranges + tail.ranges == ((0, 25), (25, 45))
