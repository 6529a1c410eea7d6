"""One build, from the sources to the pages that MkDocs puts into its frame. Knows nothing of MkDocs; `hooks/build.py` calls it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from handbook import checks, corpus, publish, search
from handbook.finding import Finding, Severity, in_order
from handbook.languages import LANGUAGES
from handbook.render import Rendered, View
from handbook.site import Site, SitePage


@dataclass(frozen=True)
class Alternate:
    """The same page in another language."""

    tag: str
    own: str
    href: str
    current: bool
    translated: bool


class Building:
    """Sources read, checked and rendered, once for all languages of a run."""

    def __init__(self, root: Path, languages: tuple[str, ...], site_url: str = "") -> None:
        self.root = root
        self.languages = languages
        self.site_url = site_url.rstrip("/") + "/" if site_url else ""
        self.site: Site | None = None
        self.views: dict[str, View] = {}
        self.pages: dict[tuple[str, str], Rendered] = {}
        self.findings = self._prepare()

    def _prepare(self) -> list[Finding]:
        read = corpus.load(self.root)
        found = checks.run(read, checks.ALL)
        self.site = site = Site(read)
        for code in self.languages:
            self.views[code] = view = View(site, code)
            for page in site.pages:
                rendered, problems = view.try_page(page)
                found += problems
                if rendered is not None:
                    self.pages[code, page.path] = rendered
        return in_order(found)

    @property
    def failed(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def site_pages(self) -> tuple[SitePage, ...]:
        return self.site.pages if self.site else ()

    def of_page(self, language: str, page: SitePage) -> list[Finding]:
        """The findings that a preview shows on a page: those of its own prose and, on every page, of what all share."""
        own = f"content/{language}/{page.path.rstrip('/')}.md"
        shared = ("data/", f"content/{language}/names.yaml")
        return [finding for finding in self.findings if finding.place.path == own or finding.place.path.startswith(shared)]

    def alternates(self, language: str, page: SitePage) -> list[Alternate]:
        assert self.site is not None
        up = "../" * (page.path.count("/") + 1)
        return [
            Alternate(
                LANGUAGES[code].tag,
                LANGUAGES[code].own,
                f"{up}{code}/{page.path}",
                code == language,
                self.site.prose_of(page, code) == code,
            )
            for code in self.languages
        ]

    def canonical(self, language: str, page: SitePage) -> str:
        """Absolute address of the page, or of the source language's where that one's prose stands in; empty without a site's address."""
        assert self.site is not None
        return f"{self.site_url}{self.site.prose_of(page, language)}/{page.path}" if self.site_url else ""

    def finish(self, folder: Path, links: bool = True) -> list[Finding]:
        """Complete a built folder; what is found wrong with it keeps it from being swapped in."""
        assert self.site is not None
        search.write(folder, self.pages)
        publish.complete(folder, self.site, self.languages, self.site_url)
        return in_order(list(publish.look_at_links(folder, self.site_url))) if links else []


def shown(findings: Iterable[Finding]) -> str:
    """Findings as lines for a terminal."""
    return "\n".join(map(str, findings))
