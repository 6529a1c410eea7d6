"""YAML text → tree: scalars stay what was written, everything knows its place, and what builds on itself is refused."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

import pytest

from handbook.findings.codes import Code
from handbook.findings.finding import Place
from handbook.sources.yamltree import DEEPEST, Mapping, Node, Scalar, Sequence, load_yaml


def found(text: str, line: int = 1) -> list[str]:
    return [str(finding) for finding in load_yaml("f", text, line)[1]]


def plain(node: Node | None) -> object:
    """A tree without its places."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if node else None


def walk(node: Node) -> Iterator[Node]:
    yield node
    for child in (
        node.items if isinstance(node, Sequence) else node.entries.values() if isinstance(node, Mapping) else ()
    ):
        yield from walk(child)


# --- values -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    "no|yes|on|off|true|null|~|010|0x1F|0o17|1_000|1e3|.inf|12:30|2022-12-07|2022-12-07 10:00:00|1,5|=".split("|"),
)
def test_scalars_stay_as_written(written: str) -> None:
    tree, findings = load_yaml("f", f"a: {written}\n")
    assert findings == []
    assert tree == Mapping({"a": Scalar(written, Place("f", 1, 4))}, Place("f", 1, 1), {"a": Place("f", 1, 1)})


@pytest.mark.parametrize("written", ['"null"', "'~'", '"a"', "'it''s'", '"\\t"', "|\n  a", ">\n  a"])
def test_quoted_scalars_are_not_plain(written: str) -> None:
    tree, findings = load_yaml("f", f"a: {written}\n")
    assert findings == []
    assert isinstance(tree, Mapping)
    assert tree.entries["a"].place == Place("f", 1, 4)
    assert isinstance(value := tree.entries["a"], Scalar)
    assert not value.plain


def test_merge_key_is_a_word_like_others() -> None:
    assert plain(load_yaml("f", "<<: {a: b}\n")[0]) == {"<<": {"a": "b"}}


def test_places() -> None:
    text = "# about\na: b\nc:\n  - d\n  - {e: f, g: [h]}\n  -\n    i: 'j'\n欧: é é\n"
    tree, findings = load_yaml("f", text, 10)
    assert findings == []
    assert isinstance(tree, Mapping)
    assert {key: (place.line, place.column) for key, place in tree.keys.items()} == {
        "a": (11, 1),
        "c": (12, 1),
        "欧": (17, 1),
    }
    values = [(node.value, node.place.line, node.place.column) for node in walk(tree) if isinstance(node, Scalar)]
    assert values == [("b", 11, 4), ("d", 13, 5), ("f", 14, 9), ("h", 14, 16), ("j", 16, 8), ("é é", 17, 4)]


@pytest.mark.parametrize("text", ["", "\n", "# only this\n"])
def test_nothing(text: str) -> None:
    assert load_yaml("f", text) == (None, [])


# --- what is refused --------------------------------------------------------------------------------------------------

SYNTAX = "(see YAML's syntax)"
#: Text → what is left of the tree, and the whole list of findings.
REFUSED: dict[str, tuple[str, object, list[str]]] = {
    "open list": ("a: [b\nc: d\n", None, [f"f:2:2: YML001 did not find expected ',' or ']' {SYNTAX}"]),
    "open quote": ('a: "b\n', None, [f"f:2:1: YML001 found unexpected end of stream {SYNTAX}"]),
    "tab": ("a:\n\tb: c\n", None, [f"f:2:1: YML001 found character that cannot start any token {SYNTAX}"]),
    "two colons": ("a: b: c\n", None, [f"f:1:5: YML001 mapping values are not allowed in this context {SYNTAX}"]),
    "half a list": ("- a\n-b\n", None, [f"f:3:1: YML001 could not find expected ':' {SYNTAX}"]),
    "at sign": ("a: @b\n", None, [f"f:1:4: YML001 found character that cannot start any token {SYNTAX}"]),
    "bad escape": (
        'a: "\\ud800"\n',
        None,
        [f"f:1:7: YML001 found invalid Unicode character escape code {SYNTAX}"],
    ),
    "equal keys": (
        "a: b\nc: d\na: e\n",
        {"a": "b", "c": "d"},
        ["f:3:1: YML002 key 'a' again, first on line 1 (keep one of the two)"],
    ),
    "equal keys in quotes": (
        "{a: b, 'a': {c: d}}\n",
        {"a": "b"},
        ["f:1:8: YML002 key 'a' again, first on line 1 (keep one of the two)"],
    ),
    "equal keys three times": (
        "a: b\na: c\na: d\n",
        {"a": "b"},
        [
            "f:2:1: YML002 key 'a' again, first on line 1 (keep one of the two)",
            "f:3:1: YML002 key 'a' again, first on line 1 (keep one of the two)",
        ],
    ),
    "anchor": ("a: &x b\n", {"a": "b"}, ["f:1:4: YML003 anchor &x (take it out)"]),
    "anchor of a key": ("&x a: b\n", {"a": "b"}, ["f:1:1: YML003 anchor &x (take it out)"]),
    "alias": (
        "a: &x [b]\nc: *x\n",
        {"a": ["b"], "c": ""},
        ["f:1:4: YML003 anchor &x (take it out)", "f:2:4: YML003 alias *x (write the value out)"],
    ),
    "alias of nothing": ("a: *x\n", {"a": ""}, ["f:1:4: YML003 alias *x (write the value out)"]),
    "alias of itself": (
        "&x [*x]\n",
        [""],
        ["f:1:1: YML003 anchor &x (take it out)"],
    ),
    "merge": ("<<: *x\n", {"<<": ""}, ["f:1:5: YML003 alias *x (write the value out)"]),
    "python tag": (
        "a: !!python/object/apply:os.system [ls]\n",
        {"a": ["ls"]},
        ["f:1:4: YML004 tag 'tag:yaml.org,2002:python/object/apply:os.system' (take it out: values are plain text)"],
    ),
    "own tag": ("a: !b c\n", {"a": "c"}, ["f:1:4: YML004 tag '!b' (take it out: values are plain text)"]),
    "standard tag": (
        "a: !!int 3\n",
        {"a": "3"},
        ["f:1:4: YML004 tag 'tag:yaml.org,2002:int' (take it out: values are plain text)"],
    ),
    "second document": ("a: b\n---\nc: d\n", {"a": "b"}, ["f:2:1: YML005 second document (take out the line ---)"]),
    "list as a key": ("? [a, b]\n: c\nd: e\n", {"d": "e"}, ["f:1:3: YML006 key is not a word (write a plain key)"]),
    "mapping as a key": (
        "? {a: {b: c}}\n: {d: e}\nf: g\n",
        {"f": "g"},
        ["f:1:3: YML006 key is not a word (write a plain key)"],
    ),
    "deep": (
        "a: " + "[" * DEEPEST + "b" + "]" * DEEPEST + "\n",
        None,
        [f"f:1:{DEEPEST + 3}: YML007 more than {DEEPEST} levels (write it flatter)"],
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    text, tree, findings = REFUSED[name]
    assert found(text) == findings
    assert plain(load_yaml("f", text)[0]) == tree


@pytest.mark.parametrize("name", REFUSED)
def test_places_count_from_the_given_line(name: str) -> None:
    text, _, findings = REFUSED[name]
    moved = [re.sub(r"^f:(\d+)", lambda at: f"f:{int(at[1]) + 6}", one) for one in findings]
    moved = [re.sub(r"on line (\d+)", lambda at: f"on line {int(at[1]) + 6}", one) for one in moved]
    assert found(text, 7) == moved


def test_every_code_has_a_case() -> None:
    codes = {code for code in Code if code.startswith("YML")}
    assert codes == {re.findall(r"YML\d{3}", one)[0] for _, _, findings in REFUSED.values() for one in findings}


def test_just_deep_enough() -> None:
    deep = "[" * DEEPEST + "b" + "]" * DEEPEST
    assert found(deep) == []


# --- bombs ------------------------------------------------------------------------------------------------------------


def size(node: Node | None) -> int:
    return sum(1 for _ in walk(node)) if node else 0


def test_alias_bomb() -> None:
    """Nine times nine times nine … billions if it were built; here as many nodes as the file shows."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 40)]
    tree, findings = load_yaml("f", "\n".join(lines))
    assert size(tree) == 1 + 40 * 10
    assert {finding.code for finding in findings} == {Code.YML003}
    assert len(findings) <= 2 * 40
    assert {finding.place.line for finding in findings} == set(range(1, 41))


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000, "".join(" " * n + "a:\n" for n in range(1000))],
    ids=["lists", "mappings", "items", "keys", "indents"],
)
def test_deep_ones_are_not_read_to_the_end(text: str) -> None:
    tree, findings = load_yaml("f", text)
    assert tree is None
    assert [finding.code for finding in findings] == [Code.YML007]


@pytest.mark.parametrize(
    "piece", ["- a\n", "- &a x\n", "- !a x\n", "- *a\n", "- {a: b, a: c}\n", "- '\\'\n", "- ? [a]\n  : b\n"]
)
def test_as_many_nodes_and_findings_as_lines(piece: str) -> None:
    few, more = (load_yaml("f", piece * times) for times in (100, 1000))
    assert size(more[0]) <= 10 * size(few[0])
    assert len(more[1]) == 10 * len(few[1])


# --- soup -------------------------------------------------------------------------------------------------------------

PIECES = (
    "a: |b: |- |  |\n|\n|c|[|]|{|}|, |'|\"|&a |*a |!t |!!python/name:os |? |: |---\n|...\n|#|\\|\\x00|é欧|"
    "\U0001f600|%|@|>|||~|<<: |null|2022-12-07|=|\t"
).split("|")


def test_soup() -> None:
    """Whatever the text, a tree whose places lie in the file, or a finding that says why there is none."""
    dice = random.Random(2)
    trees = 0
    for _ in range(5000):
        text = "".join(dice.choices(PIECES, k=dice.randrange(1, 25)))
        lines = text.split("\n")
        tree, findings = load_yaml("f", text)
        places = [finding.place for finding in findings] + [node.place for node in (walk(tree) if tree else ())]
        for place in places:
            assert 1 <= place.line <= len(lines) + 1
            assert place.column >= 1
        trees += tree is not None
        if isinstance(tree, Mapping):
            assert tree.entries.keys() == tree.keys.keys()
    assert trees > 500
