"""Bytes → text, or a word about why they are none."""

from __future__ import annotations

import pytest

from handbook.official.importing.text import LIMIT, UnreadableError, check_size, decode

WORDS = "缔约方商定下次会议的日期。"


def test_a_text_comes_back_character_for_character() -> None:
    text = f"\ufeff1.\t {WORDS}\r\n\f 2. {WORDS}\n"
    assert decode(text.encode(), "a.txt") == text


def test_a_control_character_here_and_there_is_kept() -> None:
    text = f"{WORDS * 8}\x00"
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt is empty"),
        (b" \n\t\n", "a.txt has nothing but blanks"),
        (WORDS.encode("utf-16"), "a.txt is UTF-16, expected UTF-8: save it again as UTF-8"),
        (
            (WORDS * 9).encode("gb18030"),
            "a.txt is not UTF-8 (byte 0xb5 at 0), it reads as GB18030: save it again as UTF-8",
        ),
        (b"d\xe9cision", "a.txt is not UTF-8 (byte 0xe9 at 1): save it again as UTF-8"),
        (b"\x00\x01\x02\x03" * 9, "a.txt is no plain text: extract the booklet's text first"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        decode(data, "a.txt")
    assert str(error.value) == message


def test_a_file_is_refused_by_its_size_before_it_is_read() -> None:
    check_size(LIMIT, "a.txt")
    with pytest.raises(
        UnreadableError, match=r"a\.txt has 100\.0 MB, expected at most 0\.5: give the booklet's text alone"
    ):
        check_size(100_000_000, "a.txt")
