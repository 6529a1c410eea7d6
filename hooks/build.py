"""The generator's events, each of them one call into the handbook. The only module that knows MkDocs, and its fork
ProperDocs, which answers to the same names; `docs/platform.md` says what a move would touch.

static-i18n builds one language after the other, the later ones nested in the first one's `on_post_build`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from handbook.build.session import RefusedError, Session, Settings

#: Environment variable that names the folder of an overlay: the build shows the official wording, apart from `site/`.
OVERLAY = "HANDBOOK_OVERLAY"
#: Hooks have no other place for what outlives an event.
SESSION = Session()


def on_startup(command: str, dirty: bool) -> None:
    # `serve --clean` says that it is a build; the command line alone knows better.
    context = click.get_current_context(silent=True)
    serving = "serve" in (command, context.info_name if context else "")
    SESSION.start(serving=serving, deploying=command == "gh-deploy")


# After static-i18n's own, which are at -100.
@event_priority(-200)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    # sitemap.xml and 404.html: the handbook writes its own, once and not for each language.
    config.theme.static_templates.clear()
    if not _i18n(config).building:
        settings = Settings(
            root=Path(config.config_file_path).parent,
            site_dir=Path(config.site_dir),
            languages=tuple(_i18n(config).build_languages),
            site_url=config.site_url or "",
            strict=config.strict,
            overlay=os.environ.get(OVERLAY, ""),
        )
        with _refusals():
            config.site_dir = str(SESSION.begin(settings))
    return config


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Pages are the handbook's: the sources are none. They come after static-i18n, which knows files on disk alone."""
    once = () if _i18n(config).building else files
    kept = [file for file in once if file.inclusion is not InclusionLevel.EXCLUDED]
    theme = {file.src_uri: Path(file.abs_src_path or "") for file in kept if not file.is_documentation_page()}
    made = SESSION.files(_i18n(config).current_language, theme)
    return Files([_file(config, path, content) for path, content in made.items()])


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    return SESSION.environment(env)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    return SESSION.html(page.file.src_uri)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    return {**context, "hb": SESSION.frame(page.file.src_uri)}


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    if not _i18n(config).building:
        with _refusals():
            # What follows a build, such as `gh-deploy`, looks for the site where it is going to be.
            config.site_dir = str(SESSION.finish(Path(config.site_dir)))


def on_build_error(error: Exception) -> None:
    SESSION.fail()


def on_shutdown() -> None:
    """Last of all, and in every case: also after an error, and after what `--strict` refuses."""
    with _refusals():
        SESSION.end()


def _i18n(config: MkDocsConfig) -> Any:
    """static-i18n's plugin. `building` (whether it is in the nested builds), `current_language` and `build_languages`
    are asked of it, since no event says them; 1.3.1 documents them for templates alone, and so its version is pinned.
    """
    return config.plugins["i18n"]


def _file(config: MkDocsConfig, path: str, content: Path | str) -> File:
    # No page is in MkDocs' menu, which the frame does not use, but the home page, for which static-i18n looks there.
    inclusion = InclusionLevel.INCLUDED if SESSION.is_home(path) else InclusionLevel.NOT_IN_NAV
    if isinstance(content, Path):
        return File.generated(config, path, abs_src_path=str(content), inclusion=inclusion)
    return File.generated(config, path, content=content, inclusion=inclusion)


@contextmanager
def _refusals() -> Iterator[None]:
    """What the handbook refuses ends the run with a line and no traceback."""
    try:
        yield
    except RefusedError as error:
        raise PluginError(str(error)) from error
