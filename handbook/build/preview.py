"""What an editor sees under `mkdocs serve`: every page as far as it can be made, its findings on top, however broken
the sources are.

Nothing here may raise: MkDocs would let every later request of a page wait. Where the record cannot be read, the last
good pages stay; a page that cannot be made is the last good one too, or shows its findings alone.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template, TemplateError
from markupsafe import escape

from handbook import checks, corpus
from handbook.build import publishing, search
from handbook.build.building import Building, print_findings
from handbook.build.frame import Frame
from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place, in_order
from handbook.languages import LANGUAGES
from handbook.model.corpus import Corpus
from handbook.model.names import Names
from handbook.record.assembly import read_record
from handbook.site.kind import SitePage
from handbook.site.view import TEMPLATES, Rendered
from handbook.targets.paths import prose_name

PACKAGE = Path(__file__).parent.parent
ERROR = "<!doctype html><html lang='en'><title>{where}</title><body><pre>{where}: {error}</pre></body></html>"


def frame(
    root: Path, languages: tuple[str, ...], site_url: str, before: Frame | None, overlay: Path | None = None
) -> Frame:
    """Pages and frame of the sources as they stand. `before` is the last preview: its pages stand in for those that
    cannot be made.
    """
    if before:
        before.building.settle()
    last = before.building if before and before.building.pages else None
    defects: list[Finding] = []
    for building in (
        _Preview(root, languages, site_url, overlay, last),
        *([_Kept(root, languages, site_url, overlay, last)] if last else []),
        _Empty(root, languages, site_url, overlay),
    ):
        if _alive(building.prepare, defects):
            building.findings = in_order(defects + building.findings)
            made = Frame(building)
            if _alive(made.make_all, defects):
                return made
    raise AssertionError("a handbook without sources has pages too")


def _alive(step: Callable[[], object], defects: list[Finding]) -> bool:
    """Whether a step went well. Where not, our code has a defect: a finding there, and a traceback on the terminal."""
    try:
        step()
    except Exception as error:  # noqa: BLE001 — whatever it was, the preview goes on
        traceback.print_exc()
        frames = traceback.extract_tb(error.__traceback__)
        innermost = [call for call in frames if Path(call.filename).is_relative_to(PACKAGE)][-1]
        place = Place(Path(innermost.filename).relative_to(PACKAGE.parent).as_posix(), innermost.lineno or 1)
        hint = "a defect of the handbook's code that this source brought to light; the terminal says more"
        defects.append(Finding(place, Code.PRV001, f"{type(error).__name__}: {error}", hint))
        return False
    return True


@dataclass(frozen=True)
class _Lenient(Names):
    """Names for a preview: one that is missing shows its key, so that its place on the page can be seen."""

    def __getitem__(self, key: str) -> str:
        return self.get(key, f"[{key}]")


class _Preview(Building):
    """The sources as they stand."""

    def __init__(
        self,
        root: Path,
        languages: tuple[str, ...],
        site_url: str,
        overlay: Path | None = None,
        last: Building | None = None,
    ) -> None:
        super().__init__(root, languages, site_url, overlay)
        self.last = last
        self.stale = False
        self.memory: corpus.Memory = last.memory if isinstance(last, _Preview) else corpus.Memory()
        self.indexing: Thread | None = None

    def prepare(self) -> None:
        read = self._look()
        if self.last and (read is None or read.unread):
            self._keep(self.last)
        else:
            self._make(read or _nothing())
        # Each preview would keep the one before it, and so all of them.
        self.last = None

    def _look(self) -> Corpus | None:
        try:
            read = corpus.load_corpus(self.root, self.memory)
        except corpus.NoTreeError as error:
            self.findings = [Finding(Place("."), Code.SRC007, str(error), "bring the folders back")]
            return None
        self.findings = checks.run_checks(read, checks.ALL)
        return read

    def _keep(self, last: Building) -> None:
        self.site, self.views, self.pages, self.stale = last.site, last.views, last.pages, True

    def _make(self, read: Corpus) -> None:
        problems = self.render(replace(read, names={code: self._names(names) for code, names in read.names.items()}))
        if not self.failed:
            self.findings = in_order(self.findings + problems)
        kept = self.last.pages if self.last else {}
        for code in self.languages:
            for page in self.site_pages():
                if (code, page.path) not in self.pages:
                    self.pages[code, page.path] = kept.get((code, page.path)) or _bare(page)

    def _names(self, names: Names) -> Names:
        """A language's own; those of the last preview where the file cannot be read at all."""
        known = self.last.site.corpus.names.get(names.language) if self.last and self.last.site else None
        return _Lenient(names.language, names.path, names.texts or (known.texts if known else {}))

    def of_page(self, language: str, page: SitePage) -> list[Finding]:
        """Findings of the page's prose and of what all pages share. The home page has all of them, as has one that is
        not new.
        """
        if self.stale or not page.path:
            return self.findings
        assert self.site is not None
        own = {
            f"content/{code}/{prose_name(*subject)}.md"
            for code in (language, self.site.prose_of(page, language))
            for subject in page.subjects
        }
        shared = (".", "data", f"content/{language}/names.yaml", "handbook/")
        return [
            finding for finding in self.findings if finding.place.path in own or finding.place.path.startswith(shared)
        ]

    def finish(self, folder: Path) -> list[Finding]:
        site = self.site
        assert site is not None
        defects: list[Finding] = []
        private = self.overlay is not None
        _alive(lambda: publishing.complete(folder, site, self.languages, self.site_url, private=private), defects)
        print_findings(defects)
        if self.findings:
            # A page that could not be made is asked for in vain; the answer says why, and asks again by itself.
            env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
            text = env.get_template("findings.html").render(findings=self.findings)
            (folder / "404.html").write_text(text, "utf-8")
        # Who saved a line waits for its page; the search may come a moment after.
        self.indexing = Thread(target=self._index, args=(folder,), daemon=True)
        self.indexing.start()
        return []

    def _index(self, folder: Path) -> None:
        found: list[Finding] = []
        _alive(lambda: search.write_index(folder, self.pages), found)
        print_findings(found)

    def settle(self) -> None:
        if self.indexing:
            self.indexing.join()


class _Kept(_Preview):
    """The last preview's pages, whatever the sources are."""

    def prepare(self) -> None:
        assert self.last is not None
        self._keep(self.last)


class _Empty(_Preview):
    """The pages of a handbook that holds nothing."""

    def prepare(self) -> None:
        self.stale = True
        self._make(_nothing())


def _nothing() -> Corpus:
    empty, _ = read_record({})
    return Corpus(empty, {code: Names(code, f"content/{code}/names.yaml", {}) for code in LANGUAGES}, {})


def _bare(page: SitePage) -> Rendered:
    """A page without words, for the findings above it."""
    return Rendered(page.path, page.path, "", (), (), None, "", ())


def show_broken_templates(env: Any) -> None:
    """Where a template of the frame is broken, have its pages show why.

    Jinja has no setting for it; the generator asks the environment for each page's template, and so does this.
    """
    env.get_template = _Templates(env)


class _Templates:
    """`get_template` of an environment."""

    def __init__(self, env: Environment) -> None:
        self.get = env.get_template

    def __call__(self, name: str, *inside: Any, **values: Any) -> Any:
        if inside or values:
            return self.get(name, *inside, **values)
        return _Shown(self.get, name)


class _Shown:
    def __init__(self, get: Callable[[str], Template], name: str) -> None:
        self.get = get
        self.name = name

    def render(self, context: dict[str, Any]) -> str:
        try:
            return self.get(self.name).render(context)
        except (TemplateError, LookupError, TypeError, ValueError, AttributeError) as error:
            where = f"{getattr(error, 'name', None) or self.name}:{getattr(error, 'lineno', None) or 1}"
            return ERROR.format(where=escape(where), error=escape(error))
