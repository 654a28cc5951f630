"""A value of a cell as the text that a person would have typed in a spec, or why it cannot be told what was meant.

A spreadsheet changes what is typed: it cuts long numbers, drops leading zeros, makes dates of fractions and numbers of
dates. What may have lost something on the way is refused, or accepted with a warning that says what may be lost.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final
from unicodedata import category

from pactwright.spec.form import Reads
from pactwright.validation import RefusedError, quoted
from pactwright.workbooks.leftovers import leftovers
from pactwright.workbooks.number_formats import SIGN, NumberFormat
from pactwright.workbooks.sheet import CellValue, Note

DAY_ZERO: Final = dt.date(1899, 12, 30)  # of the calendar that a workbook counts its days in, from 1 March 1900 on
FIRST_DAY, LAST_DAY = 61, 2_958_465
MOST_DIGITS: Final = 15

AS_TEXT: Final = "format the cell as text and type it again"
AS_NUMBER: Final = "format the cell as text and type the number again"
WHOLE_DAY: Final = "format the cell as a whole date, and look whether it is the one that is meant"
AS_DATE: Final = "format the cell as a date, or type year-month-day"
WENT_WRONG: Final = "a formula that went wrong"
LOOKS: Final = {
    "struck-out": (
        "words here are struck out, so the cell shows them as deleted",
        "delete them, or take the line away",
    ),
    "unseen": (
        "what stands here cannot be seen: its letters are tiny, have the colour of the ground or are not shown",
        "let it be seen, or delete it",
    ),
}
MARKED: Final = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}][0-9=+@-]")
CUT: Final = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]{2,3}")
SERIAL: Final = re.compile(r"[0-9]{5}(?:\.0+)?")


def checked_text(text: str, reads: Reads) -> str:
    """The text of a cell as it stands; RefusedError for what a spreadsheet left there instead of what was typed."""
    if leftovers().has_error(text):
        seen = f"{quoted(text)} is what a formula leaves that went wrong"
        raise _error_cell(seen)
    if leftovers().holds(text):
        seen, fix = f"{quoted(text)} stands for a value that is not there", "put the value there"
        raise RefusedError(rule="no-value", seen=seen, accepted="a value", fix=fix)
    if MARKED.match(text):
        seen = f"{quoted(text)} begins with the mark by which a spreadsheet takes a number or a formula for text"
        raise RefusedError(rule="text-mark", seen=seen, accepted="a value", fix="take the mark away")
    if CUT.fullmatch(text):
        raise _cut_short(text)
    if reads == "date" and SERIAL.fullmatch(text):
        raise _serial_date(float(text))
    return text


def text_of(value: CellValue, reads: Reads) -> str:
    """The text of a value that is not text, as somebody would type it where it is read so; RefusedError if none is.

    >>> text_of(12.0, "number"), text_of(18000.5, "money"), text_of(True, "yes-no")
    ('12', '18000.50', 'yes')
    """
    return TEXTS[type(value)](value, reads)


def remark_on(value: CellValue, reads: Reads) -> tuple[str, str] | None:
    """What to say of a value that was accepted with a doubt, in the same words for each: the rule, and what is seen."""
    if reads != "text" or isinstance(value, bool | str):
        return None
    if isinstance(value, dt.date):
        return "date-as-text", "a date stands in a field of text and is taken as year-month-day"
    return "number-as-text", "a number stands in a field of text and is taken as its bare digits"


def noted_text(note: Note, value: CellValue, reads: Reads) -> str | None:
    """The text of a cell that is noted as remarkable, None where its value is to be read as any other.

    RefusedError for what cannot be taken.
    """
    if isinstance(note, NumberFormat):
        return _as_shown(note, value, reads) if isinstance(value, int | float) else None
    if note in {"date-cell", "part-date"}:
        if note == "part-date" and isinstance(value, dt.date):
            raise _part_shown(value)
        if isinstance(value, dt.date | dt.time | dt.timedelta):
            return None
        seen, fix = f"a date cell that holds {quoted(str(value))}, which is no date", AS_DATE
        raise RefusedError(rule="broken-date", seen=seen, accepted="a date", fix=fix)
    if note == "uncached-formula":
        fix = "open the table in a spreadsheet program and save it, or put the value in the place of the formula"
        raise RefusedError(rule=note, seen="a formula without its result", accepted="a value", fix=fix)
    if note == "error-cell":
        raise _error_cell(WENT_WRONG)
    seen, fix = LOOKS[note]
    raise RefusedError(rule=note, seen=seen, accepted="words that show as they are meant", fix=fix)


def _as_shown(format_: NumberFormat, value: float, reads: Reads) -> str | None:
    """What a cell shows, where that is another way to say what it holds; RefusedError where it is another value."""
    held = _decimal(value)
    shown, number, currency = format_.shown(held)
    plain = f"{held:f}"
    if reads == "date" or (shown == plain and reads != "percent"):
        return None
    if format_.is_percent and (reads != "percent" or number is None):
        raise _fraction(value, reads)
    if format_.is_percent and number is not None and number == held * 100:
        return f"{_plain(number)}%"
    if reads in {"text", "word"} or number != held or (reads == "money" and _says_more(shown, currency)):
        seen = f"the cell shows {shown or 'no such number'} and holds {plain}, as its format is {quoted(format_.code)}"
        fix = AS_TEXT if reads in {"text", "word"} else "type the number that is meant, in a plain number format"
        raise RefusedError(rule="shown-otherwise", seen=seen, accepted="a cell that holds what it shows", fix=fix)
    return f"{currency} {_number(value, reads)}" if currency and reads == "money" else None


def _says_more(shown: str, currency: str) -> bool:
    """Whether a format puts more to an amount than its currency: thousands, a tax, a currency that has no one code."""
    rest = SIGN.sub("", shown).replace("$", "").replace(currency, "")
    return any(char.isalpha() or category(char) == "Sc" for char in rest)


def _yes_no(value: bool, _reads: Reads) -> str:  # noqa: FBT001 - it is the value of a cell
    return "yes" if value else "no"


def _number(value: float, reads: Reads) -> str:
    if abs(value) >= 10**MOST_DIGITS:
        raise _too_long(f"{value:g}".upper())
    if reads == "date":
        raise _serial_date(value)
    number = _decimal(value)
    text = f"{number:f}"
    if reads == "text" and "." in text:
        seen, accepted = f"the number {text} in a field of text", "text, exactly as it should be printed"
        raise RefusedError(rule="decimal-as-text", seen=seen, accepted=accepted, fix=AS_TEXT)
    return f"{number:.2f}" if reads == "money" and "." in text and number == round(number, 2) else text


def _decimal(value: float) -> Decimal:
    """The number with the fifteen digits that a spreadsheet keeps, without the noise that follows them."""
    return _plain(Decimal(f"{value:.15g}"))


def _plain(number: Decimal) -> Decimal:
    """The number without zeros behind it."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _day(value: dt.date, _reads: Reads) -> str:
    return value.isoformat()


def _moment(value: dt.datetime, _reads: Reads) -> str:
    if value.time() == dt.time():
        return value.date().isoformat()
    seen, fix = f"{value:%Y-%m-%d %H:%M:%S} is a date with a time", AS_DATE
    raise RefusedError(rule="date-with-time", seen=seen, accepted="a date", fix=fix)


def _part_shown(value: dt.date) -> RefusedError:
    seen = f"the cell shows a part of {value:%Y-%m-%d}, as its format leaves out the day, the month or the year"
    return RefusedError(rule="shown-otherwise", seen=seen, accepted="a cell that shows what it holds", fix=WHOLE_DAY)


def _time(value: dt.time | dt.timedelta, _reads: Reads) -> str:
    raise RefusedError(
        rule="time-cell", seen=f"{value} is a time of day", accepted="text, a number or a date", fix=AS_TEXT
    )


def _fraction(value: float, reads: Reads) -> RefusedError:
    share = f"{_decimal(value * 100):f}"  # as the cell shows it, or as it would with all its digits
    seen = f"the cell shows {share}% and holds {_decimal(value):f}"
    fix = f"write {share}, formatted as a number" if reads == "percent" else AS_TEXT
    return RefusedError(rule="fraction-of-percent", seen=seen, accepted="a cell that holds what it shows", fix=fix)


def _serial_date(value: float) -> RefusedError:
    seen = f"{_decimal(value):f} is a bare number where a date belongs"
    if FIRST_DAY <= value <= LAST_DAY:
        seen = f"{seen}; a workbook that counts its days from 1900 means {DAY_ZERO + dt.timedelta(days=int(value))}"
    return RefusedError(rule="serial-date", seen=seen, accepted="a date such as 2026-12-01", fix=AS_DATE)


def _cut_short(text: str) -> RefusedError:
    seen, fix = f"{text} is a long number that a spreadsheet cut short", AS_NUMBER
    return RefusedError(rule="number-too-long", seen=seen, accepted="all its digits", fix=fix)


def _too_long(shown: str) -> RefusedError:
    seen = f"the number {shown} has lost digits: a spreadsheet keeps {MOST_DIGITS} of them"
    return RefusedError(
        rule="number-too-long", seen=seen, accepted=f"at most {MOST_DIGITS} digits, or text", fix=AS_TEXT
    )


def _error_cell(seen: str) -> RefusedError:
    return RefusedError(
        rule="error-cell", seen=seen, accepted="a value", fix="mend the formula, or put the value there"
    )


TEXTS: Final[Mapping[type, Callable[[Any, Reads], str]]] = {
    bool: _yes_no,
    int: _number,
    float: _number,
    dt.date: _day,
    dt.datetime: _moment,
    dt.time: _time,
    dt.timedelta: _time,
}
