"""One run of the site's generator, from its first event to its last. Knows no generator: `hooks/build.py` calls it.

start   the command is known
begin   sources are read, checked and rendered; under `serve` again for each edit
files   what a language's part of the site is made of
html, frame   a page's main part, and what stands round it
finish  a built folder is completed and looked at
end     a whole build takes the place of the published site
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment

from handbook.build import preview, publishing, styles
from handbook.build.building import Building, print_findings
from handbook.build.frame import Frame, PageFrame
from handbook.build.search import SearchError
from handbook.site.kind import SitePage
from handbook.site.view import BYTECODE

#: What is said of a build that is not published.
STAYS = "the published site stays as it is"
#: A page among the files: the generator takes it for a page by this ending.
INDEX = "index.md"
#: Of the theme's own files no page asks for any; those of the official text are asked for where it is shown.
THEME = "assets/"
OFFICIAL = "hb/official."


class RefusedError(Exception):
    """A run that must not go on; the text says why."""


@dataclass(frozen=True)
class Settings:
    """What the generator's configuration says. `overlay` is a folder with the official wording, empty without."""

    root: Path
    site_dir: Path
    languages: tuple[str, ...]
    site_url: str = ""
    strict: bool = False
    overlay: str = ""


class Session:
    def __init__(self) -> None:
        self.serving = False
        self.deploying = False
        self._made: Frame | None = None
        self._published: Path | None = None
        self._lock: int | None = None
        self._whole = False

    def start(self, *, serving: bool, deploying: bool) -> None:
        self.serving = serving
        self.deploying = deploying

    def begin(self, settings: Settings) -> Path:
        """Make every page; returns the folder that the site is to be written to. Raises RefusedError where there are
        findings: a preview shows them instead.
        """
        overlay = settings.root / settings.overlay if settings.overlay else None
        if overlay and self.deploying:
            raise RefusedError("an overlay is set: a build with the official text is not for publishing")
        if self.serving:
            self._made = preview.frame(settings.root, settings.languages, settings.site_url, self._made, overlay)
            print_findings(self._made.building.findings)
            return settings.site_dir
        building = Building(settings.root, settings.languages, settings.site_url, overlay)
        building.prepare()
        print_findings(building.findings)
        if building.failed or (building.findings and settings.strict):
            raise RefusedError(f"{len(building.findings)} findings; {STAYS}")
        published = settings.site_dir.resolve()
        return self._reserve(publishing.apart(published) if overlay else published, Frame(building))

    def _reserve(self, published: Path, made: Frame) -> Path:
        """Nobody else builds this site until the end."""
        self._lock = publishing.lock(published)
        if self._lock is None:
            raise RefusedError(f"another build of this site is running; {STAYS}")
        publishing.clear(published)
        self._made, self._published = made, published
        return publishing.aside(published)

    @property
    def _building(self) -> Building:
        assert self._made is not None
        return self._made.building

    def files(self, language: str, theme: Mapping[str, Path]) -> dict[str, Path | str]:
        """What is to be written for a language by path: a file to copy, or a text; a page is an empty text whose
        address is in its name. `theme` are the theme's files, which are needed with the first language alone.
        """
        passed_over = (THEME,) if self._building.overlay else (THEME, OFFICIAL)
        kept = {path: file for path, file in theme.items() if not path.startswith(passed_over)}
        sheets = {path: file.read_text("utf-8") for path, file in kept.items() if file.suffix == ".css"}
        others = {path: file for path, file in kept.items() if path not in sheets}
        pages = {
            f"{language}/{page.path}{INDEX}": ""
            for page in self._building.site_pages()
            if (language, page.path) in self._building.pages
        }
        return {**others, **styles.join_sheets(sheets), **pages}

    def is_home(self, path: str) -> bool:
        return path.count("/") == 1 and path.endswith(f"/{INDEX}")

    def html(self, path: str) -> str:
        """The main part of a page by its path among `files`."""
        language, page = self._page(path)
        return self._building.pages[language, page.path].html

    def frame(self, path: str) -> PageFrame:
        """What stands round it."""
        assert self._made is not None
        return self._made.page(*self._page(path))

    def _page(self, path: str) -> tuple[str, SitePage]:
        language, _, rest = path.removesuffix(INDEX).partition("/")
        assert self._building.site is not None
        return language, self._building.site.by_path[rest]

    def environment(self, env: Environment) -> Environment:
        """The environment that the frame's templates are rendered in, set up as the package's own is."""
        env.bytecode_cache = BYTECODE
        env.autoescape = env.trim_blocks = env.lstrip_blocks = True
        if self.serving:
            preview.show_broken_templates(env)
        return env

    def finish(self, folder: Path) -> Path:
        """Complete a built folder; returns where it will lie. Raises RefusedError where it must not be published."""
        try:
            findings = self._building.finish(folder)
        except SearchError as error:
            raise RefusedError(f"no search index: {error}; {STAYS}") from error
        print_findings(findings)
        if findings:
            raise RefusedError(f"{len(findings)} findings on the built pages; {STAYS}")
        self._whole = True
        return self._published or folder

    def fail(self) -> None:
        """Something went wrong, here or in the generator: what was built is not published."""
        self._whole = False

    def end(self) -> None:
        """Publish a whole build, throw away half of one. Raises RefusedError where the folders cannot be swapped."""
        if self._published is None:
            return
        try:
            if self._whole:
                publishing.swap_in(publishing.aside(self._published), self._published)
        except OSError as error:
            raise RefusedError(f"{error}; {STAYS}") from error
        finally:
            publishing.clear(self._published)
            publishing.unlock(self._lock)
            self._published = self._lock = None
