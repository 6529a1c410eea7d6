"""A name is plain text: no HTML, no Markdown link, no web address, no braces but placeholders, no control characters.

Bad:  party.BR: "<b>Brazil</b>"
Good: party.BR: Brazil
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbook.beside.namekeys import PLACEHOLDER
from handbook.checks.check import Check, Problem
from handbook.findings.codes import Code
from handbook.model.corpus import Corpus

FORBIDDEN = (
    ("HTML", re.compile(r"<[A-Za-z/!?][^>]*>?|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]+\d*);")),
    ("a link", re.compile(r"\]\(|(?:https?|ftp|javascript|data|mailto):|www\.", re.IGNORECASE)),
    ("a brace", re.compile(r"[{}]")),
    # U+200E and U+200F are ordinary typing; the other bidirectional controls and what no screen shows are not.
    ("a control mark", re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")),
)


def look(corpus: Corpus) -> Iterator[Problem]:
    for names in corpus.names.values():
        for key, name in names.texts.items():
            text = PLACEHOLDER.sub("", name.text)
            for what, form in FORBIDDEN:
                found = form.search(text)
                if found:
                    yield Problem(name.place, f"name {key!r} holds {what} {found[0]!r}, expected plain text")
                    break


CHECK = Check(Code.NM003, hint="write plain words", look=look)
