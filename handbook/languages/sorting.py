"""Names in the order of dictionaries."""

from __future__ import annotations

import unicodedata


def by_letters(name: str, sound: str = "") -> str:
    """A key by letters, without accents, small and large ones alike."""
    name = unicodedata.normalize("NFD", name.casefold())
    return "".join(sign for sign in name if sign.isalnum() or sign == " ")


def by_sound(name: str, sound: str) -> str:
    """A key by how a name sounds: where the writing does not tell, the record has it."""
    return sound
