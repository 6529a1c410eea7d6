"""What happens to a built site before readers see it: pages outside the languages, and the swap.

The build writes to a folder beside the published one. Only when it is whole and its links hold is it put in the other's
place.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from html import escape
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from handbook.build import export
from handbook.languages import LANGUAGES
from handbook.site.site import Site
from handbook.site.view import TEMPLATES


def aside(site_dir: Path) -> Path:
    """The folder that the build writes to: beside the published one, on the same file system, so that a rename is
    enough.
    """
    return site_dir.with_name(f".{site_dir.name}-building")


def lock(site_dir: Path) -> int | None:
    """A lock on the site's folder until it is unlocked or this process ends; None where another build holds it.

    Two builds at once would write into each other's folder, and the first to end would publish half of the second.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:
        return -1
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    held = os.open(site_dir.parent, os.O_RDONLY)
    try:
        flock(held, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        os.close(held)
        return None
    return held


def unlock(held: int | None) -> None:
    if held is not None and held >= 0:
        os.close(held)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two names in one step where the system can (Linux, renameat2 with RENAME_EXCHANGE)."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        return bool(libc.renameat2(-100, os.fsencode(first), -100, os.fsencode(second), 2) == 0)
    except (OSError, AttributeError):
        return False


def swap_in(new: Path, site_dir: Path) -> None:
    """Put a whole build in the published one's place; the old one goes only after that."""
    if not site_dir.exists():
        new.rename(site_dir)
        return
    if _exchange(new, site_dir):
        shutil.rmtree(new)
        return
    old = site_dir.with_name(f".{site_dir.name}-old")
    shutil.rmtree(old, ignore_errors=True)
    site_dir.rename(old)
    try:
        new.rename(site_dir)
    except OSError:
        old.rename(site_dir)
        raise
    shutil.rmtree(old)


def clear(site_dir: Path) -> None:
    """Take away what a build that was killed left, and bring back a site that it had set aside."""
    old = site_dir.with_name(f".{site_dir.name}-old")
    if old.exists() and not site_dir.exists():
        old.rename(site_dir)
    for left in (aside(site_dir), old):
        shutil.rmtree(left, ignore_errors=True)


def apart(site_dir: Path) -> Path:
    """The folder of a build that is not for publishing: beside the published one, and never that."""
    end = "-official"
    return site_dir if site_dir.name.endswith(end) else site_dir.with_name(f"{site_dir.name}{end}")


def complete(folder: Path, site: Site, languages: tuple[str, ...], site_url: str, *, private: bool = False) -> None:
    """Write what belongs to no language: root page, 404.html, sitemap, data. A private build keeps robots out."""
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    base = urlsplit(site_url).path.rstrip("/") + "/" if site_url else "/"
    shown = [(LANGUAGES[code], site.corpus.names[code]) for code in languages]
    values = {"shown": shown, "base": base, "site_url": site_url, "private": private}
    for name in ("root.html", "404.html"):
        target = folder / ("index.html" if name == "root.html" else name)
        target.write_text(env.get_template(name).render(**values), "utf-8")
    (folder / "handbook.json").write_text(export.to_json(site.corpus), "utf-8")
    (folder / export.SCHEMA.name).write_text(export.schema(), "utf-8")
    sitemap = folder / "sitemap.xml"
    if site_url:
        sitemap.write_text(_sitemap(site, languages, site_url.rstrip("/")), "utf-8")
    else:
        sitemap.unlink(missing_ok=True)
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    if private:
        (folder / "robots.txt").write_text("User-agent: *\nDisallow: /\n", "utf-8")


def _sitemap(site: Site, languages: tuple[str, ...], root: str) -> str:
    """Pages in their own language alone; one whose prose is another language's is not offered to search engines."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for page in site.pages:
        own = [code for code in languages if site.prose_of(page, code) == code]
        for code in own:
            links = "".join(
                f'<xhtml:link rel="alternate" hreflang="{LANGUAGES[other].tag}" '
                f'href="{escape(f"{root}/{other}/{page.path}")}"/>'
                for other in own
            )
            lines.append(f"<url><loc>{escape(f'{root}/{code}/{page.path}')}</loc>{links}</url>")
    return "\n".join((*lines, "</urlset>", ""))
