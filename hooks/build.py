"""MkDocs' events, one call each into the handbook. The only module that knows MkDocs; a move to another generator
rewrites this one.

static-i18n builds one language after the other, the later ones nested in the first one's `on_post_build`; what must
happen once hangs on its flag `building`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from handbook.build import preview, publishing
from handbook.build.building import Building, tell
from handbook.build.frame import Frame
from handbook.build.search import SearchError
from handbook.build.styles import join_sheets
from handbook.site.view import BYTECODE, Rendered

#: Environment variable that names the folder of an overlay: the build shows the official wording, apart from `site/`.
OVERLAY = "HANDBOOK_OVERLAY"


class _Run:
    """What one run of `mkdocs` carries from event to event: hooks have no other place for it."""

    serving = False
    deploying = False
    building: Building | None = None
    frame: Frame | None = None
    config: MkDocsConfig | None = None
    published: Path | None = None
    whole = False


RUN = _Run()


def on_startup(command: str, dirty: bool) -> None:
    # `serve --clean` calls itself a build.
    context = click.get_current_context(silent=True)
    RUN.serving = "serve" in (command, context.info_name if context else "")
    RUN.deploying = command == "gh-deploy"


@event_priority(-200)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    i18n = _i18n(config)
    config.theme["language"] = i18n.current_language
    # Pages of no language are written by `publish`; MkDocs would write them once a language.
    config.theme.static_templates.clear()
    if not i18n.building:
        _begin(config, tuple(i18n.build_languages))
    return config


def _begin(config: MkDocsConfig, languages: tuple[str, ...]) -> None:
    root = Path(config.config_file_path).parent
    overlay = root / os.environ[OVERLAY] if os.environ.get(OVERLAY) else None
    if overlay and RUN.deploying:
        raise PluginError(f"{OVERLAY} is set: a build with the official text is not for publishing")
    if RUN.serving:
        RUN.frame = preview.frame(root, languages, config.site_url or "", RUN.frame, overlay)
        RUN.building = RUN.frame.building
        tell(RUN.building.findings)
        return
    RUN.building = building = Building(root, languages, config.site_url or "", overlay)
    building.prepare()
    tell(building.findings)
    if building.failed or (building.findings and config.strict):
        raise PluginError(f"{len(building.findings)} findings; the published site stays as it is")
    RUN.frame = Frame(building)
    RUN.published = publishing.apart(Path(config.site_dir).resolve()) if overlay else Path(config.site_dir).resolve()
    if publishing.alone(RUN.published) is None:
        RUN.published = None
        raise PluginError("another build of this site is running; the published site stays as it is")
    publishing.clear(RUN.published)
    RUN.config = config
    config.site_dir = str(publishing.aside(RUN.published))


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Every page of the language, made by us; the sources are no pages, and the theme's files are needed once."""
    assert RUN.building is not None
    i18n = _i18n(config)
    language = i18n.current_language
    # The frame is ours: of the theme's own files none is asked for.
    once = () if i18n.building else files
    left = ("assets/",) if RUN.building.overlay else ("assets/", "hb/official.")
    kept = [one for one in once if not one.is_documentation_page() and not one.src_uri.startswith(left)]
    sheets = {one.src_uri: one.content_string for one in kept if one.src_uri.endswith(".css")}
    kept = [one for one in kept if one.src_uri not in sheets]
    kept += [File.generated(config, path, content=text) for path, text in join_sheets(sheets).items()]
    for page in RUN.building.site_pages():
        if (language, page.path) not in RUN.building.pages:
            continue
        file = File.generated(
            config, f"{language}/{page.path}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
        )
        if not page.path:
            file.inclusion = InclusionLevel.INCLUDED
        vars(file).update(site_page=page, locale=language, locale_alternate_of=language, localization=language)
        vars(file).update(norm_src_uri=f"{page.path}index.md", alternates={language: file})
        kept.append(file)
    return Files(kept)


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    env.bytecode_cache = BYTECODE
    env.autoescape = env.trim_blocks = env.lstrip_blocks = True
    if RUN.serving:
        env.get_template = preview.Templates(env)
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    page.meta["title"] = _rendered(page, config).title
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    page.toc = TableOfContents([])
    return _rendered(page, config).html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    assert RUN.frame is not None
    context["hb"] = RUN.frame.page(_language(config), vars(page.file)["site_page"])
    return context


@event_priority(-200)
def on_post_build(config: MkDocsConfig) -> None:
    if _i18n(config).building or RUN.building is None:
        return
    try:
        found = RUN.building.finish(Path(config.site_dir))
    except SearchError as error:
        raise PluginError(f"no search index: {error}; the published site stays as it is") from error
    tell(found)
    if found:
        raise PluginError(f"{len(found)} findings on the built pages; the published site stays as it is")
    RUN.whole = True


def on_build_error(error: Exception) -> None:
    RUN.whole = False


def on_shutdown() -> None:
    """Last of all, and in every case: the swap, or the broom."""
    if RUN.published is None or RUN.config is None:
        return
    # What follows a build, such as `gh-deploy`, looks for it where it is now.
    RUN.config.site_dir = str(RUN.published)
    built = publishing.aside(RUN.published)
    try:
        if RUN.whole and built.is_dir():
            publishing.swap_in(built, RUN.published)
    except OSError as error:
        raise PluginError(f"{error}; the published site stays as it is") from error
    finally:
        publishing.clear(RUN.published)


def _i18n(config: MkDocsConfig) -> Any:
    """static-i18n's plugin, which has no types."""
    return config.plugins["i18n"]


def _language(config: MkDocsConfig) -> str:
    return str(_i18n(config).current_language)


def _rendered(page: Page, config: MkDocsConfig) -> Rendered:
    assert RUN.building is not None
    return RUN.building.pages[_language(config), vars(page.file)["site_page"].path]
