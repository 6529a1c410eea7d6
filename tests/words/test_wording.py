"""The words of a unit as one text, each character with its place."""

from __future__ import annotations

from handbook.findings.finding import Place
from handbook.model.prose import Page
from handbook.prose import parsing
from handbook.words.wording import HIDDEN, Wording, wordings

FRONT = "---\ndecision: CP-1/1\n---\n"


def _page(text: str, language: str = "en") -> Page:
    page, findings = parsing.parse_page("x.md", language, "x", FRONT + text)
    assert page is not None
    assert findings == []
    return page


def _one(text: str, language: str = "en") -> Wording:
    return next(iter(wordings(_page(text, language))))


def _letters(own: Wording, lines: list[str]) -> str:
    """What stands in the source where each letter of the text is said to stand."""
    places = [own.place_at(offset) for offset, sign in enumerate(own.text) if sign.isalnum()]
    return "".join(lines[place.line - 1][place.column - 1] for place in places)


def test_every_letter_stands_where_it_is_said_to() -> None:
    source = (
        "1. *Urges* Parties\n   to see [the old\nlist](par:2) and a\\*b\\.c,[^1]\nand [](art:2) again:\n"
        "    (a) Item;\n    and so\n    on.\n"
    )
    own = _one(source)
    lines = (FRONT + source).split("\n")
    assert own.text == f"Urges Parties to see the old list and a*b.c, and {HIDDEN} again:\nand so on."
    assert _letters(own, lines) == "".join(filter(str.isalnum, own.text))


def test_lines_of_chinese_are_joined_with_nothing() -> None:
    source = "1. *敦促*缔约方\n阅读[旧\n清单](par:2)。\n"
    own = _one(source, "zh")
    assert own.text == "敦促缔约方阅读旧清单。"
    assert _letters(own, (FRONT + source).split("\n")) == "敦促缔约方阅读旧清单"


def test_labels_are_hidden_sign_by_sign() -> None:
    own = _one("1. *Urges* Parties to read [paragraph 7](par:7) twice.\n")
    assert own.unlinked == f"Urges Parties to read {HIDDEN * 11} twice."
    assert len(own.unlinked) == len(own.text)


def test_units_then_footnotes() -> None:
    page = _page("Words[^1],\n\n1. *Urges*:\n    (a) All;\n\n[^1]: A note.\n")
    assert [(own.unit, own.text) for own in wordings(page)] == [
        ("pre-1", "Words,"),
        ("p1", "Urges:"),
        ("p1-a", "All;"),
        ("fn-1", "A note."),
    ]


def test_a_unit_without_words_has_its_own_place() -> None:
    own = _one("1.\n")
    assert own.text == ""
    assert own.place_at(0) == own.place == Place("x.md", 4, 1)
