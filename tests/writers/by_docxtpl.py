"""A Word file filled by docxtpl itself, part by part, against which the prepared template is held."""

from __future__ import annotations

import io
from collections.abc import Mapping

from docxtpl import DocxTemplate  # type: ignore[import-untyped] # docxtpl has no types
from jinja2 import TemplateError
from lxml import etree

from pactwright.document import Agreement, without_charts
from pactwright.errors import InputError
from pactwright.writers.word.checks import unprintable
from pactwright.writers.word.comments import commented
from pactwright.writers.word.context import template_context
from pactwright.writers.word.direction import directed
from pactwright.writers.word.layout import PAPERS, fitted
from pactwright.writers.word.markup import Markup
from pactwright.writers.word.package import W, members, packed, part, tree
from pactwright.writers.word.properties import property_parts, with_properties
from pactwright.writers.word.refusing import NO_SUCH_NAME, refuse_left_over, refused
from pactwright.writers.word.slots import slot_pieces
from pactwright.writers.word.template import ENVIRONMENT
from tests.validators import unsound

STRICT = etree.XMLParser(resolve_entities=False, no_network=True)


class StrictTemplate(DocxTemplate):  # type: ignore[misc] # its base has no types
    """docxtpl without its two kindnesses: it repairs broken XML and re-cuts tables that hold tables."""

    def render_xml_part(
        self, src_xml: str, part: object, context: Mapping[str, object], jinja_env: object = None
    ) -> str:
        printed: str = super().render_xml_part(src_xml, part, context, jinja_env)
        refuse_left_over(printed, part.partname)  # type: ignore[attr-defined] # a part of python-docx
        return directed(printed)

    def fix_tables(self, xml: str) -> etree._Element:
        return etree.fromstring(xml, STRICT)


def word_by_docxtpl(agreement: Agreement, template: bytes) -> bytes:
    """The file that `word` makes without the look of a chart; raises InputError as it does."""
    agreement = without_charts(agreement)
    refuse_if(unprintable(agreement))
    pieces = {
        name: Markup(b"".join(each.xml for each in found).decode()) for name, found in slot_pieces(agreement).items()
    }
    filled, result = StrictTemplate(io.BytesIO(template)), io.BytesIO()
    try:
        filled.render({**template_context(agreement), **pieces}, ENVIRONMENT)
    except TemplateError as error:
        raise refused(str(error), NO_SUCH_NAME) from error
    filled.save(result)
    parts = with_properties(members(result.getvalue())) | property_parts(agreement)
    parts |= {"word/document.xml": on_paper(parts["word/document.xml"], agreement)}
    parts |= {
        "word/styles.xml": fitted(parts["word/styles.xml"], agreement.language, PAPERS[agreement.paper].text_width)
    }
    parts |= commented(parts, agreement)
    refuse_if(unsound(parts, agreement))
    return packed(parts)


def on_paper(document: bytes, agreement: Agreement) -> bytes:
    """The document with the agreement's paper in every section."""
    root, paper = tree(document), PAPERS[agreement.paper]
    for size in root.iterfind(f".//{W}sectPr/{W}pgSz"):
        size.attrib.update({f"{W}w": str(paper.width), f"{W}h": str(paper.height)})
    for margins in root.iterfind(f".//{W}sectPr/{W}pgMar"):
        margins.attrib.update({f"{W}left": str(paper.side), f"{W}right": str(paper.side)})
    return part(root)


def refuse_if(findings: tuple[object, ...]) -> None:
    """Raises InputError for findings."""
    if findings:
        raise InputError(findings)  # type: ignore[arg-type] # findings they are
