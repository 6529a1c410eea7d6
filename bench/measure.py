"""Runs a program once and says how long it took and how much memory it held."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# Names the file of the official text; a program that is measured gets it as an argument, or not at all.
OFFICIAL = "HANDBOOK_OFFICIAL"
# Settings of the caller that would change what is measured.
# A program in use has its bytecode beside it, from its first run.
UNSET = ("SITE_URL", "HANDBOOK_ONLY", OFFICIAL, "SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE")


class MeasurementError(Exception):
    """A program that was to be measured failed; the text says which and what it printed."""


@dataclass(frozen=True)
class Measured:
    """One run: wall seconds of the whole process, and the bytes of its largest process at its largest."""

    seconds: float
    peak: int
    code: int


def program(name: str) -> str:
    """Path of a console script that is installed beside the running Python."""
    return str(Path(sys.executable).parent / name)


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The caller's environment without what would change the measurement, and with `extra`."""
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    return kept | {"NO_MKDOCS_2_WARNING": "1"} | dict(extra or {})


def measure(command: Sequence[str], folder: Path, allowed: Sequence[int] = (0,)) -> Measured:
    """Run `command` in `folder`; raise MeasurementError where its exit code is not one of those allowed.

    The memory is what wait4(2) reports, in Linux's kibibytes: the largest of the process and those it waited for, not
    their sum.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment(), stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = code = os.waitstatus_to_exitcode(status)
        if code not in allowed:
            output.seek(0)
            tail = "\n".join(output.read().decode(errors="replace").splitlines()[-20:])
            raise MeasurementError(f"{Path(command[0]).name} {' '.join(command[1:])}: exit code {code}\n{tail}")
    return Measured(seconds, usage.ru_maxrss * 1024, code)
