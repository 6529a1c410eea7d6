"""A parsed page as plain text, for `docs/prose.md`: each block with its place, kind and address, and the words in it.

    1:1 paragraph 6, address p6
      1:4 act "Urges"
      1:11 words " Parties to plant:"
      2:5 letter (a), address p6-a
        2:9 words "Maize"

Places are line:column.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.findings.finding import Finding, Place
from handbook.model.prose import Call, Clause, Heading, Note, Page, Span

LABELS = {
    "paragraph": "paragraph {}",
    "letter": "letter ({})",
    "roman": "Roman numeral ({})",
    "number": "number ({})",
    "goal": "item {}",
    "plain": "clause",
    "bullet": "bullet",
}


def outline(page: Page, before: int = 0) -> str:
    """The whole page; `before` is how many lines of the file come before the first one that is counted."""
    return "\n".join(_Outline(page, before).lines())


def told(findings: list[Finding], before: int = 0) -> str:
    """Findings in the order of the file, without its path."""
    return "\n".join(str(one).removeprefix(f"{one.place.path}:") for one in sorted(_moved(findings, before)))


def _moved(findings: list[Finding], before: int) -> Iterator[Finding]:
    for one in findings:
        place = Place(one.place.path, one.place.line - before, one.place.column)
        yield Finding(place, one.code, one.message, one.hint)


class _Outline:
    def __init__(self, page: Page, before: int) -> None:
        self.page = page
        self.before = before

    def at(self, place: Place) -> str:
        return f"{place.line - self.before}:{place.column}"

    def lines(self) -> Iterator[str]:
        for waiver in self.page.waivers:
            yield f"{self.at(waiver.place)} exception from {waiver.check} at {waiver.unit}"
        for block in self.page.blocks:
            if isinstance(block, Call):
                arguments = "".join(
                    f' "{value}"' if isinstance(value, str) else f" {value}" for value in block.arguments
                )
                yield f"{self.at(block.place)} macro {block.name}{arguments}"
            elif isinstance(block, Heading):
                yield f"{self.at(block.place)} heading of level {block.level}, {self.heading(block)}"
            else:
                yield from self.clause(block, "")
        for note in self.page.notes:
            yield from self.note(note)

    def heading(self, block: Heading) -> str:
        if self.page.subject[0] == "draft":
            return f"change {block.id}"
        if self.page.subject[0] != "plan":
            return f"address {block.address}"
        return f"goal {block.id}" if block.level == 2 else f"column {block.id}"

    def clause(self, clause: Clause, indent: str) -> Iterator[str]:
        yield f"{indent}{self.at(clause.place)} {LABELS[clause.kind].format(clause.label)}{self.where(clause, indent)}"
        yield from self.spans(clause.spans, f"{indent}  ")
        for item in clause.items:
            yield from self.clause(item, f"{indent}  ")
        if clause.tail:
            yield f"{indent}  {self.at(clause.tail[0].place)} closing words"
            yield from self.spans(clause.tail, f"{indent}    ")

    def where(self, clause: Clause, indent: str) -> str:
        """The address, where something may link to it; top-level words that no unit has are said to be outside."""
        subject = self.page.subject[0]
        if subject == "page" or (clause.kind == "bullet" and subject != "plan"):
            return ""
        if clause.address:
            return f", address {clause.address}"
        return "" if indent else ", outside any unit"

    def note(self, note: Note) -> Iterator[str]:
        kind = "asterisk note" if note.mark.startswith("s") else "footnote"
        yield f"{self.at(note.place)} {kind} {note.mark.removeprefix('s')}, address fn-{note.mark}"
        yield from self.spans(note.spans, "  ")

    def spans(self, spans: tuple[Span, ...], indent: str) -> Iterator[str]:
        for span in spans:
            if span.kind == "link":
                label = f'"{span.text}"' if span.text else "without words"
                yield f"{indent}{self.at(span.place)} link {label} to {span.target}"
            elif span.kind == "mark":
                yield f"{indent}{self.at(span.place)} mark of note {span.text}"
            else:
                yield f'{indent}{self.at(span.place)} {"words" if span.kind == "text" else span.kind} "{span.text}"'
