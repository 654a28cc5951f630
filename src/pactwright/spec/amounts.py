"""Amounts of money as a city types them: "AUD 25,000", "25000", "EUR 1200.50 exclusive", "nil"."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, cast, get_args

from pactwright.findings import closest, nearest
from pactwright.spec.scalars import with_commas
from pactwright.validation import RefusedError, quoted

Tax = Literal["exclusive", "inclusive"]
TAX: Final = get_args(Tax)

MONEY: Final = re.compile(
    r"(?:(?P<currency>[A-Z]{3}) )?"
    r"(?P<digits>(?:0|[1-9][0-9]{0,12}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4})(?:\.[0-9]{2})?)"
    r"(?: (?P<tax>[a-z]+))?"
)
# What people type for an amount and we can name: "48 thousand", "48k", "25,000 AUD", "AUD25,000".
MULTIPLES: Final = {"": 1, "k": 1000, "thousand": 1000, "m": 1_000_000, "million": 1_000_000}
WORDED: Final = re.compile(
    r"(?:(?P<before>[A-Z]{3}) |(?P<close>[A-Z]{3}))?(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,12}(?:\.[0-9]{1,2})?)"
    r"(?: ?(?P<unit>thousand|million|k|K|m|M))?(?: (?P<behind>[A-Z]{3}))?"
)
NOTHING: Final = ("none", "nil")
"""What a person types for nothing where words, or an amount, could stand."""

DASHES: Final = "-\u2010-\u2015\u2212"
WITH_COMMA: Final = re.compile(r"((?:[A-Z]{3} )?)([0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,12}),([0-9]{2})")
NO_CENTS: Final = re.compile(rf"[.,][{DASHES}]{{1,2}}$")
ADVICE: Final = (
    (re.compile(rf"[0-9]\s*[{DASHES}]\s*(?:[A-Z]{{3}} ?)?[0-9]"), "write one amount"),
    (
        re.compile(rf"^[^0-9]*[{DASHES}(][^0-9]*[0-9]|[0-9][{DASHES}]$"),
        "an amount is never negative; name who pays instead",
    ),
    (re.compile(r"[$€£¥]"), "write the currency as a code, such as AUD"),
    (
        re.compile(r"[0-9][_ '\u2019\u00a0\u2009\u202f][0-9]"),
        "write thousands with commas or with nothing between",
    ),
    (re.compile(r"\.[0-9]$|\.[0-9]{3,}"), "write two decimals or none"),
    (re.compile(r"[0-9][eEkKmM]|(?=.*\d).*[^\x00-\x7f]"), "write digits 0 to 9 in full"),
)
ACCEPTED: Final = 'such as "AUD 25,000", "25000", "EUR 1200.50 exclusive" or "nil"'

# ISO 4217, active codes of money that a party can pay with.
CURRENCIES: Final = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
    VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG
    """.split()  # noqa: SIM905 - 200 codes read better as words
)

# Those of them that have no cents, by ISO 4217; of others that are rarely paid in cents, books and invoices keep them.
WHOLE: Final = frozenset(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split()  # noqa: SIM905 - as the codes above
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount, the currency and the tax basis as far as the line itself says them; the rest is in `money:`."""

    amount: Decimal
    currency: str | None = None
    tax: Tax | None = None

    def __str__(self) -> str:
        """The same amount in the grammar of a spec.

        >>> str(Money(Decimal("25000"), "AUD", "exclusive"))
        'AUD 25,000 exclusive'
        """
        return " ".join(part for part in (self.currency, f"{self.amount:,}", self.tax) if part)

    @property
    def is_nil(self) -> bool:
        """Whether there is nothing to pay."""
        return not self.amount


def money(typed: str) -> Money:
    """The amount that was typed; never negative, and `nil` is nothing.

    >>> money("EUR 1,200.50 exclusive")
    Money(amount=Decimal('1200.50'), currency='EUR', tax='exclusive')
    >>> money("nil").is_nil
    True
    """
    if typed == "nil":
        return Money(Decimal(0))
    found = MONEY.fullmatch(typed)
    if found is None or (found["tax"] and not _is_about_tax(found["tax"])):
        raise RefusedError(
            rule="money",
            seen=f"{quoted(typed)} is not an amount of money",
            accepted=ACCEPTED,
            fix=_said(typed) or _fix(typed),
        )
    tax = found["tax"]
    if tax is not None and tax not in TAX:
        seen = f"{quoted(tax)} does not say how tax is meant"
        raise RefusedError(
            rule="money", seen=seen, accepted="exclusive or inclusive after the amount", fix=nearest(tax, TAX)
        )
    code = found["currency"]
    amount = Money(Decimal(found["digits"].replace(",", "")), code and currency(code), cast("Tax | None", tax))
    if is_broken(amount, code or ""):
        raise RefusedError(rule="money", seen=f"{quoted(typed)} has cents", accepted=f"whole {code}, which has none")
    return amount


def is_broken(amount: Money, code: str) -> bool:
    """Whether an amount has a part that a currency without cents cannot pay.

    >>> is_broken(Money(Decimal("2400.50")), "JPY"), is_broken(Money(Decimal("2400.00")), "JPY")
    (True, False)
    """
    return code in WHOLE and amount.amount % 1 != 0


def currency(typed: str) -> str:
    """A currency by its three-letter code.

    >>> currency("AUD")
    'AUD'
    """
    if typed not in CURRENCIES:
        accepted = "an ISO 4217 code such as AUD, EUR"
        raise RefusedError(
            rule="currency", seen=f"{quoted(typed)} is not a currency", accepted=accepted, fix=_code_meant(typed)
        )
    return typed


def _is_about_tax(word: str) -> bool:
    """Whether a word behind an amount says, or tries to say, how tax is meant."""
    return bool(closest(word, TAX)) or "tax" in word or word in {"gst", "vat", "net", "gross"}


def _code_meant(typed: str) -> str:
    """A question only where there is one answer: the code in lower case, or the one code of that country."""
    code = typed.upper()
    of_country = [code] if code in CURRENCIES else [known for known in CURRENCIES if known[:2] == code[:2]]
    return nearest(code, of_country) if len(of_country) == 1 else ""


def _fix(typed: str) -> str:
    if meant := _otherwise(typed):
        return meant
    return next((advice for pattern, advice in ADVICE if pattern.search(typed)), "")


def _otherwise(typed: str) -> str:
    """A question where a comma stands before the cents, or a dash for them, and the rest is an amount.

    >>> _otherwise("48.000,00"), _otherwise("AUD 70,000.-"), _otherwise("-5")
    ('did you mean 48,000.00?', 'did you mean AUD 70,000?', '')
    """
    found = WITH_COMMA.fullmatch(typed)
    meant = (
        f"{found[1]}{int(found[2].replace('.', '')):,}.{found[3]}" if found else NO_CENTS.sub("", with_commas(typed))
    )
    return f"did you mean {meant}?" if meant != typed and MONEY.fullmatch(meant) else ""


def _said(typed: str) -> str:
    """A question where the words say one amount: thousands and millions in words, the code behind the digits.

    >>> _said("48 thousand"), _said("AUD 1.5 million"), _said("48 apples")
    ('did you mean 48,000?', 'did you mean AUD 1,500,000?', '')
    """
    found = WORDED.fullmatch(typed)
    if found is None or not (found["unit"] or found["behind"] or found["close"]):
        return ""
    code = found["before"] or found["close"] or found["behind"] or ""
    amount = Decimal(found["digits"].replace(",", "")) * MULTIPLES[(found["unit"] or "").lower()]
    said = f"{code} {amount:,f}".strip() if amount % 1 else f"{code} {int(amount):,}".strip()
    with suppress(RefusedError):
        money(said)
        return f"did you mean {said}?"
    return ""
