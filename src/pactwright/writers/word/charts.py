"""Charts as Word's own: a part of the package for each, which a drawing in the text leads to; how it looks is data.

A chart holds its numbers itself, so no workbook is needed, and its part is named by what it shows: the same chart is
the same part wherever it stands.
"""

from __future__ import annotations

import zlib
from functools import lru_cache

import msgspec
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from pactwright.document import Agreement, Chart, charts_of
from pactwright.writers.word.markup import escaped
from pactwright.writers.word.package import CONTENT_TYPES, RELATIONS, Parts, announced, relation_id
from pactwright.writers.word.paragraphs import styled

_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EMU = 635  # to a twentieth of a point
_HEIGHT = 45  # percent of the width


def _printed(value: object) -> object:
    return Markup(escaped(value)) if type(value) is str else value  # noqa: S704 - escaped right here


_ENVIRONMENT = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=_printed)


def chart_xml(chart: Chart, text_width: int) -> str:
    """The paragraph of a chart as wide as the text, `text_width` twentieths of a point; its words are its alt text."""
    width = text_width * _EMU
    said = f'descr="{escaped(chart.alt)}" title="{escaped(chart.caption)}"'
    drawing = (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0"'
        f' distR="0"><wp:extent cx="{width}" cy="{width * _HEIGHT // 100}"/>'
        f'<wp:docPr id="{_number(chart) >> 1}" name="{_name(chart)}" {said}/><wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/chart">'
        f'<c:chart xmlns:c="{_DRAWING}/chart" xmlns:r="{_OFFICE}" r:id="{relation_id(_part(chart))}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    return styled("BodyText", drawing)


def charted(parts: Parts, agreement: Agreement, look: str) -> Parts:
    """The parts that hold the agreement's charts and lead to them; none where it has no charts.

    `look` is the XML of a chart with tags for what it shows.
    """
    charts = charts_of(agreement)
    if not charts:
        return {}
    known = parts
    for chart in charts:
        known = announced(known, _part(chart), content_type=_TYPE, relation=_RELATION, of=RELATIONS)
    drawn = {_part(each): _look(look).render(chart=each).encode() for each in charts}
    return {CONTENT_TYPES: known[CONTENT_TYPES], RELATIONS: known[RELATIONS], **drawn}


@lru_cache(maxsize=4)
def _look(source: str) -> Template:
    return _ENVIRONMENT.from_string(source)


def _part(chart: Chart) -> str:
    return f"word/charts/{_name(chart)}.xml"


def _name(chart: Chart) -> str:
    return f"chart{_number(chart):08x}"


@lru_cache(maxsize=64)
def _number(chart: Chart) -> int:
    """A number that follows from what a chart shows."""
    return zlib.crc32(msgspec.json.encode(chart))
