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

    def block(self, rendering: Markup, at: str, label: str = "", direction: str = "", tail: bool = False) -> Markup:
        """A paragraph of a place, or its closing words. `label` is what the page shows before both wordings, and
        `direction` is the rendering's where nothing round them says it.
        """
        if not self._covers(at):
            return rendering
        return self._macro("two", rendering, self._printed(at, tail), label, direction)

    def line(self, rendering: Markup | str, at: str, label: str = "", figures: int = 0) -> Markup | str:
        """Words inside a line: a title, a head, the name of a row. Figures that are not one a column of the page's row,
        which has as many as `figures`, stand behind its name.
        """
        if not self._covers(at):
            return rendering
        printed = self._printed(at)
        spread = len(printed["figures"]) not in (0, figures)
        if spread:
            printed["html"] += " " + " · ".join(printed["figures"])
        return self._macro("two_line", rendering, printed, label)

    def figure(self, cell: str, at: str, number: int, figures: int, less: bool = False) -> Markup:
        """One of the figures of a row, of which there are `figures`; empty where the page shows its own alone."""
        printed = self._printed(at)["figures"] if self._covers(at) else ()
        return self._macro("two_figures", cell, printed[number], less) if len(printed) == figures else Markup()

    def alone(self, at: str) -> Markup:
        """The official wording without the rendering; empty where no overlay is shown."""
        return self._macro("printed", self._printed(at)) if self._covers(at) else Markup()

    def compared(self, drafted: str, decided: str) -> Markup:
        """The wordings of a part before and after as one, where both documents are at hand. One that was dropped or
        added has one address alone.
        """
        if self._shown is None or not self._shown.compares(drafted or decided):
            return Markup()
        texts: list[str] = []
        for at, document in ((drafted, DRAFT), (decided, DECISIONS)):
            piece = self._shown.piece(at, document) if at else None
            if at and piece is None:
                return self._macro("not_printed")
            texts.append(piece.text if piece else "")
        runs = worddiff(*texts)
        return self._macro("compared", runs, self._shown.language) if runs else Markup()

    def searched(self, *places: str) -> tuple[str, str]:
        """What the search has of places besides the rendering, and the code of its language; empty without."""
        if self._shown is None:
            return "", ""
        found = [self._shown.piece(at + end) for at in places for end in ("", TAIL)]
        printed = " ".join(" ".join((piece.text, *piece.figures)) for piece in found if piece)
        return (printed, self._shown.language.code) if any(found) else ("", "")

    def _covers(self, at: str) -> bool:
        return self._shown is not None and self._shown.covers(at)

    def _printed(self, at: str, tail: bool = False) -> dict[str, Any]:
        """What is printed at a place, for the template's macros; `missing` where the imported file has nothing."""
        assert self._shown is not None
        piece = self._shown.piece(at + TAIL if tail else at)
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
