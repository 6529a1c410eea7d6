"""Exceptions that pages ask for in their front matter: each silences the findings of one check in one unit.

Only checks of the words may be waived. A waiver that is wrong itself, or that silences nothing, is a finding.

Bad:  waive: [{check: word-figures, at: p5, reason: ok}]
Good: waive: [{check: word-figures, at: p5, reason: the source counts the Parties in words}]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.model.corpus import Corpus
from handbook.model.prose import Page, Waiver

#: In letters; a shorter reason explains nothing.
SHORTEST = 10


class Waivers:
    """Every waiver of a corpus, and which of them has silenced something; `waivable` are the codes that may be."""

    def __init__(self, corpus: Corpus, waivable: Iterable[Code]) -> None:
        self.codes = {called: code for code in waivable for called in (str(code), code.rule)}
        self.refused: list[Finding] = []
        self.idle: dict[tuple[str, str, str], Waiver] = {}
        self.used: set[tuple[str, str, str]] = set()
        for page in corpus.pages.values():
            for waiver in page.waivers:
                self._take(page, waiver)

    def _take(self, page: Page, waiver: Waiver) -> None:
        wrong = next(self._wrong(page, waiver), None)
        key = (page.path, self.codes.get(waiver.check, ""), waiver.unit)
        if wrong:
            self.refused.append(wrong)
        elif key in self.idle:
            self.refused.append(_idle(waiver))
        elif waiver.check and waiver.unit and waiver.reason:
            self.idle[key] = waiver

    def _wrong(self, page: Page, waiver: Waiver) -> Iterator[Finding]:
        if waiver.check and waiver.check not in self.codes:
            allowed = ", ".join(called for called in self.codes if "-" in called)
            message = f"waiver of {waiver.check!r}, expected a check that may be waived"
            yield Finding(waiver.places["check"], Code.WV001, message, f"these may: {allowed}")
        units = {*page.units, *(note.address for note in page.notes)}
        if waiver.unit and waiver.unit not in units:
            message = f"waiver at {waiver.unit!r}, expected the address of a unit or a footnote of this page"
            yield Finding(
                waiver.places["at"], Code.WV002, message, "write the end of its link: p5, pre-1, annex-p2-a, fn-1"
            )
        if waiver.reason and len(waiver.reason.strip()) < SHORTEST:
            message = f"waiver for the reason {waiver.reason!r}, expected one of at least {SHORTEST} letters"
            yield Finding(waiver.places["reason"], Code.WV003, message, "say why the text is right as it is")

    def ignore(self, code: Code) -> None:
        """Do not call waivers of this code idle: its check failed, so what they would silence is unknown."""
        self.used.update(key for key in self.idle if key[1] == code)

    def silences(self, place: Place, code: Code, unit: str) -> bool:
        """Whether a finding of a check, in a unit of the page where it stands, is waived."""
        key = (place.path, code, unit)
        if key in self.idle:
            self.used.add(key)
        return key in self.idle

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the waivers. To be asked last, when every finding has been shown to `silences`."""
        yield from self.refused
        yield from (_idle(waiver) for key, waiver in self.idle.items() if key not in self.used)


def _idle(waiver: Waiver) -> Finding:
    message = f"waiver of {waiver.check!r} at {waiver.unit!r} silences nothing"
    return Finding(waiver.place, Code.WV004, message, "take it out")
