"""handbook.json: it fits its schema, says what the record and the prose say, and is the same bytes each time."""

from __future__ import annotations

import copy
import dataclasses
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from handbook import corpus
from handbook.build import export
from handbook.findings.finding import Place
from handbook.languages import LANGUAGES
from handbook.model.corpus import Corpus
from handbook.model.erratum import FRONT
from handbook.model.names import Names
from handbook.model.prose import Span
from handbook.model.record import Record
from handbook.targets.addresses import slug
from handbook.targets.grammar import FORMS, Target, parse_target

ROOT = Path(__file__).resolve().parents[2]
TREES = {"handbook": ROOT, "small": ROOT / "tests" / "small"}
SCHEMA: dict[str, Any] = json.loads(export.schema())
VALIDATOR = Draft202012Validator(SCHEMA)

Document = dict[str, Any]


@cache
def tree(name: str) -> Corpus:
    return corpus.load_corpus(TREES[name])


@pytest.fixture(params=sorted(TREES))
def source(request: pytest.FixtureRequest) -> Corpus:
    return tree(request.param)


@pytest.fixture
def document(source: Corpus) -> Document:
    return export.to_dict(source)


@pytest.fixture
def small() -> Document:
    return copy.deepcopy(export.to_dict(tree("small")))


def problems(document: object) -> list[str]:
    return sorted(f"{error.json_path}: {error.validator}" for error in VALIDATOR.iter_errors(document))


def walk(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every value of a document with the keys and positions that lead to it."""
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, list):
        for position, inner in enumerate(value):
            yield from walk(inner, (*path, position))


# --- the schema -------------------------------------------------------------------------------------------------------


def test_schema_is_one() -> None:
    VALIDATOR.check_schema(SCHEMA)


def test_schema_closes_every_object() -> None:
    open_ones = [
        path
        for path, value in walk(SCHEMA)
        if isinstance(value, dict)
        and (value.get("type") == "object" or ("properties" in value and path[-1] not in ("if", "then")))
        and value.get("additionalProperties") is not False
    ]
    assert open_ones == []


def test_schema_knows_the_languages() -> None:
    for name in ("names", "words", "unit_text"):
        assert list(SCHEMA["$defs"][name]["properties"]) == list(LANGUAGES)
    assert SCHEMA["$defs"]["names"]["required"] == list(LANGUAGES)


TARGETS = """
    art:26 art:14/1 art:annex-III sup:12 conv:8/j dec:CP-9/13#annex-I dec:CP-9/13#6 dec:CP-9/14#preamble
    dec:CP-10/4#annex/19 dec:BS-I/3 cop:15/4 cop:VII/5 cop:14/37#35-44 doc:CBD/SBI/3/3/Add.1
    doc:CBD/CP/RA/AHTEG/2020/1/5#annex-I/sec-III
    ga:60/283#sec-IV proc:compliance#sec-II/4 goal:implementation/A.5 goal:capacity-building/A.6-A.8
    goal:implementation/A.5#indicators/b
    sdg:2 target:17 meeting:cp-11 unresolved:cp-10-2-p3
""".split()


def test_schema_knows_every_scheme() -> None:
    """`par` is short for the decision that cites, and only pages about the handbook say `page`: no document holds
    them.
    """
    definitions = SCHEMA["$defs"]
    forms = [definitions["article"]["pattern"], *(form.get("pattern", "") for form in definitions["target"]["anyOf"])]
    heads = [re.match(r"\^\(?([a-z|]+)\)?:", form) for form in forms if form]
    found = {scheme for head in heads if head for scheme in head[1].split("|")}
    assert found == set(FORMS) - {"par", "page"}


@pytest.mark.parametrize("target", TARGETS)
def test_schema_takes_a_target(target: str) -> None:
    assert str(parse_target(target)) == target
    assert VALIDATOR.evolve(schema={"$ref": "#/$defs/target", "$defs": SCHEMA["$defs"]}).is_valid(target)


@pytest.mark.parametrize(
    "target", ["", "par:8", "art:26#1", "art:annex-3", "dec:10/2", "meeting:", "https://example.org", "art:٢٦"]
)
def test_schema_refuses_a_target(target: str) -> None:
    assert not VALIDATOR.evolve(schema={"$ref": "#/$defs/target", "$defs": SCHEMA["$defs"]}).is_valid(target)


# --- documents and the schema -----------------------------------------------------------------------------------------


def test_document_fits(document: Document) -> None:
    assert problems(document) == []


def _set(*path: str | int, to: object) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        value: Any = document
        for key in path[:-1]:
            value = value[key]
        value[path[-1]] = to

    return change


def _drop(*path: str | int) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        value: Any = document
        for key in path[:-1]:
            value = value[key]
        del value[path[-1]]

    return change


P1 = ("decisions", 0, "paragraphs", 0)

WRONG: dict[str, tuple[Callable[[Document], None], list[str]]] = {
    "part missing": (_drop("errata"), ["$: required"]),
    "term without a name": (_set("terms", 0, "names", "fr", to=[]), ["$.terms[0].names.fr: minItems"]),
    "part of another name": (_set("languages", to=[]), ["$: additionalProperties"]),
    "plan without a meeting": (
        _set("plans", "cp-11.", to={"columns": [], "goals": []}),
        ["$.plans: additionalProperties"],
    ),
    "id with a space": (_set("decisions", 0, "id", to="CP 1/1"), ["$.decisions[0].id: pattern"]),
    "title in five languages": (_drop("decisions", 0, "titles", "ar"), ["$.decisions[0].titles: required"]),
    "title in a seventh language": (
        _set("decisions", 0, "titles", "de", to="x"),
        ["$.decisions[0].titles: additionalProperties"],
    ),
    "empty title": (_set("decisions", 0, "titles", "fr", to=""), ["$.decisions[0].titles.fr: pattern"]),
    "published without opening": (
        _set("decisions", 0, "opening", to=None),
        ["$.decisions[0].opening: type"],
    ),
    "article as a number": (
        _set("decisions", 0, "articles", to=[26]),
        ["$.decisions[0].articles[0]: type"],
    ),
    "table by its anchor": (_set("decisions", 1, "tables", to=["table-1"]), ["$.decisions[1].tables[0]: pattern"]),
    "number as a number": (_set(*P1, "n", to=1), ["$.decisions[0].paragraphs[0].n: type"]),
    "paragraph without section": (_drop(*P1, "section"), ["$.decisions[0].paragraphs[0]: required"]),
    "sub-paragraph with a section": (
        _set("decisions", 0, "paragraphs", 1, "items", 0, "section", to=None),
        ["$.decisions[0].paragraphs[1].items[0]: additionalProperties"],
    ),
    "unknown also": (
        _set("decisions", 0, "preamble", 1, "acts", 0, "also", to="again"),
        ["$.decisions[0].preamble[1].acts[0].also: enum"],
    ),
    "due in words": (
        _set(*P1, "acts", 0, "due", to=["soon"]),
        ["$.decisions[0].paragraphs[0].acts[0].due[0]: pattern"],
    ),
    "short target": (_set(*P1, "refs", to=["par:8"]), ["$.decisions[0].paragraphs[0].refs[0]: anyOf"]),
    "target twice": (_set(*P1, "refs", to=["art:2", "art:2"]), ["$.decisions[0].paragraphs[0].refs: uniqueItems"]),
    "mark in a text": (_set(*P1, "text", "en", to="Welcomes[^1]"), ["$.decisions[0].paragraphs[0].text.en: anyOf"]),
    "link in a text": (_set(*P1, "text", "en", to="See [x](art:2)"), ["$.decisions[0].paragraphs[0].text.en: anyOf"]),
    "space before a text": (_set(*P1, "text", "en", to=" See"), ["$.decisions[0].paragraphs[0].text.en: anyOf"]),
    "text in no language": (_set(*P1, "text", to={}), ["$.decisions[0].paragraphs[0].text: minProperties"]),
    "footnote by its number": (_set(*P1, "footnotes", to=[1]), ["$.decisions[0].paragraphs[0].footnotes[0]: type"]),
    "source unknown": (
        _set("plans", "implementation", "goals", 0, "source", to="web"),
        ["$.plans.implementation.goals[0].source: enum"],
    ),
    "item without label": (
        _drop("plans", "implementation", "goals", 0, "cells", "objectives", 0, "label"),
        ["$.plans.implementation.goals[0].cells.objectives[0]: required"],
    ),
    "figure as a text": (_set("tables", 0, "rows", 0, "scale", to="0.005"), ["$.tables[0].rows[0].scale: type"]),
    "row without id": (_drop("tables", 0, "rows", 0, "id"), ["$.tables[0].rows[0]: required"]),
    "total of nothing": (_set("tables", 0, "totals", "scale", to=None), ["$.tables[0].totals.scale: type"]),
    "long quotation": (_set("errata", 0, "printed", to="x" * 13), ["$.errata[0].printed: maxLength"]),
}


@pytest.mark.parametrize("name", sorted(WRONG))
def test_wrong_document_is_refused(small: Document, name: str) -> None:
    change, expected = WRONG[name]
    change(small)
    assert problems(small) == expected


def test_corpus_without_words_is_no_crash() -> None:
    whole = tree("small")
    names = {code: Names(code, f"content/{code}/names.yaml", {}) for code in LANGUAGES}
    bare = export.to_dict(dataclasses.replace(whole, names=names, pages={}))
    assert problems(bare) != []


# --- what it says -----------------------------------------------------------------------------------------------------

KEYS = {
    "decision": "id symbol titles articles published opening preamble sections paragraphs footnotes annexes tables",
    "section": "id label titles parent",
    "annex": "id titles sections preamble paragraphs appendices",
    "paragraph": "id n section run_in acts due refs footnotes text tail items",
    "item": "id n run_in acts due refs footnotes text tail items",
    "footnote": "id n at cites text",
    "goal": "id handles titles source cells",
    "plan_item": "id label source refs text",
}


@pytest.mark.parametrize("name", sorted(KEYS))
def test_keys_in_their_order(name: str) -> None:
    definition = SCHEMA["$defs"][name]
    assert " ".join(definition["required"]) == " ".join(definition["properties"]) == KEYS[name]


def test_keys_of_a_document(document: Document) -> None:
    assert list(document) == ["decisions", "plans", "tables", "errata", "terms"]
    for decision in document["decisions"]:
        assert " ".join(decision) == KEYS["decision"]
        for paragraph in decision["paragraphs"]:
            assert " ".join(paragraph) == KEYS["paragraph"]
            for item in paragraph["items"]:
                assert " ".join(item) == KEYS["item"]


def test_paragraph(small: Document) -> None:
    bare = {"run_in": False, "acts": [], "due": [], "refs": [], "footnotes": [], "tail": {}, "items": []}
    assert small["decisions"][0]["paragraphs"][1] == {
        **bare,
        "id": "p2",
        "n": "2",
        "section": "sec-a",
        "acts": [{"act": "requests", "also": None, "to": ["executive_secretary"], "by": [], "due": ["meeting:cp-2"]}],
        "text": {"zh": "请执行秘书：", "en": "Requests the Executive Secretary:"},
        "items": [
            {
                **bare,
                "id": "p2-a",
                "n": "a",
                "text": {"zh": "书面询问每个缔约方：", "en": "To ask every Party, in writing:"},
                "tail": {"zh": "并把答复列成清单；", "en": "and to list the answers;"},
                "items": [
                    {
                        **bare,
                        "id": "p2-a-i",
                        "n": "i",
                        "run_in": True,
                        "text": {"zh": "播种什么；", "en": "What it sows; and"},
                    },
                    {
                        **bare,
                        "id": "p2-a-ii",
                        "n": "ii",
                        "run_in": True,
                        "refs": ["conv:1/j"],
                        "text": {
                            "zh": "按《公约》第1条(j)项留存什么，",
                            "en": "What it keeps under Article 1 (j) of the Convention,",
                        },
                    },
                ],
            },
            {
                **bare,
                "id": "p2-b",
                "n": "b",
                "refs": ["meeting:cp-2"],
                "text": {"zh": "把清单提交第二次会议；", "en": "To bring the list to the second meeting;"},
            },
        ],
    }


def test_references_of_its_own_are_in_full(small: Document) -> None:
    assert small["decisions"][0]["paragraphs"][2]["refs"] == ["dec:EM-I/3#6", "dec:CP-1/1#2"]


def test_footnotes(small: Document) -> None:
    notes = small["decisions"][0]["footnotes"]
    assert [(note["id"], note["n"], note["at"]) for note in notes] == [
        ("fn-s1", "*", "title"),
        ("fn-1", "1", "p1"),
        ("fn-2", "2", "annex-p1-a"),
    ]
    assert notes[2]["cites"] == ["doc:CBD/CP/1/2#annex-I"]
    assert notes[2]["text"] == {"zh": "见CBD/CP/1/2，附件一。", "en": "See CBD/CP/1/2, annex I."}
    assert small["decisions"][0]["annexes"][0]["paragraphs"][0]["items"][0]["footnotes"] == ["fn-2"]


def test_sections_and_annexes(small: Document) -> None:
    decision = small["decisions"][0]
    assert [(section["id"], section["label"], section["parent"]) for section in decision["sections"]] == [
        ("sec-a", "A", None),
        ("sec-b", "B", None),
    ]
    assert decision["sections"][0]["titles"]["zh"] == "报告"
    assert [annex["id"] for annex in decision["annexes"]] == ["annex"]
    assert [paragraph["section"] for paragraph in decision["annexes"][0]["paragraphs"]] == [
        "annex-sec-1",
        "annex-sec-1",
    ]


def test_goals(small: Document) -> None:
    plan = small["plans"]["capacity_building"]
    assert [column["id"] for column in plan["columns"]] == ["activities", "outcomes"]
    assert [(goal["id"], goal["source"]) for goal in plan["goals"]] == [("A.1", "mixed"), ("A.2", "draft")]
    assert plan["goals"][0]["titles"] == {"zh": "缔约方懂得怎样保存种子", "en": "Parties know how to keep seeds"}
    assert plan["goals"][0]["cells"]["outcomes"][1] == {
        "id": "outcomes-2",
        "label": None,
        "source": "draft",
        "refs": [],
        "text": {"zh": "指南有人阅读", "en": "Guides are read"},
    }


def test_term(small: Document) -> None:
    seed = small["terms"][0]
    assert (seed["id"], seed["group"], seed["defined"]) == ("seed", "instruments", "art:3")
    assert seed["names"]["en"] == ["seed", "seeds"]
    assert seed["names"]["zh"] == ["种子"]


def test_table(small: Document) -> None:
    assert small["decisions"][1]["tables"] == ["cp-1-2/1", "cp-1-2/2", "cp-1-2/3"]
    table = small["tables"][0]
    assert (table["id"], table["kind"], table["unit"]) == ("cp-1-2/1", "scale", None)
    assert [(column["id"], column["unit"]) for column in table["columns"]] == [
        ("party", None),
        ("scale", "%"),
        ("capped", "%"),
        ("contribution", "USD"),
    ]
    assert table["rows"][0] == {"id": "AF", "scale": 0.005, "capped": 0.01, "contribution": 1}
    assert table["rows"][3] == {"id": "EU", "scale": None, "capped": 2.5, "contribution": 250}
    assert table["totals"] == {"scale": 10.005, "capped": 100, "contribution": 10000}


def test_budget(small: Document) -> None:
    table = small["tables"][1]
    assert (table["id"], table["kind"], table["unit"], table["totals"]) == ("cp-1-2/2", "budget", "thousands", {})
    assert [(column["id"], column["type"], column["unit"]) for column in table["columns"]] == [
        ("line", "line", None),
        ("year_2025", "amount", "USD"),
        ("year_2026", "amount", "USD"),
        ("total", "amount", "USD"),
    ]
    rows = {row["id"]: row for row in table["rows"]}
    assert rows["programme"]["line"]["label"] == "I"
    assert rows["programme"]["total"] is None
    assert rows["a"]["line"]["names"]["fr"] == "Semences"
    assert (rows["a"]["year_2025"], rows["a"]["line"]["label"]) == (10.0, "A")
    assert rows["subtotal"]["line"]["sum"] == ["a", "b"]
    assert rows["support"]["line"]["share"] == {"of": "subtotal", "percent": 10}
    assert rows["host-country"]["total"] == -4.0
    assert [row["line"]["same"] for row in small["tables"][2]["rows"]] == [None, None, "table-2/subtotal"]


def test_amounts_are_whole(document: Document) -> None:
    """Those that are not in thousands."""
    amounts = [
        (table, column["id"])
        for table in document["tables"]
        for column in table["columns"]
        if column["type"] == "amount" and not table["unit"]
    ]
    assert amounts
    for table, column in amounts:
        assert all(type(row[column]) is int for row in table["rows"])


def test_errata(small: Document) -> None:
    assert [(erratum["id"], erratum["meant"]) for erratum in small["errata"]] == [
        ("cp-1-1-p3", "dec:CP-1/1#2"),
        ("cp-1-1-p4", None),
    ]
    assert small["errata"][0]["meant_text"]["zh"] == "上文第2段"
    assert small["errata"][1]["why"]["ar"] == "لا يوجد مقرر كهذا"


def _texts(document: Document) -> Iterator[str]:
    """Every text of the prose."""
    for path, value in walk(document):
        if len(path) > 1 and path[-2] in ("text", "tail") and path[-1] in LANGUAGES:
            assert isinstance(value, str)
            yield value


def test_text_is_plain(document: Document) -> None:
    texts = list(_texts(document))
    assert texts
    assert [text for text in texts if re.search(r"\]\(|\[\^|[*{}]|  |\n|^\(?[A-Za-z0-9]{1,3}[.)] |^- ", text)] == []


def _span(kind: str, text: str, target: str = "") -> Span:
    return Span(kind, text, Place("x.md"), target)


@pytest.mark.parametrize(
    ("language", "spans", "expected"),
    [
        ("en", [_span("act", "Urges"), _span("text", " Parties")], "Urges Parties"),
        ("en", [_span("text", "a plan "), _span("mark", "1"), _span("text", " and")], "a plan and"),
        ("en", [_span("text", "See "), _span("link", "the list", "par:2"), _span("text", ".")], "See the list."),
        ("en", [_span("text", "See "), _span("link", "", "par:2"), _span("text", ".")], "See paragraph 2."),
        ("en", [_span("link", "", "dec:CP-9/13#annex-I")], "decision CP-9/13, annex I"),
        (
            "zh",
            [_span("text", "见"), _span("link", "", "dec:CP-9/13#annex-I"), _span("text", "。")],
            "见第CP-9/13号决定附件一。",
        ),
        ("en", [_span("text", "See "), _span("link", "", "nothing")], "See"),
        ("ar", [], ""),
    ],
)
def test_plain(language: str, spans: list[Span], expected: str) -> None:
    assert export.plain_text(spans, language, Names(language, "", {}), "CP-1/1") == expected


# --- what it leads to -------------------------------------------------------------------------------------------------


def _resolves(target: Target, record: Record) -> bool:
    """Whether the record holds the target, or at least the whole that it is part of."""
    match target.scheme:
        case "art" | "sup" | "conv":
            return target.id in record.instruments.get(target.scheme, {})
        case "goal":
            plan, _, goals = target.id.partition("/")
            known = record.plan_cited(plan)
            return known is not None and goals.partition("-")[0] in record.goals_of(known.id)
        case "unresolved":
            return any(erratum.id == target.id for erratum in record.errata)
        case "dec" if target.id in record.decisions:
            return True
    return target.whole in record.outside or (target.scheme == "meeting" and target.id in record.meetings)


def test_targets_resolve(source: Corpus, document: Document) -> None:
    lists = [value for path, value in walk(document) if path and path[-1] in ("refs", "cites", "articles")]
    lists.append([erratum["meant"] for erratum in document["errata"] if erratum["meant"]])
    targets = {text: parse_target(text) for texts in lists for text in texts}
    assert targets
    unread = [text for text, target in targets.items() if isinstance(target, str)]
    lost = [
        text for text, target in targets.items() if isinstance(target, Target) and not _resolves(target, source.record)
    ]
    assert (unread, lost) == ([], [])


def _anchors(decision: Document) -> list[str]:
    found = [value["id"] for _, value in walk(decision) if isinstance(value, dict) and "id" in value]
    return found[1:]


def test_ids_resolve(document: Document) -> None:
    tables = [table["id"] for table in document["tables"]]
    assert sorted(id for decision in document["decisions"] for id in decision["tables"]) == sorted(tables)
    for decision in document["decisions"]:
        anchors = _anchors(decision)
        assert sorted(anchors) == sorted(set(anchors))
        named = [value for path, value in walk(decision) if path and path[-1] in ("section", "parent") and value]
        named += [note for path, value in walk(decision) if len(path) > 1 and path[-1] == "footnotes" for note in value]
        named += [note["at"] for note in decision["footnotes"] if re.search(r"(^|-)(p|pre-)\d", note["at"])]
        assert [name for name in named if name not in anchors] == []
    for erratum in document["errata"]:
        id, _, anchor = erratum["at"].partition("#")
        if erratum["at"] in FRONT or anchor in ("title", "opening"):
            continue
        (decision,) = [decision for decision in document["decisions"] if decision["id"] == id]
        table, _, row = anchor.partition("/row-")
        if row:
            number = f"{slug(id)}/{table.removeprefix('table-')}"
            (found,) = [table for table in document["tables"] if table["id"] == number]
            assert row in [row["id"].lower() for row in found["rows"]]
        elif anchor not in _anchors(decision):
            goals = [goal for plan in document["plans"].values() for goal in plan["goals"]]
            own_tables = [f"table-{table.rpartition('/')[2]}" for table in decision["tables"]]
            if anchor in [*own_tables, *(slug(goal["id"]) for goal in goals)]:
                continue
            cells = [goal["cells"] for goal in goals if anchor.startswith(f"{slug(goal['id'])}-")]
            parts = [(column, item["id"]) for one in cells for column, items in one.items() for item in items]
            own = anchor.partition("-")[2].partition("-")[2]
            assert own in [slug(f"{column}-{part.rpartition('-')[2].rpartition('.')[2]}") for column, part in parts]


def test_every_mark_is_somewhere(document: Document) -> None:
    """A footnote at a unit is listed by that unit, and by no other."""
    for decision in document["decisions"]:
        units = {
            value["id"]: value["footnotes"]
            for _, value in walk(decision)
            if isinstance(value, dict) and "run_in" in value
        }
        listed = {note: id for id, notes in units.items() for note in notes}
        assert listed == {note["id"]: note["at"] for note in decision["footnotes"] if note["at"] in units}


# --- bytes ------------------------------------------------------------------------------------------------------------


def test_json_is_the_document(source: Corpus, document: Document) -> None:
    text = export.to_json(source)
    assert json.loads(text) == document
    assert text.startswith('{\n "decisions": [\n  {\n   "id": ')
    assert text.endswith("\n}\n")
    assert "\\u" not in text


@pytest.mark.parametrize("name", sorted(TREES))
def test_json_is_the_same_each_time(name: str) -> None:
    """In other processes, with other hashes, too."""
    code = (
        "import sys; from pathlib import Path;"
        "from handbook.build import export; from handbook.corpus import load_corpus;"
        "sys.stdout.buffer.write(export.to_json(load_corpus(Path(sys.argv[1]))).encode())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code, str(TREES[name])],
            check=True,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs == [export.to_json(tree(name)).encode()] * 2
