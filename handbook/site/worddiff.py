"""Two wordings of the same thing side by side: what both have, what is gone and what is new, in reading order."""

from __future__ import annotations

from difflib import SequenceMatcher

import regex

SAME, GONE, NEW = "same", "gone", "new"

#: A Chinese sign, a word or number of other scripts, a run of blanks, or any other sign.
_PIECE = regex.compile(r"\p{Han}|[^\W\p{Han}]+|\s+|.", regex.DOTALL)
#: Texts with more pieces than this, multiplied, are not compared but shown whole, the old and then the new: the time
#: that a comparison takes grows with both.
_MOST = 4_000_000
#: A shorter run that both have between two changes makes a line harder to read, and is shown as changed too.
_ISLAND = 2


def worddiff(old: str, new: str) -> list[tuple[str, str]]:
    """Runs as (kind, text), none empty, no two of a kind in a row. Same and gone runs give `old`, same and new ones
    `new`.
    """
    before, after = _PIECE.findall(old), _PIECE.findall(new)
    if len(before) * len(after) > _MOST:
        return _runs([(GONE, old), (NEW, new)] if old != new else [(SAME, old)])
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    runs: list[tuple[str, str]] = []
    for place, (tag, start, end, first, last) in enumerate(codes):
        inside = 0 < place < len(codes) - 1
        if tag == "equal" and not (inside and end - start < _ISLAND):
            runs.append((SAME, "".join(before[start:end])))
        else:
            runs += [(GONE, "".join(before[start:end])), (NEW, "".join(after[first:last]))]
    return _runs(runs)


def _runs(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Between two common runs, all that is gone and then all that is new."""
    runs: list[tuple[str, str]] = []
    gone = new = ""
    for kind, text in (*pieces, (SAME, "")):
        if kind == GONE:
            gone += text
        elif kind == NEW:
            new += text
        else:
            runs += [(GONE, gone), (NEW, new), (SAME, text)]
            gone = new = ""
    return [(kind, text) for kind, text in runs if text]
