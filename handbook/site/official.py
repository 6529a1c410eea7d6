"""The official wording beside the rendering: all that pages and the search know of an overlay.

A template hands over what it shows of a place, and the place's address: `official.block(words, "CP-1/2#p3")`. Without
an overlay it gets that back; with one, both wordings, as `templates/parts/official.html` puts them.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from handbook.languages import Language
from handbook.official.model import DECISIONS, DRAFT, Piece
from handbook.official.shown import TAIL, Official
from handbook.site.bidi import isolate
from handbook.site.worddiff import worddiff
from handbook.words.citations import shown_mark


class OfficialText:
    """`shown` is what was imported for the pages of a language, None in a build that is published."""

    def __init__(self, shown: Official | None, env: Environment) -> None:
        self._shown = shown
        self._env = env

    def block(
        self, rendering: Markup, address: str, label: str = "", direction: str = "", tail: bool = False
    ) -> Markup:
        """A paragraph of a place, or its closing words. `label` is what the page shows before both wordings, and
        `direction` is the rendering's where nothing round them says it.
        """
        if not self._covers(address):
            return rendering
        return self._macro("two", rendering, self._printed(address, tail), label, direction)

    def line(self, rendering: Markup | str, address: str, label: str = "", figures: int = 0) -> Markup | str:
        """Words inside a line: a title, a head, the name of a row. Figures that are not one a column of the page's row,
        which has as many as `figures`, stand behind its name.
        """
        if not self._covers(address):
            return rendering
        printed = self._printed(address)
        spread = len(printed["figures"]) not in (0, figures)
        if spread:
            printed["html"] += " " + " · ".join(printed["figures"])
        return self._macro("two_line", rendering, printed, label)

    def figure(self, cell: str, address: str, number: int, figures: int, less: bool = False) -> Markup:
        """One of the figures of a row, of which there are `figures`; empty where the page shows its own alone."""
        printed = self._printed(address)["figures"] if self._covers(address) else ()
        return self._macro("two_figures", cell, printed[number], less) if len(printed) == figures else Markup()

    def alone(self, address: str) -> Markup:
        """The official wording without the rendering; empty where no overlay is shown."""
        return self._macro("printed", self._printed(address)) if self._covers(address) else Markup()

    def compared(self, drafted: str, decided: str) -> Markup:
        """The wordings of a part before and after as one, where both documents are at hand. One that was dropped or
        added has one address alone.
        """
        if self._shown is None or not self._shown.compares(drafted or decided):
            return Markup()
        texts: list[str] = []
        for address, document in ((drafted, DRAFT), (decided, DECISIONS)):
            piece = self._shown.piece(address, document) if address else None
            if address and piece is None:
                return self._macro("not_printed")
            texts.append(piece.text if piece else "")
        runs = worddiff(*texts)
        return self._macro("compared", runs, self._shown.language) if runs else Markup()

    def searched(self, *places: str) -> tuple[str, str]:
        """What the search has of places besides the rendering, and the code of its language; empty without."""
        if self._shown is None:
            return "", ""
        pieces = [self._shown.piece(address + end) for address in places for end in ("", TAIL)]
        printed = " ".join(" ".join((piece.text, *piece.figures)) for piece in pieces if piece)
        return (printed, self._shown.language.code) if any(pieces) else ("", "")

    def _covers(self, address: str) -> bool:
        return self._shown is not None and self._shown.covers(address)

    def _printed(self, address: str, tail: bool = False) -> dict[str, Any]:
        """What is printed at a place, for the template's macros; `missing` where the imported file has nothing."""
        assert self._shown is not None
        piece = self._shown.piece(address + TAIL if tail else address)
        language = self._shown.language
        if piece is None:
            return {"html": Markup(), "label": "", "figures": (), "language": language, "doubt": False, "missing": True}
        html = _marked(piece, language)
        given = {"label": piece.label, "figures": piece.figures, "doubt": bool(piece.doubt)}
        return {"html": html, "language": language, "missing": False, **given}

    def _macro(self, name: str, *values: object) -> Markup:
        return Markup(getattr(self._env.get_template("parts/official.html").module, name)(*values))


def _marked(piece: Piece, language: Language) -> Markup:
    """The words with their marks, which are as printed and lead nowhere: they may be wrong."""
    out, before = Markup(), 0
    for mark in piece.marks:
        out += isolate(piece.text[before : mark.offset], language)
        out += Markup('<sup class="hb-official__mark">{}</sup>').format(shown_mark(mark.n))
        before = mark.offset
    return out + isolate(piece.text[before:], language)
