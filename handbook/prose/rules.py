"""The grammar of the prose, on markdown-it-py's machinery: block and inline rules, text → tokens. The only module that
imports markdown_it.

The grammar is shown in docs/prose.md, one example of each. None of CommonMark's own rules is switched on, so nothing
gets a meaning that the grammar does not give it. What looks like Markdown or HTML of another kind is a finding, never
silently printed or run.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from handbook.findings.codes import Code

__all__ = ["Token", "Wrong", "cut", "inline", "is_refused", "tokens"]


NUMBERED = re.compile(r"(\d+)\.(?:\s+|$)")
ITEM = re.compile(r"\(([a-z]{1,6}|\d+)\)(?:\s+|$)")
GOAL_ITEM = re.compile(r"([A-Z]\.\d+\.\d+)\.?(?:\s+|$)")
BULLET = re.compile(r"-\s+")
HEADING_LINE = re.compile(r"(#{1,6})(?:\s+(.*))?$")
NOTE_LINE = re.compile(r"\[\^([^\]\s]{1,12})\]:\s*")

#: What is wrong inside a line: offset in its text, code, message, hint.
Wrong = tuple[int, Code, str, str]


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
    match = HEADING_LINE.match(text)
    if not match or indent:
        return False
    token = state.push("heading", "", 0)
    token.map = [first, first + 1]
    token.meta = {"level": len(match[1]), "id": match[2] or ""}
    state.line = first + 1
    return True


def _note(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    text, indent = _line(state, first)
    match = NOTE_LINE.match(text)
    if not match:
        return False
    _push(state, "note", first, match.end(), {"mark": match[1], "indent": indent}, hang=0)
    return True


def _unit(state: StateBlock, first: int, last: int, silent: bool) -> bool:
    text, indent = _line(state, first)
    for kind, form in (("paragraph", NUMBERED), ("item", ITEM), ("goal", GOAL_ITEM), ("bullet", BULLET)):
        match = form.match(text)
        if match:
            label = match[1] if form.groups else None
            meta = {"label": label, "kind": kind, "indent": indent}
            # An indented line after a sub-paragraph is closing words; after anything else it carries the line on.
            _push(state, "unit", first, match.end(), meta, hang=None if kind == "item" else 0)
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
        (r"<[A-Za-z/!?](?:[^<>\n]*>|\w*)", Code.MRK001, "raw HTML {!r}", r"take it out, or write \< for a plain sign"),
        (r"&(?:[A-Za-z][A-Za-z0-9]+|#\d+|#[xX][0-9A-Fa-f]+);", Code.MRK001, "raw HTML {!r}", "write the sign itself"),
        (r"\{[{%#]", Code.PRS002, "{!r} inside a line", "a macro stands alone on its line: {{ name() }}"),
        (r"!\[", Code.MRK002, "image", "the handbook has none; take it out"),
        (r"`+", Code.MRK003, "code mark {}", "take it out"),
        (
            r"\[",
            Code.PRS006,
            "bracket that opens no link and no mark",
            r"write [label](target), or \[ for a plain sign",
        ),
        (r"\*", Code.PRS007, "asterisk without its pair", r"write *…* round an act, or \* for a plain sign"),
        (r"_+", Code.PRS007, "underscore {}", r"write *…* round an act, or \_ for a plain sign"),
    )
)
#: No sign that is refused is longer; what is, is cut.
_SIGN = 200


def cut(text: str) -> str:
    """A text for a message, its end cut off where it is long."""
    return text if len(text) <= 60 else f"{text[:59]}…"


def _span(state: StateInline, kind: str, offset: int, text: str, target: str = "") -> None:
    token = Token(kind, "", 0, content=text)
    token.meta = {"offset": offset, "target": target}
    state.tokens.append(token)


def _wrong(state: StateInline, offset: int, code: Code, message: str, hint: str) -> None:
    state.env["wrong"].append((offset, code, message, hint))


def _text(state: StateInline, silent: bool) -> bool:
    match = _TEXT.match(state.src, state.pos, state.posMax)
    if match:
        _span(state, "text", state.pos, match[0])
        state.pos = match.end()
    return bool(match)


def _escape(state: StateInline, silent: bool) -> bool:
    match = _ESCAPE.match(state.src, state.pos)
    if match:
        _span(state, "text", state.pos, match[1])
        state.pos = match.end()
    return bool(match)


def _mark(state: StateInline, silent: bool) -> bool:
    match = _MARK.match(state.src, state.pos)
    if match:
        _span(state, "mark", state.pos, match[1])
        state.pos = match.end()
    return bool(match)


def _link(state: StateInline, silent: bool) -> bool:
    match = _LINK.match(state.src, state.pos)
    if match:
        label = _ESCAPE.sub(r"\1", match[1])
        if _OUTSIDE.match(match[2]):
            message = f"link to {cut(match[2])!r}, expected a target such as art:26"
            _wrong(
                state, state.pos, Code.MRK002, message, "prose links inside the handbook and to what the record lists"
            )
            _span(state, "text", state.pos, label)
        else:
            _span(state, "link", state.pos, label, match[2])
        _inside(state, match.start(1), match.end(1))
        state.pos = match.end()
    return bool(match)


def _act(state: StateInline, silent: bool) -> bool:
    if state.src.startswith("**", state.pos):
        hint = "only acts are emphasised, with one * on each side"
        _wrong(state, state.pos, Code.PRS007, "bold **, expected nothing", hint)
        state.pos += 2
        return True
    match = _ACT.match(state.src, state.pos)
    if match:
        _span(state, "act", state.pos, _ESCAPE.sub(r"\1", match[1]))
        _inside(state, match.start(1), match.end(1))
        state.pos = match.end()
    return bool(match)


def is_refused(text: str, offset: int) -> bool:
    """Whether a sign in a text would be refused without a backslash before it."""
    return text[offset] in "<{!`_&" and any(form.match(text, offset) for form, *_ in _REFUSED)


def _refuse(state: StateInline, offset: int, end: int) -> int:
    """Note what another Markdown would give a meaning here; how many signs it takes."""
    for form, code, message, hint in _REFUSED:
        if match := form.match(state.src, offset, min(end, offset + _SIGN)):
            _wrong(state, offset, code, message.format(cut(match[0])), hint)
            return len(match[0])
    return 1


def _inside(state: StateInline, offset: int, end: int) -> None:
    """In a label or an act are words and escaped signs, nothing else."""
    while offset < end:
        plain = _TEXT.match(state.src, offset, end) or _ESCAPE.match(state.src, offset, end)
        offset = plain.end() if plain else offset + _refuse(state, offset, end)


def _foreign(state: StateInline, silent: bool) -> bool:
    """A sign that no rule took: refuse it if it could be more than itself, and keep it as text."""
    offset = state.pos
    image = _LINK.match(state.src, offset + 1) if state.src.startswith("![", offset) else None
    size = _refuse(state, offset, state.posMax)
    _span(state, "text", offset, image[1] if image else state.src[offset : offset + size])
    state.pos = image.end() if image else offset + size
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


def tokens(text: str) -> list[Token]:
    """The blocks of a page without its front matter. Words of a block are in an `inline` token behind it."""
    return _PARSER.parse(text)


def inline(text: str) -> tuple[list[Token], list[Wrong]]:
    """The spans of a block's words (`text`, `mark`, `link`, `act`), each with its offset in `meta["offset"]`."""
    env: dict[str, list[Wrong]] = {"wrong": []}
    out: list[Token] = []
    _PARSER.inline.parse(text, _PARSER, env, out)
    return out, env["wrong"]
