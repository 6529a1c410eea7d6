"""How a language writes days and spans, and what its months are called in running text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

Months = Callable[[], tuple[str, ...]]


@dataclass(frozen=True, kw_only=True, eq=False)
class Dates:
    """One language.

    `month_names` gives the twelve months as dates have them. `month_forms` are expressions for what a month may be
    called in running text, empty where these are its names; `capital_tells` says that only its capital tells a month
    from another word (May). `first_suffix` is an expression for what hangs on the figure of a first day (1er), `of` for
    what stands before a month or year (de), `year_mark` what must stand before a month without a day, so that it is no
    number of months (年).
    """

    month_names: Months
    month_forms: tuple[str, ...]
    capital_tells: bool
    first_suffix: str
    of: str
    year_mark: str
    day: Callable[[dt.date], str]
    span: Callable[[dt.date, dt.date], str]

    @cached_property
    def months(self) -> tuple[str, ...]:
        return self.month_names()

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Expressions for the twelve months in running text."""
        return self.month_forms or self.months

    def month(self, text: str) -> int:
        """Which month a text that matches one of `forms` is."""
        return next(n for n, form in enumerate(self.forms, 1) if re.fullmatch(form, text, re.IGNORECASE))


def spelled_day(form: str, months: Months, first: str = "1") -> Callable[[dt.date], str]:
    """A day by a form with `{d}`, `{m}` and `{y}`; `first` is the first of a month, which French counts with an
    ordinal.
    """
    return lambda day: form.format(d=first if day.day == 1 else day.day, m=months()[day.month - 1], y=day.year)


def spelled_span(form: str, months: Months, first: str = "1") -> Callable[[dt.date, dt.date], str]:
    """A span inside one month by a form with `{d}`, `{e}`, `{m}` and `{y}`: the record has no other."""

    def span(begin: dt.date, end: dt.date) -> str:
        day = first if begin.day == 1 else begin.day
        return form.format(d=day, e=end.day, m=months()[begin.month - 1], y=begin.year)

    return span
