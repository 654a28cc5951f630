"""Text becomes a value by our own patterns, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from babel.numbers import get_currency_precision
from hypothesis import given
from hypothesis import strategies as st

from pactwright.spec import scalars
from pactwright.spec.amounts import CURRENCIES, TAX, WHOLE, Money, Tax, currency, money
from pactwright.validation import RefusedError


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("AUD 25,000", Money(Decimal(25000), "AUD")),
        ("25000", Money(Decimal(25000))),
        ("EUR 1200.50 exclusive", Money(Decimal("1200.50"), "EUR", "exclusive")),
        ("1,234,567.89 inclusive", Money(Decimal("1234567.89"), None, "inclusive")),
        ("nil", Money(Decimal(0))),
        ("0", Money(Decimal(0))),
    ],
)
def test_amounts_of_money_are_read(typed: str, meant: Money) -> None:
    assert money(typed) == meant


NOT_AN_AMOUNT = (
    *("1_000", "1e3", "-5", "AUD -5", "25 000", "25,00", "2,5000", "1.5", "1.505", "007", "\u0661\u0662"),
    *("\uff11\uff12", "$25", "25k", "AUD25", "AUD  25", "aud 25", "AUD 25 plus GST", "AUD nil", "Nil", "", " 25"),
    *("25\n", "25,000 AUD"),
)


@pytest.mark.parametrize("typed", NOT_AN_AMOUNT)
def test_what_is_no_clear_amount_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError) as caught:
        money(typed)
    assert caught.value.rule == "money"


REFUSED = {
    "JPY 2,400.50": '"JPY 2,400.50" has cents; whole JPY, which has none',
    "AUS 25": '"AUS" is not a currency; an ISO 4217 code such as AUD, EUR; did you mean "AUD"?',
    "25 exclusiv": (
        '"exclusiv" does not say how tax is meant; exclusive or inclusive after the amount; did you mean "exclusive"?'
    ),
    "$25": (
        '"$25" is not an amount of money; such as "AUD 25,000", "25000", "EUR 1200.50 exclusive" or "nil"; '
        "write the currency as a code, such as AUD"
    ),
}


@pytest.mark.parametrize("typed", ["JPY 2,400", "JPY 2,400.00", "KWD 2,400.50", "HUF 2,400.50", "2,400.50"])
def test_an_amount_may_have_the_cents_that_its_currency_has(typed: str) -> None:
    assert money(typed).amount >= 2400


def test_a_currency_that_has_no_cents_has_none_in_the_tables_of_babel_either() -> None:
    assert {code: get_currency_precision(code) for code in WHOLE} == dict.fromkeys(WHOLE, 0)
    assert WHOLE < CURRENCIES


@pytest.mark.parametrize(("typed", "said"), REFUSED.items())
def test_a_refused_amount_says_what_to_do(typed: str, said: str) -> None:
    with pytest.raises(RefusedError) as caught:
        money(typed)
    assert str(caught.value) == said


def test_a_space_that_does_not_break_is_one_between_thousands() -> None:
    with pytest.raises(RefusedError, match="write thousands with commas or with nothing between"):
        money("48\u00a0000")


MONEY = '; such as "AUD 25,000", "25000", "EUR 1200.50 exclusive" or "nil"'


@pytest.mark.parametrize(
    ("read", "typed", "said"),
    [
        (money, "13.000", f"is not an amount of money{MONEY}; did you mean 13,000?"),
        (money, "EUR 1.234.500 exclusive", f"is not an amount of money{MONEY}; did you mean EUR 1,234,500 exclusive?"),
        (money, "48.000,00", f"is not an amount of money{MONEY}; did you mean 48,000.00?"),
        (money, "EUR 1.234.567,89", f"is not an amount of money{MONEY}; did you mean EUR 1,234,567.89?"),
        (money, "48000,00", f"is not an amount of money{MONEY}; did you mean 48,000.00?"),
        (money, "AUD 70,000.-", f"is not an amount of money{MONEY}; did you mean AUD 70,000?"),
        (money, "70,000,\u2013", f"is not an amount of money{MONEY}; did you mean 70,000?"),
        (money, "40,000-48,000", f"is not an amount of money{MONEY}; write one amount"),
        (money, "-", f"is not an amount of money{MONEY}"),
        (money, "\u2212500", f"is not an amount of money{MONEY}; an amount is never negative; name who pays instead"),
        (money, "(500)", f"is not an amount of money{MONEY}; an amount is never negative; name who pays instead"),
        (money, "13.0000", f"is not an amount of money{MONEY}; write two decimals or none"),
        (money, "1,234.500", f"is not an amount of money{MONEY}; write two decimals or none"),
        (
            scalars.number,
            "13.000",
            "can be read in two ways; thousands with commas, decimals without 0 at their end; did you mean 13,000?",
        ),
        (scalars.number, "1.234.567", "is not a number; digits, such as 12, 1,250 or 0.5; did you mean 1,234,567?"),
        (scalars.count, "13.000", "is not a whole number; digits only, such as 12; did you mean 13000?"),
        (scalars.count, "25,00", "is not a whole number; digits only, such as 12"),
        (scalars.count, "13.5", "is not a whole number; digits only, such as 12"),
    ],
)
def test_points_between_thousands_are_asked_back(read: Callable[[str], object], typed: str, said: str) -> None:
    """Because thirteen thousand is 13.000 in much of the world, and 13 here."""
    with pytest.raises(RefusedError) as caught:
        read(typed)
    assert str(caught.value) == f'"{typed}" {said}'


def test_decimals_that_mean_one_number_are_read() -> None:
    for typed in ("0.125", "0.500", "13.125", "1,250.500", "13.0000"):
        assert scalars.number(typed) == Decimal(typed.replace(",", ""))


@given(
    st.decimals(min_value=0, max_value=10**12, places=2),
    st.none() | st.sampled_from(sorted(CURRENCIES - WHOLE)),
    st.none() | st.sampled_from(TAX),
)
def test_an_amount_that_is_written_is_read_again(amount: Decimal, code: str | None, tax: Tax | None) -> None:
    written = Money(amount, code, tax)
    assert money(str(written)) == written


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_that_is_written_is_read_again(day: date) -> None:
    assert scalars.date(day.isoformat()) == day


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_and_never_breaks(typed: str) -> None:
    refused: list[RefusedError] = []
    for read in (money, currency, scalars.date, scalars.number, scalars.percent, scalars.count, scalars.yes_no,
                 scalars.identifier, scalars.email, scalars.line, scalars.text):  # fmt: skip
        try:
            read(typed)
        except RefusedError as error:
            refused.append(error)
    assert all(error.seen and error.accepted for error in refused)


NO_NUMBERS = ("1_000", "1e3", "-1", "1,00", "0x1", "\u0663", "1 000", "nan", "Infinity", "", ".5")
NOT_SUCH: dict[str, tuple[Callable[[str], object], tuple[str, ...]]] = {
    "a day of the calendar": (
        scalars.date,
        ("0", "2026-13-40", "2026-02-30", "2026-1-1", "01/02/2026", "20261201", "2026-12-01T00:00", "\u0662026-12-01"),
    ),
    "yes or no": (scalars.yes_no, ("true", "y", "on", "1", "", "no ")),
    "a share": (scalars.percent, ("101", "100.1", "-1", "1e1", "\u0661", "ten", "%", "05")),
    "a number": (scalars.number, NO_NUMBERS),
    "a whole number": (scalars.count, NO_NUMBERS),
    "a short plain word": (
        scalars.identifier,
        ("City", "city_1", "1city", "-city", "city hall", "cit\u00ff", "a" * 41, "", "a.b", "city\n"),
    ),
}


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        pytest.param(read, typed, id=f"{typed} is not {what}")
        for what, (read, typos) in NOT_SUCH.items()
        for typed in typos
    ],
)
def test_what_is_not_clearly_such_a_value_is_refused(read: Callable[[str], object], typed: str) -> None:
    with pytest.raises(RefusedError):
        read(typed)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("15/02/2027", "is not a date; year-month-day, such as 2026-12-01; did you mean 2027-02-15?"),
        ("2/15/2027", "is not a date; year-month-day, such as 2026-12-01; did you mean 2027-02-15?"),
        ("5.5.2027", "is not a date; year-month-day, such as 2026-12-01; did you mean 2027-05-05?"),
        ("05/03/2027", "can be read in two ways; year-month-day, such as 2026-12-01"),
        ("31/02/2027", "is not a date; year-month-day, such as 2026-12-01"),
        ("15/02-2027", "is not a date; year-month-day, such as 2026-12-01"),
        ("05/03/0000", "is not a date; year-month-day, such as 2026-12-01"),
    ],
)
def test_a_date_with_its_year_last_is_asked_back_only_where_it_means_one_day(typed: str, said: str) -> None:
    with pytest.raises(RefusedError) as caught:
        scalars.date(typed)
    assert str(caught.value) == f'"{typed}" {said}'


@pytest.mark.parametrize(("typed", "meant"), [("0", "0"), ("100", "100"), ("12.5%", "12.5"), ("40 %", "40")])
def test_a_share_lies_between_nothing_and_the_whole(typed: str, meant: str) -> None:
    assert scalars.percent(typed) == Decimal(meant)


def test_words_are_kept_as_typed_but_for_the_line_end_of_a_block() -> None:
    assert scalars.text("  two\n lines \n") == "  two\n lines "
    assert scalars.line(" one ") == " one "
