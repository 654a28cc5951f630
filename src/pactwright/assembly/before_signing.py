"""What to look at before anybody signs: the sheet that stands beside a final and is no part of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from pactwright.assembly.law import law_of
from pactwright.assembly.owed import Owed, owed_rows
from pactwright.assembly.unanswered import day_rows
from pactwright.assembly.unchosen import unchosen
from pactwright.document import Paragraph, Sheet, SheetTable, words
from pactwright.facts.parties import signing
from pactwright.formats import printed_date
from pactwright.library.bodies import form_of
from pactwright.library.figures import figure_on, law_value, read_law
from pactwright.printing.law import read_by_party

if TYPE_CHECKING:
    from pactwright.assembly.answering import PointAnswer
    from pactwright.assembly.body import Body
    from pactwright.assembly.confirming import ToConfirm
    from pactwright.document import Clause
    from pactwright.library.model import ReadLaw
    from pactwright.printing.context import DraftContext
    from pactwright.selection import Selected

FLAGS = frozenset({"yes", "no"})


def before_signing(
    context: DraftContext,
    body: Body,
    asked: tuple[ToConfirm, ...],
    days: tuple[PointAnswer, ...],
    dropped: tuple[tuple[str, str, str], ...],
    owed: tuple[Owed, ...],
) -> Sheet:
    """The sheet of a document: the clauses no lawyer has reviewed, the law it states, what is still to be settled.

    `asked` is what somebody has to confirm, or has confirmed, `days` how the bad days are answered, `dropped` what a
    short form leaves out (the sheet of a full paper has no table of that), `owed` the most that each side may owe.
    """
    said = context.outline.before_signing
    defaults = ((each.value, each.address, each.ask) for each in unchosen(context))
    found = {"clauses": _unreviewed(context, body), "law": _law(context, body), "defaults": defaults}
    found["owed"] = owed_rows(context, owed)
    found["days"] = day_rows(days, said)
    found["left_out"] = iter(dropped)
    found["confirm"] = (_to_confirm(context, each) for each in asked if not each.confirmed)
    found["confirmed"] = (
        (words(each.what), words(each.where), each.confirmed.by, context.printed(each.confirmed.date), each.name)
        for each in asked
        if each.confirmed
    )
    tables = (
        SheetTable(name, part.heading, tuple(part.columns.items()), tuple(dict.fromkeys(found.get(name, ()))))
        for name, part in said.parts.items()
        if name != "left_out" or context.is_short
    )
    return Sheet(said.title, said.lead_in, said.nothing, tuple(tables))


def unreviewed(context: DraftContext, body: Body) -> list[tuple[Clause, Selected]]:
    """The clauses of which no lawyer has reviewed the option, in the order of print, each with what was selected."""
    clauses = (clause for article in body.articles for clause in article.clauses if clause.option)
    selected = ((clause, context.selection.issues[clause.id]) for clause in clauses)
    return [(clause, each) for clause, each in selected if each.option and each.option.review.status == "draft"]


def _to_confirm(context: DraftContext, each: ToConfirm) -> tuple[str, ...]:
    source = _source(context, each.source) if each.source else ""
    return words(each.what), words(each.where), words(each.owner), source, each.name


def _unreviewed(context: DraftContext, body: Body) -> Iterator[tuple[str, ...]]:
    for clause, selected in unreviewed(context, body):
        heading = next(block for block in clause.blocks if isinstance(block, Paragraph))
        yield heading.label, selected.issue.heading, f"{clause.id}/{clause.option}", clause.version


def _law(context: DraftContext, body: Body) -> Iterator[tuple[str, ...]]:
    """Every name and figure of law that the document prints or its clauses were chosen by, and how each party signs."""
    for name in law_of(context, body):
        for value, read in _named(context, name):
            yield value, _source(context, read.source), _read(context, read)
    signs = context.outline.before_signing.signs
    for form in (form_of(context.library, party) for party in signing(context.spec).values()):
        for source in form.sources or ("",):
            checked = context.library.sources.get(source, {}).get("checked_on", "")
            yield signs.format(form=form.title), _source(context, source), _day(context, checked)


def _named(context: DraftContext, name: str) -> Iterator[tuple[str, ReadLaw]]:
    """What a name of law says, with where it was read; of the parties' own places where each has its own."""
    if name in context.library.jurisdiction.whose:
        yield from read_by_party(context, name)
    elif value := _said(context, name):
        yield value, read_law(context.library.jurisdiction, name, context.spec.date)


def _source(context: DraftContext, name: str) -> str:
    """A source by its title and its address on the web."""
    known = context.library.sources.get(name)
    return f"{known['title']}, {known['address']}" if known else context.outline.before_signing.nothing


def _said(context: DraftContext, name: str) -> str:
    """What the law says; nothing where it does not apply."""
    figure = figure_on(context.library.jurisdiction, name, context.spec.date)
    label = name.replace("_", " ")
    if figure:
        form, since = context.outline.before_signing.in_force, _day(context, figure.valid_from)
        value = " ".join(filter(None, (figure.currency, figure.value)))
        return f"{label}: {form.format(value=value, date=since)}"
    value = law_value(context.library, name, context.facts) or ""
    return f"{label}: {value}" if value in FLAGS else value


def _read(context: DraftContext, law: ReadLaw) -> str:
    """The day on which law was read, and by when it had to be read again where that day has passed."""
    read = _day(context, law.checked_on)
    if not law.is_overdue(context.spec.date):
        return read
    return context.outline.before_signing.overdue.format(read=read, due=_day(context, law.review_by))


def _day(context: DraftContext, typed: str) -> str:
    """A day of the library's files in words; what the sheet says where there is none."""
    return (
        printed_date(date.fromisoformat(typed), context.language) if typed else context.outline.before_signing.unchecked
    )
