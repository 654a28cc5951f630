"""Where the parties sign: a page of its own, one row per party, whole on a page, two signers side by side."""

from __future__ import annotations

from functools import lru_cache
from itertools import zip_longest

from pactwright.document import Agreement, ExecutionBlock, Field, Text
from pactwright.writers.word.paragraphs import styled, words_xml
from pactwright.writers.word.tables import TABLE_END, cell, frame, row

_COLUMNS = (16, 32, 4, 16, 32)
"""Label and line of the left signer, a gutter, label and line of the right signer, in percent."""

_LINE = '<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>'
_AT_THE_FOOT = '<w:vAlign w:val="bottom"/>'
_FOOT_OF_BLOCK = '<w:tcMar><w:bottom w:w="160" w:type="dxa"/></w:tcMar>'
_ROOM_TO_SIGN = '<w:trHeight w:val="500" w:hRule="atLeast"/>'
_ROOM_TO_WRITE = '<w:trHeight w:val="340" w:hRule="atLeast"/>'


def signing_xml(agreement: Agreement, text_width: int) -> str:
    """The heading, what stands below it, and a row of a table for each party; nothing when nobody signs."""
    if not agreement.execution:
        return ""
    heading = words_xml((Text(agreement.furniture.execution),), "ExecutionHeading")
    return heading + words_xml(agreement.execution_lead, "SigLead") + _table(agreement.execution, text_width)


def _table(blocks: tuple[ExecutionBlock, ...], text_width: int) -> str:
    rows = "".join([row(cell(100, _block(block, text_width), _FOOT_OF_BLOCK)) for block in blocks])
    return frame((100,), rows, text_width, style="Signatures") + TABLE_END


@lru_cache(maxsize=64)
def _block(block: ExecutionBlock, text_width: int) -> str:
    pairs = zip_longest(block.signers[::2], block.signers[1::2], fillvalue=())
    signers = "".join(_pair(left, right, text_width) for left, right in pairs)
    return words_xml(block.party, "SigParty") + words_xml(block.opening, "Sig") + signers


def _pair(left: tuple[Field, ...], right: tuple[Field, ...], text_width: int) -> str:
    rows = "".join(
        row(
            _field(one, *_COLUMNS[:2]) + _blank(_COLUMNS[2]) + _field(other, *_COLUMNS[3:]),
            _ROOM_TO_WRITE if number else _ROOM_TO_SIGN,
        )
        for number, (one, other) in enumerate(zip_longest(left, right))
    )
    return frame(_COLUMNS, rows, text_width, style="Unruled") + styled("SigEnd", "")


def _field(field: Field | None, label_width: int, line_width: int) -> str:
    if field is None:
        return _blank(label_width) + _blank(line_width)
    label = cell(label_width, words_xml((Text(field.label),), "SigLabel"), _AT_THE_FOOT)
    return label + cell(line_width, words_xml(field.runs, "Sig"), _LINE + _AT_THE_FOOT)


def _blank(width: int) -> str:
    return cell(width, styled("Sig", ""))
