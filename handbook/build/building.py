"""One build, from the sources to the main part of each page."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from handbook import checks, corpus
from handbook.build import publishing, search
from handbook.build.links import look_at_links
from handbook.findings.codes import Code, Severity
from handbook.findings.finding import Finding, Place, in_order
from handbook.languages import LANGUAGES
from handbook.model.corpus import Corpus
from handbook.official import shown
from handbook.site.kind import SitePage
from handbook.site.kinds import KINDS
from handbook.site.render import render_page
from handbook.site.site import Site
from handbook.site.view import Rendered, View


@dataclass(frozen=True)
class Alternate:
    """The same page in another language. `absolute` is empty where the site's address is not known."""

    tag: str
    own: str
    href: str
    current: bool
    translated: bool
    absolute: str


class Building:
    """Sources read, checked and rendered, once for all languages of a run.

    `overlay` is the folder of an overlay whose official wording the pages show too: such a build is not for publishing.
    """

    def __init__(self, root: Path, languages: tuple[str, ...], site_url: str = "", overlay: Path | None = None) -> None:
        self.root = root
        self.languages = languages
        self.overlay = overlay
        # What is not for publishing has no public address.
        self.site_url = site_url.rstrip("/") + "/" if site_url and not overlay else ""
        self.site: Site | None = None
        self.views: dict[str, View] = {}
        self.pages: dict[tuple[str, str], Rendered] = {}
        self.findings: list[Finding] = []

    def prepare(self) -> None:
        """Read, check, render. No page is made of sources with errors: it would only fail at these once more."""
        try:
            read = corpus.load_corpus(self.root)
        except corpus.NoTreeError as error:
            self.findings = [Finding(Place("."), Code.SRC007, str(error), "run it at the root of a handbook")]
            return
        self.findings = checks.run_checks(read, checks.ALL)
        if not self.failed:
            self.findings = in_order(self.findings + self.render(read))

    def render(self, read: Corpus) -> list[Finding]:
        """Every page in every language, and what kept one from being made."""
        self.site = site = Site(read, KINDS)
        imports, found = shown.read_overlays(self.overlay, read.record)
        for code in self.languages:
            self.views[code] = view = View(site, code, shown.shown_in(imports, code))
            for page in site.pages:
                rendered, problems = render_page(view, page)
                found += problems
                if rendered is not None:
                    self.pages[code, page.path] = rendered
        return found

    @property
    def failed(self) -> bool:
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def site_pages(self) -> tuple[SitePage, ...]:
        return self.site.pages if self.site else ()

    def of_page(self, language: str, page: SitePage) -> list[Finding]:
        """The findings that stand on top of a page: none, but in a preview."""
        return []

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
                f"{self.site_url}{code}/{page.path}" if self.site_url else "",
            )
            for code in self.languages
        ]

    def canonical(self, language: str, page: SitePage) -> str:
        """Absolute address of the page, or of the source language's where that one's prose stands in; empty without a
        site's address.
        """
        assert self.site is not None
        return f"{self.site_url}{self.site.prose_of(page, language)}/{page.path}" if self.site_url else ""

    def finish(self, folder: Path) -> list[Finding]:
        """Complete a built folder; what is found wrong with it keeps it from being swapped in."""
        assert self.site is not None
        search.write_index(folder, self.pages)
        publishing.complete(folder, self.site, self.languages, self.site_url, private=self.overlay is not None)
        return in_order(list(look_at_links(folder, self.site_url)))

    def settle(self) -> None:
        """Wait for what `finish` has left to be done beside the next step: nothing, but in a preview."""


def print_findings(findings: Iterable[Finding]) -> None:
    """Findings on the terminal, a line each."""
    sys.stderr.writelines(f"{finding}\n" for finding in findings)
