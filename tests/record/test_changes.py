"""From draft to decision: the record, and what it counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.findings.finding import Place
from handbook.model.changes import ANNEX, COLUMNS, DECISION, Bracket, Change, Drafted, counted, fates
from tests.realtree import ROOT, edit

HERE = Place("data/changes.yaml", 1, 1)


def change(group: str, column: str, draft: str, item: str, kind: str, *found: str) -> Change:
    brackets = tuple(Bracket(fate, "", "", unpaired=False, place=HERE) for fate in found)
    return Change(group, column, draft, item, kind, "", brackets, HERE)


@pytest.mark.parametrize(
    ("one", "anchor"),
    [
        (change("A.5", "", "A.5", "A.5", "kept"), "a-5"),
        (change("A.5", "objectives", "A.5.2", "A.5.2", "kept"), "a-5-objectives-2"),
        (change("A.5", "outcomes", "outcomes-1", "outcomes-1", "kept"), "a-5-outcomes-1"),
        (change("A.10", "areas", "lead", "lead", "kept"), "a-10-areas-lead"),
        (change("B.1", "indicators", "c", "d", "moved"), "b-1-indicators-d"),
        (change("B.3", "indicators", "h", "", "dropped"), "draft-b-3-indicators-h"),
        (change(DECISION, "", "p7", "p5", "moved"), "p5"),
        (change(ANNEX, "", "annex-p12", "", "dropped"), "draft-annex-p12"),
        (change(COLUMNS, "", "goal", "goal", "kept"), "col-goal"),
        (change(COLUMNS, "", "actors", "", "dropped"), "draft-col-actors"),
    ],
)
def test_addresses(one: Change, anchor: str) -> None:
    assert one.anchor == anchor


def test_words_are_needed_where_something_is_to_be_told() -> None:
    dropped = change(COLUMNS, "", "actors", "", "dropped")
    told = [
        change("A.1", "areas", "1", "1", "reworded"),
        change("A.1", "areas", "", "2", "added"),
        change("A.1", "areas", "2", "", "dropped"),
        change("A.1", "areas", "3", "3", "kept", "lifted"),
        dropped,
    ]
    silent = [
        change("A.1", "areas", "1", "1", "kept"),
        change("A.1", "areas", "3", "2", "moved"),
        change("A.1", "areas", "1", "1", "unknown", "unknown"),
        change("A.1", "actors", "actors-1", "", "dropped", "dropped"),
    ]
    draft = Drafted("lakes", (("A.1", HERE),), (*told, *silent), HERE)
    assert [one for one in draft.changes if draft.needs_words(one)] == told


def test_counts_stand_in_a_fixed_order() -> None:
    changes = [
        change("A.1", "areas", "", "1", "added"),
        change("A.1", "areas", "1", "2", "moved", "printed", "lifted"),
        change("A.1", "areas", "2", "3", "moved", "lifted"),
    ]
    assert list(counted(changes).items()) == [("moved", 2), ("added", 1)]
    assert list(fates(changes).items()) == [("lifted", 2), ("printed", 1)]


def test_a_goal_is_there_once(small: Path) -> None:
    edit(small / "data/changes.yaml", "      - id: A.2\n", "      - id: A.1\n")
    told = [f"{one.place.line}:{one.code} {one.message}" for one in load_corpus(small).findings]
    assert [one for one in told if "again" in one] == ["26:REC005 goal 'A.1' again"]


def test_brackets_are_those_of_the_published_drafts() -> None:
    """Each bracket of a draft has one entry: so many open in each part of its text. No other source says so."""
    found = {}
    for plan, draft in load_corpus(ROOT).record.drafts.items():
        goals = [goal for goal, _ in draft.goals]
        for name, groups in (("decision", (DECISION,)), ("annex", (ANNEX,)), ("table", (COLUMNS, *goals))):
            found[plan, name] = sum(fates(draft.group(*groups)).values())
    assert found == {
        ("implementation", "decision"): 7,
        ("implementation", "annex"): 2,
        ("implementation", "table"): 21,
        ("capacity_building", "decision"): 10,
        ("capacity_building", "annex"): 3,
        ("capacity_building", "table"): 64,
    }
