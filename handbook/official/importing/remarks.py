"""Remarks of a stage: of what is odd a great many times, the first ones and how many more."""

from __future__ import annotations

from collections import Counter

from handbook.official.model import Remark

#: So many of a kind are told one by one.
MANY = 50


class Remarks:
    """Remarks that grow in number, not without bound."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []
        self.times: Counter[str] = Counter()

    def add(self, line: int, code: str, message: str, address: str) -> None:
        self.times[code] += 1
        if self.times[code] <= MANY:
            self.remarks.append(Remark(line, code, message, address))

    def all(self) -> list[Remark]:
        """Those that are told, by line; the last of a kind says how many more there are."""
        last = {one.code: one for one in self.remarks}
        more = [
            Remark(last[code].line, code, f"and {times - MANY:,} more", last[code].address.partition("#")[0])
            for code, times in self.times.items()
            if times > MANY
        ]
        return sorted((*self.remarks, *more), key=lambda one: one.line)
