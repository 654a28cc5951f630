"""Tables with a caption, and heading cells that say what they head."""

from __future__ import annotations

from collections.abc import Sequence

from pactwright.writers.page.markup import escaped


def table_html(caption: str, headings: Sequence[str], rows: Sequence[Sequence[str]], *, named_rows: bool) -> str:
    """A table of ready cells; `caption` is ready too; `named_rows` makes each row's first cell its heading."""
    head = "".join(f'<th scope="col">{escaped(heading)}</th>' for heading in headings)
    top = f"<thead><tr>{head}</tr></thead>\n" if headings else ""
    body = "\n".join(_row(row, named=named_rows) for row in rows)
    return f"<table>\n<caption>{caption}</caption>\n{top}<tbody>\n{body}\n</tbody>\n</table>"


def _row(cells: Sequence[str], *, named: bool) -> str:
    first = f'<th scope="row">{cells[0]}</th>' if named else ""
    rest = cells[1:] if named else cells
    return f"<tr>{first}{''.join(f'<td>{cell}</td>' for cell in rest)}</tr>"
