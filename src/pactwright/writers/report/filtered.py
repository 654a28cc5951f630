"""Filters of a page without a script: an address names one, and the style sheet hides what is not under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pactwright.report import Filter, Report
from pactwright.writers.page.markup import quoted
from pactwright.writers.report.labels import Labels
from pactwright.writers.report.marked import escaped, line_html


def filters_html(report: Report, labels: Labels) -> str:
    """The links to the filters, and what stands above the page when one is chosen."""
    if not report.filters:
        return ""
    groups = "".join(f"<div><h2>{escaped(head)}</h2>{_links(group)}</div>" for head, group in report.filters)
    boxes = "\n".join(_box(each, labels) for each in _all(report))
    return f'<nav class="filters" aria-label="{escaped(labels.filters)}">{groups}</nav>\n{boxes}'


def filters_style(report: Report) -> str:
    """The rules of the style sheet that hide what is not under the chosen filter."""
    return "".join(
        f"\n[id={quoted(each.anchor)}]:target ~ main [data-under]:not([data-under~={quoted(each.anchor)}])"
        " { display: none; }"
        for each in _all(report)
    )


def under_html(under: Iterable[str]) -> str:
    """The attribute that says which filters leave a part of the page, or nothing."""
    names = " ".join(under)
    return f' data-under="{escaped(names)}"' if names else ""


def _all(report: Report) -> Iterator[Filter]:
    return (each for _, group in report.filters for each in group)


def _links(filters: Iterable[Filter]) -> str:
    links = (
        f'<li><a href="#{escaped(each.anchor)}">{escaped(each.label)}</a> <span class="quiet">{each.count}</span></li>'
        for each in filters
    )
    return f"<ul>{''.join(links)}</ul>"


def _box(each: Filter, labels: Labels) -> str:
    back = f'<a href="#report">{escaped(labels.all)}</a>'
    return f'<p class="filter" id="{escaped(each.anchor)}">{line_html(each.line, labels)} {back}</p>'
