"""What is wrong with the punctuation of a text: halves of brackets, marks and words that stand twice, spaces. Only the
text itself is read.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import regex

_SPACES = " \u00a0\u202f\u2009\u3000"
SPACE = f"[{_SPACES}]"
_LETTER = r"[^\W\d_]"

_bare = operator.methodcaller("strip", ',;:.()[]«»“”„"،؛!?')

#: The marks that most languages set right behind a word, and those of them that a space follows.
TIGHT, AFTER = ",.;:!?", ",;:"
#: Marks that stand twice, and any word that does; dots of an ellipsis and `?!` are no mistake.
MARKS_AGAIN = r"[,;:.!?](?:(?<=[,;:])[,;:.]+|(?<=(?<!\.)\.)\.(?!\.)|(?<=[!?])[!?]{2})"
WORD_AGAIN = rf"(?<![\w’'-])(?P<word>{_LETTER}+){SPACE}+(?P=word)(?![\w’'-])"

Pattern = re.Pattern[str] | regex.Pattern[str]
#: Between texts that are looked at together: nothing reaches from one into the next.
BREAK = "\u2029"
_EDGE = re.compile(f"[{_SPACES}\n{BREAK}]")


@dataclass(frozen=True)
class Slip:
    """What is wrong, where it begins: what stands there, and what was expected."""

    start: int
    actual: str
    expected: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Punctuation:
    """One language. `pairs` are its brackets and quotation marks, opening and closing; `even` are marks of which one
    shape opens and closes; `half` is a class of the letters that are cited with one bracket, `8 j)`, empty for none.

    `unspaced` is a class of the letters between which no space stands, empty where spaces part words. `tight` are the
    marks that nothing parts from the word before, `wide` those that a space does, `after` those that a space follows.
    `marks` and `words` are expressions of what stands twice by mistake, `twice` words that may.
    """

    pairs: tuple[str, ...]
    even: str
    half: str
    unspaced: str
    tight: str
    wide: str
    after: str
    marks: str
    words: tuple[str, ...]
    twice: tuple[str, ...]

    @cached_property
    def closing(self) -> Mapping[str, str]:
        return {pair[1]: pair[0] for pair in self.pairs}

    @cached_property
    def opening(self) -> Mapping[str, str]:
        return {pair[0]: pair[1] for pair in self.pairs}

    @property
    def openers(self) -> str:
        """What no space follows; French parts its « from the words."""
        return "".join(pair[0] for pair in self.pairs if not (self.wide and pair == "«»"))

    @cached_property
    def signs(self) -> re.Pattern[str]:
        """Every bracket and quotation mark, and first the half brackets of citations."""
        half = rf"(?P<half>(?<![\w(])(?:[{self.half}]|[ivx]{{1,5}}|\d{{1,2}})\))|" if self.half else ""
        signs = re.escape("".join((*self.pairs, self.even)))
        return re.compile(f"{half}[{signs}{BREAK}]")

    @cached_property
    def rules(self) -> tuple[tuple[Pattern, str], ...]:
        """What is wrong by itself, where the group `at` is or where it begins, and what is expected. Each expression
        begins with signs that are rare: most texts are only run through.
        """
        openers, tight, after = map(re.escape, (self.openers, self.tight, self.after))
        forms = [
            (rf"[{tight})\]](?<=(?P<at>[{_SPACES}]).)(?![\d.])", "no space before the mark"),
            (f"[{openers}](?P<at>[{_SPACES}]+)", "no space after the bracket"),
        ]
        if self.wide:
            forms.append((rf"[{self.wide}](?<=[\w)»].)(?=[{_SPACES}\n{BREAK}]|\Z)", "a space before the mark"))
            forms.append((rf"»(?<=[^{_SPACES}].)|«(?=[^{_SPACES}])", "a space inside the quotation marks"))
        if not self.unspaced:
            forms.append((rf"[{after}](?<=[^\W\d_].)(?=[^\W\d_])", "a space after the mark"))
            forms.append((rf"\.(?<={_LETTER}{_LETTER}\.)(?=\p{{Lu}}\w)", "a space after the mark"))
            forms.append(("  +", "one space"))
        else:
            wide = "".join(sign for sign in "".join(self.pairs) if not sign.isascii())
            before, behind = self.unspaced + self.tight + wide, self.unspaced + wide
            forms.append((f"[{_SPACES}](?<=[{before}].)[{_SPACES}]*(?=[{behind}])", "no space"))
        return tuple((_compiled(form), expected) for form, expected in forms)

    @cached_property
    def doubled(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Marks and words that stand twice."""
        return re.compile(self.marks), re.compile("|".join(self.words))


def _compiled(form: str) -> Pattern:
    """Python's own expressions are quicker; what names a script needs those of `regex`."""
    return regex.compile(form) if r"\p{" in form else re.compile(form)


def slips(text: str, form: Punctuation) -> Iterator[Slip]:
    """What is wrong with the punctuation of a text, or of texts with BREAK between them."""
    yield from _unpaired(text, form)
    for rule, expected in form.rules:
        for match in rule.finditer(text):
            start = match.start("at") if "at" in rule.groupindex else match.start()
            yield Slip(start, _round(text, start, match.end()), expected)
    marks, words = form.doubled
    for mark in marks.finditer(text):
        yield Slip(mark.start(), mark[0], "one mark")
    for first, last in _repeating(text, form):
        for again in words.finditer(text, first, last):
            once = again["word"] or again[0][-1]
            if once not in form.twice:
                yield Slip(again.start(), again[0], f"{once!r} once")


def _repeating(text: str, form: Punctuation) -> Iterator[tuple[int, int]]:
    """Where it is worth looking for words that stand twice."""
    if form.unspaced:
        yield 0, len(text)
        return
    start = 0
    for part in text.split(BREAK):
        words = list(map(_bare, part.split()))
        if any(map(operator.eq, words, words[1:])):
            yield start, start + len(part)
        start += len(part) + 1


def _round(text: str, start: int, end: int) -> str:
    """What was found with the words on both sides of it, or a few signs of a text without spaces."""
    before = _EDGE.split(text[max(0, start - 16) : start])[-1]
    after = _EDGE.split(text[end : end + 16])[0]
    return before + text[start:end] + after


def _unpaired(text: str, form: Punctuation) -> Iterator[Slip]:
    """Halves without their other half. A bracket of a citation may close an open one or none."""
    matches: list[re.Match[str]] = []
    for sign in form.signs.finditer(text):
        if sign[0] != BREAK:
            matches.append(sign)
        elif matches:
            yield from _unmatched(matches, form)
            matches = []
    yield from _unmatched(matches, form)


def _unmatched(matches: list[re.Match[str]], form: Punctuation) -> Iterator[Slip]:
    """The same of one text, of which these are the brackets and quotation marks."""
    lone = _lone(matches, form, closes=False)
    if form.half and lone:
        lone = min(lone, _lone(matches, form, closes=True), key=len)
    for start, sign in lone:
        if sign in form.even:
            yield Slip(start, sign, "another one that closes it")
        elif sign in form.opening:
            yield Slip(start, sign, f"{form.opening[sign]!r} after it")
        else:
            yield Slip(start, sign, f"{form.closing[sign]!r} before it")


def _lone(matches: list[re.Match[str]], form: Punctuation, closes: bool) -> list[tuple[int, str]]:
    """Positions and signs without a partner. `closes`: brackets of citations close what is open."""
    open_: list[tuple[int, str]] = []
    lone: list[tuple[int, str]] = []
    for match in matches:
        sign, start = match[0][-1], match.end() - 1
        if len(match[0]) > 1 and not (closes and open_ and open_[-1][1] == "("):
            continue
        if sign in form.even:
            if open_ and open_[-1][1] in form.even:
                open_.pop()
            else:
                open_.append((start, sign))
        elif sign in form.opening:
            open_.append((start, sign))
        elif any(mate == form.closing[sign] for _, mate in open_):
            while open_[-1][1] != form.closing[sign]:
                lone.append(open_.pop())
            open_.pop()
        else:
            lone.append((start, sign))
    return sorted([*lone, *open_])
