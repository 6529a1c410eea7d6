"""A line that belongs to no unit changes nothing of the units after it: each keeps its address and its words."""

from __future__ import annotations

from pathlib import Path

from handbook.checks import ALL, run_checks
from handbook.corpus import load_corpus
from handbook.findings.codes import Code
from handbook.site.kinds import KINDS
from handbook.site.site import Site
from handbook.site.view import View
from tests.realtree import edit
from tests.site.conftest import keyed, rendered

EN, ZH = "content/en/decisions/cp-1-1.md", "content/zh/decisions/cp-1-1.md"
CLAUSE = "      - {id: pre-2, acts: [{act: noting, also: also}], refs: [dec:EM-I/3]}\n"


def _shown(tree: Path) -> tuple[list[str], dict[str, str]]:
    """The page's html line by line, and its units' words by address, as the search has them."""
    page = rendered(View(Site(keyed(load_corpus(tree)), KINDS), "en"), "decisions/cp-1-1/")
    return page.html.splitlines(), {record.anchor: record.text for record in page.search if record.anchor}


def test_a_line_between_two_paragraphs(small: Path) -> None:
    """Section B begins with a preambular clause, which counts on from those at the head of the decision."""
    edit(
        small / "data/decisions.yaml",
        CLAUSE,
        f"{CLAUSE}      - {{id: pre-3, section: sec-b, acts: [{{act: recalling}}]}}\n",
    )
    edit(small / EN, "## B\n", "## B\n\n*Recalling* the last harvest,\n")
    edit(small / ZH, "## B\n", "## B\n\n*回顾*上一次收成，\n")
    corpus = load_corpus(small)
    assert run_checks(corpus, ALL) == []
    html, words = _shown(small)
    assert words["pre-3"] == "Recalling the last harvest,"
    edit(small / EN, "seeds;[^1]\n", "seeds;[^1]\n\nThis line is nobody's.\n")
    (finding,) = run_checks(load_corpus(small), ALL)
    assert finding.code == Code.UN003
    assert _shown(small) == (html, words)
