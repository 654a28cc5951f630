"""A house template looked at before it is used: what is dangerous is refused, what is wrong is said in plain words.

bytes -> package within bounds -> dangers, relations, content, tags (nothing that reaches out or runs) -> findings
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from docx.document import Document

from pactwright.errors import ForeignContentError
from pactwright.findings import Finding
from pactwright.foreign import TEMPLATE, Package, checked
from pactwright.writers.word.inspection.appearance import appearance_faults
from pactwright.writers.word.inspection.content import unfit_content
from pactwright.writers.word.inspection.expressions import forbidden_sources, forbidden_tags
from pactwright.writers.word.inspection.letterhead import letterhead
from pactwright.writers.word.inspection.names import tag_faults
from pactwright.writers.word.inspection.relations import unfit_relations
from pactwright.writers.word.inspection.state import state_faults
from pactwright.writers.word.inspection.styles import list_faults, style_faults
from pactwright.writers.word.inspection.tags import scanned
from pactwright.writers.word.template import sources

__all__ = ["inspected"]

_SHOWN = 10


def inspected(template: bytes, name: str) -> tuple[Finding, ...]:
    """Errors for everything that keeps a template from being used, warnings for what is hard to read.

    `name` is what the user calls it.

    Raises ForeignContentError for what is not a Word document within bounds, or holds something that could run,
    reach outside or fill the memory. Nothing of the template is rendered here.
    """
    package = checked(template, name, TEMPLATE)
    trees = package.trees
    _refuse((*package.dangers(), *unfit_relations(package), *unfit_content(trees)), name)
    scan = scanned(trees)
    _refuse(forbidden_tags(scan.tags), name)
    if not scan.tags and not scan.faults:
        return (replace(letterhead(trees), place=f"{name}: the file"),)
    with package.document() as document:
        tags = scan.faults or tuple(tag_faults(scan.tags)) or _source_faults(package, document)
        lists = tuple(list_faults(document))
        faults = (*tags, *style_faults(document), *lists, *state_faults(document, trees))
    faults += tuple(dict.fromkeys(appearance_faults(package, has_lists=not lists)))
    return tuple(replace(found, place=f"{name}: {found.address}") for found in faults)


def _source_faults(package: Package, document: Document) -> tuple[Finding, ...]:
    """What the tags alone did not show; half a tag hides what follows it, so every tag is whole by now."""
    properties = ("properties", document.core_properties.title)
    found = tuple(forbidden_sources((properties, *sources(package.parts))))
    _refuse((each for each in found if each.rule == "template-expression"), package.name)
    return found


def _refuse(found: Iterable[Finding], name: str) -> None:
    lines = [f"{name}: {each.address}: {each.seen}; {each.fix}" for each in dict.fromkeys(found)]
    if lines:
        more = [f"{name}: and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
        raise ForeignContentError("\n".join([*lines[:_SHOWN], *more]))
