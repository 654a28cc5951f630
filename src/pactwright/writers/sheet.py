"""The sheet that stands beside a document: as plain text, and as data."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.document import Sheet, SheetTable
from pactwright.writers.columns import WIDTH, aligned, wrapped

GUTTER = 3
NARROWEST = 9


def sheet_text(sheet: Sheet, document: str) -> bytes:
    """The sheet in UTF-8, `document` on its second line, in lines of at most 96 columns."""
    parts = [[sheet.title.upper(), *wrapped(document)], wrapped(sheet.lead_in)]
    parts += [[*wrapped(table.heading), "-" * WIDTH, *_lines(table, sheet.nothing)] for table in sheet.tables]
    return ("\n\n".join("\n".join(line.rstrip() for line in part) for part in parts) + "\n").encode()


def sheet_data(sheet: Sheet) -> dict[str, list[dict[str, str]]]:
    """For each part, by its id, a record for each row: what stands in it, by the ids of the columns."""
    return {table.id: list(_records(table)) for table in sheet.tables}


def _records(table: SheetTable) -> Iterator[dict[str, str]]:
    names = [name for name, _ in table.columns]
    return (dict(zip(names, row, strict=True)) for row in table.rows)


def _lines(table: SheetTable, nothing: str) -> list[str]:
    if not table.rows:
        return [nothing]
    texts = [heading for _, heading in table.columns]
    words = [[_longest_word(row[number]) for row in (texts, *table.rows)] for number in range(len(texts))]
    needed = [max(NARROWEST, *lengths) + GUTTER for lengths in words]
    wished = [max(len(row[number]) for row in table.rows) for number in range(len(texts))]
    room = max(0, WIDTH - sum(needed))
    widths = [least + room * most // sum(wished) for least, most in zip(needed, wished, strict=True)]
    return aligned(texts, [round(100 * each / sum(widths)) for each in widths], table.rows)


def _longest_word(text: str) -> int:
    """The letters of the longest word that keeps a column wide; an address on the web may stand over its end."""
    return max((len(word) for word in text.split() if "://" not in word), default=0)
