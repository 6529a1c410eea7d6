"""Citations as a language writes them: `paragraph {n}`, 第{n}段. Put together in `handbook.words.citations`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, eq=False)
class Phrases:
    """One language. `{n}` is the number, letter or symbol; a name stands in `instrument`.

    `paragraphs` and `goals` are those of a range (`35–44`). `article_paragraph` is what follows an article,
    `lettered_section` a section that has a letter for a number. `item` is the letter that hangs on a paragraph.
    `joint` stands between the parts of a citation, `joint_of_symbol` behind a symbol or a goal.
    """

    article: str
    article_paragraph: str
    instrument: str
    decision: str
    resolution: str
    paragraph: str
    paragraphs: str
    clause: str
    item: str
    title: str
    opening: str
    preamble: str
    annex: str
    numbered_annex: str
    appendix: str
    section: str
    lettered_section: str
    footnote: str
    table: str
    line: str
    goal: str
    goals: str
    sdg: str
    target: str
    joint: str
    joint_of_symbol: str

    def numbered(self, part: str) -> str:
        """The form of a paragraph or of a range of them."""
        return self.paragraphs if "-" in part else self.paragraph
