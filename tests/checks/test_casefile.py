"""A case that cannot be read, or does not fit its tree, says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.casefile import BadCaseError, Edit, apply, parse

WHOLE = """# a mark is taken out
@@ a.md
-one
-two
+three
-four
@@ b.md
+new
@@ delete c.md
@@ findings
a.md:1:1: FN001 text (hint)

"""


def test_case_is_read_whole() -> None:
    case = parse(WHOLE)
    assert case.about == "a mark is taken out"
    assert case.edits == (
        Edit("a.md", ("one", "two"), ("three",)),
        Edit("a.md", ("four",)),
        Edit("b.md", (), ("new",)),
        Edit("c.md"),
    )
    assert case.findings == ("a.md:1:1: FN001 text (hint)",)
    assert case.codes == {"FN001"}


def test_case_is_applied(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("zero\none\ntwo\nfour\n", encoding="utf-8")
    (tmp_path / "c.md").write_text("gone\n", encoding="utf-8")
    apply(parse(WHOLE), tmp_path)
    files = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert files == {"a.md": "zero\nthree\n", "b.md": "new\n"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@@ a.md\n@@ findings\n", "line 1"),
        ("# about\n@@ a.md\n-x\n", "no `@@ findings`"),
        ("# about\nx\n@@ findings\n", "line 2: 'x'"),
        ("# about\n-x\n@@ findings\n", "line 2: '-x'"),
    ],
    ids=["no-line-about", "no-findings", "stray-line", "no-path"],
)
def test_wrong_case_is_refused(text: str, message: str) -> None:
    with pytest.raises(BadCaseError, match=message):
        parse(text)


@pytest.mark.parametrize("text", ["a\n", "x\nx\n"], ids=["absent", "twice"])
def test_block_stands_exactly_once(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    with pytest.raises(BadCaseError, match="expected once"):
        apply(parse("# about\n@@ a.md\n-x\n+y\n@@ findings\n"), tmp_path)
