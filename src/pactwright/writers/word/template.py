"""Filling a Word template. This module and the inspection know docxtpl; a compiled template can take its place."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any, Protocol

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from pactwright.errors import InputError
from pactwright.findings import Finding

_LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|\[\[")
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
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    try:
        filled.render(dict(context), environment)
    except TemplateError as error:
        raise _refused(str(error), "give every tag a name of the list and close it") from error
    result = io.BytesIO()
    filled.save(result)
    return result.getvalue()


class _StrictTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl without its two kindnesses: it repairs broken XML and re-cuts tables that hold tables."""

    def render_xml_part(
        self, src_xml: str, part: _Part, context: dict[str, Any], jinja_env: SandboxedEnvironment | None = None
    ) -> str:
        printed: str = super().render_xml_part(src_xml, part, context, jinja_env)
        if left := _LEFT_OVER.search(printed):
            tag = re.sub(r"<[^>]*>", "", printed[left.start() : left.start() + 80])[:30]
            seen = f'"{tag}" is left over in {part.partname}'
            raise _refused(seen, "type the tag again in one go")
        return printed

    def fix_tables(self, xml: str) -> etree._Element:
        try:
            return etree.fromstring(xml, _STRICT)
        except etree.XMLSyntaxError as error:
            seen = f"the filled body is not XML: {error}"
            raise _refused(seen, "look at the tags near it") from error


def _refused(seen: str, fix: str) -> InputError:
    return InputError((Finding("template", "error", "template", seen, fix=fix),))
