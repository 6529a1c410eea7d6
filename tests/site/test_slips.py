"""Errata: each has its place, and they stand in the order in which a reader meets them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handbook.languages import LANGUAGES
from handbook.model.erratum import FRONT
from handbook.site.site import Site
from handbook.site.slips import Slips
from handbook.site.view import View
from tests.site.conftest import rendered


def test_errata_are_meant_somewhere(site: Site) -> None:
    for erratum in site.record.errata:
        if erratum.meant:
            assert site.link(erratum.meant.target) is not None
        assert erratum.id in set(site.anchors(site.by_path["errata/"]))


def test_slips_stand_under_their_decisions_as_a_reader_meets_them(small_site: Site) -> None:
    record = small_site.record
    places = [
        "CP-1/2#table-1/row-af",
        "CP-1/2#table-1",
        "CP-1/1#p4",
        "contents",
        "CP-1/1#title",
        "CP-1/1#p3",
        "foreword",
    ]
    slips = tuple(replace(record.errata[0], id=f"slip-{n}", address=at) for n, at in enumerate(places))
    shown = Slips(replace(record, errata=slips)).by_decision
    assert [(id, [one.address for one in found]) for id, found in shown.items()] == [
        ("", ["foreword", "contents"]),
        ("CP-1/1", ["CP-1/1#title", "CP-1/1#p3", "CP-1/1#p4"]),
        ("CP-1/2", ["CP-1/2#table-1", "CP-1/2#table-1/row-af"]),
    ]


@pytest.mark.parametrize(
    ("at", "address", "cited"),
    [
        ("CP-1/1#title", "decisions/cp-1-1/#", "dec:CP-1/1#title"),
        ("CP-1/1#p2-a", "decisions/cp-1-1/#p2-a", "dec:CP-1/1#2/a"),
        ("CP-1/1#fn-1", "decisions/cp-1-1/#fn-1", "dec:CP-1/1#fn-1"),
        ("CP-1/2#table-1/row-af", "decisions/cp-1-2/#table-1-af", "dec:CP-1/2#table-1/af"),
        ("CP-1/2#table-1/col-capped", "decisions/cp-1-2/#table-1", "dec:CP-1/2#table-1"),
        ("CP-1/2#a-1", "plans/implementation/#a-1", "goal:implementation/A.1"),
        ("CP-1/2#a-1-indicators-b", "plans/implementation/#a-1-indicators-b", "goal:implementation/A.1#indicators/b"),
        (
            "CP-1/2#a-1-activities-i",
            "plans/capacity-building/#a-1-activities-i",
            "goal:capacity-building/A.1#activities/i",
        ),
    ],
)
def test_where_a_slip_is_shown(small_site: Site, at: str, address: str, cited: str) -> None:
    path, anchor, target = small_site.slips.place_of(at)
    assert (f"{path}#{anchor}", str(target)) == (address, cited)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_erratum_is_shown_at_its_place(real_site: Site, language: str) -> None:
    view = View(real_site, language)
    pages: dict[str, str] = {}
    for erratum in real_site.record.errata:
        if erratum.address in FRONT:
            continue
        path, anchor, _ = real_site.slips.place_of(erratum.address)
        html = pages.setdefault(path, "") or rendered(view, path).html
        pages[path] = html
        assert not anchor or f'id="{anchor}"' in html
        assert html.count(f'id="erratum-{erratum.id}"') == 1, erratum.id
        assert erratum.kind == "punctuation" or erratum.printed in html
