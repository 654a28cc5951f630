"""Assembly: the chosen clauses become one numbered, cross-referenced, defined document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict, Unpack

from pactwright.assembly.answering import PointAnswer, answers_in
from pactwright.assembly.before_signing import before_signing, unreviewed
from pactwright.assembly.body import Body, body_of
from pactwright.assembly.confirming import not_asked, to_confirm
from pactwright.assembly.coverage import unprinted
from pactwright.assembly.execution import execution_blocks
from pactwright.assembly.front import key_terms, party_lines
from pactwright.assembly.law import law_of, overdue_law
from pactwright.assembly.ledger_annex import ledger_annex, ledger_in
from pactwright.assembly.left_out import left_out, short_problems
from pactwright.assembly.mandatory import mandatory_items
from pactwright.assembly.notes import noted
from pactwright.assembly.open_points import open_points_of
from pactwright.assembly.owed import Owed, owed_in
from pactwright.assembly.owed_told import owed_findings
from pactwright.assembly.sources_annex import ID, sources_annex
from pactwright.assembly.unanswered import day_findings, waiting_days
from pactwright.assembly.unbound import unbound_columns
from pactwright.assembly.unsaid import Unsaid
from pactwright.data_rights import right_findings
from pactwright.document import Agreement, OpenPoint, Runs, Schedule, Sheet, Text, Value
from pactwright.findings import Finding
from pactwright.ledger import Ledger, ledger_findings
from pactwright.printing.context import DraftContext
from pactwright.schedules.computed import figure_findings
from pactwright.selection.thresholds import law_currency
from pactwright.wording.notes import NOTES

if TYPE_CHECKING:
    from pactwright.printing.outline import Outline
    from pactwright.selection import Selection
    from pactwright.spec import Spec
    from pactwright.wording.notes import Reader


ANNEX = ("annex", ID)  # how a file says that it has it
WITH_LEDGER = ("ledger", "annex")
SHORT = ("form", "short")


class Form(TypedDict, total=False):
    """In what form a document is wanted; what is not said is left to `assembled`."""

    is_final: bool
    is_short: bool
    notes: Reader | None
    with_sources: bool
    with_ledger: bool


@dataclass(frozen=True, slots=True)
class Assembled:
    """An agreement, what was found on the way, the addresses of facts that it does not print, and a final's sheet.

    `waiting` are the bad days that wait for a clause that no library has yet, by id; `days` is how each point of those
    that can happen is answered, `ledger` says who bears what,
    `owed` what each side may have to pay at most, and `law` the names and figures of law on which it rests.
    """

    agreement: Agreement
    findings: tuple[Finding, ...]
    unprinted: tuple[str, ...]
    sheet: Sheet | None
    ledger: Ledger
    waiting: tuple[str, ...] = ()
    days: tuple[PointAnswer, ...] = ()
    owed: tuple[Owed, ...] = ()
    law: tuple[str, ...] = ()


def assembled(spec: Spec, selection: Selection, outline: Outline, **form: Unpack[Form]) -> Assembled:
    """The agreement of a selection, in the form that is asked for.

    `notes` puts one on each clause for a reader, `with_sources` and `with_ledger` add an annex, and `is_short` asks for
    the short form.
    """
    is_final, is_short, notes = form.get("is_final", False), form.get("is_short", False), form.get("notes")
    with_sources, with_ledger = form.get("with_sources", False), form.get("with_ledger", False)
    context = DraftContext(spec.settled, selection, outline, given=spec, is_short=is_short)
    spec = context.spec
    placeholders = () if is_final else spec.placeholders  # in a final they are errors, each at its own place
    unsaid = Unsaid.among(context, placeholders)
    body = unsaid.body(body_of(context))
    parties, execution = unsaid.gapped(party_lines(context)), unsaid.gapped(execution_blocks(context))
    date = context.fact_runs("agreement.date")
    terms, project = unsaid.gapped(key_terms(context, body, is_final=is_final)), unsaid.gapped(_project(spec))
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
    dropped = left_out(context, body) if is_short else ()
    asked = tuple(to_confirm(context, body))
    ask = outline.before_signing.ask
    confirm = () if is_final else tuple(each.point(ask) for each in asked if not each.confirmed)
    ledger = ledger_in(context, body)
    annexes = _annexes(context, body, ledger if with_ledger else None, with_sources=with_sources)
    agreement = Agreement(
        document=outline.document,
        title=outline.title,
        project=project,
        language=context.language,
        paper=context.library.jurisdiction.paper,
        date=date,
        version=spec.version or "1",
        is_final=is_final,
        notices=_notices(context, body, (*points, *confirm), dropped=len(dropped), is_final=is_final, notes=notes),
        furniture=furniture,
        parties=parties,
        key_terms=terms,
        open_points=(*points, *confirm),
        recitals=body.recitals,
        articles=body.articles,
        execution_lead=lead,
        execution=execution,
        signed=outline.signed,
        schedules=(*body.schedules, *annexes),
        provenance=(
            *_provenance(spec),
            *((ANNEX,) if with_sources else ()),
            *((WITH_LEDGER,) if with_ledger else ()),
            *((SHORT,) if is_short else ()),
            *(((NOTES, notes),) if notes else ()),
        ),
    )
    finished = noted(context, body, agreement, notes) if notes else agreement
    days = tuple(answers_in(context, body))
    owed = owed_in(context, body)
    sheet = before_signing(context, body, asked, days, dropped, owed) if is_final else None
    figures = frozenset(slot.name for slot in body.plan.slots if slot.kind == "law" and slot.format == "money")
    columns = (slot.name for slot in body.plan.slots if slot.kind == "column")
    wrong_law = (
        *law_currency(selection, spec, figures, is_final=is_final),
        *overdue_law(context, body),
        *mandatory_items(context, body, is_final=is_final),
        *(short_problems(context) if is_short else ()),
    )
    found = (
        *body.plan.findings,
        *_figures(context, body),
        *wrong_law,
        *not_asked(context, asked),
        *unbound_columns(context, columns),
        *day_findings(days),
        *ledger_findings(ledger, selection),
        *owed_findings(context, owed, is_final=is_final),
        *(right_findings(context, body.rights) if body.rights else ()),
    )
    beside = (ledger, waiting_days(days), days, owed, law_of(context, body))
    return Assembled(finished, found, unprinted(context, agreement), sheet, *beside)


def _notices(
    context: DraftContext,
    body: Body,
    points: tuple[OpenPoint, ...],
    *,
    dropped: int,
    is_final: bool,
    notes: Reader | None,
) -> tuple[str, ...]:
    """The lines that say what a draft is, how much is open in it, and which clauses no lawyer has reviewed.

    `dropped` is how many items a short form leaves out.
    """
    notices = context.outline.notices
    printed = sum(bool(clause.option) for article in body.articles for clause in article.clauses)
    if is_final:
        return ()
    lines = [notices["draft"]]
    if dropped:
        lines.append(notices["short"].format(count=dropped))
    if notes:
        lines.append(notices[f"notes_{notes}"])
    if context.spec.is_open("jurisdiction"):
        lines.append(notices["trial_law"].format(place=context.library.jurisdiction.title))
    count = sum(point.is_gap for point in points)
    lines.append(notices["ready" if not count else "one_open" if count == 1 else "open"].format(count=count))
    if to_come := len(points) - count:
        lines.append(notices["one_confirm" if to_come == 1 else "confirm"].format(count=to_come))
    if waiting := unreviewed(context, body):
        names = dict.fromkeys(selected.issue.heading for _, selected in waiting)
        everything = len(waiting) == printed
        lines.append(
            notices["all_unreviewed"] if everything else notices["unreviewed"].format(clauses=", ".join(names))
        )
    return tuple(lines)


def _figures(context: DraftContext, body: Body) -> Iterator[Finding]:
    """The figures that make no sense, of the parts of schedules that stand and are worked out; each told once."""
    told: dict[str, Finding] = {}
    for each in body.plan.schedules:
        parts = {part.id: part for part in context.library.schedules[each.id].parts}
        for part in (parts[part.id] for part in each.parts if parts[part.id].figure or parts[part.id].last_row):
            for found in figure_findings(context, part):
                told.setdefault(found.address, found)
    yield from told.values()


def _annexes(context: DraftContext, body: Body, ledger: Ledger | None, *, with_sources: bool) -> tuple[Schedule, ...]:
    number = len(body.schedules) + 1
    own = (ledger_annex(context, ledger, number),) if ledger else ()
    return (*own, *((sources_annex(context, body.articles, number + len(own)),) if with_sources else ()))


def _project(spec: Spec) -> Runs:
    return (Value(spec.project.title, "project.title"),)


def _provenance(spec: Spec) -> tuple[tuple[str, str], ...]:
    return (("date", spec.date.isoformat()),) if spec.date else ()
