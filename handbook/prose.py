"""Markdown text → a page of blocks and spans, each with its file, line and column. The only module that imports
markdown_it.

The grammar is shown in docs/prose.md, one example of each. It is a set of block and inline rules on markdown-it-py's
machinery; none of CommonMark's own rules is switched on, so nothing gets a meaning that the grammar does not give it.
What looks like Markdown or HTML of another kind is a finding, never silently printed or run.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from handbook.finding import Finding, Place
from handbook.languages import ROMANS
from handbook.model import Block, Call, Clause, Heading, Note, Page, Span, Waiver, Words
from handbook.references import item_part, slug
from handbook.schema import Fields
from handbook.yamltree import load

FRONT = "PRS001"
BRACES = "PRS002"
MACRO = "PRS003"
HEADING = "PRS004"
BLOCK = "PRS005"
BRACKET = "PRS006"
EMPHASIS = "PRS007"
RAW_HTML = "MRK001"
REMOTE = "MRK002"
CODE = "MRK003"

NUMBERED = re.compile(r"(\d+)\.(?:\s+|$)")
ITEM = re.compile(r"\(([a-z]{1,6}|\d+)\)(?:\s+|$)")
GOAL_ITEM = re.compile(r"([A-Z]\.\d+\.\d+)\.?(?:\s+|$)")
BULLET = re.compile(r"-\s+")
HEADING_LINE = re.compile(r"(#{1,6})(?:\s+(.*))?$")
HEADING_ID = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*")
NOTE_LINE = re.compile(r"\[\^([^\]\s]{1,12})\]:\s*")
ARGUMENT = r"""(?:"[^"\\]*"|'[^'\\]*'|-?\d{1,9}|True|False)"""
CALL = re.compile(rf"([A-Za-z_]\w*)\s*\(\s*(?:({ARGUMENT}(?:\s*,\s*{ARGUMENT})*)\s*)?\)", re.ASCII)
#: How a line of another Markdown starts: quote, code, table, rule, underlined heading, indented heading, other lists.
FOREIGN = re.compile(r">|```|~~~|\||---|===|#|[*+](?:\s|$)|\d+\)\s")


# --- block rules ------------------------------------------------------------------------------------------------------


def _line(state: StateBlock, number: int) -> tuple[str, int]:
    """A line without its indentation, of whatever white space, and the width of that."""
    line = state.src[state.bMarks[number] : state.eMarks[number]].rstrip()
    text = line.lstrip()
    return text, len(line) - len(text)


def _opens(text: str, indent: int) -> bool:
    """Whether a line starts a block of its own and so ends the one before it."""
    return (
        not text
        or text.startswith(("{{", "{%"))
        or bool(HEADING_LINE.match(text) and not indent)
        or any(form.match(text) for form in (NUMBERED, ITEM, GOAL_ITEM, BULLET, NOTE_LINE))
    )


def _push(state: StateBlock, kind: str, first: int, skip: int, meta: dict[str, object], hang: int | None) -> None:
    """A block with words: the rest of its first line, and the lines that carry it on.

    An indented line carries on if it is indented by `hang` or more; with None, none does.
    """
    text, indent = _line(state, first)
    pieces = [(0, first, indent + skip)]
    parts = [text[skip:]]
    size = len(parts[0])
    line = first + 1
    while line < state.lineMax:
        text, indent = _line(state, line)
        if _opens(text, indent) or (indent and (hang is None or indent < hang)):
            break
        if size:
            size += 1
            pieces.append((size, line, indent))
            parts.append(text)
        else:
            pieces, parts = [(0, line, indent)], [text]
        size += len(text)
        line += 1
    token = state.push(kind, "", 0)
    token.map = [first, line]
    token.meta = meta
    inline = state.push("inline", "", 0)
    inline.content = "\n".join(parts)
    inline.children = []
    labelled = kind != "plain" and pieces[0][1] == first
    inline.meta = {"pieces": pieces, "starts": [piece[0] for piece in pieces][labelled:]}
    state.line = line


def _macro(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    text, indent = _line(state, first)
    if not text.startswith("{{") or text.find("}}") != len(text) - 2:
        return False
    token = state.push("macro", "", 0)
    token.map = [first, first + 1]
    token.meta = {"call": text[2:-2].strip(), "indent": indent}
    state.line = first + 1
    return True


def _heading(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    text, indent = _line(state, first)
    found = HEADING_LINE.match(text)
    if not found or indent:
        return False
    token = state.push("heading", "", 0)
    token.map = [first, first + 1]
    token.meta = {"level": len(found[1]), "id": found[2] or ""}
    state.line = first + 1
    return True


def _note(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    text, indent = _line(state, first)
    found = NOTE_LINE.match(text)
    if not found:
        return False
    _push(state, "note", first, found.end(), {"mark": found[1], "indent": indent}, hang=0)
    return True


def _unit(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    text, indent = _line(state, first)
    for kind, form in (("paragraph", NUMBERED), ("item", ITEM), ("goal", GOAL_ITEM), ("bullet", BULLET)):
        found = form.match(text)
        if found:
            label = found[1] if form.groups else None
            meta = {"label": label, "kind": kind, "indent": indent}
            # An indented line after a sub-paragraph is closing words; after anything else it carries the line on.
            _push(state, "unit", first, found.end(), meta, hang=None if kind == "item" else 0)
            return True
    return False


def _plain(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    _, indent = _line(state, first)
    _push(state, "plain", first, 0, {"indent": indent}, hang=indent)
    return True


# --- inline rules -----------------------------------------------------------------------------------------------------

_MARK = re.compile(r"\[\^([^\]\s]{1,12})\]")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(((?:[^()\n]|\([^()\n]*\))*)\)")
_ACT = re.compile(r"\*((?:[^*\\\n]|\\.)+)\*")
_TEXT = re.compile(r"[^\\\[*<{!`_&]+")
_ESCAPE = re.compile(r"\\([\\\[\]()*<>{}!`_&#.+|=~-])")
_OUTSIDE = re.compile(r"\s*(?:javascript|data|vbscript|https?|ftp|mailto|file):|\s*//", re.IGNORECASE)
#: What another Markdown would give a meaning, where no rule of this one took it: form, code, message, hint.
_REFUSED = tuple(
    (re.compile(form), code, message, hint)
    for form, code, message, hint in (
        (r"<[A-Za-z/!?](?:[^<>\n]*>|\w*)", RAW_HTML, "raw HTML {!r}", r"take it out, or write \< for a plain sign"),
        (r"&(?:[A-Za-z][A-Za-z0-9]+|#\d+|#[xX][0-9A-Fa-f]+);", RAW_HTML, "raw HTML {!r}", "write the sign itself"),
        (r"\{[{%#]", BRACES, "{!r} inside a line", "a macro stands alone on its line: {{ name() }}"),
        (r"!\[", REMOTE, "image", "the handbook has none; take it out"),
        (r"`+", CODE, "code mark {}", "take it out"),
        (r"\[", BRACKET, "bracket that opens no link and no mark", r"write [label](target), or \[ for a plain sign"),
        (r"\*", EMPHASIS, "asterisk without its pair", r"write *…* round an act, or \* for a plain sign"),
        (r"_+", EMPHASIS, "underscore {}", r"write *…* round an act, or \_ for a plain sign"),
    )
)
#: No sign that is refused is longer; what is, is cut.
_SIGN = 200


def _cut(text: str) -> str:
    """A text for a message, its end cut off where it is long."""
    return text if len(text) <= 60 else f"{text[:59]}…"


def _span(state: StateInline, kind: str, at: int, text: str, target: str = "") -> None:
    token = Token(kind, "", 0, content=text)
    token.meta = {"at": at, "target": target}
    state.tokens.append(token)


def _wrong(state: StateInline, at: int, code: str, message: str, hint: str) -> None:
    state.env["wrong"].append((at, code, message, hint))


def _text(state: StateInline, silent: bool) -> bool:
    found = _TEXT.match(state.src, state.pos, state.posMax)
    if found:
        _span(state, "text", state.pos, found[0])
        state.pos = found.end()
    return bool(found)


def _escape(state: StateInline, silent: bool) -> bool:
    found = _ESCAPE.match(state.src, state.pos)
    if found:
        _span(state, "text", state.pos, found[1])
        state.pos = found.end()
    return bool(found)


def _mark(state: StateInline, silent: bool) -> bool:
    found = _MARK.match(state.src, state.pos)
    if found:
        _span(state, "mark", state.pos, found[1])
        state.pos = found.end()
    return bool(found)


def _link(state: StateInline, silent: bool) -> bool:
    found = _LINK.match(state.src, state.pos)
    if found:
        label = _ESCAPE.sub(r"\1", found[1])
        if _OUTSIDE.match(found[2]):
            message = f"link to {_cut(found[2])!r}, expected a target such as art:26"
            _wrong(state, state.pos, REMOTE, message, "prose links inside the handbook and to what the record lists")
            _span(state, "text", state.pos, label)
        else:
            _span(state, "link", state.pos, label, found[2])
        _inside(state, found.start(1), found.end(1))
        state.pos = found.end()
    return bool(found)


def _act(state: StateInline, silent: bool) -> bool:
    if state.src.startswith("**", state.pos):
        hint = "only acts are emphasised, with one * on each side"
        _wrong(state, state.pos, EMPHASIS, "bold **, expected nothing", hint)
        state.pos += 2
        return True
    found = _ACT.match(state.src, state.pos)
    if found:
        _span(state, "act", state.pos, _ESCAPE.sub(r"\1", found[1]))
        _inside(state, found.start(1), found.end(1))
        state.pos = found.end()
    return bool(found)


def _refuse(state: StateInline, at: int, end: int) -> int:
    """Note what another Markdown would give a meaning here; how many signs it takes."""
    for form, code, message, hint in _REFUSED:
        if found := form.match(state.src, at, min(end, at + _SIGN)):
            _wrong(state, at, code, message.format(_cut(found[0])), hint)
            return len(found[0])
    return 1


def _inside(state: StateInline, at: int, end: int) -> None:
    """In a label or an act are words and escaped signs, nothing else."""
    while at < end:
        plain = _TEXT.match(state.src, at, end) or _ESCAPE.match(state.src, at, end)
        at = plain.end() if plain else at + _refuse(state, at, end)


def _foreign(state: StateInline, silent: bool) -> bool:
    """A sign that no rule took: refuse it if it could be more than itself, and keep it as text."""
    at = state.pos
    image = _LINK.match(state.src, at + 1) if state.src.startswith("![", at) else None
    size = _refuse(state, at, state.posMax)
    _span(state, "text", at, image[1] if image else state.src[at : at + size])
    state.pos = image.end() if image else at + size
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero")
    blocks: list[tuple[str, Callable[[StateBlock, int, int, bool], bool]]] = [
        ("macro", _macro),
        ("heading_line", _heading),
        ("note", _note),
        ("unit", _unit),
        ("plain", _plain),
    ]
    for name, block in blocks:
        parser.block.ruler.before("paragraph", name, block)
    inlines: list[tuple[str, Callable[[StateInline, bool], bool]]] = [
        ("words", _text),
        ("sign", _escape),
        ("mark", _mark),
        ("target", _link),
        ("act", _act),
        ("foreign", _foreign),
    ]
    for name, inline in inlines:
        parser.inline.ruler.before("text", name, inline)
    parser.block.ruler.enableOnly([name for name, _ in blocks])
    parser.inline.ruler.enableOnly([name for name, _ in inlines])
    parser.inline.ruler2.enableOnly([])
    parser.core.ruler.enableOnly(["block"])
    return parser


_PARSER = _parser()


# --- tokens → blocks --------------------------------------------------------------------------------------------------


@dataclass
class _Open:
    """A clause whose items may still come."""

    label: str | None
    kind: str
    spans: tuple[Span, ...]
    place: Place
    indent: int
    items: list[_Open] = field(default_factory=list)
    tail: tuple[Span, ...] = ()

    def close(self) -> Clause:
        items = tuple(item.close() for item in self.items)
        return Clause(self.label, self.kind, self.spans, items, self.tail, self.place)


@dataclass
class _Assembly:
    path: str
    first: int
    joint: str
    findings: list[Finding] = field(default_factory=list)

    def place(self, token: Token) -> Place:
        line = token.map[0] if token.map else 0
        return Place(self.path, self.first + line, token.meta.get("indent", 0) + 1)

    def note(self, place: Place, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(place, code, message, hint))

    def spans(self, inline: Token) -> tuple[Span, ...]:
        """The spans of one block, neighbouring text joined; line ends become the language's joint.

        A line that starts as in another Markdown is told once, whatever else is wrong with its start.
        """
        pieces = inline.meta["pieces"]
        starts = [piece[0] for piece in pieces]

        def at(offset: int) -> Place:
            start, line, column = pieces[bisect_right(starts, offset) - 1]
            return Place(self.path, self.first + line, column + offset - start + 1)

        env: dict[str, list[tuple[int, str, str, str]]] = {"wrong": []}
        tokens: list[Token] = []
        _PARSER.inline.parse(inline.content, _PARSER, env, tokens)
        foreign = {start for start in inline.meta["starts"] if FOREIGN.match(inline.content, start)}
        hint = "see docs/prose.md for what a line may start with"
        for start in sorted(foreign):
            first = inline.content[start : start + 3].partition("\n")[0]
            self.note(at(start), BLOCK, f"line starts with {first!r}", hint)
        for offset, code, message, hint in env["wrong"]:
            if offset not in foreign:
                self.note(at(offset), code, message, hint)
        out: list[Span] = []
        for kind, run in groupby(tokens, lambda token: token.type):
            for several in [list(run)] if kind == "text" else [[token] for token in run]:
                text = "".join(token.content for token in several).replace("\n", self.joint)
                target, turns = several[0].meta["target"], self.turns(several, at)
                out.append(Span(kind, text, at(several[0].meta["at"]), target, turns))
        return tuple(out)

    def turns(self, tokens: list[Token], at: Callable[[int], Place]) -> tuple[tuple[int, Place], ...]:
        """Where a span's text does not go on in the next column; the words of an act or a link begin after its sign."""
        marked = tokens[0].type in ("act", "link")
        if len(tokens) == 1 and not marked and "\n" not in tokens[0].content:
            return ()
        out: list[tuple[int, Place]] = []
        size = 0
        for token in tokens:
            start = token.meta["at"] + marked
            for line in token.content.split("\n"):
                out.append((size, at(start)))
                size += len(line) + len(self.joint)
                start += len(line) + 1
            size -= len(self.joint)
        return tuple(out)

    def call(self, token: Token) -> Call | None:
        """`name("text", 2)`: a plain name and plain values."""
        place = self.place(token)
        found = CALL.fullmatch(token.meta["call"])
        if found:
            return Call(found[1], tuple(map(_value, re.findall(ARGUMENT, found[2] or "", re.ASCII))), place)
        message = f"macro line {_cut(token.meta['call'])!r}, expected a name and plain arguments"
        self.note(place, MACRO, message, 'write {{ name("…") }}')
        return None

    def heading(self, token: Token) -> Heading | None:
        place = self.place(token)
        id = token.meta["id"]
        if HEADING_ID.fullmatch(id):
            return Heading(token.meta["level"], id, place)
        self.note(place, HEADING, f"heading {_cut(id)!r}, expected an id", "its words come from names.yaml")
        return None


def _value(argument: str) -> str | int:
    if argument[0] in "\"'":
        return argument[1:-1]
    return argument == "True" if argument.isalpha() else int(argument)


def _item_kind(label: str, chain: list[_Open], following: str | None) -> str:
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

    blocks: list[Block | _Open] = field(default_factory=list)
    chain: list[_Open] = field(default_factory=list)

    def end(self, block: Block | None) -> None:
        """A macro line or a heading closes what is open."""
        self.chain = []
        if block is not None:
            self.blocks.append(block)

    def top(self, opened: _Open) -> None:
        self.chain = [opened]
        self.blocks.append(opened)

    def plain(self, opened: _Open) -> None:
        """A line without a label: closing words where it is indented and sub-paragraphs are open, else a clause.

        They close the deepest unit with sub-paragraphs that stands further left than they do; else the deepest.
        """
        bearers = [one for one in self.chain if one.items and not one.tail]
        if not opened.indent or not bearers:
            self.top(opened)
            return
        owner = ([one for one in bearers if one.indent < opened.indent] or bearers)[-1]
        owner.tail = opened.spans
        while self.chain[-1] is not owner:
            self.chain.pop()

    def item(self, opened: _Open) -> None:
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


def _assemble(tokens: list[Token], work: _Assembly) -> tuple[list[Block], list[Note]]:
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
            tree.plain(_Open(None, "plain", work.spans(tokens[position + 1]), place, token.meta["indent"]))
        elif token.type == "unit":
            kind, label = token.meta["kind"], token.meta["label"]
            if kind == "item":
                kind = _item_kind(label, tree.chain, after[position])
            opened = _Open(label, kind, work.spans(tokens[position + 1]), place, token.meta["indent"])
            (tree.top if kind in ("paragraph", "goal") else tree.item)(opened)
    return [block.close() if isinstance(block, _Open) else block for block in tree.blocks], notes


# --- blocks → units ---------------------------------------------------------------------------------------------------


@dataclass
class _Units:
    """Words by address, and the addresses as they follow each other on the page."""

    words: dict[str, Words] = field(default_factory=dict)
    order: list[tuple[str, Place]] = field(default_factory=list)

    def add(self, id: str, clause: Clause) -> None:
        self.order.append((id, clause.place))
        self.words.setdefault(id, Words(id, clause.spans, clause.tail, clause.place))
        for item in clause.items:
            self.add(f"{id}-{item.label}", item)


def bind_decision(blocks: tuple[Block, ...]) -> _Units:
    """Addresses of a decision page: `pre-1`, `p6`, `p6-a`, `sec-a`, `annex`, `annex-p1`; `?` where there is none."""
    units = _Units()
    part, clauses, numbered = "", 0, False
    for block in blocks:
        if isinstance(block, Heading):
            numbered = False
            if block.level == 1:
                part, clauses = block.id, 0
                units.order.append((part, block.place))
            else:
                units.order.append((f"{part}-sec-{slug(block.id)}".lstrip("-"), block.place))
        elif isinstance(block, Clause):
            prefix = f"{part}-" if part else ""
            if block.kind == "paragraph":
                numbered = True
                units.add(f"{prefix}p{block.label}", block)
            elif block.kind == "plain" and not numbered:
                clauses += 1
                units.add(f"{prefix}pre-{clauses}", block)
            else:
                units.order.append(("?", block.place))
    return units


def bind_plan(blocks: tuple[Block, ...]) -> _Units:
    """Addresses of a plan page: the goal's wording `a-5`, its items `a-5-objectives-1`; one without a label has its
    position (`item_id`). The lines of a cell are all on one level.
    """
    units = _Units()
    goal, column = "", ""
    cell: list[Clause] = []

    def close() -> None:
        lines = [line for clause in cell for line in _level(clause)]
        labels = [line.label.removeprefix(f"{goal}.") if line.label else None for line in lines]
        for position, (line, label) in enumerate(zip(lines, labels, strict=True), 1):
            id = f"{slug(goal)}-{column}-{slug(item_part(label, position, labels))}"
            units.order.append((id, line.place))
            units.words.setdefault(id, Words(id, line.spans, line.tail, line.place))
        cell.clear()

    for block in blocks:
        if isinstance(block, Heading):
            close()
            if block.level == 2:
                goal, column = block.id, ""
                units.order.append((f"goal:{goal}", block.place))
            else:
                column = block.id
                units.order.append((f"{slug(goal)}-{column}", block.place))
        elif isinstance(block, Clause):
            if not goal or (not column and (block.kind != "plain" or slug(goal) in units.words)):
                units.order.append(("?", block.place))
            elif not column:
                units.add(slug(goal), block)
            else:
                cell.append(block)
    close()
    return units


def _level(clause: Clause) -> Iterator[Clause]:
    """A line of a cell and those that were read as standing under it, in order."""
    yield clause
    for item in clause.items:
        yield from _level(item)


def bind_text(blocks: tuple[Block, ...]) -> _Units:
    """Addresses of a page about the handbook: `sec-plans`. Its paragraphs and bullets have none; they are counted under
    their heading, so that languages can be compared.
    """
    units = _Units()
    section, count = "lead", 0

    def add(id: str, clause: Clause) -> None:
        units.order.append((id, clause.place))
        units.words.setdefault(id, Words(id, clause.spans, clause.tail, clause.place))
        for number, item in enumerate(clause.items, 1):
            add(f"{id}-{number}", item)

    for block in blocks:
        if isinstance(block, Heading):
            section, count = f"sec-{slug(block.id)}", 0
            units.order.append((section, block.place))
        elif isinstance(block, Clause):
            count += 1
            add(f"{section}-{count}", block)
    return units


def bind_draft(blocks: tuple[Block, ...]) -> _Units:
    """Addresses of a page about a plan's draft: the heading above the words (`a-5-indicators-b`, `draft-p5`)."""
    units = _Units()
    above = ""
    for block in blocks:
        if isinstance(block, Heading):
            above = block.id
            units.order.append((f"change:{above}", block.place))
        elif isinstance(block, Clause):
            known = not above or above in units.words
            units.order.append(("?" if known else above, block.place))
            if not known:
                units.words[above] = Words(above, block.spans, block.tail, block.place)
    return units


#: What a page may be of, as its front matter names it, and how its blocks get their addresses.
BINDERS: dict[str, Callable[[tuple[Block, ...]], _Units]] = {
    "decision": bind_decision,
    "plan": bind_plan,
    "draft": bind_draft,
    "page": bind_text,
}

# --- a file -----------------------------------------------------------------------------------------------------------

#: A line of white space of any kind is an empty one.
_BLANK = re.compile(r"^[^\S\n]+$", re.MULTILINE)
_FRONT = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


def parse(path: str, language: str, name: str, text: str) -> tuple[Page | None, list[Finding]]:
    """One prose file. `name` is its path inside the language folder without `.md`. The page is None where no front
    matter tells what it is.
    """
    front = _FRONT.match(text)
    if not front:
        message = "no front matter, expected it between two lines ---"
        return None, [Finding(Place(path), FRONT, message, "start with ---")]
    tree, findings = load(path, front[1], 2)
    if tree is None and findings:
        return None, findings
    fields = Fields(tree, "front matter", findings, path)
    subject, named = ("", ""), Place(path, 2)
    for key in BINDERS:
        if fields.has(key) and not subject[0]:
            subject = (key, fields.text(key))
            named = fields.places[key]
        elif fields.has(key):
            message = f"front matter names a {subject[0]} and a {key}, expected one of them"
            findings.append(Finding(fields.node.keys[key], FRONT, message, "a page is of one thing"))
        fields.asked.append(key)
    waivers = tuple(map(_waiver, fields.children("waive", "waiver")))
    fields.done()
    if not subject[1]:
        if not findings:
            message = "front matter names no subject"
            findings.append(Finding(named, FRONT, message, "write `decision: …`, `plan: …`, `draft: …` or `page: …`"))
        return None, findings
    body = _BLANK.sub("", text[front.end() :])
    work = _Assembly(path, front[0].count("\n") + 1, "" if language == "zh" else " ", findings)
    blocks, notes = _assemble(_PARSER.parse(body), work)
    fixed = tuple(blocks)
    units = BINDERS[subject[0]](fixed)
    order, place = tuple(units.order), Place(path)
    page = Page(path, language, name, subject, fixed, tuple(notes), units.words, order, place, named, waivers)
    return page, work.findings


def _waiver(fields: Fields) -> Waiver:
    """`{check: word-figures, at: p5, reason: …}`; what it says is judged where the checks are run."""
    check, at, reason = fields.text("check"), fields.text("at"), fields.text("reason")
    fields.done()
    return Waiver(check, at, reason, fields.place, fields.places)
