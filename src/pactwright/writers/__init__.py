"""The document in a format: one row and one file per format.

A writer takes the agreement and the theme, and gives back the bytes of a file. It opens no file and knows no path;
only the PDF's works in a folder of its own, which it throws away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pactwright.document import Agreement


@dataclass(frozen=True, slots=True)
class Theme:
    """What a format may need beside the agreement.

    A Word template's bytes, a web page's shell and its style sheet, and the XML of a chart in Word.
    """

    template: bytes = b""
    page: str = ""
    style: str = ""
    chart: str = ""


class Writer(Protocol):
    """Gives back the bytes of a file."""

    def __call__(self, agreement: Agreement, theme: Theme, /) -> bytes:
        """The agreement in the theme."""


def _docx(agreement: Agreement, theme: Theme) -> bytes:
    from pactwright.writers.word import word_file  # noqa: PLC0415 - a text file needs no lxml and no docxtpl

    return word_file(agreement, theme.template, chart=theme.chart)


def _txt(agreement: Agreement, _: Theme) -> bytes:
    from pactwright.writers.plain import plain_text  # noqa: PLC0415 - a Word file needs no text writer

    return plain_text(agreement)


def _html(agreement: Agreement, theme: Theme) -> bytes:
    from pactwright.writers.page import web_page  # noqa: PLC0415 - who wants no web page needs no writer of one

    return web_page(agreement, theme.page, theme.style)


def _json(agreement: Agreement, _: Theme) -> bytes:
    from pactwright.writers.data import json_data  # noqa: PLC0415 - who wants no data needs no writer of them

    return json_data(agreement)


def _pdf(agreement: Agreement, theme: Theme) -> bytes:
    from pactwright.writers.pdf import pdf_file  # noqa: PLC0415 - who wants no PDF needs no LibreOffice
    from pactwright.writers.word import word_file  # noqa: PLC0415 - a text file needs no lxml and no docxtpl
    from pactwright.writers.word.contents import PRINTED  # noqa: PLC0415 - a part of the Word writer

    return pdf_file(
        word_file(agreement, theme.template, PRINTED, theme.chart), dict(agreement.provenance).get("date", "")
    )


def paged_docx(agreement: Agreement, theme: Theme) -> bytes:
    """The Word file with the pages of its contents worked out, as LibreOffice lays it out here, with the fonts of here.

    Raises UsageError when LibreOffice is not installed, fails or takes too long.
    """
    from pactwright.writers.paging import paging_of  # noqa: PLC0415 - who wants no page numbers needs no LibreOffice
    from pactwright.writers.word import word_file  # noqa: PLC0415 - a text file needs no lxml and no docxtpl

    return word_file(agreement, theme.template, paging_of(agreement, theme.template, theme.chart), theme.chart)


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {"docx": _docx, "txt": _txt, "html": _html, "json": _json, "pdf": _pdf}
)
