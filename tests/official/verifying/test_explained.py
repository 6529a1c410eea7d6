"""An erratum explains what it quotes, and nothing else at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.official.verifying import booklet
from tests.official.verifying.booklet import Booklet, changed, told
from tests.realtree import edit

#: A booklet with a slip, the errata that are beside those of the tree, and how it is reported.
CASES: dict[str, tuple[Booklet, str, list[str]]] = {
    "what it quotes": (
        changed("CP-1/1#annex-p1-a", words="开两次会，至多13名成员；"),
        "{id: cp-1-1-x, at: CP-1/1#annex-p1-a, kind: figure, printed: 至多13名, sure: certain}",
        ["CP-1/1#annex-p1-a figure: official '13', record '12': explained by cp-1-1-x"],
    ),
    "other words at the same place": (
        changed("CP-1/1#annex-p1-a", words="开两次会，至多13名成员；"),
        "{id: cp-1-1-x, at: CP-1/1#annex-p1-a, kind: word, printed: 开两次会, sure: certain}",
        ["CP-1/1#annex-p1-a figure: official '13', record '12': UNEXPLAINED"],
    ),
    "a figure beside the sign that it is about": (
        changed("CP-1/1#annex-p1-a", words="开两次会，至多13名成员,；"),
        '{id: cp-1-1-x, at: CP-1/1#annex-p1-a, kind: punctuation, printed: "13名成员,；", sure: certain}',
        ["CP-1/1#annex-p1-a figure: official '13', record '12': UNEXPLAINED"],
    ),
    "a figure within the name that it is about": (
        changed("CP-1/1#annex-p1-a", words="开两次会，至多13名成员；"),
        "{id: cp-1-1-x, at: CP-1/1#annex-p1-a, kind: name, printed: 13名成员, sure: certain}",
        ["CP-1/1#annex-p1-a figure: official '13', record '12': UNEXPLAINED"],
    ),
    "a figure that is no figure": (
        changed("CP-1/1#annex-p1-a", words="开两次会，至多12名成员13；"),
        "{id: cp-1-1-x, at: CP-1/1#annex-p1-a, kind: word, printed: 成员13, sure: certain}",
        ["CP-1/1#annex-p1-a figure: official '13', record has none: explained by cp-1-1-x"],
    ),
    "a part of what is unlike": (
        changed("CP-1/1#p1", words="又欢迎那份种子报告；"),
        "{id: cp-1-1-x, at: CP-1/1#p1, kind: word, printed: 欢迎那份, sure: certain}",
        ["CP-1/1#p1 act: official '又欢迎', record '欢迎': UNEXPLAINED"],
    ),
    "the reference that it means": (
        changed("CP-1/1#pre-1", words="回顾《议定书》第3条第2(c)款的内容，"),
        '{id: cp-1-1-x, at: CP-1/1#pre-1, kind: citation, printed: 第3条, meant: "art:2/2/c", sure: certain}',
        ["CP-1/1#pre-1 reference: official '第3条第2(c)款', record 'art:2/2/c': explained by cp-1-1-x"],
    ),
    "another reference than it means": (
        changed("CP-1/1#pre-1", words="回顾《议定书》第3条第2(c)款的内容，"),
        '{id: cp-1-1-x, at: CP-1/1#pre-1, kind: citation, printed: 第3条, meant: "art:1", sure: certain}',
        ["CP-1/1#pre-1 reference: official '第3条第2(c)款', record 'art:2/2/c': UNEXPLAINED"],
    ),
    "a citation that its words say": (
        changed("CP-1/1#pre-2", words="又注意到EM-I 3号决定讲了种子，"),
        "{id: cp-1-1-x, at: CP-1/1#pre-2, kind: citation, printed: EM-I 3号, sure: certain}",
        ["CP-1/1#pre-2 figure: official '3', record has none: explained by cp-1-1-x",
         "CP-1/1#pre-2 reference: official has none, record 'dec:EM-I/3': UNEXPLAINED"],
    ),
    "a label that is not printed": (
        changed("CP-1/1#p2-b", label=""),
        "{id: cp-1-1-x, at: CP-1/1#p2-b, kind: missing, printed: 向第二次会议, sure: certain}",
        ["CP-1/1#p2-b label: official has none, record 'b': explained by cp-1-1-x"],
    ),
    "words that have nothing to do with the label": (
        changed("CP-1/1#p2-b", label=""),
        "{id: cp-1-1-x, at: CP-1/1#p2-b, kind: word, printed: 向第二次会议, sure: certain}",
        ["CP-1/1#p2-b label: official has none, record 'b': UNEXPLAINED"],
    ),
    "a label that is not printed, elsewhere in the paragraph": (
        changed("CP-1/1#p2-b", label=""),
        "{id: cp-1-1-x, at: CP-1/1#p2-b, kind: missing, printed: 交出清单, sure: certain}",
        ["CP-1/1#p2-b label: official has none, record 'b': UNEXPLAINED"],
    ),
    "what it means, in words that cite nothing": (
        changed("CP-1/1#pre-1", words="回顾《议定书》第3条第2(c)款的内容，"),
        '{id: cp-1-1-x, at: CP-1/1#pre-1, kind: citation, printed: 的内容, meant: "art:2/2/c", sure: certain}',
        ["CP-1/1#pre-1 reference: official '第3条第2(c)款', record 'art:2/2/c': UNEXPLAINED"],
    ),
    "nothing where it means what is printed": (
        booklet.BOOKLET,
        '{id: cp-1-1-x, at: CP-1/1#pre-1, kind: citation, printed: 第2条, meant: "art:2/2/c", sure: certain}',
        ["CP-1/1#pre-1 erratum: official '第2条', record 'cp-1-1-x: art:2/2/c': UNEXPLAINED"],
    ),
    "that a paragraph is absent": (
        booklet.without("CP-1/1#p2-b"),
        "{id: cp-1-1-x, at: CP-1/1#p2, kind: missing, printed: 请执行秘书, sure: certain}",
        ["CP-1/1#p2 due: official has none, record 'meeting:cp-2': UNEXPLAINED",
         "CP-1/1#p2-b unit: official has none, record 'p2-b': UNEXPLAINED"],
    ),
    "totals, at their table": (
        changed("CP-1/2#table-1/row-total", words=""),
        '{id: cp-1-2-x, at: CP-1/2#table-1, kind: missing, printed: "10.005", sure: certain}',
        ["CP-1/2#table-1/row-total name: official has none, record '共计': explained by cp-1-2-x"],
    ),
    "one of two tables that differ": (
        changed("CP-1/2#table-3/row-subtotal", figures=("15.5", "18.1", "33.5")),
        '{id: cp-1-2-x, at: CP-1/2#table-3/row-subtotal, kind: figure, printed: "18.1", sure: certain}',
        ["CP-1/2#table-3/row-subtotal figure of a table: official '18.1', record '18.0': explained by cp-1-2-x",
         "CP-1/2#table-3/row-subtotal sum: official '18.1', record '18.0': explained by cp-1-2-x"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_an_erratum_explains(small: Path, case: str) -> None:
    printed, erratum, expected = CASES[case]
    edit(small / "data/errata.yaml", "errata:\n", f"errata:\n  - {erratum}\n")
    lines = told(booklet.corpus(small), printed)
    assert sorted(line.partition(": ")[2] if line.startswith("line ") else line for line in lines) == expected
