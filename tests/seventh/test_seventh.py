"""A seventh language is one module and one folder: the tree is checked, exported and built with it, and no other file
knows of it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from handbook.build import export
from handbook.build.building import Building
from handbook.checks import ALL, run_checks
from handbook.corpus import load_corpus
from handbook.languages import LANGUAGES
from handbook.targets.grammar import Target
from handbook.words.citations import cite_target
from tests import realtree
from tests.realtree import edit
from tests.seventh.tree import plant_seventh
from tests.seventh.xx import SEVENTH


@pytest.fixture
def tree(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small tree with the seventh language, which the handbook knows while the test runs."""
    monkeypatch.setitem(LANGUAGES, SEVENTH.code, SEVENTH)
    return plant_seventh(small)


def _findings(tree: Path) -> list[str]:
    return [str(finding) for finding in run_checks(load_corpus(tree), ALL)]


def test_its_tree_is_right(tree: Path) -> None:
    assert _findings(tree) == []


def test_its_slips_are_found(tree: Path) -> None:
    """Names that the record asks for, labels, figures, marks and letters are looked at as in any other language."""
    names, decision = tree / "content/xx/names.yaml", tree / "content/xx/decisions/cp-1-1.md"
    edit(names, "party.BR: Brazil\n", "")
    edit(decision, "[paro 2](par:2)", "[paro 3](par:2)")
    edit(decision, "2025 mon3 31", "2025 mon3 30")
    edit(decision, "To ask every Party, in", "To ask every Рarty ,in")
    assert [line.partition(", expected")[0] for line in _findings(tree)] == [
        "content/xx/decisions/cp-1-1.md:16:22: WD003 'Р'",
        "content/xx/decisions/cp-1-1.md:16:27: WD004 'Рarty ,in'",
        "content/xx/decisions/cp-1-1.md:24:108: RF003 label 'paro 3' says '3'",
        "content/xx/decisions/cp-1-1.md:24:138: WD001 figure 'mon3 30'",
        "content/xx/names.yaml:40:1: NM001 name 'party.BR' is missing",
    ]


def test_it_is_exported(tree: Path) -> None:
    corpus = load_corpus(tree)
    schema, document = json.loads(export.schema()), export.to_dict(corpus)
    assert schema["$defs"]["names"]["required"] == list(LANGUAGES)
    assert list(Draft202012Validator(schema).iter_errors(json.loads(export.to_json(corpus)))) == []
    assert f'"{SEVENTH.code}": "Seeds"' in json.dumps(document)


def test_every_page_is_made_in_it(tree: Path) -> None:
    building = Building(tree, tuple(LANGUAGES))
    building.prepare()
    assert building.findings == []
    assert building.site is not None
    assert building.pages.keys() == {(code, page.path) for code in LANGUAGES for page in building.site.pages}
    page = building.pages["xx", "decisions/cp-1-1/"]
    assert page.prose is None
    assert "[a]" in page.html
    assert "anekso" in page.html
    for code in LANGUAGES:
        if code != SEVENTH.code:
            assert f'lang="{SEVENTH.tag}"' in building.pages[code, "glossary/"].html


def test_it_cites_in_its_own_words(tree: Path) -> None:
    names = load_corpus(tree).names[SEVENTH.code]
    assert cite_target(Target("dec", "CP-1/1", ("annex", "1", "a")), "xx", names) == "dekido CP-1/1, anekso, paro 1 (a)"


HOOK = """
import sys
sys.path.insert(0, {root!r})
from handbook.languages import LANGUAGES
from tests.seventh.xx import SEVENTH
LANGUAGES[SEVENTH.code] = SEVENTH
"""


def test_its_site_is_built(tree: Path) -> None:
    """`mkdocs build`, with the language in its settings: the module comes in by a hook, before the handbook's own."""
    realtree.copy(tree, "handbook", "hooks", "overrides", "mkdocs.yml")
    (tree / "hooks" / "seventh.py").write_text(HOOK.format(root=str(realtree.ROOT)), "utf-8")
    settings = tree / "mkdocs.yml"
    last = "        - {locale: ar, name: العربية, build: true}\n"
    edit(settings, last, last + "        - {locale: xx, name: Pondo, build: true}\n")
    edit(settings, "hooks:\n", "hooks:\n  - hooks/seventh.py\n")
    done = realtree.build(tree, "--strict", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    site = tree / "site"
    pages = {code: {page.relative_to(site / code) for page in (site / code).rglob("*.html")} for code in LANGUAGES}
    assert Path("decisions/cp-1-1/index.html") in pages["xx"]
    assert all(found == pages["xx"] for found in pages.values())
    assert f'<html lang="{SEVENTH.tag}" dir="ltr"' in (site / "xx/index.html").read_text("utf-8")
