"""Tables with a caption, and heading cells that say what they head."""

from __future__ import annotations

from collections.abc import Sequence

from pactwright.document import Column, Runs
from pactwright.writers.page.markup import directed, escaped, runs_html

_MANY = 4  # columns; a phone shows fewer at once
_AMOUNT = ' class="amount"'


def table_html(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Runs]],
    open_word: str,
    *,
    total: Sequence[Runs] = (),
    named_rows: bool = False,
) -> str:
    """A table in a box of its own, so that on a narrow page it scrolls and the page does not.

    `caption` is ready HTML; `named_rows` makes each row's first cell its heading; `open_word` is said before gaps.
    """
    sides = [_AMOUNT if column.align == "right" else "" for column in columns] or [""] * max(map(len, rows), default=0)
    heads = zip(columns, sides, strict=False)
    head = "".join(f'<th scope="col"{side}>{escaped(column.heading)}</th>' for column, side in heads)
    top = f"<thead><tr>{head}</tr></thead>\n" if columns else ""
    body = "\n".join(_row(row, sides, open_word, named=named_rows) for row in rows)
    foot = f"<tfoot>\n{_row(total, sides, open_word, named=True)}\n</tfoot>\n" if total else ""
    kind = ' class="wide"' if len(sides) >= _MANY else ""
    inside = f"<caption>{caption}</caption>\n{top}<tbody>\n{body}\n</tbody>\n{foot}"
    return f'<div class="box" tabindex="0">\n<table{kind}>\n{inside}</table>\n</div>'


def _row(cells: Sequence[Runs], sides: Sequence[str], open_word: str, *, named: bool) -> str:
    tags = ['th scope="row"' if named and not number else "td" for number, _ in enumerate(cells)]
    made = (_cell(tag + side, runs, open_word) for tag, side, runs in zip(tags, sides, cells, strict=True))
    return f"<tr>{''.join(made)}</tr>"


def _cell(tag: str, runs: Runs, open_word: str) -> str:
    return f"<{tag}{directed(runs)}>{runs_html(runs, open_word)}</{tag[:2]}>"
