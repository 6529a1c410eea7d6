"""The command: what it prints, and its exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from handbook import cli
from handbook.cli import main
from tests.conftest import SMALL

ROOT = Path(__file__).parent.parent
CLEAN = "no findings\n"


@pytest.fixture
def here(small: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small tree as the current folder."""
    monkeypatch.chdir(small)
    return small


@pytest.fixture
def broken(here: Path) -> Path:
    (here / "content/en/decisions/cp-1-2.md").write_text(
        "---\ndecision: CP-1/2\n---\n{{ header() }}\n", encoding="utf-8"
    )
    return here


def test_check_of_a_right_tree(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr() == (CLEAN, "")


def test_check_of_a_wrong_tree(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines()[-1].endswith("in 1 file")
    assert {line.split(":")[0] for line in out.splitlines()[:-1]} == {"content/en/decisions/cp-1-2.md"}


def test_check_elsewhere(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert main(["check", "--root", str(small)]) == 0


def test_check_in_each_form(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert main(["check", "--format", "sarif"]) == 1
    assert len(json.loads(capsys.readouterr().out)["runs"][0]["results"]) == len(found)
    assert main(["check", "--format", "github"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == len(found)


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        ([], "the following arguments are required: command"),
        (["chekc"], "invalid choice: 'chekc'"),
        (["check", "--fast"], "unrecognized arguments: --fast"),
        (["check", "--format", "xml"], "invalid choice: 'xml'"),
        (["check", "--root"], "expected one argument"),
        (["export"], "required: form"),
        (["check", "--root", "no/where"], "no/where has no data/ and content/"),
        (["check", "--root", "data/plans.yaml"], "not the root of a handbook"),
        (["export", "json", "--output", "no/where.json"], "no/where.json: No such file or directory"),
        (["export", "json", "--output", "data"], "data: "),
    ],
)
def test_could_not_look(here: Path, argv: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert says in err
    assert "Traceback" not in err


@pytest.mark.parametrize("argv", [["--help"], ["check", "--help"]])
def test_help(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 0
    assert "usage: handbook" in capsys.readouterr().out


def test_export(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "json"]) == 0
    printed = capsys.readouterr().out
    assert [decision["id"] for decision in json.loads(printed)["decisions"]]
    assert main(["export", "json", "--output", "out.json"]) == 0
    assert capsys.readouterr() == ("", "")
    assert Path("out.json").read_text(encoding="utf-8") == printed
    assert [path.name for path in here.iterdir() if path.name.startswith(".")] == []


def test_export_of_a_wrong_tree_writes_nothing(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("out.json").write_text("old", encoding="utf-8")
    assert main(["export", "json", "--output", "out.json"]) == 1
    out, err = capsys.readouterr()
    assert (out, Path("out.json").read_text(encoding="utf-8")) == ("", "old")
    assert "content/en/decisions/cp-1-2.md" in err


def test_addresses(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["addresses"]) == 0
    printed = capsys.readouterr().out
    assert "decisions/cp-1-1/#p2-a-ii\n" in printed
    assert main(["addresses", "--write"]) == 0
    assert Path("data/addresses.txt").read_text(encoding="utf-8") == printed


# --- the whole process --------------------------------------------------------------------------------------------


def handbook(*argv: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "handbook", *argv],
        check=False,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **more},
    )


def test_process(small: Path) -> None:
    done = handbook("check", cwd=small)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, CLEAN, b"")


def test_process_on_a_poor_terminal(small: Path) -> None:
    """Names of files are bytes, and the terminal may know ASCII alone."""
    (small / "content/en/decisions").joinpath("caf\udce9.md").write_text("x", encoding="utf-8")
    done = handbook("check", cwd=small, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, b"")
    assert "caf\\udce9.md:1:1: PRS001" in done.stdout.decode()


def test_process_whose_reader_goes_away(broken: Path) -> None:
    script = f"{sys.executable} -m handbook check | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", script],
        check=False,
        capture_output=True,
        cwd=broken,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stderr) == (1, b"")


def test_check_starts_lean(small: Path) -> None:
    """Neither templates nor MkDocs are loaded to look at sources."""
    code = (
        "import sys; from handbook.cli import main; main(['check']);"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'jinja2', 'mkdocs', 'markupsafe', 'pagefind'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        cwd=small,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.stdout.decode().splitlines() == ["no findings", "[]"]


def test_exit_stands_in_one_place() -> None:
    assert Path(cli.__file__).read_text(encoding="utf-8").count("sys.exit") == 1


def test_a_stage_without_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "booklet.txt", "--stage", "", "--root", str(SMALL)]) == 2
    assert capsys.readouterr().err.startswith("handbook: --stage '', expected lines, ")


def test_what_is_no_file_is_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "pipe")
    for command in ("import", "verify"):
        assert main([command, str(tmp_path / "pipe"), "--root", str(SMALL)]) == 2
        assert capsys.readouterr().err == "handbook: pipe is no file: save the booklet's text in one\n"


BOOKLET = "CP-1/1.\t种子\n\n缔约方会议，\n\n1. 欢迎报告；\n"


@pytest.mark.parametrize(("name", "shown"), [(b"b\xff.txt", "b\\udcff.txt"), (b"b\nc.txt", "b c.txt")])
def test_a_strange_name_is_written_down(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: bytes, shown: str
) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
    file.write_text(BOOKLET, "utf-8")
    assert main(["import", str(file), "--root", str(SMALL), "--into", str(tmp_path / "official")]) == 0
    assert capsys.readouterr().out.startswith(f"{shown}: decisions, zh, ")


STOPPED = """
import os, signal, sys
from pathlib import Path
# Where the tests run in the background, a shell has the keyboard's signal ignored, here too.
signal.signal(signal.SIGINT, signal.default_int_handler)
replace = Path.replace
def stop(self, target):
    Path.replace = replace
    os.kill(os.getpid(), signal.{signal})
    return replace(self, target)
Path.replace = stop
from handbook.cli import run
run()
"""


@pytest.mark.parametrize("signal", ["SIGTERM", "SIGINT"])
def test_an_import_that_is_stopped_leaves_nothing(tmp_path: Path, signal: str) -> None:
    file, into = tmp_path / "booklet.txt", tmp_path / "official"
    file.write_text(BOOKLET, "utf-8")
    command = [sys.executable, "-c", STOPPED.replace("{signal}", signal), "import", str(file)]
    done = subprocess.run(
        [*command, "--root", str(SMALL), "--into", str(into)], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "handbook: interrupted\n")
    assert [path for path in into.rglob("*") if path.is_file()] == []
