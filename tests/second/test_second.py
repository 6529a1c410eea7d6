"""A second meeting fits: it is data and words alone, its goals have numbers that the first meeting's have too, and what
was published of the first meeting stays where it is.
"""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from handbook.build import export
from handbook.build.building import Building
from handbook.checks import ALL, run_checks
from handbook.corpus import load_corpus
from handbook.languages import LANGUAGES
from handbook.model.corpus import Corpus
from handbook.site.site import Site
from handbook.site.view import Rendered
from handbook.targets.grammar import Target, parse_target
from handbook.words.citations import cite_target
from handbook.words.labels import label_differs
from tests import realtree, smallsite
from tests.conftest import SMALL
from tests.planted import Defect, groups
from tests.second.tree import lay_second

Pages = dict[tuple[str, str], Rendered]
Found = tuple[str, int, int, str]


def pages_of(tree: Path) -> tuple[Site, Pages]:
    building = Building(tree, tuple(LANGUAGES))
    building.prepare()
    assert building.findings == []
    assert building.site is not None
    return building.site, building.pages


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Site, Pages], tuple[Site, Pages]]:
    """The site of the small tree, and that of the same with the second meeting."""
    tree = smallsite.with_interface(shutil.copytree(SMALL, tmp_path_factory.mktemp("second") / "tree"))
    return pages_of(tree), pages_of(lay_second(tree))


@pytest.fixture(scope="module")
def first(both: tuple[tuple[Site, Pages], tuple[Site, Pages]]) -> tuple[Site, Pages]:
    return both[0]


@pytest.fixture(scope="module")
def second(both: tuple[tuple[Site, Pages], tuple[Site, Pages]]) -> tuple[Site, Pages]:
    return both[1]


@pytest.fixture(scope="module")
def corpus(second: tuple[Site, Pages]) -> Corpus:
    return second[0].corpus


@pytest.fixture
def tree(small: Path) -> Path:
    return lay_second(small)


def found(tree: Path) -> list[tuple[Found, str]]:
    """Each finding's place and code, and its message."""
    findings = run_checks(load_corpus(tree), ALL)
    return [((one.place.path, one.place.line, one.place.column, one.code), one.message) for one in findings]


# --- sources ----------------------------------------------------------------------------------------------------------


def test_its_tree_is_right(tree: Path) -> None:
    assert found(tree) == []


def test_goals_are_those_of_their_meeting(corpus: Corpus) -> None:
    record = corpus.record
    assert [(goal.label, goal.name, [*goal.plans]) for goal in record.goals] == [
        ("A.1", "goal.A.1", ["implementation", "capacity_building"]),
        ("A.2", "goal.A.2", ["implementation", "capacity_building"]),
        ("B.1", "goal.B.1", []),
        ("CP-2/A.1", "goal.cp-2.A.1", ["cp-2.sowing_plan"]),
        ("CP-2/B.1", "goal.cp-2.B.1", ["cp-2.sowing_plan"]),
    ]
    assert [*record.goals_of("cp-2.sowing_plan")] == ["A.1", "B.1"]
    assert [*record.goals_of("of_no_meeting")] == []
    assert [record.meeting_of(adoption) for adoption in record.adoptions] == ["cp-1", "cp-2"]


EN1, EN2 = "content/en/decisions/cp-2-1.md", "content/en/decisions/cp-2-2.md"
ZH1, ZH2 = "content/zh/decisions/cp-2-1.md", "content/zh/decisions/cp-2-2.md"
ENPLAN, ZHPLAN = "content/en/plans/cp-2-sowing-plan.md", "content/zh/plans/cp-2-sowing-plan.md"
DECISIONS, PLANS, TABLES = "data/decisions.yaml", "data/plans.yaml", "data/tables.yaml"
PLANTED = (
    # footnotes
    Defect("FN001", EN1, "[^1]: All of them in writing.\n", "[^1]: All of them in writing.\n¦[^7]: Nowhere.\n"),
    Defect("FN002", ZH1, "选定田地；[^2]\n    (b) 在田里播种。", "选定田地；\n    (b) 在田里播种。¦[^2]"),
    Defect("FN003", EN1, "Choose a field;[^2]", "Choose a field;¦[^3]"),
    Defect("FN004", ZH1, "[^2]: 见[](dec:CP-1/1#annex/1)", "[^2]: 见¦[](dec:CP-1/1#annex/2)"),
    Defect("FN005", EN1, "answers about seeds;[^1]", "answers about seeds;¦[^?]"),
    # references
    Defect("RF002", ENPLAN, "[goal A.1](goal:cp-2.sowing-plan/A.1)", "¦[goal A.2](goal:cp-2.sowing-plan/A.2)"),
    Defect("RF002", EN1, "[goal A.1](goal:cp-2.sowing-plan/A.1)", "¦[goal A.1](goal:sowing-plan/A.1)"),
    Defect("RF003", ZHPLAN, "[目标A.1](goal:implementation/A.1)", "¦[目标A.2](goal:implementation/A.1)"),
    Defect(
        "RF005", ENPLAN, "B.1.1. Seeds are", "B.1.1. ¦[Goal B.1](goal:cp-2.sowing-plan/B.1#objectives/1): Seeds are"
    ),
    Defect("RF004", ZH1, "[目标A.1](goal:cp-2.sowing-plan/A.1)", "¦[目标A.1](goal:implementation/A.1)"),
    Defect("RF006", EN1, "[paragraph 1 (a) above](par:annex/1/a)", "¦paragraph 1 (a) above"),
    # tables
    Defect("TB001", ENPLAN, "### outcomes\n\n- Rows", "¦### results\n\n- Rows"),
    Defect("TB002", ZHPLAN, "## B.1\n", "¦## A.2\n"),
    Defect("TB003", ENPLAN, "A.1.2. Parties sow in rows.", "A.1.2. Parties sow in rows;\n¦A.1.3. And in spring."),
    Defect("TB007", EN2, '{{ table("1") }}', '¦{{ table("3") }}'),
    Defect("TB004", TABLES, '      - {id: TD, scale: "0.020"', '      - ¦{id: TG, scale: "0.020"'),
    Defect("TB008", TABLES, 'year_2025: "4.0", year_2026: "5.0"', 'year_2025: ¦"4.9", year_2026: "5.0"'),
)
PLANTED_GROUPS = groups(PLANTED)


@pytest.mark.parametrize("group", PLANTED_GROUPS, ids=[" ".join(one.code for one in group) for group in PLANTED_GROUPS])
def test_its_slips_are_found(tree: Path, group: list[Defect]) -> None:
    """Footnotes, references and tables: each slip gives one finding, in its place, and nothing else is found."""
    expected = sorted(defect.plant(tree) for defect in group)
    assert [place for place, _ in found(tree)] == expected


def test_what_an_adoption_names_is_of_its_meeting(tree: Path) -> None:
    planted = (
        Defect("RC002", PLANS, "id: sowing_plan, decision: CP-2/2", "id: sowing_plan, decision: ¦CP-1/1"),
        Defect("RC002", PLANS, "      - id: B.1\n        area: B\n", "      - id: B.1\n        area: ¦C\n"),
    )
    expected = [defect.plant(tree) for defect in planted]
    told = [(place, message) for place, message in found(tree) if place[0] == PLANS]
    assert [place for place, _ in told] == expected
    assert [message for _, message in told] == [
        "decision 'CP-1/1', expected a decision of cp-2",
        "area 'C', expected one of A, B",
    ]


def test_the_meeting_since_which_a_party_is_one_is_of_the_record(tree: Path) -> None:
    expected = Defect("RC002", "data/parties.yaml", "ldc: true, since: cp-2", "ldc: true, since: ¦cp-3").plant(tree)
    assert (expected, "since 'cp-3', expected one of the `meetings`") in found(tree)


def test_the_meeting_of_an_adoption_is_one_of_the_record(tree: Path) -> None:
    expected = Defect("RC002", PLANS, "  - meeting: cp-2", "  - meeting: ¦cp-9").plant(tree)
    assert (expected, "meeting 'cp-9', expected one of the `meetings`") in found(tree)


def test_a_goal_stands_in_the_plans_of_its_own_meeting(tree: Path) -> None:
    """Not in those of another one, and not without a word in its own."""
    text = (tree / PLANS).read_text("utf-8")
    head, _, goal = text.rpartition("        sowing_plan:\n")
    (tree / PLANS).write_text(f"{head}        implementation:\n{goal}", "utf-8")
    assert [message for place, message in found(tree) if place[0] == PLANS] == [
        "goal lacks the key 'sowing_plan'",
        "unknown key 'implementation' in goal",
    ]


def test_a_meeting_adopts_once(tree: Path) -> None:
    text = (tree / PLANS).read_text("utf-8")
    (tree / PLANS).write_text(text + text.partition("later:\n")[2], "utf-8")
    again = (PLANS, text.count("\n") + 1, 5, "REC005")
    assert found(tree) == [(again, "adoption 'cp-2' again")]


# --- pages ------------------------------------------------------------------------------------------------------------

#: Pages that list what all meetings have, or that the second meeting cites.
TOUCHED = {
    "", "decisions/", "plans/", "goals/", "errata/", "articles/", "cited/", "addressees/", "deadlines/", "glossary/",
    "decisions/cp-1-1/", "goals/a-1/", "articles/2/", "meetings/cp-2/",
}  # fmt: skip


def test_addresses_of_the_first_meeting_stay(first: tuple[Site, Pages], second: tuple[Site, Pages]) -> None:
    assert set(first[0].addresses) <= set(second[0].addresses)
    new = [page.path for page in second[0].pages if page.path not in first[0].by_path]
    assert new == [
        "decisions/cp-2-1/",
        "decisions/cp-2-2/",
        "plans/cp-2-sowing-plan/",
        "plans/cp-2-sowing-plan/draft/",
        "goals/cp-2-a-1/",
        "goals/cp-2-b-1/",
    ]
    assert {address for address in second[0].addresses if address.startswith("plans/cp-2-sowing-plan/#")} == {
        f"plans/cp-2-sowing-plan/#{anchor}"
        for anchor in (
            *("a-1", "a-1-objectives-1", "a-1-objectives-2", "a-1-outcomes-1"),
            *("b-1", "b-1-objectives-1", "b-1-outcomes-1"),
        )
    }


def test_pages_of_the_first_meeting_stay(first: tuple[Site, Pages], second: tuple[Site, Pages]) -> None:
    """In six languages, but for lists and for what the second meeting cites."""
    changed = {path for (code, path), page in first[1].items() if page.html != second[1][code, path].html}
    assert changed == TOUCHED
    assert second[1].keys() == {(code, page.path) for code in LANGUAGES for page in second[0].pages}


def test_two_goals_of_one_number_are_told_apart(second: tuple[Site, Pages]) -> None:
    site, pages = second
    for code in LANGUAGES:
        names = site.corpus.names[code]
        ours, theirs = pages[code, "goals/a-1/"], pages[code, "goals/cp-2-a-1/"]
        assert (ours.short, theirs.short) == ("A.1", "CP-2/A.1")
        assert (ours.title, theirs.title) == (names["goal.A.1"], names["goal.cp-2.A.1"])
        assert [one.anchor for one in pages[code, "goals/"].contents] == []
        listed = pages[code, "goals/"].html
        assert f"CP-1{LANGUAGES[code].colon}{names['area.A']}" in listed
        assert f"CP-2{LANGUAGES[code].colon}{names['area.cp-2.A']}" in listed
        assert 'href="../goals/a-1/"' in listed
        assert 'href="../goals/cp-2-a-1/"' in listed
    indexed = {one.anchor: one.title for one in pages["en", "plans/cp-2-sowing-plan/"].search}
    assert indexed["a-1"] == "CP-2/A.1 Sowing in rows"
    assert indexed["b-1-objectives-1"] == "CP-2/B.1, objectives B.1.1"
    draft = {one.anchor: one.title for one in pages["en", "plans/cp-2-sowing-plan/draft/"].search}
    assert draft["a-1-objectives-2"] == "From draft to decision: CP-2/A.1, objectives A.1.2"


def test_decisions_stand_under_their_meeting(second: tuple[Site, Pages]) -> None:
    """Both meetings were at one place."""
    page = second[1]["en", "decisions/"]
    assert [(one.title, one.anchor) for one in page.contents] == [
        ("CP-1: Rome", "part-rome"),
        ("CP-2: Rome", "part-cp-2-rome"),
    ]
    assert page.html.count('href="../decisions/cp-2-1/"') == 1
    assert page.html.index("CP-1/2") < page.html.index('id="part-cp-2-rome"') < page.html.index("CP-2/1")


def test_the_page_of_a_meeting_lists_its_decisions(first: tuple[Site, Pages], second: tuple[Site, Pages]) -> None:
    """It was there before the meeting: the first one speaks of it."""
    before, after = (pages["en", "meetings/cp-2/"].html for _, pages in (first, second))
    assert "This is not part of the handbook" in before
    assert "This is not part of the handbook" not in after
    assert [text.count('href="../../decisions/cp-2-1/"') for text in (before, after)] == [0, 1]
    link = [
        re.findall(r"<a [^>]*meetings/cp-2/[^>]*>", pages["en", "decisions/cp-1-1/"].html)
        for _, pages in (first, second)
    ]
    assert ["hb-ref--outside" in tag for tag in (link[0][0], link[1][0])] == [True, False]


def test_a_plan_cites_goals_of_both_meetings(second: tuple[Site, Pages]) -> None:
    plan = second[1]["en", "plans/cp-2-sowing-plan/"].html
    assert 'href="../../plans/implementation/#a-1"' in plan
    assert 'href="#a-1"' in plan
    cited = second[1]["en", "goals/a-1/"].html
    assert 'href="../../plans/cp-2-sowing-plan/#a-1-objectives-1">goal CP-2/A.1, objectives A.1.1</a>' in cited
    appendix = second[1]["en", "decisions/cp-2-2/"].html
    assert 'href="../../plans/cp-2-sowing-plan/#b-1"' in appendix
    assert 'href="../../plans/implementation/#a-1"' not in appendix


def test_a_party_that_joined_later_is_in_later_scales(second: tuple[Site, Pages]) -> None:
    """The home page leads to the last scale."""
    site, pages = second
    tables = [table for table in site.record.tables.values() if table.kind == "scale"]
    assert ["TD" in site.record.parties_of(table) for table in tables] == [False, True]
    home = pages["fr", ""].html
    assert 'href="decisions/cp-2-2/#table-2-td"><span>Tchad</span>' in home
    assert "cp-1-2/#table-1-" not in home


def test_the_contents_of_a_booklet_have_slips_of_their_own(second: tuple[Site, Pages]) -> None:
    head = second[1]["en", "errata/"].contents[0]
    assert (head.title, head.anchor) == ("CP-2: Foreword and contents of the booklet", "cp-2-front")


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("goal:cp-2.sowing-plan/A.1", "目标CP-2/A.1 goal CP-2/A.1"),
        ("goal:implementation/A.1", "目标A.1 goal A.1"),
    ],
)
def test_citations_of_goals(corpus: Corpus, target: str, words: str) -> None:
    parsed = parse_target(target)
    assert isinstance(parsed, Target)
    assert " ".join(cite_target(parsed, code, corpus.names[code]) for code in ("zh", "en")) == words


@pytest.mark.parametrize(
    ("label", "language", "differs"),
    [
        ("goal A.1", "en", None),
        ("goal CP-2/A.1", "en", None),
        ("目标CP-2/A.1", "zh", None),
        ("الغاية CP-2/A.1", "ar", None),
        ("goal CP-3/A.1", "en", "says 'CP-3/A.1'"),
        ("goal A.2", "en", "says 'A.2'"),
    ],
)
def test_a_label_may_name_the_meeting(label: str, language: str, differs: str | None) -> None:
    assert label_differs(label, language, Target("goal", "cp-2.sowing-plan/A.1")) == differs


def test_a_plan_is_cited_by_its_name(corpus: Corpus) -> None:
    assert cite_target(Target("goal", "cp-2.sowing-plan"), "en", corpus.names["en"]) == "Sowing plan"


# --- what is made of it -----------------------------------------------------------------------------------------------


def test_it_is_exported(corpus: Corpus) -> None:
    document = json.loads(export.to_json(corpus))
    assert list(Draft202012Validator(json.loads(export.schema())).iter_errors(document)) == []
    plans = {
        id: (plan.get("meeting"), [goal["id"] for goal in plan["goals"]]) for id, plan in document["plans"].items()
    }
    assert plans == {
        "implementation": (None, ["A.1", "A.2"]),
        "capacity_building": (None, ["A.1", "A.2"]),
        "cp-2.sowing_plan": ("cp-2", ["A.1", "B.1"]),
    }
    assert document["plans"]["cp-2.sowing_plan"]["goals"][0]["handles"]["fr"] == "Semer en rangs"


def test_its_site_is_built(tmp_path: Path) -> None:
    done = realtree.build(lay_second(smallsite.copy(tmp_path / "tree")), "--strict", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    site = tmp_path / "tree/site"
    for code in LANGUAGES:
        menu = (site / code / "index.html").read_text("utf-8")
        assert all(f'href="goals/{goal}/"' in menu for goal in ("a-1", "a-2", "cp-2-a-1", "cp-2-b-1"))
        assert (site / code / "decisions/cp-2-2/index.html").is_file()
