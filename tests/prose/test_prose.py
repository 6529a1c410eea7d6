"""The grammar of prose: docs/prose.md is true line by line, nothing breaks the parser, places point at things."""

from __future__ import annotations

import random
import re
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from handbook.findings.codes import Area, Code
from handbook.findings.finding import Finding, Place
from handbook.model.prose import Call, Clause, Heading, Note, Page, Span
from handbook.prose import parsing
from handbook.prose.signatures import SIGNATURES, read_call
from handbook.targets.addresses import anchor_of
from handbook.targets.grammar import FORMS, Target, parse_target
from handbook.targets.paths import page_of
from tests.outline import LABELS, outline, told

ROOT = Path(__file__).resolve().parents[2]
MANUAL = ROOT / "docs" / "prose.md"
PAGES = sorted(path for path in (ROOT / "content").rglob("*.md"))
DECISION = "CP-1/1"
FRONT = f"---\ndecision: {DECISION}\n---\n"


def parse(text: str, language: str = "en") -> tuple[Page, list[Finding]]:
    """The page of a decision whose front matter is not in `text`."""
    page, findings = parsing.parse_page("x.md", language, "x", FRONT + text)
    assert page is not None
    return page, findings


# --- the manual -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Example:
    """A fenced block of Markdown; `expected` is the block of text after it, None where there is none."""

    line: int
    words: tuple[str, ...]
    text: str
    expected: str | None

    @property
    def front(self) -> str:
        """What stands before the example: nothing if it is a whole page."""
        return "" if "page" in self.words else FRONT

    @property
    def language(self) -> str:
        return next((word for word in self.words if word != "page"), "en")

    def parsed(self) -> tuple[Page | None, list[Finding]]:
        return parsing.parse_page("x.md", self.language, "x", self.front + self.text)

    def shown(self) -> str:
        page, findings = self.parsed()
        before = self.front.count("\n")
        return told(findings, before) if page is None or findings else outline(page, before)


def fences(text: str) -> Iterator[tuple[int, str, str]]:
    """Fenced blocks: line, what stands after the opening fence, text. An unclosed one runs to the end."""
    opened, words, first = "", "", 0
    inside: list[str] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not opened and (found := re.fullmatch(r"(`{3,})(.*)", line)):
            opened, words, first, inside = found[1], found[2], number, []
        elif opened and line == opened:
            yield first, words, "".join(f"{one}\n" for one in inside)
            opened = ""
        elif opened:
            inside.append(line)
    if opened:
        yield first, words, "".join(f"{one}\n" for one in inside)


def examples(text: str) -> list[Example]:
    out: list[Example] = []
    blocks = [*fences(text), (0, "markdown", "")]
    for (line, words, block), (_, after, expected) in pairwise(blocks):
        if words.split(" ")[0] == "markdown":
            has = after == "text"
            out.append(Example(line, tuple(words.split(" ")[1:]), block, expected.rstrip("\n") if has else None))
    return out


TEXT = MANUAL.read_text(encoding="utf-8")
EXAMPLES = examples(TEXT)
READ = [example for example in EXAMPLES if not example.parsed()[1]]
REFUSED = [example for example in EXAMPLES if example.parsed()[1]]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"line-{example.line}")
def test_example_reads_as_shown(example: Example) -> None:
    assert example.expected is not None, f"docs/parsing.md:{example.line}: no ```text block after the example"
    assert example.shown() == example.expected


def test_manual_has_no_other_fences() -> None:
    found = [words.split(" ")[0] for _, words, _ in fences(TEXT)]
    assert found == ["markdown", "text"] * len(EXAMPLES)
    assert {word for example in EXAMPLES for word in example.words} <= {"page", "zh", "ar"}


def test_example_without_its_reading_is_seen() -> None:
    text = "```markdown\na\n```\n\n```markdown zh\nb\n```\n\n```text\nc\n```\n"
    assert examples(text) == [Example(1, (), "a\n", None), Example(5, ("zh",), "b\n", "c")]


def test_every_finding_of_the_parser_has_an_example() -> None:
    own = {code for code in Code if code.area in (Area.PROSE, Area.MARKUP)}
    shown = {finding.code for example in REFUSED for finding in example.parsed()[1]}
    assert own - shown == set()
    assert {code.area for code in shown - own} <= {Area.FIELDS}, "findings of the front matter's own readers"


def test_every_kind_of_thing_has_an_example() -> None:
    pages = [page for example in READ if (page := example.parsed()[0])]
    clauses = [clause for page in pages for clause in every_clause(page)]
    assert {clause.kind for clause in clauses} == set(LABELS)
    assert {span.kind for page in pages for span in every_span(page)} == {"text", "act", "link", "mark"}
    assert {block.level for page in pages for block in page.blocks if isinstance(block, Heading)} == {1, 2, 3}
    assert {block.name for page in pages for block in page.blocks if isinstance(block, Call)} == set(SIGNATURES)
    assert any(clause.tail for clause in clauses)
    assert any(span.kind == "link" and not span.text for page in pages for span in every_span(page))
    assert {note.mark[0] for page in pages for note in page.notes} == {"1", "s"}


def test_examples_are_right_addresses() -> None:
    """What is read has an address, and each its own."""
    for example in READ:
        page, _ = example.parsed()
        assert page is not None
        nodes = list(page.walk())
        headings = [node.address for node in nodes if isinstance(node, Heading)]
        clauses = [node.address for node in nodes if isinstance(node, Clause)]
        for addresses in (headings, clauses):
            assert "" not in addresses
            assert len(addresses) == len(set(addresses))


def test_every_scheme_has_an_example() -> None:
    links = [span.target for example in READ for page in [example.parsed()[0]] if page for span in every_span(page)]
    targets = [parse_target(link, DECISION) for link in links if link]
    assert [target for target in targets if isinstance(target, str)] == []
    assert {link.partition(":")[0] for link in links if link} == set(FORMS)


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    _, _, after = TEXT.partition(f"\n{heading}\n")
    lines = [
        line for line in re.split(r"^## ", after, maxsplit=1, flags=re.MULTILINE)[0].split("\n") if line[:1] == "|"
    ]
    return [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_table_of_references() -> None:
    """Each row leads where it says; each scheme has one."""
    table = rows("## References")
    for written, _, leads in table:
        target = parse_target(written, DECISION)
        assert isinstance(target, Target), written
        anchor = anchor_of(target)
        assert page_of(target) + (f"#{anchor}" if anchor else "") == leads
    assert {written.partition(":")[0] for written, _, _ in table} == set(FORMS)


def test_table_of_macros() -> None:
    found = {}
    for written, _ in rows("## Macros"):
        page, findings = parse(f"{written}\n")
        assert findings == []
        [call] = page.blocks
        assert isinstance(call, Call)
        found[call.name] = type(read_call(call))
    assert found == SIGNATURES


def test_links_inside_the_manual() -> None:
    heads = [line.lstrip("# ") for line in prose_lines() if re.match("#+ ", line)]
    anchors = [re.sub(r"[^\w -]", "", head.lower()).replace(" ", "-") for head in heads]
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]*)\)", "\n".join(prose_lines()))) <= set(anchors)


def prose_lines() -> list[str]:
    """The manual without its fenced blocks."""
    return re.sub(r"^(`{3,}).*?^\1$", "", TEXT, flags=re.MULTILINE | re.DOTALL).split("\n")


# --- single points ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("labels", "ids"),
    [
        ("(a) (b) (c)", "a b c"),
        ("(a) (i) (ii) (b)", "a a-i a-ii b"),
        ("(g) (h) (i) (j)", "g h i j"),
        ("(h) (i)", "h i"),
        ("(h) (i) (ii) (iii)", "h h-i h-ii h-iii"),
        ("(h) (i) (i) (ii) (j)", "h i i-i i-ii j"),
        ("(h) (i) (ii) (i) (j)", "h h-i h-ii i j"),
        ("(a) (i) (ii) (iii) (iv) (v) (vi) (b)", "a a-i a-ii a-iii a-iv a-v a-vi b"),
        ("(u) (v) (w) (x) (y)", "u v w x y"),
        ("(c) (i) (d)", "c c-i d"),
        ("(i) (ii) (iii)", "i ii iii"),
        ("(a) (1) (2) (b) (1)", "a a-1 a-2 b b-1"),
        ("(a) (i) (1) (2) (ii)", "a a-i a-i-1 a-i-2 a-ii"),
        ("(aa) (bb)", "aa bb"),
    ],
)
def test_labels(labels: str, ids: str) -> None:
    """Levels come from the labels alone."""
    text = "1. All:\n" + "".join(f"{label} x;\n" for label in labels.split(" "))
    page, findings = parse(text)
    assert findings == []
    assert [node.address for node in page.walk()] == ["p1", *(f"p1-{id}" for id in ids.split(" "))]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1.\nOn the next line", '1:1 paragraph 1, address p1\n  2:1 words "On the next line"'),
        ("1.", "1:1 paragraph 1, address p1"),
        ("[^1]:\n  Below", '1:1 footnote 1, address fn-1\n  2:3 words "Below"'),
        ("A\n    b\n  c", '1:1 clause, address pre-1\n  1:1 words "A b c"'),
        ("A\n\u3000\nB", '1:1 clause, address pre-1\n  1:1 words "A"\n3:1 clause, address pre-2\n  3:1 words "B"'),
        (
            "1. A:\n(a) b,\n  c\n  d",
            """\
1:1 paragraph 1, address p1
  1:4 words "A:"
  2:1 letter (a), address p1-a
    2:5 words "b,"
  3:3 closing words
    3:3 words "c d\"""",
        ),
        ("\\(a) b", '1:1 clause, address pre-1\n  1:1 words "(a) b"'),
        ("[a\\]b](par:1)", '1:1 clause, address pre-1\n  1:1 link "a]b" to par:1'),
        ("[a (b)](par:1 (c))", '1:1 clause, address pre-1\n  1:1 link "a (b)" to par:1 (c)'),
        ("\\a \\", '1:1 clause, address pre-1\n  1:1 words "\\a \\"'),
        ("{{table('2',-3 , True)}}", '1:1 macro table "2" -3 True'),
        ("  {{ header ( ) }}  ", "1:3 macro header"),
        ("1. A\n{{ header() }}\nB", None),
    ],
)
def test_reading(text: str, shown: str | None) -> None:
    page, findings = parse(text)
    assert findings == []
    lines = outline(page, 3)
    if shown is None:
        assert [type(block) for block in page.blocks] == [Clause, Call, Clause]
        assert list(page.walk())[-1].address == "", "text after the first number of a part is no clause"
    else:
        assert lines == shown


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A <b [x](par:1)[^1] c", ["1:3: MRK001"]),
        ("A [x<br>](par:1) *y<hr>*", ["1:5: MRK001", "1:20: MRK001"]),
        ("[a](par:1\n)", ["1:1: PRS006"]),
        ("![a [b](c) d](e)", ["1:1: MRK002"]),
        ("A ````` b", ["1:3: MRK003"]),
        ("[x]( JaVaScRiPt:y)", ["1:1: MRK002"]),
        ("[x](vbscript:y)", ["1:1: MRK002"]),
        ("*" * 7, ["1:1: PRS007", "1:3: PRS007", "1:5: PRS007", "1:7: PRS007"]),
        ("*a\nb*", ["1:1: PRS007", "2:2: PRS007"]),
        ("*\\*", ["1:1: PRS007"]),
        ("\u3000## A", ["1:2: PRS005"]),
        ("A\n> b", ["2:1: PRS005"]),
        ("1. > a", []),
        ("{{ table(0xffff) }}", ["1:1: PRS003"]),
        ("{{ table(1.5) }}", ["1:1: PRS003"]),
        ('{{ table("a\\n") }}', ["1:1: PRS003"]),
        ("{{ table(1234567890) }}", ["1:1: PRS003"]),
        ("{{ a() + b() }}", ["1:1: PRS003"]),
        ("{{ a() }} {{ b() }}", ["1:1: PRS002", "1:11: PRS002"]),
        ("{{ a()", ["1:1: PRS002"]),
    ],
)
def test_refusals(text: str, lines: list[str]) -> None:
    """Place and code only: the words are in the manual."""
    _, findings = parse(text)
    assert [line[: len(line.partition(": ")[0]) + 8] for line in told(findings, 3).split("\n") if line] == lines


def test_messages_stay_short() -> None:
    long = "x" * 3000
    for text in (f"[a](https://{long})", f"<{long}>", f"# a {long}", f"{{{{ {long} }}}}", "`" * 3000, "_" * 3000):
        _, findings = parse(text)
        assert findings != []
        assert all(len(str(finding)) < 250 for finding in findings)


# --- what holds for every page ----------------------------------------------------------------------------------------


def every_clause(page: Page) -> Iterator[Clause]:
    def walk(clause: Clause) -> Iterator[Clause]:
        yield clause
        for item in clause.items:
            yield from walk(item)

    for block in page.blocks:
        if isinstance(block, Clause):
            yield from walk(block)


def every_span(page: Page) -> Iterator[Span]:
    for clause in every_clause(page):
        yield from clause.spans + clause.tail
    for note in page.notes:
        yield from note.spans


def every_block(page: Page) -> Iterator[Call | Clause | Heading | Note]:
    for block in page.blocks:
        if not isinstance(block, Clause):
            yield block
    yield from every_clause(page)
    yield from page.notes


def written(span: Span) -> str:
    """A span as its source has it, but for backslashes."""
    forms = {"text": "{0}", "act": "*{0}*", "link": "[{0}]({1})", "mark": "[^{0}]"}
    return forms[span.kind].format(span.text, span.target)


def label(block: Call | Clause | Heading | Note, source: str) -> str:
    """What a block must start with; a goal's item may have a full stop."""
    if isinstance(block, Call):
        return "{{"
    if isinstance(block, Heading):
        return f"{'#' * block.level} {block.id}"
    if isinstance(block, Note):
        return f"[^{block.mark}]:"
    if block.kind == "goal":
        return f"{block.label}." if source.startswith(f"{block.label}.") else str(block.label)
    forms = {"plain": "", "bullet": "-", "paragraph": f"{block.label}."}
    return forms.get(block.kind, f"({block.label})")


def misplaced(page: Page, text: str) -> list[str]:
    """Places that do not point at a block's label or a span's mark or words; backslashes do not count."""
    lines = text.split("\n")
    joint = "" if page.language == "zh" else " "
    out = []
    for block in every_block(page):
        source = lines[block.place.line - 1][block.place.column - 1 :]
        if not re.sub(r"\s+", " ", source).startswith(label(block, source)):
            out.append(f"{block.place} {type(block).__name__}")
    for span in every_span(page):
        at = span.place
        first = lines[at.line - 1][at.column - 1 :].rstrip()
        rest = joint.join((first, *(line.strip() for line in lines[at.line : at.line + 40])))
        if not rest.replace("\\", "").startswith(written(span).replace("\\", "")):
            out.append(f"{at} {span.kind} {span.text!r}")
    return out


def squashed(text: str) -> str:
    return re.sub(r"[\s\\]+", "", text)


def put_together(page: Page, text: str) -> str:
    """The text of a page from its blocks, without white space and backslashes."""
    lines = text.split("\n")
    pieces: list[tuple[Place, str]] = []
    for block in every_block(page):
        source = lines[block.place.line - 1][block.place.column - 1 :]
        pieces.append((block.place, source if isinstance(block, Call) else label(block, source)))
        if isinstance(block, Clause | Note):
            pieces.append((block.place, "".join(map(written, block.spans))))
        if isinstance(block, Clause) and block.tail:
            pieces.append((block.tail[0].place, "".join(map(written, block.tail))))
    return squashed("".join(piece for _, piece in sorted(pieces, key=lambda one: one[0])))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT / "content").with_suffix("").as_posix())
def test_pages_of_the_handbook(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    language = path.relative_to(ROOT / "content").parts[0]
    page, findings = parsing.parse_page("x.md", language, "x", text)
    assert findings == []
    assert page is not None
    assert misplaced(page, text) == []
    assert f"---{page.subject[0]}:{page.subject[1]}---{put_together(page, text)}" == squashed(text)


@pytest.mark.parametrize("example", READ, ids=lambda example: f"line-{example.line}")
def test_places_and_words_of_the_examples(example: Example) -> None:
    page, _ = example.parsed()
    assert page is not None
    text = example.front + example.text
    assert misplaced(page, text) == []
    assert squashed(text).endswith(put_together(page, text))


# --- soup -------------------------------------------------------------------------------------------------------------

STARTS = (
    "1. |6. |12.|(a) |(b) |(h) |(i) |(ii) |(v) |(1) |A.5.1. |A.5.2 |- |# annex|## A|### b-1|## |#x|[^1]: |[^s1]: |"
    "{{ header() }}|{{ table('2') }}|{{ x |{% y|> |* |+ |1) |---|===|```|| | a |(abcdef) |(abcdefg) |\\(a) |\\#"
).split("|")
PIECES = (
    "word|Parties |and |, |;|. |*Urges* |*also invites*|[Article 26](art:26)|[](par:6/a)|[^1]|[^s1]|\\*|\\[x\\]|(a) |"
    "条约|المادة |2031. |<b>|</b>|<|<!-- x -->|&amp;|& |{{ y() }}|{%|`|_|__x__|**|*|[|]|](|[a](|)|![p](q)|"
    "[x](https://y)|[x](javascript:y(1))|\\|{|}|!|\u00a0|\u200f|😀|[a*b](par:1)|*a[b*"
).split("|")
INDENTS = ("", "", "", "    ", "  ", "\t", "\u3000", "        ")
SIGNS = "[]()*_`<>{}!\\&#-+=|~.:^% \n\t1ai"
SOME = [1, 2, 3, 5, 8, 13, 40]


def a_line(dice: random.Random) -> str:
    start = dice.choice(STARTS) if dice.random() < 0.5 else ""
    return dice.choice(INDENTS) + start + "".join(dice.choices(PIECES, k=dice.choice((0, 1, 1, 2, 4, 8))))


def grammar_soup(dice: random.Random) -> str:
    return "\n".join(a_line(dice) if dice.random() < 0.85 else "" for _ in range(dice.choice(SOME)))


def sign_soup(dice: random.Random) -> str:
    return "".join(dice.choices(SIGNS, k=dice.choice(SOME) * 5))


def unicode_soup(dice: random.Random) -> str:
    """Any character that a decoded file can hold."""
    points = [dice.choice((0x7F, 0xFF, 0x6FF, 0xFFFF, 0x10FFFF)) for _ in range(dice.choice(SOME) * 3)]
    signs = [chr(dice.randrange(point + 1)) for point in points]
    return "".join(sign for sign in signs if not "\ud800" <= sign <= "\udfff")


def clean_soup(dice: random.Random) -> str:
    """Lines that the grammar takes."""
    starts = [start for start in STARTS if not parse(f"{start}word")[1]]
    pieces = [piece for piece in PIECES if not parse(f"word{piece}word")[1]]
    out = []
    for _ in range(dice.choice(SOME)):
        start = dice.choice([*starts, "", ""])
        words = "".join(dice.choices(pieces, k=3)) if start[:2] not in ("{{", "##", "# ") else ""
        out.append(dice.choice(("", "", "\n", "    ")) + start + words)
    return "\n".join(out)


SOUPS = {soup.__name__: soup for soup in (grammar_soup, sign_soup, unicode_soup, clean_soup)}


@pytest.fixture
def _in_reason() -> Iterator[None]:
    """What runs for a minute will run for ever."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(60)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.usefixtures("_in_reason")
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("soup", sorted(SOUPS))
def test_soup(soup: str, language: str) -> None:
    """Nothing is raised, places lie inside the file, and what is read without a finding is read whole."""
    dice = random.Random(f"{soup} {language}")
    seen: Counter[bool] = Counter()
    for _ in range(400):
        front = dice.choice((FRONT, FRONT, "---\nplan: implementation\n---\n"))
        text = front + SOUPS[soup](dice)
        page, findings = parsing.parse_page("x.md", language, "x", text)
        assert page is not None
        lines = text.split("\n")
        places = [one.place for one in (*findings, *every_block(page), *every_span(page))]
        for place in (*places, *(node.place for node in page.walk())):
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1, text
        seen[not findings] += 1
        if not findings:
            assert misplaced(page, text) == [], text
            assert squashed(text).endswith(put_together(page, text)), text
    assert soup != "clean_soup" or seen[True] > 200


@pytest.mark.usefixtures("_in_reason")
def test_soup_without_front_matter() -> None:
    dice = random.Random(7)
    for _ in range(400):
        soup = dice.choice((grammar_soup, sign_soup, unicode_soup))(dice)
        parsing.parse_page("x.md", "en", "x", dice.choice(("", "---\n", "---\ndecision: a\n", "\n")) + soup)
        parsing.parse_page("x.md", "en", "x", f"---\n{soup}\n---\n{soup}")


# --- cost -------------------------------------------------------------------------------------------------------------

LINES = {
    "words": "word ",
    "brackets": "[",
    "closing brackets": "]",
    "nested links": "[a](",
    "deep links": "[[[a](b)](c)](d)",
    "round brackets": "[a](((",
    "marks": "[^",
    "pictures": "![",
    "asterisks": "*",
    "bold": "** ",
    "acts": "*a* ",
    "escapes": "\\*",
    "backslashes": "\\",
    "tags": "<a ",
    "comments": "<!--",
    "entities": "&a",
    "braces": "{{",
    "macros": "{{ a() }}",
    "underscores": "_a",
    "code": "` ",
    "spaces": " ",
    "labels": "(a) ",
    "figures": "1",
    "hashes": "#",
    "commas": ",'',",
}
#: What a long line may start and end with: forms that would make a careless expression try every way.
AROUND = (("", ""), ("{{ ", "x"), ("{{ a(", ") }}"), ("# a", "b"), ("## ", "/"), ("1. [", "](par:1)"), ("(a) *", "x"))


@pytest.mark.usefixtures("_in_reason")
@pytest.mark.parametrize("name", sorted(LINES))
def test_long_line(name: str) -> None:
    piece = LINES[name]
    page, _ = parse(piece * (40_000 // len(piece)))
    assert len(list(page.walk())) <= 1


@pytest.mark.usefixtures("_in_reason")
@pytest.mark.parametrize("piece", [*" #1\\", "word ", "".join(LINES.values())])
def test_line_of_200_kb(piece: str) -> None:
    for before, after in AROUND if len(piece) < 6 else AROUND[:1]:
        page, _ = parse(before + piece * (200_000 // len(piece)) + after)
        assert len(list(page.walk())) <= 1


SHORT = {
    "words": "a\n",
    "empty": "\n",
    "clauses": "a\n\n",
    "paragraphs": "1. a\n",
    "letters": "(a) a\n",
    "numerals": "(i) a\n",
    "numerals without words": "(i)\n",
    "numbers": "(1)\n",
    "bullets": "- a\n",
    "bullets and words": "- a\n  b\n",
    "closing words": "(a) a\n  b\n",
    "footnotes": "[^1]: a\n",
    "sections": "## a\n",
    "annexes": "# a\n",
    "macros": "{{ a() }}\n",
    "foreign": "> a\n",
    "levels": "1. a\n(a) b\n(i) c\n(1) d\n- e\n",
    "full": "1. *a* [b](par:1)[^1] \\* <b> `c` **d** [e\n",
    "white": "\u3000\n",
}


def cost(text: str) -> tuple[int, int]:
    """How many blocks and spans a text makes, and how many calls the parser needs for them."""
    calls = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        page, _ = parse(text)
    finally:
        sys.setprofile(None)
    return sum(1 for _ in every_block(page)) + sum(1 for _ in every_span(page)), calls


@pytest.mark.usefixtures("_in_reason")
@pytest.mark.parametrize("name", sorted(SHORT))
def test_many_lines(name: str) -> None:
    """20,000 lines after a paragraph."""
    lines = SHORT[name]
    page, _ = parse("1. a\n" + lines * (20_000 // lines.count("\n")))
    assert len(list(page.walk())) <= 20_001


@pytest.mark.parametrize("name", sorted(SHORT))
def test_cost_grows_with_the_lines(name: str) -> None:
    few, more = (cost(SHORT[name] * times) for times in (50, 400))
    assert more[0] <= 8.2 * few[0] + 8
    assert more[1] <= 8.2 * few[1]


@pytest.mark.parametrize("name", sorted(LINES))
def test_cost_grows_with_the_line(name: str) -> None:
    few, more = (cost(LINES[name] * times) for times in (50, 400))
    assert more[0] <= 8.2 * few[0] + 8
    assert more[1] <= 8.2 * few[1]
