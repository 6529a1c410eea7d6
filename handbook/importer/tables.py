"""A table of figures: its caption, the heads of its columns, its rows.

A row is a line that ends with a figure for each column, whatever stands before them, or with fewer behind a known name;
a name that is broken over lines is joined, and figures that stand alone belong to the name before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from handbook.importer.flow import Flow, joined
from handbook.importer.model import Aside, Found, Line, Piece, Remark, TableGuide

_CAPTION = re.compile(r"\s*表\s*(?P<label>\d{1,2}[a-z]?)(?:\s*[.．]\s*|[\s：:]+)(?=\S)")
#: What a sentence says of a table is no caption: 表1a和1b所列.
_SPOKEN = re.compile(r"[。；;，,]\s*$|所列|所载|所示")
_FIGURE = r"[(（]?[-−–]?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?[)）]?|[(（]?[-−–]?\d+(?:\.\d+)?[)）]?"
_FIGURES = re.compile(rf"(?:(?<=\s)|^)(?:{_FIGURE})\s*$")
#: `(千美元)`: in what a table counts.
_UNIT = re.compile(r"\s*[(（][^()（）]{1,12}[)）]\s*")
_LABEL = re.compile(r"\s*(?:(?P<letter>[A-Z]|[一二三四五六七八九十]{1,3})\s*[.．、]\s*|(?P<n>\d{1,3})\s+(?=\D))")
#: Names that are as like as this are the same with a slip.
_LIKE = 0.6
#: Heads that are repeated on another page may have a note's mark too many.
_SAME = 0.9
#: Behind so many unknown names nothing is like anything: it is another table.
_UNKNOWN = 40
#: `(13%)`, `（二 + 三）`: what a name ends with and may leave out.
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]\s*$")


def begins(line: Line) -> str | None:
    """The label of the table whose caption a line is, or None."""
    found = _CAPTION.match(line.text)
    return found["label"] if found and not _SPOKEN.search(line.text) else None


def read(lines: Sequence[Line], guide: TableGuide) -> Found:
    """The pieces of one table; `lines` begin with its caption. Never raises."""
    return _Table(guide).read([line for line in lines if not line.blank], lines)


class _Table:
    def __init__(self, guide: TableGuide) -> None:
        self.guide = guide
        self.wide = len(guide.columns)
        self.left = dict(guide.names)
        self.names: dict[str, list[str]] = {}
        self.shorts: dict[str, list[str]] = {}
        for id, name in guide.names.items():
            self.names.setdefault(_key(name), []).append(id)
            self.shorts.setdefault(_key(_BRACKETED.sub("", name)), []).append(id)
        self.pieces: list[Piece] = []
        self.asides: list[Aside] = []
        self.remarks: list[Remark] = []
        self.heads = ""
        self.unknown = 0

    def read(self, filled: Sequence[Line], lines: Sequence[Line]) -> Found:
        if not filled:
            return Found()
        place = self._caption(filled, lines)
        waiting: list[Line] = []
        for order, line in enumerate(filled[place:], place + 1):
            name, figures = self._row(line.flow)
            if figures and (len(figures) == self.wide or self._known(name)):
                self._figures([one.flow for one in waiting], name, figures, line)
                waiting = []
            elif _UNIT.fullmatch(line.text):
                self._rest(waiting)
                waiting = []
                self.asides.append(Aside("furniture", "unit", line.flow.ranges))
            elif not self._nameless(filled[order : order + 1]) and self._heading(line):
                self._rest(waiting)
                waiting = []
            else:
                waiting.append(line)
        self._rest(waiting)
        for id in self.left:
            message = f"no row of {self.guide.names[id]!r}"
            self.remarks.append(Remark(lines[0].number, "row-missing", message, self._at(id)))
        return Found(tuple(self.pieces), tuple(self.asides), tuple(self.remarks))

    # --- caption and heads

    def _caption(self, filled: Sequence[Line], lines: Sequence[Line]) -> int:
        """The caption goes on to the next blank line."""
        label = _CAPTION.match(filled[0].text)
        begin = label.end() if label else 0
        at = lines.index(filled[0])
        tall = 1
        while (
            tall < len(filled)
            and at + tall < len(lines)
            and not lines[at + tall].blank
            and not self._row(filled[tall].flow)[1]
            and tall < 3
        ):
            tall += 1
        flows = [line.flow for line in filled[:tall]]
        words = joined([flows[0][begin:], *flows[1:]])
        whole = joined(flows)
        shown = flows[0][:begin].clean().text
        self.pieces.append(Piece(self.guide.id, "table", words.clean().text, whole.ranges, label=shown))
        return tall

    def _rest(self, waiting: Sequence[Line]) -> None:
        """Lines without figures: the heads of the columns, once; their repeats; what is left is said."""
        if not waiting:
            return
        flow = joined(line.flow for line in waiting)
        text = _key(flow.text)
        heads = [_key(head) for head in self.guide.heads.values()]
        if not self.heads and any(head and head in text for head in heads):
            self.heads = text
            self._columns(flow, waiting[0].number)
        elif self.heads and SequenceMatcher(None, self.heads, text, autojunk=False).ratio() >= _SAME:
            self.asides.append(Aside("furniture", "column-heads", flow.ranges))
        else:
            self.asides.append(Aside("reported", "stray", flow.ranges))
            shown = flow.clean().text[:30]
            self.remarks.append(Remark(waiting[0].number, "stray", f"{shown!r} is no row and no head", self.guide.id))

    def _columns(self, flow: Flow, number: int) -> None:
        """The heads, one after the other, as far as they are known by name; the rest of the lines is furniture."""
        kept = [place for place, sign in enumerate(flow.text) if _key(sign)]
        text = "".join(_key(flow.text[place]) for place in kept)
        missing: list[str] = []
        at, taken = 0, [False] * len(flow)
        for id, head in self.guide.heads.items():
            key = _key(head)
            found = text.find(key, at) if key else -1
            if found < 0:
                missing.append(id)
                self.remarks.append(Remark(number, "column-missing", f"no head {head!r}", f"{self.guide.id}/col-{id}"))
                continue
            first, last = kept[found], kept[found + len(key) - 1]
            part = flow[first : last + 1]
            taken[first : last + 1] = [True] * (last + 1 - first)
            self.pieces.append(Piece(f"{self.guide.id}/col-{id}", "column", part.clean().text, part.ranges))
            at = found + len(key)
        rest = [place for place, used in enumerate(taken) if not used]
        left = Flow("".join(flow.text[place] for place in rest), tuple(flow.places[place] for place in rest))
        if not left.ranges:
            return
        if len(missing) == 1 and _key(left.text):
            place, doubt = f"{self.guide.id}/col-{missing[0]}", "the head is not the column's name"
            self.pieces.append(Piece(place, "column", left.clean().text, left.ranges, doubt=doubt))
            return
        self.asides.append(Aside("furniture", "column-heads", left.ranges))

    # --- rows

    def _row(self, flow: Flow) -> tuple[Flow, list[Flow]]:
        """A line's name and the figures at its end, as many as there are columns at most."""
        rest = flow
        figures: list[Flow] = []
        while len(figures) < self.wide and (found := _FIGURES.search(rest.text)):
            figures.insert(0, rest[found.start() :].strip())
            rest = rest[: found.start()]
        return rest, figures

    def _nameless(self, after: Sequence[Line]) -> bool:
        """Whether figures stand alone on the next line: they are those of the name before them."""
        name, figures = self._row(after[0].flow) if after else (Flow("", ()), [])
        return len(figures) == self.wide and not _key(name.text)

    def _figures(self, waiting: Sequence[Flow], name: Flow, figures: Sequence[Flow], line: Line) -> None:
        """A row: its name, perhaps begun on lines before; those that are no part of it are heads."""
        begun = 0
        if not _key(name.text) or (waiting and not _LABEL.match(name.text) and not self._known(name)):
            begun = next(
                (n for n in range(1, min(len(waiting), 3) + 1) if self._known(joined([*waiting[-n:], name]))), 0
            )
        before = waiting[: len(waiting) - begun]
        if before:
            self._rest([Line(line.number, flow) for flow in before])
        whole = joined([*waiting[len(waiting) - begun :], name])
        self._add(whole, [figure.text for figure in figures], joined([whole, *figures]), line.number)

    def _heading(self, line: Line) -> bool:
        """A row without figures, known by its name: `一. 方案:`."""
        id = self._named(_words(line.flow)[1], exact=True)
        if id is None or _key(line.text) in map(_key, self.guide.heads.values()):
            return False
        self._add(line.flow, [], line.flow, line.number)
        return True

    def _known(self, flow: Flow) -> bool:
        return self._named(_words(flow)[1], exact=True) is not None

    def _named(self, words: Flow, *, exact: bool) -> str | None:
        """The row of a name: the next one of it, else the likest of those that are left."""
        key, short = _key(words.text), _key(_BRACKETED.sub("", words.text))
        if not key:
            return None
        for forms, form in ((self.names, key), (self.shorts, short)):
            same = next((id for id in forms.get(form, ()) if id in self.left), None)
            if same:
                return same
        if exact or self.unknown > _UNKNOWN:
            return None
        names = {id: _key(self.guide.names[id]) for id in self.left}
        begun = next((id for id, name in names.items() if name.startswith(key) or key.startswith(name)), None)
        ratio, id = max(
            ((SequenceMatcher(None, name, key).ratio(), id) for id, name in names.items()),
            key=lambda one: one[0],
            default=(0.0, ""),
        )
        return id if ratio >= _LIKE else begun

    def _labelled(self, label: Flow) -> str | None:
        """The row with a letter, where no name says which one it is."""
        letter = re.sub(r"[\s.．、]", "", label.text)
        return next((id for id, own in self.guide.row_labels.items() if own == letter and id in self.left), None)

    def _add(self, flow: Flow, figures: Sequence[str], whole: Flow, number: int) -> None:
        label, words = _words(flow)
        exact = self._named(words, exact=True)
        id = exact or self._labelled(label) or self._named(words, exact=False)
        doubt = ""
        if id is None and not _key(words.text):
            id = "total"
        elif id is None:
            self.unknown += 1
            id = f"?{self.unknown}"
            message = f"no row is called {words.clean().text!r}"
            self.remarks.append(Remark(number, "unknown-row", message, self._at(id)))
        elif not exact:
            doubt = "the name is not quite the row's"
        self.left.pop(id, None)
        self.pieces.append(
            Piece(
                self._at(id),
                "row",
                words.clean().text,
                whole.ranges,
                label=label.clean().text,
                figures=tuple(figures),
                doubt=doubt,
            )
        )

    def _at(self, id: str) -> str:
        return f"{self.guide.id}/row-{id.lower()}"


def _words(flow: Flow) -> tuple[Flow, Flow]:
    """A row's label and name."""
    found = _LABEL.match(flow.text)
    end = found.end() if found else 0
    return flow[:end], flow[end:]


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", text)
