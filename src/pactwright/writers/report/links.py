"""Where the links of a report lead: to a heading or a filter of its own, to a page beside it, or to one of the web."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from pactwright.report import Filter, Heading, Report, Words

_WEB = ("https://", "http://", "mailto:")


def anchors_of(report: Report) -> tuple[str, ...]:
    """The anchors of the headings of a report in order.

    Raises ValueError for an anchor that stands twice and a link that leads nowhere, or anywhere but to the web and
    to the pages beside it: these are faults of whoever made the report.
    """
    parts = list(_parts(report))
    headings = tuple(each.anchor for each in parts if isinstance(each, Heading) and each.anchor)
    anchors = [*headings, *(each.anchor for each in parts if isinstance(each, Filter))]
    known = {"", *(f"#{each}" for each in anchors)}
    twice = [name for name, count in Counter(anchors).items() if count > 1]
    targets = {each.to for each in parts if isinstance(each, Words)}
    lost = sorted(to for to in targets - known if not (to.startswith(_WEB) or to.partition("#")[0] in report.pages))
    if twice or lost:
        message = f"report {report.title}: anchors that stand twice {twice}, links that lead nowhere {lost}"
        raise ValueError(message)
    return headings


def _parts(value: object) -> Iterator[Struct]:
    """Every part of a report, whatever it stands in."""
    if isinstance(value, Struct):
        yield value
        value = tuple(getattr(value, name) for name in value.__struct_fields__)
    if isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
