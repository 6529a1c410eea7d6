"""Each comparison, on the made-up meeting: what is wrong, with the whole list of what is told, beside what is right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.importer.model import Remark
from handbook.model import Corpus
from handbook.verifying import (
    acts,
    addressees,
    contents,
    errata,
    figures,
    headings,
    notes,
    plans,
    references,
    sums,
    tables,
    units,
)
from handbook.verifying.run import ALL
from tests.realtree import edit
from tests.verifying import booklet
from tests.verifying.booklet import BOOKLET, Booklet, Printed, changed, exchanged, told, with_added, without


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The tree is read once: nothing here changes it."""
    return booklet.corpus(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("small") / "tree")))


def test_the_booklet_and_the_tree_agree(corpus: Corpus) -> None:
    assert told(corpus, BOOKLET) == []


def test_every_comparison_is_run() -> None:
    modules = (
        contents, units, headings, notes, references, figures, acts, addressees, plans, tables, sums, errata,
    )  # fmt: skip
    assert tuple(module.look for module in modules) == ALL


SMALL = Path(__file__).parent.parent / "small"
P1, P3, P4 = "CP-1/1#p1", "CP-1/1#p3", "CP-1/1#p4"
A, B = "CP-1/1#p2-a", "CP-1/1#p2-b"
TABLE, ROW_A = "CP-1/2#table-2", "CP-1/2#table-2/row-a"

WRONG: dict[str, tuple[Booklet, list[str]]] = {
    # units
    "a paragraph that is absent": (
        without(P1),
        [
            "CP-1/1#fn-1 mark: official has none, record 'p1': UNEXPLAINED",
            "CP-1/1#p1 unit: official has none, record 'p1': UNEXPLAINED",
        ],
    ),
    "a paragraph too many": (
        with_added(P4, Printed("CP-1/1#p5", "paragraph", "欢迎田地。", "5.")),
        ["CP-1/1#p5 unit: official '欢迎田地。', record has none: UNEXPLAINED"],
    ),
    "paragraphs in another order": (
        exchanged("CP-1/1#p2-a-i", "CP-1/1#p2-a-ii"),
        ["CP-1/1#p2-a-ii unit: official '依照《公约》第1条(j)项留下什么，', record 'after p2-a-i': UNEXPLAINED"],
    ),
    "a paragraph twice": (
        with_added(P1, Printed(P1, "paragraph", "欢迎那份种子报告；", "1.")),
        ["CP-1/1#p1 unit: official '欢迎那份种子报告；', record 'p1 once': UNEXPLAINED"],
    ),
    "a heading that is absent": (
        without("CP-1/1#sec-b"),
        ["CP-1/1#sec-b unit: official has none, record 'sec-b': UNEXPLAINED"],
    ),
    "another label": (
        changed(B, label="(c)"),
        ["CP-1/1#p2-b label: official '(c)', record 'b': UNEXPLAINED"],
    ),
    "closing words that are absent": (
        without(A, "tail"),
        ["CP-1/1#p2-a closing words: official has none, record 'tail': UNEXPLAINED"],
    ),
    "closing words that the record does not have": (
        with_added(B, Printed(B, "tail", "田地")),
        ["CP-1/1#p2-b closing words: official '田地', record has none: UNEXPLAINED"],
    ),
    "a decision that the record does not have": (
        with_added("CP-1/2#fn-s1", Printed("CP-1/3#title", "title", "田地", "CP-1/3.")),
        ["CP-1/3#title unit: official 'CP-1/3', record has none: UNEXPLAINED"],
    ),
    # names
    "another title": (
        changed("CP-1/1#annex", words="工作组"),
        ["CP-1/1#annex name: official '工作', record '小': UNEXPLAINED"],
    ),
    "another Party": (
        changed("CP-1/2#table-1/row-br", words="巴林"),
        ["CP-1/2#table-1/row-br name: official '林', record '西': UNEXPLAINED"],
    ),
    "another opening": (
        changed("CP-1/1#opening", words="缔约方大会，"),
        ["CP-1/1#opening name: official '大会', record '会议': UNEXPLAINED"],
    ),
    "another share behind a line": (
        changed("CP-1/2#table-2/row-support", words="支助费用(11%)"),
        ["CP-1/2#table-2/row-support name: official '(11%)', record '用': UNEXPLAINED"],
    ),
    "a line under another name": (
        changed("CP-1/2#table-3/row-subtotal", words="田地"),
        ["CP-1/2#table-3/row-subtotal name: official '田地', record '小计': UNEXPLAINED"],
    ),
    # footnotes
    "a note that is absent": (
        without("CP-1/1#fn-1"),
        ["CP-1/1#fn-1 footnote: official has none, record 'fn-1': UNEXPLAINED"],
    ),
    "notes in another order": (
        exchanged("CP-1/1#fn-1", "CP-1/1#fn-2"),
        ["CP-1/1#fn-2 footnote: official 'CBD/CP/1/2，附件一。', record 'after fn-1': UNEXPLAINED"],
    ),
    "a note too many": (
        with_added("CP-1/1#fn-2", Printed("CP-1/1#fn-3", "note", "其实没有。", "3")),
        ["CP-1/1#fn-3 footnote: official '其实没有。', record has none: UNEXPLAINED"],
    ),
    "a mark in another paragraph": (
        tuple(
            Printed(one.at, one.kind, one.words, one.label, (("1", "敦促"),) if one.at == P3 else ())
            if one.at in (P1, P3)
            else one
            for one in BOOKLET
        ),
        ["CP-1/1#fn-1 mark: official 'p3: …敦促', record 'p1': UNEXPLAINED"],
    ),
    "a mark twice": (
        changed(P4, marks=(("1", "决定"),)),
        ["CP-1/1#fn-1 mark: official 'p4: …决定', record has none: UNEXPLAINED"],
    ),
    "a mark without a note": (
        changed(P4, marks=(("7", "决定"),)),
        ["CP-1/1#fn-7 mark: official 'p4: …决定', record has none: UNEXPLAINED"],
    ),
    # references
    "another article": (
        changed("CP-1/1#pre-1", words="回顾《议定书》第3条第2(c)款的内容，"),
        ["CP-1/1#pre-1 reference: official '第3条第2(c)款', record 'art:2/2/c': UNEXPLAINED"],
    ),
    "an article of another instrument": (
        changed("CP-1/1#pre-1", words="回顾《公约》第2条第2(c)款的内容，"),
        ["CP-1/1#pre-1 reference: official '第2条第2(c)款', record 'art:2/2/c': UNEXPLAINED"],
    ),
    "a paragraph of another decision": (
        changed("CP-1/1#annex-p1-b", words="看第EM-I/3号决定第2(b)段的清单。"),
        ["CP-1/1#annex-p1-b reference: official '第EM-I/3号决定第2(b)段', record 'par:2/b': UNEXPLAINED"],
    ),
    "a citation that is absent": (
        changed("CP-1/1#pre-2", words="又注意到有关种子的决定，"),
        ["CP-1/1#pre-2 reference: official has none, record 'dec:EM-I/3': UNEXPLAINED"],
    ),
    "a citation too many": (
        changed(P1, words="欢迎上文第2段的种子报告；"),
        ["CP-1/1#p1 reference: official '第2段', record has none: UNEXPLAINED"],
    ),
    "an annex of its own": (
        changed("CP-1/1#fn-2", words="CBD/CP/1/2，附件。"),
        ["CP-1/1#fn-2 reference: official 'CBD/CP/1/2，附件', record 'doc:CBD/CP/1/2#annex-I': UNEXPLAINED"],
    ),
    "another meeting": (
        changed(B, words="向第三次会议交出清单；"),
        [
            "CP-1/1#p2-b figure: official '第三', record has none: UNEXPLAINED",
            "CP-1/1#p2-b reference: official has none, record 'meeting:cp-2': UNEXPLAINED",
        ],
    ),
    "another plan's goal": (
        changed("CP-1/1#a-1-activities-ii", words="为执行计划和能力建设计划目标A.1印指南；"),
        ["CP-1/1#a-1-activities-ii reference: official '能力建设计划A.1', record has none: UNEXPLAINED"],
    ),
    "an article of a title that the decision does not concern": (
        changed("CP-1/1#title", words="种子（第3条）"),
        [
            "CP-1/1#title name: official '（第3条）', record '子': UNEXPLAINED",
            "CP-1/1#title reference: official '第3条', record has none: UNEXPLAINED",
        ],
    ),
    # figures
    "another number": (
        changed("CP-1/1#annex-p1-a", words="开两次会，至多13名成员；"),
        ["CP-1/1#annex-p1-a figure: official '13', record '12': UNEXPLAINED"],
    ),
    "another date": (
        changed(P3, words="敦促缔约方并邀请其他国家政府在2025年4月30日前照第EM-I/3号决定第6段和上文第3段办；"),
        ["CP-1/1#p3 figure: official '4月30日', record '3月31日': UNEXPLAINED"],
    ),
    "a figure that is absent": (
        changed("CP-1/1#annex-p1-a", words="开两次会，成员不多；"),
        ["CP-1/1#annex-p1-a figure: official has none, record '12': UNEXPLAINED"],
    ),
    # acts
    "another act": (
        changed(P1, words="决定那份种子报告；"),
        ["CP-1/1#p1 act: official '决定', record '欢迎': UNEXPLAINED"],
    ),
    "an act that is absent": (
        changed(P3, words="敦促缔约方和其他国家政府在2025年3月31日前照第EM-I/3号决定第6段和上文第3段办；"),
        ["CP-1/1#p3 act: official has none, record '邀请': UNEXPLAINED"],
    ),
    "an act too many": (
        changed(P1, words="欢迎那份种子报告，敦促缔约方播种；"),
        ["CP-1/1#p1 act: official '敦促', record has none: UNEXPLAINED"],
    ),
    "also where the record has none": (
        changed(P1, words="又欢迎那份种子报告；"),
        ["CP-1/1#p1 act: official '又欢迎', record '欢迎': UNEXPLAINED"],
    ),
    "further where the record has also": (
        changed("CP-1/1#pre-2", words="还注意到第EM-I/3号决定讲了种子，"),
        ["CP-1/1#pre-2 act: official '还注意到', record '又注意到': UNEXPLAINED"],
    ),
    "an act too many behind 并": (
        changed("CP-1/1#p2", words="请执行秘书并敦促缔约方："),
        ["CP-1/1#p2 act: official '敦促', record has none: UNEXPLAINED"],
    ),
    # addressees
    "another addressee": (
        changed("CP-1/1#p2", words="请缔约方："),
        ["CP-1/1#p2 addressee: official '请缔约方：', record '执行秘书': UNEXPLAINED"],
    ),
    "addressees that changed places": (
        changed(P3, words="敦促其他国家政府在2025年3月31日前，邀请缔约方，第EM-I/3号决定第6段和第3段。"),
        [
            f"CP-1/1#p3 addressee: official '{act}', record '{addressee}': UNEXPLAINED"
            for act, addressee in (
                ("敦促其他国家政府在2025年3月31日前，", "缔约方"),
                ("邀请缔约方，第EM-I/3号决定第6段和第3段。", "其他国家政府"),
            )
        ],
    ),
    # plans
    "an item that is absent": (
        without("CP-1/2#a-1-indicators-b"),
        ["CP-1/2#a-1-indicators-b item: official has none, record 'a-1-indicators-b': UNEXPLAINED"],
    ),
    "an item that the record takes from the draft": (
        with_added("CP-1/1#a-1-outcomes-1", Printed("CP-1/1#a-1-outcomes-2", "cell", "有人看指南")),
        ["CP-1/1#a-1-outcomes-2 item: official '有人看指南', record has none: UNEXPLAINED"],
    ),
    "an item under another goal": (
        exchanged("CP-1/2#a-1-outcomes-1", "CP-1/2#a-2-outcomes-1"),
        [
            "CP-1/2#a-1-outcomes-1 item: official '种子总在', record 'after a-1-indicators-b': UNEXPLAINED",
            "CP-1/2#a-2-outcomes-1 item: official '田里是绿的', record 'after a-2-indicators-a': UNEXPLAINED",
        ],
    ),
    "a goal that is absent": (
        without("CP-1/2#a-2"),
        ["CP-1/2#a-2 goal: official has none, record 'a-2': UNEXPLAINED"],
    ),
    "another label in a cell": (
        changed("CP-1/2#a-1-indicators-b", label="(c)"),
        ["CP-1/2#a-1-indicators-b label: official '(c)', record 'b': UNEXPLAINED"],
    ),
    # tables
    "a table that is absent": (
        tuple(one for one in BOOKLET if not one.at.startswith("CP-1/2#table-3")),
        ["CP-1/2#table-3 table: official has none, record '3': UNEXPLAINED"],
    ),
    "a row that is absent": (
        without("CP-1/2#table-3/row-field"),
        ["CP-1/2#table-3/row-field row: official has none, record 'row-field': UNEXPLAINED"],
    ),
    "a column too many": (
        with_added("CP-1/2#table-3/col-total", Printed("CP-1/2#table-3/col-year_2027", "column", "2027年")),
        ["CP-1/2#table-3/col-year_2027 column: official '2027年', record has none: UNEXPLAINED"],
    ),
    "another figure in a row": (
        changed("CP-1/2#table-1/row-br", figures=("2.000", "37.490", "3,794")),
        [
            "CP-1/2#table-1/row-br figure of a table: official '3,794', record '3749': UNEXPLAINED",
            "CP-1/2#table-1/row-br rule of the scale: official '3,794', record '3749': UNEXPLAINED",
            "CP-1/2#table-1/row-total sum: official '10,000', record '10045': UNEXPLAINED",
        ],
    ),
    "a figure too few in a row": (
        changed("CP-1/2#table-2/row-b", figures=("5.5", "6.0")),
        ["CP-1/2#table-2/row-b figure of a table: official '5.5 6.0', record '5.5 6.0 11.5': UNEXPLAINED"],
    ),
    "a plus for a minus": (
        changed("CP-1/2#table-2/row-host-country", figures=("2.0", "(2.0)", "(4.0)")),
        [
            "CP-1/2#table-2/row-host-country figure of a table: official '2.0', record '-2.0': UNEXPLAINED",
            "CP-1/2#table-2/row-host-country sum: official '2.0', record '-2.0': UNEXPLAINED",
        ],
    ),
    "another letter before a line": (
        changed(ROW_A, label="C."),
        ["CP-1/2#table-2/row-a label: official 'C.', record 'A': UNEXPLAINED"],
    ),
    # sums
    "a sum that does not come out": (
        changed("CP-1/2#table-2/row-subtotal", figures=("15.5", "18.0", "34.5")),
        [
            "CP-1/2#table-2/row-subtotal figure of a table: official '34.5', record '33.5': UNEXPLAINED",
            "CP-1/2#table-2/row-subtotal sum: official '34.5', record '33.5': UNEXPLAINED",
        ],
    ),
    "more than the limit": (
        changed("CP-1/2#table-1/row-af", figures=("0.005", "0.030", "1")),
        [
            "CP-1/2#table-1/row-af figure of a table: official '0.030', record '0.010': UNEXPLAINED",
            "CP-1/2#table-1/row-af rule of the scale: official '0.030', record '0.010': UNEXPLAINED",
            "CP-1/2#table-1/row-af rule of the scale: official '0.030', record 'at most 0.01': UNEXPLAINED",
            "CP-1/2#table-1/row-total sum: official '100.000', record '100.020': UNEXPLAINED",
        ],
    ),
    # errata
    "a slip that is printed no more": (
        changed(P4, words="决定照先前的设想，设立本决定附件中的小组；"),
        [
            "CP-1/1#p4 erratum: official has none, record 'cp-1-1-p4: 第II/9号决定': UNEXPLAINED",
            "CP-1/1#p4 reference: official has none, record 'unresolved:cp-1-1-p4': UNEXPLAINED",
        ],
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_unlike_is_told(corpus: Corpus, case: str) -> None:
    wrong, expected = WRONG[case]
    assert (
        sorted(line.partition(": ")[2] if line.startswith("line ") else line for line in told(corpus, wrong))
        == expected
    )


RIGHT: dict[str, Booklet] = {
    "full width for half": changed(B, label="（b）", words="向第二次会议交出 清单；"),
    "another form of an act": changed("CP-1/1#p2", words="请执行秘书: "),
    "a chain of citations": changed(
        P3, words="敦促缔约方、邀请其他国家政府，至2025年3月31日，照上文第3段和第EM-I/3号决定第6段办；"
    ),
    "another verb in the middle": changed(P1, words="欢迎那份种子报告所作的决定；"),
    "a verb in what somebody else decided": changed("CP-1/1#pre-2", words="又注意到第EM-I/3号决定，其中注意到种子，"),
    "its own decision by name": changed("CP-1/1#annex-p1-b", words="看第CP-1/1号决定第2(b)段的清单。"),
    "an article without its instrument": changed("CP-1/1#pre-1", words="回顾第2条第2(c)款的内容，"),
    "a number in words": changed("CP-1/1#annex-p1-a", words="开两次会，至多十二名成员；"),
    "a name that the tables have not in common": changed("CP-1/2#table-3/row-subtotal", words="小计数"),
    "a minus for brackets": changed("CP-1/2#table-2/row-host-country", figures=("-2.0", "−2.0", "(4.0)")),
    "a note behind another": exchanged("CP-1/1#fn-s1", "CP-1/1#fn-1"),
}


@pytest.mark.parametrize("case", RIGHT)
def test_what_only_looks_so_is_not(corpus: Corpus, case: str) -> None:
    assert told(corpus, RIGHT[case]) == []


CONTENTS = ("目录", "2024年5月6日至10日，罗马", "CP-1/1.\t种子 . . . . . 1", "CP-1/2. 预", "算..... 3")


def test_the_contents(corpus: Corpus) -> None:
    assert told(corpus, BOOKLET, contents=CONTENTS) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("种子 . ", "种籽 . ", ["line 3: contents title in the contents: official 'CP-1/1 籽', record 'CP-1/1 子'"]),
        (". 1", ". 2", ["line 3: contents page: official 'CP-1/1: 2', record 'CP-1/1: 1'"]),
        (
            "罗马",
            "巴黎",
            [
                "line 3: contents part of the meeting: official 'CP-1/1:', record 'CP-1/1: rome'",
                "line 4: contents part of the meeting: official 'CP-1/2:', record 'CP-1/2: rome'",
            ],
        ),
        (
            "CP-1/2",
            "CP-1/3",
            [
                "line 1: contents entry of the contents: official has none, record 'CP-1/2'",
                "line 4: contents entry of the contents: official 'CP-1/3. 预 算..... 3', record has none",
            ],
        ),
    ],
)
def test_wrong_contents(corpus: Corpus, old: str, new: str, expected: list[str]) -> None:
    wrong = tuple(line.replace(old, new) for line in CONTENTS)
    assert told(corpus, BOOKLET, contents=wrong) == [f"{line}: UNEXPLAINED" for line in expected]


def test_the_heads_of_columns_stand_in_order(corpus: Corpus) -> None:
    assert told(corpus, BOOKLET, heads="长期 活动 成果") == []
    assert told(corpus, BOOKLET, heads="成果 活动") == [
        "CP-1/1#appendix column: official has none, record '成果': UNEXPLAINED",
    ]


def test_what_lost_its_beginning_is_the_drafts(corpus: Corpus) -> None:
    rest = Printed("CP-1/1#a-1-outcomes-2", "cell", "指南")
    lost = Remark(1, "lost-beginning", "", rest.at)
    assert told(corpus, with_added("CP-1/1#a-1-outcomes-1", rest), remarks=(lost,)) == []


def test_a_lost_beginning_of_what_the_booklet_has_is_told(small: Path) -> None:
    edit(
        small / "data/plans.yaml",
        "          - {id: outcomes-1}\n          - {id: outcomes-2, source: draft}\n",
        "          - {id: outcomes-1}\n",
    )
    rest = Printed("CP-1/1#a-1-outcomes-2", "cell", "指南")
    taken = told(booklet.corpus(small), with_added("CP-1/1#a-1-outcomes-1", rest))
    assert [line.partition(": ")[2] for line in taken] == [
        "CP-1/1#a-1-outcomes-2 item: official '指南', record has none: UNEXPLAINED"
    ]
