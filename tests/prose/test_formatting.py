"""Text → tree → text → tree: the second tree is the first, and the second text stays what it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handbook.cli import main
from handbook.corpus import page_name, prose_files
from handbook.languages import LANGUAGES
from handbook.prose.formatting import NotFormattedError, formatted, tree
from handbook.prose.parsing import parse_page

ROOT = Path(__file__).resolve().parents[2]
FRONT = {
    "decision": "---\ndecision: CP-1/1   # a remark\n---\n",
    "plan": "---\nplan: implementation\n---\n",
    "draft": "---\ndraft: implementation\n---\n",
    "page": "---\npage: about\n---\n",
}


def again(text: str, language: str = "en") -> str:
    """The text written again, once it was seen that this changes nothing that it says and that it is final."""
    written = formatted("x.md", language, "x", text)
    first, _ = parse_page("x.md", language, "x", text)
    second, findings = parse_page("x.md", language, "x", written)
    assert first is not None
    assert second is not None
    assert findings == []
    assert tree(second) == tree(first)
    assert formatted("x.md", language, "x", written) == written
    return written


# --- the set ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_file_of_the_handbook_is_in_its_form(code: str) -> None:
    for source in prose_files(ROOT, code):
        assert source.text is not None
        assert formatted(source.path, code, page_name(source.path, code), source.text) == source.text


# --- pages that are made up -------------------------------------------------------------------------------------------

#: Words of three scripts and every sign that has a meaning somewhere in a line or at its beginning.
WORDS = st.lists(
    st.sampled_from(
        [
            *"word 种植 النبات (a) 6. A.1.1. 2) - + > | # = ~ & &amp; < <b> ! _ * ` { {{ } [ ] \\ -- --- ### : ^".split(
                " "
            )
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


def escaped(text: str) -> str:
    """A text as a translator may type it who is careful: a backslash before every sign that may have a meaning."""
    return "".join(f"\\{sign}" if sign in r"\[]()*<>{}!`_&#.+|=~-" else sign for sign in text)


INLINE = st.one_of(
    WORDS.map(escaped),
    WORDS.map(lambda text: f"*{escaped(text)}*"),
    WORDS.map(lambda text: f"[{escaped(text)}](art:26)"),
    st.sampled_from(["[](dec:CP-9/13#annex-I)", "[^1]", "[^s1]"]),
)
LINE = st.lists(INLINE, min_size=1, max_size=4).map(" ".join)
LABEL = st.sampled_from(["1. ", "2. ", "(a) ", "(b) ", "(i) ", "(ii) ", "(1) ", "A.1.1. ", "- ", ""])
UNIT = st.builds(
    lambda indent, label, line, more: " " * indent + label + line + more,
    st.sampled_from([0, 0, 2, 4, 8]),
    LABEL,
    LINE,
    st.sampled_from(["", "\n  carried on", "\n"]),
)
OTHER = st.sampled_from(["# annex", "## A", "## A.1", "### objectives", '{{ table("2") }}', "{{ header() }}", ""])
NOTE = LINE.map(lambda line: f"[^1]: {line}")
TEXT = st.lists(st.one_of(UNIT, UNIT, UNIT, OTHER, NOTE), max_size=10).map("\n".join)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.sampled_from(sorted(FRONT)), TEXT, st.sampled_from(["en", "zh"]))
def test_pages_that_are_made_up(subject: str, text: str, language: str) -> None:
    page, findings = parse_page("x.md", language, "x", FRONT[subject] + text)
    assert page is not None
    if findings:
        with pytest.raises(NotFormattedError):
            formatted("x.md", language, "x", FRONT[subject] + text)
    else:
        assert again(FRONT[subject] + text, language).startswith(FRONT[subject])


# --- the form ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("\n{{header()}}\n\n{{ opening( ) }}\n1. a", "{{ header() }}\n{{ opening() }}\n\n1. a\n"),
        ("1.  two\n   lines\n2. next", "\n1. two lines\n\n2. next\n"),
        (
            "1. a:\n (a) b:\n  (i) c\n  the end\n(b) d",
            "\n1. a:\n    (a) b:\n        (i) c\n        the end\n    (b) d\n",
        ),
        ("[^1]: note\n\n1. a[^1]\n# annex\n1. b", "\n1. a[^1]\n\n# annex\n\n1. b\n\n[^1]: note\n"),
        (r"6\. is \a, [in \[brackets\]](art:26)", "\n6\\. is \\\\a, [in \\[brackets\\]](art:26)\n"),
        (r"a \& b \! c \- d", "\na & b ! c - d\n"),
        (r"stop\![here](art:26) \<b> \&amp;", "\nstop\\![here](art:26) \\<b> \\&amp;\n"),
        ("{{ table('2') }}\n{{ table('say \"2\"') }}", '{{ table("2") }}\n\n{{ table(\'say "2"\') }}\n'),
    ],
)
def test_form(text: str, written: str) -> None:
    assert again(FRONT["decision"] + text) == FRONT["decision"] + written


def test_a_plan_has_its_lines_at_the_margin() -> None:
    text = FRONT["plan"] + "## A.1\nWording\n### activities\n(1) a\n  (a) b\n- c"
    expected = "\n## A.1\n\nWording\n\n### activities\n\n(1) a\n(a) b\n- c\n"
    assert again(text) == FRONT["plan"] + expected


def test_a_list_of_bullets_stands_apart_from_its_paragraph() -> None:
    assert again(FRONT["page"] + "These:\n- a;\n- b.\n\nMore.") == FRONT["page"] + "\nThese:\n\n- a;\n- b.\n\nMore.\n"


def test_chinese_lines_are_joined_without_a_space() -> None:
    assert again(FRONT["page"] + "第一行\n第二行", "zh") == FRONT["page"] + "\n第一行第二行\n"


# --- the command ------------------------------------------------------------------------------------------------------

PAGE = "content/en/decisions/cp-1-1.md"


@pytest.fixture
def tree_of_files(small: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The small tree in its form."""
    assert main(["format", "--root", str(small)]) == 0
    capsys.readouterr()
    return small


def test_a_file_in_another_form(tree_of_files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tree_of_files / PAGE
    before = file.read_text("utf-8")
    file.write_text(before.replace("\n\n", "\n\n\n"), "utf-8")
    assert main(["format", "--check", "--root", str(tree_of_files)]) == 1
    assert capsys.readouterr().out == f"{PAGE}: would be written\n1 to be written, 0 left alone\n"
    assert file.read_text("utf-8") != before
    assert main(["format", "--root", str(tree_of_files)]) == 0
    assert capsys.readouterr().out == f"{PAGE}: written\n1 written, 0 left alone\n"
    assert file.read_text("utf-8") == before
    assert main(["format", "--check", "--root", str(tree_of_files)]) == 0


def test_a_file_with_findings_is_left_alone(tree_of_files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tree_of_files / PAGE
    broken = file.read_text("utf-8") + "\n\n\n> quoted\n"
    file.write_text(broken, "utf-8")
    assert main(["format", "--root", str(tree_of_files), str(file)]) == 1
    line = broken.count("\n")
    assert capsys.readouterr().out == (
        f"{PAGE}: left alone, as reading finds in line {line}: line starts with '> q'\n0 written, 1 left alone\n"
    )
    assert file.read_text("utf-8") == broken


def test_paths_choose_files(tree_of_files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (tree_of_files / "content").rglob("cp-1-1.md"):
        file.write_text(file.read_text("utf-8") + "\n\n", "utf-8")
    assert main(["format", "--check", "--root", str(tree_of_files), str(tree_of_files / "content/zh")]) == 1
    assert "content/zh/decisions/cp-1-1.md" in (out := capsys.readouterr().out)
    assert "content/en" not in out
    assert main(["format", "--root", str(tree_of_files), str(tree_of_files / "content/xx")]) == 2
    assert "is no prose of" in capsys.readouterr().err


def test_no_tree(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(tmp_path)
    assert main(["format", "--root", str(tmp_path)]) == 2
    assert "no content/" in capsys.readouterr().err
