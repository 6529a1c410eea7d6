"""What the importer knows beforehand is what record and names of the tree say."""

from __future__ import annotations

import pytest

from handbook.corpus import load_corpus
from handbook.model.corpus import Corpus
from handbook.official.importing import guide
from handbook.official.model import Guide
from tests.realtree import ROOT


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(ROOT)


@pytest.fixture(scope="module")
def chinese(corpus: Corpus) -> Guide:
    return guide.guide_of(corpus, "zh")


def test_the_labels_of_a_plans_columns_are_told_by_the_items_in_them(chinese: Guide) -> None:
    assert [dict(plan.styles) for plan in chinese.plans] == [
        {"objectives": "goal", "indicators": "letter", "outcomes": "plain"},
        {"areas": "number", "activities": "roman", "indicators": "letter", "outcomes": "plain"},
    ]


def test_a_plan_has_its_heads_its_title_and_all_goals(corpus: Corpus, chinese: Guide) -> None:
    for plan in chinese.plans:
        assert tuple(plan.heads) == ("goal", *plan.columns)
        assert all(plan.heads.values())
        assert plan.title == corpus.names["zh"][f"{plan.decision}#appendix"]
        assert plan.goals == tuple(goal.id for goal in corpus.record.goals)


def test_a_table_has_a_name_for_each_row_and_a_head_for_each_column(corpus: Corpus, chinese: Guide) -> None:
    names = corpus.names["zh"]
    assert [table.id for table in chinese.tables] == list(corpus.record.tables)
    for table in chinese.tables:
        record = corpus.record.tables[table.id]
        assert [id for id in table.names if id != "total" or record.row(id)] == [row.id for row in record.rows]
        assert ("total" in table.names) == bool(record.totals or record.row("total"))
        assert all(table.names.values())
        assert table.columns == tuple(column.id for column in record.figure_columns)
        assert list(table.heads) == [column.id for column in record.columns]
        assert table.title == names[table.id]


def test_rows_of_a_scale_are_parties_and_those_of_a_budget_its_lines(corpus: Corpus, chinese: Guide) -> None:
    names = corpus.names["zh"]
    scale = next(table for table in chinese.tables if corpus.record.tables[table.id].kind == "scale")
    assert (scale.names["ZM"], scale.row_labels) == (names["party.ZM"], {})
    budget = next(table for table in chinese.tables if corpus.record.tables[table.id].kind == "budget")
    assert (budget.names["a"], budget.row_labels["a"]) == (names["line.staff_costs"], "A")


def test_another_language_has_its_own_names(corpus: Corpus) -> None:
    found = guide.guide_of(corpus, "en")
    assert found.tables[0].title == corpus.names["en"][found.tables[0].id]
    assert found.openers != guide.guide_of(corpus, "zh").openers
