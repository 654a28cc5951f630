"""A report in a format: one row and one file per format.

A writer takes the report and the theme, and gives back the bytes of a file: the same for the same report and theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pactwright.report import Report
    from pactwright.writers.report.labels import Labels

WIDTH = 80


@dataclass(frozen=True, slots=True)
class ReportTheme:
    """What a format may need beside the report.

    A Word template's bytes, a web page's shell and its style sheet, the words of the writers themselves, and the width
    of plain text.
    """

    template: bytes
    page: str
    style: str
    labels: Labels
    width: int = WIDTH


class ReportWriter(Protocol):
    """Gives back the bytes of a file."""

    def __call__(self, report: Report, theme: ReportTheme, /) -> bytes:
        """The report in the theme."""


def _html(report: Report, theme: ReportTheme) -> bytes:
    from pactwright.writers.report.page import report_page  # noqa: PLC0415 - who wants no web page needs no writer of one

    return report_page(report, theme.page, theme.style, theme.labels)


def _txt(report: Report, theme: ReportTheme) -> bytes:
    from pactwright.writers.report.text import report_text  # noqa: PLC0415 - who wants no text needs no writer of one

    return report_text(report, theme.width)


def _docx(report: Report, theme: ReportTheme) -> bytes:
    from pactwright.writers.report.word import report_file  # noqa: PLC0415 - a web page needs no lxml and no docxtpl

    return report_file(report, theme.template, theme.labels)


REPORT_WRITERS: Mapping[str, ReportWriter] = MappingProxyType({"html": _html, "docx": _docx, "txt": _txt})
