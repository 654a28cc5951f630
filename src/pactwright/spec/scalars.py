"""One piece of text from a spec, turned into what it means, by our own patterns.

What can be read one way only is taken (`14 days` where days are counted, `1 December 2026`, `Yes`), and nothing is
guessed: `1_000`, `1e3`, digits of other scripts, `0` as a date and `true` for a yes are refused, each with what is
accepted. Nothing here needs pydantic, so that the library can read its own defaults with the same patterns.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from typing import Final, Literal

from pactwright.findings import nearest
from pactwright.validation import RefusedError, enumerated, quoted

MAX_LINE: Final = 200
MAX_TEXT: Final = 4000
MAX_ID: Final = 40
ONE_WORD: Final = "one word at a time"

ID: Final = re.compile(r"[a-z][a-z0-9-]*")
COUNT: Final = re.compile(r"0|[1-9][0-9]{0,8}")
NUMBER: Final = re.compile(r"(?P<whole>0|[1-9][0-9]{0,14}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?P<part>\.[0-9]{1,6})?")
PERCENT: Final = re.compile(r"(?P<number>(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,4})?)(?: ?%| per ?cent)?")
DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
POINTS: Final = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9.,])")
PADDED: Final = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{2}0")
YEAR_LAST: Final = re.compile(r"(?P<one>[0-9]{1,2})(?P<sign>[/.-])(?P<two>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})")
WORDED: Final = re.compile(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? (?P<month>[A-Za-z]{3,9}\.?) (?P<year>[0-9]{4})"
    r"|(?P<month_behind>[A-Za-z]{3,9}\.?) (?P<day_behind>[0-9]{1,2}),? (?P<year_behind>[0-9]{4})"
)
MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
# For an editor: a date as we write it, or one with its month in words.
ANY_DATE: Final = "^([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2} [A-Za-z]{3,9} [0-9]{4}|[A-Za-z]{3,9} [0-9]{1,2},? [0-9]{4})$"
EMAIL: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")


def text(typed: str) -> str:
    """Words of any length up to 4,000 characters, exactly as typed; refused if there is nothing to read.

    Only the line end that a YAML block (`|`) leaves behind is taken away.
    """
    return _words(typed.rstrip("\n"), MAX_TEXT)


def line(typed: str) -> str:
    """Words on one line, at most 200 characters, exactly as typed."""
    if "\n" in typed.strip() or "\t" in typed:
        raise RefusedError(
            rule="text-line", seen=f"{quoted(typed)} runs over more than one line", accepted="one line without tabs"
        )
    return _words(typed.rstrip("\n"), MAX_LINE)


def yes_no(typed: str) -> bool:
    """Whether it is yes, in small letters or capitals.

    >>> yes_no("yes"), yes_no("No")
    (True, False)
    """
    if typed.lower() not in {"yes", "no"}:
        fix = {"true": "did you mean yes?", "false": "did you mean no?"}.get(typed.lower(), "")
        raise RefusedError(rule="yes-no", seen=f"{quoted(typed)} is neither yes nor no", accepted="yes or no", fix=fix)
    return typed.lower() == "yes"


def identifier(typed: str) -> str:
    """A short name that other lines of the spec refer to.

    >>> identifier("air-sensors-2")
    'air-sensors-2'
    """
    if len(typed) > MAX_ID or not ID.fullmatch(typed):
        accepted = f"lower-case letters, digits and hyphens, a letter first, at most {MAX_ID}"
        fix = re.sub(r"[^a-z0-9]+", "-", typed.lower()).lstrip("-0123456789")[:MAX_ID].rstrip("-")
        raise RefusedError(
            rule="id",
            seen=f"{quoted(typed)} is not a short name",
            accepted=accepted,
            fix=f'for example "{fix}"' if fix else "",
        )
    return typed


def counted_in(unit: str) -> Callable[[str], int]:
    """What reads a whole number with or without its own unit behind it; another unit is refused.

    >>> counted_in("day")("14 days"), counted_in("business day")("10 business days"), counted_in("month")("1 month")
    (14, 10, 1)
    """
    behind = re.compile(f"(?P<number>[0-9,]+) ?{unit.replace(' ', '[ -]')}s?", re.IGNORECASE)

    def read(typed: str) -> int:
        found = behind.fullmatch(typed)
        return count(found["number"] if found else typed)

    return read


def count(typed: str) -> int:
    """A whole number from 0.

    >>> count("12")
    12
    """
    if not COUNT.fullmatch(typed):
        seen, meant = f"{quoted(typed)} is not a whole number", with_commas(typed)
        digits = meant.replace(",", "") if NUMBER.fullmatch(meant) else ""
        fix = f"did you mean {digits}?" if COUNT.fullmatch(digits) else ""
        raise RefusedError(rule="count", seen=seen, accepted="digits only, such as 12", fix=fix)
    return int(typed)


def number(typed: str) -> Decimal:
    """A number from 0, thousands with or without commas, at most six decimals.

    Three decimals that end in 0 are refused: where thousands are marked with points, 13.000 is thirteen thousand.

    >>> number("1,250.5")
    Decimal('1250.5')
    """
    if PADDED.fullmatch(typed):
        seen = f"{quoted(typed)} can be read in two ways"
        accepted = "thousands with commas, decimals without 0 at their end"
        raise RefusedError(rule="number", seen=seen, accepted=accepted, fix=f"did you mean {with_commas(typed)}?")
    if not NUMBER.fullmatch(typed):
        accepted = "digits, such as 12, 1,250 or 0.5"
        raise RefusedError(
            rule="number", seen=f"{quoted(typed)} is not a number", accepted=accepted, fix=_number_fix(typed)
        )
    return Decimal(typed.replace(",", ""))


def with_commas(typed: str) -> str:
    """The text with commas where a number in it has points between its thousands.

    >>> with_commas("AUD 1.234.000"), with_commas("13.00")
    ('AUD 1,234,000', '13.00')
    """
    return POINTS.sub(lambda found: found[0].replace(".", ","), typed)


def percent(typed: str) -> Decimal:
    """A share from 0 to 100, with or without the sign; less than one of a hundred takes it.

    Who types 0.05 most often means a twentieth, which is 5; a spreadsheet shows it so.

    >>> percent("12.5%"), percent("0.5%")
    (Decimal('12.5'), Decimal('0.5'))
    """
    share = any_percent(typed)
    if is_fraction(typed):
        asked, seen = f"{share * 100:f}".rstrip("0").rstrip("."), f"{quoted(typed)} is less than one part of a hundred"
        fix = f"did you mean {asked}? Write {typed.strip()}% if not"
        raise RefusedError(rule="percent-fraction", seen=seen, accepted="0 to 100, such as 25 or 12.5%", fix=fix)
    return share


def is_fraction(typed: str) -> bool:
    """Whether a percentage is typed without its sign and lies between 0 and 1.

    >>> is_fraction("0.05"), is_fraction("0.05%"), is_fraction("1"), is_fraction("0")
    (True, False, False, False)
    """
    return "%" not in typed and 0 < any_percent(typed) < 1


def any_percent(typed: str) -> Decimal:
    """A share from 0 to 100, of any size, where it is known how it is meant."""
    found = PERCENT.fullmatch(typed)
    if found is None:
        raise RefusedError(
            rule="percent", seen=f"{quoted(typed)} is not a percentage", accepted="0 to 100, such as 25 or 12.5%"
        )
    share = Decimal(found["number"])
    if share > 100:  # noqa: PLR2004 - percent
        raise RefusedError(rule="percent", seen=f"{quoted(typed)} is more than the whole", accepted="0 to 100")
    return share


def date(typed: str) -> dt.date:
    """A day of the calendar, written year-month-day, or with its month in words, which can be read one way only.

    >>> date("2026-12-01") == date("1 December 2026") == date("December 1, 2026")
    True
    """
    accepted = "year-month-day, such as 2026-12-01"
    written = _in_digits(typed)
    if not DATE.fullmatch(written):
        days = _days_meant(typed)
        seen = f"{quoted(typed)} {'can be read in two ways' if len(days) > 1 else 'is not a date'}"
        fix = f"did you mean {days[0]}?" if len(days) == 1 else ""
        raise RefusedError(rule="date", seen=seen, accepted=accepted, fix=fix)
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        raise RefusedError(
            rule="date", seen=f"{quoted(typed)} is not a day of the calendar", accepted=accepted
        ) from None


NONE: Final = "none"
"""What somebody types who has thought about a fact, and there is none."""


def date_or_none(typed: str) -> dt.date | Literal["none"]:
    """A day of the calendar, or the answer that there is none.

    >>> date_or_none("none")
    'none'
    """
    return NONE if typed == NONE else date(typed)


def _in_digits(typed: str) -> str:
    """A date whose month is a word, as year-month-day; anything else as it is.

    >>> _in_digits("1 Dec 2026"), _in_digits("1 Decembre 2026")
    ('2026-12-01', '1 Decembre 2026')
    """
    found = WORDED.fullmatch(typed)
    if found is None:
        return typed
    day, month, year = (found[name] or found[f"{name}_behind"] for name in ("day", "month", "year"))
    said = month.casefold().rstrip(".")
    numbers = [number for number, name in enumerate(MONTHS, start=1) if said in {name, name[:3]}]
    return f"{year}-{numbers[0]:02}-{int(day):02}" if numbers else typed


def _days_meant(typed: str) -> list[dt.date]:
    """The days that a date with its year last can mean: day-month-year, month-day-year, or both.

    >>> _days_meant("15/02/2027"), len(_days_meant("05/03/2027"))
    ([datetime.date(2027, 2, 15)], 2)
    """
    found = YEAR_LAST.fullmatch(typed)
    one, two, year = (int(part) for part in found.group("one", "two", "year")) if found else (0, 0, 0)
    days: dict[dt.date, None] = {}
    for month, day in ((two, one), (one, two)):
        with suppress(ValueError):
            days[dt.date(year, month, day)] = None
    return list(days)


def email(typed: str) -> str:
    """An address for mail, as typed; only its form is looked at."""
    if not EMAIL.fullmatch(line(typed)):
        raise RefusedError(rule="email", seen=f"{quoted(typed)} is not an email address", accepted="name@place.example")
    return typed


def word(typed: str, *, rule: str, noun: str, accepted: tuple[str, ...]) -> str:
    """One word of a closed list; the nearest one is named when it is none of them, nor several."""
    if typed not in accepted:
        seen = f"{quoted(typed)} is not {noun}"
        is_several = all(part.strip() in accepted for part in typed.split(","))
        fix = ONE_WORD if is_several else nearest(typed, accepted)
        raise RefusedError(rule=rule, seen=seen, accepted=enumerated(accepted), fix=fix)
    return typed


def _words(typed: str, most: int) -> str:
    if not typed.strip():
        raise RefusedError(
            rule="text-empty", seen="nothing but space", accepted="words, or leave the line out until they are known"
        )
    if len(typed) > most:
        raise RefusedError(
            rule="text-length",
            seen=f"{len(typed)} characters",
            accepted=f"at most {most}",
            fix="put the detail in an attachment",
        )
    return typed


def _number_fix(typed: str) -> str:
    if typed.startswith("-"):
        return "leave the minus out"
    if re.search(r"[0-9][_ '\u2019][0-9]", typed):
        return "write thousands with commas or with nothing between"
    if with_commas(typed) != typed and NUMBER.fullmatch(with_commas(typed)):
        return f"did you mean {with_commas(typed)}?"
    return "write it out in full" if re.fullmatch(r"[0-9.]+[eE][0-9+-]+", typed) else ""
