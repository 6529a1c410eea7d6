"""The rule of the scale, on tables small enough to be worked out by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from handbook.model.record import Party, Record
from handbook.model.table import Row, Table
from handbook.record.scale import rounded, shares, sum_of, wrong_rows


def table(record: Record, scale: Mapping[str, str], **rule: str) -> Table:
    base = next(iter(record.tables.values()))
    rows = tuple(Row(id, {"scale": own}, {}, base.place) for id, own in scale.items())
    return replace(base, rows=rows, rule={**base.rule, **rule})


def test_union_first_then_in_proportion(record: Record) -> None:
    """AF is a least developed country, but far below its limit here."""
    given = shares(table(record, {"BR": "1", "CN": "3"}, ceiling="90", european_union="20"), record)
    assert given == {"BR": 20, "CN": 60, "EU": 20}


def test_what_the_ceiling_cuts_off_is_shared(record: Record) -> None:
    given = shares(table(record, {"BR": "1", "CN": "8"}, ceiling="60", european_union="10"), record)
    assert given == {"BR": 30, "CN": 60, "EU": 10}


def test_a_share_that_grows_over_the_ceiling_is_cut_too(record: Record) -> None:
    """CN is cut from 64 to 40; then BR would have 48 of the 48 that are left to it and AF."""
    given = shares(
        table(record, {"AF": "1", "BR": "3", "CN": "16"}, ceiling="40", ldc_limit="50", european_union="0"), record
    )
    assert given == {"AF": 20, "BR": 40, "CN": 40, "EU": 0}


def test_the_limit_is_for_least_developed_countries(record: Record) -> None:
    given = shares(table(record, {"AF": "1", "BR": "1"}, ceiling="99", ldc_limit="2", european_union="0"), record)
    assert given == {"AF": 2, "BR": 98, "EU": 0}


def test_nothing_to_share(record: Record) -> None:
    assert shares(table(record, {"BR": "0"}, european_union="5"), record) == {"BR": 0, "EU": 5}


@pytest.mark.parametrize(
    ("value", "digits", "text"), [("1/8", 2, "0.13"), ("5/2", 0, "3"), ("1/3", 3, "0.333"), ("1/2000", 3, "0.001")]
)
def test_rounded_half_up(value: str, digits: int, text: str) -> None:
    assert rounded(Fraction(value), digits) == text


def test_slack_is_half_a_digit_for_each_addend(record: Record) -> None:
    total, slack = sum_of(table(record, {"BR": "0.1", "CN": "0.02"}), "scale")
    assert (str(total), str(slack)) == ("0.12", "0.055")


def test_a_row_of_the_errata_has_escaped_the_limit(record: Record) -> None:
    scale = table(record, {"AF": "1", "BR": "1"}, ceiling="99", ldc_limit="2", european_union="0")
    slip = replace(record.errata[0], address="CP-1/2#table-1/row-af")
    assert shares(scale, replace(record, errata=(slip,))) == {"AF": 50, "BR": 50, "EU": 0}


def test_rows_of_the_small_table_follow_the_rule(record: Record) -> None:
    (small,) = [table for table in record.tables.values() if table.kind == "scale"]
    assert wrong_rows(small, record) == []
    rows = tuple(
        replace(row, figures={**row.figures, "capped": "37.500"}) if row.id == "BR" else row for row in small.rows
    )
    (wrong,) = wrong_rows(replace(small, rows=rows), record)
    assert (wrong.row.id, wrong.expected) == ("BR", {"capped": "37.490"})


def test_a_party_is_what_it_was_at_the_meeting(record: Record) -> None:
    """CP-1/2 was taken at cp-1; whoever joined or left the list at cp-2 did so after it."""
    small = record.tables["CP-1/2#table-1"]
    held = replace(record, meetings={**record.meetings, "cp-2": ()})
    later = replace(small, id="CP-2/1#table-1")
    decisions = {**held.decisions, "CP-2/1": replace(held.decisions["CP-1/2"], id="CP-2/1", meeting="cp-2")}
    parties = {
        **held.parties,
        "AF": replace(held.parties["AF"], ldc_until="cp-2"),
        "BR": Party("BR", False, small.place, "cp-2"),
    }
    held = replace(held, decisions=decisions, parties=parties)
    then, now = held.parties_of(small), held.parties_of(later)
    assert ([*then], [*now]) == (["AF", "CN", "EU"], ["AF", "BR", "CN", "EU"])
    assert (then["AF"].ldc, now["AF"].ldc) == (True, False)
