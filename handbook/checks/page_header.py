"""A page begins with its macro lines, each once: header(), then opening() on the page of a decision that has an
opening, or plan() on that of a plan. Any other page has header() alone.

Bad:  {{ opening() }}
      {{ header() }}
Good: {{ header() }}
      {{ opening() }}
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import decision_pages, draft_pages, misread, plan_pages, text_pages
from handbook.beside.sequence import Difference, Kind, compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.prose import Call, Page
from handbook.prose.signatures import SIGNATURES

#: Macros whose lines begin a page.
FIRST = ("header", "opening", "plan")


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, decision in decision_pages(corpus):
        yield from _macro_lines(corpus, page, ["header", "opening"] if decision.opening else ["header"])
    for page, _ in plan_pages(corpus):
        yield from _macro_lines(corpus, page, ["header", "plan"])
    for page, _ in (*draft_pages(corpus), *text_pages(corpus)):
        yield from _macro_lines(corpus, page, ["header"])


def _macro_lines(corpus: Corpus, page: Page, expected: list[str]) -> Iterator[Problem]:
    lines = [block for block in page.blocks if isinstance(block, Call)]
    # A line that could not be read, or has an unknown name, may be the one that is missing.
    readable = not misread(corpus, page.path, Code.PRS002, Code.PRS003) and all(
        line.name in SIGNATURES for line in lines
    )
    start = page.blocks[0].place if page.blocks else Place(page.path)
    heads = [(line.name, line.place) for line in lines if line.name in FIRST]
    differences = compare(heads, expected, start).differences
    for difference in differences:
        if difference.kind is not Kind.MISSING:
            yield Problem(difference.place, _says(difference))
        elif readable:
            rank = expected.index(difference.id)
            place = page.blocks[rank].place if rank < len(page.blocks) else difference.place
            yield Problem(place, f"no line {_line(difference.id)}, expected it at the top")
    yield from _in_text(page, set(expected) - {difference.id for difference in differences})


def _says(difference: Difference) -> str:
    line = f"line {_line(difference.id)}"
    if difference.kind is Kind.MOVED:
        return f"{line} stands {_after(difference.after)}, expected {_after(difference.expected)}"
    if difference.kind is Kind.REPEATED:
        return f"{line} again, expected it once"
    return f"{line}, expected {_line(difference.expected) if difference.expected else 'none such on this page'}"


def _after(name: str) -> str:
    return f"after {_line(name)}" if name else "first"


def _in_text(page: Page, names: set[str]) -> Iterator[Problem]:
    """Lines that come after the first words."""
    in_text = False
    for block in page.blocks:
        if not isinstance(block, Call):
            in_text = True
        elif in_text and block.name in names:
            names = names - {block.name}
            yield Problem(block.place, f"line {_line(block.name)} stands in the text, expected it at the top")


def _line(name: str) -> str:
    return f"{{{{ {name}() }}}}"


CHECK = Check(
    Code.PG004,
    hint="begin a decision with header() and opening(), a plan with header() and plan(), any other page with header()",
    look=look,
)
