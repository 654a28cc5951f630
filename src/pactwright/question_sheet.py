"""What is still open in a spec, by owner, as a text to read, a table to fill in, or a web page to send."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from html import escape
from string import Template
from typing import Final

from pactwright.batch.problems import as_text
from pactwright.questions import Question, Readiness
from pactwright.resources import data_root
from pactwright.themes import default_theme

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
        lines += [f"  {each.address}: {each.what}{f', by {each.by}' if each.by else ''}" for each in questions]
    return "".join(f"{line}\n" for line in lines).encode()


def csv_sheet(spec: Readiness) -> bytes:
    """A table for a spreadsheet, with an empty column for the answers; no cell of it is taken for a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for questions in by_owner(spec.questions).values():
        for each in questions:
            writer.writerow([as_text(cell) for cell in (each.owner, each.address, each.what, each.by, each.where, "")])
    return written.getvalue().encode("utf-8-sig")  # the mark by which a spreadsheet knows UTF-8


def html_sheet(spec: Readiness) -> bytes:
    """A page to send round: a table for each owner."""
    shell = (data_root() / "templates" / "themes" / "questions.html").read_text("utf-8")
    tables = "\n".join(_table(owner, questions) for owner, questions in by_owner(spec.questions).items())
    title = spec.drafts[0].agreement.project[0].text if spec.drafts else spec.name
    places = {"title": title, "summary": said(spec)}
    page = Template(shell).substitute(
        {name: escape(each) for name, each in places.items()}, style=default_theme().style.strip(), main=tables
    )
    return page.encode()


def _table(owner: str, questions: tuple[Question, ...]) -> str:
    head = "".join(f'<th scope="col">{each}</th>' for each in HEADINGS)
    rows = "\n".join(_row(each.what, each.address, each.by, each.where) for each in questions)
    return f"<table>\n<caption><h2>{escape(owner)}</h2></caption>\n<tr>{head}</tr>\n{rows}\n</table>"


def _row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td><bdi>{escape(cell)}</bdi></td>' for cell in cells)}</tr>"


SHEETS: Final[Mapping[str, Callable[[Readiness], bytes]]] = {"txt": text_sheet, "csv": csv_sheet, "html": html_sheet}
