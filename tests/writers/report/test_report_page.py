"""Reports as web pages: nothing typed is taken for markup, links lead somewhere, whoever sees no picture is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pactwright.report import Heading, Prose, Report, Words
from pactwright.themes import report_theme
from pactwright.writers.report import REPORT_WRITERS
from tests.writers.report.samples import EVERY_BLOCK, HARM, HEBREW, plain

THEME = report_theme()


def page(report: Report) -> str:
    """A report as a page."""
    return REPORT_WRITERS["html"](report, THEME).decode()


def report(*blocks: Prose | Heading) -> Report:
    """A report of some blocks."""
    return Report("Memo", "Pilot", "About it.", "Memo, pilot", blocks)


@pytest.mark.parametrize(
    "report",
    [
        report(Prose((Words("see", to="#nowhere"),))),
        report(Prose((Words("see", to="javascript:alert(1)"),))),
        report(Heading("One", anchor="a"), Heading("Two", anchor="a")),
    ],
)
def test_a_link_that_leads_nowhere_is_refused(report: Report) -> None:
    for write in REPORT_WRITERS.values():
        with pytest.raises(ValueError, match="lead nowhere"):
            write(report, THEME)


def test_nothing_typed_is_markup() -> None:
    made = page(Report(HARM, HARM, HARM, HARM, (Heading(HARM), Prose(plain(HARM)))))
    assert made.count("&lt;script&gt;alert(1)") == 7
    assert "<script" not in made
    assert "\x1b" not in made
    assert "<bdi>&lt;script" in made
    assert HEBREW in made


def test_the_same_report_gives_the_same_bytes() -> None:
    for write in REPORT_WRITERS.values():
        assert write(EVERY_BLOCK, THEME) == write(EVERY_BLOCK, replace(THEME))
