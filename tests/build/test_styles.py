"""Stylesheets in parts: joined in the order of their imports, and none forgotten."""

from __future__ import annotations

import re

from handbook.build.styles import join_sheets
from tests import realtree


def test_a_sheet_is_its_parts_in_their_order() -> None:
    sheets = {
        "hb/text.css": '/* Why in this order. */\n\n@import "text/b.css";\n@import "text/a.css";\n',
        "hb/text/a.css": "a {}\n",
        "hb/text/b.css": "/* b */\n\nb {}\n",
        "hb/print.css": "p {}\n",
    }
    assert join_sheets(sheets) == {"hb/text.css": "/* b */\n\nb {}\n\na {}\n", "hb/print.css": "p {}\n"}


def test_a_part_that_is_not_there_stays_asked_for() -> None:
    sheets = {"hb/text.css": '@import "text/a.css";\n@import "text/b.css";\n', "hb/text/a.css": "a {}\n"}
    assert join_sheets(sheets) == {"hb/text.css": 'a {}\n\n@import "text/b.css";\n'}


def test_every_part_is_imported_and_every_import_is_there() -> None:
    folder = realtree.ROOT / "overrides/hb"
    parts = {path.relative_to(folder).as_posix() for path in folder.glob("*/*.css")}
    imported = [
        name
        for sheet in folder.glob("*.css")
        for name in re.findall(r'^@import "(.+)";$', sheet.read_text("utf-8"), re.MULTILINE)
    ]
    assert sorted(imported) == sorted(parts)
