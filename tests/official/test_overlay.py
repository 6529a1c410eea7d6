"""The overlay: read back as it was written or refused, never where git would take it in."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from handbook import corpus
from handbook.model.record import Record
from handbook.official import overlay, shown
from handbook.official.importing import ledger
from handbook.official.model import Aside, Imported, Mark, Piece, Remark, Run, Source
from handbook.official.overlay import OverlayError
from handbook.official.summary import summary
from tests import laid, realtree
from tests.conftest import SMALL

TEXT = "II. A moon\n12\nlost words here\n"
PIECES = (
    Piece("CP-1/2#p1", "paragraph", "A moon", ((0, 10),), label="II.", marks=(Mark("3", 6),), doubt="a guess"),
    Piece("CP-1/1#table-1/row-aq", "row", "", ((11, 13),), figures=("1,2", "0")),
)
SMALL_ONE = Imported(
    Source("a file.txt", "f" * 64, len(TEXT), "fr", "decisions"),
    PIECES,
    ledger.account(TEXT, PIECES, (Aside("furniture", "page-number", ()),)),
    (Remark(2, "stray", "« odd »\nwords", "CP-1/2#p1"), Remark(3, "other", "no place")),
)
REPORT = """a file.txt: decisions, fr, sha256 ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff

       1 paragraph
       1 row
       2 pieces
  of them in doubt: 1

      12 placed
       0 furniture
      13 reported
       5 blank
      30 characters

in doubt: 1
  CP-1/2#p1: a guess

remarks: 2
  line 2: stray CP-1/2#p1: « odd » words
  line 3: other: no place

reported, as it is neither wording nor furniture: 1
  line 3: unread, 13 characters: lost words here
"""


@pytest.fixture(scope="module")
def record() -> Record:
    return corpus.load_corpus(SMALL).record


# --- form -------------------------------------------------------------------------------------------------------------


def test_what_is_written_is_read_back(record: Record) -> None:
    for one in (SMALL_ONE, laid.imported(record), laid.imported(record, "ar")):
        assert overlay.from_json(overlay.to_json(one), "a") == one


def test_the_same_import_gives_the_same_bytes(record: Record) -> None:
    assert overlay.to_json(laid.imported(record)) == overlay.to_json(laid.imported(record))


def test_report() -> None:
    assert summary(SMALL_ONE) == REPORT


def test_report_adds_up_to_the_file(record: Record) -> None:
    lines = summary(laid.imported(record)).splitlines()
    numbers = {name: int(number) for number, name in (line.split() for line in lines if line.startswith("    "))}
    fates = ("placed", "furniture", "reported", "blank")
    assert sum(numbers[fate] for fate in fates) == numbers["characters"]
    assert numbers["pieces"] == len(laid.imported(record).pieces)


HEAD, _, REST = overlay.to_json(SMALL_ONE).partition("\n")
WRONG = {
    "nothing": "",
    "no JSON": "{",
    "no object": "[]",
    "deep": "[" * 100_000,
    "a sign that is no text": "\0",
    "the head alone": HEAD,
    "a sum of other lines": f"{HEAD}\n{REST} ",
    "a word changed": f"{HEAD}\n{REST.replace('moon', 'noon')}",
    "the end cut off": f"{HEAD}\n{REST[:-20]}",
    "without a sum": f'{{"format": "{overlay.FORMAT}",\n{REST}',
}


@pytest.mark.parametrize("case", WRONG)
def test_what_no_import_wrote_is_refused(case: str) -> None:
    with pytest.raises(OverlayError) as error:
        overlay.from_json(WRONG[case], "official/fr/cp-1-decisions.json")
    assert (
        str(error.value)
        == "official/fr/cp-1-decisions.json: is not as an import wrote it; take it away, and import the booklet again"
    )


def test_an_older_format_is_called_so() -> None:
    with pytest.raises(OverlayError, match="is of an older format than 'handbook overlay 2'; take it away"):
        overlay.from_json('{"format": "handbook overlay 1",\n"source": {}}', "a")


def test_places_of_a_table_are_those_of_its_columns_rows_and_total() -> None:
    found = shown.places(corpus.load_corpus(SMALL).record)
    assert {at for at in found if at.startswith("CP-1/2#table-1/")} == {
        *(f"CP-1/2#table-1/col-{column}" for column in ("party", "scale", "capped", "contribution")),
        *(f"CP-1/2#table-1/row-{row}" for row in ("af", "br", "cn", "eu", "total")),
    }


# --- files ------------------------------------------------------------------------------------------------------------


def test_overlay_and_report_lie_beside_each_other(tmp_path: Path) -> None:
    told = overlay.write_overlay(tmp_path / "new" / "official", SMALL_ONE)
    written = realtree.contents(tmp_path / "new" / "official")
    assert {name: len(content) for name, content in written.items()} == {
        "fr/cp-1-decisions.json": len(overlay.to_json(SMALL_ONE).encode()),
        "fr/cp-1-decisions.report.txt": len(REPORT.encode()),
    }
    assert told == REPORT
    assert overlay.read_overlay_folder(tmp_path / "new" / "official") == (SMALL_ONE,)


def test_languages_and_documents_lie_apart(tmp_path: Path) -> None:
    draft = replace(SMALL_ONE, source=replace(SMALL_ONE.source, document="draft"))
    spanish = replace(SMALL_ONE, source=replace(SMALL_ONE.source, language="es"))
    for one in (SMALL_ONE, draft, spanish):
        overlay.write_overlay(tmp_path, one)
    assert overlay.read_overlay_folder(tmp_path) == (spanish, SMALL_ONE, draft)


def test_a_file_that_cannot_be_replaced_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    overlay.write_overlay(tmp_path, SMALL_ONE)
    before = realtree.contents(tmp_path)
    monkeypatch.setattr(Path, "replace", lambda self, target: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(OSError, match="No space left") as error:
        overlay.write_overlay(tmp_path, replace(SMALL_ONE, remarks=()))
    assert error.value.filename == str(tmp_path / "fr/cp-1-decisions.report.txt")
    assert realtree.contents(tmp_path) == before


def repository(folder: Path, ignored: str) -> Path:
    folder.mkdir()
    ours = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True, env=ours)
    (folder / ".gitignore").write_text(ignored, "utf-8")
    return folder


@pytest.mark.parametrize("name", ["official", "elsewhere/deep"])
def test_a_folder_that_git_ignores(tmp_path: Path, name: str) -> None:
    tree = repository(tmp_path / "tree", "/official/\n/elsewhere/\n")
    overlay.write_overlay(tree / name, SMALL_ONE)
    assert overlay.read_overlay_folder(tree / name) == (SMALL_ONE,)


@pytest.mark.parametrize("name", [".", "data", "official-too", "official/../data"])
def test_a_folder_that_git_would_take_in_is_refused(tmp_path: Path, name: str) -> None:
    tree = repository(tmp_path / "tree", "/official/\n")
    with pytest.raises(OverlayError, match="git does not ignore it"):
        overlay.write_overlay(tree / name, SMALL_ONE)
    (tmp_path / "linked").symlink_to(tree)
    with pytest.raises(OverlayError, match="git does not ignore it"):
        overlay.write_overlay(tmp_path / "linked" / name, SMALL_ONE)
    assert not (tree / "data").exists()


def test_a_language_that_is_a_link_into_the_tree_is_refused(tmp_path: Path) -> None:
    tree = repository(tmp_path / "tree", "/official/\n")
    (tree / "content").mkdir()
    (tmp_path / "apart").mkdir()
    (tmp_path / "apart" / "fr").symlink_to(tree / "content")
    with pytest.raises(OverlayError, match="git does not ignore it"):
        overlay.write_overlay(tmp_path / "apart", SMALL_ONE)
    assert not list((tree / "content").iterdir())


@pytest.mark.parametrize("name", ["site", "site/fr", "site/../site"])
def test_the_published_site_is_refused(tmp_path: Path, name: str) -> None:
    """git ignores it, and whoever publishes it takes all of it."""
    tree = repository(tmp_path / "tree", "/site/\n/official/\n")
    (tree / "mkdocs.yml").touch()
    (tree / "site").mkdir()
    with pytest.raises(OverlayError, match="which is published"):
        overlay.write_overlay(tree / name, SMALL_ONE)
    assert not list((tree / "site").iterdir())


@pytest.mark.parametrize(
    ("former", "replaced"),
    [("", True), ('{"format": "handbook overlay 9", ', True), ('{"my": "own"}', False), ("{", False)],
)
def test_only_an_overlay_is_replaced(tmp_path: Path, former: str, replaced: bool) -> None:
    file = tmp_path / "fr" / "cp-1-decisions.json"
    file.parent.mkdir()
    file.write_text(former, "utf-8")
    if replaced:
        overlay.write_overlay(tmp_path, SMALL_ONE)
        assert overlay.read_overlay_folder(tmp_path) == (SMALL_ONE,)
    else:
        with pytest.raises(OverlayError, match="is no overlay, and stays"):
            overlay.write_overlay(tmp_path, SMALL_ONE)
        assert realtree.contents(tmp_path) == {"fr/cp-1-decisions.json": former.encode()}


@pytest.mark.parametrize(("name", "refused"), [("official", False), ("data", True)])
def test_without_git_only_the_usual_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, refused: bool
) -> None:
    tree = repository(tmp_path / "tree", "/official/\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    if refused:
        with pytest.raises(OverlayError):
            overlay.write_overlay(tree / name, SMALL_ONE)
    else:
        overlay.write_overlay(tree / name, SMALL_ONE)


def test_the_usual_folder_is_ignored_here() -> None:
    lines = (realtree.ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert {f"/{overlay.FOLDER}/", "/site-official/"} <= set(lines)


def test_a_folder_without_overlay(tmp_path: Path) -> None:
    with pytest.raises(OverlayError, match="no such folder"):
        overlay.read_overlay_folder(tmp_path / "nowhere")
    with pytest.raises(OverlayError, match="holds no overlay"):
        overlay.read_overlay_folder(tmp_path)


def test_an_overlay_at_another_languages_place(tmp_path: Path) -> None:
    overlay.write_overlay(tmp_path, SMALL_ONE)
    (tmp_path / "fr").rename(tmp_path / "zh")
    with pytest.raises(OverlayError, match=r"expected at fr/cp-1-decisions\.json, by what it holds"):
        overlay.read_overlay_folder(tmp_path)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"{", overlay.to_json(SMALL_ONE).encode()[:-400]])
def test_a_broken_overlay(tmp_path: Path, content: bytes) -> None:
    overlay.write_overlay(tmp_path, SMALL_ONE)
    (tmp_path / "fr/cp-1-decisions.json").write_bytes(content)
    with pytest.raises(OverlayError, match=r"fr/cp-1-decisions\.json: is not as an import wrote it"):
        overlay.read_overlay_folder(tmp_path)


# --- the account ------------------------------------------------------------------------------------------------------


def test_a_reported_run_says_where_it_stands() -> None:
    text = f"one\n\n  {'x' * 50}\ntwo"
    runs = ledger.account(text, (Piece("CP-1/2#p1", "paragraph", "one", ((0, 3),)),), ())
    assert [(run.fate, run.line, run.begins) for run in runs] == [
        ("placed", 0, ""),
        ("blank", 0, ""),
        ("reported", 3, "x" * 40),
        ("blank", 0, ""),
        ("reported", 4, "two"),
    ]
    assert runs[0] == Run(0, 3, "placed", "CP-1/2#p1")
