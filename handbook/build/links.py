"""Links and anchors of a built site: every one leads to something that is there, none is fetched from another host."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import SplitResult, unquote, urlsplit

from handbook.build import styles
from handbook.findings.codes import Code
from handbook.findings.finding import Finding, Place

_ID = re.compile(r'\sid="([^"]*)"')
_ADDRESS = re.compile(r'<(\w+)\b[^>]*?\s(?:href|src|srcset|poster|action)="([^"]*)"')
#: Comments, and what is inside a script, whose tag itself stays.
_PASSED_OVER = re.compile(r"<!--.*?-->|(<script\b[^>]*>).*?</script>", re.DOTALL)
#: Elements whose address the browser fetches by itself.
FETCHED = frozenset("link script img iframe source video audio object embed".split())


@dataclass(frozen=True)
class _Built:
    """Paths of the files, ids by page, and the address that the site will have."""

    files: frozenset[str]
    ids: Mapping[str, frozenset[str]]
    site_url: str

    @property
    def base(self) -> str:
        return urlsplit(self.site_url).path.rstrip("/") + "/" if self.site_url else "/"


def look_at_links(folder: Path, site_url: str = "") -> Iterator[Finding]:
    """What is wrong with the links of a built folder."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    texts = {name: path.read_text("utf-8") for name, path in files.items() if path.suffix in (".html", ".css")}
    pages = {name: _PASSED_OVER.sub(r"\1", text) for name, text in texts.items() if name.endswith(".html")}
    ids = {name: [unescape(id) for id in _ID.findall(text)] for name, text in pages.items()}
    yield from _repeated(ids)
    asked = {name: _ADDRESS.findall(text) for name, text in pages.items()}
    for name in [name for name in texts if name not in pages]:
        asked[name] = [("link", address) for address in styles.IMPORT.findall(texts[name])]
    yield from _wrong(asked, _Built(frozenset(files), {name: frozenset(own) for name, own in ids.items()}, site_url))


def _repeated(ids: Mapping[str, list[str]]) -> Iterator[Finding]:
    for name, own in ids.items():
        if len(set(own)) < len(own):
            twice = ", ".join(sorted({id for id in own if own.count(id) > 1}))
            yield Finding(Place(name), Code.LNK004, f"ids {twice} stand twice on the page", "one id, one place")


def _wrong(asked: Mapping[str, list[tuple[str, str]]], built: _Built) -> Iterator[Finding]:
    """One finding for each thing that is missing, at the first page: what the frame gets wrong is wrong on all."""
    pages: dict[tuple[Code, str], list[str]] = {}
    for name, addresses in asked.items():
        for tag, address in dict.fromkeys(addresses):
            problem = _problem(built, name, tag, unescape(address))
            if problem:
                pages.setdefault(problem, []).append(name)
    for (code, message), names in pages.items():
        more = f", on {len(names) - 1} more pages too" if len(names) > 1 else ""
        yield Finding(Place(names[0]), code, message + more, "mend the template or the record that gives this address")


def _problem(built: _Built, name: str, tag: str, address: str) -> tuple[Code, str] | None:
    if built.site_url and address.startswith(built.site_url):
        address = built.base + address.removeprefix(built.site_url)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        fetched = tag.lower() in FETCHED and parts.scheme != "data"
        return (Code.LNK003, f"{tag} asks {address!r} of another host") if fetched else None
    target = _target(built, name, parts)
    if target not in built.files:
        return Code.LNK001, f"link to {target!r} leads to no page"
    if parts.fragment and target in built.ids and unquote(parts.fragment) not in built.ids[target]:
        return Code.LNK002, f"link to {target + '#' + parts.fragment!r} leads to no place on the page"
    return None


def _target(built: _Built, name: str, parts: SplitResult) -> str:
    """The file that an address on a page leads to, there or not."""
    if not parts.path:
        target = name
    elif parts.path.startswith("/"):
        target = parts.path.removeprefix(built.base).lstrip("/")
    else:
        target = normpath(f"{name.rpartition('/')[0]}/{unquote(parts.path)}").lstrip("/")
        target += "/" if parts.path.endswith("/") else ""
    target = target.removeprefix("./")
    if target in built.files and target not in ("", "."):
        return target
    return f"{target.rstrip('/')}/index.html".lstrip("./")
