"""Pages about the handbook section by section, each beside the source language's. Nothing is judged here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from handbook.beside.outline import misread, text_pages
from handbook.beside.passages import Link, links_of, passages_of
from handbook.findings.finding import Place
from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.model.prose import Clause, Heading, Page
from handbook.targets.addresses import section_anchor


@dataclass(frozen=True)
class Section:
    """What stands under one heading, or before the first, which is `lead`. `place` is the heading's."""

    id: str
    place: Place
    clauses: list[Clause] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def sections(page: Page) -> dict[str, Section]:
    """By id, in the order of the page; what stands under a repeated heading counts to the first."""
    last = Section("lead", page.blocks[0].place if page.blocks else page.place)
    out = {last.id: last}
    for block in page.blocks:
        if isinstance(block, Heading):
            last = out.setdefault(block.address, Section(block.address, block.place))
        elif isinstance(block, Clause):
            last.clauses.append(block)
            last.links.extend(link for passage in passages_of(page, block) for link in links_of(page, passage))
    return out


def pairs(corpus: Corpus) -> Iterator[tuple[Section, Section]]:
    """Each section of a translated page with the source language's, where both could be read and have the
    record's headings: what stands under a wrong one is not compared.
    """
    for page, text in text_pages(corpus):
        source = corpus.page(SOURCE, "page", text.id)
        if page.language == SOURCE or source is None or misread(corpus, source.path) or misread(corpus, page.path):
            continue
        own, known = sections(page), sections(source)
        wanted = ["lead", *map(section_anchor, text.sections)]
        if list(own) == list(known) == wanted:
            yield from ((own[id], known[id]) for id in wanted)
