"""What the format of a cell makes of its number: cells of a spreadsheet often show another number than they hold.

A format is a code of up to four sections, for numbers above zero, below it, zero, and text (ECMA-376 part 1, 18.8.31).
"""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

# The codes that every workbook has without declaring them (18.8.30); the others of these numbers are dates.
BUILT_IN: Final[Mapping[str, str]] = {
    "0": "General",
    "1": "0",
    "2": "0.00",
    "3": "#,##0",
    "4": "#,##0.00",
    "9": "0%",
    "10": "0.00%",
    "11": "0.00E+00",
    "12": "# ?/?",
    "13": "# ??/??",
    **dict.fromkeys(map(str, (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59))), "yyyy-mm-dd"),
    "16": "d-mmm",
    "17": "mmm-yy",
    **dict.fromkeys(("37", "38"), "#,##0 ;(#,##0)"),
    **dict.fromkeys(("39", "40"), "#,##0.00;(#,##0.00)"),
    **dict.fromkeys(("5", "6", "41", "42"), "#,##0;(#,##0)"),
    **dict.fromkeys(("7", "8", "43", "44"), "#,##0.00;(#,##0.00)"),
    "48": "##0.0E+0",
    "49": "@",
}
PARTS: Final = re.compile(
    r'\[(?P<bracket>[^\]]*)\]|"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|(?P<general>General)|(?P<plain>.)',
    re.DOTALL | re.IGNORECASE,
)
DATE: Final = re.compile(r"[ymdhs]", re.IGNORECASE)
# The day, not that of the week, the month, and the year, those of other calendars too.
WHOLE_DATE: Final = tuple(re.compile(each, re.IGNORECASE) for each in (r"(?<!d)d{1,2}(?!d)", "m", "[yeb]"))
CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9]+(?:\.[0-9]+)?)")
COMPARE: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "=": operator.eq,
}
MOST_SECTIONS: Final = 4
PLACEHOLDERS: Final = "0#?"
PLAIN: Final = "0"
# Signs that mean one currency; "$" by itself is that of wherever the workbook is read, unless a place stands with it,
# as Windows numbers places (MS-LCID).
SIGNS: Final[Mapping[str, str]] = {
    "US$": "USD",
    "AU$": "AUD",
    "A$": "AUD",
    "NZ$": "NZD",
    "CA$": "CAD",
    "C$": "CAD",
    "HK$": "HKD",
    "S$": "SGD",
    "€": "EUR",
    "£": "GBP",
    "₹": "INR",
}
DOLLARS: Final[Mapping[str, str]] = {"409": "USD", "C09": "AUD", "1409": "NZD", "1009": "CAD", "4809": "SGD"}
SIGN: Final = re.compile("|".join(map(re.escape, SIGNS)))
CODE: Final = re.compile(r"(?<![A-Z])[A-Z]{3}(?![A-Z])")


@dataclass(frozen=True, slots=True)
class Section:
    """One section: what stands around the digits and how these are written; `pattern` has a placeholder a digit.

    `scale` is how many thousands are left out, `most` and `least` are digits behind the point.
    """

    before: str = ""
    pattern: str = ""
    after: str = ""
    most: int = 0
    least: int = 0
    scale: int = 0
    percent: int = 0
    is_grouped: bool = False
    is_general: bool = False
    is_other: bool = False
    currency: str = ""
    condition: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether it shows no number at all."""
        return not (self.pattern or self.is_general or self.is_other)

    def holds(self, value: Decimal) -> bool:
        """Whether it is for this value, as far as its own condition goes."""
        found = CONDITION.fullmatch(self.condition)
        return found is None or COMPARE[found[1]](value, Decimal(found[2]))


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """The sections of a format, as its code has them; `hides_date` where a day, a month or a year is not shown."""

    code: str
    sections: tuple[Section, ...]
    is_date: bool = False
    hides_date: bool = False

    @property
    def is_percent(self) -> bool:
        """Whether it shows a share as a percentage."""
        return any(each.percent for each in self.sections)

    @property
    def hides_text(self) -> bool:
        """Whether words are not shown, for which its fourth section is.

        >>> said = number_format(";;;")
        >>> said and said.hides_text
        True
        """
        return len(self.sections) == MOST_SECTIONS and self.sections[-1] == Section()

    def shown(self, value: Decimal) -> tuple[str, Decimal | None, str]:
        """What a cell shows of a value, the number that this says, and its currency.

        The number is None where none can be read: it is hidden, a fraction, or has its sign taken away.

        >>> said = number_format('#,##0.0,"k"')
        >>> said.shown(Decimal("123456")) if said else None
        ('123.5k', Decimal('123.5'), '')
        """
        section, is_negative = self._section(value)
        if section.is_empty or section.is_other:
            return "", None, ""
        magnitude = abs(value) * 100**section.percent / 1000**section.scale
        exact = magnitude if section.is_general else magnitude.quantize(Decimal(1).scaleb(-section.most), ROUND_HALF_UP)
        sign = "-" if value < 0 and not is_negative and exact else ""
        text = f"{sign}{section.before}{_digits(exact, section)}{section.after}"
        says_minus = any(mark in f"{sign}{section.before}{section.after}" for mark in "-\N{MINUS SIGN}(")
        if (says_minus != (value < 0) and exact) or re.search("[0-9]", section.before + section.after):
            return text, None, section.currency
        return text, -exact if says_minus else exact, section.currency

    def _section(self, value: Decimal) -> tuple[Section, bool]:
        """The section that a value takes, and whether it is one that writes the sign itself."""
        numbers = self.sections[:3]
        if any(each.condition for each in numbers):
            return next((each for each in numbers if each.holds(value)), numbers[-1]), False
        if value < 0 and len(numbers) > 1:
            return numbers[1], True
        return numbers[2 if value == 0 and len(numbers) > 2 else 0], False  # noqa: PLR2004 - the third is for zero


@functools.lru_cache(maxsize=1024)
def number_format(code: str) -> NumberFormat | None:
    """The format of a code; None where every number is shown as it is.

    >>> number_format("General"), number_format("@")
    (None, None)
    """
    bare = PARTS.sub(lambda part: part["plain"] or "", code)
    sections = tuple(_sections(code))
    if DATE.search(re.sub("E[+-]", "", bare)) or re.search(r"\[[hms]+\]", code, re.IGNORECASE):
        parts = bare.partition(";")[0]
        return NumberFormat(code, sections, is_date=True, hides_date=not all(part.search(parts) for part in WHOLE_DATE))
    as_it_is = {Section(is_general=True), Section(is_other=True)}
    return NumberFormat(code, sections) if code.strip() and not as_it_is.issuperset(sections) else None


def _sections(code: str) -> Iterator[Section]:
    parts: list[re.Match[str]] = []
    for part in PARTS.finditer(code):
        if part["plain"] == ";":
            yield _section_of(parts)
            parts = []
        else:
            parts.append(part)
    yield _section_of(parts)


def _section_of(parts: list[re.Match[str]]) -> Section:
    before, after, pattern, currency, condition = "", "", "", "", ""
    behind, trailing, grouped = "", 0, False
    is_behind = is_general = is_other = False
    percent = 0
    for part in parts:
        plain, literal = part["plain"] or "", part["quoted"] or part["escaped"] or ""
        if part["bracket"] is not None:
            sign, _, place = part["bracket"][1:].partition("-") if part["bracket"].startswith("$") else ("", "", "")
            literal, currency = sign, DOLLARS.get(place.upper().lstrip("0"), currency) if sign == "$" else currency
            condition = part["bracket"] if CONDITION.fullmatch(part["bracket"]) else condition
        elif part["general"]:
            is_general = True
        elif plain in PLACEHOLDERS and plain:
            pattern, behind = (pattern, behind + plain) if is_behind else (pattern + after + plain, behind)
            grouped, trailing, after = grouped or (trailing > 0 and not is_behind), 0, "" if not is_behind else after
        elif plain == ",":
            trailing += 1
        elif plain == ".":
            is_behind = True
        elif plain == "%":
            percent += 1
            literal = "%"
        elif plain in {"E", "e", "/", "@"} and plain:
            is_other = True
        else:
            literal = literal or plain
        if pattern or is_general:
            after += literal
        else:
            before += literal
    around = f"{before} {after}"
    sign, code = SIGN.search(around), CODE.search(around)
    return Section(
        before,
        pattern,
        after,
        len(behind),
        behind.count("0"),
        trailing if pattern else 0,
        percent,
        grouped,
        is_general,
        is_other,
        SIGNS[sign[0]] if sign else code[0] if code else currency,
        condition,
    )


def _digits(exact: Decimal, section: Section) -> str:
    """The digits of a number, with the zeros and the marks that the section puts among them."""
    whole, _, behind = f"{exact:f}".partition(".")
    if section.is_general:
        return f"{exact:f}"
    behind = behind[: section.least] + behind[section.least :].rstrip("0")
    if section.is_grouped:
        text = f"{int(whole):,}".rjust(section.pattern.count("0"), "0")
    else:
        text = _filled(section.pattern, whole.lstrip("0"))
    return f"{text}.{behind}" if behind else text


def _filled(pattern: str, digits: str) -> str:
    """Digits put into the placeholders of a pattern, from the right; those left over stand before the first."""
    said, rest = "", digits
    for place, mark in reversed(list(enumerate(pattern))):
        if mark not in PLACEHOLDERS:
            said = mark + said
            continue
        is_first = not any(each in PLACEHOLDERS for each in pattern[:place])
        taken, rest = (rest, "") if is_first else (rest[-1:], rest[:-1])
        said = (taken or (mark if mark == PLAIN else "")) + said
    return said
