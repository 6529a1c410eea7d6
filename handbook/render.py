"""Site pages → HTML of their main part, in one language. The only module that imports jinja2.

Templates stand in `handbook/templates/`; they loop and choose, what they show is made here as plain values. They run in Jinja's
sandbox with strict names: a macro line of the prose can call what `handbook.macros` lists and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from handbook import citations
from handbook.finding import Finding, Place
from handbook.languages import LANGUAGES, Language
from handbook.macros import SIGNATURES
from handbook.model import (
    Call,
    Clause,
    Decision,
    Erratum,
    Footnote,
    Heading,
    Item,
    Names,
    Note,
    Page,
    PlanGoal,
    Span,
    Table,
    Unit,
    Words,
)
from handbook.references import INSTRUMENTS, Target, anchor_of, page_of, parse, slug
from handbook.site import Site, SitePage, item_anchor, natural, unit_target

MACRO_FAILED = "MC003"
PAGE_FAILED = "MC004"

TEMPLATES = Path(__file__).parent / "templates"


class _Memory(BytecodeCache):
    """Compiled templates, kept for the life of the process: six languages and every rebuild of a preview use the same ones."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if code := self.kept.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key + bucket.checksum] = bucket.bytecode_to_string()


BYTECODE = _Memory()


@dataclass(frozen=True)
class Crumb:
    title: str
    path: str | None


@dataclass(frozen=True)
class Entry:
    """A line of a contents list. `number` entries are short (a paragraph's number), the others titles."""

    title: str
    anchor: str
    level: int = 1
    number: bool = False


@dataclass(frozen=True)
class Record:
    """One record of the search index: an address, its heading, its words, what kind of thing it is."""

    anchor: str
    title: str
    text: str
    kind: str


@dataclass(frozen=True)
class Rendered:
    """A page's main part and what the frame needs to know of it.

    `prose` is the language whose prose stands in, or None where the page is wholly in its own language.
    """

    title: str
    short: str
    html: str
    contents: tuple[Entry, ...]
    crumbs: tuple[Crumb, ...]
    prose: str | None
    description: str
    search: tuple[Record, ...]


@dataclass
class _Gathering:
    """What one page's templates report while they run."""

    contents: list[Entry] = field(default_factory=list)
    search: list[Record] = field(default_factory=list)


_FRENCH = ((re.compile(r" ([;!?])"), "\u202f\\1"), (re.compile(r" ([:»%])"), "\u00a0\\1"), (re.compile(r"« "), "«\u00a0"))
_LATIN = re.compile(r"[A-Z][A-Za-z0-9]*(?:[/.-][A-Za-z0-9]+)+")


class View:
    """One language of the site: what the templates may ask."""

    def __init__(self, site: Site, language: str) -> None:
        self.site = site
        self.corpus = site.corpus
        self.record = site.record
        self.language: Language = LANGUAGES[language]
        self.names: Names = self.corpus.names[language]
        self.env = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=BYTECODE,
            auto_reload=True,
        )
        self.env.globals.update(
            ui=self.ui,
            name=self.name,
            cite=self.cite,
            href=self.href,
            language=self.language,
            languages=LANGUAGES,
        )

    # --- words --------------------------------------------------------------------------------------------------------

    def ui(self, key: str, **values: object) -> str:
        """A word of the interface with its placeholders filled."""
        text = self.typeset(self.names[f"ui.{key}"], self.language.code)
        for slot, value in values.items():
            text = text.replace(f"{{{slot}}}", str(value))
        return text

    def name(self, key: str) -> str:
        return self.typeset(self.names[key], self.language.code)

    @staticmethod
    def typeset(text: str, language: str) -> str:
        """Spaces that a language's typography asks for and its editors need not type."""
        if language == "fr":
            for form, sign in _FRENCH:
                text = form.sub(sign, text)
        return text

    def cite(self, target: Target, within: str | None = None) -> str:
        if target.scheme == "goal" and target.parts:
            return self.cite_item(target)
        return self.typeset(citations.label(target, self.language.code, self.names, within), self.language.code)

    def cite_item(self, target: Target) -> str:
        """An item of a plan: `goal A.5, indicators (c)`."""
        plan, _, goal = target.id.partition("/")
        column, part = target.parts[0], target.parts[-1]
        entry = self.record.goals[goal].plans[plan.replace("-", "_")]
        item = next((one for one in entry.cells.get(column, ()) if one.part == part), None)
        label = self.language.label(item.label, item.kind).rstrip(".") if item and item.label else part
        return f"{self.cite(target.whole)}{self.language.comma}{self.column_item(column, label)}"

    def column_item(self, column: str, label: str) -> str:
        """`indicators (c)`, in the middle of a sentence."""
        head = self.name(f"column.{column}")
        return f"{head[:1].lower()}{head[1:]}{'' if self.language.code == 'zh' else ' '}{label}"

    def sentence(self, text: str) -> str:
        """A citation at the head of a line: its first letter large."""
        return text[:1].upper() + text[1:]

    def inner(self, text: str) -> str:
        """A citation that does not stand at the head of a line: its first letter small, unless it is a symbol's."""
        return text if text[1:2].isupper() or not text[1:2].isalpha() else text[:1].lower() + text[1:]

    @property
    def incomplete(self) -> bool:
        """Whether the record holds what the handbook does not show yet."""
        return any(not one.published for one in (*self.record.decisions.values(), *self.record.goals.values()))

    def isolate(self, text: str) -> Markup:
        """In Arabic, symbols of Latin letters and digits keep their order whatever stands round them."""
        if not self.language.rtl:
            return escape(text)
        return Markup(_LATIN.sub(lambda found: f'<bdi dir="ltr">{found[0]}</bdi>', str(escape(text))))

    def day(self, iso: str) -> str:
        return self.language.date(date.fromisoformat(iso))

    # --- addresses ----------------------------------------------------------------------------------------------------

    def href(self, path: str, anchor: str = "", page: str = "") -> str:
        """Address of a page of this language, relative to `page`."""
        if path == page and anchor:
            return f"#{anchor}"
        up = "../" * page.count("/")
        return (up + path or "./") + (f"#{anchor}" if anchor else "")

    def other(self, language: str, path: str) -> str:
        """Address of the same page in another language, relative to it in this one."""
        return "../" * (path.count("/") + 1) + f"{language}/{path}"

    # --- pages --------------------------------------------------------------------------------------------------------

    def try_page(self, page: SitePage) -> tuple[Rendered | None, list[Finding]]:
        """Render one page; what a macro or a template stumbles over is a finding, at the macro's line where there is one."""
        sheet = _Sheet(self, page)
        try:
            rendered = sheet.rendered()
        except (TemplateError, LookupError, ValueError, TypeError, AttributeError, AssertionError) as error:
            place = sheet.prose.place if sheet.prose else Place("handbook/templates")
            what = f"page {page.path!r} in {self.language.code} cannot be made: {error}"
            return None, [*sheet.problems, Finding(place, PAGE_FAILED, what, "mend the record or the names that it needs")]
        return rendered, sheet.problems

    def title(self, page: SitePage) -> tuple[str, str]:
        """Title and short title of a page."""
        kind = page.kind
        if kind == "decision":
            return self.name(page.id), page.id
        if kind == "plan":
            return self.name(f"plan.{page.id}"), self.name(f"plan.{page.id}")
        if kind == "goal":
            return self.name(f"goal.{page.id}"), page.id
        if kind == "target":
            target = parse(page.id)
            assert isinstance(target, Target)
            label = self.sentence(self.cite(target))
            return label, label
        if kind == "home":
            return self.ui("site_name"), self.ui("home")
        key = {"decisions": "list_of_decisions", "articles": "index_by_article", "goals": "list_of_goals"}.get(kind, kind)
        return self.ui(key), self.ui({"decisions": "decisions", "articles": "articles", "goals": "goals"}.get(kind, kind))


@dataclass(frozen=True)
class NoteView:
    """A footnote as shown: its id, mark and words."""

    id: str
    mark: str
    label: str
    html: Markup
    language: Language


@dataclass(frozen=True)
class ErratumView:
    id: str
    anchor: str
    printed: str
    meant: str
    why: str
    sure: str
    place: str
    href: str


@dataclass(frozen=True)
class UnitView:
    """A unit as shown."""

    id: str
    kind: str
    label: str
    cite: str
    html: Markup
    tail: Markup
    items: list[UnitView]
    notes: list[NoteView]
    errata: list[ErratumView]
    run_in: bool
    prose: Language


@dataclass(frozen=True)
class LinkView:
    title: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class ReferringView:
    """A place and who refers to it, page by page; `owner` is None for the page that the place stands on."""

    place: LinkView
    groups: list[tuple[LinkView | None, list[LinkView]]]


class _Sheet:
    """The rendering of one page."""

    def __init__(self, view: View, page: SitePage) -> None:
        self.view = view
        self.at = page
        self.record = view.record
        self.gathering = _Gathering()
        self.problems: list[Finding] = []
        self.decision: Decision | None = self.record.decisions.get(page.id) if page.kind == "decision" else None
        self.prose: Page | None = None
        if page.kind in ("decision", "plan"):
            self.prose = view.corpus.prose(view.language.code, page.kind, page.id)
        self.own = self.prose is None or self.prose.language == view.language.code

    # --- the whole ----------------------------------------------------------------------------------------------------

    def rendered(self) -> Rendered:
        title, short = self.view.title(self.at)
        html = getattr(self, f"_{self.at.kind}")()
        prose = None if self.own or self.prose is None else self.prose.language
        return Rendered(
            title=title,
            short=short,
            html=html,
            contents=tuple(self.gathering.contents),
            crumbs=tuple(self.crumbs()),
            prose=prose,
            description=self.description(),
            search=(Record("", title, self.description(), self.at.kind), *self.gathering.search),
        )

    def description(self) -> str:
        view = self.view
        if self.decision:
            return f"{self.decision.symbol} · {view.name(self.decision.id)}"
        return view.ui("site_tagline") if self.at.kind == "home" else view.title(self.at)[0]

    def crumbs(self) -> Iterable[Crumb]:
        view = self.view
        parents = {"decision": "decisions", "plan": "plans", "goal": "goals"}
        if self.at.kind == "home":
            return
        yield Crumb(view.ui("home"), view.href("", page=self.at.path))
        parent = parents.get(self.at.kind)
        if self.at.kind == "target":
            parent = {"art": "articles", "dec": "decisions"}.get(self.at.id.partition(":")[0])
        if parent:
            yield Crumb(view.title(SitePage(f"{parent}/", parent))[1], view.href(f"{parent}/", page=self.at.path))

    def template(self, name: str, **values: object) -> Markup:
        values = {"page": self.at, "view": self.view, "sheet": self, **values}
        return Markup(self.view.env.get_template(name).render(values))

    def to(self, path: str, anchor: str = "") -> str:
        return self.view.href(path, anchor, self.at.path)

    def link(self, target: Target, within: str | None = None) -> LinkView:
        return LinkView(self.view.sentence(self.view.cite(target, within)), self.to(page_of(target), anchor_of(target)))

    # --- prose --------------------------------------------------------------------------------------------------------

    @property
    def prose_language(self) -> Language:
        return LANGUAGES[self.prose.language if self.prose else self.view.language.code]

    def spans(self, spans: Iterable[Span]) -> Markup:
        """Spans as HTML, links resolved, marks linked to their notes."""
        language = self.prose_language
        out: list[str] = []
        before = ""
        for span in spans:
            text = View.typeset(span.text, language.code)
            if span.kind == "text":
                out.append(str(self.isolate(text, language)))
            elif span.kind == "act":
                out.append(f'<strong class="hb-act">{escape(text)}</strong>')
            elif span.kind == "mark":
                if before == "mark":
                    out.append('<sup class="hb-mark__comma">,</sup>')
                out.append(str(self.mark(span.text)))
            else:
                out.append(str(self.reference(span, language)))
            before = span.kind
        return Markup("".join(out))

    def isolate(self, text: str, language: Language) -> Markup:
        if not language.rtl:
            return escape(text)
        return Markup(_LATIN.sub(lambda found: f'<bdi dir="ltr">{found[0]}</bdi>', str(escape(text))))

    def mark(self, mark: str) -> Markup:
        label = self.view.ui("footnote", n=mark)
        shown = "*" * int(mark[1:]) if mark.startswith("s") else mark
        return Markup(
            '<sup class="hb-mark"><a id="fnref-{id}" href="#fn-{id}" role="doc-noteref" aria-label="{label}">{shown}</a></sup>'
        ).format(id=mark, label=label, shown=shown)

    def reference(self, span: Span, language: Language) -> Markup:
        within = self.at.id if self.at.kind == "decision" else None
        target = parse(span.target, within)
        if isinstance(target, str):
            return escape(span.text)
        text = View.typeset(span.text, language.code)
        if not text:
            names = self.view.corpus.names[language.code]
            text = View.typeset(citations.label(target, language.code, names, within), language.code)
        page = page_of(target)
        if page not in self.view.site.by_path:
            return escape(text)
        held = self.view.site.by_path[page].kind != "target"
        kind = "hb-ref" if held else "hb-ref hb-ref--outside"
        title = "" if held else Markup(' title="{}"').format(self.view.ui("opens_outside"))
        return Markup('<a class="{kind}" href="{href}"{title}>{text}</a>').format(
            kind=kind, href=self.to(page, anchor_of(target)), title=title, text=self.isolate(text, language)
        )

    def plain(self, spans: Iterable[Span]) -> str:
        """The words alone, for the search index."""
        out = []
        for span in spans:
            if span.kind == "link" and not span.text:
                target = parse(span.target, self.at.id if self.at.kind == "decision" else None)
                if isinstance(target, Target):
                    names = self.view.corpus.names[self.prose_language.code]
                    out.append(citations.label(target, self.prose_language.code, names))
            elif span.kind != "mark":
                out.append(span.text)
        return "".join(out)

    # --- decision -----------------------------------------------------------------------------------------------------

    def _decision(self) -> str:
        decision = self.decision
        assert decision is not None
        blocks: list[Markup] = []
        if self.prose is None:
            blocks.append(self.call(Call("header", (), decision.place)))
        else:
            part = ""
            counted = _Counter()
            for block in self.prose.blocks:
                if isinstance(block, Call):
                    blocks.append(self.call(block))
                elif isinstance(block, Heading):
                    if block.level == 1:
                        part = block.id
                        counted = _Counter(counted.clauses if part == "" else 0)
                    blocks.append(self.heading(block, part))
                else:
                    unit = self.unit_of(block, part, counted)
                    if unit is not None:
                        blocks.append(self.unit(unit))
        return self.template("decision.html", blocks=blocks, end=self.end(), stubs=self.stubs())

    def unit_of(self, block: Clause, part: str, counted: _Counter) -> Unit | None:
        prefix = f"{part}-" if part else ""
        if block.kind == "plain":
            counted.clauses += 1
            id = f"{prefix}pre-{counted.clauses}"
        else:
            id = f"{prefix}p{block.label}"
        assert self.decision is not None
        return self.decision.units.get(id)

    def unit(self, unit: Unit) -> Markup:
        shown = self.unit_view(unit, top=True)
        if unit.kind == "paragraph":
            self.gathering.contents.append(Entry(unit.label, unit.id, 3, number=True))
        return self.template("unit.html", unit=shown)

    def unit_view(self, unit: Unit, top: bool = False) -> UnitView:
        assert self.decision is not None and self.prose is not None
        language = self.view.language
        words = self.prose.units.get(unit.id) or Words(unit.id, (), (), unit.place)
        target = unit_target(self.decision.id, unit.id)
        cite = self.view.cite(target, self.decision.id)
        label = "" if unit.kind == "plain" else language.label(unit.label, unit.kind)
        if self.own:
            text = f"{self.plain(words.spans)} {self.plain(words.tail)}".strip()
            self.gathering.search.append(Record(unit.id, f"{self.decision.id}{language.comma}{cite}", text, "decision"))
        return UnitView(
            id=unit.id,
            kind=unit.kind,
            label=label,
            cite=cite,
            html=self.spans(words.spans),
            tail=self.spans(words.tail),
            items=[self.unit_view(item) for item in unit.items],
            notes=self.notes(unit.id),
            errata=self.errata(unit.id),
            run_in=unit.run_in,
            prose=self.prose_language,
        )

    def notes(self, at: str) -> list[NoteView]:
        """The footnotes whose marks stand at a unit."""
        if self.decision is None:
            return []
        return [self.note(note) for note in self.decision.footnotes if note.at == at or note.at.startswith(f"{at}/")]

    @cached_property
    def note_texts(self) -> Mapping[str, Note]:
        return {note.mark: note for note in self.prose.notes} if self.prose else {}

    def note(self, note: Footnote) -> NoteView:
        text = self.note_texts.get(note.mark)
        spans = text.spans if text else ()
        if self.own and self.decision:
            title = f"{self.decision.id}{self.view.language.comma}{self.view.ui('footnote', n=note.n)}"
            self.gathering.search.append(Record(note.id, title, self.plain(spans), "decision"))
        return NoteView(note.id, note.mark, note.n, self.spans(spans), self.prose_language)

    def errata(self, at: str) -> list[ErratumView]:
        if self.decision is None:
            return []
        where = f"{self.decision.id}#{at}"
        return [self.erratum(erratum) for erratum in self.record.errata if erratum.at.partition("/")[0] == where]

    def erratum(self, erratum: Erratum) -> ErratumView:
        view = self.view
        id, _, anchor = erratum.at.partition("#")
        anchor = anchor.replace("/row-", "-").partition("/")[0]
        table, _, row = erratum.at.partition("/row-")
        place = view.cite(unit_target(id, table.partition("#")[2] if row else anchor))
        if row:
            place += view.language.comma + view.name(f"party.{row.upper()}")
        return ErratumView(
            id=f"erratum-{erratum.id}",
            anchor=erratum.id,
            printed=erratum.printed,
            meant=view.name(f"erratum.{erratum.id}.meant"),
            why=view.name(f"erratum.{erratum.id}.why"),
            sure=view.ui(erratum.sure),
            place=view.sentence(place),
            href=self.to(f"decisions/{slug(id)}/", anchor),
        )

    def heading(self, block: Heading, part: str) -> Markup:
        assert self.decision is not None
        if block.level == 1:
            anchor, kind = block.id, block.id.partition("-")[0]
            number = self.view.ui(kind)
        else:
            anchor = f"{part}-sec-{slug(block.id)}".lstrip("-")
            section = next(
                (one for body in self.decision.body.walk() for one in body.sections if one.id == anchor), None
            )
            kind, number = "section", section.label if section and section.label else ""
        title = self.view.names.get(f"{self.decision.id}#{anchor}")
        self.gathering.contents.append(Entry(" ".join(filter(None, (number, title))), anchor, 1 if block.level == 1 else 2))
        return self.template("heading.html", anchor=anchor, kind=kind, number=number, title=title, level=block.level + 1)

    def end(self) -> list[ReferringView]:
        """What refers to this page from elsewhere and from itself: place by place."""
        return self.referring(self.at.path, self.decision.id if self.decision else None)

    def referring(self, path: str, within: str | None) -> list[ReferringView]:
        out = []
        found = self.view.site.backlinks.get(path, {})
        order = {anchor: place for place, anchor in enumerate(self.decision.units)} if self.decision else {}
        for anchor in sorted(found, key=lambda one: (one != "", order.get(one, len(order)), natural(one))):
            if within:
                place = self.view.sentence(self.view.cite(unit_target(within, anchor), within))
            else:
                whole = parse(self.at.id)
                assert isinstance(whole, Target)
                parts = next((one for one in self.view.site.targets[whole] if anchor_of(Target(whole.scheme, whole.id, one)) == anchor), ())
                place = self.view.sentence(self.view.cite(Target(whole.scheme, whole.id, parts)))
            out.append(ReferringView(LinkView(place, f"#{anchor}" if anchor else "", anchor), self.by_page(found[anchor])))
        return out

    def by_page(self, sources: Iterable[Target]) -> list[tuple[LinkView | None, list[LinkView]]]:
        """Sources under the page they stand on, each named by its place there."""
        view = self.view
        groups: dict[str, list[LinkView]] = {}
        for source in sources:
            path = page_of(source)
            title = view.sentence(view.cite(source, source.id if source.parts else None))
            groups.setdefault(path, []).append(LinkView(title, self.to(path, anchor_of(source))))
        out: list[tuple[LinkView | None, list[LinkView]]] = []
        for path, links in groups.items():
            page = view.site.by_path[path]
            title, short = view.title(page)
            owner = LinkView(short, self.to(path), title if title != short else "")
            out.append((None if path == self.at.path else owner, links))
        return out

    def stubs(self) -> list[LinkView]:
        """Places of an unpublished decision that others cite: each keeps its address."""
        decision = self.decision
        if decision is None or decision.published:
            return []
        anchors = [anchor for anchor in self.view.site.backlinks.get(self.at.path, {}) if anchor and anchor not in decision.tables]
        view = self.view
        return [LinkView(view.sentence(view.cite(unit_target(decision.id, anchor), decision.id)), "", anchor) for anchor in anchors]

    # --- macros -------------------------------------------------------------------------------------------------------

    def call(self, call: Call) -> Markup:
        """One macro line. That its name and arguments are right is a check's matter; here it must only never run anything else."""
        wanted = SIGNATURES.get(call.name)
        if wanted is None or len(wanted) != len(call.arguments) or not all(map(isinstance, call.arguments, wanted)):
            return Markup()
        try:
            return Markup(getattr(self, f"macro_{call.name}")(*call.arguments))
        except (TemplateError, LookupError, ValueError, TypeError, AttributeError, AssertionError) as error:
            hint = "mend the record or the names that it needs"
            self.problems.append(Finding(call.place, MACRO_FAILED, f"macro {call.name!r} fails: {error}", hint))
            return Markup()

    def macro_header(self) -> str:
        """Symbol, title, meeting, place, date, articles, page in the booklet, status of the text."""
        decision = self.decision
        if decision is None:
            return self.plan_header()
        view = self.view
        part = next((one for one in self.record.meetings.get(decision.meeting, ()) if one.id == decision.part), None)
        dates = view.language.span(date.fromisoformat(part.first), date.fromisoformat(part.last)) if part else ""
        return self.template(
            "header.html",
            symbol=decision.symbol,
            id=decision.id,
            title=view.name(decision.id),
            meeting=view.names.get(f"meeting.{decision.meeting}"),
            place=view.names.get(f"place.{decision.part}"),
            dates=dates,
            articles=[self.article(reference.target) for reference in decision.articles],
            page_number=decision.page,
            published=decision.published,
            notes=self.notes("title"),
            partial=bool(decision.tables) and not decision.published,
            language_of_text=view.name(f"language.{self.prose_language.code}"),
        )

    def article(self, target: Target) -> LinkView:
        return LinkView(self.view.sentence(self.view.cite(target)), self.to(page_of(target)), self.view.names.get(str(target)))

    def macro_opening(self) -> str:
        assert self.decision is not None
        text = self.view.name(f"opening.{self.decision.opening}")
        return self.template("opening.html", text=text, notes=self.notes("opening"), errata=self.errata("opening"))

    def macro_plan(self) -> str:
        return self.plan_table(self.at.id)

    def macro_table(self, label: str) -> str:
        assert self.decision is not None
        table = self.record.tables.get(f"{self.decision.id}#table-{label}")
        return self.figures(table) if table else ""

    # --- tables -------------------------------------------------------------------------------------------------------

    def figures(self, table: Table) -> str:
        view = self.view
        title = view.name(table.id)
        self.gathering.contents.append(Entry(f"{view.ui('table_n', n=table.label)} {title}", table.anchor, 1))
        rows = []
        errata: list[ErratumView] = []
        for row in table.rows:
            party = view.name(f"party.{row.id}")
            cells = [view.language.figure(row.figures[column.id]) if column.id in row.figures else "" for column in table.columns[1:]]
            anchor = f"{table.anchor}-{row.id.lower()}"
            found = self.errata(f"{table.anchor}/row-{row.id.lower()}") or [
                self.erratum(one) for one in self.record.errata if one.at == f"{table.id}/row-{row.id.lower()}"
            ]
            errata += found
            ldc = self.record.parties[row.id].ldc if row.id in self.record.parties else False
            rows.append((anchor, party, cells, ldc, found))
            heads = [view.name(f"column.{column.id}") for column in table.columns[1:]]
            words = view.language.list_comma.join(f"{head} {cell}" for head, cell in zip(heads, cells, strict=True) if cell)
            self.gathering.search.append(Record(anchor, f"{party} · {title}", words, "table"))
        marks = {note.at.partition("/col-")[2]: note for note in (self.decision.footnotes if self.decision else ()) if note.at.startswith(f"{table.anchor}/col-")}
        return self.template(
            "figures.html",
            anchor=table.anchor,
            number=view.ui("table_n", n=table.label),
            title=title,
            currency=view.name(f"currency.{table.currency}"),
            columns=[
                (column.id, view.name(f"column.{column.id}"), self.mark(marks[column.id].mark) if column.id in marks else "")
                for column in table.columns
            ],
            rows=rows,
            totals=[view.language.figure(table.totals[column.id]) if column.id in table.totals else "" for column in table.columns[1:]],
            notes=self.notes(table.anchor),
            errata=errata,
            kind=table.kind,
        )

    def plan_header(self) -> str:
        plan = self.record.plans[self.at.id]
        decision = self.record.decisions.get(plan.decision)
        return self.template(
            "plan_header.html",
            title=self.view.name(f"plan.{plan.id}"),
            decision=self.link(Target("dec", plan.decision)),
            decision_title=self.view.names.get(plan.decision),
            symbol=decision.symbol if decision else "",
            language_of_text=self.view.name(f"language.{self.prose_language.code}"),
        )

    def plan_table(self, plan_id: str) -> str:
        view = self.view
        plan = self.record.plans[plan_id]
        areas = []
        for area in self.record.areas:
            goals = []
            for goal in self.record.goals.values():
                if goal.area != area:
                    continue
                if goal.published:
                    goals.append(self.goal_view(goal.plans[plan_id], plan_id, anchors=True))
                    title = f"{goal.id} {view.name(f'goal.{goal.id}')}"
                    self.gathering.contents.append(Entry(title, slug(goal.id), 1))
            missing = [goal.id for goal in self.record.goals.values() if goal.area == area and not goal.published]
            areas.append((area, view.name(f"area.{area}"), goals, missing))
        columns = [
            (column, view.name(f"column.{column}"), view.name(f"column.{column}.caption")) for column in ("goal", *plan.columns)
        ]
        return self.template("plan_table.html", areas=areas, columns=columns, plan=plan)

    def goal_view(self, entry: PlanGoal, plan_id: str, anchors: bool) -> dict[str, object]:
        """One goal in one plan: wording, cells by column, source. Anchors are the plan page's own, or the goal page's."""
        plan = self.record.plans[plan_id]
        prose = self.view.corpus.prose(self.view.language.code, "plan", plan_id)
        self.prose = prose
        self.own = prose is None or prose.language == self.view.language.code
        goal_slug = slug(entry.goal)
        wording = prose.units.get(goal_slug) if prose else None
        cells = []
        for column in plan.columns:
            items = []
            for item in entry.cells.get(column, ()):
                items.append(self.item_view(entry.goal, column, item, prose, plan.slug, anchors))
            cells.append((column, self.view.name(f"column.{column}"), items))
        if anchors and self.own and wording:
            title = f"{entry.goal} {self.view.name(f'goal.{entry.goal}')}"
            self.gathering.search.append(Record(goal_slug, title, self.plain(wording.spans), "plan"))
        return {
            "id": entry.goal,
            "slug": goal_slug,
            "handle": self.view.name(f"goal.{entry.goal}"),
            "href": self.to(f"goals/{goal_slug}/"),
            "html": self.spans(wording.spans) if wording else Markup(),
            "cells": cells,
            "source": self.view.ui(f"source_{entry.sources}"),
            "sources": entry.sources,
            "prose": self.prose_language,
            "plan": plan,
        }

    def item_view(
        self, goal: str, column: str, item: Item, prose: Page | None, plan: str, anchors: bool
    ) -> dict[str, object]:
        anchor = item_anchor(goal, column, item)
        words = prose.units.get(anchor) if prose else None
        label = ""
        if item.label:
            label = self.view.language.label(item.label, item.kind)
        cite = self.view.column_item(column, label.rstrip(".") or item.part)
        if anchors and self.own and words:
            title = f"{goal}{self.view.language.comma}{cite}"
            self.gathering.search.append(Record(anchor, title, self.plain(words.spans), "plan"))
        return {
            "id": anchor if anchors else f"{plan}-{anchor}",
            "label": label,
            "kind": item.kind,
            "cite": cite,
            "html": self.spans(words.spans) if words else Markup(),
            "source": item.source,
            "prose": self.prose_language,
        }

    def _plan(self) -> str:
        calls = [block for block in self.prose.blocks if isinstance(block, Call)] if self.prose else []
        return self.template("plain.html", blocks=[self.call(call) for call in calls], end=[])

    def _goal(self) -> str:
        goal = self.record.goals[self.at.id]
        plans = []
        for plan_id, entry in goal.plans.items():
            shown = self.goal_view(entry, plan_id, anchors=False)
            plan = self.record.plans[plan_id]
            title = self.view.name(f"plan.{plan_id}")
            self.gathering.contents.append(Entry(title, plan.slug, 1))
            back = self.view.site.backlinks.get(f"plans/{plan.slug}/", {})
            found = [(anchor, sources) for anchor, sources in back.items() if anchor.startswith(slug(goal.id))]
            sources = self.by_page(source for _, sources in found for source in sources)
            plans.append((plan, title, self.to(f"plans/{plan.slug}/", slug(goal.id)), shown, sources))
        published = [one.id for one in self.record.goals.values() if one.published]
        place = published.index(goal.id)
        return self.template("goal.html", goal=goal, plans=plans, area=self.view.name(f"area.{goal.area}"), place=place)

    # --- lists --------------------------------------------------------------------------------------------------------

    def decision_lines(self) -> list[dict[str, object]]:
        view = self.view
        return [
            {
                "id": decision.id,
                "title": view.name(decision.id),
                "href": self.to(f"decisions/{slug(decision.id)}/"),
                "published": decision.published,
                "partial": bool(decision.tables) and not decision.published,
                "articles": [self.article(reference.target) for reference in decision.articles],
                "part": decision.part,
            }
            for decision in self.record.decisions.values()
        ]

    def meeting_parts(self) -> list[tuple[str, str, list[dict[str, object]]]]:
        """Decisions under the part of the meeting that took them."""
        view = self.view
        out = []
        lines = self.decision_lines()
        for parts in self.record.meetings.values():
            for part in parts:
                dates = view.language.span(date.fromisoformat(part.first), date.fromisoformat(part.last))
                mine = [line for line in lines if line["part"] == part.id]
                out.append((view.name(f"place.{part.id}"), dates, mine))
        return out

    def goal_lines(self) -> list[tuple[str, str, list[dict[str, object]]]]:
        view = self.view
        out = []
        for area in self.record.areas:
            goals: list[dict[str, object]] = []
            for goal in self.record.goals.values():
                if goal.area == area:
                    handle = view.name(f"goal.{goal.id}") if goal.published else ""
                    goals.append({"id": goal.id, "handle": handle, "href": self.to(f"goals/{slug(goal.id)}/"), "published": goal.published})
            out.append((area, view.name(f"area.{area}"), goals))
        return out

    def _home(self) -> str:
        plans = [
            LinkView(self.view.name(f"plan.{plan.id}"), self.to(f"plans/{plan.slug}/"), plan.decision)
            for plan in self.record.plans.values()
        ]
        tables = [
            (table, self.to(f"decisions/{slug(table.decision)}/", table.anchor))
            for table in self.record.tables.values()
            if table.kind == "scale"
        ]
        parties = []
        if tables:
            table, _ = tables[0]
            base = f"decisions/{slug(table.decision)}/"
            parties = [
                LinkView(self.view.name(f"party.{row.id}"), self.to(base, f"{table.anchor}-{row.id.lower()}")) for row in table.rows
            ]
        return self.template(
            "home.html",
            parts=self.meeting_parts(),
            areas=self.goal_lines(),
            plans=plans,
            articles=self.article_lines(),
            parties=parties,
        )

    def _decisions(self) -> str:
        for place, _, lines in self.meeting_parts():
            if lines:
                self.gathering.contents.append(Entry(place, f"part-{slug(str(lines[0]['part']))}", 1))
        return self.template("decisions.html", parts=self.meeting_parts())

    def _plans(self) -> str:
        plans = [
            (LinkView(self.view.name(f"plan.{plan.id}"), self.to(f"plans/{plan.slug}/")), self.link(Target("dec", plan.decision)))
            for plan in self.record.plans.values()
        ]
        return self.template("plans.html", plans=plans, areas=self.goal_lines())

    def _goals(self) -> str:
        return self.template("goals.html", areas=self.goal_lines())

    def article_lines(self) -> list[tuple[str, str, list[dict[str, object]]]]:
        """Articles of each instrument that the handbook cites or that a decision concerns, and where."""
        view = self.view
        out = []
        for instrument, articles in self.record.instruments.items():
            lines: list[dict[str, object]] = []
            for n in articles:
                target = Target(instrument, n)
                cited = target in view.site.targets
                if instrument != INSTRUMENTS[0] and not cited:
                    continue
                lines.append(
                    {
                        "id": slug(n),
                        "cite": view.sentence(view.cite(target)) if instrument == INSTRUMENTS[0] else view.cite(target),
                        "title": view.names.get(str(target)),
                        "href": self.to(page_of(target)) if cited else "",
                        "concerns": [
                            LinkView(decision.id, self.to(f"decisions/{slug(decision.id)}/"), view.name(decision.id))
                            for decision in self.record.decisions.values()
                            if any(reference.target.whole == target for reference in decision.articles)
                        ],
                        "count": sum(len(found) for found in view.site.backlinks.get(page_of(target), {}).values()) if cited else 0,
                    }
                )
            if lines:
                out.append((instrument, view.name(f"instrument.{instrument}"), lines))
        return out

    def _articles(self) -> str:
        return self.template("articles.html", instruments=self.article_lines())

    def _errata(self) -> str:
        return self.template("errata.html", errata=[self.erratum(one) for one in self.record.errata])

    def _about(self) -> str:
        return self.template("about.html")

    # --- targets ------------------------------------------------------------------------------------------------------

    def _target(self) -> str:
        view = self.view
        target = parse(self.at.id)
        assert isinstance(target, Target)
        outside = self.record.outside.get(target)
        instrument = target.scheme in INSTRUMENTS
        kind = "article" if instrument else {
            "dec": "decision", "cop": "cop_decision", "doc": "document", "ga": "ga_resolution", "proc": "procedure",
            "meeting": "meeting", "sdg": "sdg", "target": "target",
        }[target.scheme]  # fmt: skip
        concerns = [
            LinkView(view.name(decision.id), self.to(f"decisions/{slug(decision.id)}/"), decision.id)
            for decision in self.record.decisions.values()
            if any(reference.target.whole == target for reference in decision.articles)
        ]
        return self.template(
            "target.html",
            kind=view.ui(f"kind_{kind}"),
            cite=view.sentence(view.cite(target)),
            title=view.names.get(str(target)) if instrument else "",
            instrument=view.name(f"instrument.{target.scheme}") if instrument else "",
            year=outside.year if outside else None,
            places=self.referring(self.at.path, None),
            concerns=concerns,
        )


@dataclass
class _Counter:
    """Preambular clauses so far; their numbers run through the whole decision."""

    clauses: int = 0

