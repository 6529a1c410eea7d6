"""What official words cite, and where a target is cited in them.

Chinese cites from the whole to the part: what stands last says most, and what it is a part of stands before it, or goes
without saying. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from handbook.languages.citing import GOAL, plain
from handbook.languages.numerals import CHINESE_VALUES
from handbook.official.flow import Range
from handbook.official.verifying.folding import places_in
from handbook.targets.grammar import INSTRUMENTS, Target
from handbook.words import labels
from handbook.words.unlinked import Citation, citations_in

#: A part that is cited by its name → the words for it.
NAMED = {"annex": "附件|所附", "appendix": "附录", "preamble": "序言|前言"}
#: Not an annex by its name: 附件一, 附件 2; a word may begin like a numeral, 附件一并.
_NUMERAL = r"(?!\s?(?:[一二三四五六七八九十]{1,3}(?![并样起同定些般致分])|[IVX]+|\d))"
#: An instrument's name directly before a number.
_INSTRUMENT = re.compile(r"(?:(?P<sup>补充议定书)|(?P<art>议定书)|(?P<conv>公约))》?(?:的规定|的)?\s*$")
#: What another instrument than the Protocol is called.
_OTHERS = {"conv": "公约", "sup": "补充议定书"}
_MEETING = re.compile(
    r"第\s?(?:[一二三四五六七八九十百]+|\d+)(?:次或第(?:[一二三四五六七八九十]+|\d+))*[次届](?:缔约方)?会议"
)
_ORDINAL = re.compile(r"第\s?([一二三四五六七八九十]+|\d+)")
#: Between a symbol and the word for a part of it: 第CP-9/13号决定的附件, CBD/SBI/3/3，附件.
_OF_IT = re.compile(r"\s?号?(?:文件|决定|决议|建议)?[，,]?\s?的?")
#: What goes on in a list though no word of citing follows it: 表1a和1b, 附件一和二.
_LISTED = re.compile(r"(?:表|附件|附录)\s?(?:\d{1,2}[a-z]?|[一二三四五六七八九十]{1,3})$")
_CARRIED = re.compile(r"(?:(?:、|和|及|或|至)(?:\d{1,2}[a-z]|[一二三四五六七八九十]{1,3}(?=[。，；、,;)]|$)))+")
#: An item of a goal, by its column and label: 目标A.1指标(b).
_AT_GOAL = re.compile(rf"{GOAL}$")
_ITEM = regex.compile(r"的?\p{Han}{2,8}\s?\([a-z]{1,4}\)")
#: Between two numbers of one citation stand so many signs at most.
_BETWEEN = 6
#: Before a part of the decision itself.
_HERE = re.compile(r"(?:上文|下文|上述|本决定)(?:所附)?$")


@dataclass(frozen=True)
class Said:
    """A number, letter or symbol that is cited: its part of the words, and which citation it stands in."""

    token: labels.Token
    span: Range
    group: int

    @property
    def sort(self) -> str:
        """What may stand for it: a symbol for a symbol, an article for an article."""
        return "symbol" if "/" in self.token.text else self.token.kind or "sign"


@dataclass(frozen=True)
class Context:
    """What goes without saying: `own` is the decision that the words are of, `above` the tokens of the unit's own
    address, `plans` the names of plans with the decisions and the ids by which targets know them, `bodies` those that
    have meetings.
    """

    own: str
    above: tuple[str, ...] = ()
    plans: tuple[tuple[str, tuple[str, ...]], ...] = ()
    bodies: tuple[str, ...] = ()


class Cited:
    """The citations of words in one language."""

    def __init__(self, text: str, language: str, context: Context) -> None:
        self.text = text
        self.language = language
        self.context = context
        self.groups: tuple[Citation, ...] = citations_in(text, language)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every token of every citation, in order."""
        result: list[Said] = []
        shown = plain(self.text)
        for order, group in enumerate(self.groups):
            offset = group.start
            form = _CARRIED if _LISTED.search(group.text) else _ITEM if _AT_GOAL.search(group.text) else None
            carried = form.match(shown, offset + len(group.text)) if form else None
            whole = shown[offset : carried.end() if carried else offset + len(group.text)]
            for token in labels.label_tokens(whole, self.language):
                start = max(shown.find(token.text, offset), offset)
                offset = start + len(token.text)
                result.append(Said(token, (start, offset), order))
        return tuple(result)

    @cached_property
    def named(self) -> tuple[tuple[str, Range], ...]:
        """Annexes, appendices and preambles that are cited by the word."""
        return tuple(
            (part, match.span())
            for part, words in NAMED.items()
            for match in re.finditer(f"(?:{words}){_NUMERAL}", self.text)
        )

    @cached_property
    def meetings(self) -> tuple[tuple[int, Range], ...]:
        """Meetings by their ordinals: 第二十五次或第二十六次会议 are two."""
        return tuple(
            (int(one[1]) if one[1].isdigit() else CHINESE_VALUES.get(one[1], 0), match.span())
            for match in _MEETING.finditer(self.text)
            for one in _ORDINAL.finditer(match[0])
        )

    # --- where a target is cited

    def spans(self, target: Target, name: str = "", printed: str = "") -> list[Range]:
        """The parts of the words that cite a target, none where nothing does. `name` is a meeting's, `printed` what
        stands for a target that is not resolved.
        """
        if target.scheme == "meeting":
            return self._meeting(target, name)
        last = target.parts[-1] if target.parts else ""
        whole = labels.target_tokens(target.whole, printed)[0]
        expected = labels.target_tokens(target, printed)[0]
        if last in NAMED:
            words = [span for part, span in self.named if part == last]
            return [span for word in words for span in self._above(expected, target, word, len(self.said))]
        # A range such as 8-17 is two tokens.
        length = (
            len(labels.target_tokens(Target("unresolved", "x", target.parts[-1:]))[0]) if target.parts else len(whole)
        )
        ranges: list[Range] = []
        for first in range(len(self.said) - length + 1 if length else 0):
            ends = self.said[first : first + length]
            if all(self._agrees(said, sign, target) for said, sign in zip(ends, expected[-length:], strict=True)):
                ranges += self._above(expected[:-length], target, (ends[0].span[0], ends[-1].span[1]), first)
        return ranges

    def _above(self, expected: Sequence[labels.TargetToken], target: Target, span: Range, first: int) -> list[Range]:
        """`span` with the tokens of what it is a part of, which stand before it or go without saying; none where
        something else stands there.
        """
        ranges = [span]
        behind = next((place for place in range(first) if self.said[place].span >= span), first)
        for sign in reversed(expected):
            place = self._nearest(sign, behind, span)
            if place is None:
                if not self._understood(sign, target):
                    return []
            elif self._agrees(self.said[place], sign, target):
                ranges.insert(0, self.said[place].span)
                behind = place
            elif not (self._understood(sign, target) and not self._of(place, span, first)):
                return []
        if target.scheme in INSTRUMENTS and not self._instrument(ranges[0][0], target.scheme):
            return []
        return ranges

    def _nearest(self, sign: labels.TargetToken, behind: int, span: Range) -> int | None:
        """The last token before that is of the same sort."""
        sort = "symbol" if "/" in sign.text else sign.kind
        return next(
            (
                place
                for place in range(behind - 1, -1, -1)
                if self.said[place].span < span and (sort is None or self.said[place].sort in (sort, "sign"))
            ),
            None,
        )

    def _agrees(self, said: Said, expected: labels.TargetToken, target: Target) -> bool:
        if expected.agrees(said.token):
            return True
        # Of documents in a list, the later ones may leave out how all of them begin: CBD/SBI/2/INF/1 and INF/2.
        text = said.token.text
        begin = expected.text.removesuffix(text)
        listed = target.scheme == "doc" and "/" in text and begin.endswith("/")
        return listed and any(one.token.text.startswith(begin) for one in self.said if one.span < said.span)

    def _understood(self, sign: labels.TargetToken, target: Target) -> bool:
        """Whether a token may be left out: the decision's own symbol, one that a plan's name stands for, or what the
        unit itself is a part of.
        """
        if "/" not in sign.text:
            return self._is_here(target) and sign.text in self.context.above
        if self._is_here(target):
            return True
        return any(target.id in known and name in self.text for name, known in self.context.plans)

    def _is_here(self, target: Target) -> bool:
        return target.scheme == "dec" and target.id == self.context.own

    def _of(self, place: int, span: Range, first: int) -> bool:
        """Whether what stands at `span` is said of the token: in one citation with it, or directly behind it."""
        if _HERE.search(self.text[: self._head(span[0])]):
            return False
        said = self.said[place]
        if first < len(self.said) and self.said[first].span[0] == span[0]:
            return said.group == self.said[first].group
        return bool(_OF_IT.fullmatch(self.text, said.span[1], span[0]))

    def _head(self, place: int) -> int:
        """Where the citation of a number begins: at its 第 or its bracket."""
        return place - 1 if self.text[max(place - 1, 0) : place] in ("第", "(", "（") else place

    def _instrument(self, place: int, scheme: str) -> bool:
        """Whether an article is of this instrument: one named directly before it is; without a name it is the
        Protocol's, or of the one named before.
        """
        match = _INSTRUMENT.search(self.text[: self._head(place)])
        if match:
            return match.lastgroup == scheme
        return scheme == "art" or _OTHERS[scheme] in self.text[:place]

    def _meeting(self, target: Target, name: str) -> list[Range]:
        """A meeting is cited by its ordinal behind its body's name; one of the Parties themselves needs none. One that
        has no number is cited by its name.
        """
        number = target.id.rpartition("-")[2]
        if not number.isdigit():
            return list(places_in(name, self.text))
        parties = self.context.own.partition("/")[0].rpartition("-")[0].lower() == target.id.rpartition("-")[0]
        body = body_of(name)
        return [
            span
            for ordinal, span in self.meetings
            if ordinal == int(number) and (parties or self._is_of(body, self.text[: span[0]]))
        ]

    def _is_of(self, body: str, before: str) -> bool:
        """Whether a meeting is of a body, by its name or the end of it, unless that is the end of another's."""
        nearest = max((one for one in self.context.bodies if one in before), key=before.rfind, default=body)
        return body[-3:] in before and (nearest == body or nearest[-3:] != body[-3:])


def body_of(meeting: str) -> str:
    """Whose meeting it is, by its name."""
    return _MEETING.sub("", meeting)


def together(spans: Iterator[Range] | Sequence[Range], text: str) -> Iterator[Range]:
    """Parts of a text that have next to nothing between them, as one, with the signs of citing round them."""
    merged: list[Range] = []
    for start, end in sorted(spans):
        between = text[merged[-1][1] : start] if merged else ""
        near = len(between) <= _BETWEEN and not re.search(r"[，。；：,;:]", between)
        if merged and (near or _OF_IT.fullmatch(between)):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    for start, end in merged:
        before = 1 if text[max(start - 1, 0) : start] in ("第", "(", "（") and start else 0
        behind = re.match(r"[)）]?(?:号决定|号决议|[条款段项节])?", text[end:])
        yield start - before, end + (behind.end() if behind else 0)
