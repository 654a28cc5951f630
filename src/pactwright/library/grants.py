"""Rights in data sets that items give, from `gives:` of an option and of its common items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pactwright.library.conditions import When
from pactwright.library.model import Grant, Option
from pactwright.library.reading import NO_KEYS, Form, Problems, Texts
from pactwright.library.schedules import RowTests


class GrantForm(Form):
    """An entry of `gives:` as it is typed."""

    rights: Texts
    to: str
    item: str
    rows: RowTests = NO_KEYS
    when: When = ()
    yields: Texts = ()


def grants_from(forms: Iterable[GrantForm], problems: Problems) -> tuple[Grant, ...]:
    """The entries of a file."""
    place = problems.marks.place
    return tuple(Grant(**vars(each), place=place(f"gives.{number}")) for number, each in enumerate(forms))


def taken_grants(option: Option, common: Option) -> Iterator[Grant]:
    """What the common items that the agreement of an option takes give."""
    wording = option.wordings.get("agreement")
    taken = {item.id for item in wording.walk() if item.is_taken} if wording else set()
    shared = common.wordings.get("agreement")
    sections = shared.sections if shared else ()
    ids = {below.id for each in sections for item in each.items if item.id in taken for below in item.walk()}
    yield from (each for each in common.gives if each.item in ids)
