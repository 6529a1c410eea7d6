"""Each comparison, on the made-up meeting: what is wrong, with the whole list of reports, beside what is right."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handbook.corpus import load_corpus
from handbook.model.corpus import Corpus
from handbook.official.model import Remark
from handbook.official.verifying import (
    acts,
    addressees,
    contents,
    dues,
    errata,
    figures,
    headings,
    notes,
    places,
    plans,
    references,
    sums,
    tables,
    units,
)
from handbook.official.verifying.run import ALL
from tests.official.verifying import booklet
from tests.official.verifying.booklet import BOOKLET, Booklet, Printed, changed, exchanged, told, with_added, without
from tests.realtree import edit


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The tree is read once: nothing here changes it."""
    return booklet.corpus(Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("small") / "tree")))


def test_the_booklet_and_the_tree_agree(corpus: Corpus) -> None:
    assert told(corpus, BOOKLET) == []


def test_every_comparison_is_run() -> None:
    modules = (
        contents, units, headings, notes, references, figures, acts, addressees, dues, plans, tables, sums, errata,
    )  # fmt: skip
    assert tuple(module.look for module in modules) == ALL


SMALL = Path(__file__).parents[2] / "small"
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
    "a line without its name, which another table has": (
        changed("CP-1/2#table-3/row-subtotal", words=""),
        ["CP-1/2#table-3/row-subtotal name: official has none, record '小计': UNEXPLAINED"],
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
    "a mark twice, first in another paragraph": (
        changed("CP-1/1#pre-1", marks=(("1", "回顾"),)),
        ["CP-1/1#fn-1 mark: official 'pre-1: …回顾', record has none: UNEXPLAINED"],
    ),
    "a mark in closing words": (
        changed(A, "tail", marks=(("1", "清单"),)),
        ["CP-1/1#fn-1 mark: official 'p2-a: …再把回信编成清单', record has none: UNEXPLAINED"],
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
            "CP-1/1#p2 due: official has none, record 'meeting:cp-2': UNEXPLAINED",
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
        [
            "CP-1/1#p3 due: official has none, record '2025-03-31': UNEXPLAINED",
            "CP-1/1#p3 figure: official '4月30日', record '3月31日': UNEXPLAINED",
        ],
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
    **{
        f"an act too many behind a comma and {word}": (
            changed(P1, words=f"欢迎那份种子报告，{word}敦促缔约方播种；"),
            ["CP-1/1#p1 act: official '敦促', record has none: UNEXPLAINED"],
        )
        for word in ("并", "但", "然而", "因此")
    },
    "an act that words only name": (
        changed(P4, words="照第II/9号决定的设想，设立本决定附件中的小组；"),
        ["CP-1/1#p4 act: official has none, record '决定': UNEXPLAINED"],
    ),
    # addressees
    "another addressee": (
        changed("CP-1/1#p2", words="请缔约方："),
        ["CP-1/1#p2 addressee: official '缔约方', record '执行秘书': UNEXPLAINED"],
    ),
    "addressees that changed places": (
        changed(P3, words="敦促其他国家政府在2025年3月31日前，邀请缔约方，第EM-I/3号决定第6段和第3段。"),
        [
            f"CP-1/1#p3 addressee: official '{act}', record '{addressee}': UNEXPLAINED"
            for act, addressee in (
                ("其他国家政府", "缔约方"),
                ("缔约方", "其他国家政府"),
            )
        ],
    ),
    "an addressee that is absent": (
        changed("CP-1/1#p2", words="请写信："),
        ["CP-1/1#p2 addressee: official '请写信：', record '执行秘书': UNEXPLAINED"],
    ),
    "an addressee too many": (
        changed("CP-1/1#p2", words="请执行秘书，以及缔约方："),
        ["CP-1/1#p2 addressee: official '缔约方', record has none: UNEXPLAINED"],
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
    "what a sub-paragraph asks for": changed(B, words="邀请缔约方参加第二次会议；"),
    "a verb that is joined and addresses nobody": changed(P1, words="欢迎那份种子报告并决定的事；"),
    "those who were named before": changed(
        P3,
        words="敦促缔约方在2025年3月31日前同其他国家政府照第EM-I/3号决定第6段和上文第3段办，邀请它们告诉执行秘书；",
    ),
    "its own decision by name": changed("CP-1/1#annex-p1-b", words="看第CP-1/1号决定第2(b)段的清单。"),
    "who is only spoken with": changed("CP-1/1#p2", words="请执行秘书与缔约方一起："),
    "the next meeting": changed(B, words="向下次会议交出清单（第二次会议）；"),
    "an article without its instrument": changed("CP-1/1#pre-1", words="回顾第2条第2(c)款的内容，"),
    "a number in words": changed("CP-1/1#annex-p1-a", words="开两次会，至多十二名成员；"),
    "a name that the tables have not in common": changed("CP-1/2#table-3/row-subtotal", words="小计数"),
    "a minus for brackets": changed("CP-1/2#table-2/row-host-country", figures=("-2.0", "−2.0", "（4.0）")),
    "a note behind another": exchanged("CP-1/1#fn-s1", "CP-1/1#fn-1"),
}


@pytest.mark.parametrize("case", RIGHT)
def test_what_only_looks_so_is_not(corpus: Corpus, case: str) -> None:
    assert told(corpus, RIGHT[case]) == []


CONTENTS = ("目录", "2024年5月6日至10日，罗马", "CP-1/1.\t种子 . . . . . 1", "CP-1/2. 预", "算..... 3")


OCCASIONS = """occasions:
  - meeting:cp-2
  - event:harvest-5

decisions:
"""


@pytest.mark.parametrize(
    ("due", "words", "expected"),
    [
        ("", "决定照第II/9号决定的设想，设立本决定附件中的小组，供第二次会议审议；",
         ["CP-1/1#p4 due: official '第二次会议', record has none: UNEXPLAINED"]),
        ("", "决定照第II/9号决定的设想，设立本决定附件中的小组，供下次会议审议；",
         ["CP-1/1#p4 due: official '下次会议', record has none: UNEXPLAINED"]),
        ("meeting:cp-2", "决定照第II/9号决定的设想，设立本决定附件中的小组，供下次会议审议；", []),
        ("meeting:cp-2", "决定照第II/9号决定的设想，设立本决定附件中的小组，供审议；",
         ["CP-1/1#p4 due: official has none, record 'meeting:cp-2': UNEXPLAINED"]),
        ("event:harvest-5", "决定照第II/9号决定的设想，设立本决定附件中的小组，与田地的第五次收获同时；", []),
        ("event:harvest-5", "决定照第II/9号决定的设想，设立本决定附件中的小组，与田地的第六次收获同时；",
         ["CP-1/1#p4 due: official has none, record 'event:harvest-5': UNEXPLAINED"]),
        ("event:harvest-5", "决定照第II/9号决定的设想，设立本决定附件中的小组；",
         ["CP-1/1#p4 due: official has none, record 'event:harvest-5': UNEXPLAINED"]),
    ],
)  # fmt: skip
def test_by_when(small: Path, due: str, words: str, expected: list[str]) -> None:
    record = small / "data/decisions.yaml"
    edit(record, "decisions:\n", OCCASIONS)
    edit(
        record,
        "- {id: p4, section: sec-b, acts: [{act: decides}]",
        f"- {{id: p4, section: sec-b, acts: [{{act: decides, due: [{due}]}}]",
    )
    edit(small / "content/zh/names.yaml", "meeting.cp-1:", "event.harvest-5: 田地第五次收获\nmeeting.cp-1:")
    lines = (
        line.partition(": ")[2] if line.startswith("line ") else line
        for line in told(booklet.corpus(small), changed(P4, words=words))
    )
    assert [line for line in lines if " due: " in line] == expected


def test_who_is_to_act_in_the_end(small: Path) -> None:
    edit(
        small / "data/decisions.yaml", "to: [executive_secretary]", "to: [executive_secretary], by: [other_governments]"
    )
    lines = told(booklet.corpus(small), BOOKLET)
    assert [line.partition(": ")[2] for line in lines] == [
        "CP-1/1#p2 addressee: official has none, record '其他国家政府': UNEXPLAINED"
    ]


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


def test_the_part_of_the_meeting_is_the_one_above_the_entry(small: Path) -> None:
    """Two parts are listed, and a decision under that which did not take it."""
    rome = '      - {id: rome, from: "2024-05-06", to: "2024-05-10"}\n'
    edit(small / "data/decisions.yaml", rome, f'{rome}      - {{id: paris, from: "2024-06-03", to: "2024-06-07"}}\n')
    edit(small / "content/zh/names.yaml", "place.rome: 罗马\n", "place.rome: 罗马\nplace.paris: 巴黎\n")
    listed = (*CONTENTS[:3], "2024年6月3日至7日，巴黎", *CONTENTS[3:])
    assert told(booklet.corpus(small), BOOKLET, contents=listed) == [
        "line 5: contents part of the meeting: official 'CP-1/2: paris', record 'CP-1/2: rome': UNEXPLAINED"
    ]


def test_notes_of_asterisks_stand_in_their_order(small: Path) -> None:
    first = '      - {id: fn-s1, n: "*", at: title}\n'
    edit(small / "data/decisions.yaml", first, f"{first}{first.replace('s1', 's2')}")
    second = Printed("CP-1/1#fn-s2", "note", "白天通过。", "*")
    title = changed("CP-1/1#title", marks=(("s1", "种子"), ("s2", "种子")))
    place = next(place for place, one in enumerate(title) if one.at == "CP-1/1#fn-s1")
    sources = booklet.corpus(small)
    assert told(sources, (*title[: place + 1], second, *title[place + 1 :])) == []
    wrong = told(sources, (*title[:place], second, *title[place:]))
    assert [line.partition(": ")[2] for line in wrong] == [
        "CP-1/1#fn-s2 footnote: official '白天通过。', record 'after fn-s1': UNEXPLAINED"
    ]


def test_a_number_in_a_name_of_the_glossary_cites_nothing(small: Path) -> None:
    printed = changed(P1, words="欢迎那份第2条种子报告；")
    wrong = told(booklet.corpus(small), printed)
    assert [line.partition(": ")[2] for line in wrong] == [
        "CP-1/1#p1 reference: official '第2条', record has none: UNEXPLAINED"
    ]
    edit(small / "content/zh/names.yaml", "term.seed: 种子\n", "term.seed: 种子|第2条种子\n")
    assert told(load_corpus(small), printed) == []


def test_ordinals_in_a_list_share_their_sign(small: Path) -> None:
    edit(
        small / "content/zh/decisions/cp-1-1.md",
        "*欢迎*关于种子的报告；",
        "*欢迎*第三和第四次测量时关于种子的报告；",
    )
    sources = booklet.corpus(small)
    assert told(sources, changed(P1, words="欢迎第三和四次测量时那份种子报告；")) == []
    wrong = told(sources, changed(P1, words="欢迎第三和五次测量时那份种子报告；"))
    assert [line.partition(": ")[2] for line in wrong] == [
        "CP-1/1#p1 figure: official '五次', record '第四': UNEXPLAINED"
    ]


def test_a_plan_whose_first_items_are_the_drafts_has_lost_its_beginning(small: Path) -> None:
    record = load_corpus(small).record
    assert [plan.id for plan in record.plans.values() if places.is_lost(plan, record)] == []
    edit(
        small / "data/plans.yaml",
        "          - {id: i, label: i}\n          - {id: ii,",
        "          - {id: i, label: i, source: draft}\n          - {id: ii,",
    )
    record = load_corpus(small).record
    assert [plan.id for plan in record.plans.values() if places.is_lost(plan, record)] == ["capacity_building"]


def test_what_lost_its_beginning_is_the_drafts(corpus: Corpus) -> None:
    rest = Printed("CP-1/1#a-1-outcomes-2", "cell", "指南")
    lost = Remark(1, "lost-beginning", "", rest.at)
    assert told(corpus, with_added("CP-1/1#a-1-outcomes-1", rest), remarks=(lost,)) == []


def test_what_lost_its_beginning_and_the_record_has_is_there(corpus: Corpus) -> None:
    lost = Remark(1, "lost-beginning", "", "CP-1/1#a-1-outcomes-1")
    assert told(corpus, BOOKLET, remarks=(lost,)) == []
