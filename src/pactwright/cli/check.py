"""`pactwright check`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwright.cli.options import JSON, LIBRARY
from pactwright.cli.reports import counted, records, show_findings, show_json

if TYPE_CHECKING:
    from pactwright.questions import Readiness


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, allow_dash=True))
@click.option("--final", "is_final", is_flag=True, help="Ask what a final asks: every gap and open point is an error.")
@LIBRARY
@JSON
def check_command(paths: tuple[Path, ...], *, is_final: bool, house: Path | None, as_json: bool) -> None:
    """Check specs, a clause library or a house library: every problem at once.

    A file is checked as a spec, in each of its documents, and so is each spec in a folder of specs; a folder that
    holds a library, or a house library, in each of its jurisdictions; - is a spec on standard input. Of a spec it
    also lists what is still open, names the most that the public side may have to pay, and says whether it is ready
    for a final.

    \b
    Examples:
      pactwright check examples/startup-pilot/spec.yml
      pactwright check --final examples/startup-pilot/spec.yml
      pactwright check clauses
    """
    from pactwright.checking import checked

    results = [checked(path, house, is_final=is_final) for path in paths]
    findings = [finding for result in results for finding in result.findings]
    specs = [spec for result in results for spec in result.specs]
    wrong = sum(finding.level == "error" for finding in findings)
    names = ", ".join(str(path) for path in paths)
    told = f"{counted(wrong, 'error') if wrong else 'no errors'}, {counted(len(findings) - wrong, 'remark')}"
    if as_json:
        show_json({"findings": records(findings), "specs": [_record(spec) for spec in specs]})
    else:
        show_findings(findings, is_result=True)
        for line in (line for spec in specs for line in (*(() if is_final else _open(spec)), *_most(spec))):
            click.echo(line)
    click.echo(f"{names}: {told}{''.join(_how_far(specs))}", err=as_json)
    if wrong:
        raise click.exceptions.Exit(1)


def _open(spec: Readiness) -> Iterator[str]:
    """A line for each open point: where, what, of whom and by when; for each thing to confirm; one on bad days."""
    for each in spec.questions:
        yield f"{each.place}: open: {each.address}: {each.what}; {each.owner}{f', by {each.by}' if each.by else ''}"
    for each in spec.to_confirm:
        yield f"{each.place}: {each.address}: {each.what}; {each.owner}"
    if spec.waiting:
        days = counted(len(spec.waiting), "bad day")
        yield f"{spec.name}: for {days} the library has no clause yet, or not all: {', '.join(spec.waiting)}"


def _most(spec: Readiness) -> Iterator[str]:
    """A line for each document that says what the public side may have to pay, with the most of it."""
    for draft in spec.drafts:
        for each in (each for each in draft.owed if each.heading):
            yield f"{spec.name}: {draft.agreement.document}: {each.heading}: {each.printed}"


def _how_far(specs: list[Readiness]) -> Iterator[str]:
    """How much is open, and whether a final may be drafted; nothing where no spec can be drafted."""
    if not specs:
        return
    ready, count = sum(spec.is_ready for spec in specs), sum(spec.count for spec in specs)
    yield f"; {counted(count, 'open point')}" if count else "; nothing is open"
    if to_confirm := sum(len(spec.to_confirm) for spec in specs):
        yield f", {to_confirm} to confirm before signing"
    if len(specs) > 1:
        yield f", {ready} of {len(specs)} specs are ready for a final"
    else:
        yield ", ready for a final" if ready else ", not ready for a final"


def _record(spec: Readiness) -> dict[str, Any]:
    from pactwright.ledger_sheet import owed_data

    opened, to_confirm = ([asdict(each) for each in listed] for listed in (spec.questions, spec.to_confirm))
    return {
        "spec": spec.name,
        "is_ready": spec.is_ready,
        "open": opened,
        "to_confirm": to_confirm,
        "waiting": list(spec.waiting),
        "owed": {draft.agreement.document: owed_data(draft.owed) for draft in spec.drafts},
    }
