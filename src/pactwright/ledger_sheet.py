"""The ledger of a document as a text to read, a web page to send, or data."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from itertools import zip_longest
from string import Template
from typing import Any, Final

from pactwright.assembly.owed import Owed
from pactwright.document import Column, Value
from pactwright.drafting import Draft
from pactwright.ledger import Ledger, Row
from pactwright.ledger.cells import COLUMNS, TWO, cells
from pactwright.ledger.model import NOBODY
from pactwright.spec import Money
from pactwright.themes import default_theme, shell
from pactwright.writers.page.markup import escaped
from pactwright.writers.page.tables import table_html

HEADINGS: Final[Mapping[str, str]] = {
    "register": "What the spec lists",
    "risk": "Risks",
    "reward": "Rewards",
    "bad-day": "Bad days",
}
MOST: Final = (COLUMNS[0], COLUMNS[3], COLUMNS[4])
WIDTHS: Final = (23, 13, 16, 17, 7)  # 80 columns with the gaps; an amount of millions in brackets fits
_GAP: Final = " "


def counted(ledger: Ledger) -> str:
    """How many rows are borne in which manner, on one line; no score."""
    counts = dict(ledger.counts)
    whole = counts.pop("all")
    said = ", ".join(f"{TWO if name == 'two' else name} {number}" for name, number in counts.items())
    return f"{said}; of {whole}"


def text_sheet(ledger: Ledger, title: str, owed: tuple[Owed, ...] = ()) -> bytes:
    """A table of 80 columns for each group of rows, the counts, and the most that may have to be paid, by its terms."""
    lines = [f"Ledger of {title}: {ledger.document}"]
    for group, rows in _groups(ledger):
        lines += ["", HEADINGS[group], *_lines(COLUMNS)]
        lines += [line for row in rows for each in cells(row) for line in _lines(_shown(each))]
    lines += ["", *textwrap.wrap(counted(ledger), 80)]
    for each in _told(owed):
        lines += ["", *textwrap.wrap(f"{each.heading}: {each.printed}", 80, break_long_words=False)]
        for said in (f"{what}: {most}{f' (clause {clause})' if clause else ''}" for what, most, clause in _terms(each)):
            lines += textwrap.wrap(said, 80, initial_indent="  ", subsequent_indent="    ")
    lines.append("This is not legal advice.")
    return "".join(f"{line.rstrip()}\n" for line in lines).encode()


def html_sheet(ledger: Ledger, title: str, owed: tuple[Owed, ...] = ()) -> bytes:
    """A page with a table for each group of rows, and one of the most that may have to be paid."""
    tables = [
        table_html(
            f"<h2>{escaped(HEADINGS[group])}</h2>",
            [Column(each, 0) for each in COLUMNS],
            [[(Value(cell, ""),) for cell in _shown(each)] for row in rows for each in cells(row)],
            "",
        )
        for group, rows in _groups(ledger)
    ]
    tables += [
        table_html(
            f"<h2>{escaped(f'{each.heading}: {each.printed}')}</h2>",
            [Column(name, 0) for name in MOST],
            [[(Value(cell, ""),) for cell in row] for row in _terms(each)],
            "",
        )
        for each in _told(owed)
    ]
    page = Template(shell("questions.html")).substitute(
        language="en",
        title=escaped(title),
        summary=escaped(f"Who bears and gets what: {counted(ledger)}. This is not legal advice."),
        style=default_theme().style.strip(),
        paper="auto",
        page_of_pages='counter(page) " / " counter(pages)',
        main="\n".join(tables),
    )
    return page.encode()


SHEETS: Final[Mapping[str, Callable[[Ledger, str, tuple[Owed, ...]], bytes]]] = {"txt": text_sheet, "html": html_sheet}


def ledger_data(draft: Draft) -> dict[str, Any]:
    """The ledger as data: ids everywhere, the printed text beside them, money as an amount and a currency."""
    ledger = draft.ledger
    rows = [_data(row) for row in ledger.rows]
    return {"document": ledger.document, "rows": rows, "counts": ledger.counts, "owed": owed_data(draft.owed)}


def owed_data(owed: tuple[Owed, ...]) -> list[dict[str, Any]]:
    """The most that each side may have to pay, and its terms, as data."""
    return [_plain(asdict(each)) for each in owed]


def _told(owed: tuple[Owed, ...]) -> Iterator[Owed]:
    """What the paper has words for."""
    return (each for each in owed if each.heading)


def _terms(owed: Owed) -> Iterator[tuple[str, str, str]]:
    """What is owed, at most how much, and the number of its clause."""
    return ((each.label, each.printed, each.clause) for each in owed.terms)


def _data(row: Row) -> dict[str, Any]:
    return {**_plain(asdict(row)), "manner": row.manner}


def _plain(value: Any) -> Any:  # noqa: ANN401 - a tree of values
    if isinstance(value, dict):
        if value.keys() == Money.__dataclass_fields__.keys():
            return {key: None if each is None else str(each) for key, each in value.items()}
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def _groups(ledger: Ledger) -> Iterator[tuple[str, list[Row]]]:
    for group in HEADINGS:
        if rows := [row for row in ledger.rows if row.group == group]:
            yield group, rows


def _shown(row: tuple[str, ...]) -> tuple[str, ...]:
    what, who, *others = row
    return (what, who or NOBODY, *others)


def _lines(row: tuple[str, ...]) -> Iterator[str]:
    """The lines of a row of cells, each wrapped in its column, never inside an amount."""
    wrapped = [
        textwrap.wrap(cell, width, break_long_words=False) or [""] for cell, width in zip(row, WIDTHS, strict=True)
    ]
    for parts in zip_longest(*wrapped, fillvalue=""):
        yield _GAP.join(part.ljust(width) for part, width in zip(parts, WIDTHS, strict=True))
