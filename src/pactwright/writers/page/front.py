"""The front of the page: title, draft mark, dates, notices, and the tables of parties, key terms and open points."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.document import Agreement, Column, Runs, Text
from pactwright.writers.page.markup import directed, escaped, runs_html
from pactwright.writers.page.tables import table_html

PARTIES, KEY_TERMS, OPEN_POINTS = "parties", "key-terms", "open-points"


def front_html(agreement: Agreement) -> str:
    """What stands before the contents."""
    return "\n".join(_front(agreement))


def tables_html(agreement: Agreement) -> Iterator[str]:
    """The tables of the front page that have rows; their captions are headings, so that they stand in the outline."""
    labels = agreement.furniture
    columns: dict[str, tuple[str, ...]] = {
        PARTIES: (labels.party, labels.details, labels.called),
        KEY_TERMS: (),
        OPEN_POINTS: (labels.what, labels.where, labels.owner, labels.by),
    }
    for name, heading in front_headings(agreement):
        caption = f'<h2 id="{name}">{escaped(heading)}</h2>'
        headings = [Column(each, 0) for each in columns[name]]
        yield table_html(caption, headings, _rows(agreement)[name], labels.what, named_rows=name != OPEN_POINTS)


def front_headings(agreement: Agreement) -> list[tuple[str, str]]:
    """Id and heading of each table of the front page that has rows."""
    labels, rows = agreement.furniture, _rows(agreement)
    headings = ((PARTIES, labels.parties), (KEY_TERMS, labels.key_terms), (OPEN_POINTS, labels.open_points))
    return [(name, heading) for name, heading in headings if rows[name]]


def _front(agreement: Agreement) -> Iterator[str]:
    labels = agreement.furniture
    if not agreement.is_final:
        yield f'<p class="draft">{escaped(labels.draft.upper())}</p>'
    yield f"<h1>{escaped(agreement.title)}</h1>"
    yield f'<p class="project"{directed(agreement.project)}>{runs_html(agreement.project, labels.what)}</p>'
    date, version = runs_html(agreement.date, labels.what), escaped(agreement.version)
    yield (
        f'<dl class="facts"><dt>{escaped(labels.date)}</dt><dd>{date}</dd>'
        f"<dt>{escaped(labels.version)}</dt><dd><bdi>{version}</bdi></dd></dl>"
    )
    yield from (f'<p class="notice">{escaped(notice)}</p>' for notice in agreement.notices)


def _rows(agreement: Agreement) -> dict[str, list[tuple[Runs, ...]]]:
    points = () if agreement.is_final else agreement.open_points
    return {
        PARTIES: [(party.name, party.details, party.called) for party in agreement.parties],
        KEY_TERMS: [((Text(term.label),), term.runs, term.source) for term in agreement.key_terms],
        OPEN_POINTS: [(point.asked, point.where, point.owner, point.by) for point in points],
    }
