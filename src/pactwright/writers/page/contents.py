"""The contents: a link to each part of the page, and under an article to each of its clauses."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pactwright.document import Agreement, Article, Paragraph, in_order, words
from pactwright.writers.page.body import EXECUTION, RECITALS
from pactwright.writers.page.front import front_headings
from pactwright.writers.page.markup import escaped


def contents_html(agreement: Agreement) -> str:
    """The list of links, in the order of reading."""
    return f"<ol>\n{chr(10).join(f'<li>{entry}</li>' for entry in _entries(agreement))}\n</ol>"


def _entries(agreement: Agreement) -> Iterator[str]:
    labels = agreement.furniture
    yield from (_link(name, heading) for name, heading in front_headings(agreement))
    if agreement.recitals:
        yield _link(RECITALS, labels.recitals)
    yield from map(_article, agreement.articles)
    signatures = [_link(EXECUTION, labels.execution)] if agreement.execution else []
    schedules = [_entry(schedule.heading) for schedule in agreement.schedules]
    yield from chain.from_iterable(in_order(agreement, signatures, schedules))


def _article(article: Article) -> str:
    paragraphs = (each for clause in article.clauses for each in clause.blocks if isinstance(each, Paragraph))
    entries = "".join(f"<li>{_entry(each)}</li>" for each in paragraphs if each.role == "clause")
    return _entry(article.heading) + (f"<ol>{entries}</ol>" if entries else "")


def _entry(heading: Paragraph) -> str:
    text = f"{heading.label} {words(heading.runs)}".strip()
    return _link(heading.bookmark, text) if heading.bookmark else escaped(text)


def _link(name: str, text: str) -> str:
    return f'<a href="#{escaped(name)}"><bdi>{escaped(text)}</bdi></a>'
