"""A page begins with its macro lines, each once: header(), then opening() of a decision or plan() of a plan.

A page about the handbook has header() alone.

Bad:  {{ opening() }} before {{ header() }}, or after the first paragraph
Good: {{ header() }}, {{ opening() }}, then the text
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import decision_pages, draft_pages, misread, plan_pages, text_pages
from handbook.beside.sequence import Kind, compare
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.model.corpus import Corpus
from handbook.model.prose import Call, Page
from handbook.prose.signatures import SIGNATURES

FIRST = ("header", "opening", "plan")


def look(corpus: Corpus) -> Iterator[Problem]:
    for page, decision in decision_pages(corpus):
        yield from _calls(corpus, page, ["header", "opening"] if decision.opening else ["header"])
    for page, _ in plan_pages(corpus):
        yield from _calls(corpus, page, ["header", "plan"])
    for page, _ in draft_pages(corpus):
        yield from _calls(corpus, page, ["header"])
    for page, _ in text_pages(corpus):
        yield from _calls(corpus, page, ["header"])


def _calls(corpus: Corpus, page: Page, wanted: list[str]) -> Iterator[Problem]:
    calls = [(at, block) for at, block in enumerate(page.blocks) if isinstance(block, Call)]
    found = [(call.name, call.place) for _, call in calls if call.name in FIRST]
    garbled = misread(corpus, page.path, Code.PRS002, Code.PRS003) or any(
        call.name not in SIGNATURES for _, call in calls
    )
    both = compare(found, wanted, page.blocks[0].place if page.blocks else Place(page.path))
    told = set()
    for one in both.differences:
        told.add(one.id)
        if one.kind is Kind.MISSING and not garbled:
            rank = wanted.index(one.id)
            place = page.blocks[rank].place if rank < len(page.blocks) else one.place
            yield Problem(place, f"no line {_line(one.id)}, expected it at the top")
        elif one.kind is Kind.MOVED:
            where = f"after {_line(one.expected)}" if one.expected else "first"
            there = f"after {_line(one.after)}" if one.after else "first"
            yield Problem(one.place, f"line {_line(one.id)} stands {there}, expected {where}")
        elif one.kind is Kind.REPEATED:
            yield Problem(one.place, f"line {_line(one.id)} again, expected it once")
        elif one.kind is Kind.ADDED:
            wants = _line(one.expected) if one.expected else "none such on this page"
            yield Problem(one.place, f"line {_line(one.id)}, expected {wants}")
    for at, call in calls:
        text = any(not isinstance(block, Call) for block in page.blocks[:at])
        if text and call.name in wanted and call.name not in told:
            told.add(call.name)
            yield Problem(call.place, f"line {_line(call.name)} stands in the text, expected it at the top")


def _line(name: str) -> str:
    return f"{{{{ {name}() }}}}"


CHECK = Check(
    Code.PG004,
    hint="begin a decision with header() and opening(), a plan with header() and plan(), any other page with header()",
    look=look,
)
