"""Plugin of `make audit`: at the end, a table of what was looked at and how long it took."""

from __future__ import annotations

from collections import defaultdict

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tests, failures and seconds by test function, those that took longest first."""
    rows: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0.0])
    for outcome in ("passed", "failed", "error"):
        for report in terminalreporter.stats.get(outcome, ()):
            row = rows[report.nodeid.partition("[")[0]]
            row[2] += report.duration
            if report.when == "call" or outcome != "passed":
                row[0] += 1
                row[1] += outcome != "passed"
    terminalreporter.section("audit")
    terminalreporter.write_line(f"{'looked at':>9} {'wrong':>6} {'seconds':>8}  test")
    for name, (count, wrong, seconds) in sorted(rows.items(), key=lambda row: -row[1][2]):
        terminalreporter.write_line(f"{count:9} {wrong:6} {seconds:8.1f}  {name}")
