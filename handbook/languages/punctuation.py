"""What is wrong with the punctuation of a text in one language: brackets and quotation marks without their other half,
marks and words that stand twice, spaces that are missing or too many. Nothing is read but the text itself.

Left out is what may be right: `’` is an apostrophe too, `目的的` ends in two different words, `a)` is half of nothing.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_SPACES = " \u00a0\u202f\u2009\u3000"
_SPACE = f"[{_SPACES}]"
_LETTER = r"[^\W\d_]"
_HAN = "\u3400-\u9fff"
_HAN_MARKS = "，。；：、？！"
_HAN_PAIRS = "（）《》〈〉“”‘’「」"


_bare = operator.methodcaller("strip", ',;:.()[]«»“”„"،؛!?')
_WORD_AGAIN = rf"(?<![\w’'-])(?P<word>{_LETTER}+){_SPACE}+(?P=word)(?![\w’'-])"
#: Arabic says `فقرة فقرة`, paragraph by paragraph; particles and words with the article do not stand so.
_ARABIC_AGAIN = (
    rf"(?<!\w)(?P<word>ال\w{{3,}}|من|في|على|إلى|عن|أن|إن|مع|أو|ما|لا|هذا|هذه|ذلك|تلك|التي|الذي|بين|كل|قد|بما)"
    rf"{_SPACE}+(?P=word)(?!\w)"
)
_HAN_MARKS_AGAIN = rf"[{_HAN_MARKS}](?:(?<=[，。；：、])[{_HAN_MARKS}]+|(?<=[？！])[？！]{{2}})"
#: A particle can hardly stand twice; what words end or begin with it is left out.
_HAN_AGAIN = (
    r"(?<![目有别标])的的(?!确)",
    r"(?<!不)了了(?![解结之])",
    r"(?<![自])由由|把把|被被|于于|这这|并并(?!联)|(?<!间)或或|(?<![邀申恳])请请(?!求)|向向|让让",
    rf"(?P<word>[{_HAN}]{{3,8}})(?P=word)",
)


#: Between texts that are looked at together: nothing reaches from one into the next.
BREAK = "\u2029"
_EDGE = re.compile(f"[{_SPACES}\n{BREAK}]")


@dataclass(frozen=True)
class Slip:
    """What is wrong, where it begins: what was found, and what was expected."""

    start: int
    found: str
    expected: str


@dataclass(frozen=True)
class Punctuation:
    """One language. `pairs` are its brackets and quotation marks, opening and closing; `even` are marks of which one
    shape opens and closes; `half` says that sub-paragraphs are cited with one bracket: `8 j)`.

    `tight` are the marks that nothing parts from the word before, `wide` those that a space does, `after` those that a
    space follows. `marks` and `words` are expressions of what stands twice by mistake, `twice` words that may.
    """

    pairs: tuple[str, ...]
    even: str = ""
    half: bool = False
    tight: str = ",.;:!?"
    wide: str = ""
    after: str = ",;:"
    marks: str = r"[,;:.!?](?:(?<=[,;:])[,;:.]+|(?<=(?<!\.)\.)\.(?!\.)|(?<=[!?])[!?]{2})"
    words: tuple[str, ...] = (_WORD_AGAIN,)
    twice: tuple[str, ...] = ()

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
        half = r"(?P<half>(?<![\w(])(?:[a-zа-я]|[ivx]{1,5}|\d{1,2})\))|" if self.half else ""
        signs = re.escape("".join((*self.pairs, self.even)))
        return re.compile(f"{half}[{signs}{BREAK}]")

    @cached_property
    def rules(self) -> tuple[tuple[re.Pattern[str], str], ...]:
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
        if self.after:
            forms.append((rf"[{after}](?<=[^\W\d_].)(?=[^\W\d_])", "a space after the mark"))
            forms.append((rf"\.(?<={_LETTER}{_LETTER}\.)(?=[A-ZА-ЯÉÀ]\w)", "a space after the mark"))
            forms.append(("  +", "one space"))
        else:
            before, behind = _HAN + _HAN_MARKS + _HAN_PAIRS, _HAN + _HAN_PAIRS
            forms.append((f"[{_SPACES}](?<=[{before}].)[{_SPACES}]*(?=[{behind}])", "no space"))
        return tuple((re.compile(form), expected) for form, expected in forms)

    @cached_property
    def doubled(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Marks and words that stand twice."""
        return re.compile(self.marks), re.compile("|".join(self.words))


PUNCTUATION: Mapping[str, Punctuation] = {
    "zh": Punctuation(
        ("（）", "()", "《》", "〈〉", "“”", "‘’", "「」", "[]"),
        tight=_HAN_MARKS,
        after="",
        marks=_HAN_MARKS_AGAIN,
        words=_HAN_AGAIN,
    ),
    "en": Punctuation(("()", "[]", "“”"), '"', twice=("had", "that")),
    "fr": Punctuation(
        ("()", "[]", "«»", "“”"),
        half=True,
        tight=",.",
        wide=";:!?",
        twice=("nous", "vous"),
    ),
    "es": Punctuation(("()", "[]", "«»", "“”", "¿?", "¡!"), half=True),
    "ru": Punctuation(("()", "[]", "«»", "„“"), half=True),
    "ar": Punctuation(
        ("()", "[]", "«»"),
        '"“”',
        tight="،؛؟.:!",
        after="،؛:",
        marks=r"[،؛:,;.!؟](?:(?<=[،؛:,;])[،؛:,;.]+|(?<=(?<!\.)\.)\.(?!\.)|(?<=[!؟])[!؟]{2})",
        words=(_ARABIC_AGAIN,),
    ),
}


def slips(text: str, language: str) -> Iterator[Slip]:
    """What is wrong with the punctuation of a text, or of texts with BREAK between them."""
    form = PUNCTUATION[language]
    yield from _unpaired(text, form)
    for rule, expected in form.rules:
        for found in rule.finditer(text):
            start = found.start("at") if "at" in rule.groupindex else found.start()
            yield Slip(start, _round(text, start, found.end()), expected)
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
    if not form.after:
        yield 0, len(text)
        return
    start = 0
    for one in text.split(BREAK):
        words = list(map(_bare, one.split()))
        if any(map(operator.eq, words, words[1:])):
            yield start, start + len(one)
        start += len(one) + 1


def _round(text: str, start: int, end: int) -> str:
    """What was found with the words on both sides of it, or a few signs of a text without spaces."""
    before = _EDGE.split(text[max(0, start - 16) : start])[-1]
    after = _EDGE.split(text[end : end + 16])[0]
    return before + text[start:end] + after


def _unpaired(text: str, form: Punctuation) -> Iterator[Slip]:
    """Halves without their other half. A bracket of a citation may close an open one or none."""
    found: list[re.Match[str]] = []
    for sign in form.signs.finditer(text):
        if sign[0] != BREAK:
            found.append(sign)
        elif found:
            yield from _unmatched(found, form)
            found = []
    yield from _unmatched(found, form)


def _unmatched(found: list[re.Match[str]], form: Punctuation) -> Iterator[Slip]:
    """The same of one text, of which these are the brackets and quotation marks."""
    lone = _lone(found, form, closes=False)
    if form.half and lone:
        lone = min(lone, _lone(found, form, closes=True), key=len)
    for start, sign in lone:
        if sign in form.even:
            yield Slip(start, sign, "another one that closes it")
        elif sign in form.opening:
            yield Slip(start, sign, f"{form.opening[sign]!r} after it")
        else:
            yield Slip(start, sign, f"{form.closing[sign]!r} before it")


def _lone(found: list[re.Match[str]], form: Punctuation, closes: bool) -> list[tuple[int, str]]:
    """Positions and signs without a partner. `closes`: brackets of citations close what is open."""
    open_: list[tuple[int, str]] = []
    lone: list[tuple[int, str]] = []
    for one in found:
        sign, start = one[0][-1], one.end() - 1
        if len(one[0]) > 1 and not (closes and open_ and open_[-1][1] == "("):
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
