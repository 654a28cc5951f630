"""The words of the page of dates, from templates/reports/dates.yml."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, convert

from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """Headings, lead-ins and standing phrases; those with a `$name` are filled in."""

    kicker: str
    lead_in: str
    dated: str
    dated_lead: str
    waiting: str
    waiting_lead: str
    others: str
    others_lead: str
    day: str
    time: str
    who: str
    what: str
    clause: str
    otherwise: str
    counted: str
    counted_back: str
    after: str
    back: str
    nobody: str
    front: str
    breach: str
    nothing: str


@cache
def page_words() -> Words:
    """The words that ship with pactwright; raises msgspec's ValidationError when one is missing or not known."""
    name = "templates/reports/dates.yml"
    tree, _ = parsed(read_text(data_root() / name), name)
    return convert(tree, Words)
