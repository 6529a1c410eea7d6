"""Targets: what is one, what is none and why, where each is shown, and that writing one down gives it back."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.site.kinds import KINDS
from handbook.site.site import Site
from handbook.targets.addresses import anchor_of, item_part, slug
from handbook.targets.grammar import FORMS, INSTRUMENTS, LONGEST, Target, parse_target
from handbook.targets.paths import FOLDERS, page_of

ROOT = Path(__file__).resolve().parents[2]
HERE = "CP-1/1"

RIGHT = [
    ("art:26", Target("art", "26"), "articles/26/", ""),
    ("art:14/1", Target("art", "14", ("1",)), "articles/14/", "p1"),
    ("art:20/3/c", Target("art", "20", ("3", "c")), "articles/20/", "p3-c"),
    ("art:annex-III", Target("art", "annex-III"), "articles/annex-iii/", ""),
    ("art:annex-III/8/f", Target("art", "annex-III", ("8", "f")), "articles/annex-iii/", "p8-f"),
    ("sup:12", Target("sup", "12"), "supplementary-protocol/12/", ""),
    ("conv:8/j", Target("conv", "8", ("j",)), "convention/8/", "j"),
    ("dec:CP-9/13", Target("dec", "CP-9/13"), "decisions/cp-9-13/", ""),
    ("dec:BS-VII/12#17", Target("dec", "BS-VII/12", ("17",)), "decisions/bs-vii-12/", "p17"),
    ("dec:CP-9/13#annex-I", Target("dec", "CP-9/13", ("annex-I",)), "decisions/cp-9-13/", "annex-i"),
    ("dec:CP-9/13#annex-I/3", Target("dec", "CP-9/13", ("annex-I", "3")), "decisions/cp-9-13/", "annex-i-p3"),
    ("dec:CP-9/14#preamble", Target("dec", "CP-9/14", ("preamble",)), "decisions/cp-9-14/", "preamble"),
    ("dec:CP-10/4#annex/19", Target("dec", "CP-10/4", ("annex", "19")), "decisions/cp-10-4/", "annex-p19"),
    ("dec:CP-10/1#table-2/br", Target("dec", "CP-10/1", ("table-2", "br")), "decisions/cp-10-1/", "table-2-br"),
    ("dec:CP-10/7#fn-s1", Target("dec", "CP-10/7", ("fn-s1",)), "decisions/cp-10-7/", "fn-s1"),
    ("cop:15/4", Target("cop", "15/4"), "cop/15-4/", ""),
    ("cop:VII/5", Target("cop", "VII/5"), "cop/vii-5/", ""),
    ("cop:14/37#35-44", Target("cop", "14/37", ("35-44",)), "cop/14-37/", "p35"),
    ("doc:CBD/SBI/3/3/Add.1", Target("doc", "CBD/SBI/3/3/Add.1"), "documents/cbd-sbi-3-3-add-1/", ""),
    (
        "doc:CBD/A/5#annex-I/sec-III",
        Target("doc", "CBD/A/5", ("annex-I", "sec-III")),
        "documents/cbd-a-5/",
        "annex-i-sec-iii",
    ),
    ("ga:60/283#sec-IV", Target("ga", "60/283", ("sec-IV",)), "ga/60-283/", "sec-iv"),
    ("proc:compliance#sec-II/4", Target("proc", "compliance", ("sec-II", "4")), "procedures/compliance/", "sec-ii-4"),
    ("proc:sbstta#sec-H", Target("proc", "sbstta", ("sec-H",)), "procedures/sbstta/", "sec-h"),
    ("page:about", Target("page", "about"), "about/", ""),
    ("page:home", Target("page", "home"), "", ""),
    ("page:glossary#lmo-ffp", Target("page", "glossary", ("lmo-ffp",)), "glossary/", "lmo-ffp"),
    ("page:handbook.json", Target("page", "handbook.json"), "../handbook.json", ""),
    ("par:8", Target("dec", HERE, ("8",)), "decisions/cp-1-1/", "p8"),
    ("par:6/a/ii", Target("dec", HERE, ("6", "a", "ii")), "decisions/cp-1-1/", "p6-a-ii"),
    ("par:annex", Target("dec", HERE, ("annex",)), "decisions/cp-1-1/", "annex"),
    ("par:annex/1/d", Target("dec", HERE, ("annex", "1", "d")), "decisions/cp-1-1/", "annex-p1-d"),
    ("par:35-44", Target("dec", HERE, ("35-44",)), "decisions/cp-1-1/", "p35"),
    ("par:annex-I/3", Target("dec", HERE, ("annex-I", "3")), "decisions/cp-1-1/", "annex-i-p3"),
    ("par:pre-2", Target("dec", HERE, ("pre-2",)), "decisions/cp-1-1/", "pre-2"),
    ("goal:implementation", Target("goal", "implementation"), "plans/implementation/", ""),
    ("goal:implementation/A.5", Target("goal", "implementation/A.5"), "plans/implementation/", "a-5"),
    ("goal:implementation/A.6-A.8", Target("goal", "implementation/A.6-A.8"), "plans/implementation/", "a-6"),
    (
        "goal:capacity-building/A.5#indicators/b",
        Target("goal", "capacity-building/A.5", ("indicators", "b")),
        "plans/capacity-building/",
        "a-5-indicators-b",
    ),
    ("sdg:2", Target("sdg", "2"), "sdg/2/", ""),
    ("target:17", Target("target", "17"), "targets/17/", ""),
    ("meeting:cp-11", Target("meeting", "cp-11"), "meetings/cp-11/", ""),
    ("unresolved:cp-10-2-p3", Target("unresolved", "cp-10-2-p3"), "errata/", "cp-10-2-p3"),
]

FORM, SCHEME = "is not of the form scheme:id", "has the unknown scheme {!r}"
WRONG = [
    ("", FORM),
    ("26", FORM),
    (":26", FORM),
    ("Art:26", FORM),
    ("art :26", FORM),
    ("art:26\n", "has no well-formed id after art:"),
    ("https://example.org", SCHEME.format("https")),
    ("javascript:alert(1)", SCHEME.format("javascript")),
    ("article:26", SCHEME.format("article")),
    ("art:", "has no well-formed id after art:"),
    ("art: 26", "has no well-formed id after art:"),
    ("art:annex-3", "has no well-formed id after art:"),
    ("art:٢٦", "has no well-formed id after art:"),
    ("art:２６", "has no well-formed id after art:"),
    ("art:26#1", "takes its paragraph after a slash, not after #"),
    ("art:26/", "has no well-formed id after art:"),
    ("dec:10/2", "has no well-formed id after dec:"),
    ("dec:CP-10/2/1", "has no well-formed id after dec:"),
    ("dec:CP-10/2#", "has no well-formed part after #"),
    ("dec:CP-10/2#6//a", "has no well-formed part after #"),
    ("dec:CP-10/2#6#7", "has no well-formed part after #"),
    ("dec:CP-10/2#-6", "has no well-formed part after #"),
    ("cop:14", "has no well-formed id after cop:"),
    ("doc:cbd/sbi/3", "has no well-formed id after doc:"),
    ("par:", "has no well-formed id after par:"),
    ("par:-", "has no well-formed id after par:"),
    ("par:6-", "has no well-formed id after par:"),
    ("par:6#a", "takes its sub-paragraph after a slash, not after #"),
    ("goal:implementation/a.5", "has no well-formed id after goal:"),
    ("meeting:eleven", "has no well-formed id after meeting:"),
    ("page:other.json", "has no well-formed id after page:"),
    ("page:/about", "has no well-formed id after page:"),
    ("unresolved:CP", "has no well-formed id after unresolved:"),
    ("sdg:" + "1" * LONGEST, FORM),
]


@pytest.mark.parametrize(("text", "target", "page", "anchor"), RIGHT, ids=[text for text, *_ in RIGHT])
def test_target(text: str, target: Target, page: str, anchor: str) -> None:
    assert parse_target(text, HERE) == target
    assert (page_of(target), anchor_of(target)) == (page, anchor)


@pytest.mark.parametrize(("text", "why"), WRONG, ids=range(len(WRONG)))
def test_no_target(text: str, why: str) -> None:
    assert parse_target(text, HERE) == why


def test_own_paragraph_outside_a_decision() -> None:
    assert parse_target("par:8") == "stands outside a decision"


def test_every_scheme_is_tried() -> None:
    assert {text.partition(":")[0] for text, *_ in RIGHT} == set(FORMS)
    assert set(FOLDERS) == set(FORMS) - {"par", "goal", "unresolved", "page"}
    assert len(set(FOLDERS.values())) == len(FOLDERS)


@pytest.mark.parametrize(("text", "target"), [case[:2] for case in RIGHT], ids=[text for text, *_ in RIGHT])
def test_written_down_and_read_again(text: str, target: Target) -> None:
    assert parse_target(str(target), HERE) == target
    assert str(target) == text or text.startswith("par:")
    assert target.whole.parts == ()
    assert page_of(target.whole) == page_of(target)
    assert anchor_of(target.whole) == "" or target.scheme in ("goal", "unresolved")


def test_two_spellings_of_one_citation_are_equal() -> None:
    assert (
        parse_target("par:6/a", "CP-10/2") == parse_target("dec:CP-10/2#6/a") == parse_target("dec:CP-10/2#6/a", HERE)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cop:14/37#35-44", (35, 44)),
        ("par:annex/3-5", (3, 5)),
        ("par:35-44", (35, 44)),
        ("par:35", None),
        ("art:26", None),
    ],
)
def test_range(text: str, expected: tuple[int, int] | None) -> None:
    target = parse_target(text, HERE)
    assert isinstance(target, str) or target.range == expected


def random_target(dice: random.Random) -> str:
    pieces = [
        "art",
        "dec",
        "par",
        "goal",
        "doc",
        ":",
        "#",
        "/",
        "-",
        ".",
        "26",
        "CP-9",
        "a",
        "I",
        "annex",
        "A.5",
        "é",
        " ",
    ]
    return "".join(dice.choices(pieces, k=dice.randrange(1, 9)))


def test_soup() -> None:
    """Whatever the text: a target that writes itself down so that it is read again, or a reason. Its address is one."""
    dice = random.Random(11)
    targets = 0
    for _ in range(20_000):
        text = dice.choice((random_target(dice), f"{dice.choice(list(FORMS))}:{random_target(dice)}"))
        target = parse_target(text, HERE)
        if isinstance(target, Target):
            targets += 1
            assert parse_target(str(target)) == target, text
            assert re.fullmatch(r"[a-z]+/(?:[a-z0-9-]+/)?|supplementary-protocol/[a-z0-9-]+/", page_of(target)), text
            assert re.fullmatch(r"[a-z0-9-]*", anchor_of(target)), text
    assert targets > 100


@pytest.mark.parametrize(
    ("text", "expected"),
    [("CP-10/2", "cp-10-2"), ("CBD/SBI/3/3/Add.1", "cbd-sbi-3-3-add-1"), ("A.5", "a-5"), ("annex-III", "annex-iii")],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected
    assert slug(expected) == expected


@pytest.mark.parametrize(
    ("labels", "parts"),
    [
        (["1", None, "2", "3"], ["1", "lead", "2", "3"]),
        (["i", None, "ii"], ["i", "lead", "ii"]),
        (["a", None, "b"], ["a", "lead", "b"]),
        (["A.5.1", None, "A.5.2"], ["A.5.1", "lead", "A.5.2"]),
        ([None, "1", "2"], ["lead", "1", "2"]),
        ([None, "2"], ["1", "2"]),
        (["i", None, "iii"], ["i", "2", "iii"]),
        ([None, None], ["1", "2"]),
        (
            ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", None],
            ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "9"],
        ),
    ],
    ids=lambda one: " ".join(part or "-" for part in one),
)
def test_part_of_an_item(labels: list[str | None], parts: list[str]) -> None:
    """A line leads in others where its position is the label of one of them; else its own label is missing."""
    assert [item_part(label, number, labels) for number, label in enumerate(labels, 1)] == parts


def test_pages_of_the_record_have_addresses_of_their_own() -> None:
    """No two whole targets of the real record share a page."""
    site = Site(load_corpus(ROOT), KINDS)
    outside = list(site.crossrefs.targets)
    paths = [page_of(target) for target in (*outside, *(Target("dec", id) for id in site.record.decisions))]
    assert len(paths) == len(set(paths))
    assert {text.partition(":")[0] for text in map(str, outside)} >= set(INSTRUMENTS[:1])
