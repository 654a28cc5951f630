"""The very text that docxtpl will give to jinja2, made by docxtpl and read before anything is rendered."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docxtpl import DocxTemplate  # type: ignore[import-untyped] # docxtpl has no types
from jinja2 import TemplateSyntaxError

from pactwright.findings import Finding
from pactwright.writers.word.inspection.expressions import in_source

_STORIES = {DocxTemplate.HEADER_URI: "header", DocxTemplate.FOOTER_URI: "footer"}


def printed_sources(template: bytes) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Dangers and faults of the text, the headers and the footers as they would be rendered."""
    dangers: list[Finding] = []
    faults: list[Finding] = []
    try:
        for where, source in _sources(template):
            try:
                dangers += (_danger(where, what) for what in in_source(source))
            except TemplateSyntaxError as error:
                faults.append(_fault(where, error.message or "a tag cannot be read"))
    except Exception as broken:  # noqa: BLE001 - what a foreign package can do to the libraries has no list
        dangers.append(_danger("the file", f"parts that do not belong together ({type(broken).__name__})"))
    return tuple(dangers), tuple(faults)


def _sources(template: bytes) -> Iterator[tuple[str, str]]:
    opened = DocxTemplate(io.BytesIO(template))
    opened.init_docx()
    yield "properties", opened.docx.core_properties.title
    yield "text", opened.patch_xml(opened.get_xml())
    for uri, story in _STORIES.items():
        for _, part in opened.get_headers_footers(uri):
            yield story, opened.patch_xml(opened.get_part_xml(part))


def _danger(where: str, what: str) -> Finding:
    return Finding("template-expression", "error", where, f"the tags together hold {what}", fix="type the tags again")


def _fault(where: str, message: str) -> Finding:
    fix = "look at the tags near it; every for and if needs its end"
    return Finding("template-tag", "error", where, f"jinja2 says: {message}", fix=fix)
