"""The lines of a decision as they are laid out: which have a label, how far a heading goes, where a clause begins.

Nothing here knows which number is due; that is for whoever follows the sequence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from handbook.official.importing.items import SUB
from handbook.official.importing.lines import torn
from handbook.official.importing.numerals import HAN
from handbook.official.model import Line

# Blanks before more blanks are possessive: a line may be a whole file, and they part in as many ways as they are many.
NUMBERED = re.compile(r"\s*\[*(?P<n>\d{1,3})\s*[.．](?!\d(?!\d{3}年))\s*(?=\S)")
SECTION = re.compile(rf"\s*(?P<n>[A-Z]|{HAN})\s*[.．、]\s*(?=[^\s\d])")
PART = re.compile(rf"\s*(?:附件(?:{HAN})?(?=附录))?(?P<kind>附件|附录)\s*+(?P<n>(?:{HAN})?)\s*")
_ENDED = re.compile(r"[。；;，,：:.]\s*+[\]】]*+\s*$")
_FULL_STOP = re.compile(r"[。；;]\s*+[\]】]*+\s*$")
_OPEN = re.compile(r"[、（(《“‘\[]\s*$")
#: A heading is so many lines at most; one without a label has so many characters.
_TALL = 4
_HEADING = 45
#: Lines of no more characters do not tell how wide the others are.
_NARROW = 8


class Layout:
    """The lines of one decision, without notes and marks. `openers` are the words that a clause may begin with."""

    def __init__(self, lines: Sequence[Line], openers: tuple[str, ...]) -> None:
        self.lines = lines
        self.openers = openers
        self.torn = torn(lines)
        self._is_crowded = self._lacks_blanks()
        self._width = _width(lines)

    def apart(self, place: int) -> bool:
        """Whether a line stands apart from the one before it: behind a blank one, a page's end or what has ended."""
        return (
            not place
            or self.lines[place].fresh
            or self.lines[place - 1].blank
            or bool(_ENDED.search(self.lines[place - 1].text))
        )

    def labelled(self, place: int) -> bool:
        """Whether a line begins like one that has a label, due or not."""
        text = self.lines[place].text
        return any(form.match(text) for form in (NUMBERED, SECTION, SUB)) or bool(PART.fullmatch(text))

    def acts(self, place: int) -> bool:
        """Whether a line begins with the words of an act, as clauses do."""
        return self.lines[place].text.lstrip().startswith(self.openers)

    def filled(self, place: int) -> int:
        """The first place from this one on that is not blank; the number of lines where none is."""
        while place < len(self.lines) and self.lines[place].blank:
            place += 1
        return place

    # --- headings

    def heading_end(self, place: int) -> int:
        """The place behind a heading that begins at a line."""
        end = place + 1
        while end < len(self.lines) and end - place < _TALL and not self.lines[end].blank and not self.labelled(end):
            end += 1
        return end

    def is_said(self, place: int) -> bool:
        """Whether what would be a heading ends like a sentence or a part of one."""
        return bool(_ENDED.search(self._heading_words(place)))

    def is_heading(self, place: int) -> bool:
        """Whether a line may be a heading without a label: short, apart, before a blank one, and no sentence."""
        words, end = self._heading_words(place), self.heading_end(place)
        return (
            self.apart(place)
            and len(words) <= _HEADING
            and not _ENDED.search(words)
            and not _OPEN.search(words)
            and self.filled(end) > end
        )

    def _heading_words(self, place: int) -> str:
        return "".join(line.text for line in self.lines[place : self.heading_end(place)]).rstrip()

    # --- clauses and paragraphs

    def parts(self, place: int, before: str, *, clauses: bool) -> bool:
        """Whether a line without label is no more of the unit whose last line is `before`. A page may begin in the
        middle of a clause, behind a comma.
        """
        fresh, blank = self.lines[place].fresh, self.lines[place - 1].blank
        full = bool(_FULL_STOP.search(before))
        if not clauses:
            return (blank or fresh) and full and not SUB.match(self.lines[place].text)
        if (blank or fresh) and self.acts(place):
            return True
        return bool(_ENDED.search(before)) and ((blank and not fresh) or (fresh and full) or self._opens(place))

    def _opens(self, place: int) -> bool:
        """Without a blank line a clause begins with an act, behind a line that is shorter than the others; behind any
        line where no blank ones part clauses at all.
        """
        short = self._is_crowded or len(self.lines[place - 1].text.rstrip()) < self._width
        return short and self.acts(place)

    def _lacks_blanks(self) -> bool:
        """Whether blank lines cannot be trusted to part clauses here: of those that begin with an act behind an ended
        line, one in four has none before it.
        """
        first = next((place for place, line in enumerate(self.lines) if NUMBERED.match(line.text)), len(self.lines))
        acts = [place for place in range(1, first) if self.acts(place) and self.apart(place)]
        close = [place for place in acts if not self.lines[place - 1].blank]
        return len(acts) > 1 and len(close) * 4 >= len(acts)


def _width(lines: Sequence[Line]) -> int:
    """Nine tenths of a common line, in characters: what is shorter may be a paragraph's last."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if len(line.text.strip()) > _NARROW)
    return lengths[len(lengths) * 3 // 4] * 9 // 10 if lengths else 0
