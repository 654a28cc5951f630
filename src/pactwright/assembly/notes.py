"""Drafting notes: what the drafter tells the other lawyers beside each clause, and nobody signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactwright.assembly.open_points import about
from pactwright.document import Agreement, Article, Clause, Gap, Note, Paragraph

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.library.model import Option
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected


def noted(context: DraftContext, body: Body, agreement: Agreement) -> Agreement:
    """The agreement with a note on every clause that somebody chose; generated clauses have none."""
    return replace(agreement, articles=tuple(_article(context, body, article) for article in agreement.articles))


def _article(context: DraftContext, body: Body, article: Article) -> Article:
    return replace(article, clauses=tuple(_clause(context, body, clause) for clause in article.clauses))


def _clause(context: DraftContext, body: Body, clause: Clause) -> Clause:
    selected = context.selection.issues.get(clause.id)
    if selected is None or selected.option is None:
        return clause
    open_here = dict.fromkeys((*_gaps(clause), *_undecided(context, body, clause, selected)))
    lines = _on_the_choice(selected, context.library.options[clause.id])
    return replace(clause, note=Note((*lines, *(f"Open: {what}" for what in open_here))))


def _on_the_choice(selected: Selected, options: Mapping[str, Option]) -> Iterator[str]:
    """What the option means, why it stands here, and what was passed over, an option to a line."""
    if selected.option:
        first, *more = _plain_paragraphs(selected.option.note) or ("",)
        yield f"{selected.option.title}. {first}".rstrip()
        yield from more
    yield f"Chosen by the {selected.origin}: {selected.reason}"
    for other in selected.passed_over:
        yield f"Passed over: {options[other.option].title} ({other.option}). {other.why}"


def _gaps(clause: Clause) -> Iterator[str]:
    paragraphs = (block for block in clause.blocks if isinstance(block, Paragraph))
    yield from (run.text.strip("[]") for each in paragraphs for run in each.runs if isinstance(run, Gap))


def _undecided(context: DraftContext, body: Body, clause: Clause, selected: Selected) -> Iterator[str]:
    """The facts on which it depends whether the clause, or one of its items, stands at all."""
    mine = {block.bookmark for block in clause.blocks if isinstance(block, Paragraph) and block.bookmark}
    facts = (*selected.undecided, *(fact for fact, anchor in body.plan.undecided if anchor.bookmark in mine))
    yield from (about(context, fact) for fact in facts)


def _plain_paragraphs(text: str) -> tuple[str, ...]:
    r"""The paragraphs of a clause file's note, each on one line and without the marks round names.

    >>> _plain_paragraphs("Use `full`\nif paid.\n\nElse not.")
    ('Use full if paid.', 'Else not.')
    """
    paragraphs = (" ".join(each.replace("`", "").split()) for each in re.split(r"\n\s*\n", text))
    return tuple(each for each in paragraphs if each)
