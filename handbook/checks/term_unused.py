"""Every term of the glossary is used: the source language's prose has one of its forms somewhere. A form that it never
has is most often misspelt.

Nothing is reported while a page of the source language is missing or misread, as the term may stand there.

Bad:  term.ponds: 池糖   where the prose has 池塘
Good: term.ponds: 池塘
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.beside.outline import misread, subjects
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.languages import SOURCE
from handbook.model.corpus import Corpus
from handbook.words.terms import TermFinder, terms_of_page


def look(corpus: Corpus) -> Iterator[Problem]:
    names = corpus.names[SOURCE]
    pages = [corpus.page(SOURCE, kind, id) for kind, id in subjects(corpus.record) if kind in ("decision", "plan")]
    if any(page is None or misread(corpus, page.path) for page in pages):
        return
    finder = TermFinder(names, corpus.record.terms)
    used = {term for page in pages if page for term in terms_of_page(page, finder)}
    for term in corpus.record.terms.values():
        forms = names.term_forms(term.id)
        if forms and term.id not in used:
            place = names.texts[f"term.{term.id}"].place
            yield Problem(place, f"term {forms[0]!r} is used nowhere, expected it in the prose in {SOURCE}")


CHECK = Check(
    Code.GL001,
    hint="mend the form, add what the prose says after |, or take the term out of data/glossary.yaml and names.yaml",
    look=look,
)
