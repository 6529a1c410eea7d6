"""Prose and names are in Unicode's composed form (NFC) and hold nothing that cannot be seen: no zero-width space or
joiner, no soft hyphen, no sign of private use; no tatweel inside an Arabic word, no traditional characters in Chinese.
Such a text looks right, and search, copying and comparison miss the word.

Bad:  a soft hyphen inside a word, an accent typed as a sign of its own, 議定書, بروتـوكول
Good: the plain word, an accented letter that is one sign, 议定书, بروتوكول
"""

from __future__ import annotations

from collections.abc import Iterator

from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.languages import LANGUAGES
from handbook.languages.forms import Form
from handbook.model.corpus import Corpus
from handbook.words.wording import wordings


def look(corpus: Corpus) -> Iterator[Problem]:
    for page in corpus.pages.values():
        units = wordings(page)
        for index, form in LANGUAGES[page.language].forms.find([own.text for own in units]):
            yield Problem(units[index].place_at(form.start), _says(form))
    for names in corpus.names.values():
        known = list(names.texts.values())
        for index, form in LANGUAGES[names.language].forms.find([name.text for name in known]):
            yield Problem(known[index].place, _says(form))


def _says(form: Form) -> str:
    return f"{form.named}, expected {form.expected}"


CHECK = Check(
    Code.WD005,
    hint="take it out, or type the word again: search and copying miss it so",
    look=look,
)
