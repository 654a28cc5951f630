"""The words of the report across many agreements, from templates/reports/across.yml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct, convert

from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """Headings, lead-ins and standing phrases, and the amounts that are added up; a `$name` is filled in."""

    kicker: str
    title: str
    lead_in: str
    counts: str
    made: str
    failed: str
    of_document: str
    causes: str
    no_causes: str
    cause: str
    where: str
    seen: str
    fix: str
    who: str
    matrix: str
    matrix_lead: str
    no_matrix: str
    place: str
    usual: str
    most: str
    other: str
    nothing: str
    own: str
    options: str
    question: str
    option: str
    count: str
    no_options: str
    money: str
    money_lead: str
    no_money: str
    value: str
    sum: str
    unvalued: str
    named: str
    and_more: str
    spec: str
    valued: Mapping[str, str]


@cache
def page_words() -> Words:
    """The words that ship with pactwright; raises msgspec's ValidationError when one is missing or not known."""
    name = "templates/reports/across.yml"
    tree, _ = parsed(read_text(data_root() / name), name)
    return convert(tree, Words)
