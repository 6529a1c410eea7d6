"""Defects to plant into a copy of the real sources, one of each code at least.

A defect replaces a text that stands exactly once in a file. `¦` in what replaces it marks where the finding must point,
so that each case says its place and none needs a line number that the next edit would move.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MARK = "¦"


@dataclass(frozen=True)
class Defect:
    """`before`: the finding stands at the line before the edit, where something is missing."""

    code: str
    path: str
    old: str
    new: str
    before: bool = False

    @property
    def name(self) -> str:
        return f"{self.code} {self.path} {self.new[:40]}"

    def plant(self, tree: Path) -> tuple[str, int, int, str]:
        """Make the edit; return the path, line, column and code of the one finding that it must give."""
        file = tree / self.path
        text = file.read_text("utf-8")
        assert text.count(self.old) == 1, (
            f"{self.path}: {self.old!r} stands {text.count(self.old)} times, expected once"
        )
        changed = text.replace(self.old, self.new)
        at = changed.index(MARK) if MARK in changed else text.rindex("\n", 0, text.index(self.old)) + 1
        line, column = changed.count("\n", 0, at) + 1, at - changed.rfind("\n", 0, at)
        changed = changed.replace(MARK, "")
        file.write_text(changed, "utf-8")
        return (self.path, line, column, self.code)


ZH2 = "content/zh/decisions/cp-10-2.md"
EN2 = "content/en/decisions/cp-10-2.md"
ZH10 = "content/zh/decisions/cp-10-10.md"
EN10 = "content/en/decisions/cp-10-10.md"
ZH1 = "content/zh/decisions/cp-10-1.md"
EN1 = "content/en/decisions/cp-10-1.md"
ENPLAN = "content/en/plans/implementation.md"
ZHPLAN = "content/zh/plans/capacity-building.md"
ENABOUT = "content/en/pages/about.md"
ENNAMES = "content/en/names.yaml"
ZHNAMES = "content/zh/names.yaml"
DECISIONS = "data/decisions.yaml"
TABLES = "data/tables.yaml"
ERRATA = "data/errata.yaml"
CHANGES = "data/changes.yaml"
ENDRAFT = "content/en/drafts/implementation.md"

DEFECTS = (
    # footnotes
    Defect("FN001", ZH10, "[^3]: 取决于疫情限制。\n", "[^3]: 取决于疫情限制。\n¦[^9]: 无处标注。\n"),
    Defect("FN002", EN2, "draws up and carries out such a plan;", "draws up and carries out such a plan;¦[^7]\n"),
    Defect("FN003", EN10, "at least one of them face-to-face;[^3]", "at least one of them face-to-face;¦[^4]"),
    Defect("FN004", EN10, "[^6]: [](doc:CBD/CP/RA/AHTEG/2020/1/4).", "[^6]: ¦[](doc:CBD/CP/RA/AHTEG/2020/1/5)."),
    Defect("FN005", ZH2, "的四个缔约方[^1]，", "的四个缔约方¦[^x]，"),
    Defect("FN006", DECISIONS, "{id: fn-4, n: 4, at: annex-p1-a}", "¦{id: fn-4, n: 5, at: annex-p1-a}"),
    # drafts
    Defect(
        "DR001",
        CHANGES,
        "{draft: goal, item: goal, change: kept, caption: kept}\n"
        "      - {draft: objectives, item: objectives, change: kept, caption: kept}",
        "¦{draft: goal, item: goal, change: kept, caption: kept}",
    ),
    Defect("DR002", CHANGES, "{draft: p10, item: p8, change: moved}", "{draft: ¦p12, item: p8, change: moved}"),
    Defect("DR003", CHANGES, "- {draft: c, item: d, change: moved}", "- {draft: c, item: d, change: ¦kept}"),
    Defect("DR004", ENDRAFT, "## b-3-indicators-e\n", "¦## b-3-indicators-f\n"),
    # macros
    Defect("MC001", EN10, "{{ opening() }}", "{{ opening() }}\n¦{{ opens() }}"),
    Defect("MC002", ZH1, '{{ table("2") }}', '¦{{ table("2", 3) }}'),
    # names
    Defect("NM001", ENNAMES, "\nui.back_to_text: Back to the text\n", "\n", before=True),
    Defect("NM002", ENNAMES, "ui.footnote: Footnote {n}", "ui.footnote: ¦Footnote {number}"),
    Defect("NM003", ENNAMES, "ui.footnotes: Footnotes", "ui.footnotes: ¦<b>Footnotes</b>"),
    Defect("NM004", ENNAMES, "ui.footnotes: Footnotes\n", "ui.footnotes: Footnotes\n¦ui.only_here: Once\n"),
    Defect("NAM001", ENNAMES, "ui.footnotes: Footnotes", 'ui.footnotes: ¦""'),
    # pages
    Defect("PG002", ENPLAN, "plan: implementation", "plan: ¦implementations"),
    Defect("PG004", EN2, "{{ header() }}\n{{ opening() }}\n", "¦{{ opening() }}\n{{ header() }}\n"),
    Defect("PG005", ENABOUT, "## kept\n", "¦## keeping\n"),
    Defect("PG006", ENABOUT, "## binding\n\n", "¦## binding\n\nThis is short.\n\n"),
    Defect("PG007", ENABOUT, "under [errata](page:errata).", "under ¦[errata](page:goals)."),
    Defect("PG008", ENABOUT, "Please tell us,", "Please ¦*tell* us,"),
    # glossary
    Defect("GL001", ZHNAMES, "\nterm.transit: 过境\n", "\nterm.transit: ¦过镜\n"),
    # record
    Defect("RC001", DECISIONS, "acts: [{act: endorses}, {act: agrees}]", "acts: [{act: ¦endorsing}, {act: agrees}]"),
    Defect(
        "RC002",
        DECISIONS,
        "symbol: CBD/CP/MOP/DEC/10/9\n    meeting: cp-10",
        "symbol: CBD/CP/MOP/DEC/10/9\n    meeting: ¦cp-99",
    ),
    Defect("RC003", DECISIONS, "- {id: p10-b}", "- {id: ¦p10-k}"),
    # references
    Defect("RF001", EN2, "[Article 17 of the Protocol](art:17)", "¦[Article 17 of the Protocol](article:17)"),
    Defect("RF002", EN10, "[paragraph 8](par:8) above and the report", "¦[paragraph 88](par:88) above and the report"),
    Defect("RF003", ZH2, "[《议定书》第19条](art:19)", "¦[《议定书》第18条](art:19)"),
    Defect("RF004", EN10, "in [paragraph 6](par:6) above", "in ¦[paragraph 5](par:5) above"),
    Defect("RF005", ZH10, "就上文[第6段](par:6)所指", "就上文¦[第7段](par:7)所指"),
    Defect("RF006", EN2, "under [Article 17 of the Protocol](art:17), and", "under ¦Article 17 of the Protocol, and"),
    # tables
    Defect("TB001", ENPLAN, "### outcomes\n\n- The risks", "¦### results\n\n- The risks"),
    Defect("TB002", ENPLAN, "## A.5\n", "¦## A.15\n"),
    Defect("TB003", ZHPLAN, "(4) 取得", "¦(6) 取得"),
    Defect("TB004", TABLES, '{id: AL, scale: "0.008"', '¦{id: AM, scale: "0.008"'),
    Defect("TB005", TABLES, '"100.000", contribution: "2357364"', '"100.000", contribution: ¦"2357664"'),
    Defect("TB006", TABLES, 'capped: "4.212"', 'capped: ¦"4.221"'),
    Defect("TB007", ZH1, '{{ table("2") }}', '¦{{ table("3") }}'),
    Defect("TB008", TABLES, 'year_2024: "3343.0"', 'year_2024: ¦"3433.0"'),
    Defect("TB009", TABLES, "{id: g, label: G, line: expert_meetings", "{id: ¦g, label: H, line: expert_meetings"),
    # units
    Defect("UN001", EN10, "    (g) To ensure", "    ¦(f) To ensure"),
    Defect("UN002", ZH10, "# annex", "¦# annexe"),
    Defect(
        "UN003",
        EN2,
        "6. *Requests* the Executive Secretary:",
        "¦Between the paragraphs.\n\n6. *Requests* the Executive Secretary:",
    ),
    Defect(
        "UN004",
        ZH2,
        "        (ii) 及时提交国家报告，\n        受到哪些限制，遇到哪些挑战；\n",
        "        ¦(ii) 及时提交国家报告，\n",
    ),
    Defect("UN005", EN2, "    (b) To invite all Parties to answer the survey;", "    ¦(b)"),
    # words
    Defect("WD002", EN2, "6. *Requests* the Executive", "6. ¦*Urges* the Executive"),
    Defect("WD002", ZH10, "*又", "¦*"),
    Defect("WD004", EN2, "to answer the survey;", "to answer ¦(the survey;"),
    Defect("WD004", ZH2, "邀请全体缔约方", "邀请全体¦缔约方缔约方"),
    # words
    Defect("WD001", EN1, "representing 15 per cent of", "representing ¦16 per cent of"),
    Defect("WD003", ZH2, "邀请全体缔约方", "邀请全体¦draft缔约方"),
    Defect(
        "WV001",
        EN2,
        "decision: CP-10/2\n",
        "decision: CP-10/2\nwaive: [{check: ¦units, at: p5, reason: they may not be waived}]\n",
    ),
    Defect(
        "WV002",
        EN2,
        "decision: CP-10/2\n",
        "decision: CP-10/2\nwaive: [{check: word-figures, at: ¦p50, reason: there is no such unit}]\n",
    ),
    Defect(
        "WV003",
        EN2,
        "decision: CP-10/2\n",
        "decision: CP-10/2\nwaive: [{check: word-figures, at: p5, reason: ¦short}]\n",
    ),
    Defect(
        "WV004",
        EN2,
        "decision: CP-10/2\n",
        "decision: CP-10/2\nwaive: [¦{check: word-figures, at: p5, reason: nothing is wrong there}]\n",
    ),
    # what the readers see
    Defect("PRS001", EN2, "---\ndecision: CP-10/2\n---\n", "¦decision: CP-10/2\n"),
    Defect("PRS002", EN2, "to answer the survey;", 'to answer ¦{{ table("2") }} the survey;'),
    Defect("PRS003", EN2, "{{ opening() }}", "{{ opening() }}\n¦{{ opening }}"),
    Defect("PRS004", EN10, "# annex\n", "# annex\n\n¦## The group\n"),
    Defect("PRS005", EN2, "6. *Requests*", "¦> quoted\n\n6. *Requests*"),
    Defect("PRS006", EN2, "to answer the survey;", "to answer ¦[sic the survey;"),
    Defect("PRS007", ZH2, "邀请全体缔约方", "邀请¦**全体缔约方"),
    Defect("MRK001", ZH2, "邀请全体缔约方", "邀请¦<script>全体缔约方"),
    Defect("MRK002", EN2, "to answer the survey;", "to answer ¦[the survey](javascript:alert);"),
    Defect("MRK003", EN2, "to answer the survey;", "to answer ¦`the survey;"),
    Defect("SRC003", ZH2, "---\ndecision: CP-10/2", "¦\ufeff---\ndecision: CP-10/2"),
    Defect("SRC004", ZH2, "邀请全体缔约方", "邀请¦\x00全体缔约方"),
    Defect("SRC005", EN2, "to answer the survey;", "to answer ¦\u202ethe survey;"),
    Defect("SRC006", ZH2, "四年任期", "¦\uff14年任期"),
    Defect(
        "REC001",
        ERRATA,
        "{id: cp-10-2-p3, at: CP-10/2#p3, kind: citation, printed: 第II/7号决定, sure: unknown}",
        "¦{id: cp-10-2-p3, at: CP-10/2#p3, kind: citation, printed: 第II/7号决定}",
    ),
    Defect("REC002", DECISIONS, "prose: [zh, en]", "prose: ¦zh"),
    Defect("REC003", DECISIONS, "prose: [zh, en]", "prose: [zh, en]\n¦prosa: [fr]"),
    Defect("REC004", DECISIONS, "page: 57", "page: ¦page"),
    Defect("REC005", "data/parties.yaml", "- {id: AL, ldc: false}", "- {id: AL, ldc: false}\n  - ¦{id: AF, ldc: true}"),
    Defect("YML001", DECISIONS, "prose: [zh, en]\n\nmeetings:", "prose: [zh, en\n\nmeetings¦:"),
    Defect("YML002", DECISIONS, "prose: [zh, en]", "prose: [zh, en]\n¦prose: [zh]"),
    Defect("YML003", DECISIONS, "prose: [zh, en]", "prose: ¦&all [zh, en]"),
    Defect("YML004", DECISIONS, "prose: [zh, en]", "prose: ¦!!python/tuple [zh, en]"),
    Defect(
        "YML005",
        ERRATA,
        'printed: "2,976.8", sure: likely}\n',
        'printed: "2,976.8", sure: likely}\n¦---\nmore: 1\n',
    ),
    Defect("YML006", DECISIONS, "prose: [zh, en]", "prose: [zh, en]\n¦[a]: b"),
    Defect("YML007", DECISIONS, "prose: [zh, en]", "prose: " + "[" * 39 + "¦" + "[" * 9 + "zh" + "]" * 48),
)
