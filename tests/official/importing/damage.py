"""The kinds of damage that a booklet's text comes with. Each is a small function of a booklet's words, of the style in
which it is printed, or of its printed pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.official.importing.booklet import Block, Booklet, Decision, Element, Goal, Note, Part, Segment, Table
from tests.official.importing.printing import Page, Row, Style

Words = Callable[[Booklet, Random], Booklet]
Pages = Callable[[Sequence[Page], Random], list[Page]]


def _same_words(booklet: Booklet, random: Random) -> Booklet:
    return booklet


def _same_style(style: Style) -> Style:
    return style


def _same_pages(pages: Sequence[Page], random: Random) -> list[Page]:
    return list(pages)


@dataclass(frozen=True)
class Damage:
    words: Words = _same_words
    style: Callable[[Style], Style] = _same_style
    pages: Pages = _same_pages


# --- words: what is printed wrongly is expected as printed ------------------------------------------------------------


def _each(booklet: Booklet, change: Callable[[Segment], Segment]) -> Booklet:
    """A booklet with every segment changed."""

    def element(one: Element) -> Element:
        if isinstance(one, Block):
            return Block(tuple(map(change, one.segments)))
        if isinstance(one, Table):
            rows = tuple((change(segment), figures) for segment, figures in one.rows)
            return replace(one, caption=change(one.caption), rows=rows)
        goals = (Goal(change(goal.words), tuple(tuple(map(change, cell)) for cell in goal.cells)) for goal in one.goals)
        return replace(one, goals=tuple(goals))

    def decision(one: Decision) -> Decision:
        return replace(one, elements=tuple(map(element, one.elements)))

    return replace(booklet, decisions=tuple(map(decision, booklet.decisions)))


def _spelled(segment: Segment, change: Callable[[str], str]) -> Segment:
    return replace(segment, parts=tuple(change(part) if isinstance(part, str) else part for part in segment.parts))


_WIDTHS = str.maketrans("，；：（）", ",;:()", "")
_HALVES = str.maketrans("()", "（）", "")


def widths(booklet: Booklet, random: Random) -> Booklet:
    """Signs of half width among those of full width, and the reverse."""

    def change(text: str) -> str:
        return "".join(
            letter.translate(random.choice((_WIDTHS, _HALVES))) if random.random() < 0.3 else letter for letter in text
        )

    return _each(booklet, lambda one: one if one.kind in ("row", "table") else _spelled(one, change))


def brackets(booklet: Booklet, random: Random) -> Booklet:
    """Brackets that nothing opens or closes."""

    def change(text: str) -> str:
        if random.random() >= 0.08 or len(text) < 8:
            return text
        place = random.randrange(4, len(text))
        return f"{text[:place]}{random.choice('[]')}{text[place:]}"

    return _each(booklet, lambda one: one if one.kind in ("row", "table", "title") else _spelled(one, change))


def doubled_characters(booklet: Booklet, random: Random) -> Booklet:
    """A character that stands twice, as in 补补救."""

    def change(text: str) -> str:
        if random.random() >= 0.1:
            return text
        places = [place for place, letter in enumerate(text) if place > 8 and "\u4e00" <= letter <= "\u9fff"]
        place = random.choice(places) if places else 0
        return text[:place] + text[place : place + 1] + text[place:] if places else text

    return _each(booklet, lambda one: one if one.kind == "row" else _spelled(one, change))


def label_missing(booklet: Booklet, random: Random) -> Booklet:
    """Now and then a paragraph, an item or a cell's item has lost its label."""

    def change(segment: Segment) -> Segment:
        loses = segment.kind in ("paragraph", "item", "cell") and random.random() < 0.04
        return replace(segment, label="") if loses else segment

    return _each(booklet, change)


def run_in(booklet: Booklet, random: Random) -> Booklet:
    """Sub-paragraphs that stood on lines of their own run into their paragraph's sentence."""

    def decision(one: Decision) -> Decision:
        out: list[Element] = []
        joining = False
        for element in one.elements:
            first = element.segments[0] if isinstance(element, Block) else None
            if first and first.kind == "paragraph":
                joining = random.random() < 0.7
            elif joining and first and first.kind == "item" and isinstance(element, Block):
                last = out[-1]
                assert isinstance(last, Block)
                out[-1] = Block(last.segments + element.segments)
                continue
            else:
                joining = False
            out.append(element)
        return replace(one, elements=tuple(out))

    return replace(booklet, decisions=tuple(map(decision, booklet.decisions)))


def marks_moved(booklet: Booklet, random: Random) -> Booklet:
    """Marks behind the sign that they stood before, and the reverse."""

    def change(segment: Segment) -> Segment:
        parts: list[Part] = list(segment.parts)
        for place, part in enumerate(parts):
            before = parts[place - 1] if place else ""
            after = parts[place + 1] if place + 1 < len(parts) else ""
            if not isinstance(part, Note) or not isinstance(before, str) or not isinstance(after, str):
                continue
            if after[:1] in tuple("，；。") and random.random() < 0.7:
                parts[place - 1 : place + 2] = [before + after[0], part, after[1:]]
            elif not after and before[-1:] in tuple("，；。") and random.random() < 0.7:
                parts[place - 1 : place + 2] = [before[:-1], part, before[-1]]
        return replace(segment, parts=tuple(parts))

    return _each(booklet, lambda one: one if one.kind == "row" else change(one))


def note_number_doubled(booklet: Booklet, random: Random) -> Booklet:
    """A note and its mark that have the number of the one before."""

    def change(segment: Segment) -> Segment:
        return replace(
            segment,
            parts=tuple(
                replace(part, label=str(int(part.label) - 1))
                if isinstance(part, Note) and part.label.isdigit() and part.label != "1" and random.random() < 0.12
                else part
                for part in segment.parts
            ),
        )

    return _each(booklet, change)


# --- style ------------------------------------------------------------------------------------------------------------


def over_pages(style: Style) -> Style:
    """Short pages: nearly every paragraph runs over one, with notes in the middle of it."""
    return replace(style, height=11)


def furniture(style: Style) -> Style:
    """A page number and a running head on every page, in the middle of sentences."""
    return replace(style, height=16, heads=1.0)


def form_feeds(style: Style) -> Style:
    return replace(style, height=20, heads=0.3, feeds=("\f", "\f", "\f "))


def blanks(style: Style) -> Style:
    """Wide blanks and tabs behind labels."""
    return replace(style, gaps=("\u2003", "\t\u2003", " \t ", "\u3000", "  "), dots=(".\u2003", ".\t", " .  "))


def labels_crowded(style: Style) -> Style:
    """Labels without a blank behind them."""
    return replace(style, gaps=("", "", " "), dots=(".", ". "), labels=(".", " .", "．"))


def blank_inside(style: Style) -> Style:
    return replace(style, parted=0.08)


def no_blanks(style: Style) -> Style:
    return replace(style, crowded=0.9)


def marks_spaced(style: Style) -> Style:
    return replace(style, spaced=0.6)


def rows_broken(style: Style) -> Style:
    return replace(style, broken=0.4)


def torn(style: Style) -> Style:
    return replace(style, torn=(0, 1, 2))


# --- pages ------------------------------------------------------------------------------------------------------------


def _places(pages: Sequence[Page], *, plan: bool) -> list[int]:
    return [place for place, page in enumerate(pages) if page.decision and page.plan is plan]


def plan_page_doubled(pages: Sequence[Page], random: Random) -> list[Page]:
    """A page of each plan that comes twice."""
    out = list(pages)
    for decision in sorted({page.decision for page in pages if page.plan}):
        places = [place for place, page in enumerate(out) if page.plan and page.decision == decision]
        place = random.choice(places[1:] or places)
        out.insert(place + 1, out[place])
    return out


def page_doubled(pages: Sequence[Page], random: Random) -> list[Page]:
    """Pages of prose that come twice."""
    out = list(pages)
    for place in sorted(random.sample(_places(pages, plan=False), 3), reverse=True):
        out.insert(place + 1, out[place])
    return out


def first_rows_lost(pages: Sequence[Page], random: Random) -> list[Page]:
    """A plan that begins in the middle of a cell: its heads and first goals are gone."""
    out = list(pages)
    for decision in sorted({page.decision for page in pages if page.plan}):
        place = next(place for place, page in enumerate(out) if page.plan and page.decision == decision)
        rows = out[place].rows
        first, *kept = rows[random.randint(len(rows) // 4, len(rows) // 2) :]
        out[place] = replace(out[place], rows=(replace(first, text=f" {first.text}"), *kept))
    return out


def pages_shuffled(pages: Sequence[Page], random: Random) -> list[Page]:
    """Neighbouring pages that changed places, one pair in six."""
    out = list(pages)
    for place in range(2, len(out) - 1, 12):
        out[place], out[place + 1] = out[place + 1], out[place]
    return out


def truncated(pages: Sequence[Page], random: Random) -> list[Page]:
    """The file ends in the middle of a line."""
    place = random.randrange(len(pages) // 2, len(pages))
    rows = list(pages[place].rows)
    cut = random.randrange(1, len(rows))
    last = rows[cut]
    rows = [*rows[:cut], Row(last.text[: len(last.text) // 2], "cut")]
    return [*pages[:place], replace(pages[place], rows=tuple(rows))]


# --- the list ---------------------------------------------------------------------------------------------------------


def _all_words(booklet: Booklet, random: Random) -> Booklet:
    for change in (widths, doubled_characters, run_in, marks_moved, brackets):
        booklet = change(booklet, random)
    return booklet


def _all_styles(style: Style) -> Style:
    return replace(
        form_feeds(blanks(style)),
        feeds=("\f", " "),
        spaced=0.2,
        broken=0.1,
        crowded=0.2,
        parted=0.02,
        torn=(1,),
    )


def _all_pages(pages: Sequence[Page], random: Random) -> list[Page]:
    return first_rows_lost(plan_page_doubled(pages, random), random)


#: Name → what is done. `none` is what every extraction has: narrow lines, notes and page furniture in mid-sentence.
KINDS: Mapping[str, Damage] = {
    "none": Damage(),
    "paragraphs over pages": Damage(style=over_pages),
    "furniture in mid-sentence": Damage(style=furniture),
    "form feeds": Damage(style=form_feeds),
    "wide blanks and tabs": Damage(style=blanks),
    "labels without a blank": Damage(style=labels_crowded),
    "blank lines inside paragraphs": Damage(style=blank_inside),
    "no blank lines between them": Damage(style=no_blanks),
    "half width and full width": Damage(words=widths),
    "sub-paragraphs run in": Damage(words=run_in),
    "marks at other signs": Damage(words=marks_moved, style=marks_spaced),
    "note numbers doubled": Damage(words=note_number_doubled),
    "doubled characters": Damage(words=doubled_characters),
    "stray brackets": Damage(words=brackets),
    "labels missing": Damage(words=label_missing),
    "rows broken over lines": Damage(style=rows_broken),
    "plans torn": Damage(style=torn),
    "plans torn, a page doubled": Damage(style=torn, pages=plan_page_doubled),
    "plans torn, first rows lost": Damage(style=torn, pages=first_rows_lost),
    "pages of prose doubled": Damage(pages=page_doubled),
    "pages shuffled": Damage(pages=pages_shuffled),
    "file truncated": Damage(pages=truncated),
    "nearly all at once": Damage(_all_words, _all_styles, _all_pages),
}
