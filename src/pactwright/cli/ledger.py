"""`pactwright ledger`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.outputs import deliver, form_of
from pactwright.cli.reports import show_findings, show_json
from pactwright.library.places import documents

FORMS = ("txt", "html")
TOLD = frozenset({"nobody-bears", "two-bearers", "approved-amount", "owed-threshold"})


@click.command("ledger")
@click.argument("spec", type=SPEC)
@click.option("--document", type=click.Choice(documents()), help="The document; by default the first of the spec.")
@click.option(
    "--format", "form", type=click.Choice(FORMS), help="The form of the table; by default as -o ends, or txt."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; by default standard output.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@LIBRARY
@JSON
def ledger_command(
    spec: Path,
    *,
    document: str | None,
    form: str | None,
    output: Path | None,
    force: bool,
    house: Path | None,
    as_json: bool,
) -> None:
    """Show who bears each risk and bad day, and who gets each reward, under the options and facts of SPEC.

    Each row says who, in which share, up to what, in money where the figures of SPEC allow, and in which clause. What
    nobody bears, and what two clauses give to two, is told as a warning. Below the rows stands the most that the public
    side may have to pay. - is a spec on standard input.

    \b
    Examples:
      pactwright ledger examples/startup-pilot/spec.yml
      pactwright ledger examples/startup-pilot/spec.yml -o ledger.html
    """
    from pactwright.ledger_sheet import SHEETS, counted, ledger_data
    from pactwright.service import documents_of, drafts_of, read

    ending = form_of(output, form, FORMS, "a ledger")
    source = read(spec, house)
    [draft] = drafts_of(source, (document or documents_of(source.spec, source.library)[0],))
    show_findings([each for each in draft.findings if each.rule in TOLD])
    if as_json:
        show_json(ledger_data(draft))
        return
    content = SHEETS[ending](draft.ledger, source.spec.project.title or source.path.stem, draft.owed)
    if deliver(content, output, force=force):
        click.echo(counted(draft.ledger), err=True)
