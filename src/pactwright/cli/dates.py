"""`pactwright dates`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.outputs import deliver, form_of
from pactwright.cli.reports import counted, show_json
from pactwright.library.places import documents

FORMS = ("txt", "csv", "ics", "html", "docx")


@click.command("dates")
@click.argument("spec", type=SPEC)
@click.option("--document", type=click.Choice(documents()), help="The document; by default the first of the spec.")
@click.option("--format", "form", type=click.Choice(FORMS), help="The form; by default as -o ends, or txt.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; by default standard output.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@LIBRARY
@JSON
def dates_command(
    spec: Path,
    *,
    document: str | None,
    form: str | None,
    output: Path | None,
    force: bool,
    house: Path | None,
    as_json: bool,
) -> None:
    """List every date and every clock of a document of SPEC: what, who, by when, in which clause, and what if not.

    What waits for an event stands apart and has no date, in a calendar neither. - is a spec on standard input.

    \b
    Examples:
      pactwright dates examples/startup-pilot/spec.yml
      pactwright dates examples/startup-pilot/spec.yml -o dates.csv
      pactwright dates examples/startup-pilot/spec.yml -o dates.ics
    """
    from pactwright.clocks.asked import SHEETS, asked_dates
    from pactwright.clocks.record import DATES
    from pactwright.records import record_data

    asked = form_of(output, form, FORMS, "a list of dates")
    found = asked_dates(spec, document, house)
    if as_json:
        show_json(record_data(DATES, found.dates))
        return
    if deliver(SHEETS[asked](found), output, force=force):
        dated, waiting = len(found.dates.dated), len(found.dates.waiting)
        click.echo(
            f"{counted(dated, 'date')}; {counted(waiting, 'clock')} that wait for an event or a calendar", err=True
        )
