"""A page → its text, in the one form that prose is written in: what `handbook format` puts into files.

A unit is one line. A sub-paragraph is indented by four spaces for each level, closing words as the items before them;
the lines of a plan's cell are not, as all of them are on one level. A blank line stands between blocks, but not between
macro lines without arguments or between the lines of a list. Footnotes are the last lines.
Only signs that would be read as something else have a backslash.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.model.prose import Block, Call, Clause, Heading, Page, Span
from handbook.prose.blocks import FOREIGN
from handbook.prose.rules import BULLET, GOAL_ITEM, ITEM, NUMBERED, is_refused

INDENT = " " * 4
#: Kinds of clauses that stand alone between blank lines; the others are the lines of a list.
ALONE = ("plain", "paragraph")
#: What begins a line with a meaning: form, and the sign in it that a backslash makes plain.
_BEGINNINGS = (
    (NUMBERED, re.compile(r"\.")),
    (GOAL_ITEM, re.compile(r"\.")),
    (ITEM, re.compile(r"\(")),
    (BULLET, re.compile("-")),
    (FOREIGN, re.compile(r"(?<=\d)\)|(?<!\d)\D")),
)


def written_page(page: Page, front: str) -> str:
    """The text of a page behind its front matter, which stays as it is written."""
    lines = [line for block in _blocks(page) for line in block]
    return "\n".join([front.rstrip("\n"), *lines]) + "\n"


def _blocks(page: Page) -> Iterator[list[str]]:
    step = 0 if page.subject[0] == "plan" else 1
    before: Block | None = None
    for block in page.blocks:
        together = isinstance(block, Call) if before is None else _together(before, block)
        yield [*([] if together else [""]), *_block(block, step)]
        before = block
    if page.notes:
        yield ["", *(f"[^{note.mark}]: {_words(note.spans)}".rstrip() for note in page.notes)]


def _together(before: Block, block: Block) -> bool:
    """Whether two blocks follow each other without a blank line: macro lines, and lines of a list."""
    if isinstance(before, Clause) and isinstance(block, Clause):
        return before.kind not in ALONE and block.kind not in ALONE
    return all(isinstance(one, Call) and not one.arguments for one in (before, block))


def _block(block: Block, step: int) -> Iterator[str]:
    if isinstance(block, Call):
        yield f"{{{{ {block.name}({', '.join(map(_argument, block.arguments))}) }}}}"
    elif isinstance(block, Heading):
        yield f"{'#' * block.level} {block.id}"
    else:
        yield from _clause(block, 0, step)


def _argument(value: str | int) -> str:
    if not isinstance(value, str):
        return str(value)
    return f"'{value}'" if '"' in value else f'"{value}"'


def _clause(clause: Clause, depth: int, step: int) -> Iterator[str]:
    """The lines of a clause. `step` is how many levels deeper the items under it are written."""
    yield INDENT * depth + (_labelled(clause) if clause.label or clause.kind == "bullet" else _line(clause.spans))
    list_below = clause.kind == "plain" and any(item.kind == "bullet" for item in clause.items)
    if list_below:
        yield ""
    for item in _before_tail(clause):
        yield from _clause(item, depth if list_below else depth + step, step)
    if clause.tail:
        last = list(_before_tail(clause)[-1].walk())[-1]
        if last.kind in ("bullet", "goal"):
            yield ""  # else the words would carry its line on
        yield INDENT * (depth + 1) + _line(clause.tail)
    for item in clause.items[len(_before_tail(clause)) :]:
        yield from _clause(item, depth + step, step)


def _before_tail(clause: Clause) -> tuple[Clause, ...]:
    """The items before the closing words: all of them, but where words stand between two items by mistake."""
    if not clause.tail:
        return clause.items
    return tuple(item for item in clause.items if item.place < clause.tail[0].place)


def _labelled(clause: Clause) -> str:
    marks = {"paragraph": "{}.", "goal": "{}.", "bullet": "-"}
    label = marks.get(clause.kind, "({})").format(clause.label)
    return f"{label} {_words(clause.spans)}".rstrip()


def _line(spans: tuple[Span, ...]) -> str:
    """Words that begin a line, where a plain text must not look like a label or another Markdown."""
    words = _words(spans)
    if spans[0].kind != "text":
        return words
    for form, sign in _BEGINNINGS:
        if form.match(words) and (match := sign.search(words)):
            return f"{words[: match.start()]}\\{words[match.start() :]}"
    return words


def _words(spans: tuple[Span, ...]) -> str:
    written = ""
    for span in spans:
        if written.endswith("!") and span.kind in ("link", "mark"):
            written = f"{written[:-1]}\\!"  # else an image
        if span.kind == "mark":
            written += f"[^{span.text}]"
        elif span.kind == "act":
            written += f"*{_escaped(span.text)}*"
        elif span.kind == "link":
            written += f"[{_escaped(span.text, always=ALWAYS_IN_LABELS)}]({span.target})"
        else:
            written += _escaped(span.text)
    return written


ALWAYS = frozenset("\\[*")
ALWAYS_IN_LABELS = ALWAYS | {"]"}


def _escaped(text: str, always: frozenset[str] = ALWAYS) -> str:
    return "".join(
        f"\\{sign}" if sign in always or is_refused(text, position) else sign for position, sign in enumerate(text)
    )
