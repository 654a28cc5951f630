"""The body of the page: recitals, articles with their clauses, where the parties sign, schedules."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pactwright.document import Agreement, Block, Chart, ExecutionBlock, Field, Paragraph, Table, in_order, words
from pactwright.writers.page.charts import chart_html
from pactwright.writers.page.front import tables_html
from pactwright.writers.page.markup import directed, escaped, label_html, runs_html, with_id
from pactwright.writers.page.tables import table_html

RECITALS, EXECUTION = "recitals", "execution"
_HEADINGS = {"article": "h2", "clause": "h3", "schedule": "h2", "schedule-part": "h3"}
"""The rank of a role's heading; clauses stand under articles and parts under schedules, so no rank is left out."""


def main_html(agreement: Agreement) -> str:
    """Everything after the contents, in the order of the Word file."""
    behind = in_order(agreement, _execution(agreement), _schedules(agreement))
    return "\n".join((*tables_html(agreement), *_body(agreement), *chain.from_iterable(behind)))


def _body(agreement: Agreement) -> Iterator[str]:
    open_word = agreement.furniture.what
    if agreement.recitals:
        yield f'<h2 id="{RECITALS}">{escaped(agreement.furniture.recitals)}</h2>'
        yield from (_paragraph(paragraph, open_word) for paragraph in agreement.recitals)
    for article in agreement.articles:
        yield _paragraph(article.heading, open_word)
        for clause in article.clauses:
            yield from _blocks(clause.blocks, open_word, body="clause-body")


def _schedules(agreement: Agreement) -> Iterator[str]:
    if not agreement.schedules:
        return
    yield '<section class="schedules">'
    for schedule in agreement.schedules:
        yield from _blocks((schedule.heading, *schedule.blocks), agreement.furniture.what, body="body")
    yield "</section>"


def _blocks(blocks: tuple[Block, ...], open_word: str, body: str) -> Iterator[str]:
    """The blocks; a table's caption is the heading that it stands under."""
    caption = ""
    for block in blocks:
        if isinstance(block, Table):
            yield _table(block, caption, open_word)
            continue
        if isinstance(block, Chart):
            yield chart_html(block)
            continue
        if block.role in _HEADINGS:
            caption = escaped(f"{block.label} {words(block.runs)}".strip())
        yield _paragraph(block, open_word, body if block.role == "body" else "")


def _paragraph(paragraph: Paragraph, open_word: str, name: str = "") -> str:
    tag = _HEADINGS.get(paragraph.role, "p")
    inside = label_html(paragraph.label) + runs_html(paragraph.runs, open_word)
    attributes = f'class="{name or paragraph.role}"{with_id(paragraph.bookmark)}{directed(paragraph.runs)}'
    return f"<{tag} {attributes}>{inside}</{tag}>"


def _table(table: Table, caption: str, open_word: str) -> str:
    unseen = f'<span class="unseen">{caption}</span>'
    return table_html(unseen, table.columns, table.rows, open_word, total=table.total)


def _execution(agreement: Agreement) -> Iterator[str]:
    if not agreement.execution:
        return
    open_word = agreement.furniture.what
    yield f'<section class="execution">\n<h2 id="{EXECUTION}">{escaped(agreement.furniture.execution)}</h2>'
    yield f"<p>{runs_html(agreement.execution_lead, open_word)}</p>"
    yield from (_signing(block, open_word) for block in agreement.execution)
    yield "</section>"


def _signing(block: ExecutionBlock, open_word: str) -> str:
    head = f"<h3{directed(block.party)}>{runs_html(block.party, open_word)}</h3>"
    opening = f"<p{directed(block.opening)}>{runs_html(block.opening, open_word)}</p>"
    signers = "\n".join(f'<dl class="signer">{_fields(fields, open_word)}</dl>' for fields in block.signers)
    return f'<section class="signing">\n{head}\n{opening}\n<div class="signers">\n{signers}\n</div>\n</section>'


def _fields(fields: tuple[Field, ...], open_word: str) -> str:
    return "".join(
        f"<dt>{escaped(f.label)}</dt><dd{directed(f.runs)}>{runs_html(f.runs, open_word)}</dd>" for f in fields
    )
