"""`pactwright explain`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwright.cli.completion import issues
from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.reports import show_json
from pactwright.library.places import documents

if TYPE_CHECKING:
    from pactwright.review.explaining import ExplainedIssue


@click.command("explain")
@click.argument("spec", type=SPEC)
@click.argument("issue", required=False, shell_complete=issues)
@click.option(
    "--document",
    type=click.Choice(documents()),
    help="The document; by default the first that the spec names.",
)
@LIBRARY
@JSON
def explain_command(spec: Path, issue: str | None, *, document: str | None, house: Path | None, as_json: bool) -> None:
    """Explain why each option was chosen, in the order of the document; - is a spec on standard input.

    Of one issue it says, too, on which facts that rests, what was passed over and why, and who bears what.

    \b
    Example:
      pactwright explain examples/startup-pilot/spec.yml ip/project-ip
    """
    from pactwright.errors import UsageError
    from pactwright.findings import nearest
    from pactwright.review.explaining import EXPLAINED, explained
    from pactwright.spec.addresses import ISSUE
    from pactwright.what_if import standing

    if ISSUE.fullmatch(str(spec)) and not spec.exists():
        message = f"{spec}: is an issue; give the spec first, as in pactwright explain spec.yml {spec}"
        raise UsageError(message)
    now = standing(spec, document, house)
    known = now.draft.selection.issues
    if issue and issue not in known:
        message = f'"{issue}" is not an issue; pactwright clauses list shows them all; {nearest(issue, known)}'
        raise UsageError(message.rstrip("; "))
    told = explained(now, (issue,) if issue else ())
    if as_json:
        from pactwright.records import record_data

        show_json(record_data(EXPLAINED, told))
        return
    for each in told.issues:
        _show(each)
        if issue:
            _show_more(each)


def _show(each: ExplainedIssue) -> None:
    clause = f"clause {each.clause}  " if each.clause else ""
    by = "" if each.awaits else f" (chosen by the {each.origin})"
    click.echo(f"{clause}{each.issue}: {click.style(each.option, bold=True)}{by}")
    click.echo(f"  {each.reason}")
    if each.awaits:
        click.echo(f"  On the table: {', '.join(each.on_table)}; settle {', '.join(each.awaits)} first")
    for asked in each.asks_reason:
        click.echo(f"  asks a reason: {asked}")
    for fact in each.undecided:
        click.echo(f"  open: {fact} is not known")


def _show_more(each: ExplainedIssue) -> None:
    click.echo(f"  The question: {each.question}")
    if each.title:
        click.echo(f"  What it means: {each.summary}")
        click.echo(f"  What sets it apart: {each.differs}")
    for ground in each.rests_on:
        click.echo(f"  It would be another if this were not so: {ground}")
    for value in each.values:
        click.echo(f"  {value.name}: {value.value}{' (nobody chose it)' if value.is_default else ''}")
    for other in each.passed_over if each.title else ():
        click.echo(f"  Passed over: {other.option}. {other.why}")
    for borne in each.bears:
        clause = f" (clause {borne.clause})" if borne.clause else ""
        click.echo(f"  {borne.group} {borne.id}: {borne.said}{clause}")
