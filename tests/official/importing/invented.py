"""The booklet of a meeting that never was: other counts, depths and names than the real one's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from handbook.official.model import Guide, PlanGuide, TableGuide
from tests.official.importing.booklet import Block, Booklet, Decision, Element, Goal, Note, Part, Plan, Segment, Table

PREFIX = "XQ-3"
PREAMBULAR = ("回顾", "认识到", "铭记", "欢迎", "强调", "又回顾")
OPERATIVE = ("请", "敦促", "邀请", "鼓励", "欢迎", "注意到", "确认", "决定", "核准", "关切地注意到")
_WHO = "各沿岸国 各成员 其他国家政府 有关组织 秘书处 渔业工作组 河流委员会 研究机构 地方社区".split()
_DO = "编写 汇总 审查 公布 分享 改进 支持 评价 更新 收集".split()
_WHAT = "水文资料 捕捞记录 堤坝登记册 洪水预警办法 鱼道清单 湿地地图 水质标准 年度报告 培训材料 供资方案".split()
_HOW = "酌情 及时 每年 在资源允许的情况下 同各方协商 通过信息网站 以六种语文 按照商定的格式".split()
_WHY = "以便减少洪水的损害 从而保护洄游的鱼类 以期改进下游的水质 供下次会议审议 以支持小型渔业".split()
_CITED = (
    "第XQ-2/{n}号决定",
    "《河流公约》第{n}条",
    "上文第{m}段",
    "第XQ-1/{n}号决定第{m}段",
    "《河流公约》附件二",
    "下文附件",
    "XQ/MOP/3/{n}号文件",
)
_PLACES = (
    "东河 西岭 南浦 北洲 青川 白沙 红山 黑水 长滩 大湾 石桥 新港 "
    "古渡 上林 下坪 云台 松江 柳营 竹溪 梅岭 兰亭 菊潭 桃源 杏坛"
).split()
_HAN = "一二三四五六七八九十"
_STYLES = {"targets": "goal", "signs": "letter", "effects": "plain"}
_HEADS = {"goal": "远景", "targets": "具体任务", "signs": "衡量标志", "effects": "预期变化"}
_COLUMNS = {
    "party": "缔约方",
    "scale": "分摊比额表",
    "capped": "实行20%上限，且任何内陆国的摊款不得超过0.02%的比额",
    "contribution": "2031年1月1日的摊款",
}
_CAPTION = "2031年河流信托基金分摊款"


def guide() -> Guide:
    """What an importer would know beforehand of this meeting."""
    plan = PlanGuide(
        f"{PREFIX}/4",
        tuple(_STYLES),
        _HEADS,
        _STYLES,
        tuple(f"C.{n}" for n in range(1, 7)),
        "河流行动计划",
    )
    names = {f"R{n}": name for n, name in enumerate(_PLACES, 1)}
    table = TableGuide(f"{PREFIX}/2#table-7", "7", names, tuple(_COLUMNS)[1:], heads=_COLUMNS)
    return Guide((plan,), (table,), (*PREAMBULAR, *OPERATIVE))


def booklet(seed: int) -> Booklet:
    """One booklet of the meeting; the counts differ from one to the next."""
    random = Random(seed)
    return Booklet(
        tuple(_Decision(f"{PREFIX}/{number}", number, random).decision() for number in range(1, 9)),
        "河流会议的工作成果",
        ("河流会议举行了第三次会议，通过了八项决定。",),
    )


@dataclass
class _Decision:
    id: str
    number: int
    random: Random
    noted: int = 0
    starred: bool = False
    elements: list[Element] = field(default_factory=list)

    def at(self, anchor: str) -> str:
        return f"{self.id}#{anchor}"

    def decision(self) -> Decision:
        random = self.random
        self.heading("title", "title", self.id, f"{random.choice(_WHAT)}的{random.choice(_DO)}和{random.choice(_WHAT)}")
        self.add(Segment(self.at("opening"), "opening", "", ("作为河流公约缔约方会议的河流大会，",)))
        for clause in range(1, random.randint(1, 6) + 1):
            words = self.words(random.choice(PREAMBULAR), "，")
            self.add(Segment(self.at(f"pre-{clause}"), "clause", "", words))
        lettered = self.number in (3, 7)
        section = 0
        for n in range(1, random.randint(4, 9) + (20 if lettered else 0)):
            if lettered and (n == 1 or random.random() < 0.2):
                section += 1
                self.heading(f"sec-{chr(96 + section)}", "heading", f"{chr(64 + section)}.", self.topic())
            self.paragraph("", n, depth=2 if self.number in (5, 7) else 1)
        if self.number == 2:
            self.elements.append(self.table())
        if self.number in (4, 5):
            self.annex("annex", "附件", sections=self.number == 4)
        if self.number == 6:
            self.annex("annex-1", "附件一", sections=True)
            self.annex("annex-2", "附件二", sections=False)
        if self.number == 4:
            self.heading("appendix", "heading", "附录", "河流行动计划")
            self.elements.append(self.plan())
        return Decision(self.id, tuple(self.elements))

    # --- parts

    def add(self, *segments: Segment) -> None:
        self.elements.append(Block(segments))

    def heading(self, anchor: str, kind: str, label: str, words: str) -> None:
        self.add(Segment(self.at(anchor), kind, label, (words,)))

    def topic(self) -> str:
        return f"{self.random.choice(_WHAT)}和{self.random.choice(_WHAT)}"

    def annex(self, part: str, label: str, *, sections: bool) -> None:
        self.heading(part, "heading", label, f"{self.topic()}的职权范围")
        section = 0
        for n in range(1, self.random.randint(4, 12)):
            if sections and (n == 1 or self.random.random() < 0.3):
                section += 1
                self.heading(f"{part}-sec-{section}", "heading", f"{_HAN[section - 1]}.", self.topic())
            self.paragraph(f"{part}-", n, depth=1)

    def paragraph(self, part: str, n: int, depth: int) -> None:
        """A paragraph, plain, with sub-paragraphs below it, or with some run into its sentence."""
        id = f"{part}p{n}"
        act = self.random.choice(OPERATIVE)
        shape = self.random.random()
        if shape < 0.6:
            self.add(Segment(self.at(id), "paragraph", f"{n}.", self.words(act, self.random.choice("；。"))))
            return
        lead = Segment(self.at(id), "paragraph", f"{n}.", (f"{act}{self.random.choice(_WHO)}：",))
        count = self.random.randint(2, 6)
        items = [self.item(id, chr(97 + order), order + 1 == count) for order in range(count)]
        if shape < 0.75:
            self.add(lead, *items)
            return
        self.add(lead)
        for item in items:
            if depth > 1 and self.random.random() < 0.4:
                self.nested(item)
            else:
                self.add(item)

    def item(self, id: str, letter: str, last: bool) -> Segment:
        words = self.words(self.random.choice(_HOW), "。" if last else "；", short=True)
        return Segment(self.at(f"{id}-{letter}"), "item", f"({letter})", words)

    def nested(self, item: Segment) -> None:
        self.add(Segment(item.at, item.kind, item.label, (f"{self.random.choice(_HOW)}采取下列措施：",)))
        for roman in ("i", "ii", "iii")[: self.random.randint(2, 3)]:
            words = self.words(self.random.choice(_HOW), "；", short=True, noted=False)
            self.add(Segment(f"{item.at}-{roman}", "item", f"({roman})", words))

    # --- words

    def words(self, begin: str, end: str, *, short: bool = False, noted: bool = True) -> tuple[Part, ...]:
        """A sentence that nobody ever wrote, sometimes with citations, figures and a footnote."""
        out: list[Part] = []
        run = begin
        for place in range(self.random.randint(1, 2 if short else 5)):
            run += "，" * bool(place) + self.clause()
            if noted and self.random.random() < 0.12 and self.noted < 12:
                out += [run, self.note()]
                run = ""
        if isinstance(out[-1] if out else "", Note) and not run and self.random.random() < 0.2:
            # The mark stands behind the last sign.
            return (*out[:-2], f"{out[-2]}{end}", out[-1])
        return (*out, f"{run}{end}")

    def clause(self) -> str:
        random = self.random
        day = f"{random.randint(2027, 2039)}年{random.randint(1, 12)}月{random.randint(1, 28)}日"
        return random.choice(
            (
                f"{random.choice(_WHO)}{random.choice(_HOW)}{random.choice(_DO)}{random.choice(_WHAT)}",
                f"{random.choice(_DO)}{random.choice(_WHAT)}和{random.choice(_WHAT)}",
                f"根据{self.cited()}{random.choice(_DO)}{random.choice(_WHAT)}",
                f"{random.choice(_WHY)}，并{random.choice(_DO)}{self.cited()}所列的{random.choice(_WHAT)}",
                f"在{day}之前{random.choice(_DO)}{random.choice(_WHAT)}",
                f"拨出{random.randint(2, 900)},{random.randint(100, 999)}美元，占预算的{random.randint(2, 60)}%",
            )
        )

    def cited(self) -> str:
        return self.random.choice(_CITED).format(n=self.random.randint(1, 40), m=self.random.randint(1, 9))

    def note(self) -> Note:
        if self.number == 1 and not self.starred:
            self.starred = True
            return Note("s1", "*", f"由于洪水，会议改期举行，{self.random.choice(_WHY)}。")
        self.noted += 1
        body = self.random.choice(
            (
                f"{self.cited()}。",
                f"见{self.cited()}。",
                f"{'、'.join(self.random.sample(_PLACES, self.random.randint(3, 20)))}。",
            )
        )
        return Note(str(self.noted), str(self.noted), body)

    # --- tables

    def table(self) -> Table:
        id = self.at("table-7")
        columns = tuple(Segment(f"{id}/col-{column}", "column", "", (head,)) for column, head in _COLUMNS.items())
        rows = []
        for n, name in enumerate(_PLACES, 1):
            share, capped = self.random.randint(1, 9000), self.random.randint(1, 9000)
            figures = (f"{share / 1000:.3f}", f"{capped / 1000:.3f}", f"{capped * 23:,}")
            rows.append((Segment(f"{id}/row-r{n}", "row", str(n), (name,)), figures))
        return Table(Segment(id, "table", "", (_CAPTION,)), "7", "(美元)", columns, tuple(rows))

    def plan(self) -> Plan:
        goals = tuple(self.goal(n) for n in range(1, 7))
        return Plan("河流行动计划", tuple(_HEADS.values()), goals, ((0, "C.  河流"),))

    def goal(self, n: int) -> Goal:
        own = f"c-{n}"
        return Goal(
            Segment(self.at(own), "goal", f"C.{n}.", (f"{self.random.choice(_WHO)}{self.sentence()}",)),
            tuple(tuple(self.cell(own, n, column, style)) for column, style in _STYLES.items()),
        )

    def cell(self, goal: str, n: int, column: str, style: str) -> Iterator[Segment]:
        count = 1 if style == "plain" else self.random.randint(1, 5)
        for order in range(1, count + 1):
            label = {"goal": f"C.{n}.{order}.", "letter": f"({chr(96 + order)})", "plain": ""}[style]
            part = chr(96 + order) if style == "letter" else str(order)
            end = "" if style == "plain" else "。" if order == count else "；"
            yield Segment(self.at(f"{goal}-{column}-{part}"), "cell", label, (f"{self.sentence()}{end}",))

    def sentence(self) -> str:
        random = self.random
        what = f"{random.choice(_WHAT)}和{random.choice(_WHAT)}"
        return f"{random.choice(_HOW)}{random.choice(_DO)}{what}，{random.choice(_WHY)}"
