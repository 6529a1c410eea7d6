"""The draft of the plans that `HANDBOOK_DRAFT` names, beside the decisions that `HANDBOOK_OFFICIAL` names: the importer
finds what `data/changes.yaml` says that it has, and the words and brackets are as it says.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.model.changes import COLUMNS, Change
from handbook.model.corpus import Corpus
from handbook.official.importing import stages
from handbook.official.model import DECISIONS, DRAFT, Imported, Piece
from tests.realtree import ROOT

pytestmark = pytest.mark.skipif(
    not (os.environ.get("HANDBOOK_DRAFT") and os.environ.get("HANDBOOK_OFFICIAL")),
    reason="HANDBOOK_DRAFT or HANDBOOK_OFFICIAL names no file",
)


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT)


@cache
def read(variable: str) -> Imported:
    path = Path(os.environ[variable])
    return stages.imported(path.read_bytes(), path.name, corpus(), "zh")


def changes() -> list[tuple[str, Change]]:
    """Every part of the drafts but the heads of columns, with its decision."""
    record = corpus().record
    return [
        (record.plans[plan].decision, change)
        for plan, draft in record.drafts.items()
        for change in draft.changes
        if change.draft and change.group != COLUMNS
    ]


def parts(imported: Imported, at: str) -> list[Piece]:
    """A part, and what stands under it if it is a clause or paragraph."""
    under = "(?:-[a-z]+)?" if re.search(r"#(?:annex-)?(?:p|pre-)\d", at) else ""
    return [one for one in imported.pieces if re.fullmatch(re.escape(at) + under, one.address)]


def bare(imported: Imported, at: str) -> str:
    """The words without labels and punctuation."""
    return re.sub(r"[\W_]", "", "".join(one.text for one in parts(imported, at)))


def test_it_is_a_draft_and_the_other_file_is_none() -> None:
    assert (read("HANDBOOK_DRAFT").source.document, read("HANDBOOK_OFFICIAL").source.document) == (DRAFT, DECISIONS)


def test_every_part_is_found_and_no_other_one() -> None:
    wanted = {f"{decision}#{change.draft_anchor}" for decision, change in changes()}
    kinds = ("title", "clause", "paragraph", "heading", "goal", "cell")
    given = {one.address for one in read("HANDBOOK_DRAFT").pieces if one.kind in kinds}
    assert wanted - given == set()
    assert {at.partition("#")[2] for at in given - wanted} == {"appendix"}


def test_what_was_kept_has_the_same_words() -> None:
    draft, decisions = read("HANDBOOK_DRAFT"), read("HANDBOOK_OFFICIAL")
    kept = [(decision, one) for decision, one in changes() if one.change in ("kept", "moved") and not one.brackets]
    unlike = [
        (decision, one.draft)
        for decision, one in kept
        if bare(draft, f"{decision}#{one.draft_anchor}") != bare(decisions, f"{decision}#{one.item_anchor}")
    ]
    assert unlike == []


def test_what_was_reworded_has_other_words() -> None:
    draft, decisions = read("HANDBOOK_DRAFT"), read("HANDBOOK_OFFICIAL")
    same = [
        (decision, one.draft)
        for decision, one in changes()
        if one.change == "reworded"
        and bare(draft, f"{decision}#{one.draft_anchor}") == bare(decisions, f"{decision}#{one.item_anchor}")
    ]
    assert same == []


def opened(imported: Imported, at: str) -> int:
    return sum(f"{one.label}{one.text}".count("[") for one in parts(imported, at))


def test_brackets_are_those_of_the_record() -> None:
    draft = read("HANDBOOK_DRAFT")
    unlike = [
        (decision, one.draft, found, len(one.brackets))
        for decision, one in changes()
        if not any(bracket.unpaired for bracket in one.brackets)
        and (found := opened(draft, f"{decision}#{one.draft_anchor}")) != len(one.brackets)
    ]
    assert unlike == []


def test_every_character_is_placed_or_furniture() -> None:
    assert {run.fate for run in read("HANDBOOK_DRAFT").runs} == {"placed", "furniture", "blank"}
