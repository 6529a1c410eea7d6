"""A citation is for ever: every address that data/addresses.txt lists is still on the site, and every one of the site
is listed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from handbook.cli import ADDRESSES, main
from handbook.corpus import load_corpus
from handbook.site.kinds import KINDS
from handbook.site.site import Site

ROOT = Path(__file__).resolve().parents[2]


def test_no_published_address_is_gone() -> None:
    listed = (ROOT / ADDRESSES).read_text(encoding="utf-8").splitlines()
    found = set(Site(load_corpus(ROOT), KINDS).addresses)
    assert [address for address in listed if address not in found] == []


def test_every_address_is_listed() -> None:
    """`handbook addresses --write` adds the new ones."""
    assert (ROOT / ADDRESSES).read_text(encoding="utf-8").splitlines() == list(Site(load_corpus(ROOT), KINDS).addresses)


def test_writing_refuses_to_forget_one(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = small / ADDRESSES
    listed.write_text("decisions/gone/#p1\n", encoding="utf-8")
    assert main(["addresses", "--write", "--root", str(small)]) == 1
    assert "decisions/gone/#p1" in capsys.readouterr().err
    assert listed.read_text(encoding="utf-8") == "decisions/gone/#p1\n"
