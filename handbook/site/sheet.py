"""One page under rendering: its prose as HTML, its notes and links, and what it tells the frame and the search."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field, replace

from markupsafe import Markup, escape

from handbook.findings.finding import Finding
from handbook.languages import LANGUAGES, Language
from handbook.model.decision import Decision, Footnote
from handbook.model.erratum import Erratum
from handbook.model.prose import Page, Span
from handbook.site.bidi import isolate
from handbook.site.kind import SitePage
from handbook.site.view import Entry, Indexed, View
from handbook.targets.addresses import anchor_of
from handbook.targets.grammar import DECISION, Target, parse_target
from handbook.targets.paths import DATA, page_of
from handbook.words.citations import cite_target, shown_mark

#: Symbols of decisions, too short to be broken at the end of a line: CP-10/3, BS-VII/12.
SHORT = re.compile(rf"(?<![A-Za-z0-9/-]){DECISION}")


@dataclass
class Gathering:
    """What one page's templates report while they run."""

    contents: list[Entry] = field(default_factory=list)
    search: list[Indexed] = field(default_factory=list)


@dataclass(frozen=True)
class NoteView:
    """A footnote as shown: its id, mark and words."""

    id: str
    mark: str
    label: str
    html: Markup
    language: Language
    errata: list[ErratumView]
    address: str


@dataclass(frozen=True)
class ErratumView:
    id: str
    anchor: str
    kind: str
    printed: str
    meant: str
    why: str
    sure: str
    place: str
    href: str
    address: str


@dataclass(frozen=True)
class LinkView:
    title: str
    href: str
    note: str = ""


class Sheet:
    """The rendering of one page, with the prose of what it shows."""

    def __init__(self, view: View, page: SitePage) -> None:
        self.view = view
        self.page = page
        self.record = view.record
        self.gathering = Gathering()
        self.problems: list[Finding] = []
        self.decision: Decision | None = page.shows if isinstance(page.shows, Decision) else None
        self.prose = self._prose_of(*page.subjects[0]) if page.subjects else None

    def of_subject(self, kind: str, id: str) -> Sheet:
        """The same sheet with other prose: a goal's page shows that of each plan."""
        other = copy(self)
        other.prose = self._prose_of(kind, id)
        return other

    def _prose_of(self, kind: str, id: str) -> Page | None:
        return self.view.corpus.prose(self.view.language.code, kind, id)

    @property
    def own(self) -> bool:
        """Whether the page has the language's own prose, or needs none."""
        return self.prose is None or self.prose.language == self.view.language.code

    def template(self, name: str, **values: object) -> Markup:
        values = {"page": self.page, "view": self.view, "sheet": self, **values}
        return Markup(self.view.env.get_template(name).render(values))

    def to(self, path: str, anchor: str = "") -> str:
        return self.view.href(path, anchor, self.page.path)

    def link(self, target: Target, within: str | None = None) -> LinkView:
        return LinkView(self.view.sentence(self.view.cite(target, within)), self.to(page_of(target), anchor_of(target)))

    def article(self, target: Target) -> LinkView:
        return LinkView(
            self.view.sentence(self.view.cite(target)), self.to(page_of(target)), self.view.names.get(str(target))
        )

    @property
    def prose_language(self) -> Language:
        return LANGUAGES[self.prose.language if self.prose else self.view.language.code]

    def spans(self, spans: Iterable[Span]) -> Markup:
        """Spans as HTML, links resolved, marks linked to their notes."""
        language = self.prose_language
        fragments: list[str] = []
        before = ""
        for span in spans:
            text = language.typeset(span.text)
            if span.kind == "text":
                fragments.append(str(isolate(text, language)))
            elif span.kind == "act":
                fragments.append(f'<strong class="hb-act">{escape(text)}</strong>')
            elif span.kind == "mark":
                if before == "mark":
                    fragments.append('<sup class="hb-mark__comma">,</sup>')
                fragments.append(str(self.mark(span.text)))
            else:
                fragments.append(str(self.reference(span, language)))
            before = span.kind
        return Markup("".join(fragments))

    def mark(self, mark: str) -> Markup:
        shown = shown_mark(mark)
        label = self.view.ui("footnote", n=shown)
        return Markup(
            '<sup class="hb-mark"><a id="fnref-{id}" href="#fn-{id}" role="doc-noteref" aria-label="{label}">'
            "{shown}</a></sup>"
        ).format(id=mark, label=label, shown=shown)

    def reference(self, span: Span, language: Language) -> Markup:
        within = self.decision.id if self.decision else None
        target = parse_target(span.target, within)
        if isinstance(target, str):
            return escape(span.text)
        text = language.typeset(span.text)
        if not text:
            names = self.view.corpus.names[language.code]
            text = language.typeset(cite_target(target, language.code, names, within))
        page = page_of(target)
        if page not in self.view.site.by_path and target.id != DATA:
            return escape(text)
        known = target.id == DATA or self.record.holds_meeting(target)
        held = known or not self.view.site.by_path[page].kind.outside
        kind = "hb-ref" if held else "hb-ref hb-ref--outside"
        title = "" if held else Markup(' title="{}"').format(self.view.ui("opens_outside"))
        shown = isolate(text, language)
        if not language.rtl:
            shown = Markup(SHORT.sub(r'<span class="hb-nowrap">\g<0></span>', str(shown)))
        return Markup('<a class="{kind}" href="{href}"{title}>{text}</a>').format(
            kind=kind, href=self.to(page, anchor_of(target)), title=title, text=shown
        )

    def plain(self, spans: Iterable[Span]) -> str:
        """The words alone, for the search index."""
        words = []
        for span in spans:
            if span.kind == "link" and not span.text:
                target = parse_target(span.target, self.decision.id if self.decision else None)
                if isinstance(target, Target):
                    names = self.view.corpus.names[self.prose_language.code]
                    words.append(cite_target(target, self.prose_language.code, names))
            elif span.kind != "mark":
                words.append(span.text)
        return "".join(words)

    def notes(self, carrier: str) -> list[NoteView]:
        """The footnotes whose marks stand at a unit."""
        if self.decision is None:
            return []
        return [
            self.note(note)
            for note in self.decision.footnotes
            if note.carrier == carrier or note.carrier.startswith(f"{carrier}/")
        ]

    def note(self, note: Footnote) -> NoteView:
        notes = self.prose.notes if self.prose else ()
        text = next((text for text in notes if text.mark == note.mark), None)
        spans = text.spans if text else ()
        if self.decision:
            title = f"{self.decision.id}{self.view.language.comma}{self.view.ui('footnote', n=note.n)}"
            self.index(Indexed(note.id, title, self.plain(spans), "decision"), f"{self.decision.id}#{note.id}")
        return NoteView(
            note.id,
            note.mark,
            shown_mark(note.mark),
            self.spans(spans),
            self.prose_language,
            self.errata(note.id),
            f"{self.decision.id}#{note.id}" if self.decision else "",
        )

    def index(self, record: Indexed, *places: str) -> None:
        """A record of the search: words, where they are the page's own or a name in its language, and official ones
        at these places.
        """
        official, language = self.view.official.searched(*places)
        if official:
            text = record.text if self.own or record.named else ""
            record = replace(record, text=text, official=official, official_language=language)
        if self.own or record.named or official:
            self.gathering.search.append(record)

    def errata(self, anchor: str) -> list[ErratumView]:
        """Notes on the text at one place of the decision: a unit, or a table's row (`table-2/row-zm`)."""
        return self.errata_at(f"{self.decision.id}#{anchor}") if self.decision else []

    def errata_at(self, address: str) -> list[ErratumView]:
        """The same at a place that its decision and its anchor name: an item of a plan (`CP-1/3#a-2-areas-1`)."""
        return [self.erratum(erratum) for erratum in self.view.site.slips.by_place.get(address, ())]

    def erratum(self, erratum: Erratum) -> ErratumView:
        view = self.view
        if erratum.front:
            place, href = view.ui(f"errata_{erratum.front}"), ""
        else:
            path, anchor, target = view.site.slips.place_of(erratum.address)
            decision = erratum.address.partition("#")[0]
            place, href = view.sentence(view.cite(target, decision)), self.to(path, anchor)
        return ErratumView(
            id=f"erratum-{erratum.id}",
            anchor=erratum.id,
            kind=erratum.kind,
            printed=erratum.printed,
            meant=view.name(f"erratum.{erratum.id}.meant"),
            why=view.name(f"erratum.{erratum.id}.why"),
            sure=erratum.sure,
            place=place,
            href=href,
            address=erratum.address if "#" in erratum.address and not erratum.front else "",
        )
