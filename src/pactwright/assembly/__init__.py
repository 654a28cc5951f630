"""Assembly: the chosen clauses become one numbered, cross-referenced, defined document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.assembly.body import Body, body_of
from pactwright.assembly.coverage import unprinted
from pactwright.assembly.execution import execution_blocks
from pactwright.assembly.front import key_terms, party_lines
from pactwright.assembly.notes import noted
from pactwright.assembly.open_points import open_points_of
from pactwright.assembly.unsaid import Unsaid
from pactwright.document import Agreement, OpenPoint, Runs, Text, Value
from pactwright.findings import Finding
from pactwright.printing.context import DraftContext

if TYPE_CHECKING:
    from pactwright.printing.outline import Outline
    from pactwright.selection import Selection
    from pactwright.spec import Spec


def assembled(
    spec: Spec, selection: Selection, outline: Outline, *, is_final: bool = False, with_notes: bool = False
) -> tuple[Agreement, tuple[Finding, ...], tuple[str, ...]]:
    """The agreement of a selection, what was found on the way, and the addresses of facts that it does not print.

    `with_notes` puts a drafting note on each clause.
    """
    context = DraftContext(spec, selection, outline)
    placeholders = () if is_final else spec.placeholders  # in a final they are errors, each at its own place
    unsaid = Unsaid.among(context, placeholders)
    body = unsaid.body(body_of(context))
    parties, execution = unsaid.gapped(party_lines(context)), unsaid.gapped(execution_blocks(context))
    date = context.fact_runs("agreement.date")
    terms, project = unsaid.gapped(key_terms(context, body)), unsaid.gapped(_project(spec))
    lead: Runs = (Text(outline.execution_lead),)
    furniture = outline.furniture
    signed = [run for block in execution for field in (*block.signers,) for each in field for run in each.runs]
    front = [
        (outline.title, project),
        (furniture.date, date),
        *((furniture.key_terms, term.runs) for term in terms),
        *((furniture.parties, each) for line in parties for each in (line.name, line.details, line.called)),
        *((furniture.execution, block.opening) for block in execution),
        (furniture.execution, tuple(signed)),
    ]
    points = open_points_of(context, body, front, placeholders)
    agreement = Agreement(
        document=outline.document,
        title=outline.title,
        project=project,
        language=context.language,
        paper=context.library.jurisdiction.paper,
        date=date,
        version=spec.version or "1",
        is_final=is_final,
        notices=_notices(context, body, points, is_final=is_final, with_notes=with_notes),
        furniture=furniture,
        parties=parties,
        key_terms=terms,
        open_points=points,
        recitals=body.recitals,
        articles=body.articles,
        execution_lead=lead,
        execution=execution,
        schedules=body.schedules,
        provenance=_provenance(spec),
    )
    finished = noted(context, body, agreement) if with_notes else agreement
    return finished, body.plan.findings, unprinted(context, agreement)


def _notices(
    context: DraftContext, body: Body, points: tuple[OpenPoint, ...], *, is_final: bool, with_notes: bool
) -> tuple[str, ...]:
    """The lines that say what the document is, how much is open in it, and which clauses no lawyer has reviewed."""
    notices = context.outline.notices
    unreviewed = [
        clause for article in body.articles for clause in article.clauses if _is_unreviewed(context, clause.id)
    ]
    printed = sum(bool(clause.option) for article in body.articles for clause in article.clauses)
    lines = [notices["final" if is_final else "draft"]]
    if with_notes:
        lines.append(notices["internal"])
    if not is_final:
        count = sum(point.count for point in points)
        lines.append(notices["ready" if not count else "one_open" if count == 1 else "open"].format(count=count))
    if unreviewed:
        names = dict.fromkeys(context.selection.issues[clause.id].issue.heading for clause in unreviewed)
        everything = len(unreviewed) == printed
        lines.append(
            notices["all_unreviewed"] if everything else notices["unreviewed"].format(clauses=", ".join(names))
        )
    return tuple(lines)


def _is_unreviewed(context: DraftContext, issue: str) -> bool:
    selected = context.selection.issues.get(issue)
    return bool(selected and selected.option and selected.option.review.status == "draft")


def _project(spec: Spec) -> Runs:
    return (Value(spec.project.title, "project.title"),)


def _provenance(spec: Spec) -> tuple[tuple[str, str], ...]:
    return (("date", spec.date.isoformat()),) if spec.date else ()
