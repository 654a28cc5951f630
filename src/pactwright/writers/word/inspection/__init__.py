"""A house template looked at before it is used: what is dangerous is refused, what is wrong is said in plain words.

bytes -> parts (a zip within bounds) -> relations, content, tags (nothing that reaches out or runs) -> findings
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from pactwright.errors import ForeignContentError
from pactwright.findings import Finding
from pactwright.writers.word.inspection.content import content, parsed
from pactwright.writers.word.inspection.expressions import forbidden
from pactwright.writers.word.inspection.lists import lists
from pactwright.writers.word.inspection.names import names
from pactwright.writers.word.inspection.opening import opened
from pactwright.writers.word.inspection.relations import relations
from pactwright.writers.word.inspection.sources import printed_sources
from pactwright.writers.word.inspection.state import state
from pactwright.writers.word.inspection.styles import styles
from pactwright.writers.word.inspection.tags import scanned
from pactwright.writers.word.package import Parts

__all__ = ["inspected"]

_SHOWN = 10


def inspected(template: bytes, name: str) -> tuple[Finding, ...]:
    """Everything that keeps a template from being used; nothing when it can be. `name` is what the user calls it.

    Raises ForeignContentError for what is not a Word document within bounds, or holds something that could run,
    reach outside or fill the memory. Nothing of the template is rendered here.
    """
    parts, trees = _opened(template, name)
    _refuse(relations(parts), name)
    _refuse(content(trees), name)
    return tuple(replace(found, place=f"{name}: {found.address}") for found in _findings(template, trees, name))


def _opened(template: bytes, name: str) -> tuple[Parts, dict[str, etree._Element]]:
    try:
        parts = opened(template)
        return parts, parsed(parts)
    except ForeignContentError as refused:
        message = f"{name}: {refused}"
        raise ForeignContentError(message) from refused


def _findings(template: bytes, trees: dict[str, etree._Element], name: str) -> tuple[Finding, ...]:
    """Half a tag hides what follows it: the other tags are looked at once every tag is whole."""
    scan = scanned(trees)
    _refuse(forbidden(scan.tags), name)
    tags = scan.faults or tuple(names(scan.tags)) or _sources(template, name)
    return (*tags, *styles(trees), *lists(trees), *state(trees))


def _sources(template: bytes, name: str) -> tuple[Finding, ...]:
    """The very text that will be rendered, held against the same list: what the tags alone did not show."""
    dangers, faults = printed_sources(template)
    _refuse(dangers, name)
    return faults


def _refuse(found: Iterable[Finding], name: str) -> None:
    lines = [f"{name}: {each.address}: {each.seen}; {each.fix}" for each in dict.fromkeys(found)]
    if lines:
        more = [f"{name}: and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
        raise ForeignContentError("\n".join([*lines[:_SHOWN], *more]))
