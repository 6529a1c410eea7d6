"""The article of a built page, turned back into Markdown that another generator can render.

It keeps what costs a generator time (headings, paragraphs, lists, tables, links, emphasis) and drops the rest (scripts,
drawings, buttons, attributes but the ids of headings).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
DROPPED = frozenset("button dialog form head nav script select style svg template".split())
INLINE = frozenset("a abbr b bdi bdo br cite code em i ins mark q s small span strong sub sup time u var wbr".split())
PERMALINK = "headerlink"
HEADINGS = {f"h{level}": level for level in range(1, 7)}

# Answers the Markdown target of an address, or None where the link is to be plain text.
Resolve = Callable[[str], str | None]


@dataclass
class Element:
    """An HTML element with its children in order; text is a plain string."""

    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def all(self, tag: str) -> Iterator["Element"]:
        """Every element of this tag below, in order, not looking inside one that was found."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag == tag:
                    yield child
                else:
                    yield from child.all(tag)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def article(html: str) -> Element | None:
    """The first `article` inside `main` of a page; None where there is none."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return next((found for main in reader.root.all("main") for found in main.all("article")), None)


def markdown(element: Element, resolve: Resolve) -> str:
    """The element as Markdown, its links as `resolve` answers them."""
    return "\n\n".join(_blocks(element, resolve)) + "\n"


def _blocks(element: Element, resolve: Resolve) -> list[str]:
    blocks: list[str] = []
    run: list[Element | str] = []

    def end_run() -> None:
        text = _line(run, resolve)
        run.clear()
        if text:
            blocks.append(re.sub(r"^(\d+)([.)])|^([#>+-])", r"\1\\\2\3" if text[0].isdigit() else r"\\\3", text))

    for child in element.children:
        if isinstance(child, str) or child.tag in INLINE:
            run.append(child)
        elif child.tag not in DROPPED:
            end_run()
            blocks.extend(_block(child, resolve))
    end_run()
    return blocks


def _block(element: Element, resolve: Resolve) -> list[str]:
    if level := HEADINGS.get(element.tag):
        text = _line(element.children, resolve)
        anchor = element.attributes.get("id")
        return [f"{'#' * level} {text}" + (f" {{#{anchor}}}" if anchor else "")] if text else []
    if element.tag in {"ul", "ol"}:
        items = [_blocks(item, resolve) for item in element.all("li")]
        mark = "1." if element.tag == "ol" else "-"
        return ["\n".join(_item(mark, item) for item in items if item)]
    if element.tag == "table":
        return _table(element, resolve)
    return _blocks(element, resolve)


def _item(mark: str, blocks: list[str]) -> str:
    return f"{mark:<4}" + re.sub(r"\n(?=.)", "\n    ", "\n\n".join(blocks))


def _table(table: Element, resolve: Resolve) -> list[str]:
    rows = []
    for row in table.all("tr"):
        cells = [cell for cell in row.children if isinstance(cell, Element) and cell.tag in {"th", "td"}]
        rows.append(["<br>".join(_blocks(cell, resolve)).replace("\n", " ").replace("|", "\\|") for cell in cells])
    if not rows:
        return []
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return ["\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])]


def _line(children: list[Element | str], resolve: Resolve) -> str:
    return " ".join("".join(_inline(child, resolve) for child in children).split())


def _inline(node: Element | str, resolve: Resolve) -> str:
    if isinstance(node, str):
        return re.sub(r"([\\`*_\[\]{}<])", r"\\\1", node)
    if node.tag in DROPPED or PERMALINK in node.attributes.get("class", "").split():
        return ""
    inside = "".join(_inline(child, resolve) for child in node.children)
    text = inside.strip()
    if not text:
        return inside
    if node.tag in {"em", "strong", "i", "b"}:
        mark = "*" if node.tag in {"em", "i"} else "**"
        return inside.replace(text, f"{mark}{text}{mark}")
    if node.tag == "a" and (target := resolve(node.attributes.get("href", ""))):
        return inside.replace(text, f"[{text}]({target})")
    return inside
