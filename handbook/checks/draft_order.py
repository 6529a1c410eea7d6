"""The ids of a draft stand in the draft's order, each once: its labels a, b, c, or positions where it printed none.

Bad:  {draft: a, …}, {draft: c, …}
Good: {draft: a, …}, {draft: b, …}, {draft: c, …}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.languages.numerals import LETTERS, roman
from handbook.model.changes import ANNEX, COLUMNS, DECISION, Change
from handbook.model.corpus import Corpus
from handbook.targets.addresses import LEAD


def look(corpus: Corpus) -> Iterator[Problem]:
    for draft in corpus.record.drafts.values():
        texts = [[change for change in draft.group(group) if change.draft] for group in (DECISION, ANNEX)]
        yield from _repeated([change for change in draft.group(COLUMNS) if change.draft])
        for changes in texts:
            yield from _text(changes)
        for goal, _ in draft.goals:
            cells: dict[str, list[Change]] = {}
            for change in draft.group(goal):
                if change.column and change.draft:
                    cells.setdefault(change.column, []).append(change)
            for column, items in cells.items():
                yield from _cell(goal, column, items)


def _repeated(changes: list[Change]) -> Iterator[Problem]:
    seen: set[str] = set()
    for change in changes:
        if change.draft in seen:
            yield Problem(change.places["draft"], f"id {change.draft!r} again, expected it once")
        seen.add(change.draft)


def _text(changes: list[Change]) -> Iterator[Problem]:
    """Clauses and paragraphs are numbered through; titles and sections have names."""
    numbers = {"pre": 0, "p": 0}
    for change in changes:
        kind = change.draft.removeprefix(f"{ANNEX}-").rstrip("0123456789").rstrip("-")
        if kind in numbers:
            numbers[kind] += 1
            number = "".join(sign for sign in change.draft.rpartition(kind)[2] if sign.isdigit())
            if number != str(numbers[kind]):
                expected = change.draft.removesuffix(number) + str(numbers[kind])
                yield Problem(change.places["draft"], f"id {change.draft!r}, expected {expected!r}")
                return
    yield from _repeated([change for change in changes if not change.draft[-1:].isdigit()])


def _cell(goal: str, column: str, changes: list[Change]) -> Iterator[Problem]:
    """Labels count what is labelled, a position counts all."""
    labelled = 0
    for position, change in enumerate(changes, 1):
        labelled += change.draft != LEAD
        forms = {LEAD, f"{column}-{position}", f"{goal}.{labelled}", str(labelled), roman(labelled)}
        if change.draft not in forms | set(LETTERS[labelled - 1 : labelled]):
            yield Problem(change.places["draft"], f"id {change.draft!r}, expected the one that follows in {column!r}")
            return


CHECK = Check(
    Code.DR002,
    hint="write the entries in the draft's order, with its labels",
    look=look,
)
