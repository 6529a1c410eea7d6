"""Tokens → blocks: calls, headings, notes, and clauses with what stands under them, each with its place.

Clauses are open until they have their addresses (prose/addressing.py).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place
from handbook.languages import LANGUAGES
from handbook.languages.numerals import ROMANS
from handbook.model.prose import Call, Clause, Heading, Note, Span
from handbook.prose import rules
from handbook.prose.rules import Token, cut

HEADING_ID = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
ARGUMENT = r"""(?:"[^"\\]*"|'[^'\\]*'|-?\d{1,9}|True|False)"""
CALL = re.compile(rf"([A-Za-z_]\w*)\s*\(\s*(?:({ARGUMENT}(?:\s*,\s*{ARGUMENT})*)\s*)?\)", re.ASCII)
#: How a line of another Markdown starts: quote, code, table, rule, underlined heading, indented heading, other lists.
FOREIGN = re.compile(r">|```|~~~|\||---|===|#|[*+](?:\s|$)|\d+\)\s")


def read_blocks(
    path: str, language: str, text: str, first: int, findings: list[Finding]
) -> tuple[list[OpenBlock], list[Note]]:
    """Blocks and notes of a page's text, which begins in line `first` of its file. What is wrong is added to
    `findings`.
    """
    work = _Assembly(path, first, LANGUAGES[language].typography.space, findings)
    return _assemble(rules.tokens(text), work)


@dataclass
class OpenClause:
    """A clause whose items and address may still come."""

    label: str | None
    kind: str
    spans: tuple[Span, ...]
    place: Place
    indent: int
    items: list[OpenClause] = field(default_factory=list)
    tail: tuple[Span, ...] = ()
    address: str = ""

    def walk(self) -> Iterator[OpenClause]:
        """This clause, then everything under it, in the order of the page."""
        yield self
        for item in self.items:
            yield from item.walk()

    def close(self) -> Clause:
        items = tuple(item.close() for item in self.items)
        return Clause(self.label, self.kind, self.spans, items, self.tail, self.place, self.address)


OpenBlock = Call | Heading | OpenClause


@dataclass
class _Assembly:
    path: str
    first: int
    joint: str
    findings: list[Finding]

    def place(self, token: Token) -> Place:
        line = token.map[0] if token.map else 0
        return Place(self.path, self.first + line, token.meta.get("indent", 0) + 1)

    def note(self, place: Place, code: Code, message: str, hint: str) -> None:
        self.findings.append(Finding(place, code, message, hint))

    def spans(self, inline: Token) -> tuple[Span, ...]:
        """The spans of one block, neighbouring text joined; line ends become the language's joint.

        A line that starts as in another Markdown is one finding, whatever else is wrong with its start.
        """
        pieces = inline.meta["pieces"]
        starts = [piece[0] for piece in pieces]

        def place_of(offset: int) -> Place:
            start, line, column = pieces[bisect_right(starts, offset) - 1]
            return Place(self.path, self.first + line, column + offset - start + 1)

        tokens, wrong = rules.inline(inline.content)
        foreign = {start for start in inline.meta["starts"] if FOREIGN.match(inline.content, start)}
        hint = "see docs/prose.md for what a line may start with"
        for start in sorted(foreign):
            first = inline.content[start : start + 3].partition("\n")[0]
            self.note(place_of(start), Code.PRS005, f"line starts with {first!r}", hint)
        for offset, code, message, hint in wrong:
            if offset not in foreign:
                self.note(place_of(offset), code, message, hint)
        spans: list[Span] = []
        for kind, run in groupby(tokens, lambda token: token.type):
            for several in [list(run)] if kind == "text" else [[token] for token in run]:
                text = "".join(token.content for token in several).replace("\n", self.joint)
                if kind == "text" and not text:
                    continue  # a line end between two signs, which in Chinese is nothing
                target, turns = several[0].meta["target"], self.turns(several, place_of)
                spans.append(Span(kind, text, place_of(several[0].meta["offset"]), target, turns))
        return tuple(spans)

    def turns(self, tokens: list[Token], place_of: Callable[[int], Place]) -> tuple[tuple[int, Place], ...]:
        """Where a span's text does not go on in the next column; the words of an act or a link begin after its sign."""
        marked = tokens[0].type in ("act", "link")
        if len(tokens) == 1 and not marked and "\n" not in tokens[0].content:
            return ()
        turns: list[tuple[int, Place]] = []
        size = 0
        for token in tokens:
            start = token.meta["offset"] + marked
            for line in token.content.split("\n"):
                turns.append((size, place_of(start)))
                size += len(line) + len(self.joint)
                start += len(line) + 1
            size -= len(self.joint)
        return tuple(turns)

    def call(self, token: Token) -> Call | None:
        """`name("text", 2)`: a plain name and plain values."""
        place = self.place(token)
        match = CALL.fullmatch(token.meta["call"])
        if match:
            return Call(match[1], tuple(map(_value, re.findall(ARGUMENT, match[2] or "", re.ASCII))), place)
        message = f"macro line {cut(token.meta['call'])!r}, expected a name and plain arguments"
        self.note(place, Code.PRS003, message, 'write {{ name("…") }}')
        return None

    def heading(self, token: Token) -> Heading | None:
        place = self.place(token)
        id = token.meta["id"]
        if HEADING_ID.fullmatch(id):
            return Heading(token.meta["level"], id, place)
        self.note(place, Code.PRS004, f"heading {cut(id)!r}, expected an id", "its words come from names.yaml")
        return None


def _value(argument: str) -> str | int:
    if argument[0] in "\"'":
        return argument[1:-1]
    return argument == "True" if argument.isalpha() else int(argument)


def _item_kind(label: str, chain: list[OpenClause], following: str | None) -> str:
    """Letter, Roman numeral or number, by the label itself and the ones round it: `(i)` after `(h)` is a letter unless
    `(ii)` follows.
    """
    if label.isdigit():
        return "number"
    if label not in ROMANS:
        return "letter"
    if len(label) > 1:
        return "roman"
    before = {open_.kind: open_.label or "" for open_ in chain}
    last = before.get("letter", "")
    if "roman" in before and ROMANS.get(before["roman"], 0) + 1 == ROMANS[label]:
        return "roman"
    if last and ord(last[0]) + 1 == ord(label):
        goes_on = following is not None and ROMANS.get(following, 0) == ROMANS[label] + 1
        return "roman" if goes_on else "letter"
    return "roman"


def _labels_after(tokens: list[Token]) -> list[str | None]:
    """For each token the label of the next unit that has one."""
    out: list[str | None] = []
    label = None
    for token in reversed(tokens):
        out.append(label)
        label = (token.meta["label"] if token.type == "unit" else None) or label
    return out[::-1]


@dataclass
class _Tree:
    """Blocks under assembly; `chain` are the units that are open, outermost first."""

    blocks: list[OpenBlock] = field(default_factory=list)
    chain: list[OpenClause] = field(default_factory=list)

    def end(self, block: Call | Heading | None) -> None:
        """A macro line or a heading closes what is open."""
        self.chain = []
        if block is not None:
            self.blocks.append(block)

    def top(self, opened: OpenClause) -> None:
        self.chain = [opened]
        self.blocks.append(opened)

    def plain(self, opened: OpenClause) -> None:
        """A line without a label: closing words where it is indented and sub-paragraphs are open, else a clause.

        They close the deepest unit with sub-paragraphs that stands further left than they do; else the deepest.
        """
        bearers = [bearer for bearer in self.chain if bearer.items and not bearer.tail]
        if not opened.indent or not bearers:
            self.top(opened)
            return
        owner = ([bearer for bearer in bearers if bearer.indent < opened.indent] or bearers)[-1]
        owner.tail = opened.spans
        while self.chain[-1] is not owner:
            self.chain.pop()

    def item(self, opened: OpenClause) -> None:
        """A sub-paragraph closes those of its own kind, a letter all but the paragraph, and hangs on what is left."""
        kinds = [one.kind for one in self.chain]
        if opened.kind in kinds:
            del self.chain[kinds.index(opened.kind) :]
        elif opened.kind == "letter":
            self.chain = [one for one in self.chain if one.kind in ("plain", "paragraph")]
        if not self.chain or self.chain[-1].kind == "goal":
            self.top(opened)
        else:
            self.chain[-1].items.append(opened)
            self.chain.append(opened)


def _assemble(tokens: list[Token], work: _Assembly) -> tuple[list[OpenBlock], list[Note]]:
    tree = _Tree()
    notes: list[Note] = []
    after = _labels_after(tokens)
    for position, token in enumerate(tokens):
        place = work.place(token)
        if token.type == "macro":
            tree.end(work.call(token))
        elif token.type == "heading":
            tree.end(work.heading(token))
        elif token.type == "note":
            notes.append(Note(token.meta["mark"], work.spans(tokens[position + 1]), place))
        elif token.type == "plain":
            tree.plain(OpenClause(None, "plain", work.spans(tokens[position + 1]), place, token.meta["indent"]))
        elif token.type == "unit":
            kind, label = token.meta["kind"], token.meta["label"]
            if kind == "item":
                kind = _item_kind(label, tree.chain, after[position])
            opened = OpenClause(label, kind, work.spans(tokens[position + 1]), place, token.meta["indent"])
            (tree.top if kind in ("paragraph", "goal") else tree.item)(opened)
    return tree.blocks, notes
