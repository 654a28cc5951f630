"""A report as one web page that needs nothing else: no script, no other file."""

from __future__ import annotations

from collections.abc import Iterable
from string import Template

from pactwright.report import Report
from pactwright.writers.page.markup import quoted
from pactwright.writers.report.blocks import blocks_html
from pactwright.writers.report.filtered import filters_html, filters_style
from pactwright.writers.report.labels import Labels
from pactwright.writers.report.links import anchors_of
from pactwright.writers.report.marked import escaped
from pactwright.writers.report.typed import printable

_PAPERS = {"a4": "A4", "letter": "letter"}


def report_page(report: Report, shell: str, style: str, labels: Labels) -> bytes:
    """The page of `report` in UTF-8; `shell` is HTML with places, `style` a style sheet."""
    anchors_of(report)
    foot = f"@page {{ @bottom-left {{ content: {quoted(printable(report.foot))}; }} }}"
    places = {
        "language": escaped(report.language),
        "title": escaped(report.title),
        "style": f"{style.strip()}\n{foot}{filters_style(report)}",
        "paper": _PAPERS[report.paper] + (" landscape" if report.is_wide else ""),
        "page_of_pages": f"counter(page) {quoted(f' {labels.of} ')} counter(pages)",
        "skip": escaped(labels.skip),
        "kind": "wide" if report.is_wide else "upright",
        "kicker": escaped(report.kicker),
        "lead_in": escaped(report.lead_in),
        "filters": filters_html(report, labels),
        "main": blocks_html(report.blocks, labels),
        "foot": escaped(report.foot),
        "made_by": _made_by(report.made_by),
    }
    return Template(shell).substitute(places).encode()


def _made_by(records: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f"<div><dt>{escaped(name)}</dt><dd>{escaped(said)}</dd></div>" for name, said in records)
    return f"<dl>{rows}</dl>" if rows else ""
