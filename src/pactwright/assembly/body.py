"""The body of the document, printed: recitals, articles with their clauses, definitions, schedules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pactwright.assembly.anchors import bookmark
from pactwright.assembly.annexes import schedules
from pactwright.assembly.deciding import decisions
from pactwright.assembly.filling import filled, filled_definitions
from pactwright.assembly.planning import Plan, planned
from pactwright.assembly.printed_items import PrintedItems
from pactwright.assembly.slot_values import values
from pactwright.data_rights import Matrix, matrix_of
from pactwright.document import Article, Paragraph, Runs, Schedule, Text

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext


@dataclass(frozen=True, slots=True)
class Body:
    """The plan of a document, and what it says with the values of the spec.

    `rights` are those in data, if it shows any.
    """

    plan: Plan
    recitals: tuple[Paragraph, ...]
    articles: tuple[Article, ...]
    schedules: tuple[Schedule, ...]
    rights: Matrix | None = None


def body_of(context: DraftContext) -> Body:
    """Everything between the front page and the signatures, and the schedules behind them."""
    plan = planned(decisions(context), context.library, context.outline)
    body = Body(plan, tuple(_recitals(context)), tuple(_articles(plan, context)), ())
    rights = _rights(context, body)
    return replace(body, schedules=tuple(schedules(context, plan.schedules, rights)), rights=rights)


def _rights(context: DraftContext, body: Body) -> Matrix | None:
    """The rights in data under the numbers of the clauses, where a schedule that stands shows them."""
    plans = context.library.schedules
    standing = {(each.id, part.id) for each in body.plan.schedules for part in each.parts}
    shown = any(part.rights and (name, part.id) in standing for name, plan in plans.items() for part in plan.parts)
    return matrix_of(context, PrintedItems.of(body).binding) if shown else None


def _articles(plan: Plan, context: DraftContext) -> Iterator[Article]:
    """The articles, the definitions behind the clauses of the last."""
    said = values(plan.slots, context)
    definitions = filled_definitions(plan.definitions, tuple(said[slot] for slot in plan.definitions.slots))
    for article in plan.articles:
        clauses = tuple(filled(each, tuple(said[slot] for slot in each.slots)) for each in article.clauses)
        yield Article(article.heading, (*clauses, definitions) if article is plan.articles[-1] else clauses)


def _recitals(context: DraftContext) -> Iterator[Paragraph]:
    known = (each for each in context.outline.recitals if not each.optional or context.says(each.fact))
    for letter, each in zip("ABCDEFGH", known, strict=False):
        label = f"({letter})"
        lead: Runs = (Text(f"{each.lead_in} "),) if each.lead_in else ()
        yield Paragraph("recital", (*lead, *context.fact_runs(each.fact)), label, label, bookmark("recital", each.fact))
