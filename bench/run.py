"""Measures the project against its goals and prints one table; everything is written to a temporary folder."""

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bench import bare
from bench.measure import OFFICIAL, Measured, MeasurementError, measure, program
from bench.reload import save_to_reload

ROOT = Path(__file__).resolve().parent.parent
# The source language comes first.
FIRST = "zh"
CHECKS, BUILDS, IMPORTS = 5, 3, 3
#: What commands made at the root; rooms of the package may be called the same.
MADE = shutil.ignore_patterns("site", "site.*", "site-*", "build")
HIDDEN = shutil.ignore_patterns(".*", "*.egg-info", "__pycache__")


def left_out(folder: str, names: list[str]) -> set[str]:
    """What is no source, for `copytree`."""
    return HIDDEN(folder, names) | (MADE(folder, names) if Path(folder) == ROOT else set())


Row = tuple[str, str, str, str]
HEAD: Row = ("what", "measured", "goal", "met")


def main() -> int:
    """Print the table and return 0, whether or not the goals are met; 2 where something could not be measured."""
    with tempfile.TemporaryDirectory(prefix="handbook-bench-") as temporary:
        try:
            rows = _rows(Path(temporary))
        except MeasurementError as problem:
            print(problem, file=sys.stderr)
            return 2
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0


def _rows(temporary: Path) -> list[Row]:
    ours, plain = temporary / "ours", temporary / "bare"
    shutil.copytree(ROOT, ours, ignore=left_out)
    languages = sorted((folder.name for folder in (ours / "content").iterdir()), key=lambda name: (name != FIRST, name))

    # Findings are no hindrance: looking takes its time all the same.
    checks = [measure([program("handbook"), "check"], ours, allowed=(0, 1)) for _ in range(CHECKS)]

    build = [program("mkdocs"), "build", "--strict"]
    measure(build, ours)
    pages = bare.make(ours / "site", plain, languages)
    if not pages:
        raise MeasurementError("the built site has no page with an article in its main part")
    builds, bare_builds = _in_turn(build, ours, plain)
    reloads = save_to_reload(ours, FIRST)

    check, build_time, bare_time = _seconds(checks), _seconds(builds), _seconds(bare_builds)
    ratio, reload = build_time / bare_time, median(reloads)
    peak = max(run.peak for run in builds) / 1_000_000
    return [
        HEAD,
        (f"handbook check, median of {CHECKS}", f"{check:.2f} s", "< 1 s", _met(check < 1)),
        (f"build of {len(languages)} languages, {pages} pages, median of {BUILDS}", f"{build_time:.2f} s", "", ""),
        ("bare Material with its search, the same pages, in turn", f"{bare_time:.2f} s", "", ""),
        ("build against bare Material", f"{ratio:.2f} times", "<= 1.00 times", _met(ratio <= 1)),
        ("peak memory of the build, its largest process", f"{peak:.0f} MB", "< 300 MB", _met(peak < 300)),
        (f"save to reload, ONLY={FIRST}, median of {len(reloads)}", f"{reload:.2f} s", "< 2 s", _met(reload < 2)),
        *_official(ours, temporary / "official"),
    ]


def _official(tree: Path, into: Path) -> list[Row]:
    """Reading the official text, and holding the tree against it; without the file, that they were skipped."""
    named = os.environ.get(OFFICIAL, "")
    if not named:
        return [(f"import of the official text: skipped, {OFFICIAL} names no file", "", "", "")]
    file = Path(named).resolve()
    taking = [program("handbook"), "import", str(file), "--lang", FIRST, "--into", str(into)]
    imports = [measure(taking, tree) for _ in range(IMPORTS)]
    # Differences are no hindrance: looking takes its time all the same.
    verified = [measure([program("handbook"), "verify", str(file)], tree, allowed=(0, 1)) for _ in range(IMPORTS)]
    took, peak = _seconds(imports), max(run.peak for run in imports) / 1_000_000
    return [
        (f"import of the official text, median of {IMPORTS}", f"{took:.2f} s", "< 5 s", _met(took < 5)),
        ("peak memory of the import", f"{peak:.0f} MB", "< 300 MB", _met(peak < 300)),
        (f"handbook verify, median of {IMPORTS}", f"{_seconds(verified):.2f} s", "", ""),
    ]


def _in_turn(command: Sequence[str], *folders: Path) -> list[list[Measured]]:
    """The runs of `command` in each folder, taken in turn, so that a busy moment meets each of them."""
    runs: list[list[Measured]] = [[] for _ in folders]
    for _ in range(BUILDS):
        for folder, measured in zip(folders, runs, strict=True):
            measured.append(measure(command, folder))
    return runs


def _seconds(runs: Sequence[Measured]) -> float:
    return median(run.seconds for run in runs)


def _met(reached: bool) -> str:
    return "yes" if reached else "no"


if __name__ == "__main__":
    sys.exit(main())
