"""One language of the site: its words, its citations, its addresses, and the environment that its templates run in.

Templates stand in `handbook/site/templates/`; they loop and choose, in Jinja's sandbox, with strict names.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from handbook.languages import LANGUAGES, SOURCE, Language
from handbook.model.names import Names
from handbook.official.shown import Official
from handbook.site.bidi import isolate
from handbook.site.kind import SitePage, Title
from handbook.site.official import OfficialText
from handbook.site.site import Site
from handbook.targets.grammar import Target
from handbook.words.citations import cite_target

TEMPLATES = Path(__file__).parent / "templates"


class _Memory(BytecodeCache):
    """Compiled templates, kept for the life of the process: six languages and every rebuild use the same ones."""

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
class Indexed:
    """One record of the search index: an address, its heading, its words, what kind of thing it is, and the official
    words where an overlay has them. What is `named` is found by its heading, as pages are: a Party's row, a term.
    """

    anchor: str
    title: str
    text: str
    kind: str
    official: str = ""
    official_language: str = ""
    named: bool = False


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
    search: tuple[Indexed, ...]


class View:
    """One language of the site: what the templates may ask."""

    def __init__(self, site: Site, language: str, official: Official | None = None) -> None:
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
        self.official = OfficialText(official, self.env)
        self.env.globals.update(
            ui=self.ui,
            name=self.name,
            cite=self.cite,
            href=self.href,
            official=self.official,
            language=self.language,
            languages=LANGUAGES,
            source=LANGUAGES[SOURCE],
        )

    # --- words --------------------------------------------------------------------------------------------------------

    def ui(self, key: str, **values: object) -> str:
        """A word of the interface with its placeholders filled."""
        text = self.language.typeset(self.names[f"ui.{key}"])
        for slot, value in values.items():
            text = text.replace(f"{{{slot}}}", str(value))
        return text

    def name(self, key: str) -> str:
        return self.language.typeset(self.names[key])

    def language_name(self, language: Language) -> str:
        """What a language is called here; one that is new and has no name yet is called what it calls itself."""
        return self.language.typeset(self.names.get(f"language.{language.code}", language.own))

    def cite(self, target: Target, within: str | None = None) -> str:
        if target.scheme == "goal" and target.parts:
            return self.cite_item(target)
        return self.language.typeset(cite_target(target, self.language.code, self.names, within))

    def cite_item(self, target: Target) -> str:
        """An item of a plan: `goal A.5, indicators (c)`."""
        plan, _, goal = target.id.partition("/")
        column, part = target.parts[0], target.parts[-1]
        known = self.record.plan_cited(plan)
        cells = self.record.goals_of(known.id)[goal].plans[known.id].cells if known else {}
        item = next((one for one in cells.get(column, ()) if one.part == part), None)
        label = self.language.label(item.label, item.kind).rstrip(".") if item and item.label else part
        return f"{self.cite(target.whole)}{self.language.comma}{self.column_item(column, label)}"

    def at_meeting(self, meeting: str, text: str) -> str:
        """A place or an area with the meeting that it is of: `CP-11: Areas for implementation`."""
        return f"{meeting.upper()}{self.language.colon}{text}"

    def column_item(self, column: str, label: str) -> str:
        """`indicators (c)`, in the middle of a sentence."""
        head = self.name(f"column.{column}")
        return f"{head[:1].lower()}{head[1:]}{self.language.typography.space}{label}"

    def sentence(self, text: str) -> str:
        """A citation at the head of a line: its first letter large."""
        return text[:1].upper() + text[1:]

    def inner(self, text: str) -> str:
        """A citation that does not stand at the head of a line: its first letter small, unless it is a symbol's."""
        return text if text[1:2].isupper() or not text[1:2].isalpha() else text[:1].lower() + text[1:]

    def inside(self, target: Target, cited: str) -> str:
        """The same of a target that was cited: a term, or a page about the handbook, keeps its own first letter."""
        return cited if target.scheme == "page" else self.inner(cited)

    @property
    def incomplete(self) -> bool:
        """Whether the record holds what the handbook does not show yet."""
        record = self.record
        decisions = all(decision.published for decision in record.decisions.values())
        return not (decisions and all(goal.published for goal in record.goals))

    def isolate(self, text: str) -> Markup:
        """In Arabic, symbols of Latin letters and digits keep their order whatever stands round them."""
        return isolate(text, self.language)

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

    def title(self, page: SitePage) -> Title:
        return page.kind.title(self, page.shows)
