"""The handbook's own record and prose as a booklet: its structure is the real one's, its words are ours.

The importer may know our rendering and use its likeness to the official words. So that it is not asked for words that
it knows by heart, many of them are exchanged for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from handbook.build.export import plain_text
from handbook.model.corpus import Corpus
from handbook.model.decision import Decision, Unit
from handbook.model.plan import Item, PlanGoal
from handbook.model.prose import Span
from handbook.model.table import Table as Figures
from handbook.targets.addresses import slug
from tests.official.importing import booklet
from tests.official.importing.booklet import Block, Booklet, Element, Goal, Note, Part, Segment

LANGUAGE = "zh"
_HAN = "一二三四五六七八九十"
_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_OTHERS = "河流 森林 土壤 湖泊 种子 果实 山谷 渔民 牧场 海岸 水库 堤坝 仓库 道路 桥梁 港口 学校 图书 音乐 绘画".split()
#: Words that give a text its structure stay: citations, parts, numerals.
_KEPT = re.compile(
    r"第[^，。；]{1,14}?[条段款节号]|附[件录][一二三四]?|表\d\w?|目标|[一二三四五六七八九十两百千万年月日届次份个]+"
)
_PAIR = re.compile(r"[\u4e00-\u9fff]{2}")


def of(corpus: Corpus, seed: int, *, share: float = 0.4) -> Booklet:
    """`share` of the words are exchanged."""
    random = Random(seed)
    return Booklet(
        tuple(_Printed(corpus, decision, random, share).decision() for decision in corpus.record.decisions.values()),
        "河流与森林工作的小册子",
        ("小册子说明会议通过了哪些决定，供各处的读者查阅。", "各项决定按会议的先后排列，页码见目录。"),
    )


class _Printed:
    """One decision of the record as printed."""

    def __init__(self, corpus: Corpus, decision: Decision, random: Random, share: float) -> None:
        self.corpus = corpus
        self.id = decision
        self.names = corpus.names[LANGUAGE]
        self.page = corpus.page(LANGUAGE, "decision", decision.id)
        self.random = random
        self.share = share
        self.notes = {note.mark: note for note in decision.footnotes}
        self.texts = {note.mark: note.spans for note in self.page.notes} if self.page else {}

    def at(self, anchor: str) -> str:
        return f"{self.id.id}#{anchor}"

    def decision(self) -> booklet.Decision:
        return booklet.Decision(self.id.id, tuple(self._elements()))

    def _elements(self) -> Iterator[Element]:
        yield self._heading("title", "title", self.id.id, self.names[self.id.id])
        yield self._heading("opening", "opening", "", self.names[f"opening.{self.id.opening}"])
        for part in self.id.body.walk():
            if part.id:
                kind = "附件" if part.id.startswith("annex") else "附录"
                yield self._heading(part.id, "heading", kind, self.names.get(self.at(part.id)))
            section: str | None = None
            sections = [None, *(one.id for one in part.sections)]
            for unit in sorted((*part.preamble, *part.paragraphs), key=lambda one: sections.index(one.section)):
                if unit.section and unit.section != section:
                    section = unit.section
                    label = next(one.label for one in part.sections if one.id == section) or ""
                    printed = _HAN[int(label) - 1] if label.isdigit() else label
                    words = self.names[self.at(section)]
                    yield self._heading(section, "heading", f"{printed}." if printed else "", words)
                yield from self._unit(unit)
            if part.id == "" and self.id.tables:
                yield from (self._table(self.corpus.record.tables[self.at(one)]) for one in self.id.tables)
        for plan in self.corpus.record.plans.values():
            if plan.decision == self.id.id:
                yield self._plan(plan.id)

    def _heading(self, anchor: str, kind: str, label: str, words: str) -> Block:
        marks = tuple(self._note(mark) for mark, note in self.notes.items() if note.carrier == anchor)
        return Block((Segment(self.at(anchor), kind, label, (words, *marks)),))

    # --- units

    def _unit(self, unit: Unit) -> Iterator[Block]:
        """A paragraph with what runs into it; sub-paragraphs that begin a line of their own follow as blocks."""
        kind = "clause" if unit.kind == "preamble" or "pre-" in unit.id else "paragraph"
        label = "" if kind == "clause" else f"{unit.id.rpartition('p')[2]}."
        yield from self._blocks(unit, kind, label)

    def _blocks(self, unit: Unit, kind: str, label: str) -> Iterator[Block]:
        running = [Segment(self.at(unit.id), kind, label, self._words(unit.id))]
        behind: list[Block] = []
        for item in unit.items:
            blocks = list(self._blocks(item, "item", _label(item.id)))
            if item.run_in and not behind:
                running += blocks[0].segments
                behind += blocks[1:]
            else:
                behind += blocks
        tail = self._words(unit.id, tail=True)
        if tail and not behind:
            running.append(Segment(self.at(unit.id), kind, "", tail))
        yield Block(tuple(running))
        yield from behind
        if tail and behind:
            yield Block((Segment(self.at(unit.id), kind, "", tail),))

    def _words(self, id: str, *, tail: bool = False) -> tuple[Part, ...]:
        words = self.page.units.get(id) if self.page else None
        if words is None:
            return ()
        return tuple(self._parts(words.tail if tail else words.spans))

    def _parts(self, spans: Iterable[Span]) -> Iterator[Part]:
        """Words exchanged between marks; neighbouring spans are one run of words."""
        run: list[Span] = []
        for span in spans:
            if span.kind != "mark":
                run.append(span)
                continue
            if run:
                yield self._said(run)
            run = []
            yield self._note(span.text)
        if run:
            yield self._said(run)

    def _said(self, spans: Sequence[Span]) -> str:
        words = plain_text(spans, LANGUAGE, self.names, self.id.id)
        return exchanged(re.sub(r"\s", "", words) if not re.search(r"[A-Za-z] [A-Za-z]", words) else words, self)

    def _note(self, mark: str) -> Note:
        spans = self.texts.get(mark, ())
        return Note(mark, "*" if mark.startswith("s") else mark, plain_text(spans, LANGUAGE, self.names, self.id.id))

    # --- tables

    def _table(self, figures: Figures) -> booklet.Table:
        columns = [
            Segment(f"{figures.id}/col-{one.id}", "column", "", self._named(f"{figures.anchor}/col-{one.id}", one.id))
            for one in figures.columns
        ]
        rows: list[tuple[Segment, tuple[str, ...]]] = []
        for row in figures.rows:
            party = figures.kind == "scale"
            name = self.names[f"party.{row.id}"] if party else self.names[row.name]
            label = str(len(rows) + 1) if party else _printed(row.label, lettered=bool(row.line))
            anchor = f"{figures.anchor}/row-{row.id.lower()}"
            marks = tuple(self._note(mark) for mark, note in self.notes.items() if note.carrier == anchor)
            printed = tuple(_figure(row.figures.get(one.id, "")) for one in figures.figure_columns)
            segment = Segment(self.at(anchor), "row", label, (name, *marks))
            rows.append((segment, tuple(filter(None, printed))))
        caption = Segment(figures.id, "table", "", (self.names[figures.id],))
        unit = "(千美元)" if figures.unit else ""
        return booklet.Table(caption, figures.label, unit, tuple(columns), tuple(rows))

    def _named(self, anchor: str, id: str) -> tuple[Part, ...]:
        marks = tuple(self._note(mark) for mark, note in self.notes.items() if note.carrier == anchor)
        return (self.names[f"column.{id}"], *marks)

    # --- plans

    def _plan(self, id: str) -> booklet.Plan:
        plan = self.corpus.record.plans[id]
        page = self.corpus.page(LANGUAGE, "plan", id)
        goals: list[Goal] = []
        areas: list[tuple[int, str]] = []
        last = ""
        for goal in self.corpus.record.goals:
            if id not in goal.plans or page is None:
                continue
            if goal.area != last:
                areas.append((len(goals), f"{goal.area}.  {self.names.get(f'area.{goal.area}') or '领域'}"))
                last = goal.area
            goals.append(self._goal(goal.plans[id], page.units))
        heads = tuple(self.names[f"column.{one}"] for one in ("goal", *plan.columns))
        return booklet.Plan(self.names[self.at("appendix")], heads, tuple(goals), tuple(areas))

    def _goal(self, goal: PlanGoal, units: object) -> Goal:
        own = slug(goal.goal)
        assert isinstance(units, dict)
        words = Segment(self.at(own), "goal", f"{goal.goal}.", tuple(self._parts(units[own].spans)))
        return Goal(
            words,
            tuple(
                tuple(self._item(item, column, own, units[f"{own}-{column}-{item.part}"].spans) for item in items)
                for column, items in goal.cells.items()
            ),
        )

    def _item(self, item: Item, column: str, goal: str, spans: tuple[Span, ...]) -> Segment:
        at = self.at(f"{goal}-{column}-{item.part}")
        return Segment(at, "cell", _item_label(item, column), tuple(self._parts(spans)))


def exchanged(words: str, printed: _Printed) -> str:
    """Words with a share of their pairs of characters exchanged: not the first ones, by which clauses are told, nor
    what gives a text its structure.
    """
    kept = {place for found in _KEPT.finditer(words) for place in range(*found.span())} | set(range(8))

    def other(found: re.Match[str]) -> str:
        if kept.intersection(range(*found.span())) or printed.random.random() >= printed.share:
            return found.group()
        return printed.random.choice(_OTHERS)

    return _PAIR.sub(other, words)


def _label(id: str) -> str:
    """`p6-a` → (a), `p6-a-i` → (一)."""
    last = id.rpartition("-")[2]
    roman = re.search(r"-[a-z]+-[ivx]+$", id) and not id.endswith("-p" + last) and last in _ROMANS
    above = id.split("-")
    nested = roman and re.fullmatch(r"[a-z]", above[-2]) is not None
    return f"（{_HAN[_ROMANS[last] - 1]}）" if nested else f"({last})"


def _item_label(item: Item, column: str) -> str:
    if not item.label:
        return ""
    if item.kind == "goal":
        return f"{item.label}."
    if item.label in _ROMANS and column == "activities":
        return "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"[_ROMANS[item.label] - 1]
    return f"({item.label})"


def _printed(label: str | None, *, lettered: bool) -> str:
    if not label:
        return ""
    return f"{label}." if lettered else f"{_HAN[_ROMANS[label.lower()] - 1]}."


def _figure(figure: str) -> str:
    """With separators, and in brackets where it is less than nothing."""
    if not figure:
        return ""
    whole, dot, rest = figure.lstrip("-").partition(".")
    shown = f"{int(whole):,}{dot}{rest}"
    return f"({shown})" if figure.startswith("-") else shown
