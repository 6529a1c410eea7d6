"""The official text of the meeting in `tests/small`, as an import gives it: in words of its own, with its two slips."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from handbook.corpus import load_corpus
from handbook.model.corpus import Corpus
from handbook.official.model import Imported, Mark, Piece, Remark, Run, Source
from handbook.official.verifying import report
from handbook.official.verifying.run import ALL, Comparison, verify
from tests.realtree import edit


@dataclass(frozen=True)
class Printed:
    """What is printed at an address; a mark is its number and the words that it stands behind."""

    at: str
    kind: str
    words: str
    label: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    figures: tuple[str, ...] = ()


def _decision(*rows: tuple[str, str, str, str]) -> tuple[Printed, ...]:
    return tuple(Printed(f"CP-1/1#{anchor}", kind, words, label) for anchor, kind, label, words in rows)


UNITS = _decision(
    ("title", "title", "CP-1/1.", "种子"),
    ("opening", "opening", "", "缔约方会议，"),
    ("pre-1", "clause", "", "回顾《议定书》第2条第2(c)款的内容，"),
    ("pre-2", "clause", "", "又注意到第EM-I/3号决定讲了种子，"),
    ("sec-a", "heading", "A.", "报告"),
    ("p1", "paragraph", "1.", "欢迎那份种子报告；"),
    ("p2", "paragraph", "2.", "请执行秘书："),
    ("p2-a", "item", "(a)", "写信问各缔约方："),
    ("p2-a-i", "item", "㈠", "种的是什么；"),
    ("p2-a-ii", "item", "㈡", "依照《公约》第1条(j)项留下什么，"),
    ("p2-a", "tail", "", "再把回信编成清单；"),
    ("p2-b", "item", "(b)", "向第二次会议交出清单；"),
    ("sec-b", "heading", "B.", "请求"),
    ("p3", "paragraph", "3.", "敦促缔约方并邀请其他国家政府在2025年3月31日前照第EM-I/3号决定第6段和上文第3段办；"),
    ("p4", "paragraph", "4.", "决定照第II/9号决定的设想，设立本决定附件中的小组；"),
    ("annex", "heading", "附件", "小组"),
    ("annex-sec-1", "heading", "一.", "会议"),
    ("annex-p1", "paragraph", "1.", "小组的工作是："),
    ("annex-p1-a", "item", "(a)", "开两次会，至多12名成员；"),
    ("annex-p1-b", "item", "(b)", "看第2(b)段的清单。"),
    ("annex-p2", "paragraph", "2.", "第1(a)段的会议任人旁听。"),
    ("fn-s1", "note", "*", "夜里通过。"),
    ("fn-1", "note", "1", "巴西所写。"),
    ("fn-2", "note", "2", "CBD/CP/1/2，附件一。"),
)
MARKS = {
    "CP-1/1#title": (("s1", "种子"),),
    "CP-1/1#p1": (("1", "报告"),),
    "CP-1/1#annex-p1-a": (("2", "成员"),),
}
CELLS = (
    Printed("CP-1/1#a-1", "goal", "缔约方知道怎么存种子", "A.1."),
    Printed("CP-1/1#a-1-activities-i", "cell", "讲授怎么存；", "㈠"),
    Printed("CP-1/1#a-1-activities-ii", "cell", "为执行计划目标A.1印指南；", "㈡"),
    Printed("CP-1/1#a-1-outcomes-1", "cell", "有人教课"),
    Printed("CP-1/2#a-1", "goal", "种子由缔约方存好", "A.1."),
    Printed("CP-1/2#a-1-objectives-1", "cell", "存种子合乎第2条；", "A.1.1."),
    Printed("CP-1/2#a-1-objectives-2", "cell", "种子大家用。", "A.1.2."),
    Printed("CP-1/2#a-1-indicators-a", "cell", "存种子的缔约方的百分比；", "(a)"),
    Printed("CP-1/2#a-1-indicators-b", "cell", "大家用的种子有多少。", "(b)"),
    Printed("CP-1/2#a-1-outcomes-1", "cell", "种子总在"),
    Printed("CP-1/2#a-2", "goal", "种子由缔约方播好", "A.2."),
    Printed("CP-1/2#a-2-objectives-1", "cell", "播种在春天。", "A.2.1."),
    Printed("CP-1/2#a-2-indicators-a", "cell", "田地有多少，目标A.1指标(b)不计。", "(a)"),
    Printed("CP-1/2#a-2-outcomes-1", "cell", "田里是绿的"),
)


def _table(label: str, caption: str, columns: str, *rows: tuple[str, str, str, str]) -> Iterator[Printed]:
    at = f"CP-1/2#table-{label}"
    yield Printed(at, "table", caption, f"表{label}")
    for column in columns.split():
        id, name = column.split("=")
        yield Printed(f"{at}/col-{id}", "column", name)
    for id, printed, words, figures in rows:
        yield Printed(f"{at}/row-{id}", "row", words, printed, figures=tuple(figures.split()))


TABLES = (
    *_table(
        "1",
        "分摊比额",
        "party=缔约方 scale=比额表 capped=设限后的比额 contribution=会费",
        ("af", "1", "阿富汗", "0.005 0.010 1"),
        ("br", "2", "巴西", "2.000 37.490 3,749"),
        ("cn", "3", "中国", "8.000 60.000 6,000"),
        ("eu", "4", "欧洲联盟", "2.500 250"),
        ("total", "", "共计", "10.005 100.000 10,000"),
    ),
    *_table(
        "2",
        "按支出用途分列的预算",
        "line=项目 year_2025=2025年 year_2026=2026年 total=共计",
        ("programme", "一.", "方案：", ""),
        ("a", "A.", "种子", "10.0 12.0 22.0"),
        ("b", "B.", "播种", "5.5 6.0 11.5"),
        ("subtotal", "", "小计", "15.5 18.0 33.5"),
        ("support", "二.", "支助费用(10%)", "1.6 1.8 3.4"),
        ("host-country", "", "减：东道国捐款", "(2.0) (2.0) (4.0)"),
        ("net-total", "", "净额共计", "15.1 17.8 32.9"),
    ),
    *_table(
        "3",
        "按地点分列的预算",
        "line=项目 year_2025=2025年 year_2026=2026年 total=共计",
        ("barn", "", "谷仓", "9.0 9.8 18.8"),
        ("field", "", "田地", "6.5 8.2 14.7"),
        ("subtotal", "", "小计", "15.5 18.0 33.5"),
    ),
)
BOOKLET = (
    *(replace(one, marks=MARKS.get(one.at, ()) if one.kind != "tail" else ()) for one in UNITS),
    *CELLS[:4],
    Printed("CP-1/2#title", "title", "预算", "CP-1/2."),
    *CELLS[4:],
    *(
        replace(one, marks=(("3", "比额"),))
        if one.at == "CP-1/2#table-1/col-capped"
        else replace(one, marks=(("s1", "种子"),))
        if one.at == "CP-1/2#table-2/row-a"
        else one
        for one in TABLES
    ),
    Printed("CP-1/2#fn-3", "note", "看第2段。", "3"),
    Printed("CP-1/2#fn-s1", "note", "种子都是本地的。", "*"),
)

Booklet = tuple[Printed, ...]


def changed(at: str, kind: str = "", **values: Any) -> Booklet:
    """The booklet with something else at an address."""
    assert any(one.at == at for one in BOOKLET), at
    return tuple(replace(one, **values) if one.at == at and (not kind or one.kind == kind) else one for one in BOOKLET)


def without(at: str, kind: str = "") -> Booklet:
    assert any(one.at == at for one in BOOKLET), at
    return tuple(one for one in BOOKLET if not (one.at == at and (not kind or one.kind == kind)))


def with_added(after: str, *added: Printed) -> Booklet:
    place = max(place for place, one in enumerate(BOOKLET) if one.at == after) + 1
    return (*BOOKLET[:place], *added, *BOOKLET[place:])


def exchanged(one: str, other: str) -> Booklet:
    first, second = (next(place for place, each in enumerate(BOOKLET) if each.at == at) for at in (one, other))
    out = list(BOOKLET)
    out[first], out[second] = out[second], out[first]
    return tuple(out)


def imported(
    booklet: Sequence[Printed], remarks: tuple[Remark, ...] = (), heads: str = "", contents: tuple[str, ...] = ()
) -> tuple[Imported, str]:
    """The import, and the text that it is of: each piece is a line, and the heads of a plan's columns are one; the
    contents stand before all.
    """
    text = ""
    pieces: list[Piece] = []
    runs: list[Run] = []
    for line in contents:
        runs.append(Run(len(text), len(text) + len(line), "furniture", "contents"))
        text += f"{line}\n"
    for one in booklet:
        if one.kind == "goal" and heads:
            runs.append(Run(len(text), len(text) + len(heads), "furniture", "column-heads"))
            text += f"{heads}\n"
            heads = ""
        line = " ".join(filter(None, (one.label, one.words, *one.figures)))
        marks = tuple(Mark(n, one.words.index(words) + len(words)) for n, words in one.marks)
        span = ((len(text), len(text) + len(line)),) if line else ()
        pieces.append(Piece(one.at, one.kind, one.words, span, one.label, marks, one.figures))
        text += f"{line}\n"
    return Imported(Source("booklet.txt", "", len(text), "zh", "decisions"), tuple(pieces), tuple(runs), remarks), text


def corpus(tree: Path) -> Corpus:
    """The made-up tree, with a plan to each decision, as in one their addresses would be the same, and with a name for
    totals.
    """
    with (tree / "content/zh/names.yaml").open("a", encoding="utf-8") as names:
        names.write("line.total: 共计\n")
    edit(tree / "data/plans.yaml", "decision: CP-1/2, columns: [activities", "decision: CP-1/1, columns: [activities")
    return load_corpus(tree)


def told(
    sources: Corpus, booklet: Sequence[Printed], comparisons: tuple[Comparison, ...] = ALL, **more: Any
) -> list[str]:
    """Every difference, as it is printed, without those of the booklet's own two slips."""
    taken, text = imported(booklet, **more)
    found = verify(sources, taken, text, comparisons).differences
    return [line for line in map(report.line_of, found) if line.partition(": ")[2] not in SLIPS]


#: What the record's errata explain.
SLIPS = (
    "CP-1/1#p3 reference: official '第3段', record 'par:2': explained by cp-1-1-p3",
    "CP-1/1#p4 reference: official '第II/9号决定', record 'unresolved:cp-1-1-p4': explained by cp-1-1-p4",
)
