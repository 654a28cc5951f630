"""Values print as people of the place write them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from pactwright.formats import (
    NUMERIC,
    capital,
    joined,
    possessive,
    printed_date,
    printed_money,
    printed_number,
)
from pactwright.spec.amounts import money
from tests.stories import plain

AU, US = "en-AU", "en-US"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("25000", "AUD 25,000"),
        ("AUD 25,000", "AUD 25,000"),
        ("EUR 30,000.50 inclusive", "EUR 30,000.50 (including tax)"),
        ("1200.00 exclusive", "AUD 1,200 (excluding tax)"),
        ("0.05", "AUD 0.05"),
        ("nil", "nil"),
        ("9,999,999,999,999", "AUD 9,999,999,999,999"),
    ],
)
def test_money_has_its_currency_its_groups_and_only_the_cents_that_there_are(typed: str, printed: str) -> None:
    assert plain(printed_money(money(typed), AU, "AUD")) == printed


def test_money_without_any_currency_prints_the_amount_alone() -> None:
    assert printed_money(money("1500"), AU, None) == "1,500"


@pytest.mark.parametrize("language", [AU, US])
def test_no_line_ends_between_a_number_and_its_unit(language: str) -> None:
    assert "AUD\N{NO-BREAK SPACE}5" in printed_money(money("AUD 5"), language, None)
    assert "\N{NO-BREAK SPACE}days" in NUMERIC["days"](5, language)
    assert "\N{NO-BREAK SPACE}" in printed_date(date(2026, 12, 1), language)


@pytest.mark.parametrize(
    ("language", "printed"), [(AU, "1 December 2026"), (US, "December 1, 2026"), ("en-GB", "1 December 2026")]
)
def test_a_date_is_written_as_its_place_writes_it(language: str, printed: str) -> None:
    assert plain(printed_date(date(2026, 12, 1), language)) == printed


@pytest.mark.parametrize(
    ("form", "value", "printed"),
    [
        ("percent", Decimal("12.50"), "12.5%"),
        ("percent", Decimal(100), "100%"),
        ("percent", Decimal(0), "0%"),
        ("number", Decimal(1042), "1,042"),
        ("number", Decimal("0.5"), "0.5"),
        ("number", Decimal("1E+3"), "1,000"),
        ("count", 0, "0"),
        ("count", 1, "one"),
        ("count", 10, "ten"),
        ("count", 11, "11"),
        ("times", Decimal("1.5"), "1.5 times"),
        ("years", 1, "1 year"),
        ("years", 4, "4 years"),
        ("at_most", 0, "at most never"),
        ("at_most", 1, "at most once"),
        ("at_most", 2, "at most twice"),
        ("at_most", 3, "at most 3 times"),
        ("days", 1, "1 day"),
        ("days", 30, "30 days"),
        ("business_days", 1, "1 business day"),
        ("business_days", 10, "10 business days"),
        ("hours", 24, "24 hours"),
        ("months", 1, "1 month"),
        ("days_notice", 1, "1 day's notice"),
        ("days_notice", 30, "30 days' notice"),
        ("business_days_notice", 5, "5 business days' notice"),
    ],
)
def test_counts_agree_with_their_units(form: str, value: Decimal | int, printed: str) -> None:
    assert plain(NUMERIC[form](value, AU)) == printed


def test_big_numbers_are_never_written_as_powers() -> None:
    assert printed_number(Decimal(10) ** 14, AU) == "100,000,000,000,000"
    assert printed_number(Decimal("0.000001"), AU) == "0.000001"


@pytest.mark.parametrize(
    ("words", "printed"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_a_list_is_joined_as_it_is_said(words: list[str], printed: str) -> None:
    assert joined(words) == printed


def test_alternatives_are_joined_with_or() -> None:
    assert joined(["A", "B", "C"], "or") == "A, B or C"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("the Council", "the Council's"),
        ("the Councils", "the Councils'"),
        ("each Partner", "each Partner's"),
        ("Count & Co", "Count & Co's"),
        ("Bench Works", "Bench Works's"),
    ],
)
def test_a_possessive_goes_by_one_and_many(words: str, printed: str) -> None:
    assert possessive(words) == printed


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert capital("the iWidget Company") == "The iWidget Company"
    assert capital("") == ""


# --------------------------------------------------------------------- English, which is written here without babel

ENGLISH = ("en-AU", "en-CA", "en-GB", "en-IE", "en-NZ", "en-US")
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value=10**20)


@pytest.mark.parametrize("language", ENGLISH)
@given(number=NUMBERS)
def test_a_number_in_english_is_the_one_that_babel_writes(language: str, number: Decimal) -> None:
    locale = language.replace("-", "_")
    expected = format_decimal(number.normalize(), locale=locale, decimal_quantization=False)
    assert printed_number(number, language) == expected
    amount = replace(money("1"), amount=number)
    if number != number.to_integral_value():
        assert printed_money(amount, language, None) == format_decimal(number, "#,##0.00", locale)
    elif number:
        assert printed_money(amount, language, None) == format_decimal(number, "#,##0", locale)


@pytest.mark.parametrize("language", ENGLISH)
@given(day=st.dates())
def test_a_date_in_english_is_the_one_that_babel_writes(language: str, day: date) -> None:
    form = "MMMM d, y" if language == US else "d MMMM y"
    assert plain(printed_date(day, language)) == format_date(day, form, language.replace("-", "_"))


@pytest.mark.parametrize(
    ("language", "number", "day"),
    [("en-IN", "12,34,567.5", "1 July 2026"), ("de-DE", "1.234.567,5", "1 Juli 2026"), ("mi-NZ", "1,234,567.5", "")],
)
def test_any_other_language_is_written_as_babel_writes_it(language: str, number: str, day: str) -> None:
    assert printed_number(Decimal("1234567.5"), language) == number
    expected = day or format_date(date(2026, 7, 1), "d MMMM y", language.replace("-", "_"))
    assert plain(printed_date(date(2026, 7, 1), language)) == expected


def test_english_needs_no_babel() -> None:
    """Because it takes longer to load what babel knows of a language than to draft."""
    code = (
        "import sys; from datetime import date; from decimal import Decimal; from pactwright import formats\n"
        "print(formats.printed_number(Decimal(5000), 'en-AU'), formats.printed_date(date(2026, 7, 1), 'en-US'))\n"
        "sys.exit('babel' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], check=False, env={"PYTHONPATH": ":".join(sys.path)}).returncode
        == 0
    )
