"""A frozen value of which much is worked out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Self, TypeVar, cast

T = TypeVar("T")


class Memoized:
    """A frozen value of which much is worked out: what a function makes of it is asked once, however many want to
    know.
    """

    def once(self, make: Callable[[Self], T]) -> T:
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    @cached_property
    def _made(self) -> dict[object, object]:
        return {}
