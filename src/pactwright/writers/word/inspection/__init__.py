"""A house template looked at before it is used: what is dangerous is refused, what is wrong is said in plain words.

bytes -> package within bounds -> relations, content, tags (nothing that reaches out or runs) -> findings
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from docx.document import Document
from lxml import etree

from pactwright.errors import ForeignContentError
from pactwright.findings import Finding
from pactwright.foreign import TEMPLATE, checked
from pactwright.writers.word.inspection.content import dangerous_content
from pactwright.writers.word.inspection.expressions import forbidden_sources, forbidden_tags
from pactwright.writers.word.inspection.names import tag_faults
from pactwright.writers.word.inspection.relations import dangerous_relations
from pactwright.writers.word.inspection.state import state_faults
from pactwright.writers.word.inspection.styles import list_faults, style_faults
from pactwright.writers.word.inspection.tags import scanned

__all__ = ["inspected"]

_SHOWN = 10


def inspected(template: bytes, name: str) -> tuple[Finding, ...]:
    """Everything that keeps a template from being used; nothing when it can be. `name` is what the user calls it.

    Raises ForeignContentError for what is not a Word document within bounds, or holds something that could run,
    reach outside or fill the memory. Nothing of the template is rendered here.
    """
    package = checked(template, name, TEMPLATE)
    trees = package.trees()
    _refuse(dangerous_relations(package), name)
    _refuse(dangerous_content(trees), name)
    with package.document() as document:
        return tuple(replace(found, place=f"{name}: {found.address}") for found in _findings(document, trees, name))


def _findings(document: Document, trees: Mapping[str, etree._Element], name: str) -> tuple[Finding, ...]:
    """Half a tag hides what follows it: the other tags are looked at once every tag is whole."""
    scan = scanned(trees)
    _refuse(forbidden_tags(scan.tags), name)
    tags = scan.faults or tuple(tag_faults(scan.tags)) or _source_faults(document, name)
    return (*tags, *style_faults(document), *list_faults(document), *state_faults(document, trees))


def _source_faults(document: Document, name: str) -> tuple[Finding, ...]:
    """What the tags alone did not show."""
    found = tuple(forbidden_sources(document))
    _refuse((each for each in found if each.rule == "template-expression"), name)
    return found


def _refuse(found: Iterable[Finding], name: str) -> None:
    lines = [f"{name}: {each.address}: {each.seen}; {each.fix}" for each in dict.fromkeys(found)]
    if lines:
        more = [f"{name}: and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
        raise ForeignContentError("\n".join([*lines[:_SHOWN], *more]))
