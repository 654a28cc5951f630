"""Tables with a caption, and heading cells that say what they head."""

from __future__ import annotations

from collections.abc import Sequence

from pactwright.document import Runs
from pactwright.writers.page.markup import directed, escaped, runs_html

_MANY = 4  # columns; a phone shows fewer at once


def table_html(
    caption: str, headings: Sequence[str], rows: Sequence[Sequence[Runs]], open_word: str, *, named_rows: bool
) -> str:
    """A table in a box of its own, so that on a narrow page it scrolls and the page does not.

    `caption` is ready HTML; `named_rows` makes each row's first cell its heading; `open_word` is said before gaps.
    """
    head = "".join(f'<th scope="col">{escaped(heading)}</th>' for heading in headings)
    top = f"<thead><tr>{head}</tr></thead>\n" if headings else ""
    body = "\n".join(_row(row, open_word, named=named_rows) for row in rows)
    kind = ' class="wide"' if max(map(len, (headings, *rows[:1]))) >= _MANY else ""
    table = f"<table{kind}>\n<caption>{caption}</caption>\n{top}<tbody>\n{body}\n</tbody>\n</table>"
    return f'<div class="box" tabindex="0">\n{table}\n</div>'


def _row(cells: Sequence[Runs], open_word: str, *, named: bool) -> str:
    opened = ['<th scope="row"' if named and not number else "<td" for number, _ in enumerate(cells)]
    return f"<tr>{''.join(_cell(tag, runs, open_word) for tag, runs in zip(opened, cells, strict=True))}</tr>"


def _cell(tag: str, runs: Runs, open_word: str) -> str:
    return f"{tag}{directed(runs)}>{runs_html(runs, open_word)}</{tag[1:3]}>"
