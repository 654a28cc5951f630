"""A report as a Word file: blocks become XML, the template places them, and the package is zipped.

report -> context, XML of the blocks -> prepared template -> checks -> bytes
"""

from __future__ import annotations

from collections.abc import Mapping

from pactwright.errors import InputError
from pactwright.report import Report
from pactwright.writers.report.labels import Labels
from pactwright.writers.report.links import anchors_of
from pactwright.writers.report.typed import printable
from pactwright.writers.report.word.blocks import blocks_xml
from pactwright.writers.report.word.places import Places
from pactwright.writers.word.checks import faults_in
from pactwright.writers.word.direction import directed
from pactwright.writers.word.layout import PaperSize
from pactwright.writers.word.markup import PlainWords
from pactwright.writers.word.package import DECLARATION, DOCUMENT, RELATIONS, linked
from pactwright.writers.word.properties import properties
from pactwright.writers.word.story import index_of
from pactwright.writers.word.template import prepared, slots_of

_SIDE = 964
_SHEETS: Mapping[str, tuple[int, int]] = {"a4": (11906, 16838), "letter": (12240, 15840)}


def report_file(report: Report, template: bytes, labels: Labels) -> bytes:
    """The .docx file of `report` in the theme of `template`; same report, same template: same bytes.

    Raises InputError when the template and the report do not make a sound document together.
    """
    filling, paper = prepared(template), _paper(report)
    places = Places(anchors_of(report), paper.text_width)
    body = directed(blocks_xml(report.blocks, places))
    texts = filling.filled_with(_names(report, labels), paper)
    before, after = slots_of(texts.pop(DOCUMENT))[0]
    document = f"{before}{body}{_turned(after) if report.is_wide else after}"
    if faults := tuple(faults_in({DOCUMENT: index_of(document)})):
        raise InputError(faults)
    parts = {name: (DECLARATION + text).encode() for name, text in texts.items()}
    parts |= linked({RELATIONS: filling.raw[RELATIONS]}, places.addresses)
    parts |= properties({"title": printable(report.title), "language": report.language}, _records(report))
    return filling.packed_with([DECLARATION.encode(), document.encode()], parts, report.language, paper)


def _paper(report: Report) -> PaperSize:
    width, height = _SHEETS[report.paper]
    return PaperSize(height, width, _SIDE) if report.is_wide else PaperSize(width, height, _SIDE)


def _turned(end: str) -> str:
    """The end of the document, its sheet on its side."""
    return end.replace("<w:pgSz ", '<w:pgSz w:orient="landscape" ', 1)


def _names(report: Report, labels: Labels) -> dict[str, object]:
    texts = {"kicker": report.kicker, "title": report.title, "lead_in": report.lead_in, "foot": report.foot}
    records = [{"name": PlainWords(name), "said": PlainWords(said)} for name, said in _records(report)]
    plain = {name: PlainWords(printable(text)) for name, text in texts.items()}
    return {**plain, "of": PlainWords(labels.of), "made_by": records}


def _records(report: Report) -> list[tuple[str, str]]:
    return [(printable(name), printable(said)) for name, said in report.made_by]
