"""What sources say of a disputed fact is held against the form of that fact, as if it stood there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding
from pactwright.forms import Converter, notes_on
from pactwright.spec.addresses import form_at
from pactwright.spec.checks.dates import FIRST_YEAR, LAST_YEAR, is_meant
from pactwright.validation import RefusedError, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pactwright.spec.root import Spec

ANSWERS: Final = frozenset({"none", "nil", "not agreed"})
"""What a source may say of any fact: that there is nothing, or that nothing was agreed."""


def disputed_value(spec: Spec) -> Iterator[Finding]:
    """Looks for a version of a disputed fact that the fact's own line would not take: a day, an amount, a number.

    Why: the version that wins is copied into that line, and one that nobody can mean is a slip of the pen.

    Bad: `disputed: [{fact: pilot.end, values: [{value: 2027-02-30, source: email}, ...]}]`

    Good: the same with `value: 2027-02-28`; `none` and `not agreed` are answers too
    """
    for index, dispute in enumerate(spec.disputed):
        form = form_at(spec, dispute.fact) if "/" not in dispute.fact else None
        readers = [note.read for note in notes_on(form) if isinstance(note, Converter)] if form else []
        for number, version in enumerate(dispute.values):
            if readers and version.value not in ANSWERS:
                yield from _problems(spec, readers[0], version.value, f"disputed.{index}.values.{number}.value")


def _problems(spec: Spec, read: Callable[[str], object], typed: str, address: str) -> Iterator[Finding]:
    try:
        value = read(typed)
    except RefusedError as refused:
        yield Finding("disputed-value", "error", address, refused.seen, refused.accepted, refused.fix)
        return
    if isinstance(value, dt.date) and not is_meant(spec, value):
        seen = f"{quoted(typed)} lies in a year that nobody can mean here"
        yield Finding("disputed-value", "error", address, seen, f"a year from {FIRST_YEAR} to {LAST_YEAR}")
