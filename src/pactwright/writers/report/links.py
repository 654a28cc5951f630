"""Where the links of a report lead: to a heading of its own that is there, or to a page of the web."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from pactwright.report import Heading, Report, Words

_WEB = ("https://", "http://", "mailto:")


def anchors_of(report: Report) -> tuple[str, ...]:
    """The anchors of a report in order.

    Raises ValueError for an anchor that stands twice and a link that leads nowhere, or anywhere but to the web: these
    are faults of whoever made the report.
    """
    found = tuple(each.anchor for each in _parts(report.blocks) if isinstance(each, Heading) and each.anchor)
    twice = [name for name, count in Counter(found).items() if count > 1]
    targets = {each.to for each in _parts(report.blocks) if isinstance(each, Words) and each.to}
    lost = sorted(to for to in targets if not to.startswith(_WEB) and to.removeprefix("#") not in found)
    if twice or lost:
        message = f"report {report.title}: anchors that stand twice {twice}, links that lead nowhere {lost}"
        raise ValueError(message)
    return found


def _parts(value: object) -> Iterator[Struct]:
    """Every part of a report, whatever it stands in."""
    if isinstance(value, Struct):
        yield value
        value = tuple(getattr(value, name) for name in value.__struct_fields__)
    if isinstance(value, tuple):
        for each in value:
            yield from _parts(each)
