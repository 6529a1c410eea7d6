"""A decision's lines → its title, clauses, sections, paragraphs and sub-paragraphs, under their addresses.

Labels go by their sequence: a line begins paragraph 7 where 7 is due, and (b) is a sub-paragraph behind an (a). Blank
lines are asked only where nothing else tells two clauses apart. Tables and plans are handed on as lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from handbook.official.flow import EMPTY, Flow, fold, joined
from handbook.official.importing.items import under
from handbook.official.importing.layout import NUMBERED, PART, SECTION, Layout
from handbook.official.importing.numerals import LETTER, ROMAN, ordinal
from handbook.official.importing.tables import begins
from handbook.official.model import Guide, Line, PlanGuide, Remark, TableGuide

#: So many labels may be missing before the next one.
_SKIP = 2
#: A row of a plan's heads has more signs: a shorter line may be a word of any text.
_SHORTEST = 4


@dataclass(frozen=True)
class Cutting:
    """A unit as cut from the file: its label and words with the extraction's blanks."""

    address: str
    kind: str
    label: Flow
    words: Flow


@dataclass
class Outlined:
    """What became of the lines of one decision."""

    cuttings: list[Cutting] = field(default_factory=list)
    tables: list[tuple[TableGuide, list[Line]]] = field(default_factory=list)
    plans: list[tuple[PlanGuide, list[Line]]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


@dataclass
class _State:
    """Where a reader of the lines is: the part (`annex-2`, empty in the decision itself), and the number of the last
    paragraph, clause, numbered section, lettered section and heading without a label.
    """

    part: str = ""
    paragraph: int = 0
    clause: int = 0
    section: int = 0
    letters: int = 0
    unlabelled: int = 0


def outline_of(id: str, lines: Sequence[Line], guide: Guide, part: str = "", *, draft: bool = False) -> Outlined:
    """The units of one decision; `lines` are without notes and marks, and begin with its heading, or with that of the
    part alone where `part` names one. In a draft annexes are numbered through the document, not the decision.
    """
    return _Outline(id, lines, guide, part, draft=draft).run()


class _Outline:
    def __init__(self, id: str, lines: Sequence[Line], guide: Guide, part: str, *, draft: bool) -> None:
        self.id = id
        self.draft = draft
        self.lines = lines
        self.layout = Layout(lines, guide.openers)
        self.tables = {table.label: table for table in guide.tables if table.id.startswith(f"{id}#")}
        self.plan = next((plan for plan in guide.plans if plan.decision == id), None)
        self.heads = [re.sub(r"\s", "", head) for head in self.plan.heads.values()] if self.plan else []
        self.outlined = Outlined()
        self.state = _State(part=part)
        #: Words that belong to the last unit; they are joined to it at once, as there may be a great many.
        self.loose: list[Flow] = []

    def run(self) -> Outlined:
        place = 0 if self.state.part else self._title()
        while place < len(self.lines):
            place = self._block(place)
        self._settle()
        return self.outlined

    # --- headings

    def _title(self) -> int:
        """The heading of the decision, over as many lines as it has."""
        first = self.lines[0].flow
        number = re.match(rf"\s*(?:{re.escape(self.id)}|[A-Z])\s*[.．]?\s*", first.text)
        begin = number.end() if number else 0
        end = self._title_end(1)
        words = joined([first[begin:], *(line.flow for line in self.lines[1:end])])
        self._add("title", "title", first[:begin], words)
        return end

    def _block(self, place: int) -> int:
        """Take what begins at a line; give the place behind it."""
        line = self.lines[place]
        if line.blank:
            return place + 1
        if self.plan and (self._is_plan(place) or self.state.part.startswith("appendix")):
            return self._plan(place, self.plan)
        if part := PART.fullmatch(line.text):
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

    def _part(self, place: int, match: re.Match[str]) -> int:
        kind = "annex" if match["kind"] == "附件" else "appendix"
        n = f"-{ordinal(match['n'], ROMAN)}" if match["n"] and not self.draft else ""
        self.state = replace(self.state, part=kind + n, paragraph=0, section=0, letters=0)
        begin = self.layout.filled(place + 1)
        end = self._title_end(begin, fold(self.plan.title) if self.plan else "")
        label = self.lines[place].flow
        self._add_at(self.state.part, "heading", label, joined(line.flow for line in self.lines[begin:end]))
        return max(end, place + 1)

    def _title_end(self, begin: int, known: str = "") -> int:
        """A title goes on to a blank line, to what has a label, or to the end of `known`, its plan's folded title."""
        end, words = begin, ""
        while end < len(self.lines) and not self.lines[end].blank and not self._begins(end):
            words += fold(self.lines[end].text)
            end += 1
            if known and words == known:
                break
        return end

    def _section(self, place: int) -> re.Match[str] | None:
        """A section's label: the letter or number that is due, before words that do not end like a sentence."""
        match = SECTION.match(self.lines[place].text)
        if not match or not self.layout.apart(place):
            return None
        due = (self.state.letters if match["n"].isascii() else self.state.section) + 1
        n = _section_number(match["n"])
        if not due <= n <= due + _SKIP or self.layout.is_said(place):
            return None
        return match

    def _heading(self, place: int, label: re.Match[str] | None) -> int:
        end = self.layout.heading_end(place)
        flow = joined(line.flow for line in self.lines[place:end])
        if label is None:
            self.state.unlabelled += 1
            id = f"sec-?{self.state.unlabelled}"
        else:
            id = f"sec-{self._numbered_section(place, label['n'])}"
        begin = label.end() if label else 0
        self._add(id, "heading", flow[:begin], flow[begin:])
        return end

    def _numbered_section(self, place: int, label: str) -> str:
        """Count a section's label, and say how many are missing before it; give what its address has for it."""
        n = _section_number(label)
        missing = n - 1 - (self.state.letters if label.isascii() else self.state.section)
        if missing:
            self._remark(place, "label-missing", f"section {label} follows the one before {missing} missing")
        if label.isascii():
            self.state.letters = n
            return label.lower()
        self.state.section = n
        return str(n)

    def _is_heading(self, place: int) -> bool:
        """A heading without a label stands before the next numbered paragraph."""
        if not (self.state.paragraph or self.state.part) or not self.layout.is_heading(place):
            return False
        after = self.layout.filled(self.layout.heading_end(place))
        return after < len(self.lines) and self._number(after) is not None

    # --- paragraphs and clauses

    def _number(self, place: int) -> re.Match[str] | None:
        """The label of the paragraph that is due, or of one a little further on."""
        match = NUMBERED.match(self.lines[place].text)
        if not match:
            return None
        n, due = int(match["n"]), self.state.paragraph + 1
        return match if n == due or (due < n <= due + _SKIP and self.layout.apart(place)) else None

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
        if self.state.paragraph and self.outlined.cuttings and self.outlined.cuttings[-1].kind != "heading":
            # Words behind a paragraph that had ended: nothing says whose they are.
            self._more(place, flow)
            return end
        if not self.state.part and not any(cutting.kind == "opening" for cutting in self.outlined.cuttings):
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
        last = self.outlined.cuttings[-1] if self.outlined.cuttings else None
        if last and last.kind in ("paragraph", "item"):
            self.loose.append(flow)
            self._remark(place, "joined", "words without a label are joined to what stands before them", last.address)
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
            if self._begins(end) or self._is_heading(end) or self.layout.parts(end, parts[-1].text, clauses=clauses):
                break
            parts.append(line.flow)
            end += 1
        return end, joined(parts), frozenset(part.strip().places[0] for part in parts)

    def _units(self, id: str, kind: str, label: Flow, words: Flow, starts: AbstractSet[int]) -> None:
        """A clause or paragraph and what stands under it."""
        head, found = under(words, starts)
        self._add(id, kind, label, head)
        for n, own, rest in found:
            self._add(f"{id}-{n}", "item", own, rest)

    # --- tables and plans

    def _table_at(self, place: int) -> TableGuide | None:
        label = begins(self.lines[place])
        return self.tables.get(label) if label else None

    def _table(self, place: int, table: TableGuide) -> int:
        end = place + 1
        while end < len(self.lines) and not (
            self._table_at(end) or PART.fullmatch(self.lines[end].text) or self._number(end)
        ):
            end += 1
        self.outlined.tables.append((table, list(self.lines[place:end])))
        return end

    def _is_plan(self, place: int) -> bool:
        """A plan's table begins with its column heads, or where lines are torn; in an appendix with one head."""
        text = re.sub(r"\s", "", self.lines[place].text)
        row = len(text) > _SHORTEST and text in "".join(self.heads) and not self._number(place)
        return place in self.layout.torn or row or (text in self.heads and self.state.part.startswith("appendix"))

    def _plan(self, place: int, plan: PlanGuide) -> int:
        end = place + 1
        while end < len(self.lines) and not PART.fullmatch(self.lines[end].text):
            end += 1
        self.outlined.plans.append((plan, list(self.lines[place:end])))
        return end

    # --- the small things

    def _begins(self, place: int) -> bool:
        """Whether something with a label of its own begins at a line."""
        return bool(
            self._number(place)
            or PART.fullmatch(self.lines[place].text)
            or self._section(place)
            or self._table_at(place)
            or (self.plan and self._is_plan(place))
        )

    def _add(self, id: str, kind: str, label: Flow, words: Flow) -> None:
        own = id if kind in ("title", "opening", "clause") or id.startswith("pre-") else ""
        self._add_at(own or (f"{self.state.part}-{id}" if self.state.part else id), kind, label, words)

    def _add_at(self, anchor: str, kind: str, label: Flow, words: Flow) -> None:
        self._settle()
        self.outlined.cuttings.append(Cutting(f"{self.id}#{anchor}", kind, label, words))

    def _settle(self) -> None:
        """Join loose words to the unit that they stand behind."""
        if self.loose:
            last = self.outlined.cuttings[-1]
            self.outlined.cuttings[-1] = replace(last, words=joined([last.words, *self.loose]))
            self.loose = []

    def _remark(self, place: int, code: str, message: str, address: str = "") -> None:
        self.outlined.remarks.append(Remark(self.lines[place].number, code, message, address or self.id))


def _section_number(label: str) -> int:
    """Which section a label says: B and 二 are the second."""
    return ordinal(label.lower(), LETTER if label.isascii() else ROMAN)
