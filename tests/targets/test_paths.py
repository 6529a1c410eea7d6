"""What is made is read back: over every address of the handbook, of the small tree, and over ids that are made up."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.corpus import load_corpus
from handbook.languages.numerals import LETTERS, roman
from handbook.site.kinds import KINDS
from handbook.site.site import Site
from handbook.targets.addresses import (
    anchor_of,
    anchor_parts,
    below,
    clause_anchor,
    goal_anchor,
    item_anchor,
    note_anchor,
    paragraph_anchor,
    read_goal_anchor,
    section_anchor,
    unit_target,
)
from handbook.targets.grammar import Target, parse_target
from handbook.targets.paths import (
    FOLDERS,
    PLANS,
    PagePath,
    decision_path,
    draft_path,
    goal_path,
    page_of,
    plan_path,
    read_path,
    text_path,
)
from tests.conftest import SMALL
from tests.realtree import ROOT

QUICK = settings(derandomize=True, deadline=None, max_examples=100)


@cache
def site(tree: Path) -> Site:
    return Site(load_corpus(tree), KINDS)


@pytest.fixture(params=[ROOT, SMALL], ids=["handbook", "small tree"])
def addresses(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return site(request.param).addresses


def test_paths(addresses: tuple[str, ...]) -> None:
    for path in {address.partition("#")[0] for address in addresses}:
        read = read_path(path)
        assert read is not None
        assert str(read) == path


def test_anchors_of_decisions(addresses: tuple[str, ...]) -> None:
    """A unit's address is that of the target that cites it."""
    count = 0
    for address in addresses:
        path, _, anchor = address.partition("#")
        page = read_path(path)
        if page and page.folder == FOLDERS["dec"] and anchor and not anchor.startswith("table-"):
            count += 1
            assert anchor_of(unit_target("CP-1/1", anchor)) == anchor
    assert count > 15


def test_anchors_of_plans(addresses: tuple[str, ...]) -> None:
    count = 0
    for address in addresses:
        path, _, anchor = address.partition("#")
        page = read_path(path)
        if page and page.folder == PLANS and page.name and not page.draft and anchor:
            count += 1
            read = read_goal_anchor(anchor)
            assert read is not None
            goal, column, part = read
            assert (item_anchor(goal, column, part) if column else goal_anchor(goal)) == anchor
    assert count > 5


@pytest.mark.parametrize("tree", [ROOT, SMALL], ids=["handbook", "small tree"])
def test_targets(tree: Path) -> None:
    """Every target that something cites has a page of the site, and is read back from what is written."""
    for _, target in site(tree).crossrefs.citations:
        assert parse_target(str(target)) == target
        read = read_path(page_of(target))
        assert read is not None
        assert str(read) in site(tree).by_path


# --- made up ----------------------------------------------------------------------------------------------------------

NUMBER = st.integers(1, 99).map(str)
LETTER = st.sampled_from(LETTERS)
ROMAN = st.integers(1, 20).map(roman)
PART = st.sampled_from(["", "annex", "annex-ii", "appendix"])
WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=8)
DECISION = st.builds(lambda head, number: f"{head}/{number}", st.sampled_from(["CP-10", "BS-I", "EM-IV"]), NUMBER)


@QUICK
@given(PART, NUMBER, st.lists(LETTER, max_size=1), st.lists(ROMAN, max_size=1))
def test_a_unit(part: str, number: str, letter: list[str], numeral: list[str]) -> None:
    for anchor in (paragraph_anchor(part, number), clause_anchor(part, int(number))):
        for label in (*letter, *(numeral if letter else ())):
            anchor = below(anchor, label)
        target = Target("dec", "CP-1/1", anchor_parts(anchor))
        assert anchor_of(target) == anchor
        assert parse_target(str(target)) == target


@QUICK
@given(PART, NUMBER, WORD)
def test_what_is_no_unit(part: str, number: str, word: str) -> None:
    for anchor in (note_anchor(number), note_anchor(f"s{number}"), section_anchor(number, part)):
        assert anchor_of(unit_target("CP-1/1", anchor)) == anchor
    assert anchor_of(Target("page", "about", (section_anchor(word),))) == section_anchor(word)


@QUICK
@given(st.sampled_from("ABCD"), NUMBER, WORD, st.one_of(NUMBER, LETTER, ROMAN, st.just("lead")))
def test_a_goal_and_its_items(area: str, number: str, column: str, part: str) -> None:
    goal = f"{area}.{number}"
    assert read_goal_anchor(goal_anchor(goal)) == (goal, "", "")
    assert read_goal_anchor(item_anchor(goal, column, part)) == (goal, column, part)
    target = Target("goal", f"implementation/{goal}", (column, part))
    assert anchor_of(target) == item_anchor(goal, column, part)


@QUICK
@given(DECISION, WORD, WORD)
def test_a_path(decision: str, plan: str, page: str) -> None:
    later = f"cp-11.{plan}"
    for path in (
        decision_path(decision),
        plan_path(plan),
        draft_path(later),
        goal_path("A.5"),
        goal_path("CP-11/A.5"),
        text_path(page),
        "",
    ):
        assert str(read_path(path)) == path
    assert read_path(draft_path(plan)) == PagePath(PLANS, plan, draft=True)
    assert page_of(Target("dec", decision)) == decision_path(decision)
    assert page_of(Target("goal", later.replace("_", "-"))) == plan_path(later)


@pytest.mark.parametrize(
    "path", ["/", "decisions", "decisions//", "Decisions/cp-1-1/", "plans/a/drafts/", "a/b/draft/c/"]
)
def test_no_path(path: str) -> None:
    assert read_path(path) is None
