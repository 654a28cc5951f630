"""What a report across many agreements says: counts, causes of failure, the matrix of what departs, and money."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct


class Named(Struct, frozen=True):
    """How many agreements, and the keys of the first of them in the order of the table; `more` are not named."""

    count: int
    keys: tuple[str, ...]
    more: int


class Cause(Struct, frozen=True):
    """Why agreements failed: a rule and where it looked, what was seen there first and what to do."""

    rule: str
    address: str
    seen: str
    fix: str
    agreements: Named


class Other(Struct, frozen=True):
    """A value that departs, "" where there is none, and who has it."""

    value: str
    agreements: Named


class Place(Struct, frozen=True):
    """An issue, a parameter or an address of the spec on which agreements depart.

    `document` is empty for the spec. `usual` is what the base says, or, where `is_base` is false, what most say; so
    many agreements have it. With `is_own` most have a value of their own, as they have names, and none is listed.
    """

    document: str
    address: str
    usual: str
    is_base: bool
    usual_count: int
    others: tuple[Other, ...]
    is_own: bool


class Option(Struct, frozen=True):
    """An option of an issue in a document, and how many agreements took it."""

    document: str
    issue: str
    option: str
    count: int


class Sum(Struct, frozen=True):
    """What stands at an address of the spec in one currency, added up over so many agreements."""

    address: str
    amount: str
    currency: str
    count: int


class Unvalued(Struct, frozen=True):
    """The agreements that say no amount at an address, or one without a currency; no sum holds them."""

    address: str
    agreements: Named


class Across(Struct, frozen=True):
    """The whole: agreements that are made and that failed, and how many hold each document."""

    made: int
    failed: int
    documents: Mapping[str, int]
    causes: tuple[Cause, ...]
    options: tuple[Option, ...]
    places: tuple[Place, ...]
    sums: tuple[Sum, ...]
    unvalued: tuple[Unvalued, ...]
