"""The document in a format: one row and one file per format.

A writer takes the agreement and the look, and gives back the bytes of a file. It opens no file and knows no path;
only the PDF's works in a folder of its own, which it throws away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from pactwright.document import Agreement


@dataclass(frozen=True, slots=True)
class Look:
    """What a format may need beside the agreement: a Word template's bytes, a web page's shell and its style sheet."""

    template: bytes = b""
    page: str = ""
    style: str = ""


class Writer(Protocol):
    """Gives back the bytes of a file."""

    def __call__(self, agreement: Agreement, look: Look, /) -> bytes:
        """The agreement in the look."""


def _docx(agreement: Agreement, look: Look) -> bytes:
    from pactwright.writers.word import word  # noqa: PLC0415 - a text file needs no lxml and no docxtpl

    return word(agreement, look.template)


def _txt(agreement: Agreement, _: Look) -> bytes:
    from pactwright.writers.plain import plain  # noqa: PLC0415 - and a Word file needs no text writer

    return plain(agreement)


def _html(agreement: Agreement, look: Look) -> bytes:
    from pactwright.writers.page import page  # noqa: PLC0415 - who wants no web page needs no writer of one

    return page(agreement, look.page, look.style)


def _json(agreement: Agreement, _: Look) -> bytes:
    from pactwright.writers.data import data  # noqa: PLC0415 - who wants no data needs no writer of them

    return data(agreement)


def _pdf(agreement: Agreement, look: Look) -> bytes:
    from pactwright.writers.pdf import pdf  # noqa: PLC0415 - who wants no PDF needs no LibreOffice

    return pdf(_docx(agreement, look), dict(agreement.provenance).get("date", ""))


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {"docx": _docx, "txt": _txt, "html": _html, "json": _json, "pdf": _pdf}
)
