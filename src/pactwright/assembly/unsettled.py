"""What prints for an issue that is open: the options on the table, who settles it and by when, never one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pactwright.assembly.open_points import about
from pactwright.document import Gap, Run, Runs, Text
from pactwright.facts import missing_fields
from pactwright.formats import capital

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected


def open_choice(context: DraftContext, selected: Selected) -> Runs:
    """The gap in the place of a clause: the options, or the facts that decide between them."""
    own = f"choices.{selected.issue.id}"
    if own not in selected.awaits:
        return _facts(context, selected)
    if context.dispute(own):
        return (context.gap(selected.issue.heading, own),)
    options = context.library.options[selected.issue.id]
    titles = "; ".join(options[name].title for name in selected.on_table)
    owner, by = context.supplier(own)
    when = f" by {context.printed(by)}" if by else ""
    return (Gap(f"[{selected.issue.heading}: {titles}. {capital(owner)} to settle{when}]", own),)


def open_name(context: DraftContext, selected: Selected) -> Runs:
    """The gap for a name that the clause would provide, or for the meaning of a term that it would define."""
    own = f"choices.{selected.issue.id}"
    return (Gap(f"[{selected.issue.heading}: open]", own),) if own in selected.awaits else _facts(context, selected)


def undecided(context: DraftContext, subject: str) -> Runs:
    """The gaps before an item: what has to be settled before it is known whether it stands."""
    issue = context.selection.issues.get(subject.removeprefix("choices."))
    if issue and issue.is_open:
        return open_name(context, issue)
    return _gaps(context, (subject,))


def _facts(context: DraftContext, selected: Selected) -> Runs:
    return _gaps(context, selected.awaits)


def _gaps(context: DraftContext, subjects: Iterable[str]) -> Runs:
    fields = dict.fromkeys(field for each in subjects for field in missing_fields(context.spec, each))
    runs: list[Run] = []
    for field in fields:
        runs += [Text(" ")] if runs else []
        runs.append(context.gap(about(context, field), field))
    return tuple(runs)
