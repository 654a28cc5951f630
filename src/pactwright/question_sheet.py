"""What is still open in a spec, by owner, as a text to read, a table to fill in, or a web page to send."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from string import Template
from typing import Final

from pactwright.batch.problems import as_text
from pactwright.document import Column, Value
from pactwright.questions import Question, Readiness
from pactwright.themes import default_theme, shell
from pactwright.writers.page.markup import escaped
from pactwright.writers.page.tables import table_html

COLUMNS: Final = ("owner", "address", "what", "by", "where", "answer")
HEADINGS: Final = ("What", "Where in the spec", "By", "First needed in")


def by_owner(questions: Iterable[Question]) -> Mapping[str, tuple[Question, ...]]:
    """The questions of each owner, owners in the order in which they are first asked."""
    found: dict[str, tuple[Question, ...]] = {}
    for each in questions:
        found[each.owner] = (*found.get(each.owner, ()), each)
    return found


def said(spec: Readiness) -> str:
    """How much is open, in one sentence.

    >>> said(Readiness("spec.yml", (), (), ()))
    'Nothing is open in spec.yml.'
    """
    if not spec.questions:
        return f"Nothing is open in {spec.name}."
    return f"{spec.count} {'fact is' if spec.count == 1 else 'facts are'} open in {spec.name}."


def text_sheet(spec: Readiness) -> bytes:
    """A list to read: each owner, then a line for each question."""
    lines = [said(spec)]
    for owner, questions in by_owner(spec.questions).items():
        lines += ["", owner]
        lines += [f"  {each.address}: {each.asks}{f', by {each.by}' if each.by else ''}" for each in questions]
    return "".join(f"{line}\n" for line in lines).encode()


def csv_sheet(spec: Readiness) -> bytes:
    """A table for a spreadsheet, with an empty column for the answers; no cell of it is taken for a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for questions in by_owner(spec.questions).values():
        for each in questions:
            writer.writerow([as_text(cell) for cell in (each.owner, each.address, each.asks, each.by, each.where, "")])
    return written.getvalue().encode("utf-8-sig")  # the mark by which a spreadsheet knows UTF-8


def html_sheet(spec: Readiness) -> bytes:
    """A page to send round: a table for each owner."""
    tables = "\n".join(_table(owner, questions) for owner, questions in by_owner(spec.questions).items())
    title = spec.drafts[0].agreement.project[0].text if spec.drafts else spec.name
    page = Template(shell("questions.html")).substitute(
        language="en",
        title=escaped(title),
        summary=escaped(said(spec)),
        style=default_theme().style.strip(),
        paper="auto",
        page_of_pages='counter(page) " / " counter(pages)',
        main=tables,
    )
    return page.encode()


def _table(owner: str, questions: tuple[Question, ...]) -> str:
    rows = [[(Value(cell, each.address),) for cell in _cells(each)] for each in questions]
    return table_html(f"<h2>{escaped(owner)}</h2>", [Column(each, 0) for each in HEADINGS], rows, "")


def _cells(question: Question) -> tuple[str, ...]:
    return question.asks, question.address, question.by, question.where


SHEETS: Final[Mapping[str, Callable[[Readiness], bytes]]] = {"txt": text_sheet, "csv": csv_sheet, "html": html_sheet}
