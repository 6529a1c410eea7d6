"""A decision's lines → its title, clauses, sections, paragraphs and sub-paragraphs, under their addresses.

Labels go by their sequence: a line begins paragraph 7 where 7 is due, and (b) is a sub-paragraph behind an (a). Blank
lines are asked only where nothing else tells two clauses apart. Tables and plans are handed on as lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from handbook.figures import han
from handbook.importer.flow import EMPTY, Flow, joined
from handbook.importer.items import SUB, items
from handbook.importer.lines import torn
from handbook.importer.model import Guide, Line, PlanGuide, Remark, TableGuide
from handbook.importer.tables import begins

_NUMBERED = re.compile(r"\s*\[*(?P<n>\d{1,3})\s*[.．](?!\d(?!\d{3}年))\s*(?=\S)")
_SECTION = re.compile(r"\s*(?P<n>[A-Z]|[一二三四五六七八九十]{1,3})\s*[.．、]\s*(?=[^\s\d])")
_PART = re.compile(
    r"\s*(?:附件[一二三四五六七八九十]{0,3}(?=附录))?(?P<kind>附件|附录)\s*(?P<n>[一二三四五六七八九十]{0,3})\s*"
)
_ENDED = re.compile(r"[。；;，,：:.]\s*[\]】]*\s*$")
_FULL_STOP = re.compile(r"[。；;]\s*[\]】]*\s*$")
_OPEN = re.compile(r"[、（(《“‘\[]\s*$")
#: So many labels may be missing before the next one.
_SKIP = 2
#: A heading is so many lines at most; one without a label is a line or two.
_TALL = 4
_HEADING = 45


@dataclass(frozen=True)
class Cutting:
    """A unit as cut from the file: its label and words with the extraction's blanks."""

    at: str
    kind: str
    label: Flow
    words: Flow
    doubt: str = ""


@dataclass
class Outlined:
    """What became of the lines of one decision."""

    cuttings: list[Cutting] = field(default_factory=list)
    tables: list[tuple[TableGuide, list[Line]]] = field(default_factory=list)
    plans: list[tuple[PlanGuide, list[Line]]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass
class _State:
    """Where a reader of the lines is: which part and section, which numbers are due."""

    part: str = ""
    paragraph: int = 0
    clause: int = 0
    section: int = 0
    letters: int = 0
    unlabelled: int = 0


def of(id: str, lines: Sequence[Line], guide: Guide, part: str = "", *, draft: bool = False) -> Outlined:
    """The units of one decision; `lines` are without notes and marks, and begin with its heading, or with that of the
    part alone where `part` names one. In a draft annexes are numbered through the document, not the decision.
    """
    return _Outline(id, lines, guide, part, draft=draft).run()


class _Outline:
    def __init__(self, id: str, lines: Sequence[Line], guide: Guide, part: str, *, draft: bool) -> None:
        self.id = id
        self.draft = draft
        self.lines = lines
        self.tables = {table.label: table for table in guide.tables if table.id.startswith(f"{id}#")}
        self.plan = next((plan for plan in guide.plans if plan.decision == id), None)
        self.openers = guide.openers
        self.out = Outlined()
        self.state = _State(part=part)
        self.torn = torn(lines)
        self.crowded = self._no_blanks()
        self.width = _width(lines)

    def run(self) -> Outlined:
        place = 0 if self.state.part else self._title()
        while place < len(self.lines):
            place = self._block(place)
        return self.out

    # --- headings

    def _title(self) -> int:
        """The heading of the decision, over as many lines as it has."""
        first = self.lines[0].flow
        number = re.match(rf"\s*(?:{re.escape(self.id)}|[A-Z])\s*[.．]?\s*", first.text)
        begin = number.end() if number else 0
        end = self._until_blank(1)
        words = joined([first[begin:], *(line.flow for line in self.lines[1:end])])
        self._add("title", "title", first[:begin], words)
        return end

    def _until_blank(self, place: int) -> int:
        while place < len(self.lines) and not self.lines[place].blank and not self._begins(place):
            place += 1
        return place

    def _block(self, place: int) -> int:
        """Take what begins at a line; give the place behind it."""
        line = self.lines[place]
        if line.blank:
            return place + 1
        if self.plan and (self._is_plan(place) or self.state.part.startswith("appendix")):
            return self._plan(place)
        if part := _PART.fullmatch(line.text):
            return self._part(place, part)
        if table := self._table_at(place):
            return self._table(place, table)
        if section := self._section(place):
            return self._heading(place, section)
        if number := self._number(place):
            return self._paragraph(place, number)
        if self._is_heading(place):
            return self._heading(place, None)
        return self._clause(place)

    def _part(self, place: int, found: re.Match[str]) -> int:
        kind = "annex" if found["kind"] == "附件" else "appendix"
        n = f"-{int(han(found['n']))}" if found["n"] and not self.draft else ""
        self.state = replace(self.state, part=kind + n, paragraph=0, section=0, letters=0)
        begin = self._skip_blank(place + 1)
        end = self._title_end(begin)
        label = self.lines[place].flow
        self._add_at(self.state.part, "heading", label, joined(line.flow for line in self.lines[begin:end]))
        return max(end, place + 1)

    def _title_end(self, begin: int) -> int:
        """A part's title goes on to a blank line, to what has a label, or to the end of its plan's title."""
        end, known = begin, _key(self.plan.title) if self.plan else ""
        while end < len(self.lines) and not self.lines[end].blank and not self._begins(end):
            end += 1
            if known and _key("".join(line.text for line in self.lines[begin:end])) == known:
                break
        return end

    def _section(self, place: int) -> re.Match[str] | None:
        """A section's label: the letter or number that is due, before words that do not end like a sentence."""
        found = _SECTION.match(self.lines[place].text)
        if not found or not self._apart(place):
            return None
        letter = found["n"].isascii()
        due = (self.state.letters if letter else self.state.section) + 1
        n = ord(found["n"]) - 64 if letter else int(han(found["n"]))
        if not due <= n <= due + _SKIP or _ENDED.search(self._heading_words(place)):
            return None
        if n > due:
            self._remark(place, "label-missing", f"section {found['n']} follows the one before {n - due} missing")
        return found

    def _heading_words(self, place: int) -> str:
        return "".join(line.text for line in self.lines[place : self._heading_end(place)]).rstrip()

    def _heading_end(self, place: int) -> int:
        end = place + 1
        while end < len(self.lines) and end - place < _TALL and not self.lines[end].blank and not self._labelled(end):
            end += 1
        return end

    def _labelled(self, place: int) -> bool:
        """Whether a line begins like one that has a label, due or not."""
        text = self.lines[place].text
        return any(form.match(text) for form in (_NUMBERED, _SECTION, SUB)) or bool(_PART.fullmatch(text))

    def _heading(self, place: int, label: re.Match[str] | None) -> int:
        end = self._heading_end(place)
        flow = joined(line.flow for line in self.lines[place:end])
        if label is None:
            self.state.unlabelled += 1
            id = f"sec-?{self.state.unlabelled}"
        elif label["n"].isascii():
            self.state.letters = ord(label["n"]) - 64
            id = f"sec-{label['n'].lower()}"
        else:
            self.state.section = int(han(label["n"]))
            id = f"sec-{self.state.section}"
        begin = label.end() if label else 0
        self._add(id, "heading", flow[:begin], flow[begin:])
        return end

    def _is_heading(self, place: int) -> bool:
        """A short line between blank ones, that does not end like a sentence, before the next numbered paragraph."""
        end = self._heading_end(place)
        words = self._heading_words(place)
        after = self._skip_blank(end)
        return (
            bool(self.state.paragraph or self.state.part)
            and self._apart(place)
            and len(words) <= _HEADING
            and not _ENDED.search(words)
            and not _OPEN.search(words)
            and after > end
            and after < len(self.lines)
            and self._number(after) is not None
        )

    # --- paragraphs and clauses

    def _number(self, place: int) -> re.Match[str] | None:
        """The label of the paragraph that is due, or of one a little further on."""
        found = _NUMBERED.match(self.lines[place].text)
        if not found:
            return None
        n, due = int(found["n"]), self.state.paragraph + 1
        return found if n == due or (due < n <= due + _SKIP and self._apart(place)) else None

    def _paragraph(self, place: int, label: re.Match[str]) -> int:
        n = int(label["n"])
        if n > self.state.paragraph + 1:
            self._remark(place, "label-missing", f"paragraph {n} follows paragraph {self.state.paragraph}")
        self.state.paragraph = n
        end, flow, starts = self._sentence(place, clauses=False)
        self._units(f"p{n}", "paragraph", flow[: label.end()], flow[label.end() :], starts)
        return end

    def _clause(self, place: int) -> int:
        """A clause before the paragraphs; the first one of a decision opens it."""
        end, flow, starts = self._sentence(place, clauses=True)
        if self.state.paragraph and self.out.cuttings and self.out.cuttings[-1].kind != "heading":
            # Words behind a paragraph that had ended: nothing says whose they are.
            self._more(place, flow)
            return end
        if not self.state.part and not any(cutting.kind == "opening" for cutting in self.out.cuttings):
            self._add("opening", "opening", EMPTY, flow)
            return end
        if self.state.part:
            self._more(place, flow)
            return end
        self.state.clause += 1
        self._units(f"pre-{self.state.clause}", "clause", EMPTY, flow, starts)
        return end

    def _more(self, place: int, flow: Flow) -> None:
        """Words without a label behind a unit belong to it."""
        last = self.out.cuttings[-1] if self.out.cuttings else None
        if last and last.kind in ("paragraph", "item"):
            self.out.cuttings[-1] = replace(last, words=last.words + flow)
            self._remark(place, "joined", "words without a label are joined to what stands before them", last.at)
        else:
            self._add(f"?{place}", "clause", EMPTY, flow)
            self._remark(place, "unplaced", "words whose place is not known")

    def _sentence(self, place: int, *, clauses: bool) -> tuple[int, Flow, frozenset[int]]:
        """The lines of one unit: its end, its words, and the offsets in the file of the first words of its lines."""
        parts, end = [self.lines[place].flow], place + 1
        while end < len(self.lines):
            line = self.lines[end]
            if line.blank:
                end += 1
                continue
            if self._begins(end) or self._is_heading(end) or self._is_other(end, parts[-1].text, clauses=clauses):
                break
            parts.append(line.flow)
            end += 1
        return end, joined(parts), frozenset(part.strip().places[0] for part in parts)

    def _is_other(self, place: int, before: str, *, clauses: bool) -> bool:
        """Whether a line without label is no more of the unit whose last line is `before`. A page may begin in the
        middle of a clause, behind a comma.
        """
        fresh, blank = self.lines[place].fresh, self.lines[place - 1].blank
        full = bool(_FULL_STOP.search(before))
        if not clauses:
            return (blank or fresh) and full and not SUB.match(self.lines[place].text)
        if (blank or fresh) and self._acts(place):
            return True
        return bool(_ENDED.search(before)) and ((blank and not fresh) or (fresh and full) or self._opens(place))

    def _opens(self, place: int) -> bool:
        """Without a blank line a clause begins with an act, behind a line that is shorter than the others; behind any
        line where no blank ones part clauses at all.
        """
        short = self.crowded or len(self.lines[place - 1].text.rstrip()) < self.width
        return short and self._acts(place)

    def _no_blanks(self) -> bool:
        """Whether blank lines cannot be trusted to part clauses here: of those that begin with an act behind an ended
        line, one in four has none before it.
        """
        first = next((place for place, line in enumerate(self.lines) if _NUMBERED.match(line.text)), len(self.lines))
        acts = [place for place in range(1, first) if self._acts(place) and self._apart(place)]
        close = [place for place in acts if not self.lines[place - 1].blank]
        return len(acts) > 1 and len(close) * 4 >= len(acts)

    def _acts(self, place: int) -> bool:
        """Whether a line begins with the words of an act, as clauses do."""
        return self.lines[place].text.lstrip().startswith(self.openers)

    def _units(self, id: str, kind: str, label: Flow, words: Flow, starts: AbstractSet[int]) -> None:
        """A clause or paragraph and what stands under it."""
        head, found = items(words, starts, "letter")
        if not found:
            head, found = items(words, starts, "roman")
        self._add(id, kind, label, head)
        for n, own, rest in found:
            first, under = items(rest, starts, "roman")
            self._add(f"{id}-{n}", "item", own, first)
            for m, mine, last in under:
                self._add(f"{id}-{n}-{m}", "item", mine, last)

    # --- tables and plans

    def _table_at(self, place: int) -> TableGuide | None:
        label = begins(self.lines[place])
        return self.tables.get(label) if label else None

    def _table(self, place: int, table: TableGuide) -> int:
        end = place + 1
        while end < len(self.lines) and not (
            self._table_at(end) or _PART.fullmatch(self.lines[end].text) or self._number(end)
        ):
            end += 1
        self.out.tables.append((table, list(self.lines[place:end])))
        return end

    def _is_plan(self, place: int) -> bool:
        """A plan's table begins with its column heads, or where lines are torn; in an appendix with one head."""
        assert self.plan is not None
        text = re.sub(r"\s", "", self.lines[place].text)
        heads = [re.sub(r"\s", "", head) for head in self.plan.heads.values()]
        row = len(text) > 4 and text in "".join(heads) and not self._number(place)
        return place in self.torn or row or (text in heads and self.state.part.startswith("appendix"))

    def _plan(self, place: int) -> int:
        assert self.plan is not None
        end = place + 1
        while end < len(self.lines) and not _PART.fullmatch(self.lines[end].text):
            end += 1
        self.out.plans.append((self.plan, list(self.lines[place:end])))
        return end

    # --- the small things

    def _begins(self, place: int) -> bool:
        """Whether something with a label of its own begins at a line."""
        return bool(
            self._number(place)
            or _PART.fullmatch(self.lines[place].text)
            or self._section(place)
            or self._table_at(place)
            or (self.plan and self._is_plan(place))
        )

    def _apart(self, place: int) -> bool:
        return (
            not place
            or self.lines[place].fresh
            or self.lines[place - 1].blank
            or bool(_ENDED.search(self.lines[place - 1].text))
        )

    def _skip_blank(self, place: int) -> int:
        while place < len(self.lines) and self.lines[place].blank:
            place += 1
        return place

    def _add(self, id: str, kind: str, label: Flow, words: Flow) -> None:
        own = id if kind in ("title", "opening", "clause") or id.startswith("pre-") else ""
        self._add_at(own or (f"{self.state.part}-{id}" if self.state.part else id), kind, label, words)

    def _add_at(self, anchor: str, kind: str, label: Flow, words: Flow) -> None:
        self.out.cuttings.append(Cutting(f"{self.id}#{anchor}", kind, label, words))

    def _remark(self, place: int, code: str, message: str, at: str = "") -> None:
        self.out.remarks.append(Remark(self.lines[place].number, code, message, at or self.id))


def _width(lines: Sequence[Line]) -> int:
    """Nine tenths of a common line: what is shorter may be a paragraph's last."""
    lengths = sorted(len(line.text.rstrip()) for line in lines if len(line.text.strip()) > 8)
    return lengths[len(lengths) * 3 // 4] * 9 // 10 if lengths else 0


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def lines_of(cuttings: Sequence[Cutting]) -> Iterator[tuple[str, str]]:
    """Address and words, for whoever looks at this stage."""
    for cutting in cuttings:
        yield cutting.at, cutting.words.clean().text
