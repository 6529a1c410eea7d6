"""The overlay: written whole or not at all, read back as it was, never where git would take it in."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from handbook import corpus
from handbook.model.record import Record
from handbook.official import overlay, shown
from handbook.official.importing import ledger
from handbook.official.model import Aside, Imported, Mark, Piece, Remark, Run, Source
from handbook.official.overlay import OverlayError
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
    return corpus.load_corpus(realtree.ROOT).record


# --- form -------------------------------------------------------------------------------------------------------------


def test_what_is_written_is_read_back(record: Record) -> None:
    for one in (SMALL_ONE, laid.imported(record), laid.imported(corpus.load_corpus(SMALL).record, "ar")):
        assert overlay.from_json(overlay.to_json(one), "a") == one


def test_the_same_import_gives_the_same_bytes(record: Record) -> None:
    assert overlay.to_json(laid.imported(record)) == overlay.to_json(laid.imported(record))


def test_report() -> None:
    assert overlay.report(SMALL_ONE) == REPORT


def test_report_adds_up_to_the_file(record: Record) -> None:
    lines = overlay.report(laid.imported(record)).splitlines()
    numbers = {name: int(number) for number, name in (line.split() for line in lines if line.startswith("    "))}
    fates = ("placed", "furniture", "reported", "blank")
    assert sum(numbers[fate] for fate in fates) == numbers["characters"]
    assert numbers["pieces"] == len(laid.imported(record).pieces)


def _set(*path: str | int, to: Any) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        whole[path[-1]] = to

    return change


def _drop(*path: str | int) -> Callable[[Any], None]:
    def change(whole: Any) -> None:
        for step in path[:-1]:
            whole = whole[step]
        del whole[path[-1]]

    return change


WRONG: dict[str, tuple[Callable[[Any], None], str]] = {
    "another format": (_set("format", to="handbook overlay 9"), "format 'handbook overlay 9'"),
    "no format": (_drop("format"), "key 'format' is missing"),
    "a key too many": (_set("more", to=1), "the file: unknown key 'more'"),
    "no runs": (_drop("runs"), "key 'runs' is missing"),
    "pieces of no list": (_set("pieces", to={}), "pieces '{}', expected a list"),
    "a piece of no object": (_set("pieces", 0, to=[]), "piece 1: expected an object"),
    "a piece's unknown key": (_set("pieces", 0, "colour", to=""), "piece 1: unknown key 'colour'"),
    "a piece without words": (_drop("pieces", 0, "text"), "piece 1: key 'text' is missing"),
    "words of no text": (_set("pieces", 0, "text", to=None), "piece 1: text 'None', expected a text"),
    "a kind of its own": (_set("pieces", 0, "kind", to="poem"), "'poem', expected title"),
    "no address": (_set("pieces", 0, "at", to="CP-1/2"), "expected an address"),
    "a mark behind the words": (_set("pieces", 0, "marks", to=[["3", 7]]), "outside of the words"),
    "a mark without a number": (_set("pieces", 0, "marks", to=[["", 1]]), "mark '' at 1"),
    "a mark of one value": (_set("pieces", 0, "marks", to=[["3"]]), "mark of piece 1"),
    "a range behind the file": (_set("pieces", 0, "ranges", to=[[0, 99]]), "outside of the file"),
    "a range that is empty": (_set("pieces", 0, "ranges", to=[[4, 4]]), "range 4-4"),
    "a range of truths": (_set("pieces", 0, "ranges", to=[[False, True]]), "range of piece 1"),
    "figures of numbers": (_set("pieces", 1, "figures", to=[1]), "figures, expected texts"),
    "a language that we have not": (_set("source", "language", to="la"), "'la', expected zh"),
    "a document that we have not": (_set("source", "document", to="novel"), "'novel', expected decisions"),
    "a length below nothing": (_set("source", "characters", to=-1), "-1 characters"),
    "a gap between runs": (_drop("runs", 1), "run 2"),
    "runs that end early": (_drop("runs", -1), "and the file has 30 characters"),
    "an unknown fate": (_set("runs", 0, 2, to="eaten"), "'eaten', expected placed"),
    "a remark without a line": (_set("remarks", 0, "line", to="2"), "remark 1: line '2', expected a whole number"),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_no_overlay_is_refused(case: str) -> None:
    change, told = WRONG[case]
    whole = json.loads(overlay.to_json(SMALL_ONE))
    change(whole)
    with pytest.raises(OverlayError) as error:
        overlay.from_json(json.dumps(whole), "official/fr/decisions.json")
    assert str(error.value).startswith("official/fr/decisions.json: ")
    assert told in str(error.value)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '"x"', "[" * 100_000, "\0", '{"format": "handbook overlay 1"}']
)
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(OverlayError):
        overlay.from_json(text, "a")


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
        "fr/decisions.json": len(overlay.to_json(SMALL_ONE).encode()),
        "fr/decisions.report.txt": len(REPORT.encode()),
    }
    assert told == REPORT
    assert overlay.read_overlay_folder(tmp_path / "new" / "official") == (SMALL_ONE,)


def test_languages_and_documents_lie_apart(tmp_path: Path) -> None:
    draft = replace(SMALL_ONE, source=replace(SMALL_ONE.source, document="draft"))
    spanish = replace(SMALL_ONE, source=replace(SMALL_ONE.source, language="es"))
    for one in (SMALL_ONE, draft, spanish):
        overlay.write_overlay(tmp_path, one)
    assert overlay.read_overlay_folder(tmp_path) == (spanish, SMALL_ONE, draft)


@pytest.mark.parametrize("step", range(4))
def test_a_failure_leaves_the_former_overlay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """At each of its two writings and two replacements."""
    overlay.write_overlay(tmp_path, SMALL_ONE)
    before = realtree.contents(tmp_path)
    times = iter(range(4))
    write, replace_file = Path.write_text, Path.replace

    def failing(function: Callable[..., Any]) -> Callable[..., Any]:
        def one(*arguments: Any, **more: Any) -> Any:
            if next(times, None) == step:
                raise OSError(28, "No space left on device")
            return function(*arguments, **more)

        return one

    monkeypatch.setattr(Path, "write_text", failing(write))
    monkeypatch.setattr(Path, "replace", failing(replace_file))
    with pytest.raises(OSError, match="No space"):
        overlay.write_overlay(tmp_path, replace(SMALL_ONE, remarks=()))
    assert realtree.contents(tmp_path) == before


def test_a_failure_of_the_first_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", lambda self, target: (_ for _ in ()).throw(OSError(5, "gone")))
    with pytest.raises(OSError, match="gone"):
        overlay.write_overlay(tmp_path, SMALL_ONE)
    assert realtree.contents(tmp_path) == {}


def test_what_would_not_be_read_back_is_not_written(tmp_path: Path) -> None:
    for one in (
        replace(SMALL_ONE, runs=SMALL_ONE.runs[1:]),
        replace(SMALL_ONE, remarks=list(SMALL_ONE.remarks)),  # type: ignore[arg-type]  # wrong on purpose
        replace(SMALL_ONE, pieces=(replace(PIECES[0], kind="poem"),)),
        replace(SMALL_ONE, source=replace(SMALL_ONE.source, language="../up")),
    ):
        with pytest.raises(OverlayError):
            overlay.write_overlay(tmp_path / "official", one)
    assert realtree.contents(tmp_path) == {}


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
    file = tmp_path / "fr" / "decisions.json"
    file.parent.mkdir()
    file.write_text(former, "utf-8")
    if replaced:
        overlay.write_overlay(tmp_path, SMALL_ONE)
        assert overlay.read_overlay_folder(tmp_path) == (SMALL_ONE,)
    else:
        with pytest.raises(OverlayError, match="is no overlay, and stays"):
            overlay.write_overlay(tmp_path, SMALL_ONE)
        assert realtree.contents(tmp_path) == {"fr/decisions.json": former.encode()}


def test_an_import_waits_for_another(tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    inside = tmp_path / "fr"
    inside.mkdir()
    held = os.open(inside, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    other = Thread(target=overlay.write_overlay, args=(tmp_path, SMALL_ONE))
    other.start()
    other.join(0.2)
    assert other.is_alive()
    assert not list(inside.iterdir())
    os.close(held)
    other.join()
    assert overlay.read_overlay_folder(tmp_path) == (SMALL_ONE,)


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
    with pytest.raises(OverlayError, match=r"holds the decisions in 'fr', expected at fr/decisions\.json"):
        overlay.read_overlay_folder(tmp_path)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"{", overlay.to_json(SMALL_ONE).encode()[:-400]])
def test_a_broken_overlay(tmp_path: Path, content: bytes) -> None:
    overlay.write_overlay(tmp_path, SMALL_ONE)
    (tmp_path / "fr/decisions.json").write_bytes(content)
    with pytest.raises(OverlayError, match=r"fr/decisions\.json: is no"):
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
