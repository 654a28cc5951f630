"""Filling a Word template by docxtpl, and the pieces of docxtpl by which a template is made ready.

This module and the inspection alone know docxtpl.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any, Protocol

from docxtpl import DocxTemplate  # type: ignore[import-untyped] # docxtpl has no types
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from pactwright.writers.word.refusing import NO_SUCH_NAME, refuse_left_over, refused

ENVIRONMENT = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
_STRICT = etree.XMLParser(resolve_entities=False, no_network=True)


class _Part(Protocol):
    """What docxtpl tells about the part that it prints."""

    partname: str


def rendered(template: bytes, context: Mapping[str, Any]) -> bytes:
    """The template with the context's words in it, as docxtpl saves it.

    Every part is parsed strictly as soon as it is printed, and a tag that the template left over is refused: values
    write their braces as numbers (see `markup`), so a tag that is still there cannot be one of theirs.
    """
    filled = _StrictTemplate(io.BytesIO(template))
    try:
        filled.render(dict(context), ENVIRONMENT)
    except TemplateError as error:
        raise refused(str(error), NO_SUCH_NAME) from error
    result = io.BytesIO()
    filled.save(result)
    return result.getvalue()


def patched(part: str) -> str:
    """A part of a template as jinja2 can read it: each tag whole, and alone where it stands for a paragraph or row."""
    source: str = DocxTemplate.patch_xml(None, part)
    return source


def with_listings(printed: str) -> str:
    """A printed part with a break or a tab of Word for each new line or tab."""
    broken: str = DocxTemplate.resolve_listing(None, printed)
    return broken


class _StrictTemplate(DocxTemplate):  # type: ignore[misc] # its base has no types
    """docxtpl without its two kindnesses: it repairs broken XML and re-cuts tables that hold tables."""

    def render_xml_part(
        self, src_xml: str, part: _Part, context: dict[str, Any], jinja_env: SandboxedEnvironment | None = None
    ) -> str:
        printed: str = super().render_xml_part(src_xml, part, context, jinja_env)
        refuse_left_over(printed, part.partname)
        return printed

    def fix_tables(self, xml: str) -> etree._Element:
        try:
            return etree.fromstring(xml, _STRICT)
        except etree.XMLSyntaxError as error:
            seen = f"the filled body is not XML: {error}"
            raise refused(seen, "look at the tags near it") from error
