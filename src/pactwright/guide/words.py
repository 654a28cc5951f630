"""The words around questions and answers, from templates/reports/guide.yml."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, convert

from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """Headings and standing phrases; braces hold what is filled in."""

    lead: str
    instead: str
    tipped: str
    lighter: str
    speaks: str
    counted: str
    near: str
    near_none: str
    near_line: str
    near_more: str
    close: str
    points: str
    ruled_out: str
    score: str
    nearest: str
    sources: str
    source: str
    otherwise: str
    options: str
    left_out: str
    option_near: str
    rest: str
    unknown: str
    pair: str
    written: str
    not_written: str
    no_terminal: str
    prompt: str
    keys: str
    usual_unknown: str
    usual_before: str
    not_an_answer: str
    first: str
    clash: str
    form_lead: str


@cache
def words() -> Words:
    """The words."""
    path = data_root() / "templates" / "reports" / "guide.yml"
    tree, _ = parsed(read_text(path), path.name)
    return convert(tree, Words)
