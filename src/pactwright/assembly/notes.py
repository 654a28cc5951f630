"""Drafting notes: what the lawyers of one side, or of both, are told beside each clause, and nobody signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from pactwright.assembly.open_points import about
from pactwright.document import Agreement, Article, Clause, Gap, Note, Paragraph
from pactwright.library.words import side_of
from pactwright.wording.notes import NEXT, read_by

if TYPE_CHECKING:
    from pactwright.assembly.body import Body
    from pactwright.library.model import Option
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected
    from pactwright.wording.notes import Reader


def noted(context: DraftContext, body: Body, agreement: Agreement, reader: Reader) -> Agreement:
    """The agreement with a note on every clause that somebody chose; generated clauses have none."""
    articles = tuple(_article(context, body, article, reader) for article in agreement.articles)
    return replace(agreement, articles=articles)


def _article(context: DraftContext, body: Body, article: Article, reader: Reader) -> Article:
    return replace(article, clauses=tuple(_clause(context, body, clause, reader) for clause in article.clauses))


def _clause(context: DraftContext, body: Body, clause: Clause, reader: Reader) -> Clause:
    selected = context.selection.issues.get(clause.id)
    if selected is None or selected.option is None:
        return clause
    open_here = dict.fromkeys((*_gaps(clause), *_undecided(context, body, clause, selected)))
    lines = _on_the_choice(context, selected, reader)
    return replace(clause, note=Note((*lines, *(f"Open: {what}" for what in open_here))))


def _on_the_choice(context: DraftContext, selected: Selected, reader: Reader) -> Iterator[str]:
    """What the option means to the reader, why it stands here, and what was passed over, an option to a line."""
    options = context.library.options[selected.issue.id]
    if selected.option:
        first, *more = _of_the_option(selected.option, options, reader) or ("",)
        yield f"{selected.option.title}. {first}".rstrip()
        yield from more
    yield f"Chosen by the {selected.origin}: {selected.reason}"
    yield from (f"Only for your side: {text}" for text in _private(context, selected.issue.id, reader))
    for other in selected.passed_over:
        yield f"Passed over: {options[other.option].title} ({other.option}). {other.why}"


def _of_the_option(option: Option, options: Mapping[str, Option], reader: Reader) -> tuple[str, ...]:
    """What its note says to the reader; one without headings is for everybody."""
    if not option.note_parts:
        return _plain_paragraphs(option.note)
    told = tuple(read_by(reader, option.note_parts))
    lines = [f"{heading}: {' '.join(_plain_paragraphs(text))}" for heading, text in told]
    step = options.get(option.next.get(reader, ""))
    if step and not any(heading == NEXT for heading, _ in told):
        lines.append(f"{NEXT}: {step.title} ({step.id}).")
    return tuple(lines)


def _private(context: DraftContext, issue: str, reader: Reader) -> Iterator[str]:
    """What the reader's side, or a party of it, keeps to itself."""
    side = side_of(context.library.vocabulary, reader) if reader != "neutral" else None
    choice = context.given.choices.get(issue)
    for key, said in (choice.private if choice and side else {}).items():
        party = context.given.parties.get(key)
        if side == (party.side if party else key):
            yield said


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
