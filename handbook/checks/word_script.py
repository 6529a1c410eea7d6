"""A text is in the script of its language, in prose and in names: no Chinese left in English, no Latin words in
Chinese, Russian or Arabic but names, symbols and labels, no letters that only look right, no punctuation of another
script.

data/terms.yaml lists the names that may stand in Latin letters. An erratum may quote what the source prints.

Bad:  这是draft文本,尚未定稿。
Good: 这是草案文本，尚未定稿。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from handbook.beside.namekeys import PLACEHOLDER
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.languages import LANGUAGES, SOURCE
from handbook.languages.punctuation import Slip
from handbook.languages.scripts import WORDS, Strays
from handbook.model.corpus import Corpus
from handbook.model.names import Names
from handbook.words.wording import HIDDEN, wordings


def look(corpus: Corpus) -> Iterator[Problem]:
    strays = {code: Strays(language.script, corpus.record.latin) for code, language in LANGUAGES.items()}
    for page in corpus.pages.values():
        for own in wordings(page):
            for slip in strays[page.language].find(own.text):
                yield _problem(slip, own.place_at(slip.start), own.unit)
    for names in corpus.names.values():
        for key, text in _texts(names):
            for slip in strays[names.language].find(text):
                yield _problem(slip, names.texts[key].place)


MARKUP = re.compile(r"[<>]|&#?\w+;|\]\(|://|www\.")
#: What an erratum quotes from the source: a few signs, never a sentence.
QUOTED = regex.compile(f"{LANGUAGES[SOURCE].script.letters}{{1,12}}")


def _texts(names: Names) -> Iterator[tuple[str, str]]:
    """Names without placeholders, errata without what they quote; one that holds markup is left to names-markup."""
    for key, name in names.texts.items():
        if MARKUP.search(name.text):
            continue
        text = PLACEHOLDER.sub(HIDDEN, name.text)
        quotes = key.startswith("erratum.") and names.language != SOURCE
        yield key, QUOTED.sub(HIDDEN, text) if quotes else text


def _problem(slip: Slip, place: Place, unit: str = "") -> Problem:
    hint = (
        "write it in this language, or list the name in data/terms.yaml under `latin`" if slip.expected == WORDS else ""
    )
    return Problem(place, f"{slip.actual!r}, expected {slip.expected}", hint, unit)


CHECK = Check(
    Code.WD003,
    hint="write it in the letters and marks of this language",
    look=look,
    waivable=True,
)
