"""Lines of budgets as the pages of their decisions show them."""

from __future__ import annotations

import pytest

from handbook.languages import LANGUAGES
from handbook.site.site import Site
from handbook.site.view import View
from handbook.targets.paths import decision_path
from tests.site.conftest import rendered


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_has_its_address_words_and_figures(site: Site, language: str) -> None:
    view = View(site, language)
    budgets = [table for table in site.record.tables.values() if table.kind == "budget"]
    assert budgets
    for table in budgets:
        page = rendered(view, decision_path(table.decision))
        assert view.name(f"currency.{table.currency}.{table.unit}") in page.html
        indexed = {one.anchor: one for one in page.search}
        for row in table.rows:
            anchor = table.row_anchor(row)
            assert page.html.count(f'id="{anchor}"') == 1
            assert indexed[anchor].title.startswith(view.name(row.name))
            for text in row.figures.values():
                assert view.language.figure(text) in indexed[anchor].text
