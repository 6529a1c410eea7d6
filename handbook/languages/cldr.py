"""What Unicode's CLDR knows of a language: months, dates, intervals and figures. The only module that imports Babel.

Everything is looked up when it is first asked for: most commands need one or two languages and no date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cache


@cache
def months(locale: str) -> tuple[str, ...]:
    """The names of the twelve months as they stand in a date."""
    from babel import Locale

    return tuple(Locale.parse(locale).months["format"]["wide"].values())


def date(locale: str) -> Callable[[dt.date], str]:
    """A day in full: `7 December 2022`."""

    def shown(day: dt.date) -> str:
        from babel.dates import format_date

        return format_date(day, "long", locale)

    return shown


def interval(locale: str) -> Callable[[dt.date, dt.date], str]:
    """From one day to another, what both have in common once: `2022年12月7日至19日`."""

    def shown(first: dt.date, last: dt.date) -> str:
        from babel.dates import format_interval

        return format_interval(first, last, "yMMMMd", locale=locale)

    return shown


@cache
def group(locale: str) -> str:
    """What stands between groups of three digits."""
    from babel.numbers import get_group_symbol

    return get_group_symbol(locale)


@cache
def point(locale: str) -> str:
    """What stands before decimals."""
    from babel.numbers import get_decimal_symbol

    return get_decimal_symbol(locale)


def whole(number: int, locale: str) -> str:
    """A whole number with its groups. Babel does not heed CLDR's least number of grouped digits."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale)
