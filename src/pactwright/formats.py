"""How values print: money, dates, periods, counts and lists, in the form of the agreement's place.

Units stand behind a no-break space, so that a line never ends between a number and its unit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pactwright.spec import Money

NBSP = "\N{NO-BREAK SPACE}"
NUMBER_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
TIMES_WORDS = ("never", "once", "twice")
_KEPT = 256  # forms of values, which come again in document after document


@lru_cache(_KEPT)
def printed_number(value: Decimal | int, language: str) -> str:
    """Digits with the language's separators and no empty decimals.

    >>> printed_number(Decimal("12500.50"), "en-AU")
    '12,500.5'
    """
    return _digits(Decimal(value).normalize(), language)


@lru_cache(_KEPT)
def printed_date(value: date, language: str) -> str:
    """A date in words and digits, never in digits alone.

    >>> [printed_date(date(2026, 7, 1), language).replace(NBSP, " ") for language in ("en-US", "en-AU")]
    ['July 1, 2026', '1 July 2026']
    """
    month_first = language.endswith("US")
    if language in _ENGLISH:
        day, month = value.day, _MONTHS[value.month - 1]
        long = f"{month} {day}, {value.year}" if month_first else f"{day} {month} {value.year}"
    else:
        from babel.dates import format_date  # noqa: PLC0415 - slow to load, and English needs none of it

        long = str(format_date(value, "MMMM d, y" if month_first else "d MMMM y", _locale(language)))
    return long.replace(" ", NBSP, 1)


@lru_cache(_KEPT)
def printed_money(value: Money, language: str, currency: str | None) -> str:
    """The currency's code and the amount; cents only where there are some; "nil" for nothing.

    What is below nil has "minus" before all else. The tax basis is added only where the amount says its own.
    """
    if value.is_nil:
        return "nil"
    if value.amount < 0:
        return f"minus{NBSP}{printed_money(replace(value, amount=-value.amount), language, currency)}"
    code = value.currency or currency or ""
    amount = _digits(value.amount, language, 0 if value.amount == value.amount.to_integral_value() else 2)
    basis = f" ({'including' if value.tax == 'inclusive' else 'excluding'} tax)" if value.tax else ""
    return f"{code}{NBSP}{amount}{basis}" if code else f"{amount}{basis}"


def counted(unit: str, *, notice: bool = False) -> Callable[[Any, str], str]:
    """A format that prints a count with its unit, or as a period of notice.

    >>> counted("day")(1, "en-AU").replace(NBSP, " "), counted("day", notice=True)(30, "en-AU").replace(NBSP, " ")
    ('1 day', "30 days' notice")
    """

    def printed(value: Any, language: str) -> str:  # noqa: ANN401 - a count of any number type
        name = unit if Decimal(value) == 1 else f"{unit}s"
        owner = f"{name}'s" if name == unit else f"{name}'"
        return f"{printed_number(value, language)}{NBSP}{f'{owner} notice' if notice else name}"

    return printed


def _percent(value: Any, language: str) -> str:  # noqa: ANN401 - a number of any type
    return f"{printed_number(value, language)}%"


def _times(value: Any, language: str) -> str:  # noqa: ANN401 - a number of any type
    return f"{printed_number(value, language)}{NBSP}times"


def _at_most(value: Any, language: str) -> str:  # noqa: ANN401 - a number of any type
    count = int(value)
    return (
        f"at most {TIMES_WORDS[count] if count < len(TIMES_WORDS) else f'{printed_number(count, language)}{NBSP}times'}"
    )


def _count(value: Any, language: str) -> str:  # noqa: ANN401 - a number of any type
    return NUMBER_WORDS[int(value)] if 0 < int(value) < len(NUMBER_WORDS) else printed_number(value, language)


NUMERIC: dict[str, Callable[[Any, str], str]] = {
    "percent": _percent,
    "number": printed_number,
    "count": _count,
    "times": _times,
    "at_most": _at_most,
    "days": counted("day"),
    "business_days": counted("business day"),
    "hours": counted("hour"),
    "months": counted("month"),
    "years": counted("year"),
    "days_notice": counted("day", notice=True),
    "business_days_notice": counted("business day", notice=True),
}


def joined(words: Iterable[str], conjunction: str = "and") -> str:
    """A list as it is said: commas, and a conjunction before the last.

    >>> joined(["A", "B", "C"]), joined(["A", "B"]), joined(["A"]), joined([])
    ('A, B and C', 'A and B', 'A', '')
    """
    *first, last = list(words) or [""]
    return f"{', '.join(first)} {conjunction} {last}" if first else last


def possessive(words: str) -> str:
    """The words with the ending of a possessive.

    >>> possessive("the Partners"), possessive("the Council"), possessive("Atlas")
    ("the Partners'", "the Council's", "Atlas's")
    """
    plural = words.startswith("the ") and words.endswith("s") and not words.endswith("ss")
    return f"{words}'" if plural else f"{words}'s"


def capital(words: str) -> str:
    """The words with a capital first letter, for the start of a sentence."""
    return words[:1].upper() + words[1:]


_ENGLISH = frozenset({"en-AU", "en-CA", "en-GB", "en-IE", "en-NZ", "en-US"})
"""Languages with these names of months and these signs in numbers; the tests hold each against babel."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _digits(value: Decimal, language: str, places: int | None = None) -> str:
    """The number with a number of decimals, or with all that it has."""
    if language in _ENGLISH:
        return f"{value:,f}" if places is None else f"{value:,.{places}f}"
    from babel.numbers import format_decimal  # noqa: PLC0415 - slow to load, and English needs none of it

    pattern = None if places is None else f"#,##0{'.' * bool(places)}{'0' * places}"
    is_cut = places is not None
    return str(format_decimal(value, pattern, _locale(language), decimal_quantization=is_cut))


def _locale(language: str) -> str:
    return language.replace("-", "_")
