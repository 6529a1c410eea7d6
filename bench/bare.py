"""A bare MkDocs Material site of the same pages: static-i18n, folders per language, Material's own search."""

import json
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath
from urllib.parse import urldefrag, urlsplit

from bench.markdown import article, markdown

# A zero-width space stands between the Chinese words that jieba finds; the rest is Material's usual separator.
SEPARATOR = r"[\s\u200b\-,:!=\[\]()\"/]+|\.(?!\d)"


def make(site: Path, folder: Path, languages: list[str]) -> int:
    """Write into `folder` the configuration and the pages of `site` as Markdown; answer how many pages.

    The first language is the default one, as static-i18n needs one.
    """
    pages = {
        PurePosixPath(file.parent.relative_to(site)): file
        for language in languages
        for file in sorted((site / language).rglob("index.html"))
    }
    with_pages_below = {parent for address in pages for parent in address.parents}
    sources = {
        address: address / "index.md" if address in with_pages_below or len(address.parts) == 1 else _beside(address)
        for address in pages
    }
    written = 0
    for address, file in pages.items():
        found = article(file.read_text(encoding="utf-8"))
        if found is None:
            continue
        source = sources[address]
        target = folder / "docs" / source
        target.parent.mkdir(parents=True, exist_ok=True)

        def resolve(href: str, address: PurePosixPath = address, source: PurePosixPath = source) -> str | None:
            path, anchor = urldefrag(href)
            if urlsplit(path).scheme or path.startswith("/") or not href:
                return None
            wanted = sources.get(PurePosixPath(normpath(address / path))) if path else source
            # static-i18n knows the pages of one language at a time
            if wanted is None or wanted.parts[0] != source.parts[0]:
                return None
            return relpath(wanted, source.parent) + (f"#{anchor}" if anchor else "")

        target.write_text(markdown(found, resolve), encoding="utf-8")
        written += 1
    (folder / "mkdocs.yml").write_text(json.dumps(_configuration(languages)), encoding="utf-8")
    return written


def _beside(address: PurePosixPath) -> PurePosixPath:
    return address.with_name(f"{address.name}.md")


def _configuration(languages: list[str]) -> dict[str, object]:
    # JSON is YAML.
    return {
        "site_name": "Bare",
        "theme": {"name": "material", "font": False},
        "markdown_extensions": ["attr_list", "footnotes", {"toc": {"permalink": True}}],
        "plugins": [
            {"search": {"separator": SEPARATOR}},
            {
                "i18n": {
                    "docs_structure": "folder",
                    "fallback_to_default": False,
                    "languages": [
                        {"locale": language, "name": language, "build": True, "default": language == languages[0]}
                        for language in languages
                    ],
                }
            },
        ],
    }
