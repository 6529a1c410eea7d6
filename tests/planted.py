"""Defects to plant into a copy of `tests/small`, one of each code at least.

A defect replaces a text that stands exactly once in a file. `¦` in what replaces it marks where the finding must point,
so that each case says its place and none needs a line number that the next edit would move.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MARK = "¦"


@dataclass(frozen=True)
class Defect:
    """`before`: the finding stands at the line before the edit, where something is missing. `alone`: with it others are
    not looked for, or it is not looked for with them.
    """

    code: str
    path: str
    old: str
    new: str
    before: bool = False
    alone: bool = False

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


def groups(defects: Iterable[Defect]) -> list[list[Defect]]:
    """As few groups as can be in which each file has one defect at most; what nothing may stand beside is alone."""
    out: list[list[Defect]] = []
    for defect in defects:
        for group in out:
            if not defect.alone and not group[0].alone and defect.path not in {other.path for other in group}:
                group.append(defect)
                break
        else:
            out.append([defect])
    return out


EN1 = "content/en/decisions/cp-1-1.md"
ZH1 = "content/zh/decisions/cp-1-1.md"
EN2 = "content/en/decisions/cp-1-2.md"
ZH2 = "content/zh/decisions/cp-1-2.md"
ENPLAN = "content/en/plans/implementation.md"
ZHPLAN = "content/zh/plans/capacity-building.md"
ENABOUT = "content/en/pages/about.md"
ENDRAFT = "content/en/drafts/implementation.md"
ENNAMES = "content/en/names.yaml"
FRNAMES = "content/fr/names.yaml"
ZHNAMES = "content/zh/names.yaml"
DECISIONS = "data/decisions.yaml"
TABLES = "data/tables.yaml"
ERRATA = "data/errata.yaml"
PARTIES = "data/parties.yaml"
FRONT = "decision: CP-1/1\n---\n"
CHANGES = "data/changes.yaml"
WAIVED = "decision: CP-1/1\nwaive: [{{check: {}, at: {}, reason: {}}}]\n---\n"

DEFECTS = (
    # footnotes
    Defect("FN001", ZH1, "[^1]: 感谢巴西。\n", "[^1]: 感谢巴西。\n¦[^9]: 无处标注。\n"),
    Defect("FN002", EN1, "(b) To bring the list", "(b) To bring¦[^7] the list"),
    Defect("FN003", EN1, "at most 12 members;[^2]", "at most 12 members;¦[^3]"),
    Defect("FN004", EN1, "See [](doc:CBD/CP/1/2#annex-I)", "See ¦[](doc:CBD/CP/1/2)"),
    Defect("FN005", ZH1, "关于种子的报告；[^1]", "关于种子的报告；¦[^x]"),
    Defect("FN006", DECISIONS, "{id: fn-1, n: 1, at: p1}", "¦{id: fn-1, n: 5, at: p1}"),
    # drafts
    Defect(
        "DR001",
        CHANGES,
        "{draft: goal, item: goal, change: kept, caption: kept}\n"
        "      - {draft: objectives, item: objectives, change: kept, caption: kept}",
        "¦{draft: goal, item: goal, change: kept, caption: kept}",
    ),
    Defect("DR002", CHANGES, "{draft: A.1.3, item: A.1.2", "{draft: ¦A.1.4, item: A.1.2"),
    Defect("DR003", CHANGES, "item: A.1.2, change: moved}", "item: A.1.2, change: ¦kept}"),
    Defect("DR004", ENDRAFT, "## a-1-indicators-b\n", "¦## a-1-indicators-c\n"),
    # macros
    Defect("MC001", EN1, "{{ opening() }}", "{{ opening() }}\n¦{{ opens() }}"),
    Defect("MC002", ZH2, '{{ table("2") }}', '¦{{ table("2", 3) }}'),
    # names
    Defect("NM001", ENNAMES, "\nact.invites: Invites\n", "\n", before=True),
    Defect("NM002", ENNAMES, "party.BR: Brazil", "party.BR: ¦Brazil {n}"),
    Defect("NM003", FRNAMES, "party.BR: Brésil", "party.BR: ¦<b>Brésil</b>"),
    Defect("NM004", ENNAMES, "act.decides: Decides\n", "act.decides: Decides\n¦act.only_here: Once\n"),
    Defect("NAM001", FRNAMES, "party.CN: Chine", 'party.CN: ¦""'),
    # pages
    Defect("PG002", ENPLAN, "plan: implementation", "plan: ¦implementations"),
    Defect("PG004", EN1, "{{ header() }}\n{{ opening() }}\n", "¦{{ opening() }}\n{{ header() }}\n"),
    Defect("PG005", ENABOUT, "## use\n", "¦## uses\n"),
    Defect("PG006", ENABOUT, "## text\n\n", "¦## text\n\nThis is short.\n\n"),
    Defect("PG007", ENABOUT, "under [errata](page:errata).", "under ¦[errata](page:goals)."),
    Defect("PG008", ENABOUT, "The text is a rendering", "The text is ¦*a* rendering"),
    # glossary
    Defect("GL001", ZHNAMES, "\nterm.group: 小组\n", "\nterm.group: ¦小租\n", alone=True),
    # record
    Defect("RC001", DECISIONS, "acts: [{act: welcomes}]", "acts: [{act: ¦welcoming}]"),
    Defect(
        "RC002",
        DECISIONS,
        "symbol: CBD/CP/MOP/DEC/1/2\n    meeting: cp-1",
        "symbol: CBD/CP/MOP/DEC/1/2\n    meeting: ¦cp-9",
    ),
    Defect("RC003", DECISIONS, "- {id: p2-a-ii,", "- {id: ¦p2-a-iii,", alone=True),
    # references
    Defect(
        "RF001",
        EN1,
        "[Article 2, paragraph 2 (c), of the Protocol](art:2/2/c)",
        "¦[Article 2, paragraph 2 (c), of the Protocol](article:2/2/c)",
    ),
    Defect("RF002", EN1, "[paragraph 2 (b)](par:2/b)", "¦[paragraph 2 (z)](par:2/z)"),
    Defect("RF003", ZH1, "[《议定书》第2条第2(c)款](art:2/2/c)", "¦[《议定书》第3条第2(c)款](art:2/2/c)"),
    Defect("RF004", EN1, "and [paragraph 2](par:2) above", "and ¦[paragraph 1](par:1) above"),
    Defect("RF005", ZH1, "[上文第1(a)段](par:annex/1/a)", "¦[上文第2段](par:annex/2)"),
    Defect("RF006", EN1, "that [decision EM-I/3](dec:EM-I/3) speaks", "that ¦decision EM-I/3 speaks"),
    # tables
    Defect("TB001", ENPLAN, "### outcomes\n\n- Fields", "¦### results\n\n- Fields"),
    Defect("TB002", ENPLAN, "## A.2\n", "¦## A.12\n"),
    Defect("TB003", ZHPLAN, "(ii) 印发", "¦(iii) 印发"),
    Defect("TB004", TABLES, '{id: CN, scale: "8.000"', '¦{id: BR, scale: "8.000"'),
    Defect("TB005", TABLES, '"100.000", contribution: "10000"', '"100.000", contribution: ¦"10050"'),
    Defect("TB006", TABLES, 'capped: "37.490"', 'capped: ¦"37.940"'),
    Defect("TB007", ZH2, '{{ table("2") }}', '¦{{ table("9") }}'),
    Defect("TB008", TABLES, 'year_2025: "5.5"', 'year_2025: ¦"6.5"'),
    Defect("TB009", TABLES, "{id: b, label: B, line: sowing", "{id: ¦b, label: D, line: sowing"),
    # units
    Defect("UN001", EN1, "    (b) To bring", "    ¦(c) To bring"),
    Defect("UN002", ZH1, "# annex", "¦# annexe"),
    Defect("UN003", EN1, "2. *Requests* the", "¦Between the paragraphs.\n\n2. *Requests* the"),
    Defect(
        "UN004",
        ZH1,
        "        (ii) 按[《公约》第1条(j)项](conv:1/j)留存什么，\n        并把答复列成清单；\n",
        "        ¦(ii) 按[《公约》第1条(j)项](conv:1/j)留存什么，\n",
    ),
    Defect("UN005", EN1, "        (i) What it sows; and", "        ¦(i)"),
    # words
    Defect("WD001", EN1, "at most 12 members", "at most ¦13 members"),
    Defect("WD002", EN1, "1. *Welcomes* the report", "1. ¦*Urges* the report"),
    Defect("WD002", ZH1, "*又", "¦*"),
    Defect("WD003", ZH1, "书面询问每个", "书面询问¦draft每个"),
    Defect("WD004", EN1, "the report on seeds;", "the report ¦(on seeds;"),
    Defect("WD004", ZH1, "询问每个缔约方", "询问每个¦缔约方缔约方"),
    Defect("WD005", EN1, "the report on seeds;", "the report on se¦\u00adeds;"),
    # waivers
    Defect("WV001", EN1, FRONT, WAIVED.format("¦units", "p1", "they may not be waived")),
    Defect("WV002", EN1, FRONT, WAIVED.format("word-figures", "¦p50", "there is no such unit")),
    Defect("WV003", EN1, FRONT, WAIVED.format("word-figures", "p1", "¦short")),
    Defect("WV004", EN1, FRONT, WAIVED.format("word-figures", "p1", "nothing is wrong there").replace("{", "¦{")),
    # what the readers see
    Defect("PRS001", EN1, f"---\n{FRONT}", "¦decision: CP-1/1\n"),
    Defect("PRS002", EN1, "To bring the list", 'To bring ¦{{ table("2") }} the list'),
    Defect("PRS003", EN1, "{{ opening() }}", "{{ opening() }}\n¦{{ opening }}"),
    Defect("PRS004", EN1, "# annex\n", "# annex\n\n¦## The group\n"),
    Defect("PRS005", EN1, "3. *Urges* Parties", "¦> quoted\n\n3. *Urges* Parties"),
    Defect("PRS006", EN1, "To bring the list", "To bring ¦[sic the list"),
    Defect("PRS007", ZH1, "书面询问", "书面¦**询问"),
    Defect("MRK001", ZH1, "书面询问", "书面¦<script>询问"),
    Defect("MRK002", EN1, "To bring the list", "To bring ¦[the list](javascript:alert)"),
    Defect("MRK003", EN1, "To bring the list", "To bring ¦`the list"),
    Defect("SRC003", ZH1, f"---\n{FRONT}", f"¦\ufeff---\n{FRONT}"),
    Defect("SRC004", ZH1, "书面询问", "书面¦\x00询问"),
    Defect("SRC005", EN1, "To bring the list", "To bring ¦\u202ethe list"),
    Defect("SRC006", ZH1, "书面询问", "书面¦\uff11询问"),
    Defect(
        "REC001",
        ERRATA,
        "{id: cp-1-1-p4, at: CP-1/1#p4, kind: citation, printed: 第II/9号决定, sure: unknown}",
        "¦{id: cp-1-1-p4, at: CP-1/1#p4, kind: citation, printed: 第II/9号决定}",
    ),
    Defect("REC002", DECISIONS, "prose: [zh, en]", "prose: ¦zh"),
    Defect("REC003", DECISIONS, "prose: [zh, en]", "prose: [zh, en]\n¦prosa: [fr]"),
    Defect("REC004", DECISIONS, "page: 3", "page: ¦page"),
    Defect("REC005", PARTIES, "- {id: BR, ldc: false}", "- {id: BR, ldc: false}\n  - ¦{id: AF, ldc: true}"),
    Defect("YML001", DECISIONS, "prose: [zh, en]\n\nmeetings:", "prose: [zh, en\n\nmeetings¦:", alone=True),
    Defect("YML002", DECISIONS, "prose: [zh, en]", "prose: [zh, en]\n¦prose: [zh]"),
    Defect("YML003", DECISIONS, "prose: [zh, en]", "prose: ¦&all [zh, en]"),
    Defect("YML004", DECISIONS, "prose: [zh, en]", "prose: ¦!!python/tuple [zh, en]"),
    Defect("YML005", ERRATA, "第II/9号决定, sure: unknown}\n", "第II/9号决定, sure: unknown}\n¦---\nmore: 1\n"),
    Defect("YML006", DECISIONS, "prose: [zh, en]", "prose: [zh, en]\n¦[a]: b"),
    Defect("YML007", DECISIONS, "prose: [zh, en]", "prose: " + "[" * 39 + "¦" + "[" * 9 + "zh" + "]" * 48, alone=True),
)
