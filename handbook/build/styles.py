"""Stylesheets that are kept in parts, one a component, and reach the reader as one file.

overrides/hb/text.css     @import "text/page.css"; and so on, a line each
overrides/hb/text/*.css   the parts
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname, join

IMPORT = re.compile(r'^@import "([^"]+)";$', re.MULTILINE)


def join_sheets(sheets: Mapping[str, str]) -> dict[str, str]:
    """Stylesheets by path, each that imports others replaced by these, with a blank line between two; the parts go.

    A sheet that imports holds nothing else but comments. An import of a file that is not there stays as it is, for
    `look_at_links` to find.
    """
    parts = {
        path: {line[0]: join(dirname(path), line[1]) for line in IMPORT.finditer(text)} for path, text in sheets.items()
    }
    imported = {part for lines in parts.values() for part in lines.values()}
    return {
        path: "\n".join(sheets.get(part, f"{line}\n") for line, part in parts[path].items()) or text
        for path, text in sheets.items()
        if path not in imported
    }
