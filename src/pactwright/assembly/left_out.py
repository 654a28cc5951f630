"""What the short form of a paper leaves out of the full one, item by item, and why a project may not have it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pactwright.assembly.body import body_of
from pactwright.assembly.printed_items import PrintedItems
from pactwright.findings import Finding

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.printing.context import DraftContext


def left_out(context: DraftContext, body: Body) -> tuple[tuple[str, str, str], ...]:
    """The items of the full paper that the `body` of a short form does not have: number, heading and words there."""
    full, short = PrintedItems.of(body_of(replace(context, is_short=False))), PrintedItems.of(body)
    return tuple((item.label, heading, item.text) for heading, item in full.without(short))


def short_problems(context: DraftContext) -> Iterator[Finding]:
    """Refuses the short form where a data set holds, or may hold, personal information: law asks for what it drops."""
    for key, dataset in context.given.datasets.items():
        if dataset.personal != "no":
            said = "does not say whether it holds" if dataset.personal is None else "holds, or may hold,"
            seen = f"the short form is asked for, and the data set {said} personal information"
            yield Finding(
                "short-form", "error", f"datasets.{key}.personal", seen, "personal: no", "draft without --short"
            )
